import { z } from "zod";

import { toShopId } from "~/ids";
import type { JobDefinition } from "~/queue.server";
import { readShopProfile } from "~/shopify/shop-profile.server";

const schema = z.object({ shopId: z.string().transform(toShopId) });

declare module "~/queue.server" {
  interface JobPayloads {
    "read-shop-profile": z.infer<typeof schema>;
  }
}

/** Reads what Shopify tells of a shop. Enqueued with an installation, by `shop/update`, and daily. */
export const readShopProfileJob: JobDefinition<"read-shop-profile"> = {
  name: "read-shop-profile",
  schema,
  key: ({ shopId }) => shopId,
  concurrency: 2,
  retryLimit: 5,
  handler: ({ shopId }) => readShopProfile(shopId),
};
