import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { findAlerts } from "~/conversions/alerts.server";
import { findQueueAgeMs } from "~/conversions/backlog.server";
import { redrive } from "~/conversions/redrive.server";
import { switchSending } from "~/conversions/sending.server";
import { takeIngested } from "~/conversions/take-ingested.server";
import { endGrace } from "~/conversions/wait.server";
import { db } from "~/db.server";
import type { ShopId } from "~/ids";
import { listJobs } from "~/jobs/list.server";
import { postEvents } from "~/pinterest/events.server";
import { postTestEvents } from "~/pinterest/test-events.server";
import { startQueue, stopQueue } from "~/queue.server";
import { recordOrderWebhook } from "~/shopify/record-order.server";
import type { SendingMode } from "~/shops/sending";
import { findShopById } from "~/shops/shop.server";
import { HOUR_MS, SECOND_MS } from "~/time";

import { TEST_NOW } from "#test/support/clock";
import { emptyDatabase } from "#test/support/database";
import {
  deliver,
  recordOrders,
  states,
  takeWakeUps,
  useWorker,
  wakeUps,
  type world,
} from "#test/support/delivery";
import { shopifyOrderBody } from "#test/support/orders";
import { useLocalPinterest } from "#test/support/pinterest";
import { connectedShop, installedShop } from "#test/support/shops";
import { livePixel } from "#test/support/snapshots";
import { orderWebhook } from "#test/support/webhooks";

const pinterest = useLocalPinterest();
useWorker();

beforeAll(() => startQueue(listJobs(new AbortController().signal), "producer"));
afterAll(() => stopQueue(1_000));
beforeEach(async () => {
  await emptyDatabase();
  await takeWakeUps();
});

/** As the worker's job posts. */
const post = ((credentials, events, sending) =>
  sending === "test"
    ? postTestEvents(credentials, events)
    : postEvents(credentials, events, { isTest: false })) satisfies ReturnType<
  typeof world
>["post"];

async function shopIn(sending: SendingMode): Promise<ShopId> {
  const shopId = await connectedShop();
  await switchSending(shopId, sending, TEST_NOW);
  await takeWakeUps();
  return shopId;
}

async function placeOrder(): Promise<void> {
  expect(await recordOrderWebhook(orderWebhook(await shopifyOrderBody()), TEST_NOW)).toBe(
    "recorded",
  );
}

/** Of the calls that came, whether each was a test and how many events it had. */
async function callsMade() {
  const calls = await pinterest.calls();
  return calls.map(({ rawBody, test: isTest }) => ({
    isTest,
    events: JSON.parse(rawBody).data.length,
  }));
}

async function moveToTest(shopId: ShopId): Promise<void> {
  await db.outboxRow.updateMany({ where: { shopId }, data: { sending: "test" } });
}

describe("test mode", () => {
  test("sends an order as a test event, which ends as tested and counts nowhere", async () => {
    const shopId = await shopIn("test");
    await placeOrder();
    expect(await wakeUps(shopId)).toHaveLength(1);
    await db.outboxRow.updateMany({ data: { sealed: null } });
    await deliver(shopId, { post });

    expect(await callsMade()).toEqual([{ isTest: true, events: 1 }]);
    expect(await pinterest.events()).toEqual([]);
    expect(await states(shopId)).toEqual({ outbox: { tested: 1 }, ledger: { tested: 1 } });
    expect(await db.outboxRow.findMany()).toMatchObject([
      { attempts: 1, settledAt: TEST_NOW, warning: expect.any(String) },
    ]);
    expect(await db.warningCount.count()).toBe(0);
  });

  test("sends batches of 20, as many as it takes", async () => {
    const shopId = await shopIn("test");
    await recordOrders(shopId, 45);
    await moveToTest(shopId);
    await deliver(shopId, { post });
    expect(await callsMade()).toEqual([
      { isTest: true, events: 20 },
      { isTest: true, events: 20 },
      { isTest: true, events: 5 },
    ]);
    expect((await states(shopId)).outbox).toEqual({ tested: 45 });
  });

  test("leaves what was recorded before it real, and lets it go first", async () => {
    const shopId = await connectedShop();
    await recordOrders(shopId, 2);
    await switchSending(shopId, "test", TEST_NOW);
    await placeOrder();
    await deliver(shopId, { post });
    expect(await callsMade()).toEqual([
      { isTest: false, events: 2 },
      { isTest: true, events: 1 },
    ]);
    expect((await states(shopId)).outbox).toEqual({ delivered: 2, tested: 1 });
  });

  test("keeps what was recorded in it a test when it is left", async () => {
    const shopId = await shopIn("test");
    await placeOrder();
    await switchSending(shopId, "real", TEST_NOW);
    await deliver(shopId, { post });
    expect(await callsMade()).toEqual([{ isTest: true, events: 1 }]);
    expect((await states(shopId)).outbox).toEqual({ tested: 1 });
  });

  test("never lets an order that was tested come again as a real one", async () => {
    const shopId = await shopIn("test");
    await placeOrder();
    await deliver(shopId, { post });
    await switchSending(shopId, "real", TEST_NOW);
    const again = orderWebhook(await shopifyOrderBody(), { topic: "orders/paid" });
    expect(await recordOrderWebhook(again, TEST_NOW)).toBe("already_recorded");
    await deliver(shopId, { post });
    expect(await callsMade()).toHaveLength(1);
  });

  test("sends a refused test again as a test, in whatever mode the shop is by then", async () => {
    const shopId = await shopIn("test");
    await placeOrder();
    await pinterest.fail({ kind: "partial", everyNth: 1, message: "Bad.", calls: 1 });
    await deliver(shopId, { post });
    expect((await states(shopId)).outbox).toEqual({ dead_letter: 1 });

    await switchSending(shopId, "real", TEST_NOW);
    await redrive(shopId, { kind: "all" }, TEST_NOW);
    await deliver(shopId, { post });
    expect((await callsMade()).map(({ isTest }) => isTest)).toEqual([true, true]);
    expect((await states(shopId)).outbox).toEqual({ tested: 1 });
  });

  test("waits for a turn without a call or a pause, and comes back by itself", async () => {
    const shopId = await shopIn("test");
    await placeOrder();
    await takeWakeUps();
    await deliver(shopId, { post, isTestTurnNear: () => Promise.resolve(false) });
    expect(await callsMade()).toEqual([]);
    expect(await wakeUps(shopId)).toEqual([new Date(TEST_NOW.getTime() + 2 * SECOND_MS)]);
    expect(await db.deliveryLane.findMany()).toMatchObject([
      { failures: 0, pausedUntil: null, leaseOwner: null },
    ]);
  });

  test("makes no order late: neither the merchant nor the operator is told", async () => {
    const shopId = await shopIn("test");
    await placeOrder();
    const later = new Date(TEST_NOW.getTime() + HOUR_MS);
    expect(await findAlerts(shopId, "connected", later)).toEqual([]);
    expect(await findQueueAgeMs(later)).toBeNull();
    await db.outboxRow.updateMany({ data: { sending: "real" } });
    expect(await findQueueAgeMs(later)).toBe(HOUR_MS);
  });

  test("is of one shop: another's orders stay real", async () => {
    await shopIn("test");
    const other = await connectedShop({}, "other.myshopify.com");
    await recordOrders(other, 1);
    await deliver(other, { post });
    expect(await callsMade()).toEqual([{ isTest: false, events: 1 }]);
  });
});

