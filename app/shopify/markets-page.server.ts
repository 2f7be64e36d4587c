import { setTimeout as pause } from "node:timers/promises";

import type { Feed } from "~/catalog/feed";
import { listFeeds } from "~/catalog/feed.server";
import { chooseMarkets, homeMarket, isOfMarket } from "~/catalog/market-feeds.server";
import { FEEDS_MAX, marketKey, marketOffers, type MarketOffer } from "~/catalog/market-offer";
import {
  marketGroups,
  type MarketsAnswer,
  type MarketsForm,
  type MarketsPage,
} from "~/catalog/markets-page";
import { UpstreamUnavailableError } from "~/errors";
import { log } from "~/log.server";
import type { Shop } from "~/shops/shop";

import { adminClient } from "./admin.server";
import { askAdmin } from "./ask-admin.server";
import { MARKET_SCOPES, readMarkets } from "./markets.server";

/** The markets of a shop as Shopify has them now, and which of them have a feed. */
export async function findMarketsPage(shop: Shop): Promise<MarketsPage> {
  const feeds = await listFeeds(shop.id);
  const chosen = feeds.filter((feed) => isOfMarket(feed) && feed.state !== "leaving");
  const found = await findOffers(shop, feeds);
  switch (found.kind) {
    case "unavailable":
      return found;
    case "missing_scope":
      return { kind: "missing_scope", feeds: chosen.length, scopes: [...MARKET_SCOPES] };
    case "read":
      return { kind: "read", groups: marketGroups(found.offers, chosen) };
  }
}

/** Makes the merchant's choice, checked against what Shopify offers now. */
export async function answerMarketsForm(
  shop: Shop,
  { chosen }: MarketsForm,
  now: Date,
): Promise<MarketsAnswer> {
  const feeds = await listFeeds(shop.id);
  const kept = new Set(feeds.map(({ market }) => marketKey(market)));
  // The shop's own feed is one of them.
  if (chosen.length >= FEEDS_MAX) return { kind: "too_many" };
  const found = await findOffers(shop, feeds);
  if (found.kind !== "read") return found;
  const open = found.offers.filter(({ problem }) => problem === null);
  const keys = new Set(open.map(({ key }) => key));
  if (chosen.some((key) => !keys.has(key) && !kept.has(key))) return { kind: "stale" };
  return { kind: "saved", ...(await chooseMarkets(shop, chosen, open, now)) };
}

type Offers =
  | { kind: "read"; offers: readonly MarketOffer[] }
  | { kind: "missing_scope" }
  | { kind: "unavailable" };

async function findOffers(shop: Shop, feeds: readonly Feed[]): Promise<Offers> {
  try {
    const client = await adminClient(shop.shopDomain, "all");
    if (!client) return { kind: "unavailable" };
    const found = await readMarkets(askAdmin(client, (ms) => pause(ms)));
    if (found.kind !== "read") return found;
    return { kind: "read", offers: marketOffers(found.markets, homeMarket(feeds, shop.settings)) };
  } catch (err) {
    if (!(err instanceof UpstreamUnavailableError)) throw err;
    log.warn({ err, shopId: shop.id }, "the markets of a shop could not be read");
    return { kind: "unavailable" };
  }
}
