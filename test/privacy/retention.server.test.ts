import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { redrive } from "~/conversions/redrive.server";
import { db } from "~/db.server";
import type { ShopId } from "~/ids";
import { listJobs } from "~/jobs/list.server";
import { forgetByAge } from "~/privacy/retention.server";
import { startQueue, stopQueue } from "~/queue.server";
import { recordComplianceWebhook } from "~/shopify/record-compliance.server";
import { recordOrderWebhook } from "~/shopify/record-order.server";
import { DEFAULT_APP_SETTINGS } from "~/shops/app-settings";
import { DAY_MS, SECOND_MS } from "~/time";

import { TEST_NOW } from "#test/support/clock";
import { dataRequestWebhook, redactWebhook, TRACES } from "#test/support/compliance";
import { emptyDatabase } from "#test/support/database";
import { deliver, useWorker } from "#test/support/delivery";
import { whereFound } from "#test/support/every-row";
import { shopifyOrderBody } from "#test/support/orders";
import { useLocalPinterest } from "#test/support/pinterest";
import { connectedShop } from "#test/support/shops";
import { orderWebhook } from "#test/support/webhooks";

const ORDER = orderWebhook(shopifyOrderBody());

/** A second of doubt on either side. */
const before = (days: number) => new Date(TEST_NOW.getTime() + days * DAY_MS - SECOND_MS);
const after = (days: number) => new Date(TEST_NOW.getTime() + days * DAY_MS + SECOND_MS);

const pinterest = useLocalPinterest();
useWorker();
beforeAll(() => startQueue(listJobs(new AbortController().signal), "producer"));
afterAll(() => stopQueue(1_000));
beforeEach(emptyDatabase);

