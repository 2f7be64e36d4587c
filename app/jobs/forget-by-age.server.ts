import { z } from "zod";

import { removeAllStored } from "~/catalog/feed-storage.server";
import { expireHeld } from "~/conversions/open-rows.server";
import { listClosedShops } from "~/privacy/erase-shop.server";
import { forgetByAge } from "~/privacy/retention.server";
import type { JobDefinition } from "~/queue.server";

const schema = z.strictObject({});

declare module "~/queue.server" {
  interface JobPayloads {
    "forget-by-age": z.infer<typeof schema>;
  }
}

/**
 * Erases what was kept long enough, settles what is held for too long, and goes on with erasures of shops
 * that broke off. Hourly, so that "after 24 hours" is not two days.
 */
export const forgetByAgeJob: JobDefinition<"forget-by-age"> = {
  name: "forget-by-age",
  schema,
  schedule: [{ cron: "23 * * * *", payload: {} }],
  key: () => "all",
  concurrency: 1,
  // The next hour does what this one could not.
  retryLimit: 0,
  handler: async () => {
    const now = new Date();
    await expireHeld(now);
    // Files first: without its rows, nobody would know of them.
    for (const shopId of await listClosedShops()) await removeAllStored(shopId);
    await forgetByAge(now);
  },
};
