import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { countWatched, listLiveEvents, watchEvents } from "~/conversions/live-events.server";
import { liveStream, parseLastId } from "~/conversions/live-stream.server";
import { db } from "~/db.server";
import type { ShopId } from "~/ids";
import { listJobs } from "~/jobs/list.server";
import { startQueue, stopQueue } from "~/queue.server";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "~/time";

import { emptyDatabase } from "#test/support/database";
import { recordOrders } from "#test/support/delivery";
import { connectedShop, installedShop } from "#test/support/shops";

beforeAll(() => startQueue(listJobs(new AbortController().signal), "producer"));
afterAll(() => stopQueue(1_000));
beforeEach(emptyDatabase);

const LONG = { streamMs: HOUR_MS, beatMs: HOUR_MS };

async function settleAll(shopId: ShopId, settledAt: Date): Promise<void> {
  await db.outboxRow.updateMany({ where: { shopId }, data: { state: "delivered", settledAt } });
}

describe("the events that are watched", () => {
  test("are those that are open and those that were settled of late, with nothing of a shopper", async () => {
    const shopId = await connectedShop();
    const [first = "", second = "", third = ""] = await recordOrders(shopId, 3);
    const now = new Date();
    const settle = (eventId: string, settledAt: Date) =>
      db.outboxRow.updateMany({ where: { eventId }, data: { state: "delivered", settledAt } });
    await settle(first, new Date(now.getTime() - MINUTE_MS));
    await settle(second, new Date(now.getTime() - DAY_MS));
    const events = await listLiveEvents(shopId, null, now);
    expect(events.map(({ eventId, state }) => [eventId, state]).toSorted()).toEqual(
      [
        [first, "delivered"],
        [third, "pending"],
      ].toSorted(),
    );
    expect(Object.keys(events[0] ?? {}).toSorted()).toEqual([
      "attempts",
      "changedAt",
      "eventId",
      "eventName",
      "id",
      "reason",
      "receivedAt",
      "sending",
      "state",
    ]);
  });

  test("are of one shop alone", async () => {
    const shopId = await connectedShop();
    await recordOrders(shopId, 2);
    const other = await installedShop("other.myshopify.com");
    expect(await listLiveEvents(other, null, new Date())).toEqual([]);
  });

  test("come from where the last stream ended, and a moment before it", async () => {
    const shopId = await connectedShop();
    await recordOrders(shopId, 1);
    const now = new Date();
    await settleAll(shopId, new Date(now.getTime() - 5 * MINUTE_MS));
    expect(await listLiveEvents(shopId, new Date(now.getTime() - MINUTE_MS), now)).toEqual([]);
    const after = new Date(now.getTime() - 5 * MINUTE_MS + 1_000);
    expect(await listLiveEvents(shopId, after, now)).toHaveLength(1);
  });
});

describe("a stream", () => {
  test("tells what is there, then what comes, and who watches one shop shares its reading", async () => {
    const shopId = await connectedShop();
    const reader = new AbortController();
    const [one, other] = [0, 1].map(() =>
      messagesOf(liveStream(shopId, null, reader.signal, LONG)),
    );
    expect((await one?.next())?.value).toContain("data: []");
    expect((await other?.next())?.value).toContain("data: []");
    expect(countWatched()).toBe(1);
    const [eventId = ""] = await recordOrders(shopId, 1);
    expect((await one?.next())?.value).toContain(eventId);
    expect((await other?.next())?.value).toContain(eventId);
    reader.abort();
    expect((await one?.next())?.done).toBe(true);
    expect(countWatched()).toBe(0);
  });

  test("tells of a change of state", async () => {
    const shopId = await connectedShop();
    await recordOrders(shopId, 1);
    const reader = new AbortController();
    const messages = messagesOf(liveStream(shopId, null, reader.signal, LONG));
    expect((await messages.next()).value).toContain('"state":"pending"');
    await settleAll(shopId, new Date());
    const told: string[] = [];
    while (!told.some((text) => text.includes('"state":"delivered"'))) {
      told.push((await messages.next()).value ?? "");
    }
    expect(told.at(-1)).toMatch(/^event: events\nid: \d{4}-\d{2}-\d{2}T/);
    reader.abort();
  });

  test("ends by itself before its token does", async () => {
    const shopId = await connectedShop();
    const never = new AbortController().signal;
    const messages = messagesOf(liveStream(shopId, null, never, { streamMs: 50, beatMs: HOUR_MS }));
    const told: string[] = [];
    for await (const text of messages) told.push(text);
    expect(told.length).toBeLessThanOrEqual(2);
    expect(countWatched()).toBe(0);
  });

  test("ends when nobody reads it any more", async () => {
    const shopId = await connectedShop();
    const stream = liveStream(shopId, null, new AbortController().signal, LONG);
    await stream.cancel();
    expect(countWatched()).toBe(0);
  });

  test("stops the reading of a shop with its last watcher", async () => {
    const shopId = await connectedShop();
    const stops = [0, 1].map(() => watchEvents(shopId, () => undefined));
    stops[0]?.();
    expect(countWatched()).toBe(1);
    stops[1]?.();
    expect(countWatched()).toBe(0);
  });
});

test.each([
  { text: "2026-11-30T10:00:00.000Z", at: new Date("2026-11-30T10:00:00.000Z") },
  { text: "yesterday-ish", at: null },
  { text: null, at: null },
])("the last id $text is $at", ({ at, text }) => {
  expect(parseLastId(text)).toEqual(at);
});

async function* messagesOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<string, void, void> {
  const decoder = new TextDecoder();
  for await (const chunk of stream) yield decoder.decode(chunk);
}
