import { Prisma, type OutboxRow } from "@prisma/client";

import { db, type Transaction } from "~/db.server";
import { SealError } from "~/errors";
import type { ShopId } from "~/ids";
import { log } from "~/log.server";
import { parse, type Parsed } from "~/parse";
import type { DeliveryOutcome } from "~/pinterest/outcome";
import { seal, unseal } from "~/seal.server";

import type { SkipReason } from "./decision";
import type { Draft } from "./draft";
import { personalSchema, storedEventSchema, type ConversionEvent, type Personal } from "./event";
import { OPEN_STATES, type OutboxState } from "./outbox";
import type { Settled } from "./send-batch";

/** A due row and its event. */
export type DueEvent = {
  row: OutboxRow;
  event:
    | Parsed<ConversionEvent>
    /** The operator: its key is not configured, so nobody can say what it holds. */
    | { kind: "sealed" };
};

/** What becomes of rows, and of the ledger lines of their events. */
type Settlement = {
  state: OutboxState;
  reason?: SkipReason;
  lastError?: string | null;
  warning?: string | null;
};

/** What is due for a shop, the oldest act first. */
export async function listDue(shopId: ShopId, now: Date, limit: number): Promise<DueEvent[]> {
  const rows = await db.outboxRow.findMany({
    where: { shopId, state: "pending" satisfies OutboxState, nextAttemptAt: { lte: now } },
    orderBy: [{ occurredAt: "asc" }, { id: "asc" }],
    take: limit,
  });
  return rows.map((row) => ({ row, event: openEvent(row) }));
}

/** Whether anything of the shop is due. */
export async function hasDue(shopId: ShopId, now: Date): Promise<boolean> {
  const row = await db.outboxRow.findFirst({
    where: { shopId, state: "pending" satisfies OutboxState, nextAttemptAt: { lte: now } },
    select: { id: true },
  });
  return row !== null;
}

/**
 * Writes the outcomes of delivery attempts. A row that is settled already, because this is the second
 * time or somebody stopped it meanwhile, stays as it is.
 */
export async function recordOutcomes(
  tx: Transaction,
  shopId: ShopId,
  settled: readonly Settled<{ row: OutboxRow }>[],
  now: Date,
): Promise<void> {
  const groups = Map.groupBy(settled, ({ outcome }) => JSON.stringify(toSettlement(outcome)));
  for (const group of groups.values()) {
    const [first] = group;
    if (!first) continue;
    const rows = group.map(({ event }) => event.row);
    await settle(tx, shopId, rows, toSettlement(first.outcome), now);
  }
}

/** Counts an attempt that came to nothing for these rows; they stay due as the lane allows. */
export async function recordFailedAttempt(
  tx: Transaction,
  shopId: ShopId,
  rows: readonly OutboxRow[],
  lastError: string,
): Promise<void> {
  await tx.outboxRow.updateMany({
    where: { shopId, id: { in: rows.map(({ id }) => id) }, state: "pending" satisfies OutboxState },
    data: { attempts: { increment: 1 }, lastError },
  });
}

/** Puts rows off that cannot be opened, so that they do not stand in the way of the others. */
export async function recordSealed(
  shopId: ShopId,
  row: OutboxRow,
  nextAttemptAt: Date,
): Promise<void> {
  await db.outboxRow.updateMany({
    where: { shopId, id: row.id, state: "pending" satisfies OutboxState },
    data: { nextAttemptAt, lastError: "sealed" },
  });
}

/** Takes rows out that may not be sent any more. */
export async function recordExpired(
  tx: Transaction,
  shopId: ShopId,
  rows: readonly OutboxRow[],
  reason: "expired" | "too_old",
  now: Date,
): Promise<void> {
  await settle(tx, shopId, rows, { state: "expired", reason }, now);
}

/** Stops everything of a shop that has not left. Nothing of a stopped event is kept. */
export async function recordStopped(
  tx: Transaction,
  shopId: ShopId,
  reason: "uninstalled",
  now: Date,
): Promise<void> {
  const open = { shopId, state: { in: [...OPEN_STATES] } };
  const stopped = { state: "skipped" satisfies OutboxState, reason, settledAt: now };
  await tx.outboxRow.updateMany({ where: open, data: { ...stopped, ...NOTHING_KEPT } });
  await tx.ledgerLine.updateMany({ where: open, data: stopped });
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
    where: { shopId, eventId: line.eventId, OR: stoppable },
    data: { ...stopped, ...NOTHING_KEPT },
  });
  await tx.ledgerLine.updateMany({ where: { shopId, orderId, OR: stoppable }, data: stopped });
}

