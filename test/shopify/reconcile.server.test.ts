import type { GraphQLClient } from "graphql-request";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";

import { recordUnreadableOrder } from "~/conversions/record.server";
import { db } from "~/db.server";
import type { ShopId } from "~/ids";
import { listJobs } from "~/jobs/list.server";
import { startQueue, stopQueue } from "~/queue.server";
import { adminClient } from "~/shopify/admin.server";
import { recordOrderWebhook } from "~/shopify/record-order.server";
import type { WalkWorld } from "~/shopify/order-walk.server";
import { reconcileShop } from "~/shopify/reconcile.server";
import type { ReconciliationWindow } from "~/shopify/reconciliation-run.server";
import { recordScopes, recordUninstall } from "~/shops/shop.server";
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from "~/time";

import { TEST_NOW } from "#test/support/clock";
import { emptyDatabase } from "#test/support/database";
import { deliver, states, useWorker, wakeUps } from "#test/support/delivery";
import { useLocalPinterest } from "#test/support/pinterest";
import { connectedShop, installedShop, SHOP_DOMAIN } from "#test/support/shops";
import { orderIdOf, useLocalShopify } from "#test/support/order-shopify";
import { orderWebhook } from "#test/support/webhooks";

const pinterest = useLocalPinterest();
const shopify = useLocalShopify();
useWorker();

beforeAll(() => startQueue(listJobs(new AbortController().signal), "producer"));
afterAll(() => stopQueue(1_000));
beforeEach(emptyDatabase);

describe("orders whose webhooks are lost, doubled, shuffled or late", () => {
  test("are at Pinterest once each", async () => {
    const shopId = await shopOfOld();
    const bodies = await placeOrders(40, (index) => ago((5 + 2 * index) * MINUTE_MS));
    const inTime = bodies.flatMap((body, index) => [[], [body], [body, body], []][index % 4] ?? []);
    const late = bodies.filter((_, index) => index % 4 === 3);

    for (const body of shuffled(inTime)) await webhook(body);
    await deliver(shopId);
    expect(await reconcile(shopId)).toBe("done");
    for (const body of shuffled(late)) expect(await webhook(body)).toBe("already_recorded");
    expect(await reconcile(shopId)).toBe("done");
    await deliver(shopId);

    const events = await pinterest.events();
    expect(new Set(events.map(({ eventId }) => eventId)).size).toBe(40);
    expect(events.map(({ result }) => result.status)).toEqual(Array(40).fill("processed"));
    expect(await states(shopId)).toEqual({ outbox: { delivered: 40 }, ledger: { delivered: 40 } });
    expect(await doors()).toEqual({ webhook: 20, reconciliation: 20 });
  });

  test("wake their lane", async () => {
    const shopId = await shopOfOld();
    await placeOrders(2, () => ago(HOUR_MS));
    await reconcile(shopId);
    expect(await wakeUps(shopId)).toHaveLength(1);
  });
});

describe("what is left alone", () => {
  test("an order younger than three minutes", async () => {
    const shopId = await shopOfOld();
    await placeOrders(2, (index) => ago(2 * MINUTE_MS + index * 2 * MINUTE_MS));
    await reconcile(shopId);
    expect(await orderNames()).toEqual(["#1002"]);
  });

  test("an order from before the window, and one from before the installation", async () => {
    const shopId = await connectedShop({}, SHOP_DOMAIN, ago(90 * MINUTE_MS));
    await placeOrders(3, (index) => ago((60 + index * 60) * MINUTE_MS));
    await reconcile(shopId);
    await reconcile(shopId, {}, "daily");
    expect(await orderNames()).toEqual(["#1001"]);
  });

  test("what the ledger knows, of which nothing but the name is asked for", async () => {
    const shopId = await shopOfOld();
    const [body] = await placeOrders(1, () => ago(HOUR_MS));
    await webhook(body);
    const before = await db.ledgerLine.findMany();
    await reconcile(shopId);
    expect(await db.ledgerLine.findMany()).toEqual(before);
    expect(await shopify.operations()).toEqual(["OrdersBetween"]);
  });
});

