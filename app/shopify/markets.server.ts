import { gql } from "graphql-request";
import { z } from "zod";

import { homeMarket, isOfMarket, followMarkets } from "~/catalog/market-feeds.server";
import { marketOffers, type ShopMarket } from "~/catalog/market-offer";
import { listFeeds } from "~/catalog/feed.server";
import { InvariantError } from "~/errors";
import { parse } from "~/parse";
import type { Shop } from "~/shops/shop";

import type { Ask } from "./ask-admin.server";

/**
 * What the app may do only when the merchant allows it for this: read the markets, the languages, the words in
 * them, and in which countries a product is to be had.
 */
export const MARKET_SCOPES = [
  "read_markets",
  "read_locales",
  "read_translations",
  "read_publications",
] as const;

export const APP_ACCESS = gql`
  query CatalogAccess {
    currentAppInstallation {
      accessScopes {
        handle
      }
    }
  }
`;

/** Countries are asked for market by market: all of them at once would cost more than one question may. */
export const MARKETS = gql`
  query CatalogMarkets($after: String) {
    shop {
      primaryDomain {
        host
      }
    }
    shopLocales(published: true) {
      locale
      name
    }
    webPresences(first: 50) {
      nodes {
        subfolderSuffix
        domain {
          host
        }
        rootUrls {
          locale
          url
        }
      }
    }
    markets(first: 20, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        name
        status
        type
        webPresences(first: 5) {
          nodes {
            rootUrls {
              locale
              url
            }
          }
        }
      }
    }
  }
`;

export const MARKET_COUNTRIES = gql`
  query CatalogMarketCountries($id: ID!, $after: String) {
    market(id: $id) {
      conditions {
        regionsCondition {
          regions(first: 250, after: $after) {
            pageInfo {
              hasNextPage
              endCursor
            }
            nodes {
              __typename
              ... on MarketRegionCountry {
                code
                name
                currency {
                  currencyCode
                }
              }
            }
          }
        }
      }
    }
  }
`;

/** The markets of a shop. */
export type ShopMarkets =
  | { kind: "read"; markets: readonly ShopMarket[] }
  /** The merchant has not allowed the app to read them. */
  | { kind: "missing_scope" };

/**
 * Reads where a shop sells, in which languages and at which addresses: the active markets that are made of
 * countries. Languages that shoppers cannot choose yet are left out.
 */
export async function readMarkets(ask: Ask): Promise<ShopMarkets> {
  const { data } = await ask(APP_ACCESS, {});
  const granted = read(accessSchema, data).currentAppInstallation.accessScopes;
  const isMissing = MARKET_SCOPES.some((scope) => !granted.some(({ handle }) => handle === scope));
  if (isMissing) return { kind: "missing_scope" };

  const markets: ShopMarket[] = [];
  for (let after: string | null = null; ;) {
    const page: MarketsPage = read(marketsSchema, (await ask(MARKETS, { after })).data);
    for (const market of page.markets.nodes) {
      if (market.status !== "ACTIVE" || market.type !== "REGION") continue;
      markets.push(toMarket(market, await readCountries(ask, market.id), page));
    }
    const { endCursor, hasNextPage } = page.markets.pageInfo;
    if (!hasNextPage || endCursor === null) return { kind: "read", markets };
    after = endCursor;
  }
}

/**
 * Brings the feeds of further markets up to what Shopify says of the markets now. A shop without such feeds is
 * not asked.
 */
export async function refreshMarkets(shop: Shop, ask: Ask): Promise<void> {
  const feeds = await listFeeds(shop.id);
  if (!feeds.some(isOfMarket)) return;
  const found = await readMarkets(ask);
  const home = homeMarket(feeds, shop.settings);
  const offers = found.kind === "read" ? marketOffers(found.markets, home) : null;
  await followMarkets(shop.id, offers);
}

