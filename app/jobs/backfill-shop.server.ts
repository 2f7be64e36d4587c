import { setTimeout as pause } from "node:timers/promises";

import { z } from "zod";

import { db } from "~/db.server";
import { toShopId } from "~/ids";
import { enqueue, type JobDefinition } from "~/queue.server";
import { adminClient } from "~/shopify/admin.server";
import { backfillShop } from "~/shopify/backfill.server";
import { SECOND_MS } from "~/time";

const schema = z.object({ shopId: z.string().transform(toShopId), runId: z.uuid() });

declare module "~/queue.server" {
  interface JobPayloads {
    "backfill-shop": z.infer<typeof schema>;
  }
}

/** When the shop is looked at again while another run has it: a merchant is watching. */
const BUSY_MS = 5 * SECOND_MS;

/**
 * Takes a turn of a run over a shop's past orders. A run that did not come to its end, or to its
 * beginning, is enqueued again.
 *
 * @param stopping set when the process is about to stop.
 */
export function backfillShopJob(stopping: AbortSignal): JobDefinition<"backfill-shop"> {
  return {
    name: "backfill-shop",
    schema,
    key: ({ runId }) => runId,
    concurrency: 2,
    // The run itself counts its faults, and is found as silent.
    retryLimit: 0,
    handler: async (run) => {
      const result = await backfillShop(run, {
        now: () => new Date(),
        client: (shopDomain) => adminClient(shopDomain, "all"),
        pause: (ms) => pause(ms, undefined, { signal: stopping }),
        stopping,
      });
      if (result !== "unfinished" && result !== "busy") return;
      const startAfter = result === "busy" ? new Date(Date.now() + BUSY_MS) : undefined;
      await db.$transaction((tx) => enqueue(tx, "backfill-shop", run, startAfter));
    },
  };
}
