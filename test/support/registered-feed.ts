import { randomUUID } from "node:crypto";

import type { FeedKey } from "~/catalog/feed";
import { ensureFeed } from "~/catalog/feed.server";
import type { Market } from "~/catalog/market";
import { db } from "~/db.server";
import type { ShopId } from "~/ids";

import type { LocalPinterest } from "./pinterest";

const AMERICA: Market = { country: "US", locale: "en-US", currency: "USD" };

/** A feed that was published, without its file. */
export async function publishedFeed(shopId: ShopId, market = AMERICA): Promise<FeedKey> {
  const { feedId } = await ensureFeed(db, shopId, market);
  await db.feed.update({ where: { id: feedId }, data: { currentVersionId: randomUUID() } });
  return { shopId, feedId };
}

/** What the local Pinterest knows of feeds and items. */
export type PinterestFeeds = {
  feeds: { id: string; name: string; location: string; format: string; hasCredentials: boolean }[];
  items: Record<string, Record<string, { row: Record<string, string>; at: number }>>;
};

export function feedsAtPinterest(pinterest: LocalPinterest): Promise<PinterestFeeds> {
  return pinterest.control("GET", "feeds");
}

/** Lets Pinterest fetch a feed of these items, each at ten dollars and in stock. */
export async function fetchedByPinterest(
  pinterest: LocalPinterest,
  itemIds: readonly string[],
  changes: Readonly<Record<string, string>> = {},
): Promise<void> {
  const [feed] = (await feedsAtPinterest(pinterest)).feeds;
  const rows = itemIds.map((id) => ({
    id,
    title: `Item ${id}`,
    description: "A thing",
    link: `https://demo.example/products/${id}`,
    image_link: `https://demo.example/${id}.jpg`,
    price: "10.00 USD",
    availability: "in stock",
    google_product_category: "Apparel & Accessories",
    ...changes,
  }));
  const columns = Object.keys(rows[0] ?? {});
  const lines = rows.map((row) => Object.values(row).join("\t"));
  const text = [columns.join("\t"), ...lines].join("\n");
  await pinterest.control("POST", `feeds/${feed?.id}/fetch`, { text });
}

/** The items of the American feed at Pinterest, by id. */
export async function itemsAtPinterest(pinterest: LocalPinterest) {
  const { items } = await feedsAtPinterest(pinterest);
  const [catalog = {}] = Object.values(items);
  return Object.fromEntries(
    Object.entries(catalog).map(([id, { row }]) => [
      id,
      [row["price"], row["sale_price"] ?? "", row["availability"]].join(" | "),
    ]),
  );
}
