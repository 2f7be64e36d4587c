import { Prisma } from "@prisma/client";

import { db, type Transaction } from "~/db.server";
import type { EventId, ShopId } from "~/ids";
import { isErased, readMarker, type Marker } from "~/shops/erasure-mark.server";
import type { SendingMode } from "~/shops/sending";

import type { ConsentRecord } from "./consent";
import { uncount } from "./count-figures.server";
import type { Decision } from "./decision";
import type { Draft } from "./draft";
import type { Personal } from "./event";
import { RECEIVED_BY, type ReceivedBy } from "./ledger";
import { OUTBOX_STATES, type OutboxState } from "./outbox";
import { draftColumns, eventColumns, shadowColumns, withJson } from "./outbox.server";
import { SKIP_REASONS, type SkipReason } from "./skip-reason";

/** Left open until the browser's snapshot is there, or time is up. */
export type Wait = { kind: "wait"; personal: Personal; until: Date };

/** An act with what was decided of it, or that it has to wait. */
export type DecidedAct = {
  receivedAt: Date;
  draft: Draft;
  decision: Decision | Wait;
  browser: {
    /** The pixel took a snapshot of the checkout. */
    isSeen: boolean;
    /** The browser sent the event itself. */
    isSent: boolean;
  };
  /** The connection needs the merchant: what is to be sent waits for that. */
  isHeld: boolean;
  /** The mode in which it is recorded, which it keeps. */
  sending: SendingMode;
};

/** An order with what was decided of it, or that it has to wait. */
export type DecidedOrder = DecidedAct & {
  orderId: string;
  /** What the merchant calls it. */
  orderName: string | null;
  receivedBy: ReceivedBy;
  /** The part that consent had in the decision; `null` while that is open. */
  consent: ConsentRecord | null;
};

/** An order that does not fit the schema. */
export type UnreadableOrder = Pick<DecidedOrder, "orderId" | "receivedBy" | "receivedAt">;

/** What became of an order; `erased`: its customer was, and it is recorded no more. */
export type RecordedOrder = "recorded" | "already_recorded" | "erased";

/**
 * Writes an order's ledger line and its event's outbox row. The same order again changes nothing, but for
 * what is said at {@link REOPENED}. A second order of one checkout has the first one's event, and its
 * line says what became of that.
 *
 * @returns `recorded` where there now is an event to deliver or a new reason not to; `erased` where the
 * customer was erased, of whose order nothing is recorded any more.
 */
export async function recordOrder(
  tx: Transaction,
  shopId: ShopId,
  order: DecidedOrder,
): Promise<RecordedOrder> {
  const marker = await readMarker(tx, shopId);
  const marks = [marker("order", order.orderId), marker("event", eventOf(order).eventId)];
  if (await isErased(tx, shopId, marks)) return "erased";

  const { consent, ...rest } = ledgerLine(shopId, marker, order);
  const line = { ...rest, consent: consent ?? Prisma.DbNull };
  const { count } = await tx.ledgerLine.createMany({ data: [line], skipDuplicates: true });
  if (count === 0 && !(await reopen(tx, shopId, order, line))) return "already_recorded";
  const row = withJson(outboxRow(shopId, order));
  const written = await tx.outboxRow.createMany({ data: [row], skipDuplicates: true });
  if (written.count === 0) await followEvent(tx, shopId, order);
  return "recorded";
}

/**
 * Records that an order could not be read, so that its absence has an answer. Of an order whose customer
 * was erased nothing is recorded, and one that has a line keeps it.
 */
export async function recordUnreadableOrder(
  tx: Transaction,
  shopId: ShopId,
  order: UnreadableOrder,
): Promise<RecordedOrder> {
  const marker = await readMarker(tx, shopId);
  if (await isErased(tx, shopId, [marker("order", order.orderId)])) return "erased";
  const { count } = await tx.ledgerLine.createMany({
    data: [unreadableLine(shopId, order)],
    skipDuplicates: true,
  });
  return count === 0 ? "already_recorded" : "recorded";
}

/** The line of an order that could not be read. */
export function unreadableLine(
  shopId: ShopId,
  { orderId, receivedAt, receivedBy }: UnreadableOrder,
) {
  return {
    shopId,
    orderId,
    receivedBy,
    state: "skipped" satisfies OutboxState,
    reason: "unreadable_order" satisfies SkipReason,
    receivedAt,
    settledAt: receivedAt,
  };
}

