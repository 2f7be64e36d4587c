import { z } from "zod";

import { deliverLane } from "~/conversions/deliver.server";
import { toShopId } from "~/ids";
import { postEvents } from "~/pinterest/events.server";
import { isTestTurnNear, postTestEvents } from "~/pinterest/test-events.server";
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

/**
 * Lanes that one worker process delivers side by side. Each spends its time waiting for Pinterest, ten
 * seconds where that hangs, and then rests longer each time: a hanging lane soon takes less than a
 * twentieth of a place, so it takes hundreds of them to fill all. More would cost memory, because each
 * lane may have a batch of several megabytes in hand.
 */
export const LANES_SIDE_BY_SIDE = 32;

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
    concurrency: LANES_SIDE_BY_SIDE,
    // Rows, not jobs, are the truth: what a failed run leaves is found as stranded.
    isWakeUp: true,
    retryLimit: 0,
    handler: (lane) =>
      deliverLane(lane, {
        now: () => new Date(),
        random: Math.random,
        post: (credentials, events, sending) =>
          sending === "test"
            ? postTestEvents(credentials, events)
            : postEvents(credentials, events, { isTest: false }),
        isTestTurnNear,
        owner: workerId(),
        stopping,
      }),
  };
}
