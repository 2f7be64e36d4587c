import { describe, expect, test } from "vitest";

import { PRODUCT, VARIANT } from "#test/support/catalog";
import { availability } from "~/catalog/availability";
import { mappedValue, type Source } from "~/catalog/mapping";
import type { Product, Variant } from "~/catalog/product";
import {
  exclusionOf,
  isWanted,
  NO_CONDITIONS,
  type Condition,
  type RuleGroup,
} from "~/catalog/rules";

const any = (...conditions: Condition[]): RuleGroup => ({ match: "any", conditions });
const all = (...conditions: Condition[]): RuleGroup => ({ match: "all", conditions });

type Changes = { product?: Partial<Product>; variant?: Partial<Variant> };

describe("isWanted", () => {
  test.each<Changes & { condition: Condition; meets: boolean; because: string }>([
    {
      condition: { field: "collection", operator: "is", values: ["winter-sale"] },
      meets: true,
      because: "its handle",
    },
    {
      condition: { field: "collection", operator: "is", values: ["Winter Sale"] },
      meets: true,
      because: "its title",
    },
    {
      condition: { field: "collection", operator: "is", values: ["7"] },
      meets: true,
      because: "its id",
    },
    {
      condition: { field: "collection", operator: "is", values: ["summer"] },
      meets: false,
      because: "another one",
    },
    {
      condition: { field: "tag", operator: "is", values: ["WOOL"] },
      meets: true,
      because: "case does not matter",
    },
    {
      condition: { field: "tag", operator: "is", values: ["woo"] },
      meets: false,
      because: "only whole tags count",
    },
    {
      condition: { field: "vendor", operator: "is", values: ["Weavers"] },
      meets: true,
      because: "the vendor",
    },
    {
      condition: { field: "vendor", operator: "is", values: [""] },
      product: { vendor: null },
      meets: false,
      because: "none is not empty",
    },
    {
      condition: { field: "type", operator: "is", values: ["scarves"] },
      meets: true,
      because: "the type",
    },
    {
      condition: { field: "vendor", operator: "is_not", values: ["Weavers"] },
      meets: false,
      because: "it is the vendor",
    },
    {
      condition: { field: "vendor", operator: "is_not", values: ["Weavers"] },
      product: { vendor: null },
      meets: true,
      because: "no vendor is not this one",
    },
    {
      condition: { field: "tag", operator: "contains", values: ["WOO", "silk"] },
      meets: true,
      because: "part of a tag",
    },
    {
      condition: { field: "collection", operator: "contains_not", values: ["sale"] },
      meets: false,
      because: "part of its title",
    },
    {
      condition: { field: "type", operator: "contains_not", values: ["hat"] },
      meets: true,
      because: "no part of the type",
    },
    {
      condition: { field: "price", from: "24", to: "24.00" },
      meets: true,
      because: "both ends count",
    },
    { condition: { field: "price", from: "24.01", to: null }, meets: false, because: "below" },
    { condition: { field: "price", from: null, to: "23.99" }, meets: false, because: "above" },
    {
      condition: { field: "price", from: null, to: null },
      variant: { price: null },
      meets: false,
      because: "no price",
    },
    { condition: { field: "stock", from: 5, to: 5 }, meets: true, because: "both ends count" },
    { condition: { field: "stock", from: 6, to: null }, meets: false, because: "too few" },
    {
      condition: { field: "stock", from: 6, to: null },
      variant: { stock: null },
      meets: true,
      because: "not counted has no end",
    },
    {
      condition: { field: "status", values: ["for_sale"] },
      meets: true,
      because: "it can be ordered",
    },
    {
      condition: { field: "status", values: ["sold_out"] },
      variant: { isForSale: false },
      meets: true,
      because: "it cannot",
    },
  ])("$condition is $meets: $because", ({ condition, product, variant, meets }) => {
    const about = [
      { ...PRODUCT, ...product },
      { ...VARIANT, ...variant },
    ] as const;
    for (const group of [any(condition), all(condition)]) {
      expect(isWanted(...about, { include: group, exclude: NO_CONDITIONS })).toBe(meets);
      expect(isWanted(...about, { include: NO_CONDITIONS, exclude: group })).toBe(!meets);
    }
  });

  const wool: Condition = { field: "tag", operator: "is", values: ["wool"] };
  const silk: Condition = { field: "tag", operator: "is", values: ["silk"] };
  test.each<{ include?: RuleGroup; exclude?: RuleGroup; exclusion: unknown; because: string }>([
    { exclusion: null, because: "without rules, everything is wanted" },
    { include: any(silk, wool), exclusion: null, because: "one of the included is enough" },
    { include: all(silk, wool), exclusion: { by: "include" }, because: "not all are met" },
    {
      include: any(wool),
      exclude: any(silk, wool),
      exclusion: { by: "exclude", condition: 1 },
      because: "an excluding one wins, and is told",
    },
    { exclude: all(silk, wool), exclusion: null, because: "not all of the excluding ones are met" },
    {
      exclude: all(wool),
      exclusion: { by: "exclude", condition: null },
      because: "all of the excluding ones are met",
    },
    { exclude: all(), exclusion: null, because: "all of none are none" },
  ])("$because", ({ exclude = NO_CONDITIONS, exclusion, include = NO_CONDITIONS }) => {
    expect(exclusionOf(PRODUCT, VARIANT, { include, exclude })).toEqual(exclusion);
  });
});

