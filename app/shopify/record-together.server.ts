import {
  findKnownOrders,
  recordNewOrders,
  type KnownOrder,
  type NewOrder,
  type RecordedNew,
} from "~/conversions/record-new.server";
import { eventOf, isReopened, isToBeSent } from "~/conversions/record.server";
import { eventKey, findSeenEvents, lockEvents, UNSEEN } from "~/conversions/snapshot-row.server";
import { ensureLanes } from "~/conversions/lane.server";
import { inSql, type SqlTransaction } from "~/db.server";
import type { ShopId } from "~/ids";
import type { Parsed } from "~/parse";
import { enqueueAll } from "~/queue.server";
import { receiptKey, recordReceipts, takeBackReceipts } from "~/shops/receipt.server";
import { lockShops, type ShopAtDoor } from "~/shops/shop-at-door.server";

import { draftOrder, weighOrder, type Decided, type DraftedOrder } from "./decide-order.server";
import type { ShopifyOrder } from "./order";
import {
  CANCELLED_TOPIC,
  idOfUnreadable,
  isRecordedTopic,
  type RecordedWebhook,
} from "./order-webhook";
import { receiptOf, type Webhook } from "./webhook.server";

/** An order webhook at the door. */
export type Arrival = { webhook: Webhook; parsed: Parsed<ShopifyOrder>; now: Date };

/** What came of a webhook that was recorded together with others. */
export type RecordedTogether =
  | { kind: "done"; shopId: ShopId; recorded: RecordedWebhook; decided: Decided | null }
  /** Nothing was written: the same order came at the same moment. The next look finds it. */
  | { kind: "again" }
  /** Nothing was written: it changes rows that are there, or its shop needs a closer look. */
  | { kind: "alone" };

/**
 * Records order webhooks of many shops in one transaction of few statements, and wakes their lanes. It
 * only inserts; what needs more is left, with a word on how to go on. A webhook's receipt, line and row
 * are written together or not at all.
 *
 * Everybody who records takes receipts first, then events, lines, rows, lanes and jobs, here each kind in
 * the order of its key, so that no two of them wait for one another.
 */
export function recordTogether(arrivals: readonly Arrival[]): Promise<RecordedTogether[]> {
  return inSql(async (sql) => {
    const fates: Fates = new Map();
    const guests = await admit(sql, arrivals, fates);
    const asking = guests.filter(isAsking);
    // Neither needs the other's answer, so they go out together.
    const [receipts, known] = await Promise.all([
      recordReceipts(sql, guests.map(receiptOfGuest)),
      findKnown(sql, asking),
    ]);
    const fresh = takeFresh(guests, receipts, fates);
    const unknown = takeUnknown(fresh, known, fates);
    const settled = await takeSettled(sql, unknown, fates);
    await recordAll(sql, settled, fates);
    await takeBackReceipts(
      sql,
      fresh.filter(({ arrival }) => fates.get(arrival)?.kind !== "done").map(receiptOfGuest),
    );
    return arrivals.map((arrival) => fates.get(arrival) ?? { kind: "alone" });
  });
}

/** What came of each webhook so far. Each step gives the next one those that have no word here. */
type Fates = Map<Arrival, RecordedTogether>;

/** A webhook of a shop that is here, and the first one of its order. */
type Guest = {
  arrival: Arrival;
  atDoor: ShopAtDoor;
  orderId: string;
  /** `null` where the order could not be read. */
  decided: Decided | null;
};

