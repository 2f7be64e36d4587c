import { z } from "zod";

import { listRegisteredFeedKeys } from "~/catalog/registration.server";
import { db } from "~/db.server";
import { enqueue, type JobDefinition } from "~/queue.server";

const schema = z.object({});

declare module "~/queue.server" {
  interface JobPayloads {
    "check-feeds": z.infer<typeof schema>;
  }
}

/** Enqueues `check-feed` for each feed that Pinterest was told of. */
export const checkFeedsJob: JobDefinition<"check-feeds"> = {
  name: "check-feeds",
  schema,
  key: () => "all",
  concurrency: 1,
  retryLimit: 3,
  schedule: [{ cron: "11 * * * *", payload: {} }],
  handler: async () => {
    for (const feed of await listRegisteredFeedKeys()) {
      await db.$transaction((tx) => enqueue(tx, "check-feed", feed));
    }
  },
};
