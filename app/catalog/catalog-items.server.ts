import { querySql } from "~/db.server";

import type { FeedKey } from "./feed";
import { BATCH_ITEMS, notedBatches, type ItemChanges, type StoredItem } from "./item-notes.server";
import type { PartRange } from "./part";

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
 * the file keeps it; of two that are, or that are not, the first in the order of the file. The same changes
 * again change nothing.
 */
export async function recordItems(feed: FeedKey, changes: ItemChanges, now: Date): Promise<void> {
  for (const batch of batchesOf(changes)) await recordBatch(feed, batch, now);
}

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
  for (const kind of KINDS) {
    for await (const items of notedBatches(changesFile, kind)) {
      await recordBatch(feed, { kind, items }, now);
      await onProgress();
    }
  }
}

/** What is gone goes first: another item may have taken its id over. */
const KINDS = ["removed", "put"] as const;

/** Items for one statement: JSON, which the database takes apart. */
type Batch = { kind: (typeof KINDS)[number]; items: string | Buffer };

function batchesOf({ put, removed }: ItemChanges): Batch[] {
  return [
    ...textsOf(removed).map((items) => ({ kind: "removed", items }) as const),
    ...textsOf(put).map((items) => ({ kind: "put", items }) as const),
  ];
}

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
     AND (known."productId" = excluded."productId"
          OR (excluded."leftOut" IS NOT NULL, excluded.part, length(excluded."productId"), excluded."productId")
             < (known."leftOut" IS NOT NULL, known.part, length(known."productId"), known."productId"))`;

/** Another product may have taken an id over. */
const REMOVE = `
  DELETE FROM catalog_items i
   USING json_to_recordset($3::json) AS gone("itemId" text, "productId" text)
   WHERE i."shopId" = $1 AND i."feedId" = $2
     AND i."itemId" = gone."itemId" AND i."productId" = gone."productId"`;
