import { mkdir, readdir, rm, stat } from "node:fs/promises";
import path from "node:path";

import type { GraphQLClient } from "graphql-request";

import { metafieldsOf } from "~/catalog/catalog-settings";
import { findCatalogSettings } from "~/catalog/catalog-settings.server";
import { ensureFeeds } from "~/catalog/feed.server";
import {
  findOpenSync,
  listOpenSyncs,
  recordOperation,
  recordSyncCancelled,
  recordSyncDone,
  recordSyncFailure,
  recordSyncFault,
  restartSync,
  touchSync,
  type OpenSync,
  type SyncKey,
  type SyncStep,
} from "~/catalog/sync-run.server";
import { dataRoot } from "~/data-root.server";
import { exclusively } from "~/exclusive.server";
import { log } from "~/log.server";
import type { Shop } from "~/shops/shop";
import { findShopById } from "~/shops/shop.server";
import { SECOND_MS } from "~/time";

import { askAdmin, type Ask } from "./ask-admin.server";
import { cancelBulk, findBulk, runBulk } from "./bulk-operation.server";
import { bulkProductsQuery } from "./catalog-query";
import { downloadBulk } from "./download-bulk.server";
import { feedsToMake, makeFeeds } from "./make-feeds.server";
import { refreshMarkets } from "./markets.server";
import { partLines, rangesFor, type PartedLines } from "./part-lines.server";

/** What a sync needs from outside. */
export type SyncWorld = {
  now: () => Date;
  /** A client with the error policy `all`; `null` where the shop has no session. */
  client: (shopDomain: string) => Promise<GraphQLClient | null>;
  /** Rejects when `stopping` is set. */
  pause: (ms: number) => Promise<void>;
  /** How many threads make a large catalog. */
  threads: number;
  stopping: AbortSignal;
};

/** What became of a sync's turn; a word for the log. */
export type SyncTurn =
  | "done"
  /** Shopify is at work, or has no place; it is looked at again after a while. */
  | "waiting"
  /** What Shopify gave was of no use, and is asked for anew. */
  | "again"
  /** The process stops: it goes on where it stopped. */
  | "unfinished"
  /** Another turn of this shop is under way. */
  | "busy"
  | "failed"
  | "cancelled"
  /** The sync is over already. */
  | "over";

/**
 * Takes a sync a turn further: asks Shopify for the catalog, looks whether it is written, downloads it,
 * sorts it, makes the feeds and publishes them. At most one turn of a shop is under way, over all workers.
 *
 * Whatever a killed worker leaves is found on the disk and in the row: a download goes on where it broke
 * off, what comes after it begins anew. Until the last step nothing that Pinterest reads is touched.
 */
export async function syncCatalog(key: SyncKey, world: SyncWorld): Promise<SyncTurn> {
  const result = await exclusively(`catalog:${key.shopId}`, () => takeTurn(key, world));
  log.info({ ...key, result }, "took a turn of a catalog sync");
  return result;
}

async function takeTurn(key: SyncKey, world: SyncWorld): Promise<SyncTurn> {
  const run = await findOpenSync(key);
  if (!run) return "over";
  const ended = new AbortController();
  const stopping = AbortSignal.any([world.stopping, ended.signal]);
  let result: SyncTurn;
  try {
    result = await step(key, run, { ...world, stopping, end: () => ended.abort() });
  } catch (fault) {
    // A stop cuts a call or a download short.
    if (!stopping.aborted) {
      await recordSyncFault(key, world.now());
      throw fault;
    }
    result = "unfinished";
  }
  // Somebody cancelled it while it was at work: the next look finds that.
  if (result === "unfinished" && !world.stopping.aborted) return takeTurn(key, world);
  if (!KEEPS_FILES.includes(result)) await rm(folderOf(key), { recursive: true, force: true });
  return result;
}

/** After these the sync goes on with what is on the disk. */
const KEEPS_FILES: readonly SyncTurn[] = ["waiting", "unfinished"];

/** A turn under way, which ends when the process stops, or when the sync is over or cancelled. */
type TurnWorld = SyncWorld & { end: () => void };

async function step(key: SyncKey, run: OpenSync, world: TurnWorld): Promise<SyncTurn> {
  const shop = await findShopById(key.shopId);
  const client = shop && !shop.uninstalledAt && (await world.client(shop.shopDomain));
  if (!client) {
    await recordSyncFailure(key, "not_installed", world.now());
    return "failed";
  }
  const askedAt = run.startedAt ?? world.now();
  const turn: Turn = { key, shop, ask: askAdmin(client, world.pause), world, askedAt };
  if (run.isCancelled) return cancel(turn, run.operationId);
  return run.operationId === null ? askForCatalog(turn) : lookAtCatalog(turn, run.operationId);
}

type Turn = {
  key: SyncKey;
  shop: Shop;
  ask: Ask;
  world: TurnWorld;
  /** When Shopify was asked; now where it was not yet. */
  askedAt: Date;
};

async function cancel({ ask, key, world }: Turn, operationId: string | null): Promise<SyncTurn> {
  if (operationId !== null) await cancelBulk(ask, operationId);
  await recordSyncCancelled(key, world.now());
  return "cancelled";
}

