import {
  findKnownOrders,
  findLines,
  recordNewOrders,
  takeBackOrders,
  type KnownLine,
  type NewOrder,
  type RecordedNew,
} from "~/conversions/record-new.server";
import { eventOf, isReopened, isToBeSent, mayHearMore } from "~/conversions/record.server";
import {
  eventKey,
  findSeenEvents,
  hasNews,
  lockEvents,
  UNSEEN,
} from "~/conversions/snapshot-row.server";
import { ensureLanes } from "~/conversions/lane.server";
import { inSql, type SqlTransaction } from "~/db.server";
import type { ShopId } from "~/ids";
import type { Parsed } from "~/parse";
import { enqueueAll } from "~/queue.server";
import { receiptKey, recordReceipts, takeBackReceipts } from "~/shops/receipt.server";
import { lockShops, type ShopAtDoor } from "~/shops/shop-at-door.server";

import { draftOrder, weighOrder, type Decided, type DraftedOrder } from "./decide-order.server";
import { digitsOf, type ShopifyOrder } from "./order";
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
    const unknown = takeUnknown(guests, await findErased(sql, guests), fates);
    // Nothing of it needs an answer of the others, so it goes out together.
    const [receipts, written] = await Promise.all([
      recordReceipts(sql, guests.map(receiptOfGuest)),
      takeSettled(sql, unknown, fates).then((settled) => recordAll(sql, settled, fates)),
    ]);
    await takeBack(sql, { guests, receipts, written }, fates);
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
  /** What the ledger says of the order; `null` where it has no line of it. */
  line: KnownLine | null;
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
  const [shops, lines] = await Promise.all([
    lockShops(sql, "shopify", domains),
    findLines(sql, "shopify", arrivals.map(orderAtDoor)),
  ]);
  const taken = new Set<string>();
  const drafts: Drafted[] = [];
  for (const [place, arrival] of arrivals.entries()) {
    const atDoor = shops.get(arrival.webhook.shopDomain);
    if (!atDoor) continue;
    const { parsed } = arrival;
    const drafted = parsed.kind === "parsed" ? await draftOrder(atDoor.shop, parsed.value) : null;
    const keys = keysOf(arrival, atDoor.shop.id, drafted);
    if (keys.some((key) => taken.has(key))) fates.set(arrival, { kind: "again" });
    else drafts.push({ arrival, atDoor, drafted, line: lines[place] ?? null });
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
  return drafts.map(({ arrival, atDoor, drafted, line }) => {
    const { lane, shop } = atDoor;
    const { orderId } = orderAtDoor(arrival);
    if (!drafted) return { arrival, atDoor, orderId, line, decided: null };
    const { eventId } = drafted.draft;
    const decided = weighOrder(shop, drafted, {
      lane,
      seen: seen.get(eventKey({ shopId: shop.id, eventId })) ?? UNSEEN,
      receivedBy: "webhook",
      now: arrival.now,
    });
    return { arrival, atDoor, orderId, line, decided };
  });
}

/** A webhook of a shop that is here, with its order in our words. */
type Drafted = {
  arrival: Arrival;
  atDoor: ShopAtDoor;
  line: KnownLine | null;
  drafted: DraftedOrder | null;
};

