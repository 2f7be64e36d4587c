import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { recordUnreadableOrder } from "~/conversions/record.server";
import { db } from "~/db.server";
import type { ShopId } from "~/ids";
import { listJobs } from "~/jobs/list.server";
import { startQueue, stopQueue } from "~/queue.server";
import { explainAsked, type Explained } from "~/shopify/explain-page.server";
import type { PageWorld } from "~/shopify/page-world.server";
import { findShopById } from "~/shops/shop.server";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "~/time";

import { TEST_NOW } from "#test/support/clock";
import { emptyDatabase } from "#test/support/database";
import { orderIdOf, useLocalShopify } from "#test/support/order-shopify";
import { connectedShop, installedShop, SHOP_DOMAIN } from "#test/support/shops";

const shopify = useLocalShopify();

beforeAll(() => startQueue(listJobs(new AbortController().signal), "producer"));
afterAll(() => stopQueue(1_000));
beforeEach(emptyDatabase);

describe("an order that the app has not recorded", () => {
  test.each([
    { asked: "#1003" },
    { asked: "1003" },
    { asked: "https://admin.shopify.com/store/demo/orders/{id}" },
    { asked: "gid://shopify/Order/{id}" },
    { asked: "{id}" },
  ])("is found at the platform by what a merchant pastes: $asked", async ({ asked }) => {
    const shopId = await shopOfOld();
    await shopify.place(2, ago(HOUR_MS));
    const id = orderIdOf(await shopify.place(3, ago(HOUR_MS)));
    expect(await explain(shopId, asked.replace("{id}", id))).toMatchObject({
      found: [],
      platform: { kind: "found", order: { orderName: "#1003" } },
    });
  });

  test.each([
    { ageMs: MINUTE_MS, absence: "next_comparison" },
    { ageMs: 3 * HOUR_MS, absence: "daily_comparison" },
    { ageMs: 3 * DAY_MS, absence: "lost" },
    { ageMs: 10 * DAY_MS, absence: "before_installation" },
  ])("is missing for a reason: $absence", async ({ absence, ageMs }) => {
    const shopId = await shopOfOld();
    const createdAt = ago(ageMs);
    await shopify.place(1, createdAt);
    expect(await explain(shopId, "#1001")).toMatchObject({
      platform: { kind: "found", order: { createdAt, absence } },
    });
  });

  test("of a shop without a connection would not be sent, and is not looked for", async () => {
    const shopId = await installedShop(SHOP_DOMAIN, ago(9 * DAY_MS));
    await shopify.place(1, ago(HOUR_MS));
    expect(await explain(shopId, "#1001")).toMatchObject({
      platform: {
        order: {
          absence: "not_connected",
          verdict: { outcome: "skip", reasons: ["not_connected"] },
        },
      },
    });
  });

  test("is told what would become of it, and nothing is written", async () => {
    const shopId = await shopOfOld();
    await shopify.place(1, ago(MINUTE_MS));
    await shopify.place(2, ago(3 * DAY_MS));
    await shopify.place(3, ago(HOUR_MS), { test: true });
    await shopify.place(4, ago(HOUR_MS), { processed_at: "yesterday" });
    const verdicts = [];
    for (const name of ["#1001", "#1002", "#1003", "#1004"]) {
      const { platform } = await explain(shopId, name);
      verdicts.push(platform?.kind === "found" ? platform.order.verdict : platform);
    }
    expect(verdicts).toEqual([
      { outcome: "send", isLate: false },
      { outcome: "send", isLate: true },
      { outcome: "skip", reasons: ["test_order"] },
      { outcome: "skip", reasons: ["unreadable_order"] },
    ]);
    expect(await db.ledgerLine.count()).toBe(0);
    expect(await db.outboxRow.count()).toBe(0);
  });
});

test("an order that was recorded without its name is explained from the ledger", async () => {
  const shopId = await shopOfOld();
  const orderId = orderIdOf(await shopify.place(1, ago(HOUR_MS)));
  await recordUnreadableOrder(db, shopId, { orderId, receivedBy: "webhook", receivedAt: TEST_NOW });
  expect(await explain(shopId, "#1001")).toMatchObject({
    found: [{ orderId, reason: "unreadable_order" }],
    platform: null,
  });
});

describe("what the platform does not show", () => {
  test.each(["#4711", "4711", "it's", "co_1"])("is none: %s", async (asked) => {
    const shopId = await shopOfOld();
    await shopify.place(1, ago(HOUR_MS));
    expect(await explain(shopId, asked)).toEqual({ found: [], platform: { kind: "none" } });
  });

  test("because it does not answer", async () => {
    const shopId = await shopOfOld();
    const client = async () => {
      const made = await shopify.client();
      await shopify.control("POST", "reset", {});
      return made;
    };
    expect(await explain(shopId, "#1001", { client })).toEqual({
      found: [],
      platform: { kind: "unanswered" },
    });
  });

  test("is not asked for before anything was pasted", async () => {
    expect(await explain(await shopOfOld(), "")).toEqual({ found: [], platform: null });
    expect(await shopify.operations()).toEqual([]);
  });
});

test("the search asks for nothing that the Admin API gives up", async () => {
  const shopId = await shopOfOld();
  await shopify.place(1, ago(HOUR_MS));
  await explain(shopId, "#1001");
  expect(await shopify.calls()).toMatchObject([
    { operation: "OrdersNamed", errors: [], deprecated: [] },
    { operation: "WholeOrder", deprecated: [] },
  ]);
});

async function explain(
  shopId: ShopId,
  asked: string,
  changes: Partial<PageWorld> = {},
): Promise<Explained> {
  const world = {
    now: () => TEST_NOW,
    client: () => shopify.client(),
    pause: async () => {},
    ...changes,
  };
  const shop = await findShopById(shopId);
  if (!shop) throw new Error("The shop is gone.");
  return explainAsked(shop, asked, world);
}

/** Installed and connected nine days ago. */
function shopOfOld(): Promise<ShopId> {
  return connectedShop({}, SHOP_DOMAIN, ago(9 * DAY_MS));
}

function ago(ms: number): Date {
  return new Date(TEST_NOW.getTime() - ms);
}
