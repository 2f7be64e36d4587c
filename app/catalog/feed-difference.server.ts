import type { Readable } from "node:stream";

import { db } from "~/db.server";

import type { FeedKey } from "./feed";
import type { FeedDifference } from "./feed-difference";
import { FEED_FORMATS, type FeedFormat } from "./feed-format";
import { feedReader } from "./feed-read";
import { readStored } from "./feed-storage.server";
import { byPart } from "./part";
import type { AnyRow } from "./columns";

const EXAMPLES_MAX = 20;

/**
 * Compares two versions of a feed, row by row. Both files have their products in the same order, so both
 * are read once and side by side, and memory holds the rows of one product of each.
 *
 * @returns `null` where one of them is not kept.
 */
export async function feedDifference(
  feed: FeedKey,
  versions: { older: string; newer: string },
): Promise<FeedDifference | null> {
  const older = await open(feed, versions.older);
  const newer = await open(feed, versions.newer);
  if (!older || !newer) return null;

  const found = startCount();
  let one = await older.next();
  let other = await newer.next();
  while (!one.done || !other.done) {
    const order = one.done ? 1 : other.done ? -1 : byPart(one.value, other.value);
    if (!one.done && order <= 0) found.before(one.value.rows);
    if (!other.done && order >= 0) found.after(other.value.rows);
    found.settle();
    if (order <= 0) one = await older.next();
    if (order >= 0) other = await newer.next();
  }
  return found.result();
}

type ProductRows = { productId: string; rows: AnyRow[] };

/** The rows of a version, product by product; `null` where it is not kept. */
async function open(
  { shopId, feedId }: FeedKey,
  versionId: string,
): Promise<AsyncGenerator<ProductRows, void> | null> {
  const version = await db.feedVersion.findFirst({ where: { id: versionId, shopId, feedId } });
  if (!version) return null;
  const format = FEED_FORMATS.find((known) => known === version.format) ?? "tsv";
  return productsOf(await readStored(version.storageKey), format);
}

async function* productsOf(file: Readable, format: FeedFormat): AsyncGenerator<ProductRows, void> {
  const reader = feedReader(format);
  const decoder = new TextDecoder();
  let productId = "";
  let rows: AnyRow[] = [];
  for await (const chunk of file) {
    for (const part of reader.push(decoder.decode(chunk, { stream: true }))) {
      if (part.kind !== "row") continue;
      const ofRow = part.row.item_group_id ?? part.row["g:item_group_id"] ?? "";
      if (ofRow !== productId && rows.length > 0) {
        yield { productId, rows };
        rows = [];
      }
      productId = ofRow;
      rows.push(part.row);
    }
  }
  if (rows.length > 0) yield { productId, rows };
}

function startCount() {
  const byColumn: Record<string, number> = {};
  const counts = { added: 0, removed: 0, changed: 0 };
  const examples: FeedDifference["examples"] = { added: [], removed: [], changed: [] };
  let older = new Map<string, AnyRow>();
  let newer = new Map<string, AnyRow>();

  return {
    before: (rows: readonly AnyRow[]) => void (older = byId(rows)),
    after: (rows: readonly AnyRow[]) => void (newer = byId(rows)),
    /** Compares the rows of one product. */
    settle() {
      for (const [id, row] of newer) {
        const known = older.get(id);
        if (!known) note("added", id);
        else if (noteColumns(known, row)) note("changed", id);
      }
      for (const id of older.keys()) if (!newer.has(id)) note("removed", id);
      older = new Map();
      newer = new Map();
    },
    result: (): FeedDifference => ({ ...counts, byColumn, examples }),
  };

  function note(kind: keyof typeof counts, id: string): void {
    counts[kind] += 1;
    if (examples[kind].length < EXAMPLES_MAX) examples[kind].push(id);
  }

  function noteColumns(known: AnyRow, row: AnyRow): boolean {
    const columns = new Set([...Object.keys(known), ...Object.keys(row)]);
    const differing = [...columns].filter(
      (column) => (known[column] ?? "") !== (row[column] ?? ""),
    );
    for (const column of differing) byColumn[column] = (byColumn[column] ?? 0) + 1;
    return differing.length > 0;
  }
}

function byId(rows: readonly AnyRow[]): Map<string, AnyRow> {
  return new Map(rows.map((row) => [row.id ?? row["g:id"] ?? "", row]));
}
