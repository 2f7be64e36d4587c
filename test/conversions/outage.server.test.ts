import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import { saveShop } from "~/conversions/connect.server";
import { followConnectionToEnd } from "~/conversions/follow-connection.server";
import { db } from "~/db.server";
import type { ShopId } from "~/ids";
import { listJobs } from "~/jobs/list.server";
import { postEvents } from "~/pinterest/events.server";
import { startQueue, stopQueue } from "~/queue.server";
import { HOUR_MS, MINUTE_MS, SECOND_MS } from "~/time";

import { TEST_NOW } from "#test/support/clock";
import { emptyDatabase } from "#test/support/database";
import { deliver, recordOrders, states, takeWakeUps, useWorker } from "#test/support/delivery";
import { useLocalPinterest } from "#test/support/pinterest";
import { connectedShop, CREDENTIALS, settingsChange } from "#test/support/shops";

const NEW_TOKEN = "pina_SANDBOX_NOT_A_REAL_TOKEN_0002";
const WITH_NEW_TOKEN = { ...CREDENTIALS, conversionToken: NEW_TOKEN };

const pinterest = useLocalPinterest();
useWorker();
beforeAll(() => startQueue(listJobs(new AbortController().signal), "producer"));
afterAll(() => stopQueue(1_000));
beforeEach(async () => {
  await emptyDatabase();
  await takeWakeUps();
});

test("an hour's outage with 10 000 events: each is delivered, or expired because the browser had reported it, in full batches", async () => {
  const shops = await Promise.all(
    [5_000, 3_000, 2_000].map(async (count, index) => {
      const shopId = await connectedShop({}, `shop-${index}.myshopify.com`);
      await recordMany(shopId, count);
      return { shopId, count };
    }),
  );
  const endedAt = at(HOUR_MS + MINUTE_MS);
  const callsInOutage = await sitOut(shops, endedAt);

  for (const { shopId } of shops) await deliver(shopId, { now: () => endedAt });

  for (const { shopId, count } of shops) {
    // Every third was seen by the browser; all of them are over an hour old.
    const expired = Math.ceil(count / 3);
    const outcome = { delivered: count - expired, expired };
    expect(await states(shopId)).toEqual({ outbox: outcome, ledger: outcome });
    expect(await db.outboxRow.count({ where: { shopId, state: "expired" } })).toBe(
      await db.outboxRow.count({ where: { shopId, browserSent: true, reason: "expired" } }),
    );
  }
  const delivered = shops.map(({ count }) => count - Math.ceil(count / 3));
  expect(await pinterest.events()).toHaveLength(delivered.reduce((sum, count) => sum + count));
  const full = shops.map(({ count }) => Math.ceil(count / 1_000));
  expect((await pinterest.calls()).length).toBeLessThanOrEqual(
    full.reduce((sum, calls) => sum + calls),
  );
  // Nine pauses grow to five minutes; from then on there are twelve calls an hour.
  expect(callsInOutage).toBeLessThanOrEqual(shops.length * 25);
}, 180_000);

test("one poison event among 1 000: 999 are taken with at most 20 calls more, and Pinterest's words are kept", async () => {
  const shopId = await connectedShop();
  await recordMany(shopId, 1_000);
  const poison = await db.outboxRow.findFirstOrThrow({ where: { shopId }, skip: 617 });
  // A form that the published description refuses, so that the whole batch is refused for it.
  await deliver(shopId, {
    post: (credentials, events) =>
      postEvents(
        credentials,
        events.map((event) =>
          event.event_id === poison.eventId
            ? { ...event, custom_data: { ...event.custom_data, num_items: 0.5 } }
            : event,
        ),
        { isTest: false },
      ),
  });

  expect(await states(shopId)).toMatchObject({ outbox: { delivered: 999, dead_letter: 1 } });
  const calls = await pinterest.calls();
  expect(calls.length - 1).toBeLessThanOrEqual(20);
  expect(await db.outboxRow.findMany({ where: { state: "dead_letter" } })).toMatchObject([
    { eventId: poison.eventId, lastError: "The request was invalid.", payload: expect.anything() },
  ]);
  await pinterest.reset();
}, 30_000);