/** Decides on all orders whose shops can be read now. Of two with one key, the first goes on. */
async function admit(
  sql: SqlTransaction,
  arrivals: readonly Arrival[],
  fates: Fates,
): Promise<Guest[]> {
  const domains = arrivals.map(({ webhook }) => webhook.shopDomain);
  const shops = await lockShops(sql, "shopify", domains);
  const taken = new Set<string>();
  const drafts: { arrival: Arrival; atDoor: ShopAtDoor; drafted: DraftedOrder | null }[] = [];
  for (const arrival of arrivals) {
    const atDoor = shops.get(arrival.webhook.shopDomain);
    if (!atDoor) continue;
    const { parsed } = arrival;
    const drafted = parsed.kind === "parsed" ? await draftOrder(atDoor.shop, parsed.value) : null;
    const keys = keysOf(arrival, atDoor.shop.id, drafted);
    if (keys.some((key) => taken.has(key))) fates.set(arrival, { kind: "again" });
    else drafts.push({ arrival, atDoor, drafted });
    for (const key of keys) taken.add(key);
  }

  const seen = await findSeenEvents(
    sql,
    drafts.flatMap(({ atDoor: { shop }, drafted }) =>
      // A pixel that never spoke has taken no snapshot.
      drafted && shop.pixelSeenAt !== null
        ? [{ shopId: shop.id, eventId: drafted.draft.eventId }]
        : [],
    ),
  );
  return drafts.map(({ arrival, atDoor, drafted }) => {
    const { lane, shop } = atDoor;
    if (!drafted)
      return { arrival, atDoor, orderId: idOfUnreadable(arrival.webhook), decided: null };
    const { eventId } = drafted.draft;
    const decided = weighOrder(shop, drafted, {
      lane,
      seen: seen.get(eventKey({ shopId: shop.id, eventId })) ?? UNSEEN,
      receivedBy: "webhook",
      now: arrival.now,
    });
    return { arrival, atDoor, orderId: drafted.orderId, decided };
  });
}

/** By which two webhooks are recognised that would write the same row. */
function keysOf(
  { webhook }: Arrival,
  shopId: ShopId,
  drafted: DraftedOrder | null,
): readonly string[] {
  const receipt = receiptKey({ shopId, ...webhook });
  if (!drafted) return [receipt, `order:${shopId}:${idOfUnreadable(webhook)}`];
  if (!isRecordedTopic(webhook.topic)) return [receipt];
  const { draft, orderId } = drafted;
  return [receipt, `order:${shopId}:${orderId}`, `event:${shopId}:${draft.eventId}`];
}

/** Whether the ledger is to have a line of it. */
function isAsking({ arrival, decided }: Guest): boolean {
  return decided === null || isRecordedTopic(arrival.webhook.topic);
}

/** Looks the orders up in the ledger, and among the erased. */
async function findKnown(
  sql: SqlTransaction,
  asking: readonly Guest[],
): Promise<ReadonlyMap<Guest, KnownOrder>> {
  const known = await findKnownOrders(
    sql,
    asking.map((guest) => ({
      shopId: guest.atDoor.shop.id,
      orderId: guest.orderId,
      marks: marksOf(guest),
    })),
  );
  return new Map(
    asking.flatMap((guest, index) => (known[index] ? [[guest, known[index]] as const] : [])),
  );
}

/** What came before is known, by its receipt. */
function takeFresh(guests: readonly Guest[], receipts: ReadonlySet<string>, fates: Fates): Guest[] {
  return guests.filter((guest) => {
    const isFresh = receipts.has(receiptKey(receiptOfGuest(guest)));
    if (!isFresh) fates.set(guest.arrival, done(guest, "already_recorded"));
    return isFresh;
  });
}

/** Leaves those of which the ledger is to have a line and has none. */
function takeUnknown(
  fresh: readonly Guest[],
  known: ReadonlyMap<Guest, KnownOrder>,
  fates: Fates,
): Guest[] {
  return fresh.filter((guest) => {
    const word = known.get(guest);
    const fate = word ? fateOfKnown(guest, word) : done(guest, "noted");
    if (fate) fates.set(guest.arrival, fate);
    return !fate;
  });
}

function marksOf({ atDoor: { marker }, decided, orderId }: Guest): string[] {
  const order = marker("order", orderId);
  return decided ? [order, marker("event", eventOf(decided.order).eventId)] : [order];
}