describe("shadow mode", () => {
  test("sends nothing, wakes nobody, and keeps what it would have sent without the browser", async () => {
    const shopId = await shopIn("shadow");
    await placeOrder();
    expect(await wakeUps(shopId)).toEqual([]);
    await deliver(shopId, { post });
    expect(await callsMade()).toEqual([]);
    expect(await states(shopId)).toEqual({ outbox: { shadowed: 1 }, ledger: { shadowed: 1 } });
    expect(await db.outboxRow.findMany()).toMatchObject([
      {
        sealed: null,
        settledAt: TEST_NOW,
        payload: { personalKeys: expect.arrayContaining(["clientIp", "userAgent"]) },
      },
    ]);
  });

  test("releases nothing when it is left, and takes the order no second time", async () => {
    const shopId = await shopIn("shadow");
    await placeOrder();
    await switchSending(shopId, "real", TEST_NOW);
    const again = orderWebhook(await shopifyOrderBody(), { topic: "orders/paid" });
    expect(await recordOrderWebhook(again, TEST_NOW)).toBe("already_recorded");
    await deliver(shopId, { post });
    expect(await callsMade()).toEqual([]);
  });

  test("holds for an order that waited for its snapshot, whatever the mode is when it is decided", async () => {
    const shopId = await shopIn("shadow");
    await livePixel(shopId);
    await placeOrder();
    expect((await states(shopId)).outbox).toEqual({ waiting: 1 });
    await switchSending(shopId, "real", TEST_NOW);
    await endGrace(shopId, new Date(TEST_NOW.getTime() + 90 * SECOND_MS));
    expect(await states(shopId)).toEqual({ outbox: { shadowed: 1 }, ledger: { shadowed: 1 } });
    expect(await db.outboxRow.findMany()).toMatchObject([{ sealed: null }]);
    expect(await wakeUps(shopId)).toEqual([]);
  });

  test("compares without a connection too", async () => {
    const shopId = await installedShop();
    await switchSending(shopId, "shadow", TEST_NOW);
    await placeOrder();
    expect((await states(shopId)).outbox).toEqual({ shadowed: 1 });
  });

  test("holds for what servers report", async () => {
    const shop = await findShopById(await shopIn("shadow"));
    if (!shop) throw new Error("no shop");
    const event = { name: "lead", eventId: "lead-1", user: { em: "ada@example.com" } };
    const [taken] = await takeIngested(shop, [event], TEST_NOW);
    expect(taken).toMatchObject({ outcome: "accepted" });
    expect((await states(shop.id)).outbox).toEqual({ shadowed: 1 });
    expect(await wakeUps(shop.id)).toEqual([]);
  });
});

test("a switch tells the pixel once, and the same switch again changes nothing", async () => {
  const shopId = await shopIn("shadow");
  const switchedAt = (await findShopById(shopId))?.sendingChangedAt;
  expect(switchedAt).toEqual(TEST_NOW);
  await db.$executeRaw`DELETE FROM pgboss.job WHERE name = 'sync-pixel'`;
  await switchSending(shopId, "shadow", new Date(TEST_NOW.getTime() + HOUR_MS));
  expect((await findShopById(shopId))?.sendingChangedAt).toEqual(TEST_NOW);
  expect(await db.$queryRaw`SELECT FROM pgboss.job WHERE name = 'sync-pixel'`).toEqual([]);
  await switchSending(shopId, "real", TEST_NOW);
  expect(await db.$queryRaw`SELECT FROM pgboss.job WHERE name = 'sync-pixel'`).toHaveLength(1);
});
