import { z } from "zod";

import { removeAllStored } from "~/catalog/feed-storage.server";
import { toShopId } from "~/ids";
import { eraseShop, isClosed } from "~/privacy/erase-shop.server";
import type { JobDefinition } from "~/queue.server";

const schema = z.object({ shopId: z.string().transform(toShopId) });

declare module "~/queue.server" {
  interface JobPayloads {
    "erase-shop": z.infer<typeof schema>;
  }
}

/** Deletes what is left of a closed shop. Enqueued by `shop/redact`; its own row in the queue goes too. */
export const eraseShopJob: JobDefinition<"erase-shop"> = {
  name: "erase-shop",
  schema,
  key: ({ shopId }) => shopId,
  concurrency: 1,
  retryLimit: 5,
  handler: async ({ shopId }) => {
    if (!(await isClosed(shopId))) return;
    await removeAllStored(shopId);
    await eraseShop(shopId);
  },
};
