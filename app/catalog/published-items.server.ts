import { Prisma } from "@prisma/client";
import { db } from "~/db.server";
import type { ShopId } from "~/ids";

import type { Feed } from "./feed";
import { listFeeds } from "./feed.server";
import { causeOf } from "./join-check";
import { partOf } from "./part";
import {
  PUBLISHED_PER_PAGE,
  type PublishedItem,
  type PublishedPage,
  type PublishedQuery,
} from "./published-items";

/** A page of a feed's items. Without a choice, of the shop's first feed. */
export async function findPublished(
  shopId: ShopId,
  { after, feedId, search }: PublishedQuery,
): Promise<PublishedPage> {
  const feeds = await listFeeds(shopId);
  const feed = feeds.find((one) => one.feedId === feedId) ?? feeds[0];
  const rows = feed ? await listItems(feed, search, after ?? "") : [];
  const shown = rows.slice(0, PUBLISHED_PER_PAGE);
  return {
    feeds: feeds.map((one) => ({ feedId: one.feedId, market: one.market })),
    feedId: feed?.feedId ?? null,
    search,
    items: shown.map(toItem),
    isFirstPage: after === null,
    next: rows.length > PUBLISHED_PER_PAGE ? (shown.at(-1)?.itemId ?? null) : null,
  };
}

type Row = Omit<PublishedItem, "absence"> & { leftOut: string | null };

/** One more than a page, in the order of the primary key, which every branch walks. */
function listItems(feed: Feed, search: string, after: string): Promise<Row[]> {
  const limit = PUBLISHED_PER_PAGE + 1;
  const ofFeed = Prisma.sql`
    SELECT "itemId", "productId", price, "salePrice", availability, "leftOut", "changedAt"
      FROM catalog_items
     WHERE "shopId" = ${feed.shopId}::uuid AND "feedId" = ${feed.feedId}::uuid AND "itemId" > ${after}`;
  const inOrder = Prisma.sql`ORDER BY "itemId" LIMIT ${limit}`;
  if (search === "") return db.$queryRaw<Row[]>`${ofFeed} ${inOrder}`;
  const named = Prisma.sql`${ofFeed}
       AND "itemId" >= ${search} AND "itemId" < ${search + LAST_CHARACTER}
       AND starts_with("itemId", ${search}) ${inOrder}`;
  if (!PRODUCT_ID.test(search)) return db.$queryRaw<Row[]>`${named}`;
  return db.$queryRaw<Row[]>`
    SELECT * FROM ((${named}) UNION (
      ${ofFeed} AND part = ${partOf(search)} AND "productId" = ${search} ${inOrder})) AS found
    ${inOrder}`;
}

/** No item id that begins with a text comes after the text with this behind it. */
const LAST_CHARACTER = "\u{10FFFF}";

const PRODUCT_ID = /^\d{1,20}$/;

function toItem({ leftOut, ...row }: Row): PublishedItem {
  return { ...row, absence: causeOf({ productId: row.productId, leftOut }, false) };
}
