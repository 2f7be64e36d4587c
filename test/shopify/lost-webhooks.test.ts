import { createHash } from "node:crypto";

import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import { db } from "~/db.server";
import type { ShopId } from "~/ids";
import { listJobs } from "~/jobs/list.server";
import { startQueue, stopQueue } from "~/queue.server";
import { answerWebhook } from "~/shopify/answer-webhook.server";
import { reconcileShop } from "~/shopify/reconcile.server";
import { recordOrderWebhook } from "~/shopify/record-order.server";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "~/time";

import { Dice } from "../../sandbox/shopify/order-dice";
import { TEST_NOW } from "#test/support/clock";
import { emptyDatabase } from "#test/support/database";
import { deliver, states, useWorker } from "#test/support/delivery";
import { useLocalShopify } from "#test/support/order-shopify";
import { useLocalPinterest } from "#test/support/pinterest";
import { connectedShop, SHOP_DOMAIN } from "#test/support/shops";
import { webhookRequest } from "#test/support/webhooks";

// What Shopify's webhooks may do on their way, and what Pinterest must have heard in the end.

const pinterest = useLocalPinterest();
const shopify = useLocalShopify();
useWorker();

beforeAll(() => startQueue(listJobs(new AbortController().signal), "producer"));
afterAll(() => stopQueue(1_000));
beforeEach(emptyDatabase);

type Body = Record<string, unknown>;
type Sent = { topic: string; eventId: string; body: Body };

/** What is sent of an order before and after reconciliation has looked; `isGone`: it was cancelled at once. */
type Fate = {
  name: string;
  count: number;
  webhooks(order: Order): { before: Sent[]; after: Sent[] };
  isGone?: true;
};
type Order = { number: number; body: Body };

const FATES: readonly Fate[] = [
  { name: "arrives", count: 50, webhooks: (order) => ({ before: [create(order)], after: [] }) },
  { name: "is lost", count: 40, webhooks: () => ({ before: [], after: [] }) },
  {
    name: "comes twice",
    count: 30,
    webhooks: (order) => ({ before: [create(order), create(order)], after: [create(order)] }),
  },
  {
    name: "comes when reconciliation has looked",
    count: 30,
    webhooks: (order) => ({ before: [], after: [create(order), create(order)] }),
  },
  {
    name: "is overtaken by what came of the order",
    count: 30,
    webhooks: (order) => ({
      before: [sent(order, "orders/updated"), sent(order, "orders/paid"), create(order)],
      after: [sent(order, "orders/updated")],
    }),
  },
  {
    name: "is lost, and what came of the order is not",
    count: 10,
    webhooks: (order) => ({ before: [sent(order, "orders/updated")], after: [] }),
  },
  {
    name: "is overtaken by the cancellation",
    count: 10,
    webhooks: (order) => ({ before: [], after: [create(order)] }),
    isGone: true,
  },
];

