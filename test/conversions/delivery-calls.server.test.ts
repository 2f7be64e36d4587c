import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { CALLS_KEPT_MAX } from "~/conversions/delivery-call";
import { listCalls } from "~/conversions/delivery-calls.server";
import { redrive } from "~/conversions/redrive.server";
import { db } from "~/db.server";
import type { ShopId } from "~/ids";
import { listJobs } from "~/jobs/list.server";
import { forgetByAge } from "~/privacy/retention.server";
import { startQueue, stopQueue } from "~/queue.server";
import { DEFAULT_APP_SETTINGS } from "~/shops/app-settings";
import { DAY_MS, MINUTE_MS } from "~/time";

import { TEST_NOW } from "#test/support/clock";
import { emptyDatabase } from "#test/support/database";
import { deliver, recordOrders, useWorker } from "#test/support/delivery";
import { useLocalPinterest } from "#test/support/pinterest";
import { connectedShop } from "#test/support/shops";

const pinterest = useLocalPinterest();
useWorker();
beforeAll(() => startQueue(listJobs(new AbortController().signal), "producer"));
afterAll(() => stopQueue(1_000));
beforeEach(emptyDatabase);

describe("a delivery keeps each of its calls", () => {
  test("with its counts, its status and Pinterest's name for it", async () => {
    const shopId = await connectedShop();
    const [bad = ""] = await recordOrders(shopId, 3);
    await pinterest.fail({ kind: "partial", eventIds: [bad], message: "Bad event_time." });
    await deliver(shopId);

    const [row] = await db.outboxRow.findMany({ where: { eventId: bad } });
    const calls = await listCalls(shopId, row?.callIds ?? []);
    expect(calls).toMatchObject([
      {
        ...{ startedAt: TEST_NOW, status: 200, answer: "answered" },
        ...{ events: 3, accepted: 2, refused: 1, words: null },
        requestId: expect.stringMatching(/^\d{16}$/),
      },
    ]);
    expect(row?.callWords).toEqual({ [String(calls[0]?.id)]: "Bad event_time." });
    expect(await db.outboxRow.count({ where: { callIds: { equals: row?.callIds ?? [] } } })).toBe(
      3,
    );
  });

  test("also those that came to nothing, and those before a redrive", async () => {
    const shopId = await connectedShop();
    await recordOrders(shopId, 1);
    await pinterest.fail({ kind: "server_error", calls: 1 });
    await deliver(shopId);
    await pinterest.fail({ kind: "partial", everyNth: 1, message: "Bad.", calls: 1 });
    const later = new Date(TEST_NOW.getTime() + 5 * MINUTE_MS);
    await deliver(shopId, { now: () => later });
    await redrive(shopId, { kind: "all" }, later);
    await deliver(shopId, { now: () => later });

    const row = await onlyRow();
    const calls = await listCalls(shopId, row.callIds);
    expect(calls.map(({ answer, status }) => [answer, status])).toEqual([
      ["unavailable", 500],
      ["answered", 200],
      ["answered", 200],
    ]);
    expect(row).toMatchObject({ state: "delivered", attempts: 3 });
    expect(row.callWords).toEqual({ [String(calls[1]?.id)]: "Bad." });
  });

  test("of a batch that is refused as a whole, the ones that the event was in", async () => {
    const shopId = await connectedShop();
    await recordOrders(shopId, 2);
    await pinterest.fail({ kind: "bad_request", calls: 2 });
    await deliver(shopId);
    const rows = await db.outboxRow.findMany({ orderBy: { id: "asc" } });
    expect(rows.map(({ callIds, state }) => [state, callIds.length])).toEqual([
      ["dead_letter", 2],
      ["delivered", 2],
    ]);
    const calls = await listCalls(
      shopId,
      rows.flatMap(({ callIds }) => callIds),
    );
    expect(calls.map(({ answer, words }) => [answer, words])).toEqual([
      ["refused", "The request was invalid."],
      ["refused", "The request was invalid."],
      ["answered", null],
    ]);
  });

  test("and finds the latest of very many from the event", async () => {
    const shopId = await connectedShop();
    await recordOrders(shopId, 1);
    const earlier = Array.from(
      { length: CALLS_KEPT_MAX },
      (_, index) => BigInt(index + 1) * 1_000_000n,
    );
    await db.outboxRow.updateMany({ data: { callIds: earlier } });
    await deliver(shopId);
    const { callIds } = await onlyRow();
    expect(callIds).toHaveLength(CALLS_KEPT_MAX);
    expect(callIds.slice(0, -1)).toEqual(earlier.slice(1));
  });
});

test("another shop's calls are not found", async () => {
  const shopId = await connectedShop();
  await recordOrders(shopId, 1);
  await deliver(shopId);
  const other = await connectedShop({}, "other.myshopify.com");
  const { callIds } = await onlyRow();
  expect(await listCalls(shopId, callIds)).toHaveLength(1);
  expect(await listCalls(other, callIds)).toEqual([]);
});

test("calls are kept as long as any event that was in them may be", async () => {
  const retention = { eventDays: 7, deadLetterDays: 40, snapshotDays: 7 };
  const shopId = await connectedShop({ app: { ...DEFAULT_APP_SETTINGS, retention } });
  await recordOrders(shopId, 1);
  await deliver(shopId);
  await forgetByAge(new Date(TEST_NOW.getTime() + 39 * DAY_MS));
  expect(await callCount(shopId)).toBe(1);
  await forgetByAge(new Date(TEST_NOW.getTime() + 41 * DAY_MS));
  expect(await callCount(shopId)).toBe(0);
});

function callCount(shopId: ShopId): Promise<number> {
  return db.deliveryCall.count({ where: { shopId } });
}

async function onlyRow() {
  return db.outboxRow.findFirstOrThrow();
}
