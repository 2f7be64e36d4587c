import { createHash } from "node:crypto";

import { inSql, type SqlTransaction } from "~/db.server";
import { gather } from "~/gather.server";
import { toEventId } from "~/ids";
import { log } from "~/log.server";
import { enqueueAll } from "~/queue.server";
import { quotas, type QuotaAnswer } from "~/quota.server";
import { findShopByCollectKey } from "~/shops/collect-key.server";
import { lockShopsByKey, type ShopAtDoor } from "~/shops/shop-at-door.server";
import { findShopById, recordPixelsSeen } from "~/shops/shop.server";
import type { Shop } from "~/shops/shop";

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
import type { DecidedAct } from "./record.server";
import { givenByShop } from "./shop-given";
import { lockEvents } from "./snapshot-row.server";
import { takeBrowserSent, takeSnapshot } from "./snapshot.server";

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

/** Of one shop in a minute: 2000 messages a second are more than the largest sale of any shop brings. */
export const SHOP_MESSAGES_PER_MINUTE_MAX = 120_000;

/** An event id in the log helps somebody who looks for it; of very many nobody looks. */
const EVENT_IDS_LOGGED_MAX = 20;

/**
 * Records what the pixel reported. An act becomes the outbox row of its event, with the lane woken; a
 * `checkout` becomes the snapshot that its order is decided with, and never an event; a result marks the
 * event as sent by the browser. Messages that come at the same time share one transaction, but for those
 * about checkouts. The same message again changes nothing.
 */
export const recordCollected = collectRecorder();

/** A recorder with writers of its own. A process needs one. */
export function collectRecorder(): (collected: Collected) => Promise<RecordedMessage> {
  const record = gather((items: readonly Collected[]) => recordTogether(items, "pass"), {
    itemsMax: TOGETHER_MAX,
    writersMax: WRITERS,
  });
  return async (collected) => {
    if (collected.message.name === "checkout") return recordCheckout(collected);
    const recorded = await record(collected);
    if (recorded.kind !== "no_shop") return recorded;
    // Passed over, because it is being erased from in this moment, or not there at all.
    const shopId = await findShopByCollectKey(collected.message.key);
    if (shopId === null) return recorded;
    const [alone] = await recordTogether([collected], "wait");
    return alone ?? recorded;
  };
}

/** A message at the door of its shop, and its place among those that came with it. */
type Guest<Message extends CollectMessage = CollectMessage> = Collected<Message> & {
  place: number;
  atDoor: ShopAtDoor;
};

/** What became of the message at each place so far. Each step gives the next one those without a word. */
type Fates = Map<number, RecordedMessage>;

/** In the order in which everybody takes locks: shops, events, rows, lanes, jobs. */
function recordTogether(
  items: readonly Collected[],
  busy: "pass" | "wait",
): Promise<RecordedMessage[]> {
  return inSql(async (sql) => {
    const fates: Fates = new Map();
    const guests = await admit(sql, items, busy, fates);
    const acts = await weighActs(guests.flatMap(withAct), fates);
    const results = guests.flatMap(withSentResult);
    await lockEvents(sql, [
      ...acts.map(({ event }) => event),
      ...results.map(({ event }) => event),
    ]);
    await recordAll(sql, acts, fates);
    await recordResults(sql, results, fates);
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

function withAct(guest: Guest): Guest<CollectedAct>[] {
  const { message } = guest;
  return message.kind === "act" ? [{ ...guest, message }] : [];
}

type SentResult = Pick<Guest, "place" | "atDoor" | "now"> & { event: NamedEvent };

/** That the browser did not send it is what is taken for granted. */
function withSentResult({ atDoor, message, now, place }: Guest): SentResult[] {
  if (message.kind !== "result" || !message.browserSent) return [];
  const event = {
    shopId: atDoor.shop.id,
    eventId: toEventId(message.eventId),
    eventName: message.name,
  };
  return [{ place, atDoor, now, event }];
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

/** Writes the rows of new acts, and wakes the lanes where there is now something to deliver. */
async function recordAll(
  sql: SqlTransaction,
  acts: readonly WeighedAct[],
  fates: Fates,
): Promise<void> {
  const sent = await findSentMarks(
    sql,
    acts.map(({ event }) => event),
  );
  const written = await recordActs(
    sql,
    acts.map(({ act, atDoor: { marker, shop }, event }): NewAct => {
      const browser = { ...act.browser, isSent: sent.has(namedEventKey(event)) };
      return { shopId: shop.id, marker, act: { ...act, browser } };
    }),
  );
  acts.forEach(({ place }, index) => {
    fates.set(place, { kind: written[index] ?? "already_recorded" });
  });
  const fresh = acts.filter((_, index) => written[index] === "recorded");
  const lanes = fresh.flatMap(({ act, atDoor: { lane, shop } }) =>
    lane && !act.isHeld ? [{ shopId: shop.id, ...lane.key }] : [],
  );
  await ensureLanes(sql, lanes);
  await enqueueAll(
    sql,
    "deliver-lane",
    lanes.map((payload) => ({ payload })),
  );
  if (fresh.length === 0) return;
  const eventIds = fresh.map(({ event }) => event.eventId);
  log.info(
    { recorded: fresh.length, ...(fresh.length <= EVENT_IDS_LOGGED_MAX && { eventIds }) },
    "recorded acts that pixels reported",
  );
}

async function recordResults(
  sql: SqlTransaction,
  results: readonly SentResult[],
  fates: Fates,
): Promise<void> {
  const erased = await findErasedEvents(
    sql,
    results.map(({ atDoor: { marker, shop }, event: { eventId } }) => ({
      ...{ shopId: shop.id, marker, eventId },
    })),
  );
  const isErased = ({ atDoor: { marker }, event: { eventId } }: SentResult): boolean =>
    erased.has(marker("event", eventId));
  const kept = results.filter((result) => !isErased(result));
  const [first] = kept;
  if (first) {
    await recordSentEvents(
      sql,
      kept.map(({ event }) => event),
      first.now,
    );
  }
  for (const result of results) {
    fates.set(result.place, { kind: isErased(result) ? "erased" : "recorded" });
  }
}

/** What the browser says of a checkout, of which the order's own event is decided. */
async function recordCheckout({ message, now, sender }: Collected): Promise<RecordedMessage> {
  const shopId = await findShopByCollectKey(message.key);
  const shop = shopId && (await findShopById(shopId));
  if (!shop) return { kind: "no_shop" };
  const refused = exhausted(shop, now);
  if (refused) return refused;
  if (message.kind === "result" && !message.browserSent) return { kind: "noted" };

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

async function sha256(text: string): Promise<string> {
  return createHash("sha256").update(text, "utf8").digest("hex");
}