/** What the ledger says of an order. */
export type LedgerWord = {
  orderName: string | null;
  state: OutboxState;
  reason: SkipReason | null;
  receivedBy: ReceivedBy;
  receivedAt: Date;
  /** Nothing that {@link recordOrder} could be given through this door would change it. */
  isLast: boolean;
};

/** What the ledger says of these orders, by order id; nothing of those that it does not know. */
export async function listLedgerWords(
  shopId: ShopId,
  orderIds: readonly string[],
  door: ReceivedBy,
): Promise<ReadonlyMap<string, LedgerWord>> {
  const lines = await db.ledgerLine.findMany({
    where: { shopId, orderId: { in: [...orderIds] } },
    select: {
      ...{ orderId: true, orderName: true, state: true, reason: true },
      ...{ receivedBy: true, receivedAt: true },
    },
  });
  return new Map(
    lines.map(({ orderId, orderName, receivedAt, ...line }) => {
      const { state, reason } = readWord(line);
      const isLast = !isReopened(line, door);
      const receivedBy = RECEIVED_BY.find((known) => known === line.receivedBy) ?? "webhook";
      return [orderId, { orderName, state, reason, receivedBy, receivedAt, isLast }];
    }),
  );
}

/** What became of a checkout's event; `null` where there is none of this id. */
export async function findEventWord(
  shopId: ShopId,
  eventId: EventId,
): Promise<Pick<LedgerWord, "state" | "reason"> | null> {
  const row = await db.outboxRow.findUnique({
    where: { shopId_eventId_eventName: { shopId, eventId, eventName: "checkout" } },
    select: { state: true, reason: true },
  });
  return row && readWord(row);
}

function readWord(stored: {
  state: string;
  reason: string | null;
}): Pick<LedgerWord, "state" | "reason"> {
  return {
    state: OUTBOX_STATES.find((known) => known === stored.state) ?? "pending",
    reason: SKIP_REASONS.find((known) => known === stored.reason) ?? null,
  };
}

/** Whether a word on an order that comes through this door may replace its line. */
export function isReopened(
  { state, reason }: { state: string; reason: string | null },
  door: ReceivedBy,
): boolean {
  const isSkipped = state === ("skipped" satisfies OutboxState);
  return isSkipped && REOPENED[door].some((open) => open === reason);
}

/** What an order may be skipped for until a later word: it could not be read, or was not paid yet. */
const REOPENED_ALWAYS = ["unreadable_order", "not_paid"] as const satisfies SkipReason[];

/**
 * What an order may be skipped for until it comes through this door and can be sent. A merchant who asks
 * for past orders has perhaps connected Pinterest or switched a channel on since; a shopper's choice is
 * never weighed a second time.
 */
const REOPENED: Readonly<Record<ReceivedBy, readonly SkipReason[]>> = {
  webhook: REOPENED_ALWAYS,
  reconciliation: REOPENED_ALWAYS,
  backfill: [...REOPENED_ALWAYS, "channel_disabled", "not_connected", "uninstalled"],
  ingest: REOPENED_ALWAYS,
};

const UNSETTLED = { eventName: true, state: true, browserSent: true, settledAt: true } as const;

/** Makes way for a better word on an order; says whether there was a line to make way. */
async function reopen(
  tx: Transaction,
  shopId: ShopId,
  order: DecidedOrder,
  { orderId, ...line }: Prisma.LedgerLineCreateManyInput,
): Promise<boolean> {
  const isReported = order.decision.kind !== "skip";
  const { count } = await tx.ledgerLine.updateMany({
    where: {
      shopId,
      orderId,
      state: "skipped" satisfies OutboxState,
      reason: { in: isReported ? [...REOPENED[order.receivedBy]] : ["unreadable_order"] },
    },
    data: line,
  });
  if (count === 0) return false;
  const where = {
    shopId,
    eventId: order.draft.eventId,
    eventName: order.draft.eventName,
    state: "skipped" satisfies OutboxState,
  };
  const rows = await tx.outboxRow.findMany({ where, select: UNSETTLED });
  await tx.outboxRow.deleteMany({ where });
  await uncount(tx, shopId, rows);
  return true;
}

