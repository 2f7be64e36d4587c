import { z } from "zod";

import { db } from "~/db.server";
import { enqueue, type JobDefinition } from "~/queue.server";
import { listInstalledShops } from "~/shops/shop.server";

const schema = z.object({});

declare module "~/queue.server" {
  interface JobPayloads {
    "read-shop-profiles": z.infer<typeof schema>;
  }
}

/** Enqueues `read-shop-profile` for each installed shop: a change of the consent policy has no webhook. */
export const readShopProfilesJob: JobDefinition<"read-shop-profiles"> = {
  name: "read-shop-profiles",
  schema,
  key: () => "all",
  concurrency: 1,
  retryLimit: 3,
  schedule: [{ cron: "5 4 * * *", payload: {} }],
  handler: async () => {
    for (const shopId of await listInstalledShops("shopify")) {
      await db.$transaction((tx) => enqueue(tx, "read-shop-profile", { shopId }));
    }
  },
};
