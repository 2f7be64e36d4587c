import { insertNew, type SqlTransaction, type Transaction } from "~/db.server";
import type { ShopId } from "~/ids";
import { by } from "~/sort";

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

/** Records webhooks of several shops, no two of them with one key; gives the keys that are new. */
export async function recordReceipts(
  sql: SqlTransaction,
  receipts: readonly (Receipt & { shopId: ShopId; receivedAt: Date })[],
): Promise<ReadonlySet<string>> {
  const rows = receipts.toSorted(by(receiptKey));
  const fresh = await insertNew(sql, "webhook_receipts", rows, ["shopId", "topic", "dedupeKey"]);
  return new Set(fresh.map(receiptKey));
}

/** Takes back receipts that this transaction wrote, of webhooks that are recorded in another one. */
export async function takeBackReceipts(
  sql: SqlTransaction,
  receipts: readonly ReceiptKey[],
): Promise<void> {
  if (receipts.length === 0) return;
  await sql.query(TAKE_BACK, [JSON.stringify(receipts)]);
}

const TAKE_BACK = {
  name: "take-back-receipts",
  text: `
    DELETE FROM webhook_receipts r
     USING json_to_recordset($1) AS k("shopId" uuid, topic text, "dedupeKey" text)
     WHERE r."shopId" = k."shopId" AND r.topic = k.topic AND r."dedupeKey" = k."dedupeKey"`,
};

/** The unique key of a receipt. */
export type ReceiptKey = { shopId: string; topic: string; dedupeKey: string };

/** A receipt's unique key as one text. */
export function receiptKey({ shopId, topic, dedupeKey }: ReceiptKey): string {
  return JSON.stringify([shopId, topic, dedupeKey]);
}
