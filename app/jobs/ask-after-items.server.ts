import { z } from "zod";

import { askAfterItems } from "~/catalog/item-updates.server";
import { db } from "~/db.server";
import { toShopId } from "~/ids";
import { enqueue, type JobDefinition } from "~/queue.server";
import { SECOND_MS } from "~/time";

const schema = z.object({ shopId: z.string().transform(toShopId), feedId: z.string() });

declare module "~/queue.server" {
  interface JobPayloads {
    "ask-after-items": z.infer<typeof schema>;
  }
}

/** Of what is not answered yet, Pinterest is asked again after this. */
const AGAIN_MS = 20 * SECOND_MS;

/** Asks Pinterest what became of updates of prices and stock. */
export const askAfterItemsJob: JobDefinition<"ask-after-items"> = {
  name: "ask-after-items",
  schema,
  key: ({ feedId }) => feedId,
  concurrency: 2,
  retryLimit: 3,
  handler: async (feed) => {
    if ((await askAfterItems(feed, new Date())) === "answered") return;
    const startAfter = new Date(Date.now() + AGAIN_MS);
    await db.$transaction((tx) => enqueue(tx, "ask-after-items", feed, startAfter));
  },
};
