import { NoDeprecatedCustomRule, parse, specifiedRules, validate } from "graphql";
import { expect, test } from "vitest";

import { DEFAULT_MAPPING } from "~/catalog/mapping";
import { bulkProductsQuery, productQuery } from "~/shopify/catalog-query";

import { adminSchema } from "../../sandbox/shopify/admin-schema";

const QUERIES = { bulk: bulkProductsQuery(["US", "CA"]), product: productQuery(["US", "DE"]) };

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
  const ofBulk = new Set(fields(bulkProductsQuery(["DE"])));
  const missing = fields(productQuery(["DE"])).filter((name) => !ofBulk.has(name));
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