describe("what a later word may change", () => {
  test("an order that could not be read is read", async () => {
    const shopId = await shopOfOld();
    const [body] = await placeOrders(1, () => ago(HOUR_MS));
    const orderId = orderIdOf(body);
    await recordUnreadableOrder(db, shopId, {
      orderId,
      receivedBy: "webhook",
      receivedAt: TEST_NOW,
    });
    await reconcile(shopId);
    expect(await db.ledgerLine.findMany()).toMatchObject([
      { orderId, state: "pending", reason: null, receivedBy: "reconciliation" },
    ]);
  });

  test("an order that was not paid is sent when it is", async () => {
    const shopId = await connectedShop({ orderTrigger: "paid" }, SHOP_DOMAIN, ago(9 * DAY_MS));
    const unpaid = await shopify.place(1, ago(HOUR_MS), { financial_status: "pending" });
    await webhook(unpaid);
    await reconcile(shopId);
    expect((await states(shopId)).ledger).toEqual({ skipped: 1 });
    await shopify.place(1, ago(HOUR_MS), { financial_status: "paid" });
    await reconcile(shopId);
    expect((await states(shopId)).ledger).toEqual({ pending: 1 });
  });

  test("an order that cannot be read here either gets a line that says so", async () => {
    const shopId = await shopOfOld();
    await shopify.place(1, ago(HOUR_MS), { processed_at: "yesterday" });
    await reconcile(shopId);
    expect(await db.ledgerLine.findMany()).toMatchObject([
      { state: "skipped", reason: "unreadable_order", receivedBy: "reconciliation" },
    ]);
  });
});

describe("the rules for an order", () => {
  test.each([
    { scope: "granted", scopes: ["read_orders", "read_customers"], optOut: "LDP" },
    { scope: "not granted", scopes: ["read_orders"], optOut: undefined },
  ])(
    "limit the data use of a customer who opted out of its sale: scope $scope",
    async ({ optOut, scopes }) => {
      const shopId = await shopOfOld();
      await recordScopes("shopify", SHOP_DOMAIN, scopes);
      await shopify.grantCustomers(scopes.includes("read_customers"));
      const [body] = await placeOrders(1, () => ago(HOUR_MS));
      await shopify.control("PUT", "opted-out-of-sale", { customers: [customerOf(body)] });
      await reconcile(shopId);
      await deliver(shopId);
      const [received] = await pinterest.events();
      expect(received?.event.custom_data?.opt_out_type).toBe(optOut);
      expect(await states(shopId)).toMatchObject({ ledger: { delivered: 1 } });
    },
  );

  test("hold for one that is found, with their reasons", async () => {
    const shopId = await shopOfOld();
    const at = ago(40 * HOUR_MS);
    const processed_at = ago(8 * DAY_MS).toISOString();
    await shopify.place(1, at, { processed_at });
    await shopify.place(2, at, { test: true });
    await shopify.place(3, at, { source_name: "pos" });
    await shopify.place(4, at, { billing_address: { country_code: "DE" } });
    await shopify.place(5, at, { cancelled_at: ago(HOUR_MS).toISOString() });
    await shopify.place(6, at);
    expect(await reconcile(shopId, {}, "daily")).toBe("done");
    const lines = await db.ledgerLine.findMany({ orderBy: { orderId: "asc" } });
    expect(lines.map(({ state, reason }) => reason ?? state)).toEqual([
      "too_old",
      "test_order",
      "channel_disabled",
      "consent_unknown",
      "cancelled_order",
      "pending",
    ]);
  });
});

