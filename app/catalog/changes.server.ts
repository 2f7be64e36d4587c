import { db, type Transaction } from "~/db.server";
import type { ShopId } from "~/ids";
import { enqueue } from "~/queue.server";

/**
 * Notes that a product changed, and has its items made anew. Of many words on one product in a short time
 * the last counts. A shop without a published feed has nothing to make anew.
 */
export async function recordChange(shopId: ShopId, productId: string, now: Date): Promise<void> {
  const feeds = await db.feed.count({ where: { shopId, currentVersionId: { not: null } } });
  if (feeds === 0) return;
  await db.$transaction(async (tx) => {
    await tx.$executeRaw`
      INSERT INTO catalog_changes ("shopId", "productId", "changedAt")
      VALUES (${shopId}::uuid, ${productId}, ${now})
          ON CONFLICT ("shopId", "productId") DO UPDATE SET "changedAt" = excluded."changedAt"`;
    await enqueue(tx, "update-products", { shopId });
  });
}

/** A product that changed, and when the platform last said so. */
export type Change = { productId: string; changedAt: Date };

/** The products that changed, those first of which the last word is the oldest. */
export function listChanges(shopId: ShopId, limit: number): Promise<Change[]> {
  return db.catalogChange.findMany({
    where: { shopId },
    orderBy: [{ changedAt: "asc" }, { productId: "asc" }],
    take: limit,
    select: { productId: true, changedAt: true },
  });
}

/** Forgets a change whose items are made, unless the product changed again in the meantime. */
export async function forgetChange(
  shopId: ShopId,
  { changedAt, productId }: Change,
): Promise<void> {
  await db.catalogChange.deleteMany({ where: { shopId, productId, changedAt } });
}

/** A reading of the whole catalog has all that changed before it was asked for; what is left is made anew after it. */
export async function forgetChanges(tx: Transaction, shopId: ShopId, before: Date): Promise<void> {
  await tx.catalogChange.deleteMany({ where: { shopId, changedAt: { lt: before } } });
  const left = await tx.catalogChange.count({ where: { shopId } });
  if (left > 0) await enqueue(tx, "update-products", { shopId });
}
