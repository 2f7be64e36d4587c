import { z } from "zod";

import { registerAndFollow } from "~/catalog/registration.server";
import { toShopId } from "~/ids";
import type { JobDefinition } from "~/queue.server";

const schema = z.object({
  shopId: z.string().transform(toShopId),
  feedId: z.string(),
  /** The merchant asks for it, also where it was deleted at Pinterest. */
  isAsked: z.boolean().exactOptional(),
});

declare module "~/queue.server" {
  interface JobPayloads {
    "register-feed": z.infer<typeof schema>;
  }
}

/**
 * Makes a feed at Pinterest what it is here. Enqueued with whatever it depends on: an account that is
 * confirmed, a version that is published, another format or other credentials, and once a day.
 */
export const registerFeedJob: JobDefinition<"register-feed"> = {
  name: "register-feed",
  schema,
  key: ({ feedId }) => feedId,
  concurrency: 2,
  retryLimit: 3,
  handler: async ({ feedId, isAsked, shopId }) => {
    await registerAndFollow({ shopId, feedId }, new Date(), isAsked);
  },
};
