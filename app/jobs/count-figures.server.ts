import { z } from "zod";

import { countFigures } from "~/conversions/count-figures.server";
import { log } from "~/log.server";
import type { JobDefinition } from "~/queue.server";
import { everyShop } from "~/shops/shop.server";

const schema = z.strictObject({});

declare module "~/queue.server" {
  interface JobPayloads {
    "count-figures": z.infer<typeof schema>;
  }
}

/** Counts what each shop's hours came to, shortly after the hour. */
export const countFiguresJob: JobDefinition<"count-figures"> = {
  name: "count-figures",
  schema,
  schedule: [{ cron: "3 * * * *", payload: {} }],
  key: () => "all",
  concurrency: 1,
  // The next hour counts what this one could not.
  retryLimit: 0,
  handler: () => countAllFigures(new Date()),
};

/** A shop that cannot be counted now keeps no other from it. */
export async function countAllFigures(now: Date): Promise<void> {
  for await (const { id: shopId, uninstalledAt } of everyShop()) {
    if (uninstalledAt !== null) continue;
    await countFigures(shopId, now).catch((err: unknown) =>
      log.error({ err, shopId }, "could not count a shop's figures"),
    );
  }
}
