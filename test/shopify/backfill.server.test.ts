import type { GraphQLClient } from "graphql-request";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import type { Backfill } from "~/conversions/backfill";
import {
  cancelBackfill,
  findBackfills,
  requestCheck,
  requestSend,
  wakeSilentBackfills,
} from "~/conversions/backfill-run.server";
import { saveShop } from "~/conversions/connect.server";
import { db } from "~/db.server";
import type { ShopId } from "~/ids";
import { listJobs } from "~/jobs/list.server";
import { eraseCustomer } from "~/privacy/erase-customer.server";
import { startQueue, stopQueue } from "~/queue.server";
import { backfillShop } from "~/shopify/backfill.server";
import type { WalkWorld } from "~/shopify/order-walk.server";
import { recordComplianceWebhook } from "~/shopify/record-compliance.server";
import { recordOrderWebhook } from "~/shopify/record-order.server";
import { recordDisconnect } from "~/shops/connection.server";
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from "~/time";

import { TEST_NOW } from "#test/support/clock";
import { redactWebhook } from "#test/support/compliance";
import { emptyDatabase } from "#test/support/database";
import { deliver, states, useWorker } from "#test/support/delivery";
import { whereFound } from "#test/support/every-row";
import { orderIdOf, useLocalShopify } from "#test/support/order-shopify";
import { useLocalPinterest } from "#test/support/pinterest";
import {
  connectedShop,
  CREDENTIALS,
  installedShop,
  settingsChange,
  SHOP_DOMAIN,
} from "#test/support/shops";
import { orderWebhook } from "#test/support/webhooks";

const pinterest = useLocalPinterest();
const shopify = useLocalShopify();
useWorker();

beforeAll(() => startQueue(listJobs(new AbortController().signal), "producer"));
afterAll(() => stopQueue(1_000));
beforeEach(emptyDatabase);

describe("a check", () => {
  test("says of each order what would become of it, with every reason", async () => {
    const shopId = await shopOfNow();
    await placeEveryKind(shopId);
    const check = await checked(shopId, 7);
    expect(outcomes(check)).toEqual({
      send: 2,
      "skip:test_order": 1,
      "skip:channel_disabled": 2,
      "skip:too_old": 1,
      "skip:consent_unknown": 1,
      reported: 1,
      under_way: 1,
    });
    expect(check).toMatchObject({ state: "done", seen: 8, percent: 100, days: 7 });
    expect(check.result).toMatchObject({ sent: 2, late: 2, hasSeveralReasons: true });
    const skipped = check.result.lines.find(({ reason }) => reason === "test_order");
    expect(skipped?.examples).toEqual(["#1004"]);
  });

  test("writes nothing but its own run", async () => {
    const shopId = await installedShop(SHOP_DOMAIN, ago(MINUTE_MS));
    await saveShop(shopId, CREDENTIALS, settingsChange(), TEST_NOW);
    await placeOrders(3, () => ago(DAY_MS));
    const before = await everythingElse();
    await checked(shopId);
    expect(await everythingElse()).toEqual(before);
  });

  test("looks back so many days, and leaves the youngest orders to their webhooks", async () => {
    const shopId = await shopOfNow();
    await placeOrders(4, (index) => ago(index === 0 ? 2 * MINUTE_MS : (index - 0.5) * DAY_MS));
    expect((await checked(shopId, 2)).seen).toBe(2);
    expect((await checked(shopId, 3)).seen).toBe(3);
  });

  test("of more than seven days is refused, because Pinterest takes nothing older", async () => {
    const shopId = await shopOfNow();
    expect(await requestCheck(shopId, 8, TEST_NOW)).toEqual({ kind: "too_long" });
    expect(await db.backfillRun.count()).toBe(0);
  });

  test("is not begun without a connection", async () => {
    const shopId = await installedShop();
    expect(await requestCheck(shopId, 7, TEST_NOW)).toEqual({ kind: "not_connected" });
  });
});

