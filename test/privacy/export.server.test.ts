import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { db } from "~/db.server";
import type { ShopId } from "~/ids";
import { listJobs } from "~/jobs/list.server";
import { dataRequestFile, listDataRequests, resealDataRequests } from "~/privacy/export.server";
import { startQueue, stopQueue } from "~/queue.server";
import { recordComplianceWebhook } from "~/shopify/record-compliance.server";
import { recordOrderWebhook } from "~/shopify/record-order.server";

import { TEST_NOW } from "#test/support/clock";
import { dataRequestWebhook, TRACES } from "#test/support/compliance";
import { emptyDatabase } from "#test/support/database";
import { shopifyOrderBody } from "#test/support/orders";
import { connectedShop } from "#test/support/shops";
import { orderWebhook } from "#test/support/webhooks";

beforeAll(() => startQueue(listJobs(new AbortController().signal), "producer"));
afterAll(() => stopQueue(1_000));
beforeEach(emptyDatabase);

describe("customers/data_request", () => {
  test("writes down what is held on the customer, and nothing of others", async () => {
    const shopId = await connectedShop();
    await recordOrderWebhook(orderWebhook(shopifyOrderBody({ name: "#1017" })), TEST_NOW);
    await recordOrderWebhook(strangersOrder(), TEST_NOW);
    await recordComplianceWebhook(dataRequestWebhook(), TEST_NOW);

    const file = await onlyFile(shopId);
    expect(JSON.parse(file)).toMatchObject({
      requestId: "9999",
      preparedAt: TEST_NOW.toISOString(),
      customer: {
        hashedCustomerIds: [TRACES.hashedCustomerId],
        hashedEmails: [TRACES.hashedEmail],
      },
      orders: [
        {
          orderId: TRACES.orderId,
          orderName: "#1017",
          state: "pending",
          value: "90.00",
          currency: "USD",
          occurredAt: "2026-11-20T15:00:00.000Z",
          receivedAt: TEST_NOW.toISOString(),
          settledAt: null,
        },
      ],
      events: [
        {
          eventId: expect.stringMatching(/^co_/),
          eventName: "checkout",
          state: "pending",
          occurredAt: "2026-11-20T15:00:00.000Z",
          payload: {
            userData: { em: [TRACES.hashedEmail], externalId: [TRACES.hashedCustomerId] },
          },
          personal: { clientIp: TRACES.clientIp, clickId: TRACES.clickId },
        },
      ],
    });
    expect(file).not.toContain("strangers");
  });

  test("says of a customer of whom nothing is held that there is nothing", async () => {
    const shopId = await connectedShop();
    await recordComplianceWebhook(dataRequestWebhook(), TEST_NOW);
    expect(JSON.parse(await onlyFile(shopId))).toMatchObject({ orders: [], events: [] });
  });

  test("is sealed at rest, and only its shop opens it", async () => {
    const shopId = await connectedShop();
    const otherShopId = await connectedShop({}, "other.myshopify.com");
    await recordComplianceWebhook(dataRequestWebhook(), TEST_NOW);
    const { id, sealedFile } = await db.dataRequest.findFirstOrThrow();
    expect(sealedFile).toMatch(/^k1\.[\w-]+$/);
    expect(await listDataRequests(otherShopId)).toEqual([]);
    expect(await dataRequestFile(otherShopId, id)).toBeNull();
    expect(await dataRequestFile(shopId, "../secrets")).toBeNull();
  });

  test("makes one file of a request that comes twice", async () => {
    const shopId = await connectedShop();
    await recordComplianceWebhook(dataRequestWebhook(), TEST_NOW);
    const [first] = await listDataRequests(shopId);
    await recordComplianceWebhook(dataRequestWebhook(), new Date("2026-12-01T00:00:00Z"));
    expect(await listDataRequests(shopId)).toEqual([first]);
  });

  test("the files are sealed again with a new key", async () => {
    const shopId = await connectedShop();
    await recordComplianceWebhook(dataRequestWebhook(), TEST_NOW);
    const before = await onlyFile(shopId);
    const { sealedFile } = await db.dataRequest.findFirstOrThrow();
    expect(await resealDataRequests((sealed) => sealed === sealedFile)).toBe(1);
    expect(await resealDataRequests((sealed) => sealed === sealedFile)).toBe(0);
    expect(await onlyFile(shopId)).toBe(before);
  });
});

async function onlyFile(shopId: ShopId): Promise<string> {
  const requests = await listDataRequests(shopId);
  expect(requests).toMatchObject([{ requestId: "9999", receivedAt: TEST_NOW }]);
  return (await dataRequestFile(shopId, requests[0]?.id ?? "")) ?? "";
}

function strangersOrder() {
  return orderWebhook(
    shopifyOrderBody({
      admin_graphql_api_id: "gid://shopify/Order/7",
      name: "strangers-order",
      checkout_token: "strangers-checkout",
      email: "grace@example.com",
      customer: null,
    }),
  );
}