/** The event was there before this order: nobody will settle the line, so it takes the row's word. */
async function followEvent(tx: Transaction, shopId: ShopId, order: DecidedOrder): Promise<void> {
  if (order.decision.kind === "skip") return;
  const { eventId, eventName } = eventOf(order);
  const row = await tx.outboxRow.findUnique({
    where: { shopId_eventId_eventName: { shopId, eventId, eventName } },
    select: { state: true, reason: true, settledAt: true },
  });
  if (!row) return;
  await tx.ledgerLine.updateMany({ where: { shopId, orderId: order.orderId }, data: row });
}

/** The line of a decided order. */
export function ledgerLine(shopId: ShopId, marker: Marker, order: DecidedOrder) {
  const { draft, receivedAt, receivedBy } = order;
  return {
    shopId,
    orderId: order.orderId,
    orderName: order.orderName,
    eventId: eventOf(order).eventId,
    receivedBy,
    browserSeen: order.browser.isSeen,
    ...stateOf(order),
    consent: order.consent,
    value: draft.customData.value ?? null,
    currency: draft.customData.currency ?? null,
    matchKeys: Object.keys(draft.userData),
    occurredAt: draft.occurredAt,
    receivedAt,
    settledAt: isSettled(order) ? receivedAt : null,
    customerMarks: customerMarks(marker, order),
  };
}

/** By which an erasure finds the order: the customer id and the email. */
function customerMarks(marker: Marker, { draft: { userData } }: DecidedOrder): string[] {
  const hashes = [...(userData.externalId ?? []), ...(userData.em ?? [])];
  return hashes.map((hash) => marker("customer", hash));
}

/** The outbox row of a decided act's event. */
export function outboxRow(shopId: ShopId, act: DecidedAct | DecidedOrder) {
  const { decision, receivedAt } = act;
  const { eventId, eventName, occurredAt } = eventOf(act);
  return {
    shopId,
    eventId,
    eventName,
    ...stateOf(act),
    ...keptOf(shopId, act),
    browserSent: act.browser.isSent,
    sending: act.sending,
    isOrder: "orderId" in act,
    occurredAt,
    nextAttemptAt: decision.kind === "wait" ? decision.until : receivedAt,
    createdAt: receivedAt,
    settledAt: isSettled(act) ? receivedAt : null,
  };
}

/** Whether there is an event that a worker may send now. */
export function isToBeSent({ decision, isHeld, sending }: DecidedAct): boolean {
  return decision.kind === "send" && !isHeld && sending !== "shadow";
}

/**
 * Whether the browser may say more of a checkout than was known when it was decided. Whoever records it then
 * holds the event's lock and looks once more: a word that comes at the same moment finds no row to tell.
 *
 * @param hasPixel whether the shop's pixel ever spoke.
 */
export function mayHearMore({ browser, decision }: DecidedAct, hasPixel: boolean): boolean {
  return decision.kind === "wait" || (hasPixel && !(browser.isSeen && browser.isSent));
}

/** Skipped, or kept for comparison only. */
function isSettled({ decision, sending }: DecidedAct): boolean {
  return decision.kind === "skip" || (decision.kind === "send" && sending === "shadow");
}

/** A skipped event is never sent, so nothing of it is kept. */
function keptOf(shopId: ShopId, { decision, draft, sending }: DecidedAct) {
  switch (decision.kind) {
    case "send":
      return sending === "shadow"
        ? shadowColumns(decision.event)
        : eventColumns(shopId, decision.event);
    case "wait":
      return draftColumns(shopId, draft, decision.personal);
    case "skip":
      return { payload: null, sealed: null, parts: null };
  }
}

/** The decision may rename the event: in coexistence it goes under the other pixel's id. */
export function eventOf({ decision, draft }: DecidedAct) {
  return decision.kind === "send" ? decision.event : draft;
}

function stateOf({ decision, isHeld, sending }: DecidedAct): {
  state: OutboxState;
  reason: SkipReason | null;
} {
  if (decision.kind === "skip") return { state: "skipped", reason: decision.reasons[0] };
  if (decision.kind === "wait") return { state: "waiting", reason: null };
  if (sending === "shadow") return { state: "shadowed", reason: null };
  return { state: isHeld ? "held" : "pending", reason: null };
}
