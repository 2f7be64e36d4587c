import { verdictOfLine, type Counted, type Verdict } from "~/conversions/backfill";
import {
  lockBackfill,
  openBackfill,
  recordCounted,
  recordDone,
  recordFailure,
  recordFault,
  touchBackfill,
  type BackfillKey,
  type OpenBackfill,
} from "~/conversions/backfill-run.server";
import {
  listLedgerWords,
  recordUnreadableOrder,
  type LedgerWord,
  type RecordedOrder,
} from "~/conversions/record.server";
import { db, type Transaction } from "~/db.server";
import { exclusively } from "~/exclusive.server";
import type { EventId } from "~/ids";
import { log } from "~/log.server";
import { listErased } from "~/shops/erasure-mark.server";

import { decideOrder, type Decided } from "./decide-order.server";
import { findOrder, type OrderPage } from "./find-orders.server";
import { ERASED, foreseeOrder } from "./foresee-order.server";
import { digitsOf } from "./order";
import { openWalk, walkOrders, type Walk, type WalkWorld } from "./order-walk.server";
import { recordDecided } from "./record-order.server";

/** Most orders of a past week may have to be asked for whole, and a run stops between two pages. */
const PAGE_ORDERS = 25;

/** What became of a run's turn; a word for the log. */
export type Backfilled =
  | "done"
  /** Out of time, or the process stops: it goes on where it stopped. */
  | "unfinished"
  /** Another run of this shop is under way, a backfill or a reconciliation. */
  | "busy"
  /** Not installed, without a session, or without a connection: the run has failed. */
  | "not_connected"
  /** The run is over: cancelled, or done by somebody else. */
  | "over";

/** One turn of a run. */
type Turn = {
  key: BackfillKey;
  run: OpenBackfill;
  walk: Walk;
  /** The events that a check said would be sent: a second order of one checkout would send none. */
  foreseen: Set<EventId>;
};

/**
 * Goes on with a run over a shop's past orders: tells what would become of each or, where it is to send,
 * does it, by the same steps. An order is counted in the transaction that records it, so a run that was
 * killed goes on with neither a gap nor an order counted twice. At most one run of a shop is under way,
 * over all workers, and none beside a reconciliation.
 */
export async function backfillShop(key: BackfillKey, world: WalkWorld): Promise<Backfilled> {
  const result = await exclusively(`reconciliation:${key.shopId}`, () => run(key, world));
  log.info({ ...key, result }, "took a turn of a backfill");
  return result;
}

async function run(key: BackfillKey, world: WalkWorld): Promise<Backfilled> {
  const opened = await openBackfill(key, world.now());
  if (!opened) return "over";
  try {
    const walk = await openWalk(key.shopId, world);
    if (!walk) {
      await recordFailure(key, "not_connected", world.now());
      return "not_connected";
    }
    return await walkThrough({ key, run: opened, walk, foreseen: new Set() });
  } catch (fault) {
    await recordFault(key, world.now());
    throw fault;
  }
}

async function walkThrough(turn: Turn): Promise<Backfilled> {
  const { key, run, walk } = turn;
  let seen = run.seen;
  const result = await walkOrders(walk, { ...run, first: PAGE_ORDERS }, async (page) => {
    const counted = await countPage(turn, page, seen);
    if (counted.kind !== "counted") return counted.kind;
    seen = counted.seen;
    return walk.isOver() ? "unfinished" : "go_on";
  });
  if (result === "done") await recordDone(key, walk.now());
  return result;
}

