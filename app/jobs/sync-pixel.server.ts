import { setTimeout as pause } from "node:timers/promises";

import { z } from "zod";

import { toShopId } from "~/ids";
import type { JobDefinition } from "~/queue.server";
import { adminClient } from "~/shopify/admin.server";
import { syncPixel } from "~/shopify/pixel.server";
import { SECOND_MS } from "~/time";

const schema = z.object({ shopId: z.string().transform(toShopId) });

declare module "~/queue.server" {
  interface JobPayloads {
    "sync-pixel": z.infer<typeof schema>;
  }
}

/**
 * When a run that stands behind another one of the same shop looks again. That one makes a few calls at
 * most; a job for later would be heard up to half a minute late, in which shoppers' browsers go by
 * settings that the merchant has changed.
 */
const BUSY_MS = SECOND_MS / 4;

/**
 * Makes the shop's pixel at Shopify what its settings say. Enqueued with whatever it depends on: saved
 * settings, a connection that begins or ends, a new key, an installation, other scopes, another profile.
 *
 * @param stopping set when the process is about to stop.
 */
export function syncPixelJob(stopping: AbortSignal): JobDefinition<"sync-pixel"> {
  const wait = (ms: number) => pause(ms, undefined, { signal: stopping });
  const world = {
    now: () => new Date(),
    client: (shopDomain: string) => adminClient(shopDomain, "all"),
    pause: wait,
  };
  return {
    name: "sync-pixel",
    schema,
    key: ({ shopId }) => shopId,
    concurrency: 2,
    retryLimit: 5,
    handler: async ({ shopId }) => {
      while ((await syncPixel(shopId, world)) === "busy") await wait(BUSY_MS);
    },
  };
}
