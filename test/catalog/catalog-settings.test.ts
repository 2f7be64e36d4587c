import { describe, expect, test } from "vitest";

import { PRODUCT, VARIANT } from "#test/support/catalog";
import {
  checkCatalogSettings,
  DEFAULT_CATALOG_SETTINGS,
  metafieldsOf,
  toMapping,
  type CatalogSettingsProblem,
} from "~/catalog/catalog-settings";
import { DEFAULT_MAPPING, MAPPED_COLUMNS, mappedValue, type Source } from "~/catalog/mapping";
import { askedMetafield, metafieldPlace, metafieldText } from "~/catalog/metafields";

const many = <Value>(count: number, value: Value) => Array.from({ length: count }, () => value);
const chain = (...sources: unknown[]) => ({ columns: { brand: sources } });
const exclude = (...conditions: unknown[]) => ({ exclude: { match: "any", conditions } });

describe("checkCatalogSettings", () => {
  test("takes nothing for the defaults", () => {
    expect(checkCatalogSettings({})).toEqual({ kind: "parsed", value: DEFAULT_CATALOG_SETTINGS });
  });

  test("takes every kind of source and of condition", () => {
    const settings = {
      columns: {
        brand: [
          { from: "product", field: "vendor" },
          { from: "variant", field: "sku" },
          { from: "option", names: ["Farbe"] },
          { from: "tag", prefix: "brand:" },
          { from: "metafield", name: "custom.brand-name" },
          { from: "metafield", name: "googleMpn" },
          { from: "fixed", value: "Own brand" },
        ],
        custom_label_0: [],
        condition: [{ from: "fixed", value: "used" }],
        google_product_category: [{ from: "fixed", value: "2271" }],
      },
      include: { match: "all", conditions: [{ field: "price", from: "10.00", to: null }] },
      exclude: {
        match: "any",
        conditions: [
          { field: "collection", operator: "is", values: ["sale"] },
          { field: "tag", operator: "is_not", values: ["a", "b"] },
          { field: "vendor", operator: "contains", values: ["x"] },
          { field: "type", operator: "contains_not", values: ["ü"] },
          { field: "stock", from: null, to: 0 },
          { field: "status", values: ["sold_out"] },
        ],
      },
      preorder: { match: "any", conditions: [] },
    };
    expect(checkCatalogSettings(settings)).toEqual({ kind: "parsed", value: settings });
  });

  test.each<{ input: unknown; at: string; problem: CatalogSettingsProblem; because: string }>([
    { input: null, at: "(body)", problem: "value_invalid", because: "no settings at all" },
    { input: [], at: "(body)", problem: "value_invalid", because: "a list" },
    { input: { colums: {} }, at: "colums", problem: "value_invalid", because: "an unknown key" },
    {
      input: { columns: { id: [] } },
      at: "columns.id",
      problem: "value_invalid",
      because: "the id of an item is that of the events",
    },
    {
      input: { columns: JSON.parse('{"__proto__": [], "price": []}') },
      at: "columns.price",
      problem: "value_invalid",
      because: "prices are those of the events",
    },
    {
      input: chain({ from: "product", field: "__proto__" }),
      at: "columns.brand.0.field",
      problem: "value_invalid",
      because: "no field of a product",
    },
    {
      input: chain({ from: "env", name: "PATH" }),
      at: "columns.brand.0.from",
      problem: "value_invalid",
      because: "no kind of source",
    },
    {
      input: chain({ from: "fixed", value: "x", more: 1 }),
      at: "columns.brand.0.more",
      problem: "value_invalid",
      because: "an unknown key of a source",
    },
    {
      input: chain({ from: "fixed", value: "  " }),
      at: "columns.brand.0.value",
      problem: "value_missing",
      because: "white space",
    },
    {
      input: chain({ from: "fixed", value: "a\tb" }),
      at: "columns.brand.0.value",
      problem: "value_invalid",
      because: "a tab parts columns",
    },
    {
      input: chain({ from: "fixed", value: "\ud800" }),
      at: "columns.brand.0.value",
      problem: "value_invalid",
      because: "half a character cannot be stored",
    },
    {
      input: chain({ from: "fixed", value: "x".repeat(1_001) }),
      at: "columns.brand.0.value",
      problem: "value_too_long",
      because: "longer than any column",
    },
    {
      input: { columns: { condition: [{ from: "fixed", value: "shiny" }] } },
      at: "columns.condition.0.value",
      problem: "OPTIONAL_CONDITION_INVALID",
      because: "Pinterest knows no such condition",
    },
    {
      input: { columns: { size_system: [{ from: "fixed", value: "MARS" }] } },
      at: "columns.size_system.0.value",
      problem: "SIZE_SYSTEM_INVALID",
      because: "Pinterest knows no such system",
    },
    {
      input: chain({ from: "metafield", name: 'a.b") { id } #' }),
      at: "columns.brand.0.name",
      problem: "metafield_invalid",
      because: "it would break out of the question",
    },
    {
      input: chain({ from: "metafield", name: "custom.x" }),
      at: "columns.brand.0.name",
      problem: "metafield_invalid",
      because: "Shopify's keys have two characters",
    },
    {
      input: chain({ from: "option", names: [] }),
      at: "columns.brand.0.names",
      problem: "value_missing",
      because: "an option without a name",
    },
    {
      input: chain(...many(11, { from: "fixed", value: "x" })),
      at: "columns.brand",
      problem: "too_many",
      because: "more sources than anybody needs",
    },
    {
      input: {
        columns: Object.fromEntries(
          MAPPED_COLUMNS.slice(0, 3).map((column, place) => [
            column,
            many(7, null).map((_, index) => ({
              from: "metafield",
              name: `custom.key_${place}_${index}`,
            })),
          ]),
        ),
      },
      at: "columns",
      problem: "too_many_metafields",
      because: "each makes the question dearer",
    },
    {
      input: exclude({ field: "tag", operator: "is", values: [] }),
      at: "exclude.conditions.0.values",
      problem: "value_missing",
      because: "a rule without a value",
    },
    {
      input: exclude({ field: "tag", operator: "matches", values: ["(a+)+"] }),
      at: "exclude.conditions.0.operator",
      problem: "value_invalid",
      because: "no operator",
    },
    {
      input: exclude({ field: "price", from: "1e9", to: null }),
      at: "exclude.conditions.0.from",
      problem: "amount_invalid",
      because: "no amount",
    },
    {
      input: exclude({ field: "price", from: "20", to: "9.99" }),
      at: "exclude.conditions.0.from",
      problem: "range_reversed",
      because: "nothing lies between",
    },
    {
      input: exclude({ field: "price", from: null, to: null }),
      at: "exclude.conditions.0.from",
      problem: "range_open",
      because: "everything lies between",
    },
    {
      input: exclude({ field: "stock", from: "three", to: null }),
      at: "exclude.conditions.0.from",
      problem: "count_invalid",
      because: "no number",
    },
    {
      input: exclude({ field: "stock", from: 5, to: 4 }),
      at: "exclude.conditions.0.from",
      problem: "range_reversed",
      because: "nothing lies between",
    },
    {
      input: exclude({ field: "status", values: ["gone"] }),
      at: "exclude.conditions.0.values.0",
      problem: "value_invalid",
      because: "no status",
    },
    {
      input: exclude(...many(51, { field: "stock", from: 1, to: 1 })),
      at: "exclude.conditions",
      problem: "too_many",
      because: "more rules than anybody reads",
    },
  ])("refuses $because", ({ input, at, problem }) => {
    const checked = checkCatalogSettings(input);
    expect(checked).toMatchObject({ kind: "refused", problems: { [at]: problem } });
  });
});

