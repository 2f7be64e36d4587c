import { z } from "zod";

import { db } from "~/db.server";
import { enqueue, type JobDefinition } from "~/queue.server";
import { RECONCILIATION_WINDOWS } from "~/shopify/reconciliation-run.server";
import { listConnectedShops } from "~/shops/connection.server";

const schema = z.object({ window: z.enum(RECONCILIATION_WINDOWS) });

declare module "~/queue.server" {
  interface JobPayloads {
    "reconcile-shops": z.infer<typeof schema>;
  }
}

/** Enqueues a reconciliation for each connected shop. */
export const reconcileShopsJob: JobDefinition<"reconcile-shops"> = {
  name: "reconcile-shops",
  schema,
  key: ({ window }) => window,
  concurrency: 1,
  retryLimit: 3,
  schedule: [
    { cron: "*/10 * * * *", payload: { window: "recent" } },
    // Between two of the others, when most shops are quiet.
    { cron: "35 3 * * *", payload: { window: "daily" } },
  ],
  handler: async ({ window }) => {
    for (const shopId of await listConnectedShops("shopify")) {
      await db.$transaction((tx) => enqueue(tx, "reconcile-shop", { shopId, window }));
    }
  },
};
