import { db } from "~/db.server";
import type { ShopId } from "~/ids";
import type { ConnectionState } from "~/shops/connection";
import type { SendingMode } from "~/shops/sending";
import { findShopById } from "~/shops/shop.server";
import { HOUR_MS, SECOND_MS } from "~/time";

import { alertsOf, spansBeganAt, spansOf, type Alert, type AlertSettings } from "./alerts";
import type { ReceivedBy } from "./ledger";
import type { OutboxState } from "./outbox";

const WEBHOOK = "webhook" satisfies ReceivedBy;

/** The alerts of a shop as things stand. The home page asks every few seconds. */
export async function findAlerts(
  shopId: ShopId,
  connectionState: ConnectionState,
  now: Date,
): Promise<Alert[]> {
  const settings = (await findShopById(shopId))?.appSettings.alerts;
  // A shop that was erased in this moment has nobody to be told.
  if (!settings) return [];
  const [oldestDueAt, ordersBySpan] = await Promise.all([
    findOldestDueAt(shopId),
    countOrders(shopId, settings, now),
  ]);
  return alertsOf({ connectionState, oldestDueAt, ordersBySpan }, settings, now);
}

/** By when it may go, not by when it came: what waited for a mended connection starts anew. */
async function findOldestDueAt(shopId: ShopId): Promise<Date | null> {
  const row = await db.outboxRow.findFirst({
    where: {
      shopId,
      state: "pending" satisfies OutboxState,
      sending: "real" satisfies SendingMode,
    },
    orderBy: { nextAttemptAt: "asc" },
    select: { nextAttemptAt: true },
  });
  return row?.nextAttemptAt ?? null;
}

/**
 * Counts in the ledger, which has one line per order: an order has several receipts, and they have no
 * index by time. A shop with a recent order, which is every busy one, is not counted any further.
 */
async function countOrders(shopId: ShopId, settings: AlertSettings, now: Date): Promise<number[]> {
  if (settings.hidden.includes("webhooks_stopped")) return [];
  const spanMs = settings.quietHours * HOUR_MS;
  const recent = await db.ledgerLine.findFirst({
    where: { shopId, receivedBy: WEBHOOK, receivedAt: { gt: new Date(now.getTime() - spanMs) } },
    select: { id: true },
  });
  if (recent) return [1];
  const counted = await db.$queryRaw<{ span: number; orders: number }[]>`
    SELECT floor(extract(epoch FROM ${now}::timestamptz - "receivedAt") / ${spanMs / SECOND_MS}::int)::int
             AS span,
           count(*)::int AS orders
      FROM ledger_lines
     WHERE "shopId" = ${shopId}::uuid AND "receivedBy" = ${WEBHOOK}
       AND "receivedAt" > ${spansBeganAt(settings, now)} AND "receivedAt" <= ${now}
     GROUP BY 1`;
  const ordersOf = new Map(counted.map(({ span, orders }) => [span, orders]));
  return Array.from({ length: spansOf(settings) }, (_, span) => ordersOf.get(span) ?? 0);
}
