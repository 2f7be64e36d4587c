import { mkdir } from "node:fs/promises";

import type { Feed } from "~/catalog/feed";
import { listFeeds, findServedFeed } from "~/catalog/feed.server";
import { readStored } from "~/catalog/feed-storage.server";
import { requestSync, type SyncKey } from "~/catalog/sync-run.server";
import { dataRoot } from "~/data-root.server";
import { db } from "~/db.server";
import type { ShopId } from "~/ids";
import { adminClient } from "~/shopify/admin.server";
import { syncCatalog, type SyncTurn, type SyncWorld } from "~/shopify/sync-catalog.server";

import { TEST_NOW } from "./clock";

/** The folder that the app keeps its files in exists, as the supervisor sees to. */
export function makeDataDir(): Promise<string | undefined> {
  return mkdir(dataRoot(), { recursive: true });
}

/** A world in which nothing stops, with a clock that a test may move. */
export function syncWorld(changes: Partial<SyncWorld> = {}): SyncWorld {
  return {
    now: () => TEST_NOW,
    client: (shopDomain) => adminClient(shopDomain, "all"),
    pause: () => Promise.resolve(),
    threads: 0,
    stopping: new AbortController().signal,
    ...changes,
  };
}

export async function beginSync(shopId: ShopId, now = TEST_NOW): Promise<SyncKey> {
  const syncId = await db.$transaction((tx) => requestSync(tx, shopId, "merchant", now));
  return { shopId, syncId };
}

/** Takes turns until one says something else than that there is more to come. */
export async function runSync(key: SyncKey, world = syncWorld()): Promise<SyncTurn[]> {
  const turns: SyncTurn[] = [];
  for (let turn = 0; turn < 20; turn += 1) {
    const result = await syncCatalog(key, world);
    turns.push(result);
    if (!["waiting", "again", "unfinished"].includes(result)) return turns;
  }
  return turns;
}

/** A whole sync from wish to publication. */
export async function syncOnce(shopId: ShopId, world = syncWorld()): Promise<SyncTurn | undefined> {
  return (await runSync(await beginSync(shopId, world.now()), world)).at(-1);
}

export async function onlyFeed(shopId: ShopId): Promise<Feed> {
  const [feed] = await listFeeds(shopId);
  if (!feed) throw new Error("The shop has no feed");
  return feed;
}

/** The file that is answered now; `null` where none is. */
export async function publishedText(shopId: ShopId): Promise<string | null> {
  const served = await findServedFeed((await onlyFeed(shopId)).fileId);
  if (!served || served === "gone" || !served.version) return null;
  const chunks: Buffer[] = [];
  for await (const chunk of await readStored(served.version.storageKey)) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}
