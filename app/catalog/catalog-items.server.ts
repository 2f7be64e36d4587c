import { closeSync, createReadStream, openSync, writeSync } from "node:fs";

import { querySql } from "~/db.server";

import type { FeedKey } from "./feed";
import type { PartRange } from "./part";

/** An item as a making leaves it. */
export type ItemRow = {
  itemId: string;
  productId: string;
  variantId: string;
  part: number;
  contentHash: string;
  price: string | null;
  salePrice: string | null;
  availability: string | null;
  /** Why it is not in the file, as a code; `null` where it is. */
  leftOut: string | null;
};

export type StoredItem = Pick<ItemRow, "itemId" | "productId" | "contentHash" | "leftOut">;

/** What changed of the items of some parts. */
export type ItemChanges = { put: ItemRow[]; removed: Pick<ItemRow, "itemId" | "productId">[] };

/** The stored items of some parts. */
export function findItems(
  { feedId, shopId }: FeedKey,
  { from, to }: PartRange,
): Promise<StoredItem[]> {
  return querySql(
    `SELECT "itemId", "productId", "contentHash", "leftOut" FROM catalog_items
      WHERE "shopId" = $1 AND "feedId" = $2 AND part BETWEEN $3 AND $4`,
    [shopId, feedId, from, to],
  );
}

/**
 * Writes what changed. An item that was in the feed before, and is, and has another price or
 * availability, is one of which Pinterest has to hear. Where two products have one id, the one that is in
 * the file keeps it. The same changes again change nothing.
 */
export async function recordItems(feed: FeedKey, changes: ItemChanges, now: Date): Promise<void> {
  for (const batch of batchesOf(changes)) await recordBatch(feed, batch, now);
}

/** Notes what changed in a file, as {@link recordNotedItems} reads it: a batch in each line. */
export type Notes = {
  put(item: ItemRow): void;
  removed(item: Pick<ItemRow, "itemId" | "productId">): void;
  /** Writes what is left. */
  close(): void;
};

/**
 * Begins a file of notes. Items wait as bytes in a buffer that is used again: as objects they would outlive
 * many collections of garbage, and there are as many as the catalog has.
 */
export function startNotes(file: string): Notes {
  const descriptor = openSync(file, "w");
  const lines = { put: startLine("put"), removed: startLine("removed") };
  return {
    put: (item) => lines.put.add(JSON.stringify(item)),
    removed: ({ itemId, productId }) => lines.removed.add(JSON.stringify({ itemId, productId })),
    close() {
      lines.put.end();
      lines.removed.end();
      closeSync(descriptor);
    },
  };

  function startLine(kind: Batch["kind"]) {
    const open = `${NOTES[kind]}[`;
    let bytes = Buffer.allocUnsafe(LINE_BYTES);
    let filled = 0;
    let items = 0;
    const end = (): void => {
      if (items > 0) writeSync(descriptor, bytes.subarray(0, filled + bytes.write("]\n", filled)));
      items = 0;
    };
    const add = (item: string): void => {
      if (items === BATCH_ITEMS) end();
      if (items === 0) filled = bytes.write(open);
      // Of a character of UTF-16 come three bytes at most.
      const needed = filled + item.length * 3 + EDGE_BYTES;
      if (needed > bytes.length) bytes = Buffer.concat([bytes.subarray(0, filled)], needed * 2);
      filled += bytes.write(items === 0 ? item : `,${item}`, filled);
      items += 1;
    };
    return { add, end };
  }
}

/** Most lines are shorter. */
const LINE_BYTES = 512 * 1024;

/** What stands around an item. */
const EDGE_BYTES = 8;

/**
 * Writes what a making noted.
 *
 * @param onProgress called after each batch.
 */
export async function recordNotedItems(
  feed: FeedKey,
  changesFile: string,
  now: Date,
  onProgress: () => Promise<void>,
): Promise<void> {
  for await (const line of linesOf(changesFile)) {
    const kind = line.startsWith(NOTES.put) ? "put" : "removed";
    await recordBatch(feed, { kind, items: line.slice(1) }, now);
    await onProgress();
  }
}

/** Line by line; Node's own `readline` reads a thousand lines ahead, which are hundreds of megabytes here. */
async function* linesOf(file: string): AsyncGenerator<string> {
  let rest = "";
  for await (const chunk of createReadStream(file, { encoding: "utf8" })) {
    const lines = `${rest}${chunk}`.split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
  }
}

/** By what a line of notes begins. */
const NOTES = { put: "+", removed: "-" } as const;

/** Items for one statement: JSON, which the database takes apart. */
type Batch = { kind: "put" | "removed"; items: string };

function batchesOf({ put, removed }: ItemChanges): Batch[] {
  return [
    ...textsOf(put).map((items) => ({ kind: "put", items }) as const),
    ...textsOf(removed).map((items) => ({ kind: "removed", items }) as const),
  ];
}

/** So many items are written by one statement. */
const BATCH_ITEMS = 1_000;

function textsOf(items: readonly object[]): string[] {
  const batches = Math.ceil(items.length / BATCH_ITEMS);
  return Array.from({ length: batches }, (_, batch) =>
    JSON.stringify(items.slice(batch * BATCH_ITEMS, (batch + 1) * BATCH_ITEMS)),
  );
}

async function recordBatch(
  { feedId, shopId }: FeedKey,
  { items, kind }: Batch,
  now: Date,
): Promise<void> {
  if (kind === "put") await querySql(PUT, [shopId, feedId, items, now]);
  else await querySql(REMOVE, [shopId, feedId, items]);
}

const PUT = `
  INSERT INTO catalog_items AS known
         ("shopId", "feedId", "itemId", "productId", "variantId", part, "contentHash", price,
          "salePrice", availability, "leftOut", "changedAt")
  SELECT $1, $2, "itemId", "productId", "variantId", part, "contentHash",
         price, "salePrice", availability, "leftOut", $4
    FROM json_to_recordset($3::json) AS made(
         "itemId" text, "productId" text, "variantId" text, part smallint, "contentHash" text,
         price text, "salePrice" text, availability text, "leftOut" text)
      ON CONFLICT ("shopId", "feedId", "itemId") DO UPDATE SET
         "productId" = excluded."productId", "variantId" = excluded."variantId",
         part = excluded.part, "contentHash" = excluded."contentHash", price = excluded.price,
         "salePrice" = excluded."salePrice", availability = excluded.availability,
         "leftOut" = excluded."leftOut", "changedAt" = excluded."changedAt",
         "untoldSince" = CASE
           WHEN excluded."leftOut" IS NOT NULL THEN NULL
           WHEN known."leftOut" IS NULL
                AND (known.price, known."salePrice", known.availability)
                    IS DISTINCT FROM (excluded.price, excluded."salePrice", excluded.availability)
           THEN excluded."changedAt" ELSE known."untoldSince" END
   WHERE (known."contentHash", known."leftOut")
         IS DISTINCT FROM (excluded."contentHash", excluded."leftOut")
     AND (excluded."leftOut" IS NULL OR known."leftOut" IS NOT NULL
          OR known."productId" = excluded."productId")`;

/** Another product may have taken an id over. */
const REMOVE = `
  DELETE FROM catalog_items i
   USING json_to_recordset($3::json) AS gone("itemId" text, "productId" text)
   WHERE i."shopId" = $1 AND i."feedId" = $2
     AND i."itemId" = gone."itemId" AND i."productId" = gone."productId"`;