/** Moves what waits for the merchant's hand, or goes on when it was lent. */
export async function recordHold(
  tx: Transaction,
  shopId: ShopId,
  move: { from: "pending"; to: "held" } | { from: "held"; to: "pending" },
  now: Date,
): Promise<void> {
  const where = { shopId, state: move.from };
  // Rows before lines, as everybody takes them: two that go opposite ways wait for one another forever.
  await tx.outboxRow.updateMany({
    where,
    data: { state: move.to, ...(move.to === "pending" ? { nextAttemptAt: now } : {}) },
  });
  await tx.ledgerLine.updateMany({ where, data: { state: move.to } });
}

/** An event as a row keeps it: what is hashed as JSON, what has to stay readable sealed. */
export function eventColumns(shopId: ShopId, { personal, ...stored }: ConversionEvent) {
  return columns(shopId, stored, personal);
}

/** A draft as a waiting row keeps it, in the same columns. */
export function draftColumns(shopId: ShopId, draft: Draft, personal: Personal) {
  return columns(shopId, draft, personal);
}

/** Click id, IP address, user agent and page of a row, as far as they are still kept. */
export function openPersonal(row: {
  shopId: string;
  eventId: string;
  sealed: string | null;
}): unknown {
  if (row.sealed === null) return {};
  return JSON.parse(unseal(row.sealed, sealContext(row.shopId, row.eventId)));
}

/** Where a row's sealed part belongs, so that it opens nowhere else. */
export function sealContext(shopId: string, eventId: string): string {
  return `outbox.sealed:${shopId}:${eventId}`;
}

/** Seals the open rows' sealed part with the first key. Run again, it finds nothing to do. */
export async function resealOutbox(isStale: (sealed: string) => boolean): Promise<number> {
  let count = 0;
  let after = 0n;
  for (;;) {
    const rows = await db.outboxRow.findMany({
      where: { id: { gt: after }, sealed: { not: null } },
      select: { id: true, shopId: true, eventId: true, sealed: true },
      orderBy: { id: "asc" },
      take: 500,
    });
    const last = rows.at(-1);
    if (!last) return count;
    after = last.id;
    for (const { id, shopId, eventId, sealed } of rows) {
      if (sealed === null || !isStale(sealed)) continue;
      const context = sealContext(shopId, eventId);
      const { count: changed } = await db.outboxRow.updateMany({
        where: { id, shopId, sealed },
        data: { sealed: seal(unseal(sealed, context), context) },
      });
      count += changed;
    }
  }
}

/** What is taken from a row that will never be sent. */
export const NOTHING_KEPT = { payload: Prisma.DbNull, sealed: null };

function columns(shopId: ShopId, stored: { eventId: string }, personal: Personal) {
  const payload: Prisma.InputJsonValue = JSON.parse(JSON.stringify(stored));
  const sealed = seal(JSON.stringify(personal), sealContext(shopId, stored.eventId));
  return { payload, sealed };
}

async function settle(
  tx: Transaction,
  shopId: ShopId,
  rows: readonly OutboxRow[],
  { state, reason, lastError, warning }: Settlement,
  now: Date,
): Promise<void> {
  if (rows.length === 0) return;
  const wasSent = state === "delivered" || state === "dead_letter";
  const moved = await tx.outboxRow.updateManyAndReturn({
    where: { shopId, id: { in: rows.map(({ id }) => id) }, state: "pending" satisfies OutboxState },
    data: {
      state,
      reason: reason ?? null,
      settledAt: now,
      ...(lastError === undefined ? {} : { lastError }),
      ...(warning === undefined ? {} : { warning }),
      ...(wasSent ? { attempts: { increment: 1 } } : {}),
    },
    select: { eventId: true },
  });
  await tx.ledgerLine.updateMany({
    where: { shopId, eventId: { in: moved.map(({ eventId }) => eventId) } },
    data: { state, reason: reason ?? null, settledAt: now },
  });
}

function toSettlement(outcome: DeliveryOutcome): Settlement {
  switch (outcome.kind) {
    case "delivered":
      return { state: "delivered", lastError: null, warning: outcome.warning ?? null };
    case "rejected":
      return { state: "dead_letter", lastError: outcome.reason };
  }
}

function openEvent(row: OutboxRow): DueEvent["event"] {
  const stored = parse(storedEventSchema, row.payload);
  if (stored.kind === "unreadable") return stored;
  const opened = openedOrNull(row);
  if (opened === null) return { kind: "sealed" };
  const personal = parse(personalSchema, opened);
  if (personal.kind === "unreadable") return personal;
  return { kind: "parsed", value: { ...stored.value, personal: personal.value } };
}

/** `null` where the key is missing. */
function openedOrNull(row: OutboxRow): unknown {
  try {
    return openPersonal(row);
  } catch (err) {
    if (!(err instanceof SealError)) throw err;
    log.error({ err, shopId: row.shopId, eventId: row.eventId }, "a sealed event does not open");
    return null;
  }
}
