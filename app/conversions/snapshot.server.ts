import { db, type Transaction } from "~/db.server";
import { gather } from "~/gather.server";
import type { EventId, ShopId } from "~/ids";
import { isErased, readMarker } from "~/shops/erasure-mark.server";
import { findShopById, recordPixelSeen } from "~/shops/shop.server";

import { recordLateDenial } from "./late-denial.server";
import { mergeTaken, type TakenSnapshot } from "./snapshot";
import { findSeen, lockEvent, writeSeen, type SeenCheckout } from "./snapshot-row.server";
import { decideWaiting } from "./wait.server";

/** What became of a message of the pixel; `erased`: its customer was, and it is recorded no more. */
export type RecordedSnapshot = "recorded" | "erased";

/**
 * How many messages of the pixel one process writes at a time. A transaction here is a dozen questions to
 * the database; with as many under way as the pool has connections all of them are slow, and a webhook
 * finds none.
 */
const WRITERS = 4;

const write = gather<Write, RecordedSnapshot>(
  (writes) => Promise.all(writes.map((one) => db.$transaction(one))),
  { itemsMax: 1, writersMax: WRITERS, pauseMs: 0 },
);
type Write = (tx: Transaction) => Promise<RecordedSnapshot>;

/** {@link recordSnapshot} in a transaction of its own, a few of a process at a time. */
export function takeSnapshot(
  shopId: ShopId,
  eventId: EventId,
  taken: TakenSnapshot,
  now: Date,
): Promise<RecordedSnapshot> {
  return write((tx) => recordSnapshot(tx, shopId, eventId, taken, now));
}

/** {@link recordBrowserSent} in a transaction of its own, a few of a process at a time. */
export function takeBrowserSent(
  shopId: ShopId,
  eventId: EventId,
  at: Date,
  now: Date,
): Promise<RecordedSnapshot> {
  return write((tx) => recordBrowserSent(tx, shopId, eventId, at, now));
}

/**
 * Records what the pixel saw of a checkout, and decides the order that waits for it. The same message
 * again changes nothing, and another one on the same checkout only adds to what is known. An order that
 * was decided without it stands, but for two things: the hour after which the browser's own event
 * forbids ours, and a denial, which still stops or limits what has not left.
 *
 * @param eventId of the checkout's event, never its token.
 * @param now when it arrived, by our clock.
 */
export async function recordSnapshot(
  tx: Transaction,
  shopId: ShopId,
  eventId: EventId,
  taken: TakenSnapshot,
  now: Date,
): Promise<RecordedSnapshot> {
  return record(tx, shopId, eventId, now, withSnapshot(taken, now));
}

/**
 * Records that Pinterest's tag endpoint took the browser's own event of a checkout. It may overtake the
 * snapshot, and stands in for none: an order goes on waiting for that.
 *
 * @param at when the browser's event was sent.
 */
export async function recordBrowserSent(
  tx: Transaction,
  shopId: ShopId,
  eventId: EventId,
  at: Date,
  now: Date,
): Promise<RecordedSnapshot> {
  return record(tx, shopId, eventId, now, withBrowserSent(at));
}

/** What a message adds to what is known of a checkout. In whichever order messages come, they add up to the same. */
export type SeenChange = (before: SeenCheckout) => SeenCheckout;

/** What a snapshot adds that arrived at `now`. */
export function withSnapshot(taken: TakenSnapshot, now: Date): SeenChange {
  return (before) => ({
    taken: before.taken ? mergeTaken(before.taken, taken) : taken,
    browserSentAt: before.browserSentAt ?? (taken.snapshot.browserSent ? now : null),
  });
}

/** What the word adds that Pinterest's tag endpoint took the browser's event. */
export function withBrowserSent(at: Date): SeenChange {
  return (before) => ({ taken: before.taken, browserSentAt: before.browserSentAt ?? at });
}

async function record(
  tx: Transaction,
  shopId: ShopId,
  eventId: EventId,
  now: Date,
  change: SeenChange,
): Promise<RecordedSnapshot> {
  // The shop first, then the event, as everybody does: both of these may wait for the shop's row.
  const marker = await readMarker(tx, shopId);
  await recordPixelSeen(tx, shopId, now);
  await lockEvent(tx, shopId, eventId);
  if (await isErased(tx, shopId, [marker("event", eventId)])) return "erased";
  const seen = change(await findSeen(tx, shopId, eventId));
  await writeSeen(tx, shopId, eventId, seen, now);
  await tellOrder(tx, shopId, eventId, seen, now);
  return "recorded";
}

/** Lets the order of the same checkout know, if it is here. The event must be locked. */
export async function tellOrder(
  tx: Transaction,
  shopId: ShopId,
  eventId: EventId,
  seen: SeenCheckout,
  now: Date,
): Promise<void> {
  const shop = await findShopById(shopId, tx);
  if (!shop) return;
  if (seen.taken && (await decideWaiting(tx, shop, eventId, now)) === "decided") return;

  // In coexistence, an order that was decided goes under the other pixel's id.
  const others = seen.taken?.snapshot.eventId;
  const named = { shopId, eventId: { in: others === undefined ? [eventId] : [eventId, others] } };
  if (seen.browserSentAt) {
    await tx.outboxRow.updateMany({
      where: { ...named, eventName: "checkout", browserSent: false },
      data: { browserSent: true },
    });
  }
  if (seen.taken) {
    await recordLateDenial(tx, shop, named.eventId.in, seen.taken.snapshot.consent, now);
  }
  await tx.ledgerLine.updateMany({
    where: { ...named, browserSeen: false },
    data: { browserSeen: true },
  });
}
