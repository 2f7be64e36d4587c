import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { findShadowReport } from "~/conversions/shadow-report.server";
import { switchSending } from "~/conversions/sending.server";
import { db } from "~/db.server";
import type { ShopId } from "~/ids";
import { listJobs } from "~/jobs/list.server";
import { startQueue, stopQueue } from "~/queue.server";
import { recordOrderWebhook } from "~/shopify/record-order.server";

import { TEST_NOW } from "#test/support/clock";
import { emptyDatabase } from "#test/support/database";
import { address, shopifyOrderBody } from "#test/support/orders";
import { connectedShop, installedShop } from "#test/support/shops";
import { orderWebhook } from "#test/support/webhooks";

beforeAll(() => startQueue(listJobs(new AbortController().signal), "producer"));
afterAll(() => stopQueue(1_000));
beforeEach(emptyDatabase);

async function place(number: number, changes: Record<string, unknown> = {}): Promise<void> {
  const body = await shopifyOrderBody({
    admin_graphql_api_id: `gid://shopify/Order/${number}`,
    checkout_token: `shadow-${number}`,
    ...changes,
  });
  await recordOrderWebhook(orderWebhook(body), TEST_NOW);
}

async function inShadow(): Promise<ShopId> {
  const shopId = await connectedShop();
  await switchSending(shopId, "shadow", TEST_NOW);
  return shopId;
}

describe("the comparison of shadow mode", () => {
  test("is none before anything was recorded in it", async () => {
    const shopId = await connectedShop();
    await place(1);
    expect(await findShadowReport(shopId, TEST_NOW)).toBeNull();
  });

  test("counts the orders of a day, what would have gone, and what consent left out", async () => {
    const shopId = await connectedShop();
    await place(1);
    await switchSending(shopId, "shadow", TEST_NOW);
    await place(2);
    await place(3);
    await place(4, { billing_address: address({ country_code: "DE" }) });
    await place(5, { test: true });
    const report = await findShadowReport(shopId, TEST_NOW);
    expect(report?.days).toMatchObject([
      {
        day: TEST_NOW.toISOString().slice(0, 10),
        orders: 4,
        reported: 2,
        events: 2,
        withoutConsent: 1,
        leftOut: 1,
        open: 0,
        otherEvents: 0,
      },
    ]);
    const [{ placed = [], wouldReport = [] } = {}] = report?.days ?? [];
    expect(Number(placed[0]?.value)).toBe(2 * Number(wouldReport[0]?.value));
  });

  test("counts the identifiers that the events had", async () => {
    const shopId = await inShadow();
    await place(1);
    await place(2, { email: null, contact_email: null, customer: null });
    const report = await findShadowReport(shopId, TEST_NOW);
    const shares = new Map(report?.identifiers.map(({ events, key }) => [key, events]));
    expect(report?.counted).toBe(2);
    expect(shares.get("clientIp")).toBe(2);
    expect(shares.get("em")).toBe(1);
    expect(shares.has("sourceUrl")).toBe(false);
  });

  test("is of one shop alone", async () => {
    await inShadow();
    await place(1);
    const other = await installedShop("other.myshopify.com");
    expect(await findShadowReport(other, TEST_NOW)).toBeNull();
  });

  test("says what still waits as open", async () => {
    const shopId = await inShadow();
    await place(1);
    await db.outboxRow.updateMany({ data: { state: "waiting" } });
    await db.ledgerLine.updateMany({ data: { state: "waiting" } });
    expect((await findShadowReport(shopId, TEST_NOW))?.days).toMatchObject([
      { orders: 1, reported: 0, open: 1 },
    ]);
  });
});
