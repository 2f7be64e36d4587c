import { NoDeprecatedCustomRule, parse, specifiedRules, validate } from "graphql";
import { expect, test } from "vitest";

import { DEFAULT_CATALOG_SETTINGS, metafieldsOf } from "~/catalog/catalog-settings";
import { DEFAULT_MAPPING } from "~/catalog/mapping";
import type { FeedMarket } from "~/catalog/market";
import {
  bulkProductsQuery,
  metafieldsQuery,
  productQuery,
  variantsPerPage,
} from "~/shopify/catalog-query";
import { APP_ACCESS, MARKET_COUNTRIES, MARKETS } from "~/shopify/markets.server";

import { adminSchema } from "../../sandbox/shopify/admin-schema";

const METAFIELDS = metafieldsOf({
  ...DEFAULT_CATALOG_SETTINGS,
  columns: { material: [{ from: "metafield", name: "my-own.fabric_1" }] },
});
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
  bulk: bulkProductsQuery([HOME], METAFIELDS),
  "bulk of markets": bulkProductsQuery([HOME, BRAZIL], METAFIELDS),
  product: productQuery([HOME], METAFIELDS),
  "product of markets": productQuery([HOME, BRAZIL], METAFIELDS),
  metafields: metafieldsQuery(METAFIELDS),
};

const MARKET_QUERIES = { APP_ACCESS, MARKETS, MARKET_COUNTRIES };

test.each(Object.entries({ ...QUERIES, ...MARKET_QUERIES }))(
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
  const ofBulk = new Set(fields(bulkProductsQuery([HOME, BRAZIL], METAFIELDS)));
  const missing = fields(productQuery([HOME, BRAZIL], METAFIELDS)).filter(
    (name) => !ofBulk.has(name),
  );
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

test("a merchant's own metafield is asked for twice, of the product and of its variants", () => {
  const asked = /mf_my_2down_2efabric_5f1: metafield\(namespace: "my-own", key: "fabric_1"\)/g;
  for (const query of Object.values(QUERIES)) expect(query.match(asked)).toHaveLength(2);
});

test("a metafield that no column comes from is not asked for", () => {
  const columns = { gender: [] };
  const names = metafieldsOf({ ...DEFAULT_CATALOG_SETTINGS, columns }).map(({ alias }) => alias);
  expect(names).not.toContain("googleGender");
  expect(names).toContain("googleAge");
});

test("many metafields of each variant leave room for fewer variants in one question", () => {
  const own = (count: number) =>
    Array.from({ length: count }, (_, index) => ({
      ...{ namespace: "own", key: `k${index}`, alias: `k${index}`, isOfVariants: true },
    }));
  expect(variantsPerPage(own(10))).toBe(100);
  expect(variantsPerPage(own(29))).toBe(34);
});
