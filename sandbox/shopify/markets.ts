import type { Shop } from "./shop.ts";

/** A market of a shop, as the merchant made it. */
export type ShopMarket = {
  id: number;
  name: string;
  status: "ACTIVE" | "DRAFT";
  countries: readonly { code: string; name: string; currencyCode: string }[];
  /** Its own address; `null`: that of the shop's main domain. */
  presence: { subfolderSuffix: string; locales: readonly string[] } | null;
};

/** A language of a shop. One that is not published cannot be chosen by shoppers. */
export type ShopLocale = { locale: string; name: string; primary: boolean; published: boolean };

/** Enough for every case: one's own, with two languages, without an address, and one that Pinterest lacks. */
export function newMarkets(): ShopMarket[] {
  return [
    {
      ...{ id: 7001, name: "United States", status: "ACTIVE", presence: null },
      countries: [{ code: "US", name: "United States", currencyCode: "USD" }],
    },
    {
      ...{ id: 7002, name: "Canada", status: "ACTIVE" },
      countries: [{ code: "CA", name: "Canada", currencyCode: "CAD" }],
      presence: { subfolderSuffix: "ca", locales: ["en", "fr"] },
    },
    {
      ...{ id: 7003, name: "Euro zone", status: "ACTIVE" },
      countries: [
        { code: "DE", name: "Germany", currencyCode: "EUR" },
        { code: "FR", name: "France", currencyCode: "EUR" },
      ],
      presence: { subfolderSuffix: "eu", locales: ["de", "fr", "ja"] },
    },
    {
      ...{ id: 7004, name: "United Kingdom", status: "ACTIVE", presence: null },
      countries: [{ code: "GB", name: "United Kingdom", currencyCode: "GBP" }],
    },
    {
      ...{ id: 7005, name: "Kazakhstan", status: "ACTIVE" },
      countries: [{ code: "KZ", name: "Kazakhstan", currencyCode: "KZT" }],
      presence: { subfolderSuffix: "kz", locales: ["kk"] },
    },
    {
      ...{ id: 7006, name: "Japan", status: "DRAFT", presence: null },
      countries: [{ code: "JP", name: "Japan", currencyCode: "JPY" }],
    },
  ];
}

export function newLocales(): ShopLocale[] {
  return [
    { locale: "en", name: "English", primary: true, published: true },
    { locale: "fr", name: "French", primary: false, published: true },
    { locale: "de", name: "German", primary: false, published: true },
    { locale: "kk", name: "Kazakh", primary: false, published: true },
    { locale: "ja", name: "Japanese", primary: false, published: false },
  ];
}

/** What a shop's money is worth in other currencies, in hundredths. */
const RATES: Readonly<Record<string, number>> = { CAD: 140, EUR: 92, GBP: 79, KZT: 52_000 };

/** What shoppers of a country pay in; a country without a market pays in the shop's currency. */
export function moneyIn(shop: Shop, country: string): { currencyCode: string; rate: number } {
  const found = shop.markets
    .filter(({ status }) => status === "ACTIVE")
    .flatMap(({ countries }) => countries)
    .find(({ code }) => code === country);
  const currencyCode = found?.currencyCode ?? shop.currencyCode;
  return { currencyCode, rate: RATES[currencyCode] ?? 100 };
}

/** The Admin API's form of a market. */
export function toGraphqlMarket(shop: Shop, market: ShopMarket) {
  const presence = market.presence;
  return {
    __typename: "Market" as const,
    id: `gid://shopify/Market/${market.id}`,
    handle: market.name.toLowerCase().replaceAll(" ", "-"),
    name: market.name,
    status: market.status,
    type: "REGION",
    conditions: {
      conditionTypes: ["REGION"],
      regionsCondition: {
        regions: () => ({
          pageInfo: NO_MORE,
          nodes: market.countries.map(({ code, currencyCode, name }, index) => ({
            __typename: "MarketRegionCountry",
            id: `gid://shopify/MarketRegionCountry/${market.id}${index}`,
            ...{ code, name },
            currency: { currencyCode, currencyName: currencyCode, enabled: true },
          })),
        }),
      },
    },
    webPresences: () => ({
      pageInfo: NO_MORE,
      nodes: presence ? [toPresence(shop, market.id, presence)] : [],
    }),
  };
}

/** The address of the main domain, with every published language, and those of the markets. */
export function toGraphqlPresences(shop: Shop) {
  const locales = shop.locales.filter(({ published }) => published).map(({ locale }) => locale);
  return {
    pageInfo: NO_MORE,
    nodes: [
      toPresence(shop, 1, { subfolderSuffix: null, locales }),
      ...shop.markets.flatMap(({ id, presence }) =>
        presence ? [toPresence(shop, id, presence)] : [],
      ),
    ],
  };
}

const NO_MORE = {
  hasNextPage: false,
  hasPreviousPage: false,
  startCursor: null,
  endCursor: null,
};

/**
 * The main domain has its first language at the root and the others in folders of their own; a subfolder has
 * the language in its name. Source: Shopify Admin API 2026-10, MarketWebPresence.subfolderSuffix.
 */
function toPresence(
  shop: Shop,
  id: number,
  presence: { subfolderSuffix: string | null; locales: readonly string[] },
) {
  const root = `https://${shop.domain}`;
  const { locales, subfolderSuffix } = presence;
  const folder = (locale: string, index: number) => {
    if (subfolderSuffix !== null) return `/${locale}-${subfolderSuffix}`;
    return index === 0 ? "" : `/${locale}`;
  };
  return {
    __typename: "MarketWebPresence",
    id: `gid://shopify/MarketWebPresence/${id}`,
    subfolderSuffix,
    domain: subfolderSuffix === null ? { id: "gid://shopify/Domain/1", host: shop.domain } : null,
    rootUrls: locales.map((locale, index) => ({ locale, url: `${root}${folder(locale, index)}` })),
  };
}
