import { z } from "zod";

import { toShopId } from "~/ids";
import { log } from "~/log.server";
import type { JobDefinition } from "~/queue.server";
import { readQualityScore } from "~/shops/quality-score.server";

const schema = z.object({ shopId: z.string().transform(toShopId) });

declare module "~/queue.server" {
  interface JobPayloads {
    "read-quality-score": z.infer<typeof schema>;
  }
}

/** Asks Pinterest what it says of a shop's events, once a day. What it does not answer stays as it was. */
export const readQualityScoreJob: JobDefinition<"read-quality-score"> = {
  name: "read-quality-score",
  schema,
  key: ({ shopId }) => shopId,
  concurrency: 2,
  retryLimit: 2,
  handler: async ({ shopId }) => {
    const answer = await readQualityScore(shopId, new Date());
    log.info({ shopId, answer }, "read Pinterest's score of a shop's events");
  },
};
