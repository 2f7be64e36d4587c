import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { toConsentSnapshot } from "~/conversions/snapshot";
import { db } from "~/db.server";
import type { ShopId } from "~/ids";
import { listJobs } from "~/jobs/list.server";
import { dataRequestFile, listDataRequests } from "~/privacy/export.server";
import { forgetByAge } from "~/privacy/retention.server";
import { startQueue, stopQueue } from "~/queue.server";
import { recordComplianceWebhook } from "~/shopify/record-compliance.server";
import { recordOrderWebhook } from "~/shopify/record-order.server";
import { HOUR_MS } from "~/time";

import { TEST_NOW } from "#test/support/clock";
import { dataRequestWebhook, redactWebhook, TRACES } from "#test/support/compliance";
import { emptyDatabase } from "#test/support/database";
import { states } from "#test/support/delivery";
import { whereFound } from "#test/support/every-row";
import { draft, shopifyOrderBody } from "#test/support/orders";
import { sha256 } from "#test/support/sha256";
import { connectedShop } from "#test/support/shops";
import { livePixel, reportSnapshot } from "#test/support/snapshots";
import { orderWebhook } from "#test/support/webhooks";

beforeAll(() => startQueue(listJobs(new AbortController().signal), "producer"));
afterAll(() => stopQueue(1_000));
beforeEach(emptyDatabase);

const ORDER = shopifyOrderBody({ admin_graphql_api_id: `gid://shopify/Order/${TRACES.orderId}` });
const EVENT_ID = (await draft(ORDER)).draft.eventId;
const CLIENT_ID =
  (await toConsentSnapshot({ clientId: "2f0a7c3e-client" }, sha256)).externalId ?? "";
const inHours = (hours: number) => new Date(TEST_NOW.getTime() + hours * HOUR_MS);

describe("an erased customer", () => {
  test("leaves no snapshot, no browsing and no way to the browser behind", async () => {
    const shopId = await connectedShop();
    await reportSnapshot(shopId, EVENT_ID);
    await recordOrderWebhook(orderWebhook(ORDER), TEST_NOW);
    await browse(shopId, "browsed-1");
    const traces = [EVENT_ID, CLIENT_ID, "198.51.100.23", "browsed-1"];
    expect(await whereFound(traces)).not.toEqual([]);

    await recordComplianceWebhook(redactWebhook(), inHours(1));
    expect(await whereFound(traces)).toEqual([]);
    expect(await reportSnapshot(shopId, EVENT_ID, {}, inHours(2))).toBe("erased");
    expect(await whereFound(traces)).toEqual([]);
    expect(await db.ledgerLine.findMany()).toMatchObject([{ consent: null, value: "90.00" }]);
  });

  test("leaves another customer's order in the same browser, without the browser's name", async () => {
    const shopId = await connectedShop();
    const another = {
      ...shopifyOrderBody({ email: "else@example.com", customer: null }),
      ...{ admin_graphql_api_id: "gid://shopify/Order/2", checkout_token: "another" },
    };
    const others = (await draft(another)).draft.eventId;
    await reportSnapshot(shopId, EVENT_ID);
    await reportSnapshot(shopId, others, { eventId: "sh-another" });
    await recordOrderWebhook(orderWebhook(ORDER), TEST_NOW);
    await recordOrderWebhook(orderWebhook(another), TEST_NOW);
    await recordComplianceWebhook(redactWebhook(), inHours(1));

    expect(await whereFound([CLIENT_ID, EVENT_ID])).toEqual([]);
    expect(await states(shopId)).toMatchObject({ outbox: { pending: 1 } });
    expect(await db.consentSnapshot.findMany()).toMatchObject([
      { eventId: others, marketing: true, externalId: null },
    ]);
  });

  test("while the order waits, is never decided on", async () => {
    const shopId = await connectedShop();
    await livePixel(shopId);
    await recordOrderWebhook(orderWebhook(ORDER), TEST_NOW);
    expect(await states(shopId)).toMatchObject({ outbox: { waiting: 1 } });
    await recordComplianceWebhook(redactWebhook(), inHours(1));
    expect(await reportSnapshot(shopId, EVENT_ID, {}, inHours(2))).toBe("erased");
    expect(await states(shopId)).toEqual({ outbox: {}, ledger: { skipped: 1 } });
  });
});

test("a data request tells what the pixel saw and what was decided", async () => {
  const shopId = await connectedShop();
  await reportSnapshot(shopId, EVENT_ID);
  await recordOrderWebhook(orderWebhook(ORDER), TEST_NOW);
  await recordComplianceWebhook(dataRequestWebhook(), TEST_NOW);
  const [request] = await listDataRequests(shopId);
  const file: unknown = JSON.parse((await dataRequestFile(shopId, request?.id ?? "")) ?? "null");
  expect(file).toMatchObject({
    orders: [{ browserSeen: true, consent: { source: "snapshot", policy: "send" } }],
    snapshots: [
      {
        eventId: EVENT_ID,
        region: "US-NY",
        consent: { marketing: true, saleOfData: true },
        personal: { clientIp: "198.51.100.23" },
      },
    ],
  });
});

describe("a snapshot's age", () => {
  test("takes IP address, user agent and click id a day after the order's final state", async () => {
    const shopId = await connectedShop();
    await reportSnapshot(shopId, EVENT_ID);
    await recordOrderWebhook(orderWebhook(ORDER), TEST_NOW);
    await forgetByAge(inHours(100));
    expect(await db.consentSnapshot.count({ where: { sealed: null } })).toBe(0);
    await db.outboxRow.updateMany({ data: { state: "delivered", settledAt: inHours(100) } });
    await forgetByAge(inHours(123));
    expect(await db.consentSnapshot.count({ where: { sealed: null } })).toBe(0);
    await forgetByAge(inHours(125));
    expect(await db.consentSnapshot.count({ where: { sealed: null } })).toBe(1);
  });

  test("takes them after two days where no order came, and the flags after seven", async () => {
    const shopId = await connectedShop();
    await reportSnapshot(shopId, EVENT_ID);
    await forgetByAge(inHours(47));
    expect(await whereFound(["198.51.100.23"])).toHaveLength(1);
    await forgetByAge(inHours(49));
    expect(await whereFound(["198.51.100.23"])).toEqual([]);
    await forgetByAge(inHours(7 * 24 - 1));
    expect(await db.consentSnapshot.findMany()).toMatchObject([{ marketing: true }]);
    await forgetByAge(inHours(7 * 24 + 1));
    expect(await db.consentSnapshot.count()).toBe(0);
  });
});

/** Something else that was done in the same browser. */
async function browse(shopId: ShopId, eventId: string): Promise<void> {
  await db.outboxRow.create({
    data: {
      ...{ shopId, eventId, eventName: "page_visit", state: "pending" },
      payload: { eventId, userData: { externalId: [CLIENT_ID] } },
      ...{ occurredAt: TEST_NOW, nextAttemptAt: TEST_NOW, createdAt: TEST_NOW },
    },
  });
}
