import { z } from "zod";

import { registerFeed } from "~/catalog/registration.server";
import { db } from "~/db.server";
import { toShopId } from "~/ids";
import { enqueue, type JobDefinition } from "~/queue.server";
import { MINUTE_MS, SECOND_MS } from "~/time";

const schema = z.object({ shopId: z.string().transform(toShopId), feedId: z.string() });

declare module "~/queue.server" {
  interface JobPayloads {
    "register-feed": z.infer<typeof schema>;
  }
}

/** When Pinterest, or another run of the feed, is asked again. */
const RETRY_MS = MINUTE_MS;

/** Pinterest may fetch a new feed at once. */
const FIRST_LOOK_MS = 5 * SECOND_MS;

/**
 * Makes a feed at Pinterest what it is here. Enqueued with whatever it depends on: an account that is
 * confirmed, a version that is published, another format or other credentials, and once a day.
 */
export const registerFeedJob: JobDefinition<"register-feed"> = {
  name: "register-feed",
  schema,
  key: ({ feedId }) => feedId,
  concurrency: 2,
  retryLimit: 3,
  handler: async (feed) => {
    const outcome = await registerFeed(feed, new Date());
    if (outcome !== "retry" && outcome !== "registered") return;
    const [name, afterMs] =
      outcome === "retry"
        ? (["register-feed", RETRY_MS] as const)
        : (["check-feed", FIRST_LOOK_MS] as const);
    const startAfter = new Date(Date.now() + afterMs);
    await db.$transaction((tx) => enqueue(tx, name, feed, startAfter));
  },
};
