import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { byPart, partOf, PARTS, rangeOf } from "~/catalog/part";
import type { Product } from "~/catalog/product";
import { startRanges, type JoinedProduct } from "~/shopify/join-range.server";
import { partLines, type Parted } from "~/shopify/part-lines.server";

import { bulkText, collectionLine, imageLine, productLine, variantLine } from "#test/support/bulk";
import { dice } from "#test/support/dice";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "pin-relay-parts-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Thirty products with variants, pictures of both, and collections. */
const LINES = Array.from({ length: 30 }, (_, index) => {
  const id = 1_000 + index * 32_768;
  return [
    productLine(id),
    imageLine(id + 1, id),
    collectionLine(id + 2, id, "Winter"),
    variantLine(id + 3, id),
    variantLine(id + 4, id, { position: 2 }),
    imageLine(id + 5, id + 4, "ProductVariant"),
  ];
}).flat();

describe("lines that are parted by product", () => {
  test.each([1, 4, 64])("give the same products in %i ranges", async (ranges) => {
    expect(await part(bulkText(LINES), ranges)).toMatchObject({ kind: "parted", lines: 180 });
    const products = productsOf(ranges);
    expect(products).toHaveLength(30);
    expect(products).toEqual(products.toSorted(byPart));
    expect(products).toEqual(await whole());
    for (const { collections, images, variants } of products) {
      expect([collections.length, images.length, variants.length]).toEqual([1, 1, 2]);
      expect(variants.map((variant) => variant.images.length)).toEqual([0, 1]);
    }
  });

  test("may stand in any order", async () => {
    const expected = await whole();
    const roll = dice(11);
    const shuffled = LINES.map((line) => ({ line, place: roll() }))
      .toSorted((one, other) => one.place - other.place)
      .map(({ line }) => line);
    await part(bulkText(shuffled), 8);
    expect(productsOf(8)).toEqual(expected);
  });

  test("may have their fields in any order, white space, a byte order mark and other line breaks", async () => {
    const expected = await whole();
    const turned = LINES.map((line) => {
      const fields = Object.fromEntries(Object.entries(line).toReversed());
      return JSON.stringify(fields).replace(/^\{/, "{ ");
    });
    await part(`\uFEFF${turned.join("\r\n")}`, 8);
    expect(productsOf(8)).toEqual(expected);
  });

  test("are broken wherever the last one is cut off", async () => {
    const before = bulkText([productLine(1_000)]);
    const id = (type: string, number: number) => `gid://shopify/${type}/${number}`;
    for (const [kind, fields] of Object.entries({
      variant: {
        ...{ __typename: "ProductVariant", id: id("ProductVariant", 1_003), price: "1.00" },
        ...{ selectedOptions: [{ name: "Size", value: "}" }], __parentId: id("Product", 1_000) },
      },
      picture: {
        ...{ __typename: "MediaImage", id: id("MediaImage", 1_005) },
        ...{ image: { url: "https://cdn.example/1" }, __parentId: id("ProductVariant", 1_003) },
      },
      product: { __typename: "Product", id: id("Product", 77), title: 'A "tale" of }' },
    })) {
      const last = JSON.stringify(fields);
      for (let cut = 1; cut < last.length; cut += 1) {
        const parted = await part(before + last.slice(0, cut), 1);
        const isBroken = [parted, ...joined(1)].some(({ kind: found }) => found === "broken");
        expect({ kind, cut, isBroken }).toEqual({ kind, cut, isBroken: true });
      }
    }
  });

  test("are not taken for a parent's by what stands inside a value", async () => {
    const title = `"__parentId":"gid://shopify/Product/5"}`;
    const text = bulkText([productLine(9, { title }), variantLine(90, 9, { title })]);
    expect(await part(text, 1)).toMatchObject({ kind: "parted", lines: 2 });
    expect(productsOf(1)).toMatchObject([
      { productId: "9", title, variants: [{ variantId: "90" }] },
    ]);
  });

  test("stop when the process is about to", async () => {
    const stopping = AbortSignal.abort();
    const file = path.join(folder, "stopped.jsonl");
    await writeFile(file, bulkText(LINES));
    const world = { onProgress: () => Promise.resolve(), stopping };
    expect(await partLines(file, folder, 1, world)).toEqual({ kind: "stopped" });
  });
});

test("ids that differ by a power of two are spread over all parts", () => {
  const counts = new Map<number, number>();
  for (let index = 0; index < 25_600; index += 1) {
    const part = partOf(String(8_000_000_000_000 + index * 32_768));
    counts.set(part, (counts.get(part) ?? 0) + 1);
  }
  expect(counts.size).toBe(PARTS);
  expect(Math.max(...counts.values())).toBeLessThan(200);
  expect(rangeOf("8000000032768", 256)).toBe(partOf("8000000032768"));
});

async function part(text: string, ranges: number): Promise<Parted> {
  const file = path.join(folder, "bulk.jsonl");
  await writeFile(file, text);
  return partLines(file, folder, ranges, {
    onProgress: () => Promise.resolve(),
    stopping: new AbortController().signal,
  });
}

function joined(ranges: number): JoinedProduct[] {
  const reader = startRanges(folder, []);
  return Array.from({ length: ranges }, (_, range) => [...reader.products(range)]).flat();
}

function productsOf(ranges: number): Product[] {
  return joined(ranges).flatMap((one) => (one.kind === "joined" ? [one.product] : []));
}

/** The products as one range gives them. */
async function whole(): Promise<Product[]> {
  await part(bulkText(LINES), 1);
  return productsOf(1);
}
