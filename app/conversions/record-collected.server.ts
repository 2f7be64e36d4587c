import { inSql, type SqlTransaction } from "~/db.server";
import { gather } from "~/gather.server";
import { toEventId } from "~/ids";
import { log } from "~/log.server";
import { enqueueAll } from "~/queue.server";
import { quotas, type QuotaAnswer } from "~/quota.server";
import { sha256 } from "~/sha256.server";
import { findShopByCollectKey } from "~/shops/collect-key.server";
import { lockShopsByKey, type ShopAtDoor } from "~/shops/shop-at-door.server";
import type { Shop } from "~/shops/shop";
import { recordPixelsSeen } from "~/shops/shop.server";

import {
  findSentMarks,
  namedEventKey,
  recordSentEvents,
  type NamedEvent,
} from "./browser-sent.server";
import { toCollectedDraft, toCollectedSnapshot, type Sender } from "./collect";
import type { CollectedAct, CollectMessage } from "./collect-message";
import { decide, type SkipReason } from "./decision";
import { ensureLanes } from "./lane.server";
import { findErasedEvents, recordActs, type NewAct, type RecordedAct } from "./record-acts.server";
import { recordSeenCheckouts } from "./record-checkouts.server";
import type { DecidedAct } from "./record.server";
import { givenByShop } from "./shop-given";
import { eventKey, lockEvents, type EventKey } from "./snapshot-row.server";
import {
  takeBrowserSent,
  takeSnapshot,
  withBrowserSent,
  withSnapshot,
  type SeenChange,
} from "./snapshot.server";

/** A message of the pixel that is true to form, and who sent it when. */
export type Collected<Message extends CollectMessage = CollectMessage> = {
  message: Message;
  sender: Sender;
  now: Date;
};

/** What became of a message. All but the last two were done with. */
export type RecordedMessage =
  /** `erased`: the shopper was, and the event is recorded no more. */
  | { kind: RecordedAct }
  /** Our own rules say no, for good: nothing is kept of it. */
  | { kind: "skipped"; reason: SkipReason }
  /** It says nothing that has to be kept. */
  | { kind: "noted" }
  /** No installed shop has this key. */
  | { kind: "no_shop" }
  /** The shop sent more than its share. */
  | Extract<QuotaAnswer, { kind: "exhausted" }>;

/** What one transaction takes: enough that its own cost is little of each, few enough to be quick. */
const TOGETHER_MAX = 128;

/** While one transaction is at the database, the next one is prepared. */
const WRITERS = 2;

/** Of the 20 ms in which half of the messages are answered, this is what they may wait for company. */
const PAUSE_MS = 8;

/** Of one shop in a minute: 2000 messages a second are more than the largest sale of any shop brings. */
export const SHOP_MESSAGES_PER_MINUTE_MAX = 120_000;

/** An event id in the log helps somebody who looks for it; of very many nobody looks. */
const EVENT_IDS_LOGGED_MAX = 20;

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

/** What became of a message in a transaction with others. */
type Fate =
  | RecordedMessage
  /** Nothing was written: the checkout's order has to be told of it, row by row. */
  | { kind: "order_is_here"; shop: Shop };

/** A message at the door of its shop, and its place among those that came with it. */
type Guest<Message extends CollectMessage = CollectMessage> = Collected<Message> & {
  place: number;
  atDoor: ShopAtDoor;
};

/** What became of the message at each place so far. Each step gives the next one those without a word. */
type Fates = Map<number, Fate>;

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
      recordAll(sql, alive.acts, sent, fates),
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

function withAct(guest: Guest): Guest<CollectedAct>[] {
  const { message } = guest;
  return message.kind === "act" && message.name !== "checkout" ? [{ ...guest, message }] : [];
}

type SentResult = Pick<Guest, "place" | "atDoor" | "now"> & { event: NamedEvent };

/** That the browser did not send it is what is taken for granted. */
function withSentResult({ atDoor, message, now, place }: Guest): SentResult[] {
  if (message.kind !== "result" || message.name === "checkout" || !message.browserSent) return [];
  const event = {
    shopId: atDoor.shop.id,
    eventId: toEventId(message.eventId),
    eventName: message.name,
  };
  return [{ place, atDoor, now, event }];
}

type SeenCheckoutMessage = Pick<Guest, "place" | "atDoor" | "now"> & {
  event: EventKey;
  change: SeenChange;
};

function withCheckout(guest: Guest): Promise<SeenCheckoutMessage>[] {
  const { atDoor, message, now, place } = guest;
  if (message.name !== "checkout" || (message.kind === "result" && !message.browserSent)) return [];
  const event = { shopId: atDoor.shop.id, eventId: toEventId(message.eventId) };
  return [changeOf(guest, atDoor.shop).then((change) => ({ place, atDoor, now, event, change }))];
}

