import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";

import { deliverLane, type World } from "~/conversions/deliver.server";
import { saveShop } from "~/conversions/connect.server";
import { leaseLane, LEASE_MS, type Lane } from "~/conversions/lane.server";
import { recordCancelled, recordStopped } from "~/conversions/open-rows.server";
import { sealContext } from "~/conversions/outbox.server";
import { recordOrder } from "~/conversions/record.server";
import { releaseForgottenHolds, wakeStrandedLanes } from "~/conversions/wake.server";
import { db } from "~/db.server";
import { InvariantError } from "~/errors";
import { listJobs } from "~/jobs/list.server";
import { log } from "~/log.server";
import { postEvents } from "~/pinterest/events.server";
import { startQueue, stopQueue } from "~/queue.server";
import { seal } from "~/seal.server";
import { recordAttention } from "~/shops/connection.server";
import { DAY_MS, MINUTE_MS, SECOND_MS } from "~/time";

import { TEST_NOW } from "#test/support/clock";
import { emptyDatabase } from "#test/support/database";
import {
  anotherWorker,
  decidedOrder,
  deliver,
  laneOf,
  recordOrders,
  states,
  takeWakeUps,
  useWorker,
  wakeUps,
  world,
} from "#test/support/delivery";
import { useLocalPinterest } from "#test/support/pinterest";
import { connectedShop, CREDENTIALS, settingsChange } from "#test/support/shops";

const NEW_TOKEN = "pina_SANDBOX_NOT_A_REAL_TOKEN_0002";

const pinterest = useLocalPinterest();
useWorker();

beforeAll(() => startQueue(listJobs(new AbortController().signal), "producer"));
afterAll(() => stopQueue(1_000));
beforeEach(async () => {
  await emptyDatabase();
  await takeWakeUps();
});

describe("a lane with something due", () => {
  test("is delivered once, and the second run finds nothing to do", async () => {
    const shopId = await connectedShop();
    const eventIds = await recordOrders(shopId, 3);
    await deliver(shopId);
    await deliver(shopId);

    expect((await pinterest.events()).map(({ eventId }) => eventId)).toEqual(eventIds);
    expect(await pinterest.calls()).toHaveLength(1);
    expect(await states(shopId)).toEqual({ outbox: { delivered: 3 }, ledger: { delivered: 3 } });
  });

  test("goes out by when the shoppers acted, whatever came first", async () => {
    const shopId = await connectedShop();
    const [late] = await recordOrders(shopId, 1);
    const early = await decidedOrder(2, { processed_at: "2026-11-20T09:00:00Z" });
    await recordOrder(db, shopId, early);
    await deliver(shopId);
    expect((await pinterest.events()).map(({ eventId }) => eventId)).toEqual([
      early.draft.eventId,
      late,
    ]);
  });

  test("goes out in batches of a thousand", async () => {
    const shopId = await connectedShop();
    await recordOrders(shopId, 1_001);
    await deliver(shopId);
    const sizes = (await pinterest.calls()).map(({ rawBody }) => JSON.parse(rawBody).data.length);
    expect(sizes).toEqual([1_000, 1]);
    expect((await states(shopId)).outbox).toEqual({ delivered: 1_001 });
  });

  test("takes along what is recorded while it runs", async () => {
    const shopId = await connectedShop();
    await recordOrders(shopId, 1);
    const late = await decidedOrder(2);
    await deliver(shopId, { post: after(() => recordOrder(db, shopId, late)) });
    expect((await states(shopId)).outbox).toEqual({ delivered: 2 });
  });

  test("keeps Pinterest's advice beside what it took", async () => {
    const shopId = await connectedShop();
    await recordOrders(shopId, 1, { landing_site: null });
    await deliver(shopId);
    expect(await db.outboxRow.findMany()).toMatchObject([
      {
        state: "delivered",
        attempts: 1,
        settledAt: TEST_NOW,
        lastError: null,
        warning: expect.stringContaining("click_id"),
      },
    ]);
  });
});

