import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { db } from "~/db.server";
import type { ShopId } from "~/ids";
import { listJobs } from "~/jobs/list.server";
import { startQueue, stopQueue } from "~/queue.server";
import { answerWebhook } from "~/shopify/answer-webhook.server";
import { orderRecorder, recordOrderWebhook } from "~/shopify/record-order.server";
import type { Webhook } from "~/shopify/webhook.server";
import { recordUninstall } from "~/shops/shop.server";

import { TEST_NOW } from "#test/support/clock";
import { emptyDatabase } from "#test/support/database";
import { states, takeWakeUps, wakeUps } from "#test/support/delivery";
import { shopifyOrderBody } from "#test/support/orders";
import { connectedShop } from "#test/support/shops";
import { orderWebhook, webhookRequest } from "#test/support/webhooks";

const SHOPS = ["one", "two", "three", "four", "five"].map((name) => `${name}.myshopify.com`);
const POISON = 7_000_000_000_666;

beforeAll(() => startQueue(listJobs(new AbortController().signal), "producer"));
afterAll(() => stopQueue(1_000));
beforeEach(async () => {
  await emptyDatabase();
  await takeWakeUps();
});

describe("fifty webhooks of five shops at once", () => {
  beforeEach(poisonOrder);
  afterEach(curePoison);

  test("each have their answer and their rows, whatever is among them", async () => {
    const shopIds = await connectedShops();
    const plain = SHOPS.flatMap((shop, place) => range(8).map((turn) => order(shop, place, turn)));
    const [first, second, third] = plain;
    const again = [first, second, third].flatMap((one) => (one ? [one] : []));
    const webhooks: { webhook: Webhook; becomes: string }[] = [
      ...plain.map((webhook) => ({ webhook, becomes: "recorded" })),
      ...again.map((webhook) => ({ webhook, becomes: "already_recorded" })),
      // The payment's word on an order that came in the same moment, twice.
      { webhook: renamed(order(SHOPS[3], 3, 0), "orders/paid"), becomes: "already_recorded" },
      { webhook: renamed(order(SHOPS[3], 3, 0), "orders/paid"), becomes: "already_recorded" },
      { webhook: renamed(order(SHOPS[3], 3, 1), "orders/updated"), becomes: "noted" },
      // A cancellation that comes with its order, behind it.
      { webhook: cancelled(order(SHOPS[4], 4, 0)), becomes: "already_recorded" },
      // And one that comes before it.
      { webhook: cancelled(order(SHOPS[4], 4, 50)), becomes: "recorded" },
      { webhook: order(SHOPS[4], 4, 50), becomes: "already_recorded" },
      { webhook: unreadable(SHOPS[0]), becomes: "unreadable" },
    ];
    expect(webhooks).toHaveLength(50);
    const poisoned = orderOf(SHOPS[2], POISON);

    const [answers, fault] = await Promise.all([
      Promise.all(webhooks.map(({ webhook }) => recordOrderWebhook(webhook, TEST_NOW))),
      recordOrderWebhook(poisoned, TEST_NOW).catch((err: unknown) => err),
    ]);
    expect(answers).toEqual(webhooks.map(({ becomes }) => becomes));
    expect(fault).toBeInstanceOf(Error);

    const lines = await Promise.all(shopIds.map(async (shopId) => (await states(shopId)).ledger));
    expect(lines).toEqual([
      { pending: 8, skipped: 1 },
      { pending: 8 },
      { pending: 8 },
      { pending: 8 },
      { pending: 7, skipped: 2 },
    ]);
    const rows = await Promise.all(shopIds.map(async (shopId) => (await states(shopId)).outbox));
    expect(rows).toEqual([
      { pending: 8 },
      { pending: 8 },
      { pending: 8 },
      { pending: 8 },
      { pending: 7, skipped: 2 },
    ]);
    // Forty orders, the words on them, the cancelled one and the unreadable one; nothing of the poison.
    expect(await db.webhookReceipt.count()).toBe(46);
    expect(await db.webhookReceipt.count({ where: { webhookId: poisoned.webhookId } })).toBe(0);
    for (const shopId of shopIds) expect(await wakeUps(shopId)).toHaveLength(1);
  });

  test("are answered 503 where they are the poison, and 200 beside it", async () => {
    await connectedShops();
    const answers = await Promise.all(
      [orderOf(SHOPS[2], POISON), order(SHOPS[2], 2, 1)].map(({ body, shopDomain, webhookId }) => {
        const headers = {
          "x-shopify-shop-domain": shopDomain,
          "x-shopify-event-id": webhookId,
        };
        return answerWebhook(webhookRequest(JSON.stringify(body), headers), (webhook) =>
          recordOrderWebhook(webhook, TEST_NOW),
        );
      }),
    );
    expect(answers.map(({ status }) => status)).toEqual([503, 200]);
  });
});

test("a second order of one checkout beside the first has the first one's event", async () => {
  const [shopId] = await connectedShops();
  const both = range(2).map((turn) => {
    const webhook = order(SHOPS[0], 0, turn);
    return { ...webhook, body: { ...record(webhook.body), checkout_token: "shared" } };
  });
  const answers = await Promise.all(both.map((one) => recordOrderWebhook(one, TEST_NOW)));
  expect(answers).toEqual(["recorded", "recorded"]);
  expect(shopId && (await states(shopId))).toEqual({
    outbox: { pending: 1 },
    ledger: { pending: 2 },
  });
});

