import { inSql, type SqlTransaction } from "~/db.server";
import { gather } from "~/gather.server";
import { quotas } from "~/quota.server";
import { findShopByCollectKey } from "~/shops/collect-key.server";
import { lockShopsByKey } from "~/shops/shop-at-door.server";
import type { Shop } from "~/shops/shop";
import { recordPixelsSeen } from "~/shops/shop.server";

import { findSentMarks } from "./browser-sent.server";
import {
  recordWeighedActs,
  wakeLanes,
  weighActs,
  withAct,
  type WeighedAct,
} from "./collected-acts.server";
import {
  recordCheckout,
  recordCheckouts,
  withCheckout,
  type SeenCheckoutMessage,
} from "./collected-checkouts.server";
import { recordResults, withSentResult, type SentResult } from "./collected-results.server";
import type { Collected, Fate, Fates, Guest, RecordedMessage } from "./collected.server";
import { findErasedEvents } from "./record-acts.server";
import { eventKey, lockEvents, type EventKey } from "./snapshot-row.server";

/** What one transaction takes: enough that its own cost is little of each, few enough to be quick. */
const TOGETHER_MAX = 128;

/** While one transaction is at the database, the next one is prepared. */
const WRITERS = 2;

/** Of the 20 ms in which half of the messages are answered, this is what they may wait for company. */
const PAUSE_MS = 10;

/** Of one shop in a minute: 2000 messages a second are more than the largest sale of any shop brings. */
export const SHOP_MESSAGES_PER_MINUTE_MAX = 120_000;

/**
 * Records what the pixel reported. An act becomes the outbox row of its event, with the lane woken; a
 * `checkout` becomes the snapshot that its order is decided with, and never an event; a result marks the
 * event as sent by the browser. Messages that come at the same time share one transaction, but for those
 * on a checkout whose order is here. The same message again changes nothing.
 */
export const recordCollected = collectRecorder();

/** A recorder with writers of its own. A process needs one. */
export function collectRecorder(): (collected: Collected) => Promise<RecordedMessage> {
  const record = gather((items: readonly Collected[]) => recordTogether(items, "pass"), {
    itemsMax: TOGETHER_MAX,
    writersMax: WRITERS,
    pauseMs: PAUSE_MS,
  });
  return async (collected) => {
    const fate = await record(collected);
    const settled = fate.kind === "no_shop" ? await recordWaiting(collected) : fate;
    return settled.kind === "order_is_here" ? recordCheckout(collected, settled) : settled;
  };
}

/** Records one whose shop was passed over: it is being erased from in this moment, or not there at all. */
async function recordWaiting(collected: Collected): Promise<Fate> {
  const shopId = await findShopByCollectKey(collected.message.key);
  if (shopId === null) return { kind: "no_shop" };
  const [fate] = await recordTogether([collected], "wait");
  return fate ?? { kind: "no_shop" };
}

/** In the order in which everybody takes locks: shops, events, rows, lanes, jobs. */
function recordTogether(items: readonly Collected[], busy: "pass" | "wait"): Promise<Fate[]> {
  return inSql(async (sql) => {
    const fates: Fates = new Map();
    const guests = await admit(sql, items, busy, fates);
    const weighed: Weighed = {
      acts: await weighActs(guests.flatMap(withAct), fates),
      checkouts: await Promise.all(guests.flatMap(withCheckout)),
      results: guests.flatMap(withSentResult),
    };
    const { sent, ...alive } = await lookUp(sql, weighed, fates);
    // Their first statements go out together. A result may be of an act beside it, whose row comes first.
    await Promise.all([
      recordWeighedActs(sql, alive.acts, sent, fates),
      recordResults(sql, alive.results, fates),
      recordCheckouts(sql, alive.checkouts, fates),
    ]);
    await wakeLanes(sql, alive.acts, fates);
    return items.map((_, place) => fates.get(place) ?? { kind: "noted" });
  });
}

/** Lets in the messages of installed shops that keep to their share, and notes that the pixels live. */
async function admit(
  sql: SqlTransaction,
  items: readonly Collected[],
  busy: "pass" | "wait",
  fates: Fates,
): Promise<Guest[]> {
  const keys = items.map(({ message }) => message.key);
  const shops = await lockShopsByKey(sql, keys, busy);
  const guests = items.flatMap((item, place): Guest[] => {
    const atDoor = shops.get(item.message.key);
    const refused = atDoor ? exhausted(atDoor.shop, item.now) : ({ kind: "no_shop" } as const);
    if (refused) fates.set(place, refused);
    return atDoor && !refused ? [{ ...item, place, atDoor }] : [];
  });
  const seen = new Map(guests.map(({ atDoor: { shop }, now }) => [shop.id, { shop, now }]));
  for (const { now, shop } of seen.values()) await recordPixelsSeen(sql, [shop], now);
  return guests;
}

function exhausted({ id }: Pick<Shop, "id">, now: Date) {
  const answer = quotas.take(`collect:shop:${id}`, 1, SHOP_MESSAGES_PER_MINUTE_MAX, now);
  return answer.kind === "exhausted" ? answer : null;
}

/** What the messages of a transaction say, by what they are. */
type Weighed = {
  acts: readonly WeighedAct[];
  checkouts: readonly SeenCheckoutMessage[];
  results: readonly SentResult[];
};

/** Locks all events, leaves out those that were erased, and looks for acts that the browser sent already. */
async function lookUp(
  sql: SqlTransaction,
  { acts, checkouts, results }: Weighed,
  fates: Fates,
): Promise<Weighed & { sent: ReadonlySet<string> }> {
  const all = [...acts, ...results, ...checkouts];
  const events = all.map(({ event }) => event);
  const [, erased, sent] = await Promise.all([
    lockEvents(sql, events),
    findErasedEvents(
      sql,
      all.flatMap(({ atDoor: { hasErasures, marker }, event }) =>
        hasErasures ? [{ ...event, marker }] : [],
      ),
    ),
    findSentMarks(
      sql,
      acts.map(({ event }) => event),
    ),
  ]);
  const isAlive = ({ event, place }: Pick<Guest, "place"> & { event: EventKey }): boolean => {
    const isErased = erased.has(eventKey(event));
    if (isErased) fates.set(place, { kind: "erased" });
    return !isErased;
  };
  return {
    sent,
    acts: acts.filter(isAlive),
    checkouts: checkouts.filter(isAlive),
    results: results.filter(isAlive),
  };
}
