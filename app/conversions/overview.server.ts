import { db } from "~/db.server";
import type { ShopId } from "~/ids";
import { findConnection } from "~/shops/connection.server";
import { ERASED_ORDER } from "~/shops/erasure-mark";
import { findPixel } from "~/shops/pixel.server";

import { findAlerts } from "./alerts.server";
import { listLedger } from "./ledger.server";
import { missingFields, ORDERS_MAX, type MissingFields, type Overview } from "./overview";
import type { SkipReason } from "./skip-reason";
import { listAdvice } from "./warnings.server";

/** The home page shows the first page of the ledger. */
const NEWEST = { state: null, olderThan: null, newerThan: null };

/** What the home page shows. A shop without orders has no lines, and nothing that is missing. */
export async function findOverview(shopId: ShopId, now: Date): Promise<Overview> {
  const [connection, pixel, { lines }, missing, advice] = await Promise.all([
    findConnection(shopId),
    findPixel(shopId),
    listLedger(shopId, NEWEST),
    findMissing(shopId),
    listAdvice(shopId, now),
  ]);
  const alerts = await findAlerts(shopId, connection.state, now);
  return { connection, pixel, alerts, lines, missing, advice };
}

/** An order that could not be read, or is erased, says nothing about what Shopify shares. */
async function findMissing(shopId: ShopId): Promise<MissingFields> {
  const orders = await db.ledgerLine.findMany({
    where: {
      shopId,
      NOT: { orderId: { startsWith: ERASED_ORDER } },
      OR: [{ reason: null }, { reason: { not: "unreadable_order" satisfies SkipReason } }],
    },
    orderBy: { receivedAt: "desc" },
    take: ORDERS_MAX,
    select: { matchKeys: true },
  });
  return missingFields(orders);
}
