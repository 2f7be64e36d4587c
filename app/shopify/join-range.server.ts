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
 * Begins to read the ranges of a folder. Memory holds where the lines of one range stand, and the bytes and
 * records of one product: what is made of a product is garbage before the next one is read.
 *
 * @param countries as for the join.
 */
export function startRanges(folder: string, countries: readonly string[]): RangeReader {
  let scratch = Buffer.allocUnsafe(SCRATCH_BYTES);

  return {
    *products(range) {
      const file = openSync(rangeFile(folder, "products", range), "r");
      try {
        yield* productsOf(file);
      } finally {
        closeSync(file);
      }
    },
  };

  function* productsOf(file: number): Generator<JoinedProduct> {
    const spans = spansByProduct(file);
    const ids = [...spans.keys()].map((productId) => ({ productId }));
    for (const { productId } of ids.toSorted(byPart)) {
      const join = startProductJoin(countries);
      for (const span of spans.get(productId) ?? []) {
        const bytes = read(file, span.start, span.end - span.start);
        for (const { end, start } of eachOwned(bytes)) {
          const taken = join.take({ number: 1, text: bytes.toString("utf8", start, end) });
          if (taken.kind === "broken") return yield taken;
        }
      }
      const { lines } = join.counts();
      for (const product of join.products()) yield { kind: "joined", product, lines };
    }
  }

  /** Where the lines of each product stand, in their order; lines that stand together are one span. */
  function spansByProduct(file: number): Map<string, Span[]> {
    const spans = new Map<string, Span[]>();
    const { size } = fstatSync(file);
    let last: { productId: string; span: Span } | undefined;
    for (let at = 0; at < size;) {
      const bytes = read(file, at, Math.min(scratch.length, size - at));
      const whole = bytes.lastIndexOf(NEWLINE) + 1;
      for (const { begin, end, ownerId } of eachOwned(bytes.subarray(0, whole))) {
        if (last?.productId === ownerId) {
          last.span.end = at + end + 1;
          continue;
        }
        const span = { start: at + begin, end: at + end + 1 };
        const known = spans.get(ownerId);
        if (known) known.push(span);
        else spans.set(ownerId, [span]);
        last = { productId: ownerId, span };
      }
      at += whole;
      // A line that is longer than the buffer: every line has its end.
      if (whole === 0) scratch = Buffer.allocUnsafe(scratch.length * 2);
    }
    return spans;
  }

  /** Through one buffer: a new one for each product would be garbage that nobody collects in time. */
  function read(file: number, start: number, length: number): Buffer {
    if (length > scratch.length) scratch = Buffer.allocUnsafe(length * 2);
    let filled = 0;
    while (filled < length) {
      filled += readSync(file, scratch, filled, length - filled, start + filled);
    }
    return scratch.subarray(0, length);
  }
}

/** Most products have less. */
const SCRATCH_BYTES = 256 * 1024;

const NEWLINE = 0x0a;

type Span = { start: number; end: number };
