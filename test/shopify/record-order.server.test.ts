import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { disconnect, saveShop } from "~/conversions/connect.server";
import { db } from "~/db.server";
import { listJobs } from "~/jobs/list.server";
import { startQueue, stopQueue } from "~/queue.server";
import { answerWebhook } from "~/shopify/answer-webhook.server";
import { recordOrderWebhook } from "~/shopify/record-order.server";
import { recordAttention } from "~/shops/connection.server";
import { recordUninstall } from "~/shops/shop.server";

import { TEST_NOW } from "#test/support/clock";
import { emptyDatabase, shutDatabase } from "#test/support/database";
import { deliver, states, takeWakeUps, useWorker, wakeUps } from "#test/support/delivery";
import { address, shopifyOrderBody } from "#test/support/orders";
import { useLocalPinterest } from "#test/support/pinterest";
import {
  connectedShop,
  CREDENTIALS,
  installedShop,
  settingsChange,
  SHOP_DOMAIN,
} from "#test/support/shops";
import { orderWebhook, webhookRequest } from "#test/support/webhooks";

const pinterest = useLocalPinterest();
useWorker();

const startProducer = () => startQueue(listJobs(new AbortController().signal), "producer");
beforeAll(startProducer);
afterAll(() => stopQueue(1_000));
beforeEach(async () => {
  await emptyDatabase();
  await takeWakeUps();
});

describe("an order webhook", () => {
  test("becomes one delivered event with its line in the ledger", async () => {
    const shopId = await connectedShop();
    expect(await record(shopifyOrderBody())).toBe("recorded");
    expect(await wakeUps(shopId)).toHaveLength(1);
    await deliver(shopId);

    const events = await pinterest.events();
    expect(events.map(({ eventName, result }) => [eventName, result.status])).toEqual([
      ["checkout", "processed"],
    ]);
    expect(await db.ledgerLine.findMany()).toMatchObject([
      { orderId: "820982911946154508", state: "delivered", value: "90.00", currency: "USD" },
    ]);
  });

  test("that comes five times, and once more under a new webhook id, is one event", async () => {
    const shopId = await connectedShop();
    const webhook = orderWebhook(shopifyOrderBody());
    expect(await recordOrderWebhook(webhook, TEST_NOW)).toBe("recorded");
    for (let time = 1; time < 5; time += 1) {
      expect(await recordOrderWebhook(webhook, TEST_NOW)).toBe("already_recorded");
    }
    const another = { ...webhook, webhookId: "another" };
    expect(await recordOrderWebhook(another, TEST_NOW)).toBe("already_recorded");
    await deliver(shopId);

    expect(await pinterest.events()).toHaveLength(1);
    expect(await db.outboxRow.count()).toBe(1);
    expect(await db.webhookReceipt.count()).toBe(1);
  });

  test("that comes ten times at once is one event", async () => {
    const shopId = await connectedShop();
    const webhook = orderWebhook(shopifyOrderBody());
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => recordOrderWebhook(webhook, TEST_NOW)),
    );
    expect(answers.filter((answer) => answer === "recorded")).toHaveLength(1);
    await deliver(shopId);
    expect(await pinterest.events()).toHaveLength(1);
    expect(await db.webhookReceipt.count()).toBe(1);
  });

  test("under another event id is the same order still", async () => {
    const shopId = await connectedShop();
    await record(shopifyOrderBody(), { dedupeKey: "event-1" });
    expect(await record(shopifyOrderBody(), { dedupeKey: "event-2" })).toBe("already_recorded");
    expect(await db.webhookReceipt.count()).toBe(2);
    expect(await states(shopId)).toEqual({ outbox: { pending: 1 }, ledger: { pending: 1 } });
  });

  test("of which a byte was changed is refused with 401, and leaves no row", async () => {
    await connectedShop();
    const body = JSON.stringify(shopifyOrderBody());
    const signature = webhookRequest(body).headers.get("x-shopify-hmac-sha256");
    const request = webhookRequest(body.replace("90.00", "90.01"), {
      "x-shopify-hmac-sha256": signature,
    });
    const answer = await answerWebhook(request, recordOrderWebhook);
    expect(answer.status).toBe(401);
    expect(await db.webhookReceipt.count()).toBe(0);
    expect(await db.ledgerLine.count()).toBe(0);
  });

  test("leaves no row where its job cannot be enqueued, and succeeds when it comes again", async () => {
    const shopId = await connectedShop();
    await stopQueue(1_000);
    const request = () => webhookRequest(JSON.stringify(shopifyOrderBody()));
    const answerNow = () => answerWebhook(request(), (one) => recordOrderWebhook(one, TEST_NOW));
    expect((await answerNow()).status).toBe(503);
    expect(await db.webhookReceipt.count()).toBe(0);
    expect(await states(shopId)).toEqual({ outbox: {}, ledger: {} });

    await startProducer();
    expect((await answerNow()).status).toBe(200);
    expect(await states(shopId)).toEqual({ outbox: { pending: 1 }, ledger: { pending: 1 } });
  });

  test("is answered 503 while the database takes no rows", async () => {
    await connectedShop();
    await db.$executeRaw`ALTER TABLE webhook_receipts RENAME TO gone`;
    const body = JSON.stringify(shopifyOrderBody());
    const answer = await answerWebhook(webhookRequest(body), recordOrderWebhook);
    await db.$executeRaw`ALTER TABLE gone RENAME TO webhook_receipts`;
    expect(answer.status).toBe(503);
    expect(await answer.text()).not.toMatch(/ada|Lovelace|webhook_receipts/i);
  });

  test("is answered 503 while the database is gone, and is recorded once it is back", async () => {
    const shopId = await connectedShop();
    const request = () => webhookRequest(JSON.stringify(shopifyOrderBody()));
    const answerNow = () => answerWebhook(request(), (one) => recordOrderWebhook(one, TEST_NOW));
    const comeBack = await shutDatabase();
    const answer = await answerNow();
    await comeBack();
    expect(answer.status).toBe(503);
    expect(answer.headers.get("retry-after")).toBe("5");

    expect((await answerNow()).status).toBe(200);
    expect(await states(shopId)).toEqual({ outbox: { pending: 1 }, ledger: { pending: 1 } });
  });

  test("of two shops is two orders, though the number is the same", async () => {
    await connectedShop();
    await connectedShop({}, "other.myshopify.com");
    await record(shopifyOrderBody());
    expect(await record(shopifyOrderBody(), { shopDomain: "other.myshopify.com" })).toBe(
      "recorded",
    );
    expect(await db.ledgerLine.count()).toBe(2);
  });

  test.each(["orders/updated", "orders/edited"])("%s leaves a receipt only", async (topic) => {
    const shopId = await connectedShop();
    expect(await record(shopifyOrderBody(), { topic })).toBe("noted");
    expect(await db.webhookReceipt.count()).toBe(1);
    expect(await states(shopId)).toEqual({ outbox: {}, ledger: {} });
  });
});

