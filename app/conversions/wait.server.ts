import type { OutboxRow } from "@prisma/client";

import { db, type Transaction } from "~/db.server";
import { SealError } from "~/errors";
import { toEventId, toShopId, type ShopId } from "~/ids";
import { log } from "~/log.server";
import { countEvents } from "~/metrics.server";
import { parse } from "~/parse";
import { enqueue } from "~/queue.server";
import { findLane } from "~/shops/connection.server";
import { toSendingMode } from "~/shops/sending";
import type { Shop } from "~/shops/shop";
import { findShopById } from "~/shops/shop.server";

import { decide, recordConsent, type Decision, type Given } from "./decision";
import { draftSchema } from "./draft";
import { personalSchema, type Personal } from "./event";
import { ensureLane } from "./lane.server";
import type { OutboxState } from "./outbox";
import { eventColumns, NOTHING_KEPT, openPersonal, shadowColumns, withJson } from "./outbox.server";
import { givenByShop } from "./shop-given";
import type { SkipReason } from "./skip-reason";
import { findSeen, lockEvent, toSnapshot, type SeenCheckout } from "./snapshot-row.server";

const WAITING = "waiting" satisfies OutboxState;

/** Orders that one run decides before it looks again whether it is still wanted. */
const BATCH_ROWS = 500;

/**
 * Decides the order that waits under this event id, with what is known now: `waiting` becomes `pending`,
 * with the lane woken, `skipped`, or `shadowed` where it was recorded in shadow mode. Where nothing waits, because it was stopped, or whoever came first
 * decided, nothing changes.
 *
 * The order came while the shop was connected, so without a connection it is held for the next one, as
 * are those that were decided at once.
 */
export async function decideWaiting(
  tx: Transaction,
  shop: Shop,
  eventId: string,
  now: Date,
): Promise<"decided" | "not_waiting"> {
  const { id: shopId } = shop;
  await lockEvent(tx, shopId, eventId);
  const row = await tx.outboxRow.findFirst({
    where: { shopId, eventId, eventName: "checkout", state: WAITING },
  });
  if (!row) return "not_waiting";
  const seen = await findSeen(tx, shopId, toEventId(eventId));
  const given = toGiven(shop, row, seen, now);
  const decision = given && decide(given);
  const isSend = decision?.kind === "send";
  const moved = isSend
    ? await moveToLane(tx, shopId, row, decision, seen, now)
    : await settle(tx, shopId, row, decision, now);
  if (!moved) return "not_waiting";

  await tx.ledgerLine.updateMany({
    where: { shopId, eventId, state: WAITING },
    data: {
      ...moved,
      ...(given && { consent: recordConsent(given) }),
      browserSeen: seen.taken !== null,
    },
  });
  const reasons = decision?.kind === "skip" ? decision.reasons : undefined;
  const hasSnapshot = seen.taken !== null;
  log.info({ shopId, eventId, ...moved, reasons, hasSnapshot }, "decided an order that waited");
  return "decided";
}

/**
 * Decides a shop's orders whose grace is over, the one that has waited longest first, each in a
 * transaction of its own, and wakes itself for those that still wait.
 */
export async function endGrace(shopId: ShopId, now: Date): Promise<void> {
  const shop = await findShopById(shopId);
  if (!shop) return;
  const waiting = { shopId, state: WAITING };
  const rows = await db.outboxRow.findMany({
    where: { ...waiting, nextAttemptAt: { lte: now } },
    orderBy: { nextAttemptAt: "asc" },
    select: { eventId: true },
    take: BATCH_ROWS,
  });
  for (const { eventId } of rows) {
    await db.$transaction((tx) => decideWaiting(tx, shop, eventId, now));
  }
  const next = await db.outboxRow.findFirst({
    where: waiting,
    orderBy: { nextAttemptAt: "asc" },
    select: { nextAttemptAt: true },
  });
  if (next) await db.$transaction((tx) => wakeAtGraceEnd(tx, shopId, next.nextAttemptAt));
}

/** Sees to it that a shop's waiting orders are decided at this instant. */
export async function wakeAtGraceEnd(tx: Transaction, shopId: ShopId, at: Date): Promise<void> {
  await enqueue(tx, "end-grace", { shopId }, at);
}

