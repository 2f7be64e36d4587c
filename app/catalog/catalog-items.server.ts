import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";

import { z } from "zod";

import { db } from "~/db.server";
import { InvariantError } from "~/errors";
import { parse } from "~/parse";

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
export function findItems({ shopId, feedId }: FeedKey, range: PartRange): Promise<StoredItem[]> {
  return db.$queryRaw<StoredItem[]>`
    SELECT "itemId", "productId", "contentHash", "leftOut" FROM catalog_items
     WHERE "shopId" = ${shopId}::uuid AND "feedId" = ${feedId}::uuid
       AND part BETWEEN ${range.from} AND ${range.to}`;
}

/** So many items are written by one statement. */
const BATCH_ITEMS = 500;

/**
 * Writes what changed. An item that was in the feed before, and is, and has another price or
 * availability, is one of which Pinterest has to hear. Where two products have one id, the one that is in
 * the file keeps it. The same changes again change nothing.
 */
export async function recordItems(
  { shopId, feedId }: FeedKey,
  { put, removed }: ItemChanges,
  now: Date,
): Promise<void> {
  for (let at = 0; at < put.length; at += BATCH_ITEMS) {
    const items = JSON.stringify(put.slice(at, at + BATCH_ITEMS));
    await db.$executeRaw`
      INSERT INTO catalog_items AS known
             ("shopId", "feedId", "itemId", "productId", "variantId", part, "contentHash", price,
              "salePrice", availability, "leftOut", "changedAt")
      SELECT ${shopId}::uuid, ${feedId}::uuid, "itemId", "productId", "variantId", part, "contentHash",
             price, "salePrice", availability, "leftOut", ${now}
        FROM json_to_recordset(${items}::json) AS made(
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
  }
  for (let at = 0; at < removed.length; at += BATCH_ITEMS) {
    const batch = removed.slice(at, at + BATCH_ITEMS);
    // Another product may have taken the id over.
    await db.catalogItem.deleteMany({
      where: {
        shopId,
        feedId,
        itemId: { in: batch.map(({ itemId }) => itemId) },
        productId: { in: batch.map(({ productId }) => productId) },
      },
    });
  }
}

const changesSchema = z.object({
  put: z.array(
    z.object({
      itemId: z.string(),
      productId: z.string(),
      variantId: z.string(),
      part: z.int(),
      contentHash: z.string(),
      price: z.string().nullable(),
      salePrice: z.string().nullable(),
      availability: z.string().nullable(),
      leftOut: z.string().nullable(),
    }),
  ),
  removed: z.array(z.object({ itemId: z.string(), productId: z.string() })),
});

/**
 * Writes what a making noted.
 *
 * @param onProgress called after each line, that is for each range of parts.
 */
export async function recordNotedItems(
  feed: FeedKey,
  changesFile: string,
  now: Date,
  onProgress: () => Promise<void>,
): Promise<void> {
  for await (const line of createInterface({ input: createReadStream(changesFile) })) {
    const changes = parse(changesSchema, JSON.parse(line));
    if (changes.kind === "unreadable") {
      throw new InvariantError("A file of changes is not what was written", {
        fields: changes.fields.join(", "),
      });
    }
    await recordItems(feed, changes.value, now);
    await onProgress();
  }
}
