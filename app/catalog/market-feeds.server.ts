import { db } from "~/db.server";
import type { ShopId } from "~/ids";
import { log } from "~/log.server";
import { enqueue } from "~/queue.server";
import type { ShopSettings } from "~/shops/settings";
import type { Shop } from "~/shops/shop";

import type { Feed, FeedProblem, FeedState } from "./feed";
import { ensureFeed, ensureFeeds, listFeeds, storefrontColumns } from "./feed.server";
import type { Market } from "./market";
import { marketKey, type MarketOffer } from "./market-offer";
import { requestSync } from "./sync-run.server";

/** The market of the shop's own feed, which every other is compared with. */
export function homeMarket(feeds: readonly Feed[], { feed }: ShopSettings): Market {
  const { country, currency, locale } = feed;
  return (
    feeds.find(({ storefront }) => storefront === null)?.market ?? { country, currency, locale }
  );
}

/** How many feeds a choice began and ended. */
export type MarketChanges = { added: number; removed: number };

/**
 * Gives these markets a feed each, and takes theirs from all others. A feed that is taken away goes on
 * answering until Pinterest has deleted it, which a job sees to. The same choice again changes nothing.
 *
 * @param chosen keys of {@link marketKey}; one that is not offered keeps the feed that it has.
 */
export async function chooseMarkets(
  { id: shopId, settings }: Pick<Shop, "id" | "settings">,
  chosen: readonly string[],
  offers: readonly MarketOffer[],
  now: Date,
): Promise<MarketChanges> {
  const feeds = (await ensureFeeds(shopId, settings)).filter(isOfMarket);
  const wanted = new Set(chosen);
  const kept = new Set(
    feeds.filter(({ state }) => state !== "leaving").map(({ market }) => marketKey(market)),
  );
  const added = offers.filter(({ key }) => wanted.has(key) && !kept.has(key));
  const removed = feeds.filter(
    ({ market, state }) => state !== "leaving" && !wanted.has(marketKey(market)),
  );
  await db.$transaction(async (tx) => {
    for (const { key, market, storefront } of added) {
      const leaving = feeds.find((feed) => marketKey(feed.market) === key);
      const feed = leaving ?? (await ensureFeed(tx, shopId, market, storefront));
      await tx.feed.updateMany({
        where: { id: feed.feedId, shopId },
        data: { ...toRow("on", null, { market, storefront }), chosenAt: now },
      });
    }
    for (const { feedId } of removed) {
      await tx.feed.updateMany({
        where: { id: feedId, shopId },
        data: { state: "leaving" satisfies FeedState, problem: null },
      });
      await enqueue(tx, "remove-feed", { shopId, feedId });
    }
    if (added.length > 0) await requestSync(tx, shopId, "settings", now);
  });
  const changes = { added: added.length, removed: removed.length };
  log.info({ shopId, ...changes }, "changed which markets have a feed");
  return changes;
}

/**
 * Makes the feeds of markets what the platform says of the markets now: their addresses and currencies
 * follow, and a feed whose market is gone is off until it is back.
 *
 * @param offers `null` where the app may not read the markets.
 */
export async function followMarkets(
  shopId: ShopId,
  offers: readonly MarketOffer[] | null,
): Promise<void> {
  const known = new Map(offers?.map((offer) => [offer.key, offer]));
  for (const feed of await listFeeds(shopId)) {
    if (!isOfMarket(feed) || feed.state === "leaving") continue;
    const offer = known.get(marketKey(feed.market));
    const isOn = offer !== undefined && offer.problem === null;
    const data = isOn
      ? toRow("on", null, offer)
      : toRow("off", offers === null ? "access_missing" : "market_gone", feed);
    // A merchant who takes the market away meanwhile keeps the last word.
    const where = { id: feed.feedId, shopId, state: { not: "leaving" satisfies FeedState } };
    await db.feed.updateMany({ where, data });
  }
}

/** Whether a feed is for a further market, beside the shop's own. */
export function isOfMarket({ storefront }: Pick<Feed, "storefront">): boolean {
  return storefront !== null;
}

function toRow(
  state: FeedState,
  problem: FeedProblem | null,
  { market, storefront }: Pick<Feed, "market" | "storefront">,
) {
  return { state, problem, currency: market.currency, ...storefrontColumns(storefront) };
}
