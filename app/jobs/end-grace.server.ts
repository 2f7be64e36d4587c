import { z } from "zod";

import { endGrace } from "~/conversions/wait.server";
import { toShopId } from "~/ids";
import type { JobDefinition } from "~/queue.server";

const schema = z.object({ shopId: z.string().transform(toShopId) });

declare module "~/queue.server" {
  interface JobPayloads {
    "end-grace": z.infer<typeof schema>;
  }
}

/**
 * Decides a shop's orders that have waited long enough for their snapshot. Enqueued with the first of
 * them, for the time at which its grace is over.
 */
export const endGraceJob: JobDefinition<"end-grace"> = {
  name: "end-grace",
  schema,
  key: ({ shopId }) => shopId,
  concurrency: 2,
  // Delayed, and due to the second: a queue that only hears of new jobs would be half a minute late.
  isWakeUp: true,
  // Rows, not jobs, are the truth: what a failed run leaves is found as overdue.
  retryLimit: 0,
  handler: ({ shopId }) => endGrace(shopId, new Date()),
};
