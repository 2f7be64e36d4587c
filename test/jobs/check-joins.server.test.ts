import { randomUUID } from "node:crypto";

import { beforeEach, describe, expect, test } from "vitest";

import { ensureFeed } from "~/catalog/feed.server";
import { findJoinCheck } from "~/catalog/join-check.server";
import { db } from "~/db.server";
import type { ShopId } from "~/ids";
import { checkJoins } from "~/jobs/check-joins.server";
import { DAY_MS, SECOND_MS } from "~/time";

import { TEST_NOW } from "#test/support/clock";
import { emptyDatabase } from "#test/support/database";
import { installedShop } from "#test/support/shops";

const ITEM = { contentHash: "", part: 0, changedAt: TEST_NOW };

beforeEach(emptyDatabase);

describe("the items of a day's events against the published feed", () => {
  test("are told apart: in it, kept out of it, under another id, unknown", async () => {
    const shopId = await shopWithFeed([
      { itemId: "shopify_US_7_71", productId: "7", variantId: "71", leftOut: null },
      { itemId: "shopify_US_8_81", productId: "8", variantId: "81", leftOut: "PRICE_MISSING" },
      { itemId: "shopify_US_9_91", productId: "9", variantId: "91", leftOut: "not_published" },
    ]);
    await event(shopId, ["shopify_US_7_71", "shopify_US_8_81"]);
    await event(shopId, ["71", "shopify_US_8_81", "shopify_US_9_91"]);
    // One item on two lines of an event is one event of it.
    await event(shopId, ["MUG", "shopify_US_8_81", "shopify_US_8_81"]);
    await checkJoins(TEST_NOW);
    await checkJoins(TEST_NOW);
    expect(await findJoinCheck(shopId)).toEqual({
      checkedAt: TEST_NOW,
      items: 5,
      missing: 4,
      missingEvents: 6,
      findings: [
        {
          itemId: "shopify_US_8_81",
          events: 3,
          cause: "issue",
          code: "PRICE_MISSING",
          productId: "8",
        },
        { itemId: "71", events: 1, cause: "other_format", code: null, productId: "7" },
        { itemId: "MUG", events: 1, cause: "not_found", code: null, productId: null },
        {
          itemId: "shopify_US_9_91",
          events: 1,
          cause: "not_published",
          code: null,
          productId: "9",
        },
      ],
    });
  });

  test("count those that Pinterest took within the day, and no others", async () => {
    const shopId = await shopWithFeed([]);
    await event(shopId, ["early"], { settledAt: ago(DAY_MS + SECOND_MS) });
    await event(shopId, ["refused"], { state: "dead_letter" });
    await event(shopId, ["pending"], { state: "pending", settledAt: null });
    await event(shopId, ["in time"], { settledAt: ago(DAY_MS) });
    await checkJoins(TEST_NOW);
    const check = await findJoinCheck(shopId);
    expect(check?.findings.map(({ itemId }) => itemId)).toEqual(["in time"]);
  });

  test("are found where one of several feeds has them", async () => {
    const shopId = await shopWithFeed([
      { itemId: "1", productId: "1", variantId: "1", leftOut: "PRICE_MISSING" },
    ]);
    const second = await publishedFeed(shopId, "DE");
    await db.catalogItem.create({
      data: { ...ITEM, shopId, feedId: second, itemId: "1", productId: "1", variantId: "1" },
    });
    await event(shopId, ["1"]);
    await checkJoins(TEST_NOW);
    expect(await findJoinCheck(shopId)).toMatchObject({ items: 1, missing: 0 });
  });

  test("are compared with nothing where no feed is published, nor with another shop's", async () => {
    const shopId = await installedShop();
    await ensureFeed(db, shopId, { country: "US", locale: "en-US", currency: "USD" });
    await event(shopId, ["1"]);
    const other = await installedShop("other.myshopify.com");
    await publishedFeed(other, "US");
    await checkJoins(TEST_NOW);
    expect(await findJoinCheck(shopId)).toBeNull();
    expect(await findJoinCheck(other)).toMatchObject({ items: 0, findings: [] });
  });
});

type Item = { itemId: string; productId: string; variantId: string; leftOut: string | null };

async function shopWithFeed(items: readonly Item[]): Promise<ShopId> {
  const shopId = await installedShop();
  const feedId = await publishedFeed(shopId, "US");
  await db.catalogItem.createMany({
    data: items.map((item) => ({ ...ITEM, ...item, shopId, feedId })),
  });
  return shopId;
}

async function publishedFeed(shopId: ShopId, country: string): Promise<string> {
  const { feedId } = await ensureFeed(db, shopId, { country, locale: "en-US", currency: "USD" });
  await db.feed.update({ where: { id: feedId }, data: { currentVersionId: randomUUID() } });
  return feedId;
}

/** An event with these items that Pinterest took a second ago, with `changes` on top. */
async function event(
  shopId: ShopId,
  itemIds: readonly string[],
  changes: { state?: string; settledAt?: Date | null } = {},
): Promise<void> {
  const at = ago(SECOND_MS);
  await db.outboxRow.create({
    data: {
      shopId,
      eventId: randomUUID(),
      eventName: "add_to_cart",
      state: "delivered",
      settledAt: at,
      occurredAt: at,
      nextAttemptAt: at,
      createdAt: at,
      payload: { lineItems: itemIds.map((itemId) => ({ itemId, quantity: 1 })) },
      ...changes,
    },
  });
}

function ago(ms: number): Date {
  return new Date(TEST_NOW.getTime() - ms);
}
