import { Prisma } from "@prisma/client";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { recordBacklog } from "~/conversions/backlog.server";
import { countFigures } from "~/conversions/count-figures.server";
import { disconnect, saveShop } from "~/conversions/connect.server";
import { hasDeadLetters } from "~/conversions/dead-letters.server";
import { exportDecisions } from "~/conversions/decision-export.server";
import { listStrandedLanes } from "~/conversions/lane.server";
import { listLiveEvents } from "~/conversions/live-events.server";
import { listLedger } from "~/conversions/ledger.server";
import { OUTBOX_STATES, type OutboxState } from "~/conversions/outbox";
import { recordCancelled, recordStopped } from "~/conversions/open-rows.server";
import { findReadiness } from "~/conversions/readiness.server";
import { listLedgerWords } from "~/conversions/record.server";
import { redrive } from "~/conversions/redrive.server";
import { endGrace, listOverdueShops } from "~/conversions/wait.server";
import { db } from "~/db.server";
import { InvariantError } from "~/errors";
import type { ShopId } from "~/ids";
import { listJobs } from "~/jobs/list.server";
import type { EventsAnswer } from "~/pinterest/outcome";
import { closeShop, eraseShop } from "~/privacy/erase-shop.server";
import { forgetByAge } from "~/privacy/retention.server";
import { startQueue, stopQueue } from "~/queue.server";
import { findDiagnostics } from "~/shopify/diagnostics-page.server";
import { makeSupportBundle } from "~/shopify/support-bundle.server";
import { findHomePage } from "~/shopify/home-page.server";
import { recordComplianceWebhook } from "~/shopify/record-compliance.server";
import { recordOrderWebhook } from "~/shopify/record-order.server";
import { recordTogether } from "~/shopify/record-together.server";
import { parseOrder } from "~/shopify/order";
import type { Shop } from "~/shops/shop";
import { findShopById } from "~/shops/shop.server";
import { DAY_MS, HOUR_MS } from "~/time";

import { TEST_NOW } from "./support/clock";
import { dataRequestWebhook, redactWebhook } from "./support/compliance";
import { emptyDatabase } from "./support/database";
import { deliver, recordOrders, useWorker } from "./support/delivery";
import { shopifyOrderBody } from "./support/orders";
import { connectedShop, CREDENTIALS, settingsChange } from "./support/shops";
import { reportSnapshot } from "./support/snapshots";
import { statementsOf, wholeTablesRead } from "./support/statements";
import { orderWebhook } from "./support/webhooks";

/** Tables that grow with every order. */
const HOT_TABLES = ["outbox", "ledger_lines", "webhook_receipts", "consent_snapshots"];

const BIG_SHOP_ROWS = 20_000;
const SMALL_SHOPS = 8;
const SMALL_SHOP_ROWS = 1_000;

const LATER = new Date(TEST_NOW.getTime() + 6 * DAY_MS);
const NEXT_HOUR = new Date(LATER.getTime() + HOUR_MS);

/** A shop's rows are read where they are looked through for a customer's hashes, and no other's. */
const OF_SMALL_SHOP = { shopDomain: "small-4.myshopify.com" };

let big: ShopId;
let small: ShopId[];

useWorker();
beforeAll(async () => {
  await startQueue(listJobs(new AbortController().signal), "producer");
  await emptyDatabase();
  big = await connectedShop();
  await fill(big, BIG_SHOP_ROWS);
  small = [];
  for (let index = 0; index < SMALL_SHOPS; index += 1) {
    const shopId = await connectedShop({}, `small-${index}.myshopify.com`);
    await fill(shopId, SMALL_SHOP_ROWS);
    small.push(shopId);
  }
  for (const table of HOT_TABLES) await db.$executeRawUnsafe(`VACUUM ANALYZE ${table}`);
});
afterAll(() => stopQueue(1_000));

