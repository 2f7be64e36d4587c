import { createWriteStream } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import path from "node:path";
import { pipeline } from "node:stream/promises";

import { dataRoot } from "~/data-root.server";
import { db } from "~/db.server";
import { exclusively } from "~/exclusive.server";
import { log } from "~/log.server";
import { enqueue } from "~/queue.server";

import { recordNotedItems } from "./catalog-items.server";
import type { FeedKey } from "./feed";
import { readStored, removeStored } from "./feed-storage.server";

/** A version of a feed whose rows are to be written. */
export type VersionKey = FeedKey & { versionId: string };

/** `over`: another version is answered by now, and its making has written the rows. */
export type Settled = "settled" | "over" | "busy";

/**
 * Writes the items of a version that waited at the gate and was published after all, from the notes that its
 * making left beside the file. What changed since the version was made is made anew afterwards. A second run
 * writes nothing.
 */
export async function settleVersion(key: VersionKey): Promise<Settled> {
  const settled = await exclusively(`catalog:${key.shopId}`, () => settle(key));
  if (settled !== "busy") log.info({ ...key, settled }, "settled a version of a feed");
  return settled;
}

async function settle({ feedId, shopId, versionId }: VersionKey): Promise<Settled> {
  const version = await db.feedVersion.findFirst({
    where: { id: versionId, shopId, feedId },
    include: { feed: true },
  });
  if (!version?.notesKey || version.feed.currentVersionId !== versionId) return "over";
  const { createdAt, notesKey } = version;
  await db.$executeRaw`
    INSERT INTO catalog_changes ("shopId", "productId", "changedAt")
    SELECT DISTINCT "shopId", "productId", now() FROM catalog_items
     WHERE "shopId" = ${shopId}::uuid AND "feedId" = ${feedId}::uuid AND "changedAt" > ${createdAt}
        ON CONFLICT ("shopId", "productId") DO NOTHING`;
  const folder = path.join(dataRoot(), "notes");
  const notes = path.join(folder, `${versionId}.notes`);
  try {
    await mkdir(folder, { recursive: true });
    await pipeline(await readStored(notesKey), createWriteStream(notes));
    // As of then: whatever changed later is newer than the version.
    await recordNotedItems({ shopId, feedId }, notes, createdAt, () => Promise.resolve());
  } finally {
    await rm(notes, { force: true });
  }
  await db.$transaction(async (tx) => {
    await tx.feedVersion.updateMany({
      where: { id: versionId, shopId, feedId },
      data: { notesKey: null },
    });
    await enqueue(tx, "update-products", { shopId });
    await enqueue(tx, "tell-items", { shopId, feedId });
  });
  await removeStored(notesKey);
  return "settled";
}