/** Shops with orders whose grace is over and that nobody decided: a wake-up was lost, or a worker died. */
export async function listOverdueShops(now: Date): Promise<ShopId[]> {
  const shops = await db.$queryRaw<{ id: string }[]>`
    SELECT s.id FROM shops s
     WHERE s."pixelSeenAt" IS NOT NULL
       AND EXISTS (SELECT FROM outbox o
                    WHERE o."shopId" = s.id AND o.state = 'waiting' AND o."nextAttemptAt" <= ${now})`;
  return shops.map(({ id }) => toShopId(id));
}

/** `null` where the draft is not one that this version wrote, and cannot be decided. */
function toGiven(shop: Shop, row: OutboxRow, seen: SeenCheckout, now: Date): Given | null {
  const draft = parse(draftSchema, row.payload);
  if (draft.kind === "unreadable") {
    const { shopId, eventId } = row;
    log.error({ shopId, eventId, fields: draft.fields }, "stored draft unreadable");
    return null;
  }
  return {
    draft: draft.value,
    personal: openedOrNone(row),
    snapshot: toSnapshot(seen),
    ...givenByShop(shop, now),
    now,
    isConnected: true,
  };
}

/** An order of which the browser's part cannot be opened still goes with what is hashed. */
function openedOrNone(row: OutboxRow): Personal {
  try {
    const personal = parse(personalSchema, openPersonal(row));
    if (personal.kind === "parsed") return personal.value;
  } catch (err) {
    if (!(err instanceof SealError)) throw err;
  }
  log.error(
    { shopId: row.shopId, eventId: row.eventId },
    "a waiting order's browser does not open",
  );
  return {};
}

/** What a move writes to the ledger line; `null` where somebody else moved the row first. */
type Moved = {
  eventId?: string;
  state: string;
  reason?: string | null;
  settledAt?: Date | null;
} | null;

async function settle(
  tx: Transaction,
  shopId: ShopId,
  row: OutboxRow,
  decision: (Decision & { kind: "skip" }) | null,
  now: Date,
): Promise<Moved> {
  const settled: { state: OutboxState; reason: SkipReason | null; settledAt: Date } =
    decision === null
      ? { state: "dead_letter", reason: null, settledAt: now }
      : { state: "skipped", reason: decision.reasons[0], settledAt: now };
  const { count } = await tx.outboxRow.updateMany({
    where: { shopId, id: row.id, state: WAITING },
    data:
      decision === null
        ? { ...settled, lastError: "unreadable_event" }
        : { ...settled, ...NOTHING_KEPT },
  });
  if (count === 0) return null;
  countEvents(settled.state, 1);
  return settled;
}

async function moveToLane(
  tx: Transaction,
  shopId: ShopId,
  row: OutboxRow,
  { event }: Decision & { kind: "send" },
  seen: SeenCheckout,
  now: Date,
): Promise<Moved> {
  // The mode in which it was recorded, whatever the shop's is by now.
  const isShadow = toSendingMode(row.sending) === "shadow";
  const lane = isShadow ? null : await findLane(shopId, tx);
  const sentState: OutboxState = lane?.state === "connected" ? "pending" : "held";
  const state: OutboxState = isShadow ? "shadowed" : sentState;
  const settledAt = isShadow ? now : null;
  const { eventId } = event;
  const other = eventId === row.eventId ? null : await findRow(tx, shopId, eventId);
  if (other) {
    // In coexistence, two checkouts that name one event of the other pixel are one act.
    const { count } = await tx.outboxRow.deleteMany({
      where: { shopId, id: row.id, state: WAITING },
    });
    return count === 0 ? null : other;
  }
  const { count } = await tx.outboxRow.updateMany({
    where: { shopId, id: row.id, state: WAITING },
    data: {
      eventId,
      state,
      settledAt,
      ...withJson(isShadow ? shadowColumns(event) : eventColumns(shopId, event)),
      nextAttemptAt: now,
      browserSent: row.browserSent || seen.browserSentAt !== null,
    },
  });
  if (count === 0) return null;
  if (lane && state === "pending") {
    const key = { shopId, ...lane.key };
    await ensureLane(tx, key);
    await enqueue(tx, "deliver-lane", key);
  }
  return { eventId, state, settledAt };
}

function findRow(tx: Transaction, shopId: ShopId, eventId: string) {
  return tx.outboxRow.findUnique({
    where: { shopId_eventId_eventName: { shopId, eventId, eventName: "checkout" } },
    select: { eventId: true, state: true, reason: true, settledAt: true },
  });
}
