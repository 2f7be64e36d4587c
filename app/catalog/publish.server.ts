import { rm } from "node:fs/promises";

import { randomUUID } from "node:crypto";

import { db, type Transaction } from "~/db.server";
import { log } from "~/log.server";
import { enqueue } from "~/queue.server";

import { recordNotedItems } from "./catalog-items.server";
import { gateOf, VERSIONS_KEPT, type FeedKey, type Gate } from "./feed";
import type { FeedFormat } from "./feed-format";
import { removeStored, storageKey, storeFile } from "./feed-storage.server";
import type { MadeFeed } from "./make-feed.server";

/** What became of a file that was made. */
export type Published =
  | { kind: "published"; versionId: string }
  /** The same bytes as the version that is answered: there is nothing to publish. */
  | { kind: "unchanged" }
  /** It waits for the merchant's word; what was answered before still is. */
  | { kind: "gated"; gate: Gate; versionId: string };

/**
 * Publishes a file: it goes into the storage whole, and one transaction makes it the version that is
 * answered. Killed before, it leaves a file that nobody asks for; killed after, it is done. Then what
 * changed of the items is written, which the next making finds and writes where it was broken off.
 */
export async function publishMade(
  feed: FeedKey & { format: FeedFormat },
  made: MadeFeed,
  { kind, now, onProgress }: PublishWorld,
): Promise<Published> {
  const current = await findCurrent(db, feed);
  if (current?.contentHash === made.contentHash && current.format === feed.format) {
    await recordChecked(feed, now());
    await recordNotedItems(feed, made.changesFile, now(), onProgress);
    await tellPinterest(feed, kind);
    await rm(made.file, { force: true });
    return { kind: "unchanged" };
  }

  const versionId = randomUUID();
  const key = storageKey(feed.shopId, versionId, feed.format);
  await storeFile(key, made.file);
  const gate = gateOf(made.items, current?.items ?? null);
  const notesKey = gate && storageKey(feed.shopId, versionId, "notes");
  if (notesKey !== null) await storeFile(notesKey, made.changesFile);
  await db.$transaction(async (tx) => {
    await recordVersion(tx, feed, made, { versionId, key, notesKey, kind, now: now() });
    if (gate) await holdVersion(tx, feed, versionId, gate, now());
    else await switchTo(tx, feed, versionId, now());
  });
  log.info({ ...feed, versionId, gate, items: made.items }, "made a version of a feed");
  if (gate === null) {
    await recordNotedItems(feed, made.changesFile, now(), onProgress);
    await tellPinterest(feed, kind);
  }
  await removeOldVersions(feed);
  return gate ? { kind: "gated", gate, versionId } : { kind: "published", versionId };
}

/** Where an account is connected, Pinterest hears of changed items at once, and of a whole reading's feed. */
async function tellPinterest(
  { shopId, feedId }: FeedKey,
  kind: PublishWorld["kind"],
): Promise<void> {
  await db.$transaction(async (tx) => {
    await enqueue(tx, "tell-items", { shopId, feedId });
    if (kind === "full") await enqueue(tx, "register-feed", { shopId, feedId });
  });
}

export type PublishWorld = {
  kind: "full" | "products";
  now: () => Date;
  /** Called while much is written. */
  onProgress: () => Promise<void>;
};

/**
 * Publishes the version that waits at the gate, because the merchant says so, and has its items written.
 *
 * @returns `not_waiting` where another one does, or none.
 */
export async function publishAnyway(
  feed: FeedKey,
  versionId: string,
  now: Date,
): Promise<"published" | "not_waiting"> {
  return db.$transaction(async (tx) => {
    const { count } = await tx.feed.updateMany({
      where: { id: feed.feedId, shopId: feed.shopId, gatedVersionId: versionId },
      data: { gate: null, gatedVersionId: null },
    });
    if (count === 0) return "not_waiting";
    await switchTo(tx, feed, versionId, now);
    const { feedId, shopId } = feed;
    await enqueue(tx, "settle-version", { shopId, feedId, versionId });
    await enqueue(tx, "register-feed", { shopId, feedId });
    return "published";
  });
}

