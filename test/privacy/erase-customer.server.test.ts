import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { checkoutEventId } from "~/conversions/event-id";
import { db } from "~/db.server";
import type { ShopId } from "~/ids";
import { listJobs } from "~/jobs/list.server";
import { startQueue, stopQueue } from "~/queue.server";
import { recordComplianceWebhook } from "~/shopify/record-compliance.server";
import { recordOrderWebhook } from "~/shopify/record-order.server";

import { TEST_NOW } from "#test/support/clock";
import {
  CUSTOMER,
  dataRequestWebhook,
  redactWebhook,
  sha256,
  TRACES,
} from "#test/support/compliance";
import { emptyDatabase } from "#test/support/database";
import { deliver, useWorker, world } from "#test/support/delivery";
import { everyRow, whereFound } from "#test/support/every-row";
import { shopifyOrderBody } from "#test/support/orders";
import { useLocalPinterest } from "#test/support/pinterest";
import { connectedShop } from "#test/support/shops";
import { orderWebhook } from "#test/support/webhooks";

const OTHER_DOMAIN = "other.myshopify.com";

/** A later instant, so that what a second call wrote would show. */
const LATER = new Date("2026-12-01T00:00:00Z");

const pinterest = useLocalPinterest();
useWorker();

beforeAll(() => startQueue(listJobs(new AbortController().signal), "producer"));
afterAll(() => stopQueue(1_000));
beforeEach(emptyDatabase);

