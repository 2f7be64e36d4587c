import { z } from "zod";

import { findRegistration, readProcessing } from "~/catalog/processing.server";
import { db } from "~/db.server";
import { toShopId } from "~/ids";
import { enqueue, type JobDefinition } from "~/queue.server";
import { MINUTE_MS } from "~/time";

const schema = z.object({ shopId: z.string().transform(toShopId), feedId: z.string() });

declare module "~/queue.server" {
  interface JobPayloads {
    "check-feed": z.infer<typeof schema>;
  }
}

/** Until the first fetch of a feed is known, Pinterest is asked this often; after it, once an hour. */
const FIRST_FETCH_MS = 2 * MINUTE_MS;

/** Reads what became of Pinterest's last fetch of a feed; what waited for the first one is told then. */
export const checkFeedJob: JobDefinition<"check-feed"> = {
  name: "check-feed",
  schema,
  key: ({ feedId }) => feedId,
  concurrency: 2,
  retryLimit: 2,
  handler: async (feed) => {
    const outcome = await readProcessing(feed, new Date());
    if (outcome === "read") await db.$transaction((tx) => enqueue(tx, "tell-items", feed));
    const registration = await findRegistration(feed, new Date());
    if (registration?.state !== "registered" || registration.result !== null) return;
    const startAfter = new Date(Date.now() + FIRST_FETCH_MS);
    await db.$transaction((tx) => enqueue(tx, "check-feed", feed, startAfter));
  },
};