describe("a run over more than one page", () => {
  test("finds the orders of every page", async () => {
    const shopId = await shopOfOld();
    await placeOrders(103, () => ago(30 * HOUR_MS));
    expect(await reconcile(shopId, {}, "daily")).toBe("done");
    expect(await db.ledgerLine.count()).toBe(103);
    expect(await db.reconciliationRun.count()).toBe(0);
  });

  test("that was killed between two pages goes on after the first", async () => {
    const shopId = await shopOfOld();
    await placeOrders(103, () => ago(30 * HOUR_MS));
    const killed = reconcile(shopId, { client: async () => dyingClient() }, "daily");
    await expect(killed).rejects.toThrow("killed");
    expect(await db.ledgerLine.count()).toBe(100);
    expect(await db.reconciliationRun.findMany()).toMatchObject([{ window: "daily", after: "99" }]);

    passTime(MINUTE_MS);
    const before = (await shopify.operations()).length;
    expect(await reconcile(shopId, {}, "daily")).toBe("done");
    expect((await shopify.operations()).slice(before)).toEqual([
      "OrdersBetween",
      ...Array(3).fill("WholeOrder"),
    ]);
    expect(await db.ledgerLine.count()).toBe(103);
    expect(await db.reconciliationRun.count()).toBe(0);
  });

  test("that was left for longer than its window begins anew", async () => {
    const shopId = await shopOfOld();
    await db.reconciliationRun.create({
      data: {
        shopId,
        window: "recent",
        createdFrom: ago(9 * HOUR_MS),
        createdUntil: ago(7 * HOUR_MS),
        after: "99",
      },
    });
    await placeOrders(1, () => ago(HOUR_MS));
    await reconcile(shopId);
    expect(await orderNames()).toEqual(["#1001"]);
  });
});

describe("a run that takes long", () => {
  test("makes room after a while and goes on later", async () => {
    const shopId = await shopOfOld();
    await placeOrders(4, () => ago(HOUR_MS));
    let minutes = 0;
    const now = () => new Date(TEST_NOW.getTime() + (minutes += 0.5) * MINUTE_MS);
    expect(await reconcile(shopId, { now })).toBe("unfinished");
    const first = await db.ledgerLine.count();
    expect(first).toBeGreaterThan(0);
    expect(first).toBeLessThan(4);
    expect(await reconcile(shopId)).toBe("done");
    expect(await db.ledgerLine.count()).toBe(4);
  });

  test("stops with its process", async () => {
    const shopId = await shopOfOld();
    await placeOrders(1, () => ago(HOUR_MS));
    const stopping = AbortSignal.abort();
    expect(await reconcile(shopId, { stopping })).toBe("unfinished");
    expect(await db.ledgerLine.count()).toBe(0);
  });

  test("that is throttled waits for its points and goes on", async () => {
    const shopId = await shopOfOld();
    await placeOrders(3, () => ago(HOUR_MS));
    const client = await shopify.client();
    await shopify.control("POST", "throttle", {});
    const pauses: number[] = [];
    const pause = async (ms: number) => {
      pauses.push(ms);
      passTime(ms);
    };
    expect(await reconcile(shopId, { client: async () => client, pause })).toBe("done");
    expect(pauses[0]).toBe(SECOND_MS);
    expect(await db.ledgerLine.count()).toBe(3);
  });

  test("whose pause is cut short by a stop goes on later", async () => {
    const shopId = await shopOfOld();
    const client = await shopify.client();
    await shopify.control("POST", "throttle", {});
    const stopping = new AbortController();
    const pause = async () => {
      stopping.abort();
      stopping.signal.throwIfAborted();
    };
    const world = { client: async () => client, pause, stopping: stopping.signal };
    expect(await reconcile(shopId, world)).toBe("unfinished");
  });
});

describe("the app's own session", () => {
  test("is renewed where its token ends in the middle of a run", async () => {
    const shopId = await shopOfOld();
    await placeOrders(3, () => ago(HOUR_MS));
    await shopify.openSession();
    const stored = await db.shopifySession.findFirstOrThrow();
    let calls = 0;
    const client = async (domain: string) =>
      watched(await adminClient(domain, "all"), async () => {
        calls += 1;
        if (calls === 3) await shopify.control("POST", "tokens/expire", {});
      });
    expect(await reconcile(shopId, { client })).toBe("done");
    expect(await db.ledgerLine.count()).toBe(3);
    const renewed = await db.shopifySession.findFirstOrThrow();
    expect(renewed.sealedAccessToken).not.toBe(stored.sealedAccessToken);
  });

  test("is missed quietly where there is none", async () => {
    const shopId = await shopOfOld();
    const client = (domain: string) => adminClient(domain, "all");
    expect(await reconcile(shopId, { client })).toBe("not_connected");
  });
});