describe("what was checked", () => {
  test("is what is sent, and a second time there is nothing to send", async () => {
    const shopId = await shopOfNow();
    await placeEveryKind(shopId);
    const check = await checked(shopId, 7);
    const send = await sent(shopId, check);
    expect(outcomes(send)).toEqual(outcomes(check));
    expect(await states(shopId)).toMatchObject({
      ledger: { pending: 3, delivered: 1, skipped: 4 },
    });
    await deliver(shopId);
    const calls = (await pinterest.calls()).length;

    const later = new Date(TEST_NOW.getTime() + MINUTE_MS);
    const again = await sent(shopId, await checked(shopId, 7), later);
    expect(again.result.sent).toBe(0);
    expect(outcomes(again)).toEqual({
      reported: 4,
      "left_out:test_order": 1,
      "left_out:too_old": 1,
      "left_out:consent_unknown": 1,
      "skip:channel_disabled": 1,
    });
    await deliver(shopId);
    expect((await pinterest.calls()).length).toBe(calls);
  });

  test("is sent once where two orders belong to one checkout", async () => {
    const shopId = await shopOfNow();
    await shopify.place(1, ago(DAY_MS), { checkout_token: "one-checkout" });
    await shopify.place(2, ago(DAY_MS), { checkout_token: "one-checkout" });
    const check = await checked(shopId);
    expect(outcomes(check)).toEqual({ send: 1, under_way: 1 });
    expect(outcomes(await sent(shopId, check))).toEqual({ send: 1, under_way: 1 });
    expect(await db.outboxRow.count()).toBe(1);
  });

  test("is not sent an hour later, when it may have changed", async () => {
    const shopId = await shopOfNow();
    const check = await checked(shopId);
    const later = new Date(TEST_NOW.getTime() + HOUR_MS + SECOND_MS);
    expect(await requestSend(shopId, check.id, later)).toEqual({ kind: "not_checked" });
  });

  test("belongs to its shop: another one can neither send nor stop it", async () => {
    const shopId = await shopOfNow();
    const other = await connectedShop({}, "other.myshopify.com");
    const check = await checked(shopId);
    expect(await requestSend(other, check.id, TEST_NOW)).toEqual({ kind: "not_checked" });
    expect(await findBackfills(other, TEST_NOW)).toMatchObject({ check: null, send: null });
    await requestSend(shopId, check.id, TEST_NOW);
    const runId = await openRunId(shopId);
    expect(await cancelBackfill({ shopId: other, runId }, TEST_NOW)).toBe("already_over");
    expect(await turn({ shopId: other, runId })).toBe("over");
    expect(await cancelBackfill({ shopId, runId: "1 OR 1" }, TEST_NOW)).toBe("already_over");
    expect(await openRunId(shopId)).toBe(runId);
  });
});

describe("orders that were left out before", () => {
  test("are sent once Pinterest is connected, or the channel is switched on", async () => {
    const shopId = await installedShop(SHOP_DOMAIN, ago(9 * DAY_MS));
    const web = await shopify.place(1, ago(DAY_MS));
    await recordOrderWebhook(orderWebhook(web), ago(DAY_MS));
    await saveShop(shopId, CREDENTIALS, settingsChange(), TEST_NOW);
    const till = await shopify.place(2, ago(DAY_MS), { source_name: "pos" });
    await recordOrderWebhook(orderWebhook(till), ago(DAY_MS));
    const channels = { ...settingsChange().channels, pos: true };
    await saveShop(shopId, CREDENTIALS, { ...settingsChange(), channels }, TEST_NOW);
    expect((await states(shopId)).ledger).toEqual({ skipped: 2 });

    const send = await sent(shopId, await checked(shopId));
    // The till's is offline anyway, so no hour makes a difference to it.
    expect(send.result).toMatchObject({ sent: 2, late: 1 });
    await deliver(shopId);
    expect((await states(shopId)).ledger).toEqual({ delivered: 2 });
  });

  test("stay left out where the shopper's choice was the reason", async () => {
    const shopId = await shopOfNow();
    const german = await shopify.place(1, ago(DAY_MS), { billing_address: { country_code: "DE" } });
    await recordOrderWebhook(orderWebhook(german), ago(DAY_MS));
    const consent = { ...settingsChange().consent, unknownWhereRequired: "send" as const };
    await saveShop(shopId, CREDENTIALS, { ...settingsChange(), consent }, TEST_NOW);
    expect(outcomes(await checked(shopId))).toEqual({ "left_out:consent_unknown": 1 });
  });
});

