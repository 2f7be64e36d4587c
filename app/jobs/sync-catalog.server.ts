import { availableParallelism } from "node:os";
import { setTimeout as pause } from "node:timers/promises";

import { z } from "zod";

import { db } from "~/db.server";
import { toShopId } from "~/ids";
import { enqueue, type JobDefinition } from "~/queue.server";
import { adminClient } from "~/shopify/admin.server";
import { syncCatalog } from "~/shopify/sync-catalog.server";

const schema = z.object({ shopId: z.string().transform(toShopId), syncId: z.uuid() });

declare module "~/queue.server" {
  interface JobPayloads {
    "sync-catalog": z.infer<typeof schema>;
  }
}

/** A large catalog takes two processors, where there are two; the worker itself goes on delivering orders. */
const THREADS = Math.min(2, availableParallelism());

/** A catalog of some millions of variants on a slow disk. */
const EXPIRE_SECONDS = 4 * 3_600;

/**
 * Takes a turn of a catalog sync. One that waits for Shopify, or whose turn failed, is found as silent.
 *
 * @param stopping set when the process is about to stop.
 */
export function syncCatalogJob(stopping: AbortSignal): JobDefinition<"sync-catalog"> {
  return {
    name: "sync-catalog",
    schema,
    key: ({ syncId }) => syncId,
    // Each keeps a processor busy while it makes items, and orders have to be delivered beside it.
    concurrency: 1,
    expireSeconds: EXPIRE_SECONDS,
    // The sync itself counts its faults.
    retryLimit: 0,
    handler: async (key) => {
      const result = await syncCatalog(key, {
        now: () => new Date(),
        client: (shopDomain) => adminClient(shopDomain, "all"),
        pause: (ms) => pause(ms, undefined, { signal: stopping }),
        threads: THREADS,
        stopping,
      });
      if (result !== "unfinished") return;
      await db.$transaction((tx) => enqueue(tx, "sync-catalog", key));
    },
  };
}
