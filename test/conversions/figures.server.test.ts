import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { countFigures } from "~/conversions/count-figures.server";
import type { Figures } from "~/conversions/figures";
import { findFigures } from "~/conversions/figures.server";
import { redrive } from "~/conversions/redrive.server";
import { db } from "~/db.server";
import type { ShopId } from "~/ids";
import { countAllFigures } from "~/jobs/count-figures.server";
import { listJobs } from "~/jobs/list.server";
import { forgetByAge } from "~/privacy/retention.server";
import { startQueue, stopQueue } from "~/queue.server";
import { recordComplianceWebhook } from "~/shopify/record-compliance.server";
import { recordOrderWebhook } from "~/shopify/record-order.server";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "~/time";

import { TEST_NOW } from "#test/support/clock";
import { redactWebhook } from "#test/support/compliance";
import { emptyDatabase } from "#test/support/database";
import { deliver, recordOrders, takeWakeUps, useWorker } from "#test/support/delivery";
import { shopifyOrderBody } from "#test/support/orders";
import { useLocalPinterest } from "#test/support/pinterest";
import { connectedShop } from "#test/support/shops";
import { reportSnapshot } from "#test/support/snapshots";
import { orderWebhook } from "#test/support/webhooks";

const pinterest = useLocalPinterest();
useWorker();
beforeAll(() => startQueue(listJobs(new AbortController().signal), "producer"));
afterAll(() => stopQueue(1_000));
beforeEach(async () => {
  await emptyDatabase();
  await takeWakeUps();
});

const at = (ms: number) => new Date(TEST_NOW.getTime() + ms);

describe("the figures of a period", () => {
  test("are the same before the hour is counted, after it, and after it is counted again", async () => {
    const shopId = await shopWithOrders(3);
    const live = await findFigures(shopId, "day", TEST_NOW);
    expect(live).toMatchObject({
      reported: { now: 3, before: 0 },
      names: [{ eventName: "checkout", channels: { both: 0, server: 3, browser: 0, neither: 0 } }],
      orders: {
        placed: { now: 3, before: 0 },
        reported: { now: 3, before: 0 },
        values: [{ currency: "USD", amount: "270", orders: 3 }],
      },
    });
    expect(live.coverage).toMatchObject([
      { eventName: "checkout", events: 3, parts: { hashed_email: 3, order_id: 3, hashed_maid: 0 } },
    ]);
    for (const hours of [1, 2, 2, 22, 23, 24]) {
      await countFigures(shopId, at(hours * HOUR_MS));
      expect(await figuresAt(shopId, "week", at(hours * HOUR_MS))).toEqual(numbersOf(live));
    }
    expect(await db.eventFigure.count()).toBe(1);
  });

  test("put an event into the hour in which it was settled, and into one period only", async () => {
    const shopId = await shopWithOrders(1);
    const end = new Date(Math.ceil(TEST_NOW.getTime() / HOUR_MS) * HOUR_MS);
    await db.outboxRow.updateMany({ data: { settledAt: new Date(end.getTime() - 1) } });
    await countFigures(shopId, end);
    expect(await db.eventFigure.findMany()).toMatchObject([
      { hour: new Date(end.getTime() - HOUR_MS), events: 1 },
    ]);
    const lastOfDay = new Date(end.getTime() + 23 * HOUR_MS - 1);
    expect((await findFigures(shopId, "day", lastOfDay)).reported).toEqual({ now: 1, before: 0 });
    expect((await findFigures(shopId, "day", new Date(+lastOfDay + 1))).reported).toEqual({
      now: 0,
      before: 1,
    });
  });

  test("follow the browser's word until the hour is a day old", async () => {
    const shopId = await shopWithOrders(1);
    await countFigures(shopId, at(HOUR_MS));
    await db.outboxRow.updateMany({ data: { browserSent: true } });
    for (let hours = 2; hours <= 24; hours += 1) await countFigures(shopId, at(hours * HOUR_MS));
    const { both, reported } = await findFigures(shopId, "week", at(DAY_MS));
    expect({ both: both.now, reported: reported.now }).toEqual({ both: 1, reported: 1 });
  });

  test("have what only the browser told of", async () => {
    const shopId = await connectedShop();
    await reportSnapshot(shopId, "co_alone");
    await db.consentSnapshot.updateMany({ data: { browserSent: true } });
    await db.browserSentMark.create({
      data: { shopId, eventId: "act-1", eventName: "search", receivedAt: TEST_NOW },
    });
    const { both, names } = await findFigures(shopId, "day", TEST_NOW);
    expect(both.now).toBe(0);
    expect(names.map(({ channels, eventName }) => [eventName, channels.browser])).toEqual([
      ["checkout", 1],
      ["search", 1],
    ]);
  });

  test("are each shop's own", async () => {
    const shopId = await shopWithOrders(2);
    const other = await connectedShop({}, "other.myshopify.com");
    await countAllFigures(at(HOUR_MS));
    expect((await findFigures(other, "day", at(HOUR_MS))).reported.now).toBe(0);
    expect((await findFigures(shopId, "day", at(HOUR_MS))).reported.now).toBe(2);
    expect(await db.figureCount.count()).toBe(2);
  });

  test("say why orders were not reported, and leave out past and test orders", async () => {
    const shopId = await connectedShop();
    await recordOrderWebhook(order(1, { source_name: "pos" }), TEST_NOW);
    await recordOrderWebhook(order(2, { test: true }), TEST_NOW);
    await recordOrderWebhook(order(3), TEST_NOW);
    await db.ledgerLine.updateMany({ where: { orderId: "3" }, data: { receivedBy: "backfill" } });
    const { orders } = await findFigures(shopId, "day", TEST_NOW);
    expect(orders.placed.now).toBe(1);
    expect(orders.reasons).toEqual([{ reason: "channel_disabled", orders: 1 }]);
  });
});