describe("availability", () => {
  const preorder = any({ field: "tag", operator: "is", values: ["preorder"] });
  test.each<Changes & { expected: string; because: string }>([
    { expected: "in stock", because: "it can be ordered" },
    { variant: { isForSale: false }, expected: "out of stock", because: "it cannot" },
    {
      variant: { isForSale: false, isSoldWithoutStock: true },
      expected: "in stock",
      because: "it is sold on",
    },
    {
      variant: { isForSale: null, stock: 0 },
      expected: "out of stock",
      because: "nothing is left",
    },
    { variant: { isForSale: null, stock: null }, expected: "in stock", because: "nobody counts" },
    { product: { tags: ["Preorder"] }, expected: "preorder", because: "the rule says so" },
    {
      product: { tags: ["preorder"] },
      variant: { isForSale: false },
      expected: "out of stock",
      because: "all are ordered",
    },
  ])("is $expected: $because", ({ product, variant, expected }) => {
    expect(availability({ ...PRODUCT, ...product }, { ...VARIANT, ...variant }, preorder)).toBe(
      expected,
    );
  });
});

describe("mappedValue", () => {
  test.each<Changes & { sources: Source[]; expected: string; because: string }>([
    {
      sources: [{ from: "product", field: "vendor" }],
      expected: "Weavers",
      because: "a product's field",
    },
    { sources: [{ from: "variant", field: "sku" }], expected: "S-1", because: "a variant's field" },
    {
      sources: [{ from: "option", names: ["color"] }],
      expected: "Green",
      because: "an option, in any case",
    },
    { sources: [{ from: "option", names: ["size"] }], expected: "", because: "no such option" },
    {
      sources: [{ from: "tag", prefix: "Fabric:" }],
      expected: "wool",
      because: "the rest of a tag",
    },
    {
      sources: [{ from: "metafield", name: "fit" }],
      expected: "loose",
      because: "the variant's metafield first",
    },
    {
      sources: [{ from: "metafield", name: "care" }],
      expected: "by hand",
      because: "then the product's",
    },
    { sources: [{ from: "fixed", value: "x" }], expected: "x", because: "a fixed value" },
    { sources: [], expected: "", because: "no source" },
    {
      sources: [
        { from: "product", field: "vendor" },
        { from: "fixed", value: "Own brand" },
      ],
      product: { vendor: "  " },
      expected: "Own brand",
      because: "white space fills nothing, so the next one counts",
    },
  ])("gives $expected: $because", ({ sources, product, variant, expected }) => {
    expect(mappedValue(sources, { ...PRODUCT, ...product }, { ...VARIANT, ...variant })).toBe(
      expected,
    );
  });
});
