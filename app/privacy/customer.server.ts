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
 * Every ledger line and every outbox row of a customer.
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
  const eventIds = [...new Set([...byLine, ...(await eventsWith(tx, shopId, customer))])];
  const lines = await tx.ledgerLine.findMany({
    where: { shopId, OR: [...named, { eventId: { in: eventIds } }] },
    orderBy: { id: "asc" },
  });
  const rows = await tx.outboxRow.findMany({
    where: { shopId, eventId: { in: eventIds } },
    orderBy: { id: "asc" },
  });
  return { marker, lines, rows };
}

/** The events that carry one of the customer's hashes. */
async function eventsWith(
  tx: Transaction,
  shopId: ShopId,
  { externalIds, emails }: Customer,
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