/** `undefined` where the order is new. */
function fateOfKnown(guest: Guest, { isErased, line }: KnownOrder): RecordedTogether | undefined {
  const { arrival, decided } = guest;
  if (!decided) return isErased || line ? done(guest, "unreadable") : undefined;
  if (isErased) return done(guest, "erased");
  if (!line) return undefined;
  // A cancellation may stop what is there, and a better word may replace it.
  const isChange = arrival.webhook.topic === CANCELLED_TOPIC || isReopened(line, "webhook");
  return isChange ? { kind: "alone" } : done(guest, "already_recorded");
}

/**
 * Leaves those that would wait for a snapshot that came in the meantime. Nobody can write one of these
 * snapshots from here on until this transaction ends, and whoever does then finds the waiting order.
 */
async function takeSettled(
  sql: SqlTransaction,
  guests: readonly Guest[],
  fates: Fates,
): Promise<Guest[]> {
  const waits = guests.flatMap(({ atDoor: { shop }, decided }) =>
    decided?.order.decision.kind === "wait"
      ? [{ shopId: shop.id, eventId: decided.order.draft.eventId }]
      : [],
  );
  const [, seen] = await Promise.all([lockEvents(sql, waits), findSeenEvents(sql, waits)]);
  return guests.filter(({ arrival, atDoor: { shop }, decided }) => {
    if (decided?.order.decision.kind !== "wait") return true;
    const { eventId } = decided.order.draft;
    const isSeen = Boolean(seen.get(eventKey({ shopId: shop.id, eventId }))?.taken);
    if (isSeen) fates.set(arrival, { kind: "again" });
    return !isSeen;
  });
}

/** Writes lines, rows, lanes and wake-ups of what is new. */
async function recordAll(
  sql: SqlTransaction,
  guests: readonly Guest[],
  fates: Fates,
): Promise<void> {
  const results = await recordNewOrders(sql, guests.map(toNewOrder));
  const recorded = guests.filter((guest, index) => {
    const result = results[index] ?? "line_taken";
    fates.set(guest.arrival, fateOfNew(guest, result));
    return result === "recorded";
  });

  const lanes = recorded.flatMap(({ decided }) => {
    return decided?.lane && isToBeSent(decided.order) ? [decided.lane] : [];
  });
  await Promise.all([
    ensureLanes(sql, lanes),
    enqueueAll(
      sql,
      "deliver-lane",
      lanes.map((payload) => ({ payload })),
    ),
    enqueueAll(
      sql,
      "end-grace",
      recorded.flatMap(({ atDoor, decided }) =>
        decided?.order.decision.kind === "wait"
          ? [{ payload: { shopId: atDoor.shop.id }, startAfter: decided.order.decision.until }]
          : [],
      ),
    ),
  ]);
}

function toNewOrder({ arrival, atDoor, decided, orderId }: Guest): NewOrder {
  const about = { shopId: atDoor.shop.id, marker: atDoor.marker };
  if (decided) return { ...about, kind: "decided", order: decided.order };
  const order = { orderId, receivedBy: "webhook", receivedAt: arrival.now } as const;
  return { ...about, kind: "unreadable", order };
}

function fateOfNew(guest: Guest, result: RecordedNew): RecordedTogether {
  switch (result) {
    case "recorded":
      return done(guest, guest.decided ? "recorded" : "unreadable");
    case "line_taken":
      return { kind: "again" };
    case "event_taken":
      return { kind: "alone" };
  }
}

function done({ atDoor, decided }: Guest, recorded: RecordedWebhook): RecordedTogether {
  return { kind: "done", shopId: atDoor.shop.id, recorded, decided };
}

function receiptOfGuest({ arrival: { now, webhook }, atDoor }: Guest) {
  return { shopId: atDoor.shop.id, ...receiptOf(webhook), receivedAt: now };
}
