import { z } from "zod";

import { removeFeed } from "~/catalog/remove-feed.server";
import { db } from "~/db.server";
import { toShopId } from "~/ids";
import { enqueue, type JobDefinition } from "~/queue.server";
import { MINUTE_MS } from "~/time";

const schema = z.object({ shopId: z.string().transform(toShopId), feedId: z.string() });

declare module "~/queue.server" {
  interface JobPayloads {
    "remove-feed": z.infer<typeof schema>;
  }
}

/** When Pinterest, or a catalog that is being read, is asked again. */
const RETRY_MS = MINUTE_MS;

/**
 * Deletes a feed that the merchant took away. Enqueued with the merchant's word, and by `register-feeds` every
 * day for those that Pinterest did not delete.
 */
export const removeFeedJob: JobDefinition<"remove-feed"> = {
  name: "remove-feed",
  schema,
  key: ({ feedId }) => feedId,
  concurrency: 1,
  retryLimit: 3,
  handler: async (feed) => {
    if ((await removeFeed(feed, new Date())) !== "retry") return;
    const startAfter = new Date(Date.now() + RETRY_MS);
    await db.$transaction((tx) => enqueue(tx, "remove-feed", feed, startAfter));
  },
};
