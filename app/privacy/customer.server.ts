import { Prisma } from "@prisma/client";

import type { Transaction } from "~/db.server";
import type { Sha256Hex, ShopId } from "~/ids";
import { readMarker, type Marker } from "~/shops/erasure-mark.server";

/** By what a customer is known to us. Each part may be empty. */
export type Customer = {
  /** The platform's ids of orders that it says are the customer's. */
  orderIds: readonly string[];
  /** Hashes of the customer id. */
  externalIds: readonly Sha256Hex[];
  /** Hashes of the email address. */
  emails: readonly Sha256Hex[];
};

/** The marks that lead from a customer to ledger lines and data requests. */
export function customerMarks(marker: Marker, { externalIds, emails }: Customer): string[] {
  return [...externalIds, ...emails].map((hash) => marker("customer", hash));
}

/**
 * Every ledger line, outbox row and snapshot of a customer. From the customer's checkouts, over their
 * snapshots, and from what the customer did while known, the way leads to the browser, and from there to
 * what else was done in it. An order of somebody else who used the same browser is not the customer's.
 *
 * A line is found by its order id, its marks or its event; a row by its line, or by the hashes it still
 * carries. **Decision:** hashes are looked for in every row of the shop that has a payload, without an
 * index: that is at most a month of rows and happens rarely, while an index would be paid for with every
 * event.
 */
export async function findHeld(tx: Transaction, shopId: ShopId, customer: Customer) {
  const marker = await readMarker(tx, shopId);
  const named = [
    { orderId: { in: [...customer.orderIds] } },
    { customerMarks: { hasSome: customerMarks(marker, customer) } },
  ];
  const found = await tx.ledgerLine.findMany({
    where: { shopId, OR: named },
    select: { eventId: true },
  });
  const byLine = found.flatMap(({ eventId }) => (eventId === null ? [] : [eventId]));
  const known = [...new Set([...byLine, ...(await eventsWith(tx, shopId, customer))])];
  const clientIds = await clientIdsOf(tx, shopId, known, customer);
  const browsed = await eventsWith(tx, shopId, { externalIds: clientIds, emails: [] });
  const eventIds = [...new Set([...known, ...(await withoutOrder(tx, shopId, browsed))])];
  const lines = await tx.ledgerLine.findMany({
    where: { shopId, OR: [...named, { eventId: { in: eventIds } }] },
    orderBy: { id: "asc" },
  });
  const rows = await tx.outboxRow.findMany({
    where: { shopId, eventId: { in: eventIds } },
    orderBy: { id: "asc" },
  });
  const snapshots = await tx.consentSnapshot.findMany({
    where: { shopId, ...ofEvents(eventIds) },
    orderBy: { receivedAt: "asc" },
  });
  return { marker, lines, rows, snapshots, clientIds };
}

/** A snapshot is kept under the checkout's own event id; in coexistence the event has the other pixel's. */
function ofEvents(eventIds: readonly string[]) {
  const ids = [...eventIds];
  return { OR: [{ eventId: { in: ids } }, { platformEventId: { in: ids } }] };
}

/** The pixel's names, hashed, for the browsers of these checkouts and of what was done while browsing. */
async function clientIdsOf(
  tx: Transaction,
  shopId: ShopId,
  eventIds: readonly string[],
  { externalIds }: Customer,
): Promise<string[]> {
  const browsed = await tx.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT jsonb_array_elements_text(payload->'userData'->'externalId') AS id FROM outbox
     WHERE "shopId" = ${shopId}::uuid AND "eventId" = ANY(${[...eventIds]})
       AND "eventName" <> 'checkout'`;
  const own = new Set<string>(externalIds);
  const snapshots = await tx.consentSnapshot.findMany({
    where: { shopId, externalId: { not: null }, ...ofEvents(eventIds) },
    select: { externalId: true },
  });
  const names = [...browsed.map(({ id }) => id), ...snapshots.map(({ externalId }) => externalId)];
  return [...new Set(names.flatMap((name) => (name === null || own.has(name) ? [] : [name])))];
}

/** Those of the events that are no order's: what was done while browsing. */
async function withoutOrder(
  tx: Transaction,
  shopId: ShopId,
  eventIds: readonly string[],
): Promise<string[]> {
  const lines = await tx.ledgerLine.findMany({
    where: { shopId, eventId: { in: [...eventIds] } },
    select: { eventId: true },
  });
  const ordered = new Set(lines.map(({ eventId }) => eventId));
  return eventIds.filter((eventId) => !ordered.has(eventId));
}

/** The events that carry one of the customer's hashes. */
async function eventsWith(
  tx: Transaction,
  shopId: ShopId,
  { externalIds, emails }: { externalIds: readonly string[]; emails: readonly string[] },
): Promise<string[]> {
  if (externalIds.length + emails.length === 0) return [];
  const userData = Prisma.sql`payload->'userData'`;
  const rows = await tx.$queryRaw<{ eventId: string }[]>`
    SELECT "eventId" FROM outbox
     WHERE "shopId" = ${shopId}::uuid
       AND (${userData}->'externalId' ?| ${[...externalIds]}::text[]
            OR ${userData}->'em' ?| ${[...emails]}::text[])`;
  return rows.map(({ eventId }) => eventId);
}
