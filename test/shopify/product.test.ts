import { readFileSync } from "node:fs";

import { parse, specifiedRules, validate } from "graphql";
import { describe, expect, test } from "vitest";

import {
  bulkText,
  collectionLine,
  imageLine,
  imageUrl,
  productLine,
  variantLine,
} from "#test/support/bulk";
import { shuffled } from "#test/support/dice";
import type { Product } from "~/catalog/product";
import { startLines } from "~/shopify/bulk-lines";
import { startProductJoin } from "~/shopify/product";

import { adminSchema } from "../../sandbox/shopify/admin-schema";

const LINES = [
  productLine(1),
  imageLine(101, 1),
  collectionLine(7, 1, "Winter Sale"),
  variantLine(11, 1),
  productLine(2),
  imageLine(201, 2),
  imageLine(101, 2),
  collectionLine(7, 2, "Winter Sale"),
  variantLine(21, 2, { position: 1 }),
  variantLine(22, 2, { position: 2 }),
  imageLine(201, 22, "ProductVariant"),
];

describe("the join of a bulk operation's lines", () => {
  test("puts children to their parents, in the order of their positions", () => {
    const [one, two] = joined(bulkText(LINES));
    expect(one).toMatchObject({
      productId: "1",
      isActive: true,
      isPublished: true,
      currency: "USD",
      category: "Apparel & Accessories > Clothing Accessories > Scarves",
      metafields: { googleGender: "unisex", googleAge: "adult" },
      collections: [{ id: "7", handle: "winter-sale", title: "Winter Sale" }],
      variants: [{ variantId: "11", stock: 5, weight: { unit: "g", value: 180 } }],
    });
    expect(two?.images.map(({ url }) => url)).toEqual([imageUrl(201), imageUrl(101)]);
    expect(two?.variants.map(({ variantId, images }) => [variantId, images.length])).toEqual([
      ["21", 0],
      ["22", 1],
    ]);
  });

  test.each([1, 2, 3, 4, 5, 6, 7, 8])("gives the same for lines in any order (seed %i)", (seed) => {
    expect(sorted(joined(bulkText(shuffled(LINES, seed))))).toEqual(
      sorted(joined(bulkText(LINES))),
    );
  });

  test("counts a line that comes twice once", () => {
    expect(joined(bulkText([...LINES, ...LINES]))).toEqual(joined(bulkText(LINES)));
  });

  test("ignores a child without a parent, and what is no part of a feed", () => {
    const strangers = [
      variantLine(99, 9),
      imageLine(991, 99, "ProductVariant"),
      {
        __typename: "Metafield",
        id: "gid://shopify/Metafield/5",
        __parentId: "gid://shopify/Product/1",
      },
      { ...imageLine(105, 1), image: null },
    ];
    expect(joined(bulkText([...strangers, ...LINES]))).toEqual(joined(bulkText(LINES)));
  });

  test("keeps only the prices of the countries that are wanted", () => {
    const lines = bulkText([productLine(1), variantLine(11, 1)]);
    expect(joined(lines)[0]?.variants[0]?.pricesByCountry).toEqual({});
    expect(joined(lines, ["CA"])[0]?.variants[0]?.pricesByCountry).toEqual({
      CA: { price: { amount: "33.0", currency: "CAD" }, compareAtPrice: null },
    });
  });

  test.each([
    { text: "{}", fields: ["id"], because: "it has no id" },
    { text: "[]", fields: ["(line)"], because: "it is a list" },
    { text: "1", fields: ["(line)"], because: "it is a number" },
    { text: '{"id":"gid://shopify/Order/1"}', fields: ["id"], because: "it is no product" },
    {
      text: JSON.stringify(variantLine(11, 1, { price: "12,00" })),
      fields: ["price"],
      because: "12,00 is no amount",
    },
    {
      text: '{"id":"gid://shopify/Product/1","__parentId":5}',
      fields: ["__parentId"],
      because: "its parent is a number",
    },
  ])("refuses the line $text: $because", ({ text, fields }) => {
    expect(startProductJoin([]).take({ number: 3, text })).toEqual({
      kind: "broken",
      lineNumber: 3,
      fields,
    });
  });

  test("refuses a file that is cut off in its last line, at every byte of it", () => {
    const bytes = Buffer.from(
      bulkText([...LINES, variantLine(23, 2, { title: "Grün 🧣", position: 3 })]),
    );
    const start = bytes.lastIndexOf(10, bytes.length - 2) + 1;
    for (let end = start + 1; end < bytes.length - 1; end += 1) {
      const outcomes = outcomesOf(bytes.subarray(0, end));
      expect(outcomes.at(-1)).toMatchObject({ kind: "broken", lineNumber: LINES.length + 1 });
    }
    // Without its line break it is whole; before its first byte, the count of lines tells what is missing.
    expect(outcomesOf(bytes.subarray(0, bytes.length - 1))).toHaveLength(LINES.length + 1);
    expect(outcomesOf(bytes.subarray(0, start))).toHaveLength(LINES.length);
  });
});

test("the query of which these are the lines is valid for Shopify's Admin API", () => {
  const file = new URL("../fixtures/graphql/bulk_products.graphql", import.meta.url);
  const faults = validate(adminSchema().schema, parse(readFileSync(file, "utf8")), specifiedRules);
  expect(faults.map(({ message }) => message)).toEqual([]);
});

describe("the cutting of lines", () => {
  test.each([1, 2, 3, 5, 1_000])("gives the same for pieces of %i bytes", (size) => {
    const bytes = Buffer.from("\uFEFFäö\n\r\n\n🧣 x\r\nend");
    const lines = startLines();
    const cut = [];
    for (let at = 0; at < bytes.length; at += size)
      cut.push(...lines.push(bytes.subarray(at, at + size)));
    expect([...cut, ...lines.end()]).toEqual([
      { number: 1, text: "äö" },
      { number: 4, text: "🧣 x\r" },
      { number: 5, text: "end" },
    ]);
  });
});

function joined(text: string, countries: readonly string[] = []): Product[] {
  const join = startProductJoin(countries);
  for (const line of linesOf(Buffer.from(text))) {
    expect(join.take(line)).toEqual({ kind: "taken" });
  }
  expect(join.counts().lines).toBe(text.split("\n").length - 1);
  return [...join.products()];
}

function outcomesOf(bytes: Uint8Array) {
  const join = startProductJoin([]);
  return linesOf(bytes).map((line) => join.take(line));
}

function linesOf(bytes: Uint8Array) {
  const lines = startLines();
  return [...lines.push(bytes), ...lines.end()];
}

/** Pictures and collections have no place of their own but that in the file. */
function sorted(products: Product[]) {
  const byId = (one: { id: string }, other: { id: string }) => one.id.localeCompare(other.id);
  return products
    .map((product) => ({
      ...product,
      images: product.images.toSorted(byId),
      collections: product.collections.toSorted(byId),
    }))
    .toSorted((one, other) => one.productId.localeCompare(other.productId));
}
