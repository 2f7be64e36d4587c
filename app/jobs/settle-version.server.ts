import { z } from "zod";

import { settleVersion } from "~/catalog/settle-version.server";
import { db } from "~/db.server";
import { toShopId } from "~/ids";
import { enqueue, type JobDefinition } from "~/queue.server";
import { SECOND_MS } from "~/time";

const schema = z.object({
  shopId: z.string().transform(toShopId),
  feedId: z.string(),
  versionId: z.string(),
});

declare module "~/queue.server" {
  interface JobPayloads {
    "settle-version": z.infer<typeof schema>;
  }
}

/** When it is tried again while a reading has the shop. */
const BUSY_MS = 10 * SECOND_MS;

/** A million items that go. */
const EXPIRE_SECONDS = 3_600;

/** Writes the items of a version that the merchant published although it waited at the gate. */
export const settleVersionJob: JobDefinition<"settle-version"> = {
  name: "settle-version",
  schema,
  key: ({ versionId }) => versionId,
  concurrency: 1,
  expireSeconds: EXPIRE_SECONDS,
  retryLimit: 3,
  handler: async (version) => {
    if ((await settleVersion(version)) !== "busy") return;
    const startAfter = new Date(Date.now() + BUSY_MS);
    await db.$transaction((tx) => enqueue(tx, "settle-version", version, startAfter));
  },
};
