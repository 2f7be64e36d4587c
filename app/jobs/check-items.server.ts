import { setTimeout as pause } from "node:timers/promises";

import { z } from "zod";

import { checkItems, listCheckedShops } from "~/catalog/check-items.server";
import { db } from "~/db.server";
import { env } from "~/env.server";
import { toShopId } from "~/ids";
import { enqueue, type JobDefinition } from "~/queue.server";
import { openInternet } from "~/visit.server";

const schema = z.object({ shopId: z.string().transform(toShopId).exactOptional() });

declare module "~/queue.server" {
  interface JobPayloads {
    "check-items": z.infer<typeof schema>;
  }
}

/** A run takes ten minutes at most, and a visit that leads elsewhere one more. */
const EXPIRE_SECONDS = 1_200;

/**
 * Visits pages and pictures of a shop that wants it, some hundred a run, or enqueues that for each such shop.
 *
 * @param stopping set when the process is about to stop.
 */
export function checkItemsJob(stopping: AbortSignal): JobDefinition<"check-items"> {
  const userAgent = `PinRelay (looks whether a store's own pages and pictures open; ${env.SHOPIFY_APP_URL})`;
  return {
    name: "check-items",
    schema,
    key: ({ shopId }) => shopId ?? "all",
    concurrency: 1,
    expireSeconds: EXPIRE_SECONDS,
    retryLimit: 1,
    schedule: [{ cron: "20 5 * * *", payload: {} }],
    handler: async ({ shopId }) => {
      if (shopId === undefined) return enqueueAll();
      const outcome = await checkItems(shopId, {
        visits: openInternet(userAgent),
        now: () => new Date(),
        pause: (ms) => pause(ms),
        stopping,
      });
      if (outcome === "unfinished") {
        await db.$transaction((tx) => enqueue(tx, "check-items", { shopId }));
      }
    },
  };
}

async function enqueueAll(): Promise<void> {
  for (const shopId of await listCheckedShops()) {
    await db.$transaction((tx) => enqueue(tx, "check-items", { shopId: toShopId(shopId) }));
  }
}
