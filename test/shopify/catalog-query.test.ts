import { NoDeprecatedCustomRule, parse, specifiedRules, validate } from "graphql";
import { expect, test } from "vitest";

import { DEFAULT_MAPPING } from "~/catalog/mapping";
import type { FeedMarket } from "~/catalog/market";
import { bulkProductsQuery, productQuery } from "~/shopify/catalog-query";
import { APP_ACCESS, MARKET_COUNTRIES, MARKETS } from "~/shopify/markets.server";

import { adminSchema } from "../../sandbox/shopify/admin-schema";

const HOME: FeedMarket = {
  market: { country: "US", locale: "en-US", currency: "USD" },
  storefront: null,
};
const BRAZIL: FeedMarket = {
  market: { country: "BR", locale: "pt-BR", currency: "BRL" },
  storefront: {
    ...{ marketId: "7", locale: "pt-BR", rootUrl: "https://demo.example/br", asksCountry: false },
  },
};
const QUERIES = {
  bulk: bulkProductsQuery([HOME]),
  "bulk of markets": bulkProductsQuery([HOME, BRAZIL]),
  product: productQuery([HOME]),
  "product of markets": productQuery([HOME, BRAZIL]),
  access: APP_ACCESS,
  markets: MARKETS,
  "market's countries": MARKET_COUNTRIES,
};

test.each(Object.entries(QUERIES))(
  "the %s question is one of Shopify's own schema, and asks nothing deprecated",
  (_, query) => {
    const rules = [...specifiedRules, NoDeprecatedCustomRule];
    const faults = validate(adminSchema().schema, parse(query), rules);
    expect(faults.map(({ message }) => message)).toEqual([]);
  },
);

test("both ask for the same fields of a product and a variant", () => {
  const fields = (query: string) =>
    [...query.matchAll(/^\s*(\w+)/gm)].map(([, name]) => name).filter((name) => name !== "query");
  const ofBulk = new Set(fields(bulkProductsQuery([HOME, BRAZIL])));
  const missing = fields(productQuery([HOME, BRAZIL])).filter((name) => !ofBulk.has(name));
  expect(missing).toEqual(["product", "pageInfo", "nodes"]);
});

test("every metafield that the default mapping reads is asked for, or has no usual place", () => {
  const read = Object.values(DEFAULT_MAPPING).flatMap((sources) =>
    sources.flatMap((source) => (source.from === "metafield" ? [source.name] : [])),
  );
  const asked = new Set(
    [...QUERIES.bulk.matchAll(/(\w+): metafield\(/g)].map(([, name]) => name ?? ""),
  );
  expect(read.filter((name) => !asked.has(name))).toEqual([
    "videoLink",
    "salePriceEffectiveDate",
    "availabilityDate",
    "color",
    "size",
    "material",
    "pattern",
  ]);
});

test("markets cost a bulk operation no further connection, of which it takes five", () => {
  const connections = (query: string) => query.match(/\bedges\b/g)?.length;
  expect(connections(QUERIES["bulk of markets"])).toBe(5);
  expect(QUERIES["bulk of markets"]).toContain("publishedBR: publishedInContext");
  expect(QUERIES.bulk).not.toMatch(/translations|publishedInContext/);
});