describe("customers/redact", () => {
  test("leaves nothing of the customer in any table, also after late webhooks of the order", async () => {
    const shopId = await connectedShop();
    await recordOrderWebhook(namedOrder(), TEST_NOW);
    await recordComplianceWebhook(dataRequestWebhook(), TEST_NOW);
    const traces = [...Object.values(TRACES), await eventIdOf(shopId)];
    const tables = (await whereFound(traces)).map((hit) => hit.split(":")[0]);
    expect(tables).toEqual(
      expect.arrayContaining(["public.data_requests", "public.ledger_lines", "public.outbox"]),
    );

    await recordComplianceWebhook(redactWebhook(), TEST_NOW);
    expect(await whereFound(traces)).toEqual([]);

    for (const topic of ["orders/create", "orders/paid", "orders/updated", "orders/cancelled"]) {
      await recordOrderWebhook(namedOrder({ topic, dedupeKey: `late-${topic}` }), LATER);
    }
    const unreadable = { admin_graphql_api_id: `gid://shopify/Order/${TRACES.orderId}` };
    await recordOrderWebhook(orderWebhook(unreadable), LATER);
    expect(await whereFound(traces)).toEqual([]);
    expect(await db.ledgerLine.count()).toBe(1);
    expect(await db.outboxRow.count()).toBe(0);
  });

  test("stops what has not left, and says why", async () => {
    const shopId = await connectedShop();
    await recordOrderWebhook(namedOrder(), TEST_NOW);
    await recordComplianceWebhook(redactWebhook(), LATER);
    await deliver(shopId);

    expect(await pinterest.events()).toEqual([]);
    const line = { state: true, reason: true, settledAt: true } as const;
    expect(await db.ledgerLine.findFirst({ select: line })).toEqual({
      state: "skipped",
      reason: "erased",
      settledAt: LATER,
    });
  });

  test("leaves state, value, currency and times of what was delivered", async () => {
    const shopId = await connectedShop();
    await recordOrderWebhook(namedOrder(), TEST_NOW);
    await deliver(shopId);
    const kept = {
      state: true,
      reason: true,
      value: true,
      currency: true,
      occurredAt: true,
      receivedAt: true,
      settledAt: true,
    } as const;
    const before = await db.ledgerLine.findMany({ select: kept });
    expect(before).toMatchObject([{ state: "delivered", value: "90.00", currency: "USD" }]);

    await recordComplianceWebhook(redactWebhook(), LATER);
    expect(await db.ledgerLine.findMany({ select: kept })).toEqual(before);
    expect(await db.ledgerLine.findFirst()).toMatchObject({
      orderId: expect.stringMatching(/^erased:[0-9a-f]{64}$/),
      orderName: null,
      eventId: null,
      matchKeys: [],
      customerMarks: [],
    });
  });

  test("changes nothing the second time", async () => {
    await connectedShop();
    await recordOrderWebhook(namedOrder(), TEST_NOW);
    await recordComplianceWebhook(redactWebhook(), TEST_NOW);
    const before = await everyRow();
    await recordComplianceWebhook(redactWebhook(), LATER);
    expect(await everyRow()).toEqual(before);
  });

  test.each([
    { by: "the customer id", customer: { id: CUSTOMER.id }, orders: [] },
    { by: "the email", customer: { email: " ADA@example.com" }, orders: [] },
    { by: "the order id", customer: null, orders: [TRACES.orderId] },
  ])("finds the rows by $by alone", async ({ customer, orders }) => {
    await connectedShop();
    await recordOrderWebhook(namedOrder(), TEST_NOW);
    await recordComplianceWebhook(redactWebhook({ customer, orders_to_redact: orders }), TEST_NOW);
    expect(await whereFound(Object.values(TRACES))).toEqual([]);
  });

  test("finds a line whose event is gone, and an event whose line bears no marks", async () => {
    await connectedShop();
    const redact = redactWebhook({ orders_to_redact: [] });
    await recordOrderWebhook(namedOrder(), TEST_NOW);
    await db.outboxRow.deleteMany();
    await recordComplianceWebhook(redact, TEST_NOW);
    expect(await whereFound(Object.values(TRACES))).toEqual([]);

    await emptyDatabase();
    await connectedShop();
    await recordOrderWebhook(namedOrder(), TEST_NOW);
    await db.ledgerLine.updateMany({ data: { customerMarks: [] } });
    await recordComplianceWebhook(redact, TEST_NOW);
    expect(await whereFound(Object.values(TRACES))).toEqual([]);
  });

  test("an order that never arrived is not recorded when it comes late", async () => {
    await connectedShop();
    await recordComplianceWebhook(redactWebhook(), TEST_NOW);
    expect(await recordOrderWebhook(namedOrder(), LATER)).toBe("erased");
    expect(await db.ledgerLine.count()).toBe(0);
  });

  test("a later order of the customer is recorded again", async () => {
    await connectedShop();
    await recordOrderWebhook(namedOrder(), TEST_NOW);
    await recordComplianceWebhook(redactWebhook(), TEST_NOW);
    const next = { admin_graphql_api_id: "gid://shopify/Order/5", checkout_token: "next" };
    expect(await recordOrderWebhook(orderWebhook(shopifyOrderBody(next)), TEST_NOW)).toBe(
      "recorded",
    );
  });

  test("touches neither another customer nor the same customer of another shop", async () => {
    const shopId = await connectedShop();
    const otherShopId = await connectedShop({}, OTHER_DOMAIN);
    await recordOrderWebhook(strangersOrder(), TEST_NOW);
    await recordOrderWebhook(namedOrder({ shopDomain: OTHER_DOMAIN }), TEST_NOW);
    const before = await everyRow();

    await recordOrderWebhook(namedOrder(), TEST_NOW);
    await recordComplianceWebhook(redactWebhook(), TEST_NOW);
    const after = (await everyRow()).map(({ text }) => text);
    const rows = before.filter(({ table }) => /outbox|ledger_lines|webhook_receipts/.test(table));
    expect(rows).toHaveLength(6);
    for (const { text } of rows) expect(after).toContain(text);
    expect(await db.outboxRow.count({ where: { shopId } })).toBe(1);
    expect(await db.outboxRow.count({ where: { shopId: otherShopId } })).toBe(1);
  });

  test("a delivery that was under way brings nothing back", async () => {
    const shopId = await connectedShop();
    await recordOrderWebhook(namedOrder(), TEST_NOW);
    const eventId = await eventIdOf(shopId);
    await deliver(shopId, {
      post: async (credentials, events, sending) => {
        await recordComplianceWebhook(redactWebhook(), TEST_NOW);
        return world().post(credentials, events, sending);
      },
    });
    expect(await whereFound([...Object.values(TRACES), eventId])).toEqual([]);
    expect(await db.ledgerLine.findMany({ select: { state: true, reason: true } })).toEqual([
      { state: "skipped", reason: "erased" },
    ]);
  });

  test("beside the recording of the order, one of them comes first and nothing stays", async () => {
    await connectedShop();
    for (let round = 0; round < 10; round += 1) {
      // Long enough to stand nowhere by chance.
      const id = `58210000009000${round}`;
      const changes = {
        admin_graphql_api_id: `gid://shopify/Order/${id}`,
        checkout_token: `race-${round}`,
      };
      await Promise.all([
        recordOrderWebhook(orderWebhook(shopifyOrderBody(changes)), TEST_NOW),
        recordComplianceWebhook(redactWebhook({ orders_to_redact: [id] }), TEST_NOW),
      ]);
      expect(await whereFound([id, TRACES.hashedEmail, TRACES.hashedCustomerId])).toEqual([]);
    }
  });
});

/** The builder's order with a name. */
function namedOrder(changes: Parameters<typeof orderWebhook>[1] = {}) {
  return orderWebhook(shopifyOrderBody({ name: TRACES.orderName }), changes);
}

function strangersOrder() {
  return orderWebhook(
    shopifyOrderBody({
      admin_graphql_api_id: "gid://shopify/Order/7",
      checkout_token: "strangers-checkout",
      email: "grace@example.com",
      customer: { admin_graphql_api_id: "gid://shopify/Customer/8", id: 8 },
    }),
  );
}

async function eventIdOf(shopId: ShopId): Promise<string> {
  const row = await db.outboxRow.findFirstOrThrow({ where: { shopId } });
  const token = String(shopifyOrderBody()["checkout_token"]);
  expect(row.eventId).toBe(await checkoutEventId({ checkoutToken: token }, async (t) => sha256(t)));
  return row.eventId;
}
