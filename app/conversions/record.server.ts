import { Prisma } from "@prisma/client";

import { db, type Transaction } from "~/db.server";
import type { ShopId } from "~/ids";
import { isErased, readMarker, type Marker } from "~/shops/erasure-mark.server";

import type { ConsentRecord } from "./consent";
import type { Decision, SkipReason } from "./decision";
import type { Draft } from "./draft";
import type { Personal } from "./event";
import type { ReceivedBy } from "./ledger";
import type { OutboxState } from "./outbox";
import { draftColumns, eventColumns } from "./outbox.server";

/** Left open until the browser's snapshot is there, or time is up. */
export type Wait = { kind: "wait"; personal: Personal; until: Date };

/** An order with what was decided of it, or that it has to wait. */
export type DecidedOrder = {
  orderId: string;
  /** What the merchant calls it. */
  orderName: string | null;
  receivedBy: ReceivedBy;
  receivedAt: Date;
  draft: Draft;
  decision: Decision | Wait;
  /** The part that consent had in the decision; `null` while that is open. */
  consent: ConsentRecord | null;
  browser: {
    /** The pixel took a snapshot of the checkout. */
    isSeen: boolean;
    /** The browser sent the event itself. */
    isSent: boolean;
  };
  /** The connection needs the merchant: what is to be sent waits for that. */
  isHeld: boolean;
};

/** What became of an order; `erased`: its customer was, and it is recorded no more. */
export type RecordedOrder = "recorded" | "already_recorded" | "erased";

/**
 * Writes an order's ledger line and its event's outbox row. The same order again changes nothing, with
 * two exceptions: an order that was skipped because it was not paid is taken up when it now is, and one
 * that could not be read is replaced by what is read now. A second order of one checkout has the first
 * one's event, and its line says what became of that.
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

  const line = { ...ledgerLine(shopId, order), customerMarks: customerMarks(marker, order) };
  const { count } = await tx.ledgerLine.createMany({ data: [line], skipDuplicates: true });
  if (count === 0 && !(await reopen(tx, shopId, order, line))) return "already_recorded";
  const row = outboxRow(shopId, order);
  const written = await tx.outboxRow.createMany({ data: [row], skipDuplicates: true });
  if (written.count === 0) await followEvent(tx, shopId, order);
  return "recorded";
}

/**
 * Records that an order could not be read, so that its absence has an answer. Of an order whose customer
 * was erased nothing is recorded.
 */
export async function recordUnreadableOrder(
  tx: Transaction,
  shopId: ShopId,
  order: { orderId: string; receivedBy: ReceivedBy; receivedAt: Date },
): Promise<void> {
  const { orderId, receivedAt, receivedBy } = order;
  const marker = await readMarker(tx, shopId);
  if (await isErased(tx, shopId, [marker("order", orderId)])) return;
  await tx.ledgerLine.createMany({
    data: [
      {
        shopId,
        orderId,
        receivedBy,
        state: "skipped" satisfies OutboxState,
        reason: "unreadable_order",
        receivedAt,
        settledAt: receivedAt,
      },
    ],
    skipDuplicates: true,
  });
}

/**
 * Which of these orders the ledger has its last word on: nothing that {@link recordOrder} could be given
 * would change it.
 */
export async function listKnownOrders(
  shopId: ShopId,
  orderIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const lines = await db.ledgerLine.findMany({
    where: { shopId, orderId: { in: [...orderIds] } },
    select: { orderId: true, state: true, reason: true },
  });
  const known = lines.filter(
    ({ state, reason }) =>
      state !== ("skipped" satisfies OutboxState) || !REOPENED.some((open) => open === reason),
  );
  return new Set(known.map(({ orderId }) => orderId));
}

/** What an order may be skipped for until a later word: it could not be read, or was not paid yet. */
const REOPENED = ["unreadable_order", "not_paid"] satisfies SkipReason[];

/** Makes way for a better word on an order; says whether there was a line to make way. */
async function reopen(
  tx: Transaction,
  shopId: ShopId,
  order: DecidedOrder,
  { orderId, ...line }: Prisma.LedgerLineCreateManyInput,
): Promise<boolean> {
  const isToBeSent = order.decision.kind !== "skip";
  const { count } = await tx.ledgerLine.updateMany({
    where: {
      shopId,
      orderId,
      state: "skipped" satisfies OutboxState,
      reason: { in: isToBeSent ? REOPENED : ["unreadable_order"] },
    },
    data: line,
  });
  if (count === 0) return false;
  await tx.outboxRow.deleteMany({
    where: { shopId, eventId: order.draft.eventId, state: "skipped" satisfies OutboxState },
  });
  return true;
}

/** The event was there before this order: nobody will settle the line, so it takes the row's word. */
async function followEvent(tx: Transaction, shopId: ShopId, order: DecidedOrder): Promise<void> {
  if (order.decision.kind === "skip") return;
  const { eventId } = eventOf(order);
  const row = await tx.outboxRow.findUnique({
    where: { shopId_eventId: { shopId, eventId } },
    select: { state: true, reason: true, settledAt: true },
  });
  if (!row) return;
  await tx.ledgerLine.updateMany({ where: { shopId, orderId: order.orderId }, data: row });
}

function ledgerLine(shopId: ShopId, order: DecidedOrder) {
  const { decision, draft, receivedAt, receivedBy } = order;
  return {
    shopId,
    orderId: order.orderId,
    orderName: order.orderName,
    eventId: eventOf(order).eventId,
    receivedBy,
    browserSeen: order.browser.isSeen,
    ...stateOf(order),
    consent: order.consent ?? Prisma.DbNull,
    value: draft.customData.value ?? null,
    currency: draft.customData.currency ?? null,
    matchKeys: Object.keys(draft.userData),
    occurredAt: draft.occurredAt,
    receivedAt,
    settledAt: decision.kind === "skip" ? receivedAt : null,
  };
}

/** By which an erasure finds the order: the customer id and the email. */
function customerMarks(marker: Marker, { draft: { userData } }: DecidedOrder): string[] {
  const hashes = [...(userData.externalId ?? []), ...(userData.em ?? [])];
  return hashes.map((hash) => marker("customer", hash));
}

function outboxRow(shopId: ShopId, order: DecidedOrder): Prisma.OutboxRowCreateManyInput {
  const { decision, receivedAt } = order;
  const { eventId, eventName, occurredAt } = eventOf(order);
  return {
    shopId,
    eventId,
    eventName,
    ...stateOf(order),
    ...keptOf(shopId, order),
    browserSent: order.browser.isSent,
    occurredAt,
    nextAttemptAt: decision.kind === "wait" ? decision.until : receivedAt,
    createdAt: receivedAt,
    settledAt: decision.kind === "skip" ? receivedAt : null,
  };
}

/** A skipped event is never sent, so nothing of it is kept. */
function keptOf(shopId: ShopId, { decision, draft }: DecidedOrder) {
  switch (decision.kind) {
    case "send":
      return eventColumns(shopId, decision.event);
    case "wait":
      return draftColumns(shopId, draft, decision.personal);
    case "skip":
      return {};
  }
}

/** The decision may rename the event: in coexistence it goes under the other pixel's id. */
function eventOf({ decision, draft }: DecidedOrder) {
  return decision.kind === "send" ? decision.event : draft;
}

function stateOf({ decision, isHeld }: DecidedOrder): {
  state: OutboxState;
  reason: SkipReason | null;
} {
  if (decision.kind === "skip") return { state: "skipped", reason: decision.reasons[0] };
  if (decision.kind === "wait") return { state: "waiting", reason: null };
  return { state: isHeld ? "held" : "pending", reason: null };
}
