import { describe, expect, test } from "vitest";

import { itemId } from "~/catalog/item-id";
import { itemName } from "~/catalog/item-name";
import type { ItemIdFormat } from "~/shops/settings";

type Row = { format: ItemIdFormat; sku?: string | null; country?: string; expected: string };

describe("itemId", () => {
  test.each<Row & { because: string }>([
    { format: "variant_id", expected: "222", because: "the variant's own" },
    { format: "product_id", expected: "111", because: "one for all variants" },
    { format: "sku", expected: "SCARF-G", because: "the merchant's own" },
    { format: "sku", sku: null, expected: "222", because: "no SKU, so the variant's" },
    { format: "sku", sku: "  ", expected: "222", because: "white space is no SKU" },
    { format: "sku", sku: " A 1 ", expected: "A 1", because: "white space around it goes" },
    {
      format: "shopify_country_product_variant",
      expected: "shopify_US_111_222",
      because: "as Shopify's channel writes it",
    },
    {
      format: "shopify_country_product_variant",
      country: "de",
      expected: "shopify_DE_111_222",
      because: "the country in capitals",
    },
  ])("$format gives $expected: $because", ({ format, sku = "SCARF-G", country, expected }) => {
    const names = { productId: "111", variantId: "222", sku };
    expect(itemId(names, format, country ?? "US")).toBe(expected);
  });
});

describe("itemName", () => {
  test.each([
    { product: "Scarf", variant: "Green", expected: "Scarf - Green" },
    { product: "Scarf", variant: "Default Title", expected: "Scarf" },
    { product: "Scarf", variant: null, expected: "Scarf" },
    { product: "Scarf", variant: "", expected: "Scarf" },
    { product: null, variant: "Green", expected: undefined },
    { product: " ", variant: "Green", expected: undefined },
  ])("$product and $variant make $expected", ({ product, variant, expected }) => {
    expect(itemName(product, variant)).toBe(expected);
  });
});