/** Looks at the orders of a page, and notes where the next one begins. */
async function countPage(
  turn: Turn,
  page: OrderPage,
  before: number,
): Promise<{ kind: "counted"; seen: number } | { kind: "unfinished" | "over" }> {
  const { key, run, walk } = turn;
  const orderIds = page.orders.map(({ id }) => digitsOf(id));
  const words = await listLedgerWords(key.shopId, orderIds, "backfill");
  const erased = await listErased(db, key.shopId, "order", orderIds);
  /** What is not counted yet: it left nothing behind that would tell it from an order not looked at. */
  const uncounted: Counted[] = [];
  let seen = before;
  for (const { id, createdAt } of page.orders) {
    if (walk.stopping.aborted) return { kind: "unfinished" };
    const orderId = digitsOf(id);
    const word = words.get(orderId);
    if (isOfThisRun(word, run)) continue;
    seen += 1;
    if (erased.has(orderId)) uncounted.push({ orderId, orderName: null, verdict: ERASED });
    else if (word?.isLast) uncounted.push(lookedUp(orderId, word));
    else {
      const found = await lookAt(turn, id, word);
      const left = run.kind === "check" ? found.counted : await recordFound(turn, found);
      if (left === "over") return { kind: "over" };
      if (left !== "counted") uncounted.push(left);
    }
    if (!(await touchBackfill(key, { seen, reachedAt: createdAt }, walk.now()))) {
      return { kind: "over" };
    }
  }
  const isOpen = await db.$transaction((tx) =>
    recordCounted(tx, key, uncounted, walk.now(), page.next),
  );
  return isOpen ? { kind: "counted", seen } : { kind: "over" };
}

/** A killed turn of this run recorded and counted it. */
function isOfThisRun(word: LedgerWord | undefined, { kind, startedAt }: OpenBackfill): boolean {
  return kind === "send" && word?.receivedBy === "backfill" && word.receivedAt >= startedAt;
}

function lookedUp(orderId: string, { orderName, reason, state }: LedgerWord): Counted {
  return { orderId, orderName, verdict: verdictOfLine(state, reason) };
}

/** An order that was asked for whole, and what would record it. */
type Found = {
  counted: Counted;
  record: (tx: Transaction) => Promise<RecordedOrder>;
};

async function lookAt(turn: Turn, id: string, word: LedgerWord | undefined): Promise<Found> {
  const { ask, now, shop } = turn.walk;
  const orderId = digitsOf(id);
  const found = await findOrder(ask, shop.scopes, id);
  if (!found) {
    const counted: Counted = { orderId, orderName: null, verdict: { outcome: "gone" } };
    return { counted, record: async () => "already_recorded" };
  }
  if (found.kind === "unreadable") {
    const line = { orderId, receivedBy: "backfill" as const, receivedAt: now() };
    const verdict: Verdict = { outcome: "skip", reasons: ["unreadable_order"] };
    return {
      counted: { orderId, orderName: word?.orderName ?? null, verdict },
      record: (tx) => recordUnreadableOrder(tx, shop.id, line),
    };
  }
  const decided = await decideOrder(shop, found.value, "backfill", now());
  const verdict = await weigh(turn, decided, word);
  return {
    counted: { orderId, orderName: decided.order.orderName, verdict },
    record: (tx) => recordDecided(tx, shop, decided),
  };
}

/** What recording the order would come to, beside what the run foresaw of others. */
async function weigh(
  { key: { shopId }, foreseen, walk }: Turn,
  decided: Decided,
  word: LedgerWord | undefined,
): Promise<Verdict> {
  const verdict = await foreseeOrder(shopId, decided, word, walk.now());
  const { decision } = decided.order;
  if (verdict.outcome !== "send" || decision.kind !== "send") return verdict;
  const { eventId } = decision.event;
  if (foreseen.has(eventId)) return { outcome: "under_way" };
  foreseen.add(eventId);
  return verdict;
}

/** Records an order and counts it, both or neither. What changed nothing is counted with its page. */
async function recordFound(
  { key, walk }: Turn,
  { counted, record }: Found,
): Promise<Counted | "counted" | "over"> {
  const recorded = await db.$transaction(async (tx) => {
    if (!(await lockBackfill(tx, key))) return "over";
    const result = await record(tx);
    if (result === "recorded") await recordCounted(tx, key, [counted], walk.now());
    return result;
  });
  switch (recorded) {
    case "recorded":
      return "counted";
    case "over":
      return "over";
    case "erased":
      return { ...counted, orderName: null, verdict: ERASED };
    case "already_recorded":
      // Somebody else was quicker.
      if (counted.verdict.outcome === "send")
        return { ...counted, verdict: { outcome: "under_way" } };
      return counted;
  }
}
