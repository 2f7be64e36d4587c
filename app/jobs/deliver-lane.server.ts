import { z } from "zod";

import { deliverLane } from "~/conversions/deliver.server";
import { toShopId } from "~/ids";
import { postEvents } from "~/pinterest/events.server";
import { workerId } from "~/presence.server";
import type { JobDefinition } from "~/queue.server";

const schema = z.object({
  shopId: z.string().transform(toShopId),
  adAccountId: z.string(),
  credentialVersion: z.int(),
});

declare module "~/queue.server" {
  interface JobPayloads {
    "deliver-lane": z.infer<typeof schema>;
  }
}

/** Lanes that one worker process delivers side by side; each spends its time waiting for Pinterest. */
const CONCURRENCY = 8;

/**
 * Delivers what is due in one lane. Enqueued with each recorded event, in its transaction.
 *
 * @param stopping set when the process is about to stop.
 */
export function deliverLaneJob(stopping: AbortSignal): JobDefinition<"deliver-lane"> {
  return {
    name: "deliver-lane",
    schema,
    key: ({ shopId, adAccountId, credentialVersion }) =>
      `${shopId}:${adAccountId}:${credentialVersion}`,
    concurrency: CONCURRENCY,
    // Rows, not jobs, are the truth: what a failed run leaves is found as stranded.
    retryLimit: 0,
    handler: (lane) =>
      deliverLane(lane, {
        now: () => new Date(),
        random: Math.random,
        post: (credentials, events) => postEvents(credentials, events, { isTest: false }),
        owner: workerId(),
        stopping,
      }),
  };
}