/** Answers an earlier version again; the next sync publishes a new one. */
export async function rollBack(
  feed: FeedKey,
  versionId: string,
  now: Date,
): Promise<"rolled_back" | "not_kept"> {
  return db.$transaction(async (tx) => {
    const version = await tx.feedVersion.findFirst({
      where: { ...whereVersion(feed), id: versionId, publishedAt: { not: null } },
    });
    if (!version) return "not_kept";
    await switchTo(tx, feed, versionId, now);
    // The file's address ends in its format.
    await enqueue(tx, "register-feed", { shopId: feed.shopId, feedId: feed.feedId });
    return "rolled_back";
  });
}

/** A version as a page shows it. */
export type FeedVersionRow = Awaited<ReturnType<typeof listVersions>>[number];

/** The versions that are kept, the newest first. */
export async function listVersions(feed: FeedKey) {
  const versions = await db.feedVersion.findMany({
    where: whereVersion(feed),
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
  });
  return versions.map(({ sizeBytes, ...version }) => ({
    ...version,
    sizeBytes: Number(sizeBytes),
  }));
}

async function findCurrent(reader: Transaction, feed: FeedKey) {
  const row = await reader.feed.findFirst({ where: { id: feed.feedId, shopId: feed.shopId } });
  if (!row?.currentVersionId) return null;
  return reader.feedVersion.findFirst({
    where: { ...whereVersion(feed), id: row.currentVersionId },
  });
}

async function recordVersion(
  tx: Transaction,
  { shopId, feedId, format }: FeedKey & { format: FeedFormat },
  made: MadeFeed,
  stored: { versionId: string; key: string; notesKey: string | null; kind: string; now: Date },
): Promise<void> {
  const { contentHash, issueCounts, items, leftOut, sizeBytes } = made;
  const { versionId } = stored;
  await tx.feedVersion.create({
    data: {
      id: versionId,
      ...{ shopId, feedId, format, contentHash, issueCounts, items, leftOut },
      sizeBytes: BigInt(sizeBytes),
      kind: stored.kind,
      storageKey: stored.key,
      notesKey: stored.notesKey,
      createdAt: stored.now,
    },
  });
  await tx.feedIssue.createMany({
    data: made.issues.map((issue) => ({ shopId, feedId, versionId, ...issue })),
  });
}

async function holdVersion(
  tx: Transaction,
  { shopId, feedId }: FeedKey,
  versionId: string,
  gate: Gate,
  now: Date,
): Promise<void> {
  await tx.feed.updateMany({
    where: { id: feedId, shopId },
    data: { gate, gatedVersionId: versionId, checkedAt: now },
  });
}

async function switchTo(
  tx: Transaction,
  { shopId, feedId }: FeedKey,
  versionId: string,
  now: Date,
): Promise<void> {
  await tx.feedVersion.updateMany({
    where: { id: versionId, shopId, feedId },
    data: { publishedAt: now },
  });
  await tx.feed.updateMany({
    where: { id: feedId, shopId },
    data: { currentVersionId: versionId, gate: null, gatedVersionId: null, checkedAt: now },
  });
}

async function recordChecked({ shopId, feedId }: FeedKey, now: Date): Promise<void> {
  await db.feed.updateMany({
    where: { id: feedId, shopId },
    data: { checkedAt: now, gate: null, gatedVersionId: null },
  });
}

/**
 * Removes what is not kept: all but the last published versions and the one that waits. A version of some
 * products makes room for the next one of its kind, so that an hour of price changes does not push a week
 * of whole readings out. The row goes first: a file that nobody names does no harm.
 */
async function removeOldVersions(feed: FeedKey): Promise<void> {
  const row = await db.feed.findFirst({ where: { id: feed.feedId, shopId: feed.shopId } });
  if (!row) return;
  const versions = await db.feedVersion.findMany({
    where: whereVersion(feed),
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
  });
  const isInUse = ({ id }: { id: string }) =>
    id === row.currentVersionId || id === row.gatedVersionId;
  const published = versions.filter(({ publishedAt }) => publishedAt !== null);
  const lasting = published.filter(
    (version, index) => isInUse(version) || version.kind === "full" || index === 0,
  );
  const kept = new Set(lasting.slice(0, VERSIONS_KEPT).map(({ id }) => id));
  for (const version of versions) {
    if (kept.has(version.id) || isInUse(version)) continue;
    await db.feedVersion.deleteMany({ where: { ...whereVersion(feed), id: version.id } });
    await removeStored(version.storageKey);
    if (version.notesKey !== null) await removeStored(version.notesKey);
  }
}

function whereVersion({ shopId, feedId }: FeedKey) {
  return { shopId, feedId };
}