describe("orders of an erased customer", () => {
  test("never come back, and are not even asked for", async () => {
    const shopId = await shopOfNow();
    const body = await shopify.place(1, ago(DAY_MS));
    const orderId = orderIdOf(body);
    await recordComplianceWebhook(redactWebhook({ orders_to_redact: [orderId] }), TEST_NOW);
    const check = await checked(shopId);
    expect(outcomes(check)).toEqual({ erased: 1 });
    expect(outcomes(await sent(shopId, check))).toEqual({ erased: 1 });
    expect(await db.outboxRow.count()).toBe(0);
    expect(await shopify.operations()).toEqual(["OrdersBetween", "OrdersBetween"]);
  });

  test("lose their names in the results of earlier runs, whose figures stay", async () => {
    const shopId = await shopOfNow();
    await placeOrders(1, () => ago(DAY_MS));
    const check = await checked(shopId);
    expect(check.result.lines).toMatchObject([{ outcome: "send", examples: ["#1001"] }]);
    const customer = { externalIds: [], emails: [], orderIds: ["1"] };
    await db.$transaction((tx) => eraseCustomer(tx, shopId, customer, TEST_NOW));
    const { check: after } = await findBackfills(shopId, TEST_NOW);
    expect(after?.result.lines).toMatchObject([{ outcome: "send", count: 1, examples: [] }]);
    expect(await whereFound(["#1001"])).toEqual([]);
  });
});

describe("a run that is killed", () => {
  test("in the middle of a page goes on without a gap, and counts nothing twice", async () => {
    const shopId = await shopOfNow();
    await placeOrders(30, () => ago(DAY_MS));
    const check = await checked(shopId);
    await requestSend(shopId, check.id, TEST_NOW);
    const key = { shopId, runId: await openRunId(shopId) };
    await expect(turn(key, { client: () => dyingClient(28) })).rejects.toThrow("killed");
    expect(await db.ledgerLine.count()).toBe(27);

    passTime(MINUTE_MS);
    expect(await turn(key)).toBe("done");
    const { send } = await findBackfills(shopId, TEST_NOW);
    expect(send).toMatchObject({ seen: 30, result: { sent: 30 } });
    expect(await db.outboxRow.count()).toBe(30);
  });

  test("while it only checks goes on with its last page", async () => {
    const shopId = await shopOfNow();
    await placeOrders(30, () => ago(DAY_MS));
    await requestCheck(shopId, 7, TEST_NOW);
    const key = { shopId, runId: await openRunId(shopId) };
    await expect(turn(key, { client: () => dyingClient(28) })).rejects.toThrow("killed");
    passTime(MINUTE_MS);
    const before = (await shopify.operations()).length;
    expect(await turn(key)).toBe("done");
    expect((await shopify.operations()).length - before).toBe(6);
    expect((await findBackfills(shopId, TEST_NOW)).check?.result.sent).toBe(30);
  });

  test("is found by a worker after a while, and not before", async () => {
    const shopId = await shopOfNow();
    await requestCheck(shopId, 7, TEST_NOW);
    await db.$executeRaw`DELETE FROM pgboss.job WHERE name = 'backfill-shop'`;
    await wakeSilentBackfills(new Date(TEST_NOW.getTime() + 10 * SECOND_MS));
    expect(await waitingJobs()).toBe(0);
    await wakeSilentBackfills(new Date(TEST_NOW.getTime() + 20 * SECOND_MS));
    await wakeSilentBackfills(new Date(TEST_NOW.getTime() + 21 * SECOND_MS));
    expect(await waitingJobs()).toBe(1);
  });

  test("by five faults in a row has failed, and says so", async () => {
    const shopId = await shopOfNow();
    await requestCheck(shopId, 7, TEST_NOW);
    const key = { shopId, runId: await openRunId(shopId) };
    for (let fault = 1; fault <= 5; fault += 1) {
      expect((await findBackfills(shopId, TEST_NOW)).check?.failure).toBeNull();
      await expect(turn(key, { client: () => dyingClient(0) })).rejects.toThrow("killed");
    }
    const { check } = await findBackfills(shopId, TEST_NOW);
    expect(check).toMatchObject({ state: "failed", failure: "shopify_unavailable" });
    expect(await requestCheck(shopId, 7, TEST_NOW)).toEqual({ kind: "queued" });
  });
});