describe("no statement reads a table that grows with every order from end to end:", () => {
  test.each([
    {
      what: "an order's webhook",
      work: () => recordOrderWebhook(orderWebhook(shopifyOrderBody()), LATER),
    },
    {
      what: "webhooks that are recorded together",
      work: () =>
        recordTogether(
          [1, 2, 3].map((number) => {
            const body = shopifyOrderBody({
              admin_graphql_api_id: `gid://shopify/Order/90000${number}`,
              checkout_token: `together-${number}`,
            });
            return { webhook: orderWebhook(body), parsed: parseOrder(body), now: LATER };
          }),
        ),
    },
    { what: "a snapshot", work: () => reportSnapshot(big, `co_${big}-7`, {}, TEST_NOW) },
    { what: "the end of a grace", work: () => endGrace(big, LATER) },
    { what: "shops whose grace is over", work: () => listOverdueShops(LATER) },
    { what: "a delivery", work: () => deliver(big, { now: () => TEST_NOW, post: taken }) },
    {
      what: "a delivery that fails",
      work: () => deliver(one(0), { now: () => TEST_NOW, post: unavailable }),
    },
    { what: "stranded lanes", work: () => listStrandedLanes(LATER) },
    { what: "the figures of the backlog", work: () => recordBacklog(LATER) },
    { what: "readiness", work: () => findReadiness(LATER) },
    { what: "a hold and its end", work: () => holdAndMend(one(1)) },
    {
      what: "an uninstall",
      work: () => db.$transaction((tx) => recordStopped(tx, one(2), "uninstalled", LATER)),
    },
    {
      what: "a cancellation",
      work: () => db.$transaction((tx) => recordCancelled(tx, big, "70", LATER)),
    },
    { what: "the home page", work: () => findHome(big) },
    { what: "the figures of an hour", work: () => countFigures(big, LATER) },
    { what: "the figures of the next hour", work: () => countFigures(big, NEXT_HOUR) },
    ...[null, ...OUTBOX_STATES].map((state) => ({
      what: `the ledger's pages, of state ${state ?? "any"}`,
      work: () => turnPages(state),
    })),
    { what: "whether there are dead letters", work: () => hasDeadLetters(big) },
    { what: "a redrive", work: () => redrive(big, { kind: "all" }, TEST_NOW) },
    {
      what: "a redrive of one",
      work: () => redrive(big, { kind: "one", eventId: "x", eventName: "checkout" }, TEST_NOW),
    },
    {
      what: "a reconciliation",
      work: () => listLedgerWords(big, hundredOrders(), "reconciliation"),
    },
    { what: "an export of decisions", work: () => exportOf(big) },
    {
      what: "a data request",
      work: () => recordComplianceWebhook({ ...dataRequestWebhook(), ...OF_SMALL_SHOP }, LATER),
    },
    {
      what: "the erasure of a customer",
      work: () => recordComplianceWebhook({ ...redactWebhook(), ...OF_SMALL_SHOP }, LATER),
    },
    { what: "events that are watched", work: () => listLiveEvents(big, LATER, LATER) },
    {
      what: "the page of diagnostics",
      work: async () => findDiagnostics(await shopOf(big), LATER),
    },
    { what: "a support file", work: async () => makeSupportBundle(await shopOf(big), LATER) },
    { what: "retention", work: () => forgetByAge(new Date(LATER.getTime() + 20 * DAY_MS)) },
    { what: "the erasure of a shop", work: () => eraseWhole(one(3)) },
  ])("$what", async ({ work }) => {
    const statements = await statementsOf(work);
    const hot = statements.filter(({ text }) => HOT_TABLES.some((table) => text.includes(table)));
    expect(hot).not.toEqual([]);
    for (const statement of hot) {
      const read = await wholeTablesRead(statement, HOT_TABLES);
      expect({ statement: statement.text, read }).toEqual({ statement: statement.text, read: [] });
    }
  });
});

test("no index of the ledger has what a delivery writes, so that a line is changed within its page", async () => {
  const indexes = await db.$queryRaw<{ indexdef: string }[]>`
    SELECT indexdef FROM pg_indexes WHERE tablename = 'ledger_lines'`;
  expect(indexes).not.toEqual([]);
  expect(indexes.filter(({ indexdef }) => /\b(state|settledAt)\b/.test(indexdef))).toEqual([]);
});