describe("forgetByAge", () => {
  test("clears IP address, user agent and click id a day after the final state, and only then", async () => {
    const shopId = await connectedShop();
    await recordOrderWebhook(ORDER, TEST_NOW);
    await forgetByAge(after(29));
    expect(await whereFound([TRACES.clientIp])).toEqual([`public.outbox: ${TRACES.clientIp}`]);

    await deliver(shopId);
    await forgetByAge(before(1));
    expect(await whereFound([TRACES.clientIp])).toHaveLength(1);
    await forgetByAge(after(1));
    expect(await whereFound([TRACES.clientIp, TRACES.clickId])).toEqual([]);
    expect(await whereFound([TRACES.hashedEmail])).toHaveLength(1);
  });

  test.each(["delivered", "dead_letter", "skipped", "expired"])(
    "forgets a %s event with its hashes after 30 days, and its line stays",
    async (state) => {
      await connectedShop();
      await recordOrderWebhook(ORDER, TEST_NOW);
      await db.outboxRow.updateMany({ data: { state, settledAt: TEST_NOW } });
      await forgetByAge(before(30));
      expect(await whereFound([TRACES.hashedEmail])).toHaveLength(1);
      await forgetByAge(after(30));
      expect(await whereFound(hashes())).toEqual([]);
      expect(await db.outboxRow.count()).toBe(0);
      expect(await db.ledgerLine.count()).toBe(1);
    },
  );

  test.each([
    { state: "delivered", days: 7 },
    { state: "skipped", days: 7 },
    { state: "dead_letter", days: 90 },
  ])("obeys each shop's own periods: a $state event goes after $days days", async (row) => {
    const retention = { eventDays: 7, deadLetterDays: 90, snapshotDays: 30 };
    const shopId = await connectedShop({ app: { ...DEFAULT_APP_SETTINGS, retention } });
    const other = await connectedShop({}, "other.myshopify.com");
    for (const id of [shopId, other])
      await db.outboxRow.create({ data: settledRow(id, row.state) });
    const left = async () => {
      const rows = await db.outboxRow.findMany({ orderBy: { id: "asc" } });
      return rows.map((found) => found.shopId);
    };

    await forgetByAge(before(Math.min(row.days, 30)));
    expect(await left()).toEqual([shopId, other]);
    await forgetByAge(after(Math.min(row.days, 30)));
    expect(await left()).toEqual([row.days < 30 ? other : shopId]);
    await forgetByAge(after(90));
    expect(await left()).toEqual([]);
  });

  test("keeps a shop's snapshots as long as the shop says", async () => {
    const retention = { eventDays: 30, deadLetterDays: 30, snapshotDays: 30 };
    const shopId = await connectedShop({ app: { ...DEFAULT_APP_SETTINGS, retention } });
    const other = await connectedShop({}, "other.myshopify.com");
    const snapshot = { eventId: "co_1", source: "pixel", receivedAt: TEST_NOW };
    await db.consentSnapshot.createMany({
      data: [shopId, other].map((id) => ({ ...snapshot, shopId: id })),
    });
    await forgetByAge(before(7));
    expect(await db.consentSnapshot.count()).toBe(2);
    await forgetByAge(after(7));
    expect(await db.consentSnapshot.findMany()).toMatchObject([{ shopId }]);
    await forgetByAge(after(30));
    expect(await db.consentSnapshot.count()).toBe(0);
  });

  test("an order whose event and receipt are forgotten is still recorded once", async () => {
    const shopId = await connectedShop();
    await recordOrderWebhook(ORDER, TEST_NOW);
    await deliver(shopId);
    await forgetByAge(after(30));
    expect(await db.webhookReceipt.count()).toBe(0);

    expect(await recordOrderWebhook(ORDER, after(30))).toBe("already_recorded");
    await deliver(shopId);
    expect(await pinterest.events()).toHaveLength(1);
  });

  test("a customer whose hashes are forgotten is still found for an erasure", async () => {
    const shopId = await connectedShop();
    await recordOrderWebhook(ORDER, TEST_NOW);
    await deliver(shopId);
    await forgetByAge(after(30));
    await recordComplianceWebhook(redactWebhook({ orders_to_redact: [] }), after(31));
    expect(await whereFound([TRACES.orderId])).toEqual([]);
  });

  test("deletes receipts and files of data requests after 30 days", async () => {
    await connectedShop();
    await recordOrderWebhook(ORDER, TEST_NOW);
    await recordComplianceWebhook(dataRequestWebhook(), TEST_NOW);
    await forgetByAge(before(30));
    expect([await db.webhookReceipt.count(), await db.dataRequest.count()]).toEqual([1, 1]);
    await forgetByAge(after(30));
    expect([await db.webhookReceipt.count(), await db.dataRequest.count()]).toEqual([0, 0]);
  });

  test("deletes the counts of warnings after 30 days, and only those", async () => {
    const shopId = await connectedShop();
    const count = { shopId, parameter: "click_id", kind: "missing", events: 1 };
    const days = [TEST_NOW, new Date(TEST_NOW.getTime() + DAY_MS)];
    await db.warningCount.createMany({ data: days.map((day) => ({ ...count, day })) });
    await forgetByAge(before(30));
    expect(await db.warningCount.count()).toBe(2);
    await forgetByAge(after(31));
    expect(await db.warningCount.count()).toBe(1);
  });

  test("leaves alone what is being sent again", async () => {
    const shopId = await connectedShop();
    await recordOrderWebhook(ORDER, TEST_NOW);
    await db.outboxRow.updateMany({ data: { state: "dead_letter", settledAt: TEST_NOW } });
    await redrive(shopId, { kind: "all" }, TEST_NOW);
    await forgetByAge(after(30));
    expect(await db.outboxRow.findMany()).toMatchObject([
      { state: "pending", sealed: expect.any(String) },
    ]);
  });

  test("takes more than one batch, of rows settled in one instant too", async () => {
    const shopId = await connectedShop();
    const row = settledRow(shopId, "delivered");
    const rows = Array.from({ length: 2_500 }, (_, index) => ({ ...row, eventId: `e${index}` }));
    await db.outboxRow.createMany({ data: rows });
    await forgetByAge(after(1));
    expect(await db.outboxRow.count({ where: { sealed: { not: null } } })).toBe(0);
    expect(await db.outboxRow.count()).toBe(2_500);
    await forgetByAge(after(30));
    expect(await db.outboxRow.count()).toBe(0);
  });
});

/** A row as it stands once it is settled, at TEST_NOW. */
function settledRow(shopId: ShopId, state: string) {
  return {
    shopId,
    eventId: "co_1",
    eventName: "checkout",
    state,
    sealed: "k1.sealed",
    occurredAt: TEST_NOW,
    nextAttemptAt: TEST_NOW,
    createdAt: TEST_NOW,
    settledAt: TEST_NOW,
  };
}

function hashes(): string[] {
  return [TRACES.hashedEmail, TRACES.hashedCustomerId, TRACES.hashedPhone, TRACES.hashedLastName];
}
