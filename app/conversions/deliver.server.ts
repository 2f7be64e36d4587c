import { db } from "~/db.server";
import { UpstreamUnavailableError } from "~/errors";
import { eventTrace } from "~/event-trace";
import { log } from "~/log.server";
import { countAttempts, countEvents } from "~/metrics.server";
import type { EventsCredentials } from "~/pinterest/events.server";
import type { CalledEvents } from "~/pinterest/outcome";
import {
  EVENTS_PER_REQUEST_MAX,
  TEST_EVENTS_PER_REQUEST_MAX,
  type WireEvent,
} from "~/pinterest/wire";
import type { WorkerId } from "~/presence.server";
import { enqueue } from "~/queue.server";
import { findCredentials, recordAttention } from "~/shops/connection.server";
import { MINUTE_MS, SECOND_MS } from "~/time";

import { recordCalls, type MadeCall } from "./delivery-calls.server";
import type { ConversionEvent } from "./event";
import { followConnection } from "./follow-connection.server";
import {
  leaseLane,
  recordAnswered,
  recordPause,
  releaseLane,
  renewLease,
  type Lane,
  type LeasedLane,
} from "./lane.server";
import { expiry, pauseMs, type OutboxState } from "./outbox";
import {
  hasDue,
  listDue,
  recordExpired,
  recordFailedAttempt,
  recordOutcomes,
  recordSealed,
  type DueEvent,
  type DueRow,
  type SentMode,
} from "./outbox.server";
import { sendBatch, type SentBatch, type Stop } from "./send-batch";
import { toWireEvent } from "./wire-event";

/** What delivery needs of the world. */
export type World = {
  now(): Date;
  /** In [0, 1). */
  random(): number;
  post(
    credentials: EventsCredentials,
    events: readonly WireEvent[],
    sending: SentMode,
  ): Promise<CalledEvents>;
  /** Whether a test call made now would soon have its turn, of which all shops share a few a second. */
  isTestTurnNear(): Promise<boolean>;
  owner: WorkerId;
  /** Set when the process is about to stop: what runs is finished, nothing new is begun. */
  stopping: AbortSignal;
};

/** How soon an event that does not open is looked at again: an operator has to restore its key first. */
const SEALED_PAUSE_MS = 15 * MINUTE_MS;

/** How soon a lane with test events looks again where other shops' have all the turns. */
const TEST_TURN_PAUSE_MS = 2 * SECOND_MS;

type Ready = { row: DueRow; event: ConversionEvent };

/**
 * Delivers what is due in a lane until nothing is, the lane has to rest, or the process stops. One
 * worker at a time; a second caller returns at once.
 *
 * A crash between the call and the write sends the same event ids again, which Pinterest counts once.
 */
export async function deliverLane(lane: Lane, world: World): Promise<void> {
  // Asked again after the lane was given back: a row that came between the last look and the giving
  // back woke a worker that found the lane taken.
  while (await hasDue(lane.shopId, world.now())) {
    const leased = await leaseLane(lane, world.owner, world.now());
    if (!leased) return;
    try {
      if (!(await deliverBatches(lane, leased, world))) return;
    } finally {
      await releaseLane(lane, world.owner);
    }
  }
}

/** @returns whether the lane is open for more. */
async function deliverBatches(lane: Lane, leased: LeasedLane, world: World): Promise<boolean> {
  let { failures, pausedUntil } = leased;
  for (;;) {
    if (world.stopping.aborted) return false;
    const now = world.now();
    if (pausedUntil !== null && pausedUntil > now) {
      await wakeLater(lane, pausedUntil);
      return false;
    }
    const credentials = await findCredentials(lane.shopId);
    if (!isOf(lane, credentials)) return false;

    const { due, isFull, sending } = await nextBatch(lane, now);
    if (due.length === 0) return true;
    if (sending === "test" && !(await world.isTestTurnNear())) {
      await wakeLater(lane, new Date(now.getTime() + TEST_TURN_PAUSE_MS));
      return false;
    }
    const ready = await takeOutUnsendable(lane, due, now);
    const calls: MadeCall[] = [];
    const batch = await sendBatch(ready, async (events) => {
      const startedAt = world.now();
      const answer = await postLeased(lane, credentials, events, sending, world);
      calls.push({ startedAt, rowIds: events.map(({ row }) => row.id), answer });
      return answer;
    });
    const after = world.now();
    const stop = batch.stop;
    await db.$transaction(async (tx) => {
      const trail = await recordCalls(tx, lane, calls);
      await recordOutcomes(
        tx,
        lane.shopId,
        batch.settled.map(({ event, outcome }) => ({ event, outcome })),
        after,
        trail,
      );
      if (stop === null) return failures > 0 ? recordAnswered(tx, lane) : undefined;
      const done = new Set(batch.settled.map(({ event }) => event.row.id));
      const open = ready.map(({ row }) => row).filter(({ id }) => !done.has(id));
      await recordFailedAttempt(tx, lane.shopId, open, reasonOf(stop), trail);
      if (stop.kind === "needs_attention") {
        const { shopId, credentialVersion } = lane;
        // Credentials saved in the meantime have a lane of their own, which takes what is open.
        if (!(await recordAttention(tx, shopId, credentialVersion, stop.attention))) return;
        return followConnection(tx, shopId, after);
      }
      failures += 1;
      const restMs = stop.retryAfterMs ?? pauseMs(failures, world.random());
      pausedUntil = new Date(after.getTime() + restMs);
      return recordPause(tx, lane, failures, pausedUntil);
    });
    report(lane, ready, batch, sending);
    if (stop?.kind === "needs_attention") return false;
    if (stop !== null) continue;
    failures = 0;
    // A batch that was not full took all there was; what came since is seen once the lane is given back.
    if (!isFull) return true;
  }
}

