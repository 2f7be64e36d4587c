import { describe, expect, test } from "vitest";

import { PRODUCT, VARIANT } from "#test/support/catalog";
import { availability } from "~/catalog/availability";
import { mappedValue, type Source } from "~/catalog/mapping";
import type { Product, Variant } from "~/catalog/product";
import { isWanted, type Condition } from "~/catalog/rules";

type Changes = { product?: Partial<Product>; variant?: Partial<Variant> };

describe("isWanted", () => {
  test.each<Changes & { condition: Condition; meets: boolean; because: string }>([
    { condition: { field: "collection", is: ["winter-sale"] }, meets: true, because: "its handle" },
    { condition: { field: "collection", is: ["Winter Sale"] }, meets: true, because: "its title" },
    { condition: { field: "collection", is: ["7"] }, meets: true, because: "its id" },
    { condition: { field: "collection", is: ["summer"] }, meets: false, because: "another one" },
    { condition: { field: "tag", is: ["WOOL"] }, meets: true, because: "case does not matter" },
    { condition: { field: "tag", is: ["woo"] }, meets: false, because: "only whole tags count" },
    { condition: { field: "vendor", is: ["Weavers"] }, meets: true, because: "the vendor" },
    {
      condition: { field: "vendor", is: [""] },
      product: { vendor: null },
      meets: false,
      because: "none is not empty",
    },
    { condition: { field: "type", is: ["scarves"] }, meets: true, because: "the type" },
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
    { condition: { field: "status", is: ["for_sale"] }, meets: true, because: "it can be ordered" },
    {
      condition: { field: "status", is: ["sold_out"] },
      variant: { isForSale: false },
      meets: true,
      because: "it cannot",
    },
  ])("$condition is $meets: $because", ({ condition, product, variant, meets }) => {
    const about = [
      { ...PRODUCT, ...product },
      { ...VARIANT, ...variant },
    ] as const;
    expect(isWanted(...about, { include: [condition], exclude: [] })).toBe(meets);
    expect(isWanted(...about, { include: [], exclude: [condition] })).toBe(!meets);
  });

  test("one of the included is enough, and an excluded one wins", () => {
    const wool: Condition = { field: "tag", is: ["wool"] };
    const silk: Condition = { field: "tag", is: ["silk"] };
    expect(isWanted(PRODUCT, VARIANT, { include: [silk, wool], exclude: [] })).toBe(true);
    expect(isWanted(PRODUCT, VARIANT, { include: [wool], exclude: [wool] })).toBe(false);
    expect(isWanted(PRODUCT, VARIANT, { include: [], exclude: [] })).toBe(true);
  });
});

describe("availability", () => {
  const preorder: Condition[] = [{ field: "tag", is: ["preorder"] }];
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
