import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { findEvent, findOrder } from "~/conversions/event-detail.server";
import { parseEventFilter } from "~/conversions/event-filter";
import { findAsked } from "~/conversions/explain.server";
import { redriveListed } from "~/conversions/redrive-listed.server";
import { redrive } from "~/conversions/redrive.server";
import { db } from "~/db.server";
import type { ShopId } from "~/ids";
import { listJobs } from "~/jobs/list.server";
import { startQueue, stopQueue } from "~/queue.server";

import { TEST_NOW } from "#test/support/clock";
import { emptyDatabase } from "#test/support/database";
import { deliver, recordOrders, states, useWorker } from "#test/support/delivery";
import { useLocalPinterest } from "#test/support/pinterest";
import { connectedShop } from "#test/support/shops";

const pinterest = useLocalPinterest();
useWorker();
beforeAll(() => startQueue(listJobs(new AbortController().signal), "producer"));
afterAll(() => stopQueue(1_000));
beforeEach(emptyDatabase);

describe("an order's page", () => {
  test("tells what was sent with short hashes, and of what is sealed only that it is there", async () => {
    const shopId = await connectedShop();
    await recordOrders(shopId, 1);
    await deliver(shopId);
    const detail = await findOrder(shopId, "1");
    const text = JSON.stringify(detail, (_, value: unknown) =>
      typeof value === "bigint" ? String(value) : value,
    );
    expect(text).not.toMatch(/[0-9a-f]{33}/);
    expect(text).not.toContain("203.0.113.7");
    expect(text).not.toContain("Mozilla");
    expect(detail).toMatchObject({
      event: { orderId: "1", orderName: "#1", state: "delivered", source: "order" },
      receivedBy: "webhook",
      sealed: { clickId: true, clientIp: true, userAgent: true },
      payload: {
        event_name: "checkout",
        user_data: { em: [expect.stringMatching(/^[0-9a-f]{8}…$/)] },
      },
      attempts: [{ verdict: "answered", status: 200, events: 1, accepted: 1 }],
      nextAttemptAt: null,
    });
    expect(detail?.consent).toMatchObject({ requiredBy: "nobody" });
  });

  test("tells what Pinterest said, and after a redrive what it said before", async () => {
    const shopId = await connectedShop();
    await recordOrders(shopId, 1);
    await pinterest.fail({ kind: "partial", everyNth: 1, message: "Bad event_time.", calls: 1 });
    await deliver(shopId);
    await redrive(shopId, { kind: "all" }, TEST_NOW);
    await deliver(shopId);
    expect((await findOrder(shopId, "1"))?.attempts).toMatchObject([
      { verdict: "refused_event", words: "Bad event_time." },
      { verdict: "answered", words: null },
    ]);
  });

  test("is found by the row too, and neither is found by another shop", async () => {
    const shopId = await connectedShop();
    const other = await connectedShop({}, "other.myshopify.com");
    await recordOrders(shopId, 1);
    const row = await db.outboxRow.findFirstOrThrow();
    expect((await findEvent(shopId, String(row.id)))?.event.orderId).toBe("1");
    expect(await findEvent(other, String(row.id))).toBeNull();
    expect(await findOrder(other, "1")).toBeNull();
  });

  test.each(["", "0", "x", "1e3", "9".repeat(30), "-1"])(
    "there is none of the id %j",
    async (id) => {
      const shopId = await connectedShop();
      expect(await findEvent(shopId, id)).toBeNull();
      expect(await findOrder(shopId, id)).toBeNull();
    },
  );

  test("says less once the event is forgotten, and the line is still there", async () => {
    const shopId = await connectedShop();
    await recordOrders(shopId, 1);
    await deliver(shopId);
    await db.outboxRow.deleteMany();
    expect(await findOrder(shopId, "1")).toMatchObject({
      event: { state: "delivered", rowId: null, browserSent: null },
      payload: null,
      sealed: null,
      attempts: [],
    });
  });
});