describe("an event that Pinterest refuses", () => {
  test("becomes a dead letter with Pinterest's words; the others are delivered", async () => {
    const shopId = await connectedShop();
    const [, bad = ""] = await recordOrders(shopId, 3);
    await pinterest.fail({ kind: "partial", eventIds: [bad], message: "Bad event_time." });
    await deliver(shopId);

    expect(await states(shopId)).toEqual({
      outbox: { delivered: 2, dead_letter: 1 },
      ledger: { delivered: 2, dead_letter: 1 },
    });
    expect(await rowOf(bad)).toMatchObject({
      state: "dead_letter",
      lastError: "Bad event_time.",
      attempts: 1,
      settledAt: TEST_NOW,
    });
  });

  test("is not tried again", async () => {
    const shopId = await connectedShop();
    await recordOrders(shopId, 1);
    await pinterest.fail({ kind: "partial", everyNth: 1, message: "Bad.", calls: 1 });
    await deliver(shopId);
    await deliver(shopId);
    expect(await pinterest.calls()).toHaveLength(1);
  });

  test("stands alone in the end where the whole batch was refused", async () => {
    const shopId = await connectedShop();
    const eventIds = await recordOrders(shopId, 8);
    const bad = eventIds[5] ?? "";
    let calls = 0;
    await deliver(shopId, {
      post: (credentials, events) => {
        calls += 1;
        const isBad = events.some(({ event_id }) => event_id === bad);
        if (isBad) return Promise.resolve({ kind: "refused", reason: "The request was invalid." });
        return postEvents(credentials, events, { isTest: false });
      },
    });
    expect(calls).toBe(7);
    expect((await states(shopId)).outbox).toEqual({ delivered: 7, dead_letter: 1 });
    expect(await rowOf(bad)).toMatchObject({ lastError: "The request was invalid." });
  });
});

describe("a connection that Pinterest refuses", () => {
  test.each([
    { attention: "token_refused", refuse: () => pinterest.revoke(CREDENTIALS.conversionToken) },
    {
      attention: "no_permission",
      refuse: () => pinterest.allow(CREDENTIALS.conversionToken, []),
    },
  ])("$attention: needs the merchant, and everything waits", async ({ attention, refuse }) => {
    const shopId = await connectedShop();
    await recordOrders(shopId, 2);
    await refuse();
    await deliver(shopId);

    expect(await states(shopId)).toEqual({ outbox: { held: 2 }, ledger: { held: 2 } });
    expect(await db.pinterestConnection.findMany()).toMatchObject([
      { state: "needs_attention", attention },
    ]);
    expect(await db.outboxRow.findMany()).toMatchObject([
      { attempts: 1, lastError: attention },
      { attempts: 1, lastError: attention },
    ]);
    await deliver(shopId);
    expect(await pinterest.calls()).toHaveLength(1);
  });

  test("account_not_found: the same, and a right account releases it", async () => {
    const shopId = await connectedShop();
    await saveShop(shopId, { ...CREDENTIALS, adAccountId: "1" }, settingsChange(), TEST_NOW);
    await recordOrders(shopId, 2);
    await deliver(shopId);
    expect(await db.pinterestConnection.findMany()).toMatchObject([
      { attention: "account_not_found" },
    ]);

    await saveShop(shopId, CREDENTIALS, settingsChange(), TEST_NOW);
    await deliver(shopId);
    expect(await states(shopId)).toEqual({ outbox: { delivered: 2 }, ledger: { delivered: 2 } });
  });

  test("is mended by a new token: what was held goes out by itself", async () => {
    const shopId = await connectedShop();
    await recordOrders(shopId, 2);
    await pinterest.revoke(CREDENTIALS.conversionToken);
    await deliver(shopId);
    await takeWakeUps();

    await pinterest.allow(NEW_TOKEN, [CREDENTIALS.adAccountId]);
    const form = { ...CREDENTIALS, conversionToken: NEW_TOKEN };
    await saveShop(shopId, form, settingsChange(), TEST_NOW);
    expect(await wakeUps(shopId)).toHaveLength(1);
    expect((await states(shopId)).outbox).toEqual({ pending: 2 });
    await deliver(shopId);

    expect(await states(shopId)).toEqual({ outbox: { delivered: 2 }, ledger: { delivered: 2 } });
    expect(await pinterest.events()).toHaveLength(2);
  });

  test("is not blamed where a new token was saved while the old one was refused", async () => {
    const shopId = await connectedShop();
    await recordOrders(shopId, 1);
    await pinterest.revoke(CREDENTIALS.conversionToken);
    await pinterest.allow(NEW_TOKEN, [CREDENTIALS.adAccountId]);
    const form = { ...CREDENTIALS, conversionToken: NEW_TOKEN };
    await deliver(shopId, {
      post: after(() => saveShop(shopId, form, settingsChange(), TEST_NOW)),
    });
    expect(await db.pinterestConnection.findMany()).toMatchObject([{ state: "connected" }]);

    await deliver(shopId);
    expect((await states(shopId)).outbox).toEqual({ delivered: 1 });
  });
});

