import { closeSync, fstatSync, openSync, readSync } from "node:fs";

import { byPart } from "~/catalog/part";
import type { Product } from "~/catalog/product";

import { startProductJoin } from "./product";
import { eachOwned, rangeFile } from "./range-files.server";

/** What came of the lines of one product. */
export type JoinedProduct =
  | { kind: "joined"; product: Product; lines: number }
  /** A line is cut off, or it is no result of our query. */
  | { kind: "broken" };

/** Reads parted lines range by range, through one buffer. */
export type RangeReader = {
  /** The products of a range in the order of our files. Nothing comes after a broken one. */
  products(range: number): Generator<JoinedProduct>;
};

/**
 * Begins to read the ranges of a folder. Memory holds the bytes of one range and the records of one
 * product: what is made of a product is garbage before the next one is read.
 *
 * @param countries as for the join.
 */
export function startRanges(folder: string, countries: readonly string[]): RangeReader {
  let scratch = Buffer.alloc(0);

  return { products };

  function* products(range: number): Generator<JoinedProduct> {
    const bytes = read(rangeFile(folder, "products", range));
    const places = placesByProduct(bytes);
    const ids = [...places.keys()].map((productId) => ({ productId }));
    for (const { productId } of ids.toSorted(byPart)) {
      const join = startProductJoin(countries);
      for (const { start, end } of places.get(productId) ?? []) {
        const taken = join.take({ number: 1, text: bytes.toString("utf8", start, end) });
        if (taken.kind === "broken") return yield taken;
      }
      const { lines } = join.counts();
      for (const product of join.products()) yield { kind: "joined", product, lines };
    }
  }

  function read(file: string): Buffer {
    const descriptor = openSync(file, "r");
    try {
      const { size } = fstatSync(descriptor);
      // A new buffer for each range would be garbage that nobody collects in time.
      if (size > scratch.length) scratch = Buffer.allocUnsafe(size + size / 4);
      let filled = 0;
      while (filled < size) filled += readSync(descriptor, scratch, filled, size - filled, null);
      return scratch.subarray(0, size);
    } finally {
      closeSync(descriptor);
    }
  }
}

type Place = { start: number; end: number };

/** Lines of one product keep their order. */
function placesByProduct(bytes: Buffer): Map<string, Place[]> {
  const places = new Map<string, Place[]>();
  for (const { ownerId, start, end } of eachOwned(bytes)) {
    const known = places.get(ownerId);
    if (known) known.push({ start, end });
    else places.set(ownerId, [{ start, end }]);
  }
  return places;
}
