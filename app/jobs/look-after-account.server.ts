import { z } from "zod";

import { toShopId } from "~/ids";
import { log } from "~/log.server";
import type { JobDefinition } from "~/queue.server";
import { lookAfterAccount } from "~/shops/account-access.server";

const schema = z.object({ shopId: z.string().transform(toShopId) });

declare module "~/queue.server" {
  interface JobPayloads {
    "look-after-account": z.infer<typeof schema>;
  }
}

/**
 * Renews a shop's Pinterest account long before its tokens end, and notices a permission that was taken back.
 * What Pinterest does not answer today is asked again tomorrow: a renewal is due ten days early.
 */
export const lookAfterAccountJob: JobDefinition<"look-after-account"> = {
  name: "look-after-account",
  schema,
  key: ({ shopId }) => shopId,
  concurrency: 2,
  retryLimit: 2,
  handler: async ({ shopId }) => {
    const answer = await lookAfterAccount(shopId, new Date());
    log.info({ shopId, answer }, "looked after a Pinterest account");
  },
};
