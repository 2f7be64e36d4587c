import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { recordItems } from "~/catalog/catalog-items.server";
import type { FeedKey } from "~/catalog/feed";
import { toItemBatch } from "~/catalog/item-updates";
import { askAfterItems, listUntoldFeeds, tellItems } from "~/catalog/item-updates.server";
import { readProcessing } from "~/catalog/processing.server";
import { registerFeed } from "~/catalog/registration.server";
import { db } from "~/db.server";
import { listJobs } from "~/jobs/list.server";
import { startQueue, stopQueue } from "~/queue.server";

import { connectAccount } from "#test/support/account";
import { TEST_NOW } from "#test/support/clock";
import { emptyDatabase } from "#test/support/database";
import { useLocalPinterest } from "#test/support/pinterest";
import { fetchedByPinterest, itemsAtPinterest, publishedFeed } from "#test/support/registered-feed";
import { installedShop } from "#test/support/shops";

const pinterest = useLocalPinterest();

beforeAll(() => startQueue(listJobs(new AbortController().signal), "producer"));
afterAll(() => stopQueue(1_000));
beforeEach(emptyDatabase);

const MARKET = { country: "DE", locale: "de-DE", currency: "EUR" };

test("an item without a sale loses the sale price that it had, and an unknown availability stays", () => {
  const untoldSince = new Date(1_795_320_000_123);
  const item = { itemId: "1", price: "9.00 EUR", salePrice: null, availability: null, untoldSince };
  expect(toItemBatch(MARKET, [item])).toEqual({
    catalog_type: "RETAIL",
    country: "DE",
    language: "de",
    items: [
      {
        operation: "UPDATE",
        item_id: "1",
        attributes: { price: "9.00 EUR", last_updated_time: 1_795_320_000_123 },
        update_mask: ["price", "sale_price", "last_updated_time"],
      },
    ],
  });
});

describe("tellItems", () => {
  test("brings price, sale and stock to Pinterest, once", async () => {
    const feed = await fetchedFeed(["1", "2", "3"]);
    await change(feed, { "1": { price: "12.00 USD", salePrice: "9.00 USD" } }, 1);
    await change(feed, { "2": { availability: "out of stock" } }, 2);
    expect(await tell(feed)).toEqual({ kind: "told", items: 2 });
    expect(await tell(feed)).toEqual({ kind: "told", items: 0 });
    expect(await pinterest.apiCalls("items_batch/post")).toHaveLength(1);
    expect(await itemsAtPinterest(pinterest)).toEqual({
      "1": "12.00 USD | 9.00 USD | in stock",
      "2": "10.00 USD |  | out of stock",
      "3": "10.00 USD |  | in stock",
    });
  });

  test("sends 1000 items a call", async () => {
    const ids = Array.from({ length: 1_001 }, (_, index) => String(index + 1));
    const feed = await fetchedFeed(ids);
    await change(feed, Object.fromEntries(ids.map((id) => [id, { price: "11.00 USD" }])), 1);
    expect(await tell(feed)).toEqual({ kind: "told", items: 1_001 });
    const calls = await pinterest.apiCalls("items_batch/post");
    expect(calls.map(({ rawBody }) => JSON.parse(rawBody).items.length)).toEqual([1_000, 1]);
  });

  test("tells an item again that changed while its change was on the way", async () => {
    const feed = await fetchedFeed(["1"]);
    await change(feed, { "1": { price: "12.00 USD" } }, 1);
    await pinterest.fail({ kind: "slow", delayMs: 300, operation: "items_batch/post", calls: 1 });
    const telling = tell(feed);
    await change(feed, { "1": { price: "13.00 USD" } }, 2);
    await telling;
    expect(await tell(feed)).toMatchObject({ kind: "told" });
    expect(await itemsAtPinterest(pinterest)).toEqual({ "1": "13.00 USD |  | in stock" });
  });

  test("an older word that arrives late does not undo a newer one", async () => {
    const feed = await fetchedFeed(["1"]);
    await change(feed, { "1": { price: "13.00 USD" } }, 2);
    await tell(feed);
    await db.catalogItem.updateMany({ data: { price: "12.00 USD", untoldSince: at(1) } });
    await tell(feed);
    expect(await itemsAtPinterest(pinterest)).toEqual({ "1": "13.00 USD |  | in stock" });
  });

  test("says the same again after an answer that was lost, which changes nothing", async () => {
    const feed = await fetchedFeed(["1"]);
    await change(feed, { "1": { price: "12.00 USD" } }, 1);
    await pinterest.fail({ kind: "broken_after", operation: "items_batch/post", calls: 1 });
    expect(await tell(feed)).toEqual({ kind: "later", items: 0, afterMs: 60_000 });
    expect(await tell(feed)).toEqual({ kind: "told", items: 1 });
    expect(await itemsAtPinterest(pinterest)).toEqual({ "1": "12.00 USD |  | in stock" });
  });

  test("waits as long as Pinterest says when there were too many calls", async () => {
    const feed = await fetchedFeed(["1"]);
    await change(feed, { "1": { price: "12.00 USD" } }, 1);
    await pinterest.fail({
      kind: "rate_limit",
      resetSeconds: 17,
      operation: "items_batch/post",
      calls: 1,
    });
    expect(await tell(feed)).toEqual({ kind: "later", items: 0, afterMs: 17_000 });
    expect(await listUntoldFeeds()).toEqual({ tell: [feed], ask: [] });
  });

  test("tells nothing before Pinterest's first fetch, without an account, or of a lost one", async () => {
    const feed = await registeredFeed();
    await change(feed, { "1": {} }, 0);
    await change(feed, { "1": { price: "12.00 USD" } }, 1);
    expect(await tell(feed)).toEqual({ kind: "nothing" });
    await fetchedByPinterest(pinterest, ["1"]);
    await readProcessing(feed, TEST_NOW);
    await pinterest.control("POST", "grants/revoke", { username: "demo_store" });
    expect(await tell(feed)).toEqual({ kind: "nothing" });
    await db.pinterestAccount.deleteMany();
    expect(await tell(feed)).toEqual({ kind: "nothing" });
    expect(await db.catalogItem.count({ where: { untoldSince: { not: null } } })).toBe(1);
  });
});