describe("an explanation", () => {
  test.each([
    { asked: "#1", because: "it is the order's name" },
    { asked: " 1 ", because: "it is its number, or its id" },
    { asked: "gid://shopify/Order/1", because: "it is its id in Shopify's API" },
    {
      asked: "https://admin.shopify.com/store/demo/orders/1",
      because: "it is its page in the admin",
    },
  ])("is found for $asked: $because", async ({ asked }) => {
    const shopId = await connectedShop();
    await recordOrders(shopId, 2);
    expect((await findAsked(shopId, asked)).map(({ orderId }) => orderId)).toEqual(["1"]);
  });

  test("is found by event id, of orders and of other acts", async () => {
    const shopId = await connectedShop();
    const [eventId = ""] = await recordOrders(shopId, 1);
    await recordAct(shopId, "sh-7");
    expect(await findAsked(shopId, eventId)).toMatchObject([{ orderId: "1" }]);
    expect(await findAsked(shopId, "sh-7")).toMatchObject([{ source: "act", eventName: "search" }]);
  });

  test("of another shop's order, and of one that is unknown, there is none", async () => {
    const shopId = await connectedShop();
    const other = await connectedShop({}, "other.myshopify.com");
    await recordOrders(shopId, 1);
    expect(await findAsked(other, "#1")).toEqual([]);
    expect(await findAsked(shopId, "#4711")).toEqual([]);
  });
});

describe("a redrive", () => {
  test("of several takes those and no other, once", async () => {
    const shopId = await connectedShop();
    const ids = await refusedOrders(shopId, 3);
    const events = ids.slice(0, 2).map((eventId) => ({ eventId, eventName: "checkout" }));
    const chosen = {
      kind: "several",
      events: [...events, { eventId: "x", eventName: "lead" }],
    } as const;
    expect(await redrive(shopId, chosen, TEST_NOW)).toMatchObject({ redriven: 2 });
    expect(await redrive(shopId, chosen, TEST_NOW)).toMatchObject({ redriven: 0 });
    expect((await states(shopId)).outbox).toEqual({ pending: 2, dead_letter: 1 });
  });

  test.each([
    { query: "state=dead_letter", redriven: 3 },
    { query: "state=dead_letter&words=bad", redriven: 3 },
    { query: "state=dead_letter&words=other", redriven: 0 },
    { query: "state=dead_letter&order=%232", redriven: 1 },
    { query: "state=delivered&name=checkout", redriven: 0 },
    { query: "name=checkout", redriven: 3 },
    { query: "state=dead_letter&name=lead", redriven: 0 },
  ])("of the filter $query takes what the list shows", async ({ query, redriven }) => {
    const shopId = await connectedShop();
    await refusedOrders(shopId, 3);
    const filter = parseEventFilter(new URLSearchParams(query));
    expect(await redriveListed(shopId, filter, TEST_NOW)).toMatchObject({ redriven });
    expect(await redriveListed(shopId, filter, TEST_NOW)).toMatchObject({ redriven: 0 });
  });

  test("of another shop's events takes none", async () => {
    const shopId = await connectedShop();
    const other = await connectedShop({}, "other.myshopify.com");
    const [eventId = ""] = await refusedOrders(shopId, 1);
    const events = [{ eventId, eventName: "checkout" }];
    expect(await redrive(other, { kind: "several", events }, TEST_NOW)).toMatchObject({
      redriven: 0,
    });
    expect((await states(shopId)).outbox).toEqual({ dead_letter: 1 });
  });
});

async function refusedOrders(shopId: ShopId, count: number): Promise<string[]> {
  const ids = await recordOrders(shopId, count);
  await pinterest.fail({ kind: "partial", everyNth: 1, message: "A bad value.", calls: 1 });
  await deliver(shopId);
  return ids;
}

async function recordAct(shopId: ShopId, eventId: string): Promise<void> {
  await db.outboxRow.create({
    data: {
      ...{ shopId, eventId, eventName: "search", state: "delivered", isOrder: false },
      ...{
        occurredAt: TEST_NOW,
        nextAttemptAt: TEST_NOW,
        createdAt: TEST_NOW,
        settledAt: TEST_NOW,
      },
    },
  });
}
