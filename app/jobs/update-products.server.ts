import { setTimeout as pause } from "node:timers/promises";

import { z } from "zod";

import { findLastSync } from "~/catalog/sync-run.server";
import { db } from "~/db.server";
import { toShopId, type ShopId } from "~/ids";
import { enqueue, type JobDefinition } from "~/queue.server";
import { adminClient } from "~/shopify/admin.server";
import { updateProducts } from "~/shopify/update-products.server";
import { MINUTE_MS, SECOND_MS } from "~/time";

const schema = z.object({ shopId: z.string().transform(toShopId) });

declare module "~/queue.server" {
  interface JobPayloads {
    "update-products": z.infer<typeof schema>;
  }
}

/** When the shop is looked at again while a sync has it. */
const BUSY_MS = 10 * SECOND_MS;

/** The file of a feed is written anew for changed products this often at most. */
const FILE_EVERY_MS = 30 * MINUTE_MS;

/**
 * Makes the items of changed products anew. Webhooks that come while one runs wait for the next as one.
 *
 * @param stopping set when the process is about to stop.
 */
export function updateProductsJob(stopping: AbortSignal): JobDefinition<"update-products"> {
  return {
    name: "update-products",
    schema,
    key: ({ shopId }) => shopId,
    concurrency: 2,
    retryLimit: 3,
    handler: async ({ shopId }) => {
      const result = await updateProducts(shopId, {
        now: () => new Date(),
        client: (shopDomain) => adminClient(shopDomain, "all"),
        pause: (ms) => pause(ms, undefined, { signal: stopping }),
        stopping,
      });
      if (result.kind === "not_installed") return;
      if (result.kind !== "busy" && result.changed > 0) await askForFile(shopId, new Date());
      if (result.kind === "done") return;
      const startAfter = result.kind === "busy" ? new Date(Date.now() + BUSY_MS) : undefined;
      await db.$transaction((tx) => enqueue(tx, "update-products", { shopId }, startAfter));
    },
  };
}

async function askForFile(shopId: ShopId, now: Date): Promise<void> {
  const last = await findLastSync(shopId, now);
  const startAfter = new Date((last?.requestedAt.getTime() ?? 0) + FILE_EVERY_MS);
  await db.$transaction((tx) =>
    enqueue(tx, "begin-sync", { shopId, cause: "products" }, startAfter),
  );
}