/** What a message on a checkout adds to what is known of it. */
async function changeOf(
  { message, now, sender }: Collected,
  { settings }: Shop,
): Promise<SeenChange> {
  if (message.kind === "result") return withBrowserSent(now);
  const taken = await toCollectedSnapshot(message, { settings, sender, now, sha256 });
  return withSnapshot(taken, now);
}

type WeighedAct = Pick<Guest, "place" | "atDoor"> & { event: NamedEvent; act: DecidedAct };

/** Decides on each act. Of one that is not reported nothing is kept. */
async function weighActs(
  guests: readonly Guest<CollectedAct>[],
  fates: Fates,
): Promise<WeighedAct[]> {
  const weighed = await Promise.all(
    guests.map(async ({ atDoor, message, now, place, sender }): Promise<WeighedAct[]> => {
      const { lane, shop } = atDoor;
      const drafted = await toCollectedDraft(message, {
        ...{ settings: shop.settings, sender, now, sha256 },
      });
      const decision = decide({
        ...drafted,
        ...givenByShop(shop, now),
        now,
        isConnected: lane !== null,
      });
      if (decision.kind === "skip") {
        fates.set(place, { kind: "skipped", reason: decision.reasons[0] });
        return [];
      }
      const { draft } = drafted;
      const { eventId, eventName } = draft;
      const act: DecidedAct = {
        receivedAt: now,
        draft,
        decision,
        browser: { isSeen: true, isSent: false },
        isHeld: lane?.state === "needs_attention",
      };
      return [{ place, atDoor, act, event: { shopId: shop.id, eventId, eventName } }];
    }),
  );
  return weighed.flat();
}

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
      all.map(({ atDoor: { marker }, event }) => ({ ...event, marker })),
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

/** Writes the rows of new acts. */
async function recordAll(
  sql: SqlTransaction,
  acts: readonly WeighedAct[],
  sent: ReadonlySet<string>,
  fates: Fates,
): Promise<void> {
  const written = await recordActs(
    sql,
    acts.map(({ act, atDoor: { shop }, event }): NewAct => {
      const browser = { ...act.browser, isSent: sent.has(namedEventKey(event)) };
      return { shopId: shop.id, act: { ...act, browser } };
    }),
  );
  acts.forEach(({ place }, index) => {
    fates.set(place, { kind: written[index] ?? "already_recorded" });
  });
}

async function recordResults(
  sql: SqlTransaction,
  results: readonly SentResult[],
  fates: Fates,
): Promise<void> {
  const [first] = results;
  if (!first) return;
  await recordSentEvents(
    sql,
    results.map(({ event }) => event),
    first.now,
  );
  for (const { place } of results) fates.set(place, { kind: "recorded" });
}

async function recordCheckouts(
  sql: SqlTransaction,
  checkouts: readonly SeenCheckoutMessage[],
  fates: Fates,
): Promise<void> {
  const recorded = await recordSeenCheckouts(
    sql,
    checkouts.map(({ change, event, now }) => ({ ...event, change, now })),
  );
  checkouts.forEach(({ atDoor: { shop }, event, place }, index) => {
    const kind = recorded[index] ?? "order_is_here";
    fates.set(place, kind === "recorded" ? { kind } : { kind, shop });
    if (kind === "recorded") log.info({ ...event, kind }, "a pixel saw a checkout");
  });
}

/** Wakes the lanes where there is now something to deliver. */
async function wakeLanes(
  sql: SqlTransaction,
  acts: readonly WeighedAct[],
  fates: Fates,
): Promise<void> {
  const fresh = acts.filter(({ place }) => fates.get(place)?.kind === "recorded");
  if (fresh.length === 0) return;
  const lanes = fresh.flatMap(({ act, atDoor: { lane, shop } }) =>
    lane && !act.isHeld ? [{ shopId: shop.id, ...lane.key }] : [],
  );
  await Promise.all([
    ensureLanes(sql, lanes),
    enqueueAll(
      sql,
      "deliver-lane",
      lanes.map((payload) => ({ payload })),
    ),
  ]);
  const eventIds = fresh.map(({ event }) => event.eventId);
  log.info(
    { recorded: fresh.length, ...(fresh.length <= EVENT_IDS_LOGGED_MAX && { eventIds }) },
    "recorded acts that pixels reported",
  );
}

/** Records what the browser says of a checkout whose order is here, and tells the order. */
async function recordCheckout(
  collected: Collected,
  { shop }: { shop: Shop },
): Promise<RecordedMessage> {
  const { message, now, sender } = collected;
  const eventId = toEventId(message.eventId);
  const { settings } = shop;
  const kind =
    message.kind === "result"
      ? await takeBrowserSent(shop.id, eventId, now, now)
      : await takeSnapshot(
          shop.id,
          eventId,
          await toCollectedSnapshot(message, { settings, sender, now, sha256 }),
          now,
        );
  log.info({ shopId: shop.id, eventId, message: message.kind, kind }, "a pixel saw a checkout");
  return { kind };
}