describe("a call that may succeed later", () => {
  test("waits as long as Pinterest says, and wakes the lane then", async () => {
    const shopId = await connectedShop();
    await recordOrders(shopId, 2);
    await takeWakeUps();
    await pinterest.fail({ kind: "rate_limit", resetSeconds: 42, calls: 1 });
    await deliver(shopId);

    const until = at(42 * SECOND_MS);
    expect(await db.deliveryLane.findMany()).toMatchObject([{ failures: 1, pausedUntil: until }]);
    expect(await wakeUps(shopId)).toEqual([until]);
    expect(await db.outboxRow.findMany()).toMatchObject([
      { state: "pending", attempts: 1, lastError: "rate_limited" },
      { state: "pending", attempts: 1, lastError: "rate_limited" },
    ]);

    await deliver(shopId, { now: () => at(41 * SECOND_MS) });
    expect(await pinterest.calls()).toHaveLength(1);
    await deliver(shopId, { now: () => until });
    expect((await states(shopId)).outbox).toEqual({ delivered: 2 });
    expect(await db.deliveryLane.findMany()).toMatchObject([{ failures: 0, pausedUntil: null }]);
  });

  test.each([
    { failure: { kind: "server_error" }, lastError: "unavailable" },
    { failure: { kind: "ramped_down" }, lastError: "unavailable" },
    { failure: { kind: "broken_before" }, lastError: "network" },
    { failure: { kind: "broken_after" }, lastError: "network" },
  ] as const)("$failure.kind: rests, longer each time", async ({ failure, lastError }) => {
    const shopId = await connectedShop();
    const [eventId = ""] = await recordOrders(shopId, 1);
    await takeWakeUps();
    await pinterest.fail(failure);

    let now = TEST_NOW;
    for (const [failures, restMs] of [500, 1_000, 2_000].entries()) {
      await deliver(shopId, { now: () => now });
      now = new Date(now.getTime() + restMs);
      expect(await db.deliveryLane.findMany()).toMatchObject([
        { failures: failures + 1, pausedUntil: now },
      ]);
      expect(await wakeUps(shopId)).toEqual([now]);
      await takeWakeUps();
    }
    expect(await rowOf(eventId)).toMatchObject({ state: "pending", attempts: 3, lastError });

    await pinterest.mend();
    await deliver(shopId, { now: () => now });
    expect(await rowOf(eventId)).toMatchObject({ state: "delivered", lastError: null });
  });

  test("a call that takes too long is one too", async () => {
    const shopId = await connectedShop();
    await recordOrders(shopId, 1);
    await deliver(shopId, {
      post: () => Promise.resolve({ kind: "retry", delay: "timeout", retryAfterMs: null }),
    });
    expect(await db.outboxRow.findMany()).toMatchObject([{ lastError: "timeout", attempts: 1 }]);
  });

  test("a lost answer gives the same event id again, which Pinterest counts once", async () => {
    const shopId = await connectedShop();
    await recordOrders(shopId, 1);
    await pinterest.fail({ kind: "broken_after", calls: 1 });
    await deliver(shopId);
    await deliver(shopId, { now: () => at(SECOND_MS) });
    expect((await pinterest.events()).map(({ deduplicated }) => deduplicated)).toEqual([
      false,
      true,
    ]);
    expect((await states(shopId)).outbox).toEqual({ delivered: 1 });
  });
});

