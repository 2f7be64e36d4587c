import { appendFileSync, createReadStream, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

import { PARTS, rangeOf } from "~/catalog/part";
import type { Product } from "~/catalog/product";

import { startLines } from "./bulk-lines";
import { startProductJoin } from "./product";

/** The lines of a bulk operation on disk, those of one product in one file. */
export type PartedLines = {
  /** A power of two. */
  ranges: number;
  /** Empty ones are not counted. */
  lines: number;
};

/** What became of a file of lines. */
export type Parted =
  | ({ kind: "parted" } & PartedLines)
  /** The file is cut off, or it is no result of our query. */
  | { kind: "broken"; lineNumber: number }
  /** The process is about to stop. */
  | { kind: "stopped" };

/** A range with so many bytes of lines takes about five times as much memory while it is joined. */
const RANGE_BYTES_MAX = 2 * 1024 * 1024;

const CHUNK_BYTES = 1024 * 1024;

/** How much of a range's lines waits to be written. */
const BUFFER_BYTES = { products: 32 * 1024, variants: 8 * 1024, pictures: 8 * 1024 } as const;

/** In how many ranges a file of that size is parted. */
export function rangesFor(bytes: number): number {
  let ranges = 1;
  while (ranges < PARTS && bytes / ranges > RANGE_BYTES_MAX) ranges *= 2;
  return ranges;
}

/** What may go on in between: progress is told, and a stop is heard. */
export type PartingWorld = {
  /** Bytes so far. */
  onProgress: (bytes: number) => Promise<void>;
  stopping: AbortSignal;
};

/**
 * Parts the lines of a bulk operation by product, in files of `folder`. No line is parsed that looks like
 * one of Shopify's; a line is told by its beginning and its end, in which its id and its parent's stand.
 *
 * A picture names its variant and not its product, and may stand before it. So variants are noted by their
 * ids, pictures of variants are parted by their variants' ids, and once all lines were seen each lot of
 * pictures is led to its products. Memory holds one buffer for each range.
 */
export async function partLines(
  file: string,
  folder: string,
  ranges: number,
  world: PartingWorld,
): Promise<Parted> {
  const products = openRanges(folder, "products", ranges);
  const variants = openRanges(folder, "variants", ranges);
  const pictures = openRanges(folder, "pictures", ranges);
  const cutter = startByteLines();
  let lines = 0;
  let bytes = 0;
  let broken: number | null = null;

  const take = (line: Buffer, lineNumber: number): void => {
    const place = placeOf(line);
    lines += place.kind === "blank" ? 0 : 1;
    switch (place.kind) {
      case "broken":
        broken ??= lineNumber;
        return;
      case "of_product":
        products.write(rangeOf(place.productId, ranges), line);
        if (place.variantId !== null) {
          const noted = Buffer.from(`${place.variantId} ${place.productId}`);
          variants.write(rangeOf(place.variantId, ranges), noted);
        }
        return;
      case "of_variant":
        pictures.write(rangeOf(place.variantId, ranges), line);
        return;
      case "blank":
      case "of_nobody":
        return;
    }
  };

  try {
    for await (const chunk of createReadStream(file, { highWaterMark: CHUNK_BYTES })) {
      if (world.stopping.aborted) return { kind: "stopped" };
      cutter.push(chunk, take);
      bytes += chunk.length;
      if (broken !== null) return { kind: "broken", lineNumber: broken };
      await world.onProgress(bytes);
    }
    cutter.end(take);
    if (broken !== null) return { kind: "broken", lineNumber: broken };
    variants.flush();
    pictures.flush();
    for (let range = 0; range < ranges; range += 1) {
      leadPictures(variants.read(range), pictures.read(range), (productId, line) =>
        products.write(rangeOf(productId, ranges), line),
      );
    }
    products.flush();
    return { kind: "parted", ranges, lines };
  } finally {
    variants.remove();
    pictures.remove();
  }
}

/** What came of the products of one range. */
export type RangeOfProducts =
  { kind: "joined"; products: Product[]; lines: number } | { kind: "broken" };

/** The products of one range, in the order of their lines. */
export function joinRange(
  folder: string,
  range: number,
  countries: readonly string[],
): RangeOfProducts {
  const join = startProductJoin(countries);
  const cutter = startLines();
  const text = readFileSync(rangeFile(folder, "products", range));
  for (const line of [...cutter.push(text), ...cutter.end()]) {
    if (join.take(line).kind === "broken") return { kind: "broken" };
  }
  return { kind: "joined", products: [...join.products()], lines: join.counts().lines };
}

type Place =
  /** A product, or what hangs on one. */
  | { kind: "of_product"; productId: string; variantId: string | null }
  /** What hangs on a variant. */
  | { kind: "of_variant"; variantId: string }
  /** What hangs on something else, of which the join knows nothing. */
  | { kind: "of_nobody" }
  | { kind: "blank" }
  | { kind: "broken" };

/** Longer than any id with its type. */
const EDGE_BYTES = 160;

const HEAD = /^\{"__typename":"\w+","id":"gid:\/\/shopify\/(\w+)\/(\d+)"/;
const TAIL = /"__parentId":"gid:\/\/shopify\/(\w+)\/(\d+)"\}\s*$/;

/**
 * Where a line belongs. A line of a product is cut off if it is broken, which the join finds; any other
 * that does not end with its parent is parsed here, so that none is lost for being cut off.
 *
 * Within a JSON text a quote stands behind a backslash, so neither pattern fits the inside of a value.
 */
function placeOf(line: Buffer): Place {
  const [, kind, id] = HEAD.exec(line.toString("latin1", 0, EDGE_BYTES)) ?? [];
  if (kind !== undefined && id !== undefined) {
    if (kind === "Product") return { kind: "of_product", productId: id, variantId: null };
    const end = line.toString("latin1", Math.max(0, line.length - EDGE_BYTES));
    const [, parentKind, parentId] = TAIL.exec(end) ?? [];
    if (parentKind !== undefined && parentId !== undefined) {
      return placeOfChild({ kind, id }, { kind: parentKind, id: parentId });
    }
  }
  return placeOfStranger(line.toString("utf8"));
}

type Gid = { kind: string; id: string };

function placeOfChild(own: Gid, parent: Gid): Place {
  switch (parent.kind) {
    case "Product": {
      const variantId = own.kind === "ProductVariant" ? own.id : null;
      return { kind: "of_product", productId: parent.id, variantId };
    }
    case "ProductVariant":
      return { kind: "of_variant", variantId: parent.id };
    default:
      return { kind: "of_nobody" };
  }
}

/** A line whose fields stand in another order. */
function placeOfStranger(text: string): Place {
  if (text.trim() === "") return { kind: "blank" };
  let record: unknown;
  try {
    record = JSON.parse(text);
  } catch {
    return { kind: "broken" };
  }
  if (typeof record !== "object" || record === null) return { kind: "broken" };
  const own = "id" in record ? toGid(record.id) : null;
  if ("__parentId" in record) {
    const parent = toGid(record.__parentId);
    if (!parent) return { kind: "broken" };
    return placeOfChild(own ?? { kind: "", id: "" }, parent);
  }
  if (own?.kind !== "Product") return { kind: "broken" };
  return { kind: "of_product", productId: own.id, variantId: null };
}

function toGid(value: unknown): Gid | null {
  const [, kind, id] =
    /^gid:\/\/shopify\/(\w+)\/(\d+)$/.exec(typeof value === "string" ? value : "") ?? [];
  return kind === undefined || id === undefined ? null : { kind, id };
}

/** Leads the pictures of one range of variants to their products. One without a variant is nobody's. */
function leadPictures(
  variants: Buffer,
  pictures: Buffer,
  lead: (productId: string, line: Buffer) => void,
): void {
  if (pictures.length === 0) return;
  const productOf = new Map<string, string>();
  for (const line of variants.toString("latin1").split("\n")) {
    const [variantId, productId] = line.split(" ");
    if (variantId !== undefined && productId !== undefined) productOf.set(variantId, productId);
  }
  const cutter = startByteLines();
  const take = (line: Buffer): void => {
    const place = placeOf(line);
    if (place.kind !== "of_variant") return;
    const productId = productOf.get(place.variantId);
    if (productId !== undefined) lead(productId, line);
  };
  cutter.push(pictures, take);
  cutter.end(take);
}

type TakeLine = (line: Buffer, lineNumber: number) => void;

const NEWLINE = 0x0a;
const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/** Cuts bytes into lines without reading them as text. A line is good until the next one is cut. */
function startByteLines() {
  let rest: Buffer | null = null;
  let lineNumber = 0;

  return { push, end };

  function push(chunk: Buffer, take: TakeLine): void {
    let start = 0;
    for (;;) {
      const at = chunk.indexOf(NEWLINE, start);
      if (at < 0) break;
      const line = chunk.subarray(start, at);
      give(rest === null ? line : Buffer.concat([rest, line]), take);
      rest = null;
      start = at + 1;
    }
    if (start === chunk.length) return;
    const left = chunk.subarray(start);
    rest = rest === null ? Buffer.from(left) : Buffer.concat([rest, left]);
  }

  function end(take: TakeLine): void {
    if (rest !== null) give(rest, take);
    rest = null;
  }

  function give(line: Buffer, take: TakeLine): void {
    lineNumber += 1;
    const isMarked = lineNumber === 1 && line.subarray(0, 3).equals(BYTE_ORDER_MARK);
    take(isMarked ? line.subarray(3) : line, lineNumber);
  }
}

type Kind = keyof typeof BUFFER_BYTES;

function rangeFile(folder: string, kind: Kind, range: number): string {
  return path.join(folder, `${kind}-${range}.jsonl`);
}

/**
 * One file for each range, each behind a buffer. No file is held open: there may be more of them than a
 * process may open.
 */
function openRanges(folder: string, kind: Kind, ranges: number) {
  const bytes = BUFFER_BYTES[kind];
  const files = Array.from({ length: ranges }, (_, range) => ({
    name: rangeFile(folder, kind, range),
    buffer: Buffer.allocUnsafe(bytes),
    filled: 0,
  }));
  for (const { name } of files) writeFileSync(name, "");
  const flush = (file: (typeof files)[number]): void => {
    if (file.filled > 0) appendFileSync(file.name, file.buffer.subarray(0, file.filled));
    file.filled = 0;
  };
  return {
    write(range: number, line: Buffer): void {
      const file = files[range];
      if (!file) return;
      if (file.filled + line.length + 1 > bytes) flush(file);
      if (line.length + 1 > bytes) return appendFileSync(file.name, `${line.toString("utf8")}\n`);
      file.filled += line.copy(file.buffer, file.filled);
      file.buffer[file.filled] = NEWLINE;
      file.filled += 1;
    },
    flush: () => files.forEach(flush),
    read: (range: number) => readFileSync(rangeFile(folder, kind, range)),
    remove: () => files.forEach(({ name }) => rmSync(name, { force: true })),
  };
}
