import type { FeedProblem } from "~/catalog/feed";
import type { OfferCaution, OfferProblem } from "~/catalog/market-offer";
import type { MarketsAnswer } from "~/catalog/markets-page";

const offerProblems = {
  market_home: "This is your store's own market, which always has a feed.",
  market_country_unknown: "Pinterest has no catalogs for this country.",
  market_language_unknown:
    "Pinterest has no catalogs in this language. Choose another language of this market.",
  market_currency_unknown:
    "Pinterest does not know this currency. Let the market sell in another one in Shopify.",
  market_same_at_pinterest:
    "Pinterest has one language for this one and for another of the same country. Choose the other one.",
} as const satisfies Record<`market_${OfferProblem}`, string>;

const cautions = {
  market_unusual_currency:
    "Few shoppers of this country pay in {currency}. Pinterest takes it, and shows the products to fewer people.",
} as const satisfies Record<`market_${OfferCaution}`, string>;

const feedProblems = {
  feed_market_gone:
    "Shopify no longer offers this market in this language. The last version of the feed is still answered. Bring the market back in Shopify, or take the feed away here.",
  feed_access_missing:
    "The app may not read the markets any more. The last version of the feed is still answered. Allow it again to go on.",
} as const satisfies Record<`feed_${FeedProblem}`, string>;

const answers = {
  markets_saved:
    "The choice is saved. A new feed is published and registered once the catalog was read.",
  markets_too_many: "A store may have {most} feeds, its own included. Choose fewer markets.",
  markets_stale:
    "A market changed in Shopify since this page was opened. Look at the choice again, then save it.",
  markets_missing_scope: "The app may not read your markets. Allow it first.",
  markets_unavailable: "Shopify did not answer. Nothing was changed; try again in a minute.",
  markets_unreadable: "The app did not understand this page. Reload it and try again.",
} as const satisfies Record<`markets_${MarketsAnswer["kind"]}`, string>;

/** Sentences of the page of the markets. */
export const markets = {
  ...offerProblems,
  ...cautions,
  ...feedProblems,
  ...answers,
  feed_is_leaving:
    "You took this market away. The feed is answered until Pinterest has deleted it, which the app asks for every day.",
  markets_explained:
    "Each market that you choose gets a feed of its own: in its language where the products are translated, with the prices that its shoppers pay, and with links to its pages. Pinterest shows it to people in that country.",
  markets_limit: "A store may have up to {most} feeds, and Pinterest takes 50 of one account.",
  markets_access:
    "For this, the app has to read your markets, languages, translations and where products are for sale. It changes none of them.",
  markets_access_feeds: "Until then, these feeds stay as they are: {feeds}.",
  markets_declined: "Without this access only your store's own market has a feed.",
  market_facts: "Prices in {currency}. Pinterest's language: {spelled}.",
  market_facts_unspelled: "Prices in {currency}.",
  markets_none:
    "Shopify has no active market with countries, besides your store's own. Add one in Shopify's settings under Markets.",
  markets_nothing_found: "No country or language has these letters.",
  markets_removal:
    "Feeds that are taken away: {count}. Pinterest deletes them with their pins and product groups, and ads with these products stop.",
  markets_unreachable: "The app could not be reached. Check your connection and try again.",
} as const satisfies Record<string, string>;

/** The words on headings, fields and buttons of the page of the markets. */
export const marketLabels = {
  markets: "Markets",
  feed_leaving: "Being removed",
  choose_markets: "Choose markets",
  markets_allow: "Allow access",
  markets_filter: "Find a country or language",
  markets_saved_toast: "Markets saved",
  market_row: "{country} in {language}",
  markets_lost: "No longer in Shopify",
} as const satisfies Record<string, string>;