describe("toMapping", () => {
  test("lays the chosen columns over the defaults, and an empty list leaves a column empty", () => {
    const brand: Source[] = [{ from: "fixed", value: "Own brand" }];
    const mapping = toMapping({ ...DEFAULT_CATALOG_SETTINGS, columns: { brand, mpn: [] } });
    expect(mapping).toEqual({ ...DEFAULT_MAPPING, brand, mpn: [] });
  });

  test("reads an option in any case and a metafield by its place", () => {
    const { brand } = toMapping({
      ...DEFAULT_CATALOG_SETTINGS,
      columns: {
        brand: [
          { from: "option", names: [" FIT "] },
          { from: "metafield", name: "custom.brand" },
        ],
      },
    });
    const about = { ...PRODUCT, metafields: { mf_custom_2ebrand: '["One","Two"]' } };
    expect(mappedValue(brand, about, VARIANT)).toBe("One, Two");
    const fitted = { ...VARIANT, options: [{ name: "Fit", value: "Slim" }] };
    expect(mappedValue(brand, about, fitted)).toBe("Slim");
  });
});

describe("a metafield", () => {
  test.each([
    { name: "mm-google-shopping.gender", alias: "googleGender" },
    { name: "googleGender", alias: "googleGender" },
    { name: "custom.fabric", alias: "mf_custom_2efabric" },
    { name: "custom-a.b_c", alias: "mf_custom_2da_2eb_5fc" },
    { name: "custom.a-b_c", alias: "mf_custom_2ea_2db_5fc" },
  ])("$name is asked for as $alias", ({ alias, name }) => {
    expect(askedMetafield(name)?.alias).toBe(alias);
  });

  test("of a stranger's question is not asked for, and has no place", () => {
    expect(askedMetafield("videoLink")).toBeNull();
    expect(metafieldPlace("videoLink")).toBeNull();
    expect(metafieldPlace("googleAge")).toBe("mm-google-shopping.age_group");
  });

  test("is asked for once, however many columns come from it", () => {
    const source = { from: "metafield", name: "custom.fabric" } as const;
    const columns = { material: [source], pattern: [source] };
    const asked = metafieldsOf({ ...DEFAULT_CATALOG_SETTINGS, columns });
    expect(asked.filter(({ key }) => key === "fabric")).toHaveLength(1);
  });

  test.each([
    { value: "linen", text: "linen", because: "a text" },
    { value: '["linen","wool"]', text: "linen, wool", because: "a list" },
    { value: "gid://shopify/Metaobject/1", text: "", because: "a reference says nothing" },
    { value: '["gid://shopify/Metaobject/1"]', text: "", because: "nor does a list of them" },
    { value: '{"value":2.5,"unit":"cm"}', text: "2.5 cm", because: "a measure" },
    { value: '{"amount":"9.50","currency_code":"EUR"}', text: "9.50 EUR", because: "an amount" },
    {
      value: '{"value":"4.5","scale_max":"5.0"}',
      text: '{"value":"4.5","scale_max":"5.0"}',
      because: "a rating is its column's to read",
    },
    { value: "[sic", text: "[sic", because: "a text that begins like a list" },
  ])("gives $text: $because", ({ text, value }) => {
    expect(metafieldText(value)).toBe(text);
  });
});
