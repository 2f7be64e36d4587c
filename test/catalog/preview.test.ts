import { describe, expect, test } from "vitest";

import { PRODUCT, VARIANT } from "#test/support/catalog";
import { checkCatalogSettings, DEFAULT_CATALOG_SETTINGS } from "~/catalog/catalog-settings";
import { toItemOptions } from "~/catalog/item";
import {
  defaultChain,
  isDefault,
  moved,
  NEW_CONDITION,
  problemAt,
  toItemsDraft,
  toSettingsInput,
  type ConditionDraft,
} from "~/catalog/items-draft";
import { parseItemsForm } from "~/catalog/items-form";
import { MAPPED_COLUMNS } from "~/catalog/mapping";
import { estimated, PREVIEW_ROWS, previewRows, startPreview } from "~/catalog/preview";
import type { Product } from "~/catalog/product";
import type { Condition } from "~/catalog/rules";
import { DEFAULT_SETTINGS, type ShopSettings } from "~/shops/settings";

function product(number: number, changes: Partial<Product> = {}): Product {
  const variants = [
    { ...VARIANT, variantId: `${number}1`, sku: `SKU-${number}-A` },
    { ...VARIANT, variantId: `${number}2`, sku: `SKU-${number}-B`, isForSale: false },
  ];
  return { ...PRODUCT, productId: `${number}`, title: `Scarf ${number}`, variants, ...changes };
}

const PRODUCTS = [
  product(1),
  product(2, { tags: ["sale"], vendor: "Strangers" }),
  product(3, { isGiftCard: true }),
  product(4, { variants: [{ ...VARIANT, variantId: "41", price: null }] }),
];

const SALE: Condition = { field: "tag", operator: "is", values: ["sale"] };
const SOLD_OUT: Condition = { field: "status", values: ["sold_out"] };
const NOTHING = { inFeed: 0, notSold: 0, notIncluded: 0, excluded: 0, excludedBy: [], refused: 0 };

function look(
  { exclude = [], include = [] }: { exclude?: Condition[]; include?: Condition[] },
  { match = "any", search = "", settings = DEFAULT_SETTINGS }: Manner = {},
) {
  const catalog = {
    ...DEFAULT_CATALOG_SETTINGS,
    include: { match, conditions: include },
    exclude: { match, conditions: exclude },
  };
  const taking = startPreview(toItemOptions(settings, catalog), search);
  for (const one of PRODUCTS) taking.take(one);
  return { counts: taking.counts(), rows: taking.shown().map(({ row }) => row) };
}

type Manner = { match?: "any" | "all"; search?: string; settings?: ShopSettings };

describe("a preview", () => {
  test.each([
    {
      because: "without rules",
      rules: {},
      manner: {},
      counts: { ...NOTHING, inFeed: 4, notSold: 2, refused: 1 },
    },
    {
      because: "two excluding rules, of which the first that fits counts",
      rules: { exclude: [SALE, SOLD_OUT] },
      manner: {},
      counts: { ...NOTHING, inFeed: 1, notSold: 2, excluded: 3, excludedBy: [2, 1], refused: 1 },
    },
    {
      because: "excluding rules of which all have to be met",
      rules: { exclude: [SALE, SOLD_OUT] },
      manner: { match: "all" as const },
      counts: { ...NOTHING, inFeed: 3, notSold: 2, excluded: 1, refused: 1 },
    },
    {
      because: "an including rule",
      rules: { include: [SALE] },
      manner: {},
      counts: { ...NOTHING, inFeed: 2, notSold: 2, notIncluded: 3 },
    },
    {
      because: "one item for all variants of a product",
      rules: { exclude: [SALE] },
      manner: { settings: { ...DEFAULT_SETTINGS, itemIdFormat: "product_id" as const } },
      counts: { ...NOTHING, inFeed: 1, notSold: 1, excluded: 1, excludedBy: [1], refused: 1 },
    },
  ])("counts what becomes of the items: $because", ({ counts, manner, rules }) => {
    expect(look(rules, manner).counts).toMatchObject(counts);
  });

  test("says by which code items are refused", () => {
    expect(look({}).counts.refusedBy).toEqual([{ code: "PRICE_MISSING", count: 1 }]);
  });

  test("shows one item of each of the first products, and why one is not in the feed", () => {
    expect(look({ exclude: [SALE] }).rows).toMatchObject([
      { itemId: "11", absence: null, columns: { brand: "Weavers" } },
      { itemId: "21", absence: "excluded", columns: {} },
      { itemId: "31", absence: "gift_card" },
      { itemId: "41", absence: "refused", code: "PRICE_MISSING" },
    ]);
  });

  test.each([
    { search: "scarf 2", found: ["21", "22"], because: "a title" },
    { search: " sku-1-b ", found: ["12"], because: "a SKU" },
    { search: "22", found: ["22"], because: "a variant's id" },
    { search: "3", found: ["31", "32"], because: "a product's id" },
    { search: "hat", found: [], because: "nothing" },
  ])("finds items by $because", ({ found, search }) => {
    // Titles have digits too, which a search for an id also finds.
    const ids = look({}, { search }).rows.map(({ itemId }) => itemId);
    expect(ids).toEqual(found);
  });

  test("shows a page of items at most", () => {
    const taking = startPreview(toItemOptions(DEFAULT_SETTINGS), "");
    for (let number = 1; number < 30; number += 1) taking.take(product(number));
    expect(taking.shown()).toHaveLength(PREVIEW_ROWS);
  });

  test("makes the row that the feed has", () => {
    const options = toItemOptions(DEFAULT_SETTINGS);
    expect(previewRows(product(1), options).map(({ columns }) => columns.id)).toEqual(["11", "12"]);
  });

  test("of a sample stands for the whole", () => {
    const { counts } = look({ exclude: [SALE, SOLD_OUT] });
    expect(estimated(counts, { of: 70, sampled: 7 })).toMatchObject({
      ...NOTHING,
      ...{ inFeed: 10, notSold: 20, excluded: 30, excludedBy: [20, 10], refused: 10 },
      refusedBy: [{ code: "PRICE_MISSING", count: 10 }],
    });
    expect(estimated(counts, { of: 0, sampled: 0 })).toEqual(counts);
  });
});

