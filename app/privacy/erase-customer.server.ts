import { Prisma, type LedgerLine, type OutboxRow } from "@prisma/client";

import type { Transaction } from "~/db.server";
import type { ShopId } from "~/ids";
import { ERASED_ORDER } from "~/shops/erasure-mark";
import { lockForErasure } from "~/shops/erasure-mark.server";

import { customerMarks, findHeld, type Customer } from "./customer.server";

/**
 * Erases a customer of a shop: outbox rows go, what had not left is stopped (`skipped`, `erased`), and
 * of the ledger lines only state, value, currency and times stay, so that the merchant's totals are what
 * they were. Files made for data requests of the customer go too.
 *
 * The orders and events leave their marks behind, also those that were never seen, and are recorded no
 * more. Again, it changes nothing. A delivery that is under way finds no row to settle.
 *
 * @returns how much was held, and the rows that are gone, for the figures that outlive them.
 */
export async function eraseCustomer(
  tx: Transaction,
  shopId: ShopId,
  customer: Customer,
  now: Date,
): Promise<{ counts: { lines: number; events: number; files: number }; rows: OutboxRow[] }> {
  await lockForErasure(tx, shopId);
  const { marker, lines, rows, snapshots, clientIds } = await findHeld(tx, shopId, customer);

  const orderIds = [...customer.orderIds, ...lines.map(({ orderId }) => orderId)];
  const eventIds = [...lines, ...rows, ...snapshots].flatMap(({ eventId }) =>
    eventId ? [eventId] : [],
  );
  const marks = [
    ...orderIds.map((orderId) => marker("order", orderId)),
    ...eventIds.map((eventId) => marker("event", eventId)),
  ];
  await tx.erasureMark.createMany({
    data: marks.map((mark) => ({ shopId, mark })),
    skipDuplicates: true,
  });

  // Rows before lines, as everybody takes them.
  const { count: events } = await tx.outboxRow.deleteMany({
    where: { shopId, id: { in: rows.map(({ id }) => id) } },
  });
  await tx.consentSnapshot.deleteMany({
    where: { shopId, eventId: { in: snapshots.map(({ eventId }) => eventId) } },
  });
  await tx.browserSentMark.deleteMany({ where: { shopId, eventId: { in: eventIds } } });
  await forgetBrowser(tx, shopId, clientIds);
  for (const line of lines) {
    await tx.ledgerLine.updateMany({
      where: { shopId, id: line.id },
      data: erased(line, marker("order", line.orderId), now),
    });
  }
  const { count: files } = await tx.dataRequest.deleteMany({
    where: { shopId, customerMarks: { hasSome: customerMarks(marker, customer) } },
  });
  // Whose orders they name is not known, so all of them go; the figures stay.
  await tx.$executeRaw`
    UPDATE backfill_runs
       SET tally = (SELECT coalesce(jsonb_object_agg(key, value || '{"examples": []}'), '{}')
                      FROM jsonb_each(tally))
     WHERE "shopId" = ${shopId}::uuid`;
  return { counts: { lines: lines.length, events, files }, rows };
}

function erased({ settledAt }: LedgerLine, mark: string, now: Date) {
  return {
    orderId: `${ERASED_ORDER}${mark}`,
    orderName: null,
    eventId: null,
    matchKeys: [],
    customerMarks: [],
    consent: Prisma.DbNull,
    ...(settledAt === null ? { state: "skipped", reason: "erased", settledAt: now } : {}),
  };
}

/**
 * Takes the browser's name out of what other customers did in it: those orders are theirs, and lead to
 * the erased one no more.
 */
async function forgetBrowser(
  tx: Transaction,
  shopId: ShopId,
  clientIds: readonly string[],
): Promise<void> {
  if (clientIds.length === 0) return;
  const ids = [...clientIds];
  await tx.consentSnapshot.updateMany({
    where: { shopId, externalId: { in: ids } },
    data: { externalId: null },
  });
  await tx.$executeRaw`
    UPDATE outbox SET payload = CASE
             WHEN (payload->'userData'->'externalId') - ${ids}::text[] = '[]'
             THEN payload #- '{userData,externalId}'
             ELSE jsonb_set(payload, '{userData,externalId}',
                            (payload->'userData'->'externalId') - ${ids}::text[]) END
     WHERE "shopId" = ${shopId}::uuid AND payload->'userData'->'externalId' ?| ${ids}::text[]`;
}
