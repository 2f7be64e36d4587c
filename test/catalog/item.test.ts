import { describe, expect, test } from "vitest";

import { PRODUCT, VARIANT } from "#test/support/catalog";
import { countryCurrencies } from "~/catalog/country-currency";
import { isGtin } from "~/catalog/gtin";
import { leftOutReason, toItemOptions, toItems, type ItemOptions } from "~/catalog/item";
import { DEFAULT_MAPPING, RULED_COLUMNS } from "~/catalog/mapping";
import { FEED_COLUMNS } from "~/catalog/columns";
import { pinterestLocale, PINTEREST_LOCALES } from "~/catalog/market";
import { cutTo, plainText } from "~/catalog/plain-text";
import type { Product, Variant } from "~/catalog/product";
import { NO_RULES, type RuleGroup } from "~/catalog/rules";
import { DEFAULT_SETTINGS } from "~/shops/settings";

const OPTIONS: ItemOptions = toItemOptions(DEFAULT_SETTINGS);

describe("toItems", () => {
  test("fills what a store can fill from metafields, measures and rules", () => {
    const metafields = {
      videoLink: "https://cdn.example/1.mp4",
      salePriceEffectiveDate: "2026-11-27T00:00:00Z/2026-11-30T23:59:59Z",
      googleCondition: "refurbished",
      googleProductCategory: "2271",
      googleMpn: "M-1",
      googleSizeType: "petite",
      googleSizeSystem: "EU",
      googleCustomLabel0: "winter",
      reviewsRating: '{"value":"9.0","scale_min":"1.0","scale_max":"10.0"}',
      reviewsRatingCount: "12",
    };
    const unitPricing = { quantity: 250, unit: "ML", referenceQuantity: 1, referenceUnit: "L" };
    expect(rowOf({ metafields }, { unitPricing })).toMatchObject({
      video_link: "https://cdn.example/1.mp4",
      sale_price_effective_date: "2026-11-27T00:00:00Z/2026-11-30T23:59:59Z",
      condition: "refurbished",
      google_product_category: "2271",
      mpn: "M-1",
      size_type: "petite",
      size_system: "EU",
      custom_label_0: "winter",
      average_review_rating: "4.5",
      number_of_ratings: "12",
      unit_pricing_measure: "250 ML",
      unit_pricing_base_measure: "1 L",
      color: "Green",
    });
  });

  test("lists the options without the commas that would part them", () => {
    const options = [
      { name: "Color", value: "Red, white" },
      { name: "Size, EU", value: "42" },
    ];
    expect(rowOf({}, { options })).toMatchObject({
      variant_names: "Color,Size EU",
      variant_values: "Red white,42",
    });
  });

  test("an address that has a query and a fragment keeps both", () => {
    const url = "https://demo.example/products/scarf?ref=1#top";
    expect(rowOf({ url, variants: [VARIANT, { ...VARIANT, variantId: "12" }] }).link).toBe(
      "https://demo.example/products/scarf?ref=1&variant=11#top",
    );
  });

  test("variants that the rules do not want make no item", () => {
    const exclude: RuleGroup = {
      match: "any",
      conditions: [{ field: "tag", operator: "is", values: ["wool"] }],
    };
    expect(toItems(PRODUCT, { ...OPTIONS, rules: { ...NO_RULES, exclude } })).toEqual([]);
  });

  test.each([
    { changes: { isActive: false, isGiftCard: true }, reason: "not_active" },
    { changes: { isPublished: false }, reason: "not_published" },
    { changes: { hiddenIn: ["US"] }, reason: "not_in_market" },
    { changes: { isGiftCard: true }, reason: "gift_card" },
    { changes: { hiddenIn: ["DE"] }, reason: null },
    { changes: {}, reason: null },
  ])("the reason for $changes is $reason", ({ changes, reason }) => {
    const product = { ...PRODUCT, ...changes };
    expect(leftOutReason(product, OPTIONS.market)).toBe(reason);
    expect(toItems(product, OPTIONS)).toHaveLength(reason === null ? 1 : 0);
  });

  test("a market's own price wins where it is in the market's currency", () => {
    const pricesByCountry = {
      US: {
        price: { amount: "20", currency: "USD" },
        compareAtPrice: { amount: "25.5", currency: "USD" },
      },
    };
    expect(rowOf({}, { pricesByCountry })).toMatchObject({
      price: "25.50 USD",
      sale_price: "20.00 USD",
    });
  });

  test("yen have no digits after the point", () => {
    const options = { ...OPTIONS, market: { country: "JP", locale: "ja", currency: "JPY" } };
    const [item] = toItems(
      { ...PRODUCT, currency: "JPY", variants: [{ ...VARIANT, price: "2500.00" }] },
      options,
    );
    expect(item?.row.price).toBe("2500 JPY");
  });

  test("every column is either ruled or mapped", () => {
    expect([...RULED_COLUMNS, ...Object.keys(DEFAULT_MAPPING)].toSorted()).toEqual(
      FEED_COLUMNS.toSorted(),
    );
  });
});