describe("the form of the items", () => {
  const SETTINGS = {
    columns: {
      brand: [
        { from: "metafield", name: "custom.brand" },
        { from: "option", names: ["brand", "marke"] },
        { from: "tag", prefix: "brand:" },
        { from: "product", field: "vendor" },
        { from: "variant", field: "sku" },
        { from: "fixed", value: "Own" },
      ],
      gender: [],
    },
    include: { match: "all", conditions: [{ field: "price", from: "10", to: null }] },
    exclude: {
      match: "any",
      conditions: [
        { field: "collection", operator: "contains", values: ["one, two", "three"] },
        { field: "stock", from: -1, to: 3 },
        { field: "status", values: ["for_sale"] },
      ],
    },
    preorder: { match: "any", conditions: [] },
  };

  test("gives back the settings that it shows", () => {
    const checked = checkCatalogSettings(SETTINGS);
    if (checked.kind !== "parsed") throw new Error("The settings do not fit");
    expect(toSettingsInput(toItemsDraft(checked.value))).toEqual(SETTINGS);
  });

  test("that nobody touched leaves every column to its default", () => {
    const draft = toItemsDraft(DEFAULT_CATALOG_SETTINGS);
    expect(toSettingsInput(draft)).toEqual(DEFAULT_CATALOG_SETTINGS);
    for (const column of MAPPED_COLUMNS)
      expect(isDefault(column, draft.columns[column])).toBe(true);
    expect(defaultChain("gender")).toEqual([
      { origin: "metafield", text: "mm-google-shopping.gender" },
    ]);
  });

  test.each<{ typed: Partial<ConditionDraft>; condition: unknown; because: string }>([
    {
      typed: { field: "stock", from: " 3 ", to: "" },
      condition: { field: "stock", from: 3, to: null },
      because: "a number and an open end",
    },
    {
      typed: { field: "stock", from: "3.5" },
      condition: { field: "stock", from: "3.5", to: null },
      because: "what is no number is for the door to refuse",
    },
    {
      typed: { field: "vendor", operator: "is_not", text: " a \n\n b" },
      condition: { field: "vendor", operator: "is_not", values: ["a", "b"] },
      because: "a word on each line",
    },
  ])("reads $because", ({ condition, typed }) => {
    const draft = toItemsDraft(DEFAULT_CATALOG_SETTINGS);
    const conditions = [{ ...NEW_CONDITION, ...typed }];
    expect(toSettingsInput({ ...draft, exclude: { match: "any", conditions } })).toMatchObject({
      exclude: { conditions: [condition] },
    });
  });

  test.each([
    { from: 1, by: -1 as const, order: ["b", "a", "c"] },
    { from: 1, by: 1 as const, order: ["a", "c", "b"] },
    { from: 0, by: -1 as const, order: ["a", "b", "c"] },
    { from: 2, by: 1 as const, order: ["a", "b", "c"] },
  ])("moves the source at $from by $by: $order", ({ by, from, order }) => {
    expect(moved(["a", "b", "c"], from, by)).toEqual(order);
  });

  test("finds the problem of a row by its beginning, and none of its neighbours", () => {
    const problems = { "columns.brand.1.names.0": "value_missing" as const };
    expect(problemAt(problems, "columns.brand.1")).toBe("value_missing");
    expect(problemAt(problems, "columns.brand.10")).toBeUndefined();
    expect(problemAt(problems, "columns.brand")).toBe("value_missing");
  });

  test.each([
    { fields: { intent: "save", settings: "{}" }, kind: "parsed" },
    { fields: { intent: "preview", settings: "[]", search: "" }, kind: "parsed" },
    { fields: { intent: "save", settings: "{" }, kind: "unreadable" },
    { fields: { intent: "delete", settings: "{}" }, kind: "unreadable" },
    { fields: { intent: "preview", settings: "{}" }, kind: "unreadable" },
  ])("as posted, $fields is $kind", ({ fields, kind }) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    expect(parseItemsForm(form).kind).toBe(kind);
  });
});