describe("workers side by side", () => {
  test("one that finds the lane taken leaves it", async () => {
    const shopId = await connectedShop();
    await recordOrders(shopId, 1);
    const lane = await laneOf(shopId);
    const other = await anotherWorker(2);
    await leaseLane(lane, other.id, TEST_NOW);
    await deliverLane(lane, world());
    expect(await pinterest.calls()).toEqual([]);
    await other.die();
  });

  test("one takes over at once what a dead one held", async () => {
    const shopId = await connectedShop();
    await recordOrders(shopId, 1);
    const lane = await laneOf(shopId);
    const dead = await anotherWorker(3);
    await leaseLane(lane, dead.id, TEST_NOW);
    await dead.die();
    await deliverOnceFree(lane, TEST_NOW);
    expect((await states(shopId)).outbox).toEqual({ delivered: 1 });
  });

  test("one takes over what a silent one held, once its lease is over", async () => {
    const shopId = await connectedShop();
    await recordOrders(shopId, 1);
    const lane = await laneOf(shopId);
    const silent = await anotherWorker(4);
    await leaseLane(lane, silent.id, TEST_NOW);
    await deliverLane(lane, world({ now: () => at(LEASE_MS) }));
    expect(await pinterest.calls()).toEqual([]);
    await deliverLane(lane, world({ now: () => at(LEASE_MS + 1) }));
    expect((await states(shopId)).outbox).toEqual({ delivered: 1 });
    await silent.die();
  });

  test("one whose lane was taken over makes no further call", async () => {
    const shopId = await connectedShop();
    await recordOrders(shopId, 2);
    const lane = await laneOf(shopId);
    const other = await anotherWorker(5);
    const robbed = deliverLane(
      lane,
      world({
        post: async () => {
          await leaseLane(lane, other.id, at(LEASE_MS + 1));
          return { kind: "refused", reason: "The request was invalid." };
        },
      }),
    );
    await expect(robbed).rejects.toThrow("The lane was taken over");
    expect(await db.deliveryLane.findMany()).toMatchObject([{ leaseOwner: other.id }]);
    await other.die();
  });

  test("ten runs at once deliver each event once", async () => {
    const shopId = await connectedShop();
    await recordOrders(shopId, 20);
    const lane = await laneOf(shopId);
    await Promise.all(Array.from({ length: 10 }, () => deliverLane(lane, world())));
    expect(await pinterest.events()).toHaveLength(20);
    expect((await states(shopId)).outbox).toEqual({ delivered: 20 });
  });

  test("two shops with one ad account have a lane each, and share no request", async () => {
    const one = await connectedShop();
    const other = await connectedShop({}, "other.myshopify.com");
    await recordOrders(one, 2);
    await recordOrders(other, 3);
    await pinterest.fail({ kind: "rate_limit", resetSeconds: 60, calls: 1 });
    await deliver(one);
    await deliver(other);

    expect(await states(one)).toMatchObject({ outbox: { pending: 2 } });
    expect(await states(other)).toMatchObject({ outbox: { delivered: 3 } });
    const sizes = (await pinterest.calls()).map(({ rawBody }) => JSON.parse(rawBody).data.length);
    expect(sizes).toEqual([2, 3]);
  });

  test("one shop's call that hangs delays nobody else's", async () => {
    const one = await connectedShop();
    const other = await connectedShop({}, "other.myshopify.com");
    await recordOrders(one, 1);
    await recordOrders(other, 1);
    const hung = Promise.withResolvers<void>();
    const hanging = deliver(one, {
      post: async () => {
        await hung.promise;
        return { kind: "retry", delay: "timeout", retryAfterMs: null };
      },
    });
    await deliver(other);
    expect(await states(other)).toMatchObject({ outbox: { delivered: 1 } });
    expect(await states(one)).toMatchObject({ outbox: { pending: 1 } });
    hung.resolve();
    await hanging;
  });

  test("one that was woken for an earlier credential leaves the lane to the new one", async () => {
    const shopId = await connectedShop();
    await recordOrders(shopId, 1);
    const before = await laneOf(shopId);
    const form = { ...CREDENTIALS, conversionToken: NEW_TOKEN };
    await saveShop(shopId, form, settingsChange(), TEST_NOW);
    await deliverLane(before, world());
    expect(await pinterest.calls()).toEqual([]);
  });
});