describe("what is settled a second time", () => {
  test("counts once: a dead letter that is sent again", async () => {
    const shopId = await shopWithOrders(2, true);
    await countFigures(shopId, at(HOUR_MS));
    expect(await channels(shopId, at(HOUR_MS))).toEqual({ neither: 2, server: 0 });

    const later = at(3 * DAY_MS);
    await countFigures(shopId, at(2 * DAY_MS));
    await redrive(shopId, { kind: "all" }, later);
    expect(await channels(shopId, later)).toEqual({ neither: 0, server: 0 });
    await deliver(shopId, { now: () => later });
    await countFigures(shopId, new Date(later.getTime() + HOUR_MS));
    expect(await channels(shopId, later)).toEqual({ neither: 0, server: 2 });
    const { orders } = await findFigures(shopId, "week", new Date(later.getTime() + HOUR_MS));
    expect(orders).toMatchObject({ placed: { now: 2 }, reported: { now: 2 }, reasons: [] });
  });

  test("counts once: an order that was not paid and then is", async () => {
    const shopId = await connectedShop({ orderTrigger: "paid" });
    await recordOrderWebhook(order(1), TEST_NOW);
    await countFigures(shopId, at(HOUR_MS));
    expect(await channels(shopId, at(HOUR_MS))).toEqual({ neither: 1, server: 0 });
    const paid = order(1, { financial_status: "paid" });
    const later = at(2 * HOUR_MS);
    await recordOrderWebhook({ ...paid, topic: "orders/paid", dedupeKey: "paid" }, later);
    await deliver(shopId, { now: () => later });
    await countFigures(shopId, at(3 * HOUR_MS));
    expect(await channels(shopId, at(3 * HOUR_MS))).toEqual({ neither: 0, server: 1 });
  });
});

describe("the figures outlive the rows", () => {
  test.each([0, 1, 30])("of a customer who is erased after %i hours", async (hours) => {
    const shopId = await connectedShop();
    await recordOrderWebhook(orderWebhook(shopifyOrderBody()), TEST_NOW);
    await recordOrderWebhook(order(2, { email: "b@c.de", customer: null }), TEST_NOW);
    await deliver(shopId);
    if (hours > 0) await countFigures(shopId, at(hours * HOUR_MS));
    const before = await figuresAt(shopId, "week", at(hours * HOUR_MS));
    expect(before.reported.now).toBe(2);
    await recordComplianceWebhook(redactWebhook(), at(hours * HOUR_MS));
    expect(await db.outboxRow.count()).toBe(1);
    expect(await figuresAt(shopId, "week", at(hours * HOUR_MS))).toEqual(before);
    for (const more of [1, 2, 23, 24]) await countFigures(shopId, at((hours + more) * HOUR_MS));
    expect(await figuresAt(shopId, "week", at((hours + 24) * HOUR_MS))).toEqual(before);
  });

  test("of which retention has taken all, until the figures are 400 days old", async () => {
    const shopId = await shopWithOrders(2);
    for (const hours of [1, 23, 24]) await countFigures(shopId, at(hours * HOUR_MS));
    await forgetByAge(at(40 * DAY_MS));
    expect(await db.outboxRow.count()).toBe(0);
    await countFigures(shopId, at(40 * DAY_MS));
    expect(await db.eventFigure.findMany()).toMatchObject([{ events: 2, described: 2 }]);
    await forgetByAge(at(399 * DAY_MS));
    expect(await db.eventFigure.count()).toBe(1);
    await forgetByAge(at(401 * DAY_MS));
    expect({ events: await db.eventFigure.count(), orders: await db.orderFigure.count() }).toEqual({
      events: 0,
      orders: 0,
    });
  });
});

/** A shop whose orders Pinterest took, or refused one by one. */
async function shopWithOrders(count: number, isRefused = false): Promise<ShopId> {
  const shopId = await connectedShop();
  await recordOrders(shopId, count);
  if (isRefused) await pinterest.fail({ kind: "partial", everyNth: 1, message: "No." });
  await deliver(shopId);
  await pinterest.mend();
  return shopId;
}

function order(number: number, changes: Record<string, unknown> = {}) {
  const body = shopifyOrderBody({
    admin_graphql_api_id: `gid://shopify/Order/${number}`,
    checkout_token: `token-${number}`,
    ...changes,
  });
  return orderWebhook(body, { dedupeKey: `order-${number}`, webhookId: `order-${number}` });
}

async function channels(shopId: ShopId, now: Date) {
  const [first] = (await findFigures(shopId, "week", now)).names;
  const { neither = 0, server = 0 } = first?.channels ?? {};
  return { neither, server };
}

async function figuresAt(shopId: ShopId, period: "week", now: Date) {
  return numbersOf(await findFigures(shopId, period, new Date(now.getTime() + MINUTE_MS)));
}

function numbersOf({ both, coverage, names, orders, reported }: Figures) {
  return { both, coverage, names, orders, reported };
}
