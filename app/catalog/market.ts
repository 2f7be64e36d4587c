import { countryCurrencies } from "./country-currency";

/** Whom a feed is for. At Pinterest, country and locale of a feed can never be changed afterwards. */
export type Market = {
  /** ISO 3166-1 alpha-2, in capitals. */
  country: string;
  /** BCP 47, as the platform spells it, e.g. `de-DE`. */
  locale: string;
  /** ISO 4217, in capitals. */
  currency: string;
};

/** How shoppers of a market meet the shop, where the platform has markets. */
export type Storefront = {
  /** Decimal digits. */
  marketId: string;
  /** The language as the platform keeps translations by it, e.g. `fr` or `pt-BR`. */
  locale: string;
  /** Where the pages of this market and language begin, without a slash at the end. */
  rootUrl: string;
  /** The address leaves open which country a shopper is in, so it has to be said. */
  asksCountry: boolean;
};

/** A market that a feed is for. */
export type FeedMarket = {
  market: Market;
  /** `null` for the shop's own market, whose words, prices and addresses are those of the products. */
  storefront: Storefront | null;
};

/** Source: Pinterest API v5.23, CatalogsLocale. */
export const PINTEREST_LOCALES = [
  "af-ZA",
  "ar-SA",
  "bg-BG",
  "bn-IN",
  "cs-CZ",
  "da-DK",
  "de",
  "el-GR",
  "en-AU",
  "en-CA",
  "en-GB",
  "en-IN",
  "en-US",
  "es-419",
  "es-AR",
  "es-ES",
  "es-MX",
  "fi-FI",
  "fr",
  "fr-CA",
  "he-IL",
  "hi-IN",
  "hr-HR",
  "hu-HU",
  "id-ID",
  "it",
  "ja",
  "ko-KR",
  "ms-MY",
  "nb-NO",
  "nl",
  "pl-PL",
  "pt-BR",
  "pt-PT",
  "ro-RO",
  "ru-RU",
  "sk-SK",
  "sv-SE",
  "te-IN",
  "th-TH",
  "tl-PH",
  "tr",
  "uk-UA",
  "vi-VN",
  "zh-CN",
  "zh-TW",
] as const;

export type PinterestLocale = (typeof PINTEREST_LOCALES)[number];

/** Other spellings of a language. Source: IANA Language Subtag Registry, macrolanguages and old codes. */
const LANGUAGES: Readonly<Record<string, string>> = {
  no: "nb",
  nn: "nb",
  iw: "he",
  in: "id",
  fil: "tl",
};

/**
 * For a language of which Pinterest knows several places. **Decision:** a place that is not listed reads
 * the widest form: American English, Latin American Spanish, simplified Chinese.
 */
const WIDEST: Readonly<Record<string, PinterestLocale>> = {
  en: "en-US",
  es: "es-419",
  pt: "pt-BR",
  zh: "zh-CN",
};

const TRADITIONAL_CHINESE = /-(hant|tw|hk|mo)\b/i;

/**
 * Pinterest's spelling of a locale: `de-DE` is `de`, `en-us` is `en-US`, `en-NZ` is `en-US`. `null` for a
 * language that Pinterest's catalogs do not have.
 */
export function pinterestLocale(locale: string): PinterestLocale | null {
  const [typed = "", ...rest] = locale.replaceAll("_", "-").toLowerCase().split("-");
  const language = LANGUAGES[typed] ?? typed;
  if (language === "zh" && TRADITIONAL_CHINESE.test(locale)) return "zh-TW";

  const wanted = [language, ...rest].join("-");
  const exact = PINTEREST_LOCALES.find((known) => known.toLowerCase() === wanted);
  if (exact) return exact;
  const bare = PINTEREST_LOCALES.find((known) => known === language);
  if (bare) return bare;
  const places = PINTEREST_LOCALES.filter((known) => known.startsWith(`${language}-`));
  return WIDEST[language] ?? places[0] ?? null;
}

/**
 * The locale of a platform's language in a country: `fr` is `fr-CA` in Canada. A language that names its
 * place keeps it: Brazilian Portuguese is read in the United States too.
 */
export function marketLocale(locale: string, country: string): string {
  return locale.includes("-") ? locale : `${locale}-${country}`;
}

/** Whether shoppers of a country usually pay in this currency. A country that we do not know takes any. */
export function isUsualCurrency(currency: string, country: string): boolean {
  const usual = countryCurrencies(country);
  return usual.length === 0 || usual.includes(currency);
}
