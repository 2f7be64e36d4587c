import { z } from "zod";

import { db } from "~/db.server";
import { enqueue, type JobDefinition } from "~/queue.server";
import { listAccountShops } from "~/shops/pinterest-account.server";

const schema = z.strictObject({});

declare module "~/queue.server" {
  interface JobPayloads {
    "read-quality-scores": z.infer<typeof schema>;
  }
}

/** Enqueues `read-quality-score` for each shop with a connected Pinterest account. */
export const readQualityScoresJob: JobDefinition<"read-quality-scores"> = {
  name: "read-quality-scores",
  schema,
  key: () => "all",
  concurrency: 1,
  retryLimit: 3,
  // After the accounts were looked after.
  schedule: [{ cron: "15 3 * * *", payload: {} }],
  handler: async () => {
    for (const shopId of await listAccountShops()) {
      await db.$transaction((tx) => enqueue(tx, "read-quality-score", { shopId }));
    }
  },
};