describe("of a shop that", () => {
  test("was never installed, nothing is kept", async () => {
    expect(await record(shopifyOrderBody())).toBe("no_shop");
    expect(await db.webhookReceipt.count()).toBe(0);
  });

  test("uninstalled the app, nothing is kept", async () => {
    await installedShop();
    await recordUninstall(db, "shopify", SHOP_DOMAIN, TEST_NOW);
    expect(await record(shopifyOrderBody())).toBe("no_shop");
    expect(await db.webhookReceipt.count()).toBe(0);
  });

  test("is not connected, an order is skipped, and the line says so", async () => {
    const shopId = await installedShop();
    await record(shopifyOrderBody());
    expect(await db.ledgerLine.findMany()).toMatchObject([
      { state: "skipped", reason: "not_connected" },
    ]);
    expect(await db.outboxRow.findMany()).toMatchObject([{ payload: null, sealed: null }]);
    expect(await wakeUps(shopId)).toEqual([]);
  });

  test("erased its token, an order is skipped too", async () => {
    const shopId = await connectedShop();
    await disconnect(shopId, TEST_NOW);
    await record(shopifyOrderBody());
    expect(await db.ledgerLine.findMany()).toMatchObject([{ reason: "not_connected" }]);
  });

  test("needs to mend its connection, an order is held and goes out when that is done", async () => {
    const shopId = await connectedShop();
    await recordAttention(db, shopId, 1, "token_refused");
    await takeWakeUps();
    await record(shopifyOrderBody());
    expect(await states(shopId)).toEqual({ outbox: { held: 1 }, ledger: { held: 1 } });
    expect(await wakeUps(shopId)).toEqual([]);

    await saveShop(shopId, CREDENTIALS, settingsChange(), TEST_NOW);
    await deliver(shopId);
    expect(await states(shopId)).toEqual({ outbox: { delivered: 1 }, ledger: { delivered: 1 } });
  });
});