test.each([
  { minutes: 30, outcome: { delivered: 5_000 } },
  // Every third was seen by the browser, and is over an hour old then.
  { minutes: 90, outcome: { delivered: 3_333, expired: 1_667 } },
])(
  "a revoked token with 5 000 events and a new one after $minutes minutes: $outcome",
  async ({ minutes, outcome }) => {
    const shopId = await connectedShop();
    await recordMany(shopId, 5_000);
    await pinterest.revoke(CREDENTIALS.conversionToken);
    await deliver(shopId, { now: () => at(0) });
    // The job that takes what is more than one transaction should hold.
    await followConnectionToEnd(shopId, at(0));
    expect(await states(shopId)).toEqual({ outbox: { held: 5_000 }, ledger: { held: 5_000 } });
    expect(await pinterest.calls()).toHaveLength(1);

    await pinterest.allow(NEW_TOKEN, [CREDENTIALS.adAccountId]);
    await saveShop(shopId, WITH_NEW_TOKEN, settingsChange(), at(minutes * MINUTE_MS));
    await followConnectionToEnd(shopId, at(minutes * MINUTE_MS));
    await deliver(shopId, { now: () => at(minutes * MINUTE_MS) });
    expect(await states(shopId)).toEqual({ outbox: outcome, ledger: outcome });
    expect(await pinterest.events()).toHaveLength(outcome.delivered);
  },
  60_000,
);

test("an event a second short of an hour is delivered, and after it expires where the browser reported it", async () => {
  const shopId = await connectedShop();
  await recordMany(shopId, 3);
  await pinterest.fail({ kind: "server_error", calls: 1 });
  await deliver(shopId, { now: () => at(HOUR_MS - SECOND_MS) });
  expect((await states(shopId)).outbox).toEqual({ pending: 3 });
  await deliver(shopId, { now: () => at(HOUR_MS + SECOND_MS) });
  expect((await states(shopId)).outbox).toEqual({ delivered: 2, expired: 1 });
});

test("an event that never got through is given up after seven days, and not before", async () => {
  const shopId = await connectedShop();
  await recordMany(shopId, 2);
  await db.outboxRow.updateMany({ data: { browserSent: false } });
  await pinterest.fail({ kind: "broken_before" });
  const week = 7 * 24 * HOUR_MS;
  await deliver(shopId, { now: () => at(week) });
  expect(await db.outboxRow.findMany()).toMatchObject([
    { state: "pending", lastError: "network" },
    { state: "pending", lastError: "network" },
  ]);
  await deliver(shopId, { now: () => at(week + SECOND_MS) });
  expect(await states(shopId)).toEqual({ outbox: { expired: 2 }, ledger: { expired: 2 } });
  expect(await db.outboxRow.findMany()).toMatchObject([
    { reason: "too_old" },
    { reason: "too_old" },
  ]);
});

/** Runs every lane whenever its pause is over, until the end; gives the number of calls. */
async function sitOut(shops: readonly { shopId: ShopId }[], endedAt: Date): Promise<number> {
  let calls = 0;
  const post = () => {
    calls += 1;
    return Promise.resolve({ kind: "retry", delay: "unavailable", retryAfterMs: null } as const);
  };
  for (const { shopId } of shops) {
    let now = at(0);
    while (now < endedAt) {
      const started = now;
      await deliver(shopId, { now: () => started, random: () => 0.99, post });
      const lane = await db.deliveryLane.findFirstOrThrow({ where: { shopId } });
      now = lane.pausedUntil ?? endedAt;
    }
    // The last pause may reach over the end; it is five minutes at most.
    await db.deliveryLane.updateMany({ where: { shopId }, data: { pausedUntil: endedAt } });
  }
  return calls;
}

/** Orders placed at TEST_NOW, every third seen by the browser too: a few recorded, the rest copied from one. */
async function recordMany(shopId: ShopId, count: number): Promise<void> {
  await recordOrders(shopId, 1, { processed_at: TEST_NOW.toISOString() });
  const ids = `shop-${shopId}-`;
  const sealed = await db.outboxRow.findFirstOrThrow({ where: { shopId } });
  await db.$executeRaw`
    INSERT INTO outbox ("shopId", "eventId", "eventName", state, payload, "occurredAt",
                        "nextAttemptAt", "createdAt")
    SELECT "shopId", ${ids} || n, "eventName", state,
           payload || jsonb_build_object('eventId', ${ids} || n), "occurredAt", "nextAttemptAt",
           "createdAt"
      FROM outbox, generate_series(1, ${count - 1}::int) n WHERE id = ${sealed.id}`;
  await db.$executeRaw`
    INSERT INTO ledger_lines ("shopId", "orderId", "eventId", "receivedBy", state, "receivedAt")
    SELECT "shopId", n::text || '0', ${ids} || n, "receivedBy", state, "receivedAt"
      FROM ledger_lines, generate_series(1, ${count - 1}::int) n WHERE "shopId" = ${shopId}::uuid`;
  await db.$executeRaw`
    UPDATE outbox o SET "browserSent" = true
      FROM (SELECT id, row_number() OVER (ORDER BY id) AS n FROM outbox
             WHERE "shopId" = ${shopId}::uuid) numbered
     WHERE o.id = numbered.id AND numbered.n % 3 = 1`;
  // As the server does by itself within a minute: it looked at the tables when they were empty.
  await db.$executeRaw`ANALYZE outbox, ledger_lines`;
}

function at(ms: number): Date {
  return new Date(TEST_NOW.getTime() + ms);
}
