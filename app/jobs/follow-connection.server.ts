import { z } from "zod";

import { followConnectionToEnd } from "~/conversions/follow-connection.server";
import { toShopId } from "~/ids";
import type { JobDefinition } from "~/queue.server";

const schema = z.object({ shopId: z.string().transform(toShopId) });

declare module "~/queue.server" {
  interface JobPayloads {
    "follow-connection": z.infer<typeof schema>;
  }
}

/**
 * Brings a shop's open events in line with its connection. Enqueued where more of them are to be moved
 * than one transaction should hold.
 */
export const followConnectionJob: JobDefinition<"follow-connection"> = {
  name: "follow-connection",
  schema,
  key: ({ shopId }) => shopId,
  concurrency: 2,
  // Each run goes on where the last one stopped.
  retryLimit: 10,
  handler: ({ shopId }) => followConnectionToEnd(shopId, new Date()),
};