describe("a run under way", () => {
  test("is the only one of its shop", async () => {
    const shopId = await shopOfNow();
    expect(await requestCheck(shopId, 7, TEST_NOW)).toEqual({ kind: "queued" });
    expect(await requestCheck(shopId, 1, TEST_NOW)).toEqual({ kind: "busy" });
    const other = await connectedShop({}, "other.myshopify.com");
    expect(await requestCheck(other, 7, TEST_NOW)).toEqual({ kind: "queued" });
  });

  test("that is cancelled stops before the next order, and what was sent stays sent", async () => {
    const shopId = await shopOfNow();
    await placeOrders(6, () => ago(DAY_MS));
    await requestSend(shopId, (await checked(shopId)).id, TEST_NOW);
    const key = { shopId, runId: await openRunId(shopId) };
    const client = async () => {
      let orders = 0;
      return watched(await shopify.client(), async (operation) => {
        if (operation === "WholeOrder") orders += 1;
        if (orders === 3) await cancelBackfill(key, TEST_NOW);
      });
    };
    expect(await turn(key, { client })).toBe("over");
    const { send } = await findBackfills(shopId, TEST_NOW);
    expect(send).toMatchObject({ state: "cancelled", seen: 2, result: { sent: 2 } });
    expect(await db.outboxRow.count()).toBe(2);
    expect(await turn(key)).toBe("over");
  });

  test("shows how far it is", async () => {
    const shopId = await shopOfNow();
    await placeOrders(2, (index) => ago((6 - index * 2) * DAY_MS));
    await requestCheck(shopId, 7, TEST_NOW);
    const key = { shopId, runId: await openRunId(shopId) };
    let asked = 0;
    const client = async () =>
      watched(await shopify.client(), async (operation) => {
        if (operation === "WholeOrder") asked += 1;
        if (asked !== 2) return;
        const { check } = await findBackfills(shopId, new Date(TEST_NOW.getTime() + MINUTE_MS));
        expect(check).toMatchObject({ state: "running", seen: 1, percent: 14, perMinute: 1 });
      });
    expect(await turn(key, { client })).toBe("done");
    expect(asked).toBe(2);
  });

  test("that Shopify throttles waits for its points", async () => {
    const shopId = await shopOfNow();
    await placeOrders(3, () => ago(HOUR_MS));
    const client = await shopify.client();
    await shopify.control("POST", "throttle", {});
    const pauses: number[] = [];
    const pause = async (ms: number) => {
      pauses.push(ms);
      passTime(ms);
    };
    await requestCheck(shopId, 1, TEST_NOW);
    const key = { shopId, runId: await openRunId(shopId) };
    expect(await turn(key, { client: async () => client, pause })).toBe("done");
    expect(pauses.length).toBeGreaterThan(0);
  });

  test("makes room after a while and goes on later", async () => {
    const shopId = await shopOfNow();
    await placeOrders(60, () => ago(DAY_MS));
    await requestCheck(shopId, 7, TEST_NOW);
    const key = { shopId, runId: await openRunId(shopId) };
    let seconds = 0;
    const now = () => new Date(TEST_NOW.getTime() + (seconds += 2) * SECOND_MS);
    expect(await turn(key, { now })).toBe("unfinished");
    expect(await turn(key)).toBe("done");
    expect((await findBackfills(shopId, TEST_NOW)).check?.result.sent).toBe(60);
  });

  test("stops with its process", async () => {
    const shopId = await shopOfNow();
    await placeOrders(1, () => ago(DAY_MS));
    await requestCheck(shopId, 7, TEST_NOW);
    const key = { shopId, runId: await openRunId(shopId) };
    expect(await turn(key, { stopping: AbortSignal.abort() })).toBe("unfinished");
  });

  test("fails when the shop is disconnected meanwhile", async () => {
    const shopId = await shopOfNow();
    await requestCheck(shopId, 7, TEST_NOW);
    await db.$transaction((tx) => recordDisconnect(tx, shopId));
    const key = { shopId, runId: await openRunId(shopId) };
    expect(await turn(key)).toBe("not_connected");
    const { check } = await findBackfills(shopId, TEST_NOW);
    expect(check).toMatchObject({ state: "failed", failure: "not_connected" });
  });
});

