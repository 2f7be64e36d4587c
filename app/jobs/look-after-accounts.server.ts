import { z } from "zod";

import { db } from "~/db.server";
import { enqueue, type JobDefinition } from "~/queue.server";
import { listAccountShops } from "~/shops/pinterest-account.server";

const schema = z.object({});

declare module "~/queue.server" {
  interface JobPayloads {
    "look-after-accounts": z.infer<typeof schema>;
  }
}

/** Enqueues `look-after-account` for each shop with a connected Pinterest account. */
export const lookAfterAccountsJob: JobDefinition<"look-after-accounts"> = {
  name: "look-after-accounts",
  schema,
  key: () => "all",
  concurrency: 1,
  retryLimit: 3,
  schedule: [{ cron: "35 2 * * *", payload: {} }],
  handler: async () => {
    for (const shopId of await listAccountShops()) {
      await db.$transaction((tx) => enqueue(tx, "look-after-account", { shopId }));
    }
  },
};
