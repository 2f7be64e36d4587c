import { setTimeout as pause } from "node:timers/promises";

import { z } from "zod";

import { db } from "~/db.server";
import { toShopId } from "~/ids";
import { enqueue, type JobDefinition } from "~/queue.server";
import { adminClient } from "~/shopify/admin.server";
import { RECONCILIATION_WINDOWS } from "~/shopify/reconciliation-run.server";
import { reconcileShop } from "~/shopify/reconcile.server";
import { MINUTE_MS } from "~/time";

const schema = z.object({
  shopId: z.string().transform(toShopId),
  window: z.enum(RECONCILIATION_WINDOWS),
});

declare module "~/queue.server" {
  interface JobPayloads {
    "reconcile-shop": z.infer<typeof schema>;
  }
}

/** When a shop's other run is looked for again; a run makes room after two minutes at the latest. */
const BUSY_MS = MINUTE_MS;

/**
 * Takes up the orders of one shop that no webhook brought. A run that did not come to its end, or to
 * its beginning, is enqueued again.
 *
 * @param stopping set when the process is about to stop.
 */
export function reconcileShopJob(stopping: AbortSignal): JobDefinition<"reconcile-shop"> {
  return {
    name: "reconcile-shop",
    schema,
    key: ({ shopId, window }) => `${shopId}:${window}`,
    concurrency: 2,
    retryLimit: 3,
    handler: async (run) => {
      const result = await reconcileShop(run, {
        now: () => new Date(),
        client: (shopDomain) => adminClient(shopDomain, "all"),
        pause: (ms) => pause(ms, undefined, { signal: stopping }),
        stopping,
      });
      if (result !== "unfinished" && result !== "busy") return;
      const startAfter = result === "busy" ? new Date(Date.now() + BUSY_MS) : undefined;
      await db.$transaction((tx) => enqueue(tx, "reconcile-shop", run, startAfter));
    },
  };
}