test("a second order of a checkout that came earlier has the first one's event", async () => {
  const [shopId] = await connectedShops();
  for (const turn of range(2)) {
    const webhook = order(SHOPS[0], 0, turn);
    const body = { ...record(webhook.body), checkout_token: "shared" };
    expect(await recordOrderWebhook({ ...webhook, body }, TEST_NOW)).toBe("recorded");
  }
  expect(await db.webhookReceipt.count()).toBe(2);
  expect(shopId && (await states(shopId))).toEqual({
    outbox: { pending: 1 },
    ledger: { pending: 2 },
  });
});

test("a shop that is gone does not keep the others' webhooks from being recorded", async () => {
  await connectedShops();
  await recordUninstall(db, "shopify", SHOPS[1] ?? "", TEST_NOW);
  const webhooks = [0, 1, 2].map((place) => order(SHOPS[place], place, 0));
  const stranger = order("stranger.myshopify.com", 9, 0);
  const answers = await Promise.all(
    [...webhooks, stranger].map((one) => recordOrderWebhook(one, TEST_NOW)),
  );
  expect(answers).toEqual(["recorded", "no_shop", "recorded", "no_shop"]);
  expect(await db.ledgerLine.count()).toBe(2);
});

test("a shop that is being erased holds nobody up but itself", async () => {
  const shopIds = await connectedShops();
  const locked = Promise.withResolvers<void>();
  const done = Promise.withResolvers<void>();
  const erasing = db.$transaction(
    async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM shops WHERE id = ${shopIds[0]}::uuid FOR UPDATE`;
      locked.resolve();
      await done.promise;
    },
    { timeout: 60_000 },
  );
  await locked.promise;
  const held = recordOrderWebhook(order(SHOPS[0], 0, 0), TEST_NOW);
  expect(await recordOrderWebhook(order(SHOPS[1], 1, 0), TEST_NOW)).toBe("recorded");
  expect(await db.ledgerLine.count()).toBe(1);
  done.resolve();
  await erasing;
  expect(await held).toBe("recorded");
});

test("two processes that take in the same webhooks at once make one event of each", async () => {
  const deadlocks = await countDeadlocks();
  const shopIds = await connectedShops();
  const random = seeded(20_261_120);
  const recorders = [orderRecorder(), orderRecorder()];
  for (const round of range(20)) {
    const webhooks = SHOPS.flatMap((shop, place) =>
      range(6).flatMap((turn) => {
        const created = order(shop, place, round * 10 + turn);
        return turn % 3 === 0 ? [created, renamed(created, "orders/paid")] : [created];
      }),
    );
    const answers = await Promise.all(
      recorders.flatMap((recordOne) =>
        shuffled(webhooks, random).map((webhook) => recordOne(webhook, TEST_NOW)),
      ),
    );
    expect(answers.filter((answer) => answer === "recorded")).toHaveLength(30);
    expect(answers.filter((answer) => answer === "already_recorded")).toHaveLength(50);
  }
  for (const shopId of shopIds) {
    expect(await states(shopId)).toEqual({ outbox: { pending: 120 }, ledger: { pending: 120 } });
  }
  expect(await db.webhookReceipt.count()).toBe(20 * 40);
  expect(await countDeadlocks()).toBe(deadlocks);
});

async function connectedShops(): Promise<ShopId[]> {
  const shopIds: ShopId[] = [];
  for (const shop of SHOPS) shopIds.push(await connectedShop({}, shop));
  return shopIds;
}

function order(shop = "", place: number, turn: number): Webhook {
  return orderOf(shop, 7_100_000_000_000 + place * 1_000_000 + turn);
}

function orderOf(shopDomain = "", number: number): Webhook {
  const body = shopifyOrderBody({
    id: number,
    admin_graphql_api_id: `gid://shopify/Order/${number}`,
    checkout_token: `checkout-${number}`,
  });
  return orderWebhook(body, { shopDomain });
}

function renamed(webhook: Webhook, topic: string): Webhook {
  const key = `${webhook.webhookId}-${topic}`;
  return { ...webhook, topic, dedupeKey: key, webhookId: key };
}

function cancelled(webhook: Webhook): Webhook {
  const body = { ...record(webhook.body), cancelled_at: "2026-11-20T10:10:00-05:00" };
  return renamed({ ...webhook, body }, "orders/cancelled");
}

function unreadable(shopDomain = ""): Webhook {
  return orderWebhook(shopifyOrderBody({ line_items: null }), { shopDomain });
}

function record(body: unknown): Record<string, unknown> {
  if (typeof body !== "object" || body === null) throw new Error("The fixture is an object");
  return { ...body };
}

/** Makes the database refuse the line of one order. */
async function poisonOrder(): Promise<void> {
  await db.$executeRawUnsafe(`
    CREATE FUNCTION refuse_poison() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF NEW."orderId" = '${POISON}' THEN RAISE EXCEPTION 'poison'; END IF;
      RETURN NEW;
    END $$`);
  await db.$executeRawUnsafe(`
    CREATE TRIGGER poison BEFORE INSERT ON ledger_lines
    FOR EACH ROW EXECUTE FUNCTION refuse_poison()`);
}

async function curePoison(): Promise<void> {
  await db.$executeRaw`DROP FUNCTION refuse_poison() CASCADE`;
}

async function countDeadlocks(): Promise<number> {
  const [found] = await db.$queryRaw<{ deadlocks: bigint }[]>`
    SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()`;
  return Number(found?.deadlocks);
}

function range(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}

/** Numbers in [0, 1), the same ones each time. Source: Lehmer, "Mathematical methods", 1951. */
function seeded(seed: number): () => number {
  let state = seed % 2_147_483_647;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

function shuffled<Value>(values: readonly Value[], random: () => number): Value[] {
  return values
    .map((value) => ({ value, place: random() }))
    .toSorted((one, other) => one.place - other.place)
    .map(({ value }) => value);
}