describe("what must not leave any more", () => {
  test.each([
    { state: "expired", reason: "too_old", ageMs: 7 * DAY_MS + 1, browserSent: false },
    { state: "expired", reason: "expired", ageMs: 60 * MINUTE_MS + 1, browserSent: true },
  ])("is $state: $reason", async ({ state, reason, ageMs, browserSent }) => {
    const shopId = await connectedShop();
    await recordOrders(shopId, 1);
    const occurredAt = at(-ageMs);
    await db.outboxRow.updateMany({ data: { occurredAt, browserSent } });
    await deliver(shopId);

    expect(await pinterest.calls()).toEqual([]);
    expect(await db.outboxRow.findMany()).toMatchObject([{ state, reason, settledAt: TEST_NOW }]);
    expect(await db.ledgerLine.findMany()).toMatchObject([{ state, reason, settledAt: TEST_NOW }]);
  });

  test("is nothing that was stopped while the call was on its way", async () => {
    const shopId = await connectedShop();
    await recordOrders(shopId, 2);
    await deliver(shopId, { post: after(() => recordCancelled(db, shopId, "1", TEST_NOW)) });
    expect(await states(shopId)).toEqual({
      outbox: { delivered: 1, skipped: 1 },
      ledger: { delivered: 1, skipped: 1 },
    });
  });

  test("is nothing of a shop that uninstalled while the call was refused", async () => {
    const shopId = await connectedShop();
    await recordOrders(shopId, 1);
    await pinterest.revoke(CREDENTIALS.conversionToken);
    await deliver(shopId, {
      post: after(() => recordStopped(db, shopId, "uninstalled", TEST_NOW)),
    });
    expect(await states(shopId)).toEqual({ outbox: { skipped: 1 }, ledger: { skipped: 1 } });
  });

  test("a row that no longer fits is a dead letter, and the others go out", async () => {
    const shopId = await connectedShop();
    const [bad = ""] = await recordOrders(shopId, 2);
    await db.outboxRow.updateMany({ where: { eventId: bad }, data: { payload: { version: 0 } } });
    const logged = vi.spyOn(log, "error");
    await deliver(shopId);

    expect(await states(shopId)).toMatchObject({ outbox: { delivered: 1, dead_letter: 1 } });
    expect(await rowOf(bad)).toMatchObject({ lastError: "unreadable_event" });
    expect(logged).toHaveBeenCalledOnce();
  });
});

describe("an event whose key is not configured", () => {
  test("is put off, and the others go out", async () => {
    const shopId = await connectedShop();
    const [locked = ""] = await recordOrders(shopId, 2);
    await lock(locked);
    await deliver(shopId);
    await deliver(shopId);
    expect((await states(shopId)).outbox).toEqual({ pending: 1, delivered: 1 });
    expect(await rowOf(locked)).toMatchObject({
      lastError: "sealed",
      nextAttemptAt: at(15 * MINUTE_MS),
    });
  });

  test("goes out when the key is back", async () => {
    const shopId = await connectedShop();
    const [locked = ""] = await recordOrders(shopId, 1);
    const giveBack = await lock(locked);
    await deliver(shopId);
    await giveBack();
    await deliver(shopId, { now: () => at(15 * MINUTE_MS) });
    expect(await rowOf(locked)).toMatchObject({ state: "delivered", lastError: null });
  });

  test("is given up when Pinterest would not take it any more", async () => {
    const shopId = await connectedShop();
    const [locked = ""] = await recordOrders(shopId, 1);
    await lock(locked);
    await deliver(shopId, { now: () => at(7 * DAY_MS + 1) });
    expect(await rowOf(locked)).toMatchObject({ state: "expired", reason: "too_old" });
    expect(await pinterest.calls()).toEqual([]);
  });
});

