import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";

import { db } from "~/db.server";
import { listJobs } from "~/jobs/list.server";
import { log } from "~/log.server";
import { startQueue, stopQueue } from "~/queue.server";
import { answerWebhook } from "~/shopify/answer-webhook.server";
import { recordComplianceWebhook } from "~/shopify/record-compliance.server";
import { recordOrderWebhook } from "~/shopify/record-order.server";
import { recordUninstallWebhook } from "~/shopify/uninstall.server";

import { TEST_NOW } from "#test/support/clock";
import { CUSTOMER, TRACES } from "#test/support/compliance";
import { emptyDatabase } from "#test/support/database";
import { whereFound } from "#test/support/every-row";
import { shopifyOrderBody } from "#test/support/orders";
import { connectedShop } from "#test/support/shops";
import { orderWebhook, webhookRequest } from "#test/support/webhooks";

/** As Shopify writes it: the ids are JSON numbers, above 2^53 too. */
const REDACT = `{"shop_id":1,"shop_domain":"demo.myshopify.com",
  "customer":{"id":${CUSTOMER.id},"email":"${CUSTOMER.email}","phone":null},
  "orders_to_redact":[${TRACES.orderId}]}`;

const DATA_REQUEST = `{"shop_id":1,"shop_domain":"demo.myshopify.com",
  "customer":{"id":${CUSTOMER.id}},"orders_requested":[],"data_request":{"id":9999}}`;

beforeAll(() => startQueue(listJobs(new AbortController().signal), "producer"));
afterAll(() => stopQueue(1_000));
beforeEach(emptyDatabase);

describe("/webhooks/compliance", () => {
  test("answers 200 once the customer is erased, whose ids were numbers above 2^53", async () => {
    await connectedShop();
    await recordOrderWebhook(orderWebhook(shopifyOrderBody()), TEST_NOW);
    expect((await post("customers/redact", REDACT)).status).toBe(200);
    expect(await whereFound(Object.values(TRACES))).toEqual([]);
  });

  test("keeps no receipt, because the hash of its body would name the customer", async () => {
    await connectedShop();
    await post("customers/redact", REDACT);
    await post("customers/data_request", DATA_REQUEST);
    expect(await db.webhookReceipt.count()).toBe(0);
    expect(await db.dataRequest.count()).toBe(1);
  });

  test("erases a customer of a shop that has uninstalled the app, too", async () => {
    await connectedShop();
    await recordOrderWebhook(orderWebhook(shopifyOrderBody()), TEST_NOW);
    await recordUninstallWebhook(orderWebhook({}, { topic: "app/uninstalled" }), TEST_NOW);
    expect((await post("customers/redact", REDACT)).status).toBe(200);
    expect(await whereFound(Object.values(TRACES))).toEqual([]);
  });

  test.each(["customers/redact", "customers/data_request", "shop/redact"])(
    "answers 200 to %s of a shop that nobody knows",
    async (topic) => {
      expect((await post(topic, "{}")).status).toBe(200);
    },
  );

  test.each(["customers/redact", "customers/data_request", "shop/redact"])(
    "does nothing for a %s that is not signed",
    async (topic) => {
      await connectedShop();
      await recordOrderWebhook(orderWebhook(shopifyOrderBody()), TEST_NOW);
      const response = await post(topic, REDACT, { "x-shopify-hmac-sha256": "AAAA" });
      expect(response.status).toBe(401);
      expect(await db.outboxRow.count()).toBe(1);
      expect(await db.dataRequest.count()).toBe(0);
    },
  );

  test("does not say that it is done where the body cannot be read", async () => {
    await connectedShop();
    const logged = vi.spyOn(log, "error");
    expect((await post("customers/redact", '{"orders_to_redact":["x"]}')).status).toBe(503);
    expect(logged).toHaveBeenCalledOnce();
  });

  test("answers 503 and keeps everything where the erasure does not commit", async () => {
    await connectedShop();
    await recordOrderWebhook(orderWebhook(shopifyOrderBody()), TEST_NOW);
    vi.spyOn(log, "error");
    await db.$executeRaw`
      ALTER TABLE ledger_lines ADD CONSTRAINT no_erasure CHECK ("orderId" NOT LIKE 'erased:%')`;
    try {
      expect((await post("customers/redact", REDACT)).status).toBe(503);
      expect(await db.outboxRow.count()).toBe(1);
      expect(await db.erasureMark.count()).toBe(0);
    } finally {
      await db.$executeRaw`ALTER TABLE ledger_lines DROP CONSTRAINT no_erasure`;
    }
  });
});

function post(topic: string, body: string, headers: Record<string, string> = {}) {
  const request = webhookRequest(body, { "x-shopify-topic": topic, ...headers });
  return answerWebhook(request, recordComplianceWebhook);
}