test("200 orders whose webhooks are dropped, doubled, shuffled, overtaken and late are at Pinterest once each", async () => {
  const dice = new Dice("lost webhooks");
  const shopId = await connectedShop({}, SHOP_DOMAIN, ago(9 * DAY_MS));
  const fates = FATES.flatMap((fate) => Array.from({ length: fate.count }, () => fate));
  expect(fates).toHaveLength(200);
  const orders = await Promise.all(
    fates.map(async ({ isGone = false, webhooks }, index) => {
      const number = index + 1;
      const placedAt = ago((5 + (index % 110)) * MINUTE_MS);
      const body = await shopify.place(number, placedAt);
      const { before, after } = webhooks({ number, body });
      const orderId = String(body["id"]);
      if (!isGone) return { before, after, orderId, isGone };
      // The body that Shopify keeps is the one of the cancelled order.
      const cancelled = await shopify.place(number, placedAt, { cancelled_at: body["created_at"] });
      const cancellation = sent({ number, body: cancelled }, "orders/cancelled");
      return { before: [cancellation, ...before], after, orderId, isGone };
    }),
  );

  await sendAll(
    shuffled(
      dice,
      orders.flatMap(({ before }) => before),
    ),
  );
  await deliver(shopId);
  expect(await reconcile(shopId)).toBe("done");
  await sendAll(
    shuffled(
      dice,
      orders.flatMap(({ after }) => after),
    ),
  );
  expect(await reconcile(shopId)).toBe("done");
  await deliver(shopId);

  const events = await pinterest.events();
  expect(events.every(({ result }) => result.status === "processed")).toBe(true);
  const heard = events.map(({ event }) => event.custom_data?.order_id);
  const wanted = orders.flatMap(({ isGone, orderId }) => (isGone ? [] : [orderId]));
  expect(heard.toSorted()).toEqual(wanted.toSorted());
  expect(new Set(events.map(({ eventId }) => eventId)).size).toBe(190);
  expect((await states(shopId)).ledger).toEqual({ delivered: 190, skipped: 10 });
  expect(await db.ledgerLine.count({ where: { reason: "cancelled_order" } })).toBe(10);
});

test("an order whose webhook could not be read is read at Shopify and delivered", async () => {
  const shopId = await connectedShop({}, SHOP_DOMAIN, ago(9 * DAY_MS));
  const body = await shopify.place(1, ago(HOUR_MS));
  const unreadable = create({ number: 1, body: { ...body, line_items: "none" } });
  await sendAll([unreadable, unreadable]);
  expect(await db.ledgerLine.findMany()).toMatchObject([
    { state: "skipped", reason: "unreadable_order", receivedBy: "webhook" },
  ]);

  expect(await reconcile(shopId)).toBe("done");
  await deliver(shopId);
  expect(await db.ledgerLine.findMany()).toMatchObject([
    { state: "delivered", reason: null, receivedBy: "reconciliation" },
  ]);
  const events = await pinterest.events();
  expect(events.map(({ event }) => event.custom_data?.order_id)).toEqual([String(body["id"])]);
});

function create(order: Order): Sent {
  return sent(order, "orders/create");
}

/** The same event of the same order has the same id, however often it comes. */
function sent({ number, body }: Order, topic: string): Sent {
  const eventId = createHash("sha256").update(`${topic}:${number}`).digest("hex");
  return { topic, eventId, body };
}

/** Some side by side, as Shopify sends them. */
async function sendAll(webhooks: readonly Sent[]): Promise<void> {
  for (let from = 0; from < webhooks.length; from += TOGETHER) {
    const statuses = await Promise.all(webhooks.slice(from, from + TOGETHER).map(send));
    expect(new Set(statuses)).toEqual(new Set([200]));
  }
}

const TOGETHER = 8;
let deliveries = 0;

async function send({ topic, eventId, body }: Sent): Promise<number> {
  deliveries += 1;
  const request = webhookRequest(JSON.stringify(body), {
    "x-shopify-topic": topic,
    "x-shopify-event-id": eventId,
    "x-shopify-webhook-id": `delivery-${deliveries}`,
  });
  const { status } = await answerWebhook(request, (webhook) =>
    recordOrderWebhook(webhook, TEST_NOW),
  );
  return status;
}

function reconcile(shopId: ShopId) {
  return reconcileShop(
    { shopId, window: "recent" },
    {
      now: () => TEST_NOW,
      client: () => shopify.client(),
      // At the local Shopify, whose points come back with time.
      pause: async (ms) => void (shopify.now = new Date(shopify.now.getTime() + ms)),
      stopping: new AbortController().signal,
    },
  );
}

function shuffled<Thing>(dice: Dice, things: readonly Thing[]): Thing[] {
  return things
    .map((thing) => ({ thing, place: dice.below(1_000_000) }))
    .toSorted((one, other) => one.place - other.place)
    .map(({ thing }) => thing);
}

function ago(ms: number): Date {
  return new Date(TEST_NOW.getTime() - ms);
}
