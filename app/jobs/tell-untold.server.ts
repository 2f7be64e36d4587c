import { z } from "zod";

import { listUntoldFeeds } from "~/catalog/item-updates.server";
import { db } from "~/db.server";
import { enqueue, type JobDefinition } from "~/queue.server";

const schema = z.object({});

declare module "~/queue.server" {
  interface JobPayloads {
    "tell-untold": z.infer<typeof schema>;
  }
}

/** Finds what a killed worker or a lost job left untold or unanswered. */
export const tellUntoldJob: JobDefinition<"tell-untold"> = {
  name: "tell-untold",
  schema,
  key: () => "all",
  concurrency: 1,
  retryLimit: 0,
  schedule: [{ cron: "*/5 * * * *", payload: {} }],
  handler: async () => {
    const { ask, tell } = await listUntoldFeeds();
    await db.$transaction(async (tx) => {
      for (const feed of tell) await enqueue(tx, "tell-items", feed);
      for (const feed of ask) await enqueue(tx, "ask-after-items", feed);
    });
  },
};
