import { db } from "~/db.server";
import type { ShopId } from "~/ids";
import { log } from "~/log.server";
import { enqueue } from "~/queue.server";
import type { SendingMode } from "~/shops/sending";
import { recordSending } from "~/shops/shop.server";

/**
 * Puts a shop into a mode of sending, and the pixel with it. What was recorded before keeps its mode:
 * leaving test or shadow mode sends nothing of it, and what was real before still goes.
 */
export async function switchSending(
  shopId: ShopId,
  sending: SendingMode,
  now: Date,
): Promise<void> {
  const isChanged = await db.$transaction(async (tx) => {
    const isOther = await recordSending(tx, shopId, sending, now);
    if (isOther) await enqueue(tx, "sync-pixel", { shopId });
    return isOther;
  });
  if (isChanged) log.info({ shopId, sending }, "switched the mode of sending");
}
