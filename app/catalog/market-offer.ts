import { countryCurrencies } from "./country-currency";
import {
  isUsualCurrency,
  marketLocale,
  pinterestLocale,
  type FeedMarket,
  type Market,
  type PinterestLocale,
} from "./market";

/** A market of the platform: where its shoppers are, and in which languages they read the shop. */
export type ShopMarket = {
  /** Decimal digits. */
  marketId: string;
  name: string;
  countries: readonly MarketCountry[];
  languages: readonly MarketLanguage[];
  /** Whether its pages have addresses that no other market has. */
  hasOwnAddress: boolean;
};

/** `currency`: what shoppers of the country pay in, in this market. */
export type MarketCountry = { code: string; name: string; currency: string };

/** `rootUrl`: where the pages in this language begin, without a slash at the end. */
export type MarketLanguage = { locale: string; name: string; rootUrl: string };

/**
 * Why a market gets no feed.
 *
 * - `home`: it is the shop's own, which has one already.
 * - `country_unknown`, `language_unknown`, `currency_unknown`: Pinterest's catalogs do not have it.
 * - `same_at_pinterest`: Pinterest has one language for this one and for another of the same country.
 */
export const OFFER_PROBLEMS = [
  "home",
  "country_unknown",
  "language_unknown",
  "currency_unknown",
  "same_at_pinterest",
] as const;
export type OfferProblem = (typeof OFFER_PROBLEMS)[number];

/** `unusual_currency`: Pinterest takes it, and shows the products to fewer people. */
export type OfferCaution = "unusual_currency";

/** A market that could have a feed: one country, one language, one currency. */
export type MarketOffer = Omit<FeedMarket, "storefront"> & {
  /** Names it in a form. The currency may change under it. */
  key: string;
  storefront: NonNullable<FeedMarket["storefront"]>;
  marketName: string;
  countryName: string;
  languageName: string;
  /** How Pinterest spells the language; `null` where it has none. */
  pinterestLocale: PinterestLocale | null;
  problem: OfferProblem | null;
  caution: OfferCaution | null;
};

/**
 * So many feeds a shop may have. **Decision:** Pinterest takes 50 data sources of an account, which may have
 * others; and one question to the platform asks for every market at once.
 */
export const FEEDS_MAX = 20;

/**
 * What the markets of a shop have to offer, by market, country and language. A country that is in several
 * markets is offered where it is with the fewest others, as shoppers get to see it.
 *
 * @param home the market of the shop's own feed.
 */
export function marketOffers(markets: readonly ShopMarket[], home: Market): MarketOffer[] {
  const offers = new Map<string, MarketOffer>();
  const known = new Set([nameAtPinterest(home)]);
  const closest = markets.toSorted(
    (one, other) => one.countries.length - other.countries.length || byName(one, other),
  );
  for (const market of closest) {
    for (const country of market.countries.toSorted(byName)) {
      for (const language of market.languages) {
        const offer = toOffer(market, country, language, home);
        if (offers.has(offer.key)) continue;
        const name = nameAtPinterest(offer.market);
        const isSame = offer.problem === null && known.has(name);
        offers.set(offer.key, isSame ? { ...offer, problem: "same_at_pinterest" } : offer);
        if (offer.problem === null) known.add(name);
      }
    }
  }
  return [...offers.values()].toSorted((one, other) =>
    one.marketName.localeCompare(other.marketName, "en"),
  );
}

/** What names a feed's market as long as it is the same: its currency may change. */
export function marketKey({ country, locale }: Pick<Market, "country" | "locale">): string {
  return `${country}:${locale}`;
}

function toOffer(
  { countries, hasOwnAddress, marketId, name }: ShopMarket,
  country: MarketCountry,
  { locale, name: languageName, rootUrl }: MarketLanguage,
  home: Market,
): MarketOffer {
  const { code, currency } = country;
  const market = { country: code, locale: marketLocale(locale, code), currency };
  return {
    key: marketKey(market),
    market,
    storefront: {
      ...{ marketId, locale, rootUrl },
      asksCountry: !hasOwnAddress || countries.length > 1,
    },
    marketName: name,
    countryName: country.name,
    languageName,
    pinterestLocale: pinterestLocale(market.locale),
    problem: problemOf(market, home),
    caution: isUsualCurrency(currency, code) ? null : "unusual_currency",
  };
}

function problemOf(market: Market, home: Market): OfferProblem | null {
  if (nameAtPinterest(market) === nameAtPinterest(home)) return "home";
  if (!isCatalogCountry(market.country)) return "country_unknown";
  if (pinterestLocale(market.locale) === null) return "language_unknown";
  return isCatalogCurrency(market.currency) ? null : "currency_unknown";
}

/** Pinterest keeps one set of items for each country and language. */
function nameAtPinterest({ country, locale }: Market): string {
  return `${country}:${pinterestLocale(locale) ?? ""}`;
}

function byName(one: { name: string }, other: { name: string }): number {
  return one.name.localeCompare(other.name, "en");
}

/** North Korea and Kosovo are not in Pinterest's list. Source: Pinterest API v5.23, Country. */
const NO_CATALOG_COUNTRIES: readonly string[] = ["KP", "XK"];

function isCatalogCountry(country: string): boolean {
  return !NO_CATALOG_COUNTRIES.includes(country) && countryCurrencies(country).length > 0;
}

/**
 * Currencies of countries that Pinterest's list does not have: newer ones, of which it has the old code.
 *
 * Source: Pinterest API v5.23, NullableCurrency, against ISO 4217.
 */
const NEWER_CURRENCIES: readonly string[] = ["MRU", "SLE", "SSP", "STN", "VES", "XCG", "ZWG"];

function isCatalogCurrency(currency: string): boolean {
  return !NEWER_CURRENCIES.includes(currency);
}