describe("a shop for which nothing can be delivered", () => {
  test("is passed over: uninstalled", async () => {
    const shopId = await shopOfOld();
    await recordUninstall(db, "shopify", SHOP_DOMAIN, TEST_NOW);
    expect(await reconcile(shopId)).toBe("not_connected");
    expect(await shopify.operations()).toEqual([]);
  });

  test("is passed over: without credentials", async () => {
    const shopId = await installedShop(SHOP_DOMAIN, ago(9 * DAY_MS));
    expect(await reconcile(shopId)).toBe("not_connected");
    expect(await shopify.operations()).toEqual([]);
  });
});

test("of two runs of one shop at once, whatever their windows, one works", async () => {
  const shopId = await shopOfOld();
  await placeOrders(3, () => ago(HOUR_MS));
  const entered = Promise.withResolvers<void>();
  const release = Promise.withResolvers<void>();
  const held = reconcile(shopId, {
    client: async () => {
      entered.resolve();
      await release.promise;
      return shopify.client();
    },
  });
  await entered.promise;
  expect(await reconcile(shopId)).toBe("busy");
  expect(await reconcile(shopId, {}, "daily")).toBe("busy");
  release.resolve();
  expect(await held).toBe("done");
  expect(await reconcile(shopId, {}, "daily")).toBe("done");
  expect(await db.ledgerLine.count()).toBe(3);
});

async function reconcile(
  shopId: ShopId,
  changes: Partial<WalkWorld> = {},
  window: ReconciliationWindow = "recent",
) {
  return reconcileShop(
    { shopId, window },
    {
      now: () => TEST_NOW,
      client: () => shopify.client(),
      pause: async (ms) => passTime(ms),
      stopping: new AbortController().signal,
      ...changes,
    },
  );
}

/** At the local Shopify, whose points come back with time. */
function passTime(ms: number): void {
  shopify.now = new Date(shopify.now.getTime() + ms);
}

/** A connected shop that was installed before anything in these tests happened. */
function shopOfOld(): Promise<ShopId> {
  return connectedShop({}, SHOP_DOMAIN, ago(9 * DAY_MS));
}

async function placeOrders(count: number, placedAt: (index: number) => Date) {
  const bodies: Record<string, unknown>[] = [];
  for (let index = 0; index < count; index += 1) {
    bodies.push(await shopify.place(index + 1, placedAt(index)));
  }
  return bodies;
}

function customerOf(body: unknown): string {
  const schema = z.object({ customer: z.object({ admin_graphql_api_id: z.string() }) });
  return schema.parse(body).customer.admin_graphql_api_id;
}

function webhook(body: unknown) {
  return recordOrderWebhook(orderWebhook(body), TEST_NOW);
}

function ago(ms: number): Date {
  return new Date(TEST_NOW.getTime() - ms);
}

/** Another order of the same things, the same one each time. */
function shuffled<Thing>(things: readonly Thing[]): Thing[] {
  return things
    .map((thing, index) => ({ thing, place: (index * 17) % 41 }))
    .toSorted((one, other) => one.place - other.place)
    .map(({ thing }) => thing);
}

/** A client that tells of each call before it is made. */
function watched(
  client: GraphQLClient | null,
  before: (operation: string | undefined) => Promise<void>,
): GraphQLClient | null {
  if (!client) return null;
  client.requestConfig.requestMiddleware = async (request) => {
    await before(request.operationName);
    return request;
  };
  return client;
}

/** A client whose process is killed where the second page would be asked for. */
async function dyingClient(): Promise<GraphQLClient | null> {
  let pages = 0;
  return watched(await shopify.client(), async (operation) => {
    if (operation === "OrdersBetween") pages += 1;
    if (pages === 2) throw new Error("killed");
  });
}

async function doors(): Promise<Record<string, number>> {
  const lines = await db.ledgerLine.groupBy({ by: ["receivedBy"], _count: true });
  return Object.fromEntries(lines.map(({ receivedBy, _count }) => [receivedBy, _count]));
}

async function orderNames(): Promise<(string | null)[]> {
  const lines = await db.ledgerLine.findMany({ orderBy: { orderId: "asc" } });
  return lines.map(({ orderName }) => orderName);
}
