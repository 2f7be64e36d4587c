import { z } from "zod";

import { listRegistrableFeeds } from "~/catalog/registration.server";
import { listLeavingFeeds } from "~/catalog/remove-feed.server";
import { db } from "~/db.server";
import { toShopId } from "~/ids";
import { enqueue, type JobDefinition } from "~/queue.server";
import { listAccountShops } from "~/shops/pinterest-account.server";

const schema = z.object({ shopId: z.string().transform(toShopId).exactOptional() });

declare module "~/queue.server" {
  interface JobPayloads {
    "register-feeds": z.infer<typeof schema>;
  }
}

/**
 * Enqueues `register-feed` for each published feed of a shop, or of every shop with a connected account: what
 * Pinterest refused yesterday it may take today; the same holds for feeds that the merchant took away.
 */
export const registerFeedsJob: JobDefinition<"register-feeds"> = {
  name: "register-feeds",
  schema,
  key: ({ shopId }) => shopId ?? "all",
  concurrency: 1,
  retryLimit: 3,
  schedule: [{ cron: "50 2 * * *", payload: {} }],
  handler: async ({ shopId }) => {
    const shops = shopId === undefined ? await listAccountShops() : [shopId];
    for (const shop of shops) {
      for (const { feedId } of await listRegistrableFeeds(shop)) {
        await db.$transaction((tx) => enqueue(tx, "register-feed", { shopId: shop, feedId }));
      }
      for (const feed of await listLeavingFeeds(shop)) {
        await db.$transaction((tx) => enqueue(tx, "remove-feed", feed));
      }
    }
  },
};
