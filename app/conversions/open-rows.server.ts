import { Prisma } from "@prisma/client";

import { db, type Transaction } from "~/db.server";
import type { ShopId } from "~/ids";
import { countEvents } from "~/metrics.server";
import { everyShop } from "~/shops/shop.server";

import { EVENT_AGE_MS_MAX } from "./event-age";
import { OPEN_STATES, type OutboxState } from "./outbox";
import { NOTHING_KEPT } from "./outbox.server";
import type { SkipReason } from "./skip-reason";

// What happens to events that have not left, other than a delivery: they are held, go on, or are stopped.

/**
 * The most rows that one transaction moves from state to state. More would hold their locks for longer
 * than a transaction may take.
 */
export const MOVED_ROWS_MAX = 1_000;

/**
 * Orders of one checkout share its event; hardly ever are there two. The limit makes the server look each
 * event up by its index, however little it knows of the ledger's size.
 */
const ORDERS_OF_EVENT_MAX = 100;

/**
 * Moves what waits for the merchant's hand, or goes on when it was lent, at most {@link MOVED_ROWS_MAX}
 * rows.
 *
 * @returns how many were moved.
 */
export function recordHold(
  tx: Transaction,
  shopId: ShopId,
  { from, to }: { from: "pending"; to: "held" } | { from: "held"; to: "pending" },
  now: Date,
): Promise<number> {
  const state = Prisma.sql`state = ${to}`;
  return move(tx, shopId, {
    from: [from],
    row: Prisma.sql`${state}, "nextAttemptAt" = greatest("nextAttemptAt", ${now})`,
    line: state,
  });
}

/**
 * Stops what of a shop has not left, at most {@link MOVED_ROWS_MAX} rows. Nothing of a stopped event is kept.
 *
 * @returns how many were stopped.
 */
export function recordStopped(
  tx: Transaction,
  shopId: ShopId,
  reason: "uninstalled",
  now: Date,
): Promise<number> {
  const skipped = Prisma.sql`state = 'skipped', reason = ${reason}, "settledAt" = ${now}`;
  return move(tx, shopId, {
    from: OPEN_STATES,
    row: Prisma.sql`${skipped}, payload = NULL, sealed = NULL`,
    line: skipped,
  });
}

/**
 * Lets expire what is held and too old to count. A merchant who mends the connection finds it so at once;
 * of one who never comes back, nothing is kept for longer than of others.
 */
export async function expireHeld(now: Date): Promise<void> {
  const occurredBefore = new Date(now.getTime() - EVENT_AGE_MS_MAX);
  const expired = Prisma.sql`state = 'expired', reason = 'too_old', "settledAt" = ${now}`;
  const held = { from: ["held"], occurredBefore, row: expired, line: expired } as const;
  for await (const { id: shopId } of everyShop()) {
    let moved = MOVED_ROWS_MAX;
    while (moved >= MOVED_ROWS_MAX) {
      moved = await db.$transaction((tx) => move(tx, shopId, held));
      countEvents("expired" satisfies OutboxState, moved);
    }
  }
}

/**
 * Stops one order that has not left yet, and one that waited for its payment; one that has left is
 * history and stays.
 */
export async function recordCancelled(
  tx: Transaction,
  shopId: ShopId,
  orderId: string,
  now: Date,
): Promise<void> {
  const stoppable = [
    { state: { in: [...OPEN_STATES] } },
    {
      state: "skipped" satisfies OutboxState,
      reason: "not_paid" satisfies SkipReason,
    },
  ];
  const stopped = {
    state: "skipped" satisfies OutboxState,
    reason: "cancelled_order" satisfies SkipReason,
    settledAt: now,
  };
  const line = await tx.ledgerLine.findUnique({ where: { shopId_orderId: { shopId, orderId } } });
  if (!line?.eventId) return;
  await tx.outboxRow.updateMany({
    where: { shopId, eventId: line.eventId, eventName: "checkout", OR: stoppable },
    data: { ...stopped, ...NOTHING_KEPT },
  });
  await tx.ledgerLine.updateMany({ where: { shopId, orderId, OR: stoppable }, data: stopped });
}

/** The shops that have something held although their connection is in order. */
export async function listForgottenHolds(): Promise<ShopId[]> {
  const shops = await db.$queryRaw<{ shopId: ShopId }[]>`
    SELECT c."shopId" FROM pinterest_connections c
     WHERE c.state = 'connected'
       AND EXISTS (SELECT FROM outbox o WHERE o."shopId" = c."shopId" AND o.state = 'held')`;
  return shops.map(({ shopId }) => shopId);
}

/** Which open rows move, and what is written to them and to the lines of their events. */
type Move = {
  from: readonly OutboxState[];
  occurredBefore?: Date;
  row: Prisma.Sql;
  line: Prisma.Sql;
};

/**
 * Rows before lines, as everybody takes them: two that go opposite ways wait for one another forever. The
 * rows come in the order of the index of what is open, so that the server takes no other way to them,
 * however little it knows of the table's size.
 */
async function move(
  tx: Transaction,
  shopId: ShopId,
  { from, line, occurredBefore, row }: Move,
): Promise<number> {
  const states = Prisma.join(from.map((state) => Prisma.sql`${state}`));
  const isOld = occurredBefore ? Prisma.sql`"occurredAt" < ${occurredBefore}` : Prisma.sql`true`;
  const [moved] = await tx.$queryRaw<{ count: number }[]>`
    WITH moved AS (
      UPDATE outbox SET ${row}
       WHERE id = ANY (ARRAY(
               SELECT id FROM outbox
                WHERE "shopId" = ${shopId}::uuid AND state IN (${states}) AND ${isOld}
                ORDER BY state, "nextAttemptAt"
                LIMIT ${MOVED_ROWS_MAX} FOR UPDATE))
      RETURNING "eventId", "eventName"),
    lines AS (
      UPDATE ledger_lines SET ${line}
       WHERE id = ANY (ARRAY(
               SELECT line.id FROM moved m CROSS JOIN LATERAL (
                 SELECT id FROM ledger_lines l
                  WHERE l."shopId" = ${shopId}::uuid AND l."eventId" = m."eventId"
                    AND l.state IN (${states}) LIMIT ${ORDERS_OF_EVENT_MAX}) line
                WHERE m."eventName" = 'checkout')))
    SELECT count(*)::int AS count FROM moved`;
  return moved?.count ?? 0;
}