/** One order of every kind that a check tells apart: #1001 to #1008. */
async function placeEveryKind(shopId: ShopId): Promise<void> {
  const delivered = await shopify.place(1, ago(2 * DAY_MS));
  await recordOrderWebhook(orderWebhook(delivered), ago(2 * DAY_MS));
  await deliver(shopId);
  const pending = await shopify.place(2, ago(2 * DAY_MS));
  await recordOrderWebhook(orderWebhook(pending), ago(2 * DAY_MS));
  await shopify.place(3, ago(2 * DAY_MS), {
    processed_at: ago(8 * DAY_MS).toISOString(),
  });
  await shopify.place(4, ago(2 * DAY_MS), { test: true, source_name: "pos" });
  await shopify.place(5, ago(2 * DAY_MS), { source_name: "pos" });
  await shopify.place(6, ago(2 * DAY_MS), { billing_address: { country_code: "DE" } });
  await shopify.place(7, ago(2 * DAY_MS));
  await shopify.place(8, ago(2 * DAY_MS));
}

async function checked(shopId: ShopId, days = 7): Promise<Backfill> {
  expect(await requestCheck(shopId, days, TEST_NOW)).toEqual({ kind: "queued" });
  expect(await turn({ shopId, runId: await openRunId(shopId) })).toBe("done");
  const { check } = await findBackfills(shopId, TEST_NOW);
  if (!check) throw new Error("There is no check");
  return check;
}

async function sent(shopId: ShopId, check: Backfill, now = TEST_NOW): Promise<Backfill> {
  expect(await requestSend(shopId, check.id, now)).toEqual({ kind: "queued" });
  const world = { now: () => now };
  expect(await turn({ shopId, runId: await openRunId(shopId) }, world)).toBe("done");
  const { send } = await findBackfills(shopId, TEST_NOW);
  if (!send) throw new Error("Nothing was sent");
  return send;
}

function turn(key: { shopId: ShopId; runId: string }, changes: Partial<WalkWorld> = {}) {
  return backfillShop(key, {
    now: () => TEST_NOW,
    client: () => shopify.client(),
    pause: async (ms) => passTime(ms),
    stopping: new AbortController().signal,
    ...changes,
  });
}

function outcomes({ result }: Backfill): Record<string, number> {
  return Object.fromEntries(
    result.lines.map(({ count, outcome, reason }) => [
      reason === null ? outcome : `${outcome}:${reason}`,
      count,
    ]),
  );
}

async function openRunId(shopId: ShopId): Promise<string> {
  const { id } = await db.backfillRun.findFirstOrThrow({ where: { shopId, isOpen: true } });
  return id;
}

async function waitingJobs(): Promise<number> {
  const [jobs] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM pgboss.job
     WHERE name = 'backfill-shop' AND state = 'created'`;
  return jobs?.count ?? 0;
}

/** Every row of our own tables but the runs. */
async function everythingElse(): Promise<unknown> {
  const tables = await db.$queryRaw<{ name: string }[]>`
    SELECT tablename::text AS name FROM pg_tables
     WHERE schemaname = 'public' AND tablename <> 'backfill_runs' ORDER BY 1`;
  const rows = tables.map(({ name }) =>
    db.$queryRawUnsafe(`SELECT '${name}' AS name, to_jsonb(t) AS row FROM "${name}" t`),
  );
  return Promise.all(rows);
}

/** A connected shop that was installed a minute ago: every order is older than the installation. */
function shopOfNow(): Promise<ShopId> {
  return connectedShop({}, SHOP_DOMAIN, ago(MINUTE_MS));
}

async function placeOrders(count: number, placedAt: (index: number) => Date): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    await shopify.place(index + 1, placedAt(index));
  }
}

/** At the local Shopify, whose points come back with time. */
function passTime(ms: number): void {
  shopify.now = new Date(shopify.now.getTime() + ms);
}

function ago(ms: number): Date {
  return new Date(TEST_NOW.getTime() - ms);
}

/** A client that tells of each call before it is made. */
function watched(
  client: GraphQLClient,
  before: (operation: string | undefined) => Promise<void>,
): GraphQLClient {
  client.requestConfig.requestMiddleware = async (request) => {
    await before(request.operationName);
    return request;
  };
  return client;
}

/** A client whose process is killed where this order is asked for; at 0 with the first question. */
async function dyingClient(order: number): Promise<GraphQLClient> {
  let orders = 0;
  return watched(await shopify.client(), async (operation) => {
    if (operation === "WholeOrder") orders += 1;
    if (orders === order) throw new Error("killed");
  });
}
