import { z } from "zod";

import { tellItems } from "~/catalog/item-updates.server";
import { db } from "~/db.server";
import { toShopId } from "~/ids";
import { enqueue, type JobDefinition } from "~/queue.server";
import { SECOND_MS } from "~/time";

const schema = z.object({ shopId: z.string().transform(toShopId), feedId: z.string() });

declare module "~/queue.server" {
  interface JobPayloads {
    "tell-items": z.infer<typeof schema>;
  }
}

/** Pinterest has judged a batch within seconds. */
const ANSWER_MS = 3 * SECOND_MS;

/** Tells Pinterest the prices and stock of items that changed. Enqueued with each version of a feed. */
export const tellItemsJob: JobDefinition<"tell-items"> = {
  name: "tell-items",
  schema,
  key: ({ feedId }) => feedId,
  concurrency: 4,
  retryLimit: 3,
  handler: async (feed) => {
    const outcome = await tellItems(feed, () => new Date());
    if (outcome.kind === "nothing") return;
    const at = (ms: number) => new Date(Date.now() + ms);
    await db.$transaction(async (tx) => {
      if (outcome.items > 0) await enqueue(tx, "ask-after-items", feed, at(ANSWER_MS));
      if (outcome.kind === "later") await enqueue(tx, "tell-items", feed, at(outcome.afterMs));
    });
  },
};