async function readCountries(ask: Ask, id: string): Promise<ShopMarket["countries"]> {
  const countries: ShopMarket["countries"][number][] = [];
  for (let after: string | null = null; ;) {
    const answer: Countries = read(
      countriesSchema,
      (await ask(MARKET_COUNTRIES, { id, after })).data,
    );
    const regions = answer.market?.conditions?.regionsCondition?.regions;
    if (!regions) return countries;
    for (const { code, currency, name } of regions.nodes) {
      if (code && currency && name) countries.push({ code, name, currency: currency.currencyCode });
    }
    if (!regions.pageInfo.hasNextPage || regions.pageInfo.endCursor === null) return countries;
    after = regions.pageInfo.endCursor;
  }
}

/**
 * A market without addresses of its own is shown at those of the shop's main domain, where shoppers choose
 * their country.
 *
 * Source: Shopify Admin API 2026-10, Market.webPresences.
 */
function toMarket(
  { id, name, webPresences }: MarketsPage["markets"]["nodes"][number],
  countries: ShopMarket["countries"],
  page: MarketsPage,
): ShopMarket {
  const own = webPresences.nodes.flatMap(({ rootUrls }) => rootUrls);
  const main = page.webPresences?.nodes.find(
    ({ domain, subfolderSuffix }) =>
      subfolderSuffix === null && domain?.host === page.shop.primaryDomain.host,
  );
  const roots = own.length > 0 ? own : (main?.rootUrls ?? []);
  const languages = new Map<string, ShopMarket["languages"][number]>();
  for (const { locale, url } of roots) {
    const language = page.shopLocales.find((known) => known.locale === locale);
    if (!language || languages.has(locale)) continue;
    languages.set(locale, { locale, name: language.name, rootUrl: url.replace(/\/+$/, "") });
  }
  return {
    marketId: id.slice(id.lastIndexOf("/") + 1),
    ...{ name, countries },
    languages: [...languages.values()],
    hasOwnAddress: own.length > 0,
  };
}

const accessSchema = z.object({
  currentAppInstallation: z.object({ accessScopes: z.array(z.object({ handle: z.string() })) }),
});

const pageInfo = z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() });

const rootUrls = z.array(z.object({ locale: z.string(), url: z.url() }));

/** Source: Shopify Admin API 2026-10, Market, MarketWebPresence, ShopLocale. */
const marketsSchema = z.object({
  shop: z.object({ primaryDomain: z.object({ host: z.string() }) }),
  shopLocales: z.array(z.object({ locale: z.string(), name: z.string() })),
  webPresences: z
    .object({
      nodes: z.array(
        z.object({
          /** `null` where it has a domain of its own. */
          subfolderSuffix: z.string().nullable(),
          domain: z.object({ host: z.string() }).nullable(),
          rootUrls,
        }),
      ),
    })
    .nullable(),
  markets: z.object({
    pageInfo,
    nodes: z.array(
      z.object({
        id: z.string().regex(/^gid:\/\/shopify\/Market\/\d+$/),
        name: z.string(),
        /** `ACTIVE` or `DRAFT`. */
        status: z.string(),
        /** `REGION` is made of countries; others of companies, places or channels. */
        type: z.string(),
        webPresences: z.object({ nodes: z.array(z.object({ rootUrls })) }),
      }),
    ),
  }),
});
type MarketsPage = z.infer<typeof marketsSchema>;

/** A region that is no country has neither code nor currency. Source: Shopify Admin API 2026-10, MarketRegion. */
const countriesSchema = z.object({
  market: z
    .object({
      conditions: z
        .object({
          regionsCondition: z
            .object({
              regions: z.object({
                pageInfo,
                nodes: z.array(
                  z.object({
                    code: z.string().length(2).optional(),
                    name: z.string().optional(),
                    currency: z.object({ currencyCode: z.string().length(3) }).optional(),
                  }),
                ),
              }),
            })
            .nullable(),
        })
        .nullable(),
    })
    .nullable(),
});
type Countries = z.infer<typeof countriesSchema>;

function read<Read>(schema: z.ZodType<Read>, data: unknown): Read {
  const answer = parse(schema, data);
  if (answer.kind === "parsed") return answer.value;
  throw new InvariantError("Shopify's answer does not fit its schema", {
    fields: answer.fields.join(", "),
  });
}
