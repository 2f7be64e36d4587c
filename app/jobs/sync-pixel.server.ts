import { setTimeout as pause } from "node:timers/promises";

import { z } from "zod";

import { db } from "~/db.server";
import { toShopId } from "~/ids";
import { enqueue, type JobDefinition } from "~/queue.server";
import { adminClient } from "~/shopify/admin.server";
import { syncPixel } from "~/shopify/pixel.server";
import { SECOND_MS } from "~/time";

const schema = z.object({ shopId: z.string().transform(toShopId) });

declare module "~/queue.server" {
  interface JobPayloads {
    "sync-pixel": z.infer<typeof schema>;
  }
}

/** When a shop's other run is looked for again, which takes three calls at most. */
const BUSY_MS = 5 * SECOND_MS;

/**
 * Makes the shop's pixel at Shopify what its settings say. Enqueued with whatever it depends on: saved
 * settings, a connection that begins or ends, a new key, an installation, other scopes, another profile.
 *
 * @param stopping set when the process is about to stop.
 */
export function syncPixelJob(stopping: AbortSignal): JobDefinition<"sync-pixel"> {
  return {
    name: "sync-pixel",
    schema,
    key: ({ shopId }) => shopId,
    concurrency: 2,
    retryLimit: 5,
    handler: async ({ shopId }) => {
      const result = await syncPixel(shopId, {
        now: () => new Date(),
        client: (shopDomain) => adminClient(shopDomain, "all"),
        pause: (ms) => pause(ms, undefined, { signal: stopping }),
      });
      if (result !== "busy") return;
      const startAfter = new Date(Date.now() + BUSY_MS);
      await db.$transaction((tx) => enqueue(tx, "sync-pixel", { shopId }, startAfter));
    },
  };
}