async function askForCatalog({ ask, key, shop, world }: Turn): Promise<SyncTurn> {
  // What is chosen from here on is not in the question.
  const askedAt = world.now();
  await refreshMarkets(shop, ask);
  const feeds = feedsToMake(await ensureFeeds(shop.id, shop.settings), askedAt);
  const metafields = metafieldsOf(await findCatalogSettings(shop.id));
  const begun = await runBulk(ask, bulkProductsQuery(feeds, metafields));
  switch (begun.kind) {
    case "running":
      await recordOperation(key, begun.operationId, { askedAt, now: world.now() });
      return "waiting";
    case "full":
      await touchSync(key, { phase: "queued", reached: 0 }, world.now());
      return "waiting";
    case "missing_scope":
      await recordSyncFailure(key, "missing_scope", world.now());
      return "failed";
    case "refused":
      log.error({ ...key, code: begun.code }, "Shopify refused the question for the catalog");
      await recordSyncFailure(key, "refused", world.now());
      return "failed";
  }
}

async function lookAtCatalog(turn: Turn, operationId: string): Promise<SyncTurn> {
  const { ask, key, world } = turn;
  const stand = await findBulk(ask, operationId);
  switch (stand.kind) {
    case "running":
      await touchSync(key, { phase: "asked", reached: stand.objects }, world.now());
      return "waiting";
    case "ended": {
      const { errorCode, status } = stand;
      log.warn({ ...key, status, errorCode }, "Shopify broke a bulk operation off");
      const isDenied = errorCode === "ACCESS_DENIED";
      return again(turn, isDenied ? "missing_scope" : "unfinished");
    }
    case "completed":
      return readCatalog(turn, operationId, stand);
  }
}

async function again(
  { key, world }: Turn,
  failure: "missing_scope" | "unfinished",
): Promise<SyncTurn> {
  const next = await restartSync(key, failure, world.now());
  return next === "failed" ? "failed" : "again";
}

async function readCatalog(
  turn: Turn,
  operationId: string,
  { objects, url }: { url: string | null; objects: number },
): Promise<SyncTurn> {
  const { key, world } = turn;
  const folder = folderOf(key);
  await mkdir(folder, { recursive: true });
  await removeForgotten(folder);
  const pulse = pulseOf(turn);
  if (url === null) {
    // Nothing was found, which is said of no file with lines in it.
    if (objects > 0) return again(turn, "unfinished");
    return publishCatalog(turn, pulse, { ranges: 1, lines: 0 });
  }

  // Named after its operation: the rest of one file must not be joined to the beginning of another.
  const file = path.join(folder, `bulk-${path.basename(operationId)}.jsonl`);
  const downloaded = await downloadBulk(url, file, {
    onProgress: (reached, outOf) => pulse({ phase: "downloading", reached, outOf }),
    stopping: world.stopping,
  });
  if (downloaded.kind === "expired") return again(turn, "unfinished");

  const { size } = await stat(file);
  const parted = await partLines(file, folder, rangesFor(size), {
    onProgress: (reached) => pulse({ phase: "sorting", reached, outOf: size }),
    stopping: world.stopping,
  });
  if (parted.kind === "stopped") return "unfinished";
  if (parted.kind === "broken" || parted.lines < objects) {
    log.warn({ ...key, objects, ...parted }, "a bulk operation's file is not whole");
    return again(turn, "unfinished");
  }
  return publishCatalog(turn, pulse, parted);
}

async function publishCatalog(turn: Turn, pulse: Pulse, parted: PartedLines): Promise<SyncTurn> {
  const { askedAt, key, shop, world } = turn;
  const made = await makeFeeds(shop, folderOf(key), parted, {
    askedAt,
    now: world.now,
    stopping: world.stopping,
    threads: world.threads,
    onProgress: (reached) => pulse({ phase: "making", reached, outOf: parted.lines }),
  });
  switch (made.kind) {
    case "stopped":
      return "unfinished";
    case "broken":
      return again(turn, "unfinished");
    case "made":
      await recordSyncDone(key, made.items, world.now());
      return "done";
  }
}

/** Tells how far a turn is, and ends it where the sync is over or cancelled. */
type Pulse = (step: SyncStep) => Promise<void>;

/** How often a sign of life is written. */
const PULSE_MS = SECOND_MS;

function pulseOf({ key, world }: Turn): Pulse {
  let phase: string | null = null;
  let toldAt = 0;
  return async (told) => {
    const now = world.now();
    if (told.phase === phase && now.getTime() - toldAt < PULSE_MS) return;
    phase = told.phase;
    toldAt = now.getTime();
    if (!(await touchSync(key, told, now))) world.end();
  };
}

function folderOf({ syncId }: SyncKey): string {
  return path.join(catalogDir(), syncId);
}

function catalogDir(): string {
  return path.join(dataRoot(), "catalog");
}

/** Removes what syncs left that are over, as one does whose worker was killed at its end. */
async function removeForgotten(own: string): Promise<void> {
  const names = (await readdir(catalogDir())).filter((name) => name !== path.basename(own));
  const open = await listOpenSyncs(names);
  for (const name of names) {
    if (!open.has(name)) await rm(path.join(catalogDir(), name), { recursive: true, force: true });
  }
}