/** What goes next, all of one mode: a test waits until nothing real is due. */
async function nextBatch(
  { shopId }: Lane,
  now: Date,
): Promise<{ sending: SentMode; due: DueEvent[]; isFull: boolean }> {
  const real = await listDue(shopId, "real", now, EVENTS_PER_REQUEST_MAX);
  if (real.length > 0) {
    return { sending: "real", due: real, isFull: real.length === EVENTS_PER_REQUEST_MAX };
  }
  const due = await listDue(shopId, "test", now, TEST_EVENTS_PER_REQUEST_MAX);
  return { sending: "test", due, isFull: due.length === TEST_EVENTS_PER_REQUEST_MAX };
}

/** Tells the log and the figures what came of a batch, once it is written. */
function report(
  lane: Lane,
  ready: readonly Ready[],
  { settled, stop }: SentBatch<Ready>,
  sending: SentMode,
): void {
  const rejected = settled.filter(({ outcome }) => outcome.kind === "rejected");
  const failedIds = rejected.map(({ event }) => event.row.eventId);
  const taken: OutboxState = sending === "test" ? "tested" : "delivered";
  countEvents(taken, settled.length - rejected.length);
  countEvents("dead_letter" satisfies OutboxState, rejected.length);
  countAttempts(settled.length, ready.length - settled.length);
  log.info(
    {
      ...lane,
      sending,
      ...eventTrace(
        ready.map(({ row }) => row.eventId),
        failedIds,
      ),
      settled: settled.length,
      stop: stop && reasonOf(stop),
    },
    "delivered a batch",
  );
}

async function postLeased(
  lane: Lane,
  credentials: EventsCredentials,
  events: readonly Ready[],
  sending: SentMode,
  world: World,
): Promise<CalledEvents> {
  if (!(await renewLease(lane, world.owner, world.now()))) {
    throw new UpstreamUnavailableError("The lane was taken over", { ...lane });
  }
  return world.post(
    credentials,
    events.map(({ event }) => toWireEvent(event)),
    sending,
  );
}

/** Settles what must not, or cannot, be sent any more, and returns the rest. */
async function takeOutUnsendable(
  lane: Lane,
  due: readonly DueEvent[],
  now: Date,
): Promise<Ready[]> {
  const ready: Ready[] = [];
  const late: Record<"expired" | "too_old", DueRow[]> = { expired: [], too_old: [] };
  const sealed: DueRow[] = [];
  const unreadable: DueRow[] = [];
  for (const { row, event } of due) {
    const isOffline = event.kind === "parsed" && event.value.actionSource === "offline";
    const reason = expiry({ ...row, isOffline }, now);
    if (event.kind === "unreadable") {
      log.error({ ...lane, eventId: row.eventId, fields: event.fields }, "stored event unreadable");
      unreadable.push(row);
    } else if (event.kind === "sealed" && reason !== "too_old") sealed.push(row);
    else if (reason !== null) late[reason].push(row);
    else if (event.kind === "parsed") ready.push({ row, event: event.value });
  }
  await recordSealed(lane.shopId, sealed, new Date(now.getTime() + SEALED_PAUSE_MS));
  await giveUpUnreadable(lane, unreadable, now);
  await giveUpLate(lane, late.expired, "expired", now);
  await giveUpLate(lane, late.too_old, "too_old", now);
  return ready;
}

async function giveUpUnreadable(lane: Lane, rows: readonly DueRow[], now: Date): Promise<void> {
  if (rows.length === 0) return;
  const outcome = { kind: "rejected", reason: "unreadable_event" } as const;
  await db.$transaction((tx) =>
    recordOutcomes(
      tx,
      lane.shopId,
      rows.map((row) => ({ event: { row }, outcome })),
      now,
    ),
  );
  countEvents("dead_letter" satisfies OutboxState, rows.length);
}

async function giveUpLate(
  lane: Lane,
  rows: readonly DueRow[],
  reason: "expired" | "too_old",
  now: Date,
): Promise<void> {
  await recordExpired(db, lane.shopId, rows, reason, now);
  countEvents("expired" satisfies OutboxState, rows.length);
  for (const { eventId } of rows) log.info({ ...lane, eventId, reason }, "an event expired");
}

async function wakeLater(lane: Lane, at: Date): Promise<void> {
  await db.$transaction((tx) => enqueue(tx, "deliver-lane", lane, at));
}

/** The merchant may have changed the credentials since this lane was woken. */
function isOf<Credentials extends Omit<Lane, "shopId">>(
  lane: Lane,
  credentials: Credentials | null,
): credentials is Credentials {
  return (
    credentials?.adAccountId === lane.adAccountId &&
    credentials.credentialVersion === lane.credentialVersion
  );
}

function reasonOf(stop: Stop): string {
  return stop.kind === "retry" ? stop.delay : stop.attention;
}