describe("pinterestLocale", () => {
  test.each([
    { locale: "de-DE", expected: "de" },
    { locale: "de-AT", expected: "de" },
    { locale: "fr", expected: "fr" },
    { locale: "fr-CA", expected: "fr-CA" },
    { locale: "fr-BE", expected: "fr" },
    { locale: "en_us", expected: "en-US" },
    { locale: "en", expected: "en-US" },
    { locale: "en-NZ", expected: "en-US" },
    { locale: "es-CO", expected: "es-419" },
    { locale: "es-MX", expected: "es-MX" },
    { locale: "pt", expected: "pt-BR" },
    { locale: "ja-JP", expected: "ja" },
    { locale: "no", expected: "nb-NO" },
    { locale: "sv", expected: "sv-SE" },
    { locale: "zh-Hant-HK", expected: "zh-TW" },
    { locale: "zh-Hans", expected: "zh-CN" },
    { locale: "is-IS", expected: null },
  ])("spells $locale as $expected", ({ locale, expected }) => {
    expect(pinterestLocale(locale)).toBe(expected);
  });

  test.each(PINTEREST_LOCALES)("leaves %s as it is", (locale) => {
    expect(pinterestLocale(locale)).toBe(locale);
  });
});

describe("small rules", () => {
  test.each([
    { html: "a < b &amp;&amp; c", expected: "a < b && c" },
    { html: "<p>one</p><p>two</p>", expected: "one two" },
    { html: "<table><tr><td>a</td><td>b</td></tr></table>", expected: "a b" },
    { html: "<p>open <b>tags", expected: "open tags" },
    { html: "<svg><text>x</text></svg><!-- y -->", expected: "" },
    { html: "plain", expected: "plain" },
  ])("the text of $html is $expected", ({ html, expected }) => {
    expect(plainText(html)).toBe(expected);
  });

  test("a text is cut between characters, without white space at the end", () => {
    expect(cutTo("🧣🧣🧣", 2)).toBe("🧣🧣");
    expect(cutTo("ab cd", 3)).toBe("ab");
    expect(cutTo("ab", 2)).toBe("ab");
  });

  test("each digit of a GTIN counts", () => {
    const right = [...Array(10).keys()].filter((digit) => isGtin(`400638133393${digit}`));
    expect(right).toEqual([1]);
  });

  test("a country has its usual currencies", () => {
    expect(countryCurrencies("de")).toEqual(["EUR"]);
    expect(countryCurrencies("PA")).toEqual(["PAB", "USD"]);
    expect(countryCurrencies("XX")).toEqual([]);
  });
});

function rowOf(product: Partial<Product>, variant: Partial<Variant> = {}) {
  const variants = product.variants ?? [{ ...VARIANT, ...variant }];
  const [item] = toItems({ ...PRODUCT, ...product, variants }, OPTIONS);
  expect(item).toBeDefined();
  return item?.row ?? {};
}
