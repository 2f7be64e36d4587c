import { Prisma } from "@prisma/client";

import { db, type Transaction } from "~/db.server";
import { toShopId, type ShopId } from "~/ids";
import { log } from "~/log.server";
import { lockForErasure } from "~/shops/erasure-mark.server";
import { ERASED_DOMAIN } from "~/shops/shop";

import { BATCH_ROWS, inBatches } from "./batches.server";

/**
 * Takes an uninstalled shop's name, profile, settings, sessions and files away at once, so that nobody
 * finds it any more and a return is a new shop. What is left under its id is for {@link eraseShop}.
 *
 * @returns `installed` where the shop is installed (again), and nothing was changed.
 */
export async function closeShop(
  tx: Transaction,
  shopId: ShopId,
): Promise<"closed" | "installed" | "already_erased"> {
  await lockForErasure(tx, shopId);
  const shop = await tx.shop.findUnique({ where: { id: shopId } });
  if (!shop || shop.domain.startsWith(ERASED_DOMAIN)) return "already_erased";
  if (shop.uninstalledAt === null) return "installed";
  await tx.shopifySession.deleteMany({ where: { shopDomain: shop.domain } });
  await tx.dataRequest.deleteMany({ where: { shopId } });
  await tx.backfillRun.deleteMany({ where: { shopId } });
  await tx.savedView.deleteMany({ where: { shopId } });
  await tx.pinterestAccount.deleteMany({ where: { shopId } });
  await tx.pinterestSignIn.deleteMany({ where: { shopId } });
  await tx.catalogSync.deleteMany({ where: { shopId } });
  await tx.catalogSettings.deleteMany({ where: { shopId } });
  await tx.catalogSample.deleteMany({ where: { shopId } });
  await tx.setupGuide.deleteMany({ where: { shopId } });
  await tx.qualityScore.deleteMany({ where: { shopId } });
  await tx.shop.update({
    where: { id: shopId },
    data: {
      domain: `${ERASED_DOMAIN}${shopId}`,
      name: null,
      country: null,
      currency: null,
      storeUrl: null,
      settings: {},
      pixelSeenAt: null,
      collectKey: null,
      consentPolicy: Prisma.DbNull,
      scopes: [],
    },
  });
  return "closed";
}

/**
 * Deletes what is left of a closed shop: events, delivery calls, ledger, snapshots, receipts in batches, then the shop with all that
 * belongs to it, and the jobs that name it, this one included. The order of a batch is that of a unique key:
 * without one, the database may read a whole table to find a thousand rows. A run that broke off goes on where it was.
 * A shop that is not closed stays as it is.
 */
export async function eraseShop(shopId: ShopId): Promise<void> {
  const closed = { id: shopId, domain: { startsWith: ERASED_DOMAIN } };
  if (!(await db.shop.findFirst({ where: closed, select: { id: true } }))) return;
  const counts = {
    events: await inBatches(
      () => db.$executeRaw`
        DELETE FROM outbox WHERE id = ANY (ARRAY(
          SELECT id FROM outbox WHERE "shopId" = ${shopId}::uuid
           ORDER BY "eventId" LIMIT ${BATCH_ROWS}))`,
    ),
    calls: await inBatches(
      () => db.$executeRaw`
        DELETE FROM delivery_calls WHERE id = ANY (ARRAY(
          SELECT id FROM delivery_calls WHERE "shopId" = ${shopId}::uuid
           ORDER BY "startedAt" LIMIT ${BATCH_ROWS}))`,
    ),
    lines: await inBatches(
      () => db.$executeRaw`
        DELETE FROM ledger_lines WHERE id = ANY (ARRAY(
          SELECT id FROM ledger_lines WHERE "shopId" = ${shopId}::uuid
           ORDER BY "orderId" LIMIT ${BATCH_ROWS}))`,
    ),
    snapshots: await inBatches(
      () => db.$executeRaw`
        DELETE FROM consent_snapshots
         WHERE "shopId" = ${shopId}::uuid AND "eventId" = ANY (ARRAY(
          SELECT "eventId" FROM consent_snapshots WHERE "shopId" = ${shopId}::uuid
           ORDER BY "eventId" LIMIT ${BATCH_ROWS}))`,
    ),
    sentMarks: await inBatches(
      () => db.$executeRaw`
        DELETE FROM browser_sent_marks WHERE ctid = ANY (ARRAY(
          SELECT ctid FROM browser_sent_marks WHERE "shopId" = ${shopId}::uuid LIMIT ${BATCH_ROWS}))`,
    ),
    catalogItems: await inBatches(
      () => db.$executeRaw`
        DELETE FROM catalog_items WHERE ctid = ANY (ARRAY(
          SELECT ctid FROM catalog_items WHERE "shopId" = ${shopId}::uuid LIMIT ${BATCH_ROWS}))`,
    ),
    eventFigures: await inBatches(
      () => db.$executeRaw`
        DELETE FROM event_figures WHERE ctid = ANY (ARRAY(
          SELECT ctid FROM event_figures WHERE "shopId" = ${shopId}::uuid
           ORDER BY hour LIMIT ${BATCH_ROWS}))`,
    ),
    receipts: await inBatches(
      () => db.$executeRaw`
        DELETE FROM webhook_receipts WHERE id = ANY (ARRAY(
          SELECT id FROM webhook_receipts WHERE "shopId" = ${shopId}::uuid
           ORDER BY topic, "dedupeKey" LIMIT ${BATCH_ROWS}))`,
    ),
  };
  await db.$transaction([
    db.shop.deleteMany({ where: closed }),
    db.$executeRaw`DELETE FROM pgboss.job WHERE data->>'shopId' = ${shopId}`,
  ]);
  log.info({ shopId, ...counts }, "erased a shop");
}

/** Whether a shop is being erased; one that is gone is not. */
export async function isClosed(shopId: ShopId): Promise<boolean> {
  const where = { id: shopId, domain: { startsWith: ERASED_DOMAIN } };
  return (await db.shop.count({ where })) > 0;
}

/** Closed shops whose erasure broke off. */
export async function listClosedShops(): Promise<ShopId[]> {
  const shops = await db.shop.findMany({
    where: { domain: { startsWith: ERASED_DOMAIN } },
    select: { id: true },
  });
  return shops.map(({ id }) => toShopId(id));
}