/** Which order of which shop a webhook is about. */
function orderAtDoor({ parsed, webhook }: Arrival): { shopDomain: string; orderId: string } {
  const { shopDomain } = webhook;
  if (parsed.kind === "unreadable") return { shopDomain, orderId: idOfUnreadable(webhook) };
  return { shopDomain, orderId: digitsOf(parsed.value.admin_graphql_api_id) };
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

/** Those of the guests whose customer was erased. Of most shops none was, and nobody is asked. */
async function findErased(
  sql: SqlTransaction,
  guests: readonly Guest[],
): Promise<ReadonlySet<Guest>> {
  const asking = guests.filter((guest) => guest.atDoor.hasErasures && isAsking(guest));
  const known = await findKnownOrders(
    sql,
    asking.map((guest) => ({
      shopId: guest.atDoor.shop.id,
      orderId: guest.orderId,
      marks: marksOf(guest),
    })),
  );
  return new Set(asking.filter((_, index) => known[index]?.isErased));
}

/** Leaves those of which the ledger is to have a line and has none. */
function takeUnknown(guests: readonly Guest[], erased: ReadonlySet<Guest>, fates: Fates): Guest[] {
  return guests.filter((guest) => {
    const fate = isAsking(guest) ? fateOfKnown(guest, erased.has(guest)) : done(guest, "noted");
    if (fate) fates.set(guest.arrival, fate);
    return !fate;
  });
}

function marksOf({ atDoor: { marker }, decided, orderId }: Guest): string[] {
  const order = marker("order", orderId);
  return decided ? [order, marker("event", eventOf(decided.order).eventId)] : [order];
}

/** `undefined` where the order is new. */
function fateOfKnown(guest: Guest, isErased: boolean): RecordedTogether | undefined {
  const { arrival, decided, line } = guest;
  if (!decided) return isErased || line ? done(guest, "unreadable") : undefined;
  if (isErased) return done(guest, "erased");
  if (!line) return undefined;
  // A cancellation may stop what is there, and a better word may replace it.
  const isChange = arrival.webhook.topic === CANCELLED_TOPIC || isReopened(line, "webhook");
  return isChange ? { kind: "alone" } : done(guest, "already_recorded");
}

/**
 * Leaves those of which the browser said more since they were decided. Nobody can write what it says of one of
 * these events from here on until this transaction ends, and whoever does then finds the order.
 */
async function takeSettled(
  sql: SqlTransaction,
  guests: readonly Guest[],
  fates: Fates,
): Promise<Guest[]> {
  const open = guests.flatMap(({ atDoor: { shop }, decided }) =>
    decided && mayHearMore(decided.order, shop.pixelSeenAt !== null)
      ? [{ shopId: shop.id, eventId: decided.order.draft.eventId }]
      : [],
  );
  const [, seen] = await Promise.all([lockEvents(sql, open), findSeenEvents(sql, open)]);
  return guests.filter(({ arrival, atDoor: { shop }, decided }) => {
    if (!decided) return true;
    const { browser, draft } = decided.order;
    const found = seen.get(eventKey({ shopId: shop.id, eventId: draft.eventId })) ?? UNSEEN;
    const isStale = hasNews(browser, found);
    if (isStale) fates.set(arrival, { kind: "again" });
    return !isStale;
  });
}

/**
 * Takes receipts back of what is recorded in another transaction, and leaves nothing of a webhook that
 * came before: its receipt was there, so what it is about was recorded then.
 */
async function takeBack(
  sql: SqlTransaction,
  {
    guests,
    receipts,
    written,
  }: { guests: readonly Guest[]; receipts: ReadonlySet<string>; written: readonly Guest[] },
  fates: Fates,
): Promise<void> {
  const isFresh = (guest: Guest) => receipts.has(receiptKey(receiptOfGuest(guest)));
  await takeBackOrders(sql, written.filter((guest) => !isFresh(guest)).map(toNewOrder));
  for (const guest of guests) {
    if (!isFresh(guest)) fates.set(guest.arrival, done(guest, "already_recorded"));
  }
  const isLeft = ({ arrival }: Guest) => fates.get(arrival)?.kind !== "done";
  await takeBackReceipts(sql, guests.filter(isLeft).map(receiptOfGuest));
}

/** Writes lines, rows, lanes and wake-ups of what is new, and gives those that are written. */
async function recordAll(
  sql: SqlTransaction,
  guests: readonly Guest[],
  fates: Fates,
): Promise<Guest[]> {
  // A lane that is woken for an order which somebody else recorded in the meantime finds nothing to do.
  const [results] = await Promise.all([
    recordNewOrders(sql, guests.map(toNewOrder)),
    wakeUp(sql, guests),
  ]);
  guests.forEach((guest, index) => {
    fates.set(guest.arrival, fateOfNew(guest, results[index] ?? "line_taken"));
  });
  return guests.filter((_, index) => results[index] === "recorded");
}

/** Enqueues what delivers the orders, and what decides on those that wait. */
async function wakeUp(sql: SqlTransaction, guests: readonly Guest[]): Promise<void> {
  const lanes = guests.flatMap(({ decided }) => {
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
      guests.flatMap(({ atDoor, decided }) =>
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
      return guest.decided ? { kind: "again" } : done(guest, "unreadable");
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
