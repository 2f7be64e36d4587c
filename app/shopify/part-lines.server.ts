import { open } from "node:fs/promises";

import { PARTS } from "~/catalog/part";

import { eachOwned, openRanges } from "./range-files.server";

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

/** The lines of a range are in memory while its products are joined. */
const RANGE_BYTES_MAX = 2 * 1024 * 1024;

const CHUNK_BYTES = 1024 * 1024;

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
        products.write(place.productId, line);
        if (place.variantId !== null) {
          variants.write(place.variantId, place.productId);
        }
        return;
      case "of_variant":
        pictures.write(place.variantId, line);
        return;
      case "blank":
      case "of_nobody":
        return;
    }
  };

  try {
    for await (const chunk of chunksOf(file)) {
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
      leadPictures(variants.read(range), pictures.read(range), products.write);
    }
    products.flush();
    return { kind: "parted", ranges, lines };
  } finally {
    variants.remove();
    pictures.remove();
    for (const files of [products, variants, pictures]) files.release();
  }
}

/** The bytes of a file, piece by piece, each good until the next. */
async function* chunksOf(file: string): AsyncGenerator<Buffer> {
  const handle = await open(file);
  try {
    const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
    for (;;) {
      const { bytesRead } = await handle.read(chunk);
      if (bytesRead === 0) return;
      yield chunk.subarray(0, bytesRead);
    }
  } finally {
    await handle.close();
  }
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

const HEAD = { type: Buffer.from('{"__typename":"'), id: Buffer.from('","id":"gid://shopify/') };
const PARENT = Buffer.from('"__parentId":"gid://shopify/');

/**
 * Where a line belongs. A line of a product is cut off if it is broken, which the join finds; any other
 * that does not end with its parent is parsed here, so that none is lost for being cut off.
 *
 * Within a JSON text a quote stands behind a backslash, so neither edge fits the inside of a value. Bytes are
 * compared, not text, because there are as many lines as the catalog has.
 */
function placeOf(line: Buffer): Place {
  const own = headOf(line);
  if (own?.kind === "Product") return { kind: "of_product", productId: own.id, variantId: null };
  const parent = own && parentOf(line);
  return parent ? placeOfChild(own, parent) : placeOfStranger(line.toString("utf8"));
}

function headOf(line: Buffer): Gid | null {
  if (!standsAt(line, 0, HEAD.type)) return null;
  const start = HEAD.type.length;
  const end = wordEnd(line, start);
  if (end === start || !standsAt(line, end, HEAD.id)) return null;
  return gidAt(line, end + HEAD.id.length)?.gid ?? null;
}

function parentOf(line: Buffer): Gid | null {
  const at = line.lastIndexOf(PARENT);
  const found = at < 0 ? null : gidAt(line, at + PARENT.length);
  if (!found || line[found.end + 1] !== BRACE) return null;
  const isLast = line.subarray(found.end + 2).every((byte) => BLANKS.includes(byte));
  return isLast ? found.gid : null;
}

/** The kind and the id that begin here, and where the quote behind them is. */
function gidAt(line: Buffer, start: number): { gid: Gid; end: number } | null {
  const slash = wordEnd(line, start);
  const end = digitsEnd(line, slash + 1);
  if (slash === start || end === slash + 1) return null;
  if (line[slash] !== SLASH || line[end] !== QUOTE) return null;
  const gid = {
    kind: line.toString("latin1", start, slash),
    id: line.toString("latin1", slash + 1, end),
  };
  return { gid, end };
}

function standsAt(line: Buffer, at: number, bytes: Buffer): boolean {
  for (let index = 0; index < bytes.length; index += 1) {
    if (line[at + index] !== bytes[index]) return false;
  }
  return true;
}

const SLASH = 0x2f;
const QUOTE = 0x22;
const BRACE = 0x7d;
const BLANKS: readonly number[] = [0x20, 0x09, 0x0d];

const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39;
const isLetter = (byte: number): boolean => byte >= 0x61 && byte <= 0x7a;

/** Where the letters, digits and underscores end that begin here. */
function wordEnd(line: Buffer, start: number): number {
  const isWord = (byte: number) => isDigit(byte) || isLetter(byte | 0x20) || byte === 0x5f;
  let end = start;
  while (isWord(line[end] ?? 0)) end += 1;
  return end;
}

function digitsEnd(line: Buffer, start: number): number {
  let end = start;
  while (isDigit(line[end] ?? 0)) end += 1;
  return end;
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
  for (const { ownerId, start, end } of eachOwned(variants)) {
    productOf.set(ownerId, variants.toString("latin1", start, end));
  }
  for (const { ownerId, start, end } of eachOwned(pictures)) {
    const productId = productOf.get(ownerId);
    if (productId !== undefined) lead(productId, pictures.subarray(start, end));
  }
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
