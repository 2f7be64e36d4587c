import type { LedgerLine as LedgerRecord, OutboxRow } from "@prisma/client";

import { db } from "~/db.server";
import type { ShopId } from "~/ids";
import { findConnection } from "~/shops/connection.server";
import { ERASED_ORDER } from "~/shops/erasure-mark";

import { findAlerts } from "./alerts.server";
import { SKIP_REASONS, type SkipReason } from "./decision";
import { RECEIVED_BY, type LedgerLine } from "./ledger";
import { OUTBOX_STATES } from "./outbox";
import { missingFields, ORDERS_MAX, type MissingFields, type Overview } from "./overview";
import { listAdvice } from "./warnings.server";

const LINES_MAX = 25;

/** What the home page shows. A shop without orders has no lines, and nothing that is missing. */
export async function findOverview(shopId: ShopId, now: Date): Promise<Overview> {
  const [connection, lines, missing, advice] = await Promise.all([
    findConnection(shopId),
    listLines(shopId),
    findMissing(shopId),
    listAdvice(shopId, now),
  ]);
  const alerts = await findAlerts(shopId, connection.state, now);
  return { connection, alerts, lines, missing, advice };
}

async function listLines(shopId: ShopId): Promise<LedgerLine[]> {
  const records = await db.ledgerLine.findMany({
    where: { shopId },
    orderBy: [{ receivedAt: "desc" }, { id: "desc" }],
    take: LINES_MAX,
  });
  const eventIds = records.flatMap(({ eventId }) => (eventId === null ? [] : [eventId]));
  const rows = await db.outboxRow.findMany({
    where: { shopId, eventId: { in: eventIds } },
    select: { eventId: true, lastError: true, warning: true },
  });
  const words = new Map(rows.map((row) => [row.eventId, row]));
  return records.map((record) => toLine(record, words.get(record.eventId ?? "")));
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

function toLine(
  record: LedgerRecord,
  words: Pick<OutboxRow, "lastError" | "warning"> | undefined,
): LedgerLine {
  const { currency, occurredAt, orderId, orderName, receivedAt, settledAt, value } = record;
  return {
    orderId,
    orderName,
    receivedBy: RECEIVED_BY.find((known) => known === record.receivedBy) ?? "webhook",
    state: OUTBOX_STATES.find((known) => known === record.state) ?? "pending",
    reason: SKIP_REASONS.find((known) => known === record.reason) ?? null,
    lastError: words?.lastError ?? null,
    warning: words?.warning ?? null,
    value,
    currency,
    occurredAt,
    receivedAt,
    settledAt,
  };
}
