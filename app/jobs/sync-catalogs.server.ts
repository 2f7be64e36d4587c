import { z } from "zod";

import { db } from "~/db.server";
import { enqueue, type JobDefinition } from "~/queue.server";
import { listInstalledShops } from "~/shops/shop.server";

const schema = z.strictObject({});

declare module "~/queue.server" {
  interface JobPayloads {
    "sync-catalogs": z.infer<typeof schema>;
  }
}

/** Begins a reading of the catalog of each installed shop. It is the truth that small updates only hurry. */
export const syncCatalogsJob: JobDefinition<"sync-catalogs"> = {
  name: "sync-catalogs",
  schema,
  key: () => "all",
  concurrency: 1,
  retryLimit: 3,
  // Between the daily reconciliation and the reading of profiles.
  schedule: [{ cron: "50 2 * * *", payload: {} }],
  handler: async () => {
    for (const shopId of await listInstalledShops("shopify")) {
      await db.$transaction((tx) => enqueue(tx, "begin-sync", { shopId, cause: "nightly" }));
    }
  },
};
