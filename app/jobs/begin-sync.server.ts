import { z } from "zod";

import { SYNC_CAUSES } from "~/catalog/sync";
import { requestSync } from "~/catalog/sync-run.server";
import { db } from "~/db.server";
import { toShopId } from "~/ids";
import type { JobDefinition } from "~/queue.server";
import { findShopById } from "~/shops/shop.server";

const schema = z.object({ shopId: z.string().transform(toShopId), cause: z.enum(SYNC_CAUSES) });

declare module "~/queue.server" {
  interface JobPayloads {
    "begin-sync": z.infer<typeof schema>;
  }
}

/** Asks for a reading of a shop's catalog, for rooms that know nothing of the catalog. */
export const beginSyncJob: JobDefinition<"begin-sync"> = {
  name: "begin-sync",
  schema,
  // One that is to begin later must not hold up one that is to begin now.
  key: ({ cause, shopId }) => `${shopId}:${cause}`,
  concurrency: 1,
  retryLimit: 3,
  handler: async ({ cause, shopId }) => {
    const shop = await findShopById(shopId);
    if (!shop || shop.uninstalledAt) return;
    await db.$transaction((tx) => requestSync(tx, shopId, cause, new Date()));
  },
};