/** Events of orders, nearly all of them settled over the last 25 days: one recorded, the rest like it. */
async function fill(shopId: ShopId, count: number): Promise<void> {
  await recordOrders(shopId, 1);
  const ids = `co_${shopId}-`;
  const state = Prisma.sql`
    CASE n % 10000 WHEN 1 THEN 'pending' WHEN 2 THEN 'dead_letter' WHEN 3 THEN 'held'
                   WHEN 4 THEN 'skipped' WHEN 5 THEN 'expired' WHEN 6 THEN 'waiting'
                   ELSE 'delivered' END`;
  const reason = Prisma.sql`CASE n % 10000 WHEN 4 THEN 'no_identity' WHEN 5 THEN 'too_old' END`;
  const at = Prisma.sql`${TEST_NOW}::timestamptz - n % 600 * interval '1 hour'`;
  const settledAt = Prisma.sql`CASE WHEN n % 10000 NOT IN (1, 3, 6) THEN ${at} END`;
  const numbers = Prisma.sql`generate_series(1, ${count - 1}::int) n`;
  await db.$executeRaw`
    INSERT INTO outbox ("shopId", "eventId", "eventName", state, reason, payload, "occurredAt",
                        "nextAttemptAt", "createdAt", "settledAt", "lastError")
    SELECT "shopId", ${ids} || n, "eventName", ${state}, ${reason},
           payload || jsonb_build_object('eventId', ${ids} || n), "occurredAt", "nextAttemptAt",
           "createdAt", ${settledAt}, CASE n % 10000 WHEN 2 THEN 'bad' END
      FROM outbox, ${numbers} WHERE "shopId" = ${shopId}::uuid`;
  await db.$executeRaw`
    INSERT INTO ledger_lines ("shopId", "orderId", "eventId", "receivedBy", state, reason,
                              "receivedAt", "settledAt")
    SELECT "shopId", n::text || '0', ${ids} || n, "receivedBy", ${state}, ${reason}, ${at},
           ${settledAt}
      FROM ledger_lines, ${numbers} WHERE "shopId" = ${shopId}::uuid`;
  await db.$executeRaw`
    INSERT INTO consent_snapshots ("shopId", "eventId", source, "receivedAt")
    SELECT ${shopId}::uuid, ${ids} || n, 'pixel', ${at} FROM ${numbers}`;
  await db.$executeRaw`
    INSERT INTO webhook_receipts ("shopId", topic, "dedupeKey", "webhookId", "bodySha256", "receivedAt")
    SELECT ${shopId}::uuid, 'orders/create', n, n, '', ${at} FROM ${numbers}`;
}

async function shopOf(shopId: ShopId): Promise<Shop> {
  const shop = await findShopById(shopId);
  if (!shop) throw new InvariantError("the shop is gone");
  return shop;
}

async function findHome(shopId: ShopId): Promise<void> {
  const shop = await findShopById(shopId);
  if (shop) await findHomePage(shop, "month", LATER);
}

function one(index: number): ShopId {
  return small[index] ?? big;
}

function taken(_credentials: unknown, events: readonly unknown[]): Promise<EventsAnswer> {
  const outcomes = events.map(() => ({ kind: "delivered" }) as const);
  return Promise.resolve({ kind: "per_event", outcomes });
}

function unavailable(): Promise<EventsAnswer> {
  return Promise.resolve({ kind: "retry", delay: "unavailable", retryAfterMs: null });
}

async function holdAndMend(shopId: ShopId): Promise<void> {
  await disconnect(shopId, TEST_NOW);
  await saveShop(shopId, CREDENTIALS, settingsChange(), TEST_NOW);
}

/** The first page, the one behind it, and the way back. */
async function turnPages(state: OutboxState | null): Promise<void> {
  const olderThan = `${TEST_NOW.getTime() - DAY_MS}.99999`;
  await listLedger(big, { state, olderThan: null, newerThan: null });
  await listLedger(big, { state, olderThan, newerThan: null });
  await listLedger(big, { state, olderThan: null, newerThan: olderThan });
}

function hundredOrders(): string[] {
  return Array.from({ length: 100 }, (_, index) => `${index}0`);
}

async function exportOf(shopId: ShopId): Promise<void> {
  const from = new Date(TEST_NOW.getTime() - 2 * DAY_MS);
  for await (const piece of exportDecisions(shopId, from, TEST_NOW)) expect(piece).not.toBe("");
}

async function eraseWhole(shopId: ShopId): Promise<void> {
  await db.shop.update({ where: { id: shopId }, data: { uninstalledAt: TEST_NOW } });
  await db.$transaction((tx) => closeShop(tx, shopId));
  await eraseShop(shopId);
}
