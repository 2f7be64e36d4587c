import type { Transaction } from "~/db.server";
import type { ShopId } from "~/ids";

/** What is kept of a received webhook. */
export type Receipt = {
  topic: string;
  /** The platform's id of the event, else of the delivery. */
  dedupeKey: string;
  webhookId: string;
  bodySha256: string;
};

/** Records a webhook, once per shop, topic and key; says whether this is the first time. */
export async function recordReceipt(
  tx: Transaction,
  shopId: ShopId,
  receipt: Receipt,
  receivedAt: Date,
): Promise<"recorded" | "already_recorded"> {
  const { count } = await tx.webhookReceipt.createMany({
    data: [{ shopId, ...receipt, receivedAt }],
    skipDuplicates: true,
  });
  return count === 0 ? "already_recorded" : "recorded";
}