describe("askAfterItems", () => {
  test("asks until Pinterest has an answer, and keeps its words on each item that was not taken", async () => {
    const feed = await fetchedFeed(["1"]);
    // Pinterest does not know the second one.
    await change(feed, { "9": {} }, 0);
    await change(feed, { "1": { price: "12.00 USD" }, "9": { price: "12.00 USD" } }, 1);
    await tell(feed);
    expect(await askAfterItems(feed, TEST_NOW)).toBe("waiting");
    expect(await askAfterItems(feed, TEST_NOW)).toBe("answered");
    expect(await askAfterItems(feed, TEST_NOW)).toBe("answered");
    expect(await refusedItems()).toEqual([
      {
        itemId: "9",
        code: 101,
        attribute: "item_id",
        message: "The item does not exist.",
        refusedAt: TEST_NOW,
      },
    ]);

    await fetchedByPinterest(pinterest, ["1", "9"]);
    await change(feed, { "9": { price: "14.00 USD" } }, 2);
    await tell(feed);
    await askAfterItems(feed, TEST_NOW);
    await askAfterItems(feed, TEST_NOW);
    expect(await refusedItems()).toEqual([]);
  });

  test("gives up on a batch that Pinterest does not know, and on one without an answer for hours", async () => {
    const feed = await fetchedFeed(["1"]);
    const { shopId, feedId } = feed;
    const unknown = { shopId, feedId, batchId: "0123456789abcdef", items: 1, sentAt: TEST_NOW };
    await db.itemBatch.create({ data: unknown });
    expect(await askAfterItems(feed, TEST_NOW)).toBe("answered");

    await change(feed, { "1": { price: "12.00 USD" } }, 1);
    await tell(feed);
    await pinterest.fail({ kind: "server_error", operation: "items_batch/get" });
    expect(await askAfterItems(feed, TEST_NOW)).toBe("waiting");
    expect(await askAfterItems(feed, new Date(TEST_NOW.getTime() + 7 * 3_600_000))).toBe(
      "answered",
    );
  });
});

async function registeredFeed(): Promise<FeedKey> {
  const shopId = await installedShop();
  await connectAccount(pinterest, shopId, TEST_NOW);
  const feed = await publishedFeed(shopId);
  await registerFeed(feed, TEST_NOW);
  return feed;
}

/** A feed of these items that Pinterest has fetched, as the app knows. */
async function fetchedFeed(ids: readonly string[]): Promise<FeedKey> {
  const feed = await registeredFeed();
  await change(feed, Object.fromEntries(ids.map((id) => [id, {}])), 0);
  await fetchedByPinterest(pinterest, ids);
  await readProcessing(feed, TEST_NOW);
  return feed;
}

type Told = { price?: string; salePrice?: string | null; availability?: string };

/** A making that finds these items so. */
function change(
  feed: FeedKey,
  items: Readonly<Record<string, Told>>,
  minute: number,
): Promise<void> {
  const put = Object.entries(items).map(([itemId, told]) => ({
    itemId,
    productId: itemId,
    variantId: itemId,
    part: 0,
    contentHash: JSON.stringify(told),
    price: "10.00 USD",
    salePrice: null,
    availability: "in stock",
    leftOut: null,
    ...told,
  }));
  return recordItems(feed, { put, removed: [] }, at(minute));
}

function tell(feed: FeedKey) {
  return tellItems(feed, () => TEST_NOW);
}

function at(minute: number): Date {
  return new Date(TEST_NOW.getTime() + minute * 60_000);
}

function refusedItems() {
  return db.refusedItem.findMany({ omit: { shopId: true, feedId: true } });
}
