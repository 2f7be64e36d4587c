import { beforeAll, describe, expect, test } from "vitest";

import type { FeedKey } from "~/catalog/feed";
import { ensureFeed } from "~/catalog/feed.server";
import { partOf } from "~/catalog/part";
import { PUBLISHED_PER_PAGE } from "~/catalog/published-items";
import { findPublished } from "~/catalog/published-items.server";
import { db } from "~/db.server";
import type { ShopId } from "~/ids";

import { TEST_NOW } from "#test/support/clock";
import { emptyDatabase } from "#test/support/database";
import { installedShop } from "#test/support/shops";
import { statementsOf, wholeTablesRead } from "#test/support/statements";

const PRODUCTS = 4_000;
const VARIANTS = 5;

let shopId: ShopId;
let feed: FeedKey;

beforeAll(async () => {
  await emptyDatabase();
  shopId = await installedShop();
  feed = await ensureFeed(db, shopId, { country: "US", locale: "en-US", currency: "USD" });
  for (let product = 1; product <= PRODUCTS; product += 1_000) await fill(product);
  await db.catalogItem.create({
    data: { ...row("77", "77-1"), price: null, availability: null, leftOut: "PRICE_MISSING" },
  });
  await db.catalogItem.create({ data: { ...row("78", "78-1"), leftOut: "excluded" } });
  await db.$executeRaw`ANALYZE catalog_items`;
});

describe("the items of a feed", () => {
  test("come by pages, in the order of their ids, each once", async () => {
    const seen: string[] = [];
    let after: string | null = null;
    for (let page = 0; page < 3; page += 1) {
      const found = await look("", after);
      expect(found.isFirstPage).toBe(page === 0);
      seen.push(...found.items.map(({ itemId }) => itemId));
      after = found.next;
    }
    expect(seen).toHaveLength(3 * PUBLISHED_PER_PAGE);
    expect(seen).toEqual([...new Set(seen)].toSorted());
  });

  test("are found by the beginning of an id", async () => {
    const { items, next } = await look("v3999-");
    expect(items.map(({ itemId }) => itemId)).toEqual(
      [0, 1, 2, 3, 4].map((variant) => `v3999-${variant}`),
    );
    expect(next).toBeNull();
  });

  test("are found by a whole product id, beside the items whose id begins with it", async () => {
    expect((await look("77")).items).toMatchObject([
      ...[{ itemId: "77-1", productId: "77", absence: { cause: "issue", code: "PRICE_MISSING" } }],
      ...[0, 1, 2, 3, 4].map((variant) => ({ itemId: `v77-${variant}`, absence: null })),
    ]);
    expect((await look("78-")).items).toMatchObject([
      { itemId: "78-1", absence: { cause: "excluded", code: null } },
    ]);
  });

  test("are none where nothing fits, whatever signs are typed", async () => {
    for (const search of ["%", "_", "'; --", "v9999", "\\"]) {
      expect((await look(search)).items).toEqual([]);
    }
  });

  test("are not another shop's to see", async () => {
    const other = await installedShop("other.myshopify.com");
    expect(await findPublished(other, { feedId: feed.feedId, search: "", after: null })).toEqual({
      ...{ feeds: [], feedId: null, search: "", items: [], isFirstPage: true, next: null },
    });
  });

  test.each(["", "v3999", "77"])("are read by an index for %o", async (search) => {
    const statements = await statementsOf(() => look(search, "a"));
    expect(statements.some(({ text }) => text.includes("catalog_items"))).toBe(true);
    for (const statement of statements) {
      expect(await wholeTablesRead(statement, ["catalog_items"])).toEqual([]);
    }
  });
});

function look(search: string, after: string | null = null) {
  return findPublished(shopId, { feedId: feed.feedId, search, after });
}

function row(productId: string, itemId: string) {
  return {
    ...{ shopId: feed.shopId, feedId: feed.feedId, itemId, productId },
    ...{ variantId: itemId, part: partOf(productId), contentHash: "0".repeat(32) },
    ...{ price: "24.99 USD", availability: "in stock", changedAt: TEST_NOW },
  };
}

async function fill(from: number): Promise<void> {
  const products = Array.from({ length: 1_000 }, (_, index) => String(from + index));
  await db.catalogItem.createMany({
    data: products.flatMap((productId) =>
      Array.from({ length: VARIANTS }, (_, variant) => row(productId, `v${productId}-${variant}`)),
    ),
  });
}