describe("a process that dies or stops", () => {
  test("between the call and the write sends the same event id again", async () => {
    const shopId = await connectedShop();
    await recordOrders(shopId, 2);
    const forbid = db.$executeRaw`
      ALTER TABLE outbox ADD CONSTRAINT crash CHECK (state <> 'delivered') NOT VALID`;
    await expect(deliver(shopId, { post: after(() => forbid) })).rejects.toThrow();
    await db.$executeRaw`ALTER TABLE outbox DROP CONSTRAINT crash`;
    expect(await states(shopId)).toEqual({ outbox: { pending: 2 }, ledger: { pending: 2 } });

    await deliver(shopId);
    expect(await states(shopId)).toEqual({ outbox: { delivered: 2 }, ledger: { delivered: 2 } });
    const events = await pinterest.events();
    expect(new Set(events.map(({ eventId }) => eventId)).size).toBe(2);
    expect(events.map(({ deduplicated }) => deduplicated)).toEqual([false, false, true, true]);
  });

  test("a fault in between gives the lane back", async () => {
    const shopId = await connectedShop();
    await recordOrders(shopId, 1);
    const fault = deliver(shopId, {
      post: () => Promise.reject(new InvariantError("a defect of ours")),
    });
    await expect(fault).rejects.toThrow("a defect of ours");
    expect(await db.deliveryLane.findMany()).toMatchObject([{ leaseOwner: null }]);
  });

  test("begins no call once it is told to stop", async () => {
    const shopId = await connectedShop();
    await recordOrders(shopId, 1);
    await deliver(shopId, { stopping: AbortSignal.abort() });
    expect(await pinterest.calls()).toEqual([]);
    expect(await db.deliveryLane.findMany()).toMatchObject([{ leaseOwner: null }]);
  });

  test("finishes and writes the call that is on its way", async () => {
    const shopId = await connectedShop();
    await recordOrders(shopId, 1);
    const late = await decidedOrder(2);
    const stopping = new AbortController();
    await deliver(shopId, {
      stopping: stopping.signal,
      post: after(async () => {
        await recordOrder(db, shopId, late);
        stopping.abort();
      }),
    });
    expect((await states(shopId)).outbox).toEqual({ delivered: 1, pending: 1 });
  });

  test("is noticed: the lane that it left is woken again", async () => {
    const shopId = await connectedShop();
    await recordOrders(shopId, 1);
    const other = await anotherWorker(6);
    await leaseLane(await laneOf(shopId), other.id, TEST_NOW);
    await takeWakeUps();

    await wakeStrandedLanes(TEST_NOW);
    expect(await wakeUps(shopId)).toEqual([]);
    await other.die();
    await vi.waitUntil(async () => {
      await wakeStrandedLanes(TEST_NOW);
      return (await wakeUps(shopId)).length > 0;
    });
    await wakeStrandedLanes(TEST_NOW);
    expect(await wakeUps(shopId)).toHaveLength(1);
  });
});

describe("an order that was recorded while its connection was being mended", () => {
  test("is released: it was held for the connection that was broken", async () => {
    const shopId = await connectedShop();
    const held = { ...(await decidedOrder(1)), isHeld: true };
    await db.$transaction((tx) => recordOrder(tx, shopId, held));
    await takeWakeUps();

    await releaseForgottenHolds(TEST_NOW);
    expect(await states(shopId)).toEqual({ outbox: { pending: 1 }, ledger: { pending: 1 } });
    expect(await wakeUps(shopId)).toHaveLength(1);
    await releaseForgottenHolds(TEST_NOW);
    expect(await wakeUps(shopId)).toHaveLength(1);
    await deliver(shopId);
    expect((await states(shopId)).ledger).toEqual({ delivered: 1 });
  });

  test("stays held where the connection still needs the merchant", async () => {
    const shopId = await connectedShop();
    await recordAttention(db, shopId, 1, "token_refused");
    const held = { ...(await decidedOrder(1)), isHeld: true };
    await db.$transaction((tx) => recordOrder(tx, shopId, held));
    await releaseForgottenHolds(TEST_NOW);
    expect((await states(shopId)).outbox).toEqual({ held: 1 });
  });
});

/** The database notices a moment later that a connection is gone. */
async function deliverOnceFree(lane: Lane, now: Date): Promise<void> {
  await vi.waitUntil(async () => {
    await deliverLane(lane, world({ now: () => now }));
    return (await pinterest.calls()).length > 0;
  });
}

function at(ms: number): Date {
  return new Date(TEST_NOW.getTime() + ms);
}

/** Posts, and does this, the first time, before the answer is looked at. */
function after(act: () => Promise<unknown>): World["post"] {
  let isDone = false;
  return async (credentials, events) => {
    const answer = await postEvents(credentials, events, { isTest: false });
    if (!isDone) await act();
    isDone = true;
    return answer;
  };
}

function rowOf(eventId: string) {
  return db.outboxRow.findFirst({ where: { eventId } });
}

/** Seals a row's personal part with a key that nobody has; gives what undoes it. */
async function lock(eventId: string): Promise<() => Promise<unknown>> {
  const row = await db.outboxRow.findFirstOrThrow({ where: { eventId } });
  const put = (sealed: string | null) =>
    db.outboxRow.update({ where: { id: row.id }, data: { sealed } });
  await put(seal("{}", sealContext(row.shopId, eventId), [{ id: "k9", key: Buffer.alloc(32, 9) }]));
  return () => put(row.sealed);
}
