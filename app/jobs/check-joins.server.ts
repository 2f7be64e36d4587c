import { z } from "zod";

import { checkJoin } from "~/catalog/join-check.server";
import { listEventItems } from "~/conversions/event-items.server";
import type { JobDefinition } from "~/queue.server";
import { listInstalledShops } from "~/shops/shop.server";
import { DAY_MS } from "~/time";

const schema = z.strictObject({});

declare module "~/queue.server" {
  interface JobPayloads {
    "check-joins": z.infer<typeof schema>;
  }
}

/** So many different items of a day's events are looked up; the rest was in fewer events than any of them. */
const ITEMS_MAX = 10_000;

/** Compares the items of each shop's last day of events with its published feeds. */
export const checkJoinsJob: JobDefinition<"check-joins"> = {
  name: "check-joins",
  schema,
  key: () => "all",
  concurrency: 1,
  // Tomorrow's look finds what today's could not.
  retryLimit: 0,
  // After the nightly reading of the catalogs.
  schedule: [{ cron: "40 4 * * *", payload: {} }],
  handler: () => checkJoins(new Date()),
};

export async function checkJoins(now: Date): Promise<void> {
  const day = { from: new Date(now.getTime() - DAY_MS), until: now };
  for (const shopId of await listInstalledShops("shopify")) {
    await checkJoin(shopId, await listEventItems(shopId, day, ITEMS_MAX), now);
  }
}
