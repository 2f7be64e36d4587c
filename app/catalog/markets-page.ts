import { z } from "zod";

import { parse, type Parsed } from "~/parse";

import type { FeedProblem } from "./feed";
import type { Market } from "./market";
import { marketKey, type MarketOffer, type OfferCaution, type OfferProblem } from "./market-offer";

/** What the page of the markets shows. */
export type MarketsPage =
  | { kind: "read"; groups: MarketGroup[] }
  /** The merchant: the app may not read the markets, for which it needs `scopes`. `feeds`: how many wait for that. */
  | { kind: "missing_scope"; feeds: number; scopes: string[] }
  /** The platform did not answer. */
  | { kind: "unavailable" };

/** A market of the platform; `null` for feeds whose market is gone. */
export type MarketGroup = { name: string | null; rows: MarketRow[] };

/** A market that has a feed, or could have one. */
export type MarketRow = {
  key: string;
  market: Market;
  /** As the platform calls them; the codes where it knows the market no more. */
  countryName: string;
  languageName: string;
  /** How Pinterest spells the language; `null` where it has none. */
  spelled: string | null;
  isChosen: boolean;
  problem: OfferProblem | null;
  caution: OfferCaution | null;
  feedProblem: FeedProblem | null;
};

/** A feed of a further market, as far as the page is concerned. */
export type ChosenMarket = { market: Market; problem: FeedProblem | null };

/** The offers, with the feeds that there are; those of which nothing is offered come last. */
export function marketGroups(
  offers: readonly MarketOffer[],
  chosen: readonly ChosenMarket[],
): MarketGroup[] {
  const feeds = new Map(chosen.map((feed) => [marketKey(feed.market), feed]));
  const rows = offers.map((offer) => ({ group: offer.marketName, row: toRow(offer, feeds) }));
  const groups = [...Map.groupBy(rows, ({ group }) => group)].map(([name, of]) => ({
    name,
    rows: of.map(({ row }) => row),
  }));
  const known = new Set(offers.map(({ key }) => key));
  const lost = chosen.filter(({ market }) => !known.has(marketKey(market)));
  return lost.length === 0 ? groups : [...groups, { name: null, rows: lost.map(toLostRow) }];
}

function toRow(offer: MarketOffer, feeds: ReadonlyMap<string, ChosenMarket>): MarketRow {
  const { caution, countryName, key, languageName, market, pinterestLocale, problem } = offer;
  const feed = feeds.get(key);
  return {
    ...{ key, market, countryName, languageName, problem, caution },
    spelled: pinterestLocale,
    isChosen: feed !== undefined || problem === "home",
    feedProblem: feed?.problem ?? null,
  };
}

function toLostRow({ market, problem }: ChosenMarket): MarketRow {
  return {
    key: marketKey(market),
    market,
    countryName: market.country,
    languageName: market.locale,
    spelled: null,
    isChosen: true,
    problem: null,
    caution: null,
    feedProblem: problem ?? "market_gone",
  };
}

/** What the merchant wants: the keys of all markets that shall have a feed, but for the shop's own. */
export type MarketsForm = { chosen: readonly string[] };

const KEY = /^[A-Z]{2}:[A-Za-z0-9-]{2,35}$/;

const formSchema = z.object({
  chosen: z
    .string()
    .transform((text) => text.split(",").filter((key) => key !== ""))
    .pipe(z.array(z.string().regex(KEY)).max(1_000)),
});

/** The form of the page as it is posted: the keys in one field, separated by commas. */
export function parseMarketsForm(form: FormData): Parsed<MarketsForm> {
  return parse(formSchema, Object.fromEntries(form));
}

/** What the page is told. */
export type MarketsAnswer =
  | { kind: "saved"; added: number; removed: number }
  /** The merchant: fewer of them. */
  | { kind: "too_many" }
  /** The merchant: a market changed at the platform since the page was read. */
  | { kind: "stale" }
  | { kind: "missing_scope" }
  | { kind: "unavailable" }
  /** Only a form that is not ours does this. */
  | { kind: "unreadable"; fields: readonly string[] };
