import { db, inSql, type SqlTransaction } from "~/db.server";
import { UpstreamUnavailableError } from "~/errors";
import type { EventId } from "~/ids";
import { countEvents } from "~/metrics.server";
import { enqueueAll } from "~/queue.server";
import { sha256 } from "~/sha256.server";
import { readMarker } from "~/shops/erasure-mark.server";
import type { Shop } from "~/shops/shop";
import { lockShops, type ShopAtDoor } from "~/shops/shop-at-door.server";

import { decide, recordConsent, type Given } from "./decision";
import { readIngested, type IngestedAct, type IngestRefusal } from "./ingest";
import { ensureLanes } from "./lane.server";
import type { OutboxState } from "./outbox";
import { findErasedEvents, recordActs, type RecordedAct } from "./record-acts.server";
import { findKnownOrders, recordNewOrders } from "./record-new.server";
import { eventOf, isToBeSent, type DecidedAct, type DecidedOrder } from "./record.server";
import { givenByShop, isReached } from "./shop-given";
import type { SkipReason } from "./skip-reason";

/** What became of one element of an `/ingest` body. */
export type TakenElement =
  | { outcome: "accepted"; eventId: EventId }
  /** The same event is here already, or the same order by another door. */
  | { outcome: "already_reported"; eventId: EventId }
  /** Our own rules say no, or the shopper was erased. */
  | { outcome: "skipped"; eventId: EventId; reason: SkipReason }
  /** The sender has to mend it. */
  | { outcome: "refused"; refusal: IngestRefusal };

/** An act of the right form, where it stands in the body, and what was decided of it. */
type Weighed = {
  place: number;
  eventId: EventId;
  act: DecidedAct;
  /** Where the act is an order of the ledger. */
  order: DecidedOrder | null;
};

type Taken = Weighed & { became: RecordedAct };

/**
 * Takes the elements of one `/ingest` body: decides on each, and writes what is new in one transaction,
 * with the wake-up of the shop's lane. The same body again adds nothing.
 *
 * A `checkout` with an order id has a line in the ledger like every order, so that it is not counted a
 * second time when the order comes by another door, and the other way round.
 *
 * @returns one outcome per element, in their order.
 * @throws {UpstreamUnavailableError} where the shop is being erased in this moment.
 */
export async function takeIngested(
  shop: Shop,
  elements: readonly unknown[],
  now: Date,
): Promise<TakenElement[]> {
  const read = await Promise.all(
    elements.map((element) => readIngested(element, { settings: shop.settings, now, sha256 })),
  );
  // From its first event on, each shop has a marker; those without one are left out at the door.
  await db.$transaction((tx) => readMarker(tx, shop.id));
  const taken = await inSql(async (sql) => {
    const atDoor = (await lockShops(sql, shop.platform, [shop.shopDomain])).get(shop.shopDomain);
    if (!atDoor) {
      throw new UpstreamUnavailableError("The shop is being erased", { shopId: shop.id });
    }
    const weighed = read.flatMap((one, place) =>
      one.kind === "read" ? [weigh(atDoor, place, one.act, now)] : [],
    );
    return record(sql, atDoor, weighed);
  });
  const isSkipped = taken.filter(
    ({ act, became }) => became === "recorded" && act.decision.kind === "skip",
  );
  countEvents("skipped" satisfies OutboxState, isSkipped.length);

  const outcomes = new Map(taken.map((one) => [one.place, outcomeOf(one)]));
  return read.flatMap((one, place): TakenElement[] => {
    if (one.kind === "refused") return [{ outcome: "refused", refusal: one.refusal }];
    return [outcomes.get(place) ?? []].flat();
  });
}

function weigh({ lane, shop }: ShopAtDoor, place: number, read: IngestedAct, now: Date): Weighed {
  const isConnected = isReached(shop, lane);
  const given: Given = { ...read, ...givenByShop(shop, now), now, isConnected };
  const act: DecidedAct = {
    receivedAt: now,
    draft: read.draft,
    decision: decide(given),
    browser: { isSeen: false, isSent: false },
    isHeld: lane?.state === "needs_attention",
    sending: shop.sending,
  };
  const { customData, eventId, eventName } = read.draft;
  const { orderId } = customData;
  const order: DecidedOrder | null =
    eventName === "checkout" && orderId !== undefined
      ? { ...act, orderId, orderName: null, receivedBy: "ingest", consent: recordConsent(given) }
      : null;
  return { place, eventId, act, order };
}

/** Writes what is new, and wakes the lane where there is something to deliver. */
async function record(
  sql: SqlTransaction,
  atDoor: ShopAtDoor,
  weighed: readonly Weighed[],
): Promise<Taken[]> {
  const { lane, marker, shop } = atDoor;
  const acts = weighed.filter(({ order }) => order === null);
  const erased = await findErasedEvents(
    sql,
    acts.map(({ act }) => ({ shopId: shop.id, marker, eventId: eventOf(act).eventId })),
  );
  const written = await recordActs(
    sql,
    acts.map(({ act }) => ({ shopId: shop.id, act })),
    erased,
  );
  const recorded = [
    ...(await recordOrders(sql, atDoor, weighed)),
    ...acts.map((one, index) => ({ ...one, became: written[index] ?? "already_recorded" })),
  ];
  const isToDeliver = recorded.some(({ act, became }) => became === "recorded" && isToBeSent(act));
  if (lane && isToDeliver) {
    const payload = { shopId: shop.id, ...lane.key };
    await ensureLanes(sql, [payload]);
    await enqueueAll(sql, "deliver-lane", [{ payload }]);
  }
  return recorded;
}

/** Of two of one order, or of one event, the first counts. */
async function recordOrders(
  sql: SqlTransaction,
  { marker, shop }: ShopAtDoor,
  weighed: readonly Weighed[],
): Promise<Taken[]> {
  const orders = weighed.flatMap((one) => (one.order ? [{ ...one, order: one.order }] : []));
  const known = await findKnownOrders(
    sql,
    orders.map(({ eventId, order: { orderId } }) => ({
      shopId: shop.id,
      orderId,
      marks: [marker("order", orderId), marker("event", eventId)],
    })),
  );
  const taken = new Set<string>();
  const fresh = orders.filter(({ eventId, order: { orderId } }, index) => {
    const keys = [`order:${orderId}`, `event:${eventId}`];
    const isFirst = !keys.some((key) => taken.has(key));
    for (const key of keys) taken.add(key);
    return isFirst && !known[index]?.isErased && !known[index]?.line;
  });
  const results = await recordNewOrders(
    sql,
    fresh.map(({ order }) => ({ shopId: shop.id, marker, kind: "decided", order })),
  );
  const isRecorded = new Map(
    fresh.map(({ place }, index) => [place, results[index] === "recorded"]),
  );
  return orders.map((one, index) => {
    if (known[index]?.isErased) return { ...one, became: "erased" };
    return { ...one, became: isRecorded.get(one.place) ? "recorded" : "already_recorded" };
  });
}

function outcomeOf({ act: { decision }, became, eventId }: Taken): TakenElement {
  switch (became) {
    case "erased":
      return { outcome: "skipped", eventId, reason: "erased" };
    case "already_recorded":
      return { outcome: "already_reported", eventId };
    case "recorded":
      return decision.kind === "skip"
        ? { outcome: "skipped", eventId, reason: decision.reasons[0] }
        : { outcome: "accepted", eventId };
  }
}