describe("an order that counts when it is paid", () => {
  const PAID = { ...settingsChange(), orderTrigger: "paid" } as const;

  test("waits in the ledger, and is sent once when it is", async () => {
    const shopId = await connectedShop(PAID);
    await record(shopifyOrderBody());
    expect(await db.ledgerLine.findMany()).toMatchObject([{ reason: "not_paid" }]);

    const paid = shopifyOrderBody({ financial_status: "paid" });
    expect(await record(paid, { topic: "orders/paid" })).toBe("recorded");
    expect(await record(paid, { topic: "orders/paid", dedupeKey: "again" })).toBe(
      "already_recorded",
    );
    await deliver(shopId);
    expect(await pinterest.events()).toHaveLength(1);
    expect(await states(shopId)).toEqual({ outbox: { delivered: 1 }, ledger: { delivered: 1 } });
  });

  test("is sent once where the payment's word overtakes the order's", async () => {
    const shopId = await connectedShop(PAID);
    await record(shopifyOrderBody({ financial_status: "paid" }), { topic: "orders/paid" });
    expect(await record(shopifyOrderBody())).toBe("already_recorded");
    await deliver(shopId);
    expect(await pinterest.events()).toHaveLength(1);
  });

  test("is sent once where both words come at once", async () => {
    const shopId = await connectedShop(PAID);
    const paid = shopifyOrderBody({ financial_status: "paid" });
    await Promise.all([record(paid), record(paid, { topic: "orders/paid" })]);
    await deliver(shopId);
    expect(await pinterest.events()).toHaveLength(1);
    expect(await db.ledgerLine.count()).toBe(1);
  });

  test("is not sent any more where it was cancelled before the payment's word came", async () => {
    const shopId = await connectedShop(PAID);
    await record(shopifyOrderBody());
    await record(shopifyOrderBody({ cancelled_at: "2026-11-20T10:10:00-05:00" }), {
      topic: "orders/cancelled",
    });
    await record(shopifyOrderBody({ financial_status: "paid" }), { topic: "orders/paid" });
    expect(await states(shopId)).toEqual({ outbox: { skipped: 1 }, ledger: { skipped: 1 } });
  });
});

test("an order that counts when it is placed is not sent again when it is paid", async () => {
  const shopId = await connectedShop();
  await record(shopifyOrderBody());
  await deliver(shopId);
  const paid = shopifyOrderBody({ financial_status: "paid" });
  expect(await record(paid, { topic: "orders/paid" })).toBe("already_recorded");
  await deliver(shopId);
  expect(await pinterest.events()).toHaveLength(1);
});

describe("a cancellation", () => {
  const CANCELLED = { cancelled_at: "2026-11-20T10:10:00-05:00" };
  const cancel = () => record(shopifyOrderBody(CANCELLED), { topic: "orders/cancelled" });

  test("that comes before the event left stops it", async () => {
    const shopId = await connectedShop();
    await record(shopifyOrderBody());
    await cancel();
    await deliver(shopId);
    expect(await pinterest.calls()).toEqual([]);
    expect(await db.ledgerLine.findMany()).toMatchObject([
      { state: "skipped", reason: "cancelled_order", settledAt: TEST_NOW },
    ]);
    expect(await db.outboxRow.findMany()).toMatchObject([{ payload: null, sealed: null }]);
  });

  test("that comes after the event left changes nothing", async () => {
    const shopId = await connectedShop();
    await record(shopifyOrderBody());
    await deliver(shopId);
    await cancel();
    expect(await states(shopId)).toEqual({ outbox: { delivered: 1 }, ledger: { delivered: 1 } });
  });

  test("that overtakes its order keeps it from being sent", async () => {
    const shopId = await connectedShop();
    await cancel();
    expect(await record(shopifyOrderBody())).toBe("already_recorded");
    await deliver(shopId);
    expect(await pinterest.calls()).toEqual([]);
    expect(await db.ledgerLine.findMany()).toMatchObject([{ reason: "cancelled_order" }]);
  });
});

describe("an order that cannot be read", () => {
  const UNREADABLE = shopifyOrderBody({ line_items: null, currency: 7 });

  test("leaves one line that says so, and nothing of the order", async () => {
    await connectedShop();
    expect(await record(UNREADABLE)).toBe("unreadable");
    expect(await record(UNREADABLE, { topic: "orders/paid" })).toBe("unreadable");
    expect(await db.ledgerLine.findMany()).toMatchObject([
      {
        orderId: "820982911946154508",
        state: "skipped",
        reason: "unreadable_order",
        value: null,
        eventId: null,
      },
    ]);
    expect(await db.outboxRow.count()).toBe(0);
  });

  test.each([{ body: {} }, { body: null }, { body: [] }, { body: { admin_graphql_api_id: "x" } }])(
    "nor named ($body) is kept under its webhook",
    async ({ body }) => {
      await connectedShop();
      await record(body, { webhookId: "webhook-7" });
      expect(await db.ledgerLine.findMany()).toMatchObject([{ orderId: "webhook:webhook-7" }]);
    },
  );

  test("is reported once it can be", async () => {
    const shopId = await connectedShop();
    await record(UNREADABLE);
    expect(await record(shopifyOrderBody(), { topic: "orders/paid" })).toBe("recorded");
    await deliver(shopId);
    expect(await states(shopId)).toEqual({ outbox: { delivered: 1 }, ledger: { delivered: 1 } });
  });
});

// Shopify writes null, or leaves the key out, where the app may not read a part of a customer's data.
describe("an order of which a part may not be read", () => {
  const nameless = address({ first_name: null, last_name: null });
  const placeless = {
    ...address({ city: null, province: null, province_code: null, zip: null }),
    ...{ country: null, country_code: null },
  };

  test.each([
    {
      part: "email",
      changes: { email: null, customer: { id: 7300000000042, email: null } },
      without: ["em"],
    },
    { part: "phone", changes: { billing_address: address({ phone: null }) }, without: ["ph"] },
    { part: "name", changes: { billing_address: nameless }, without: ["fn", "ln"] },
    {
      part: "address",
      changes: { billing_address: placeless },
      without: ["ct", "st", "zp", "country"],
    },
    {
      part: "address at all",
      changes: { billing_address: null, shipping_address: null },
      without: ["ph", "fn", "ln", "ct", "st", "zp", "country"],
    },
    { part: "customer", changes: { customer: null }, without: ["external_id"] },
    {
      part: "browser",
      changes: { browser_ip: null, client_details: null },
      without: ["client_ip_address", "client_user_agent"],
    },
  ])("without $part goes with all the rest", async ({ changes, without }) => {
    const everything = await userDataOf(shopifyOrderBody());
    const absent = Object.entries(changes).filter(([, value]) => value === null);
    const leftOut = shopifyOrderBody(changes);
    for (const [key] of absent) delete leftOut[key];

    for (const body of [shopifyOrderBody(changes), leftOut]) {
      const keys = await userDataOf(body);
      expect(keys).toEqual(everything.filter((key) => !without.includes(key)));
    }
  });

  test("without anything to match by is skipped, and the line says so", async () => {
    await connectedShop();
    const body = shopifyOrderBody({
      ...{ email: null, customer: null, billing_address: null },
      ...{ browser_ip: null, client_details: null },
    });
    await record(body);
    expect(await db.ledgerLine.findMany()).toMatchObject([{ reason: "no_identity" }]);
  });
});

function record(body: unknown, changes: Parameters<typeof orderWebhook>[1] = {}) {
  return recordOrderWebhook(orderWebhook(body, changes), TEST_NOW);
}

/** The keys of the user data that reached Pinterest. */
async function userDataOf(body: unknown): Promise<string[]> {
  await emptyDatabase();
  await pinterest.reset();
  const shopId = await connectedShop();
  await record(body);
  await deliver(shopId);
  const [received] = await pinterest.events();
  expect(received?.result.status).toBe("processed");
  return Object.keys(received?.event.user_data ?? {}).toSorted();
}
