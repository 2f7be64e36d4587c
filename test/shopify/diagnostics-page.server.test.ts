import http from "node:http";

import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { lookAtStorefront } from "~/conversions/conflicts.server";
import { parseDiagnosticsForm } from "~/conversions/diagnostics-page";
import { closeRun } from "~/shopify/reconciliation-run.server";
import { db } from "~/db.server";
import { InvariantError } from "~/errors";
import type { ShopId } from "~/ids";
import { listJobs } from "~/jobs/list.server";
import { startQueue, stopQueue } from "~/queue.server";
import {
  answerDiagnosticsForm,
  findDiagnostics,
  findHeartbeat,
} from "~/shopify/diagnostics-page.server";
import { recordOrderWebhook } from "~/shopify/record-order.server";
import { makeSupportBundle } from "~/shopify/support-bundle.server";
import type { Shop } from "~/shops/shop";
import { findShopById } from "~/shops/shop.server";
import { DAY_MS, HOUR_MS } from "~/time";
import { openInternet, type VisitWorld } from "~/visit.server";

import { TEST_NOW } from "#test/support/clock";
import { emptyDatabase } from "#test/support/database";
import { deliver, recordOrders, useWorker } from "#test/support/delivery";
import { shopifyOrderBody } from "#test/support/orders";
import { useLocalPinterest } from "#test/support/pinterest";
import { connectedShop, installedShop } from "#test/support/shops";
import { orderWebhook } from "#test/support/webhooks";

const pinterest = useLocalPinterest();
useWorker();

beforeAll(() => startQueue(listJobs(new AbortController().signal), "producer"));
afterAll(() => stopQueue(1_000));
beforeEach(emptyDatabase);

async function shopOf(shopId: ShopId): Promise<Shop> {
  const shop = await findShopById(shopId);
  if (!shop) throw new InvariantError("the shop is gone");
  return shop;
}

describe("the signs of life", () => {
  test("are none of a shop that has just come", async () => {
    const shop = await shopOf(await installedShop());
    expect(await findHeartbeat(shop, TEST_NOW)).toEqual({
      webhooks: [
        { topicClass: "orders", lastAt: null, today: 0, usual: 0 },
        { topicClass: "shop", lastAt: null, today: 0, usual: 0 },
      ],
      pixelAt: null,
      reconciledAt: null,
      deliveredAt: null,
      feedFetchedAt: null,
    });
  });

  test("are the last webhook, how many came today and usually, the last delivery and comparison", async () => {
    const shopId = await connectedShop();
    await recordOrderWebhook(orderWebhook(await shopifyOrderBody()), TEST_NOW);
    await db.webhookReceipt.createMany({
      data: Array.from({ length: 14 }, (_, index) => ({
        shopId,
        topic: "orders/paid",
        dedupeKey: String(index),
        webhookId: String(index),
        bodySha256: "",
        receivedAt: new Date(TEST_NOW.getTime() - 2 * DAY_MS - index * HOUR_MS),
      })),
    });
    await deliver(shopId);
    await closeRun({ shopId, window: "recent" }, TEST_NOW);
    const beat = await findHeartbeat(await shopOf(shopId), TEST_NOW);
    expect(beat).toMatchObject({ deliveredAt: TEST_NOW, reconciledAt: TEST_NOW });
    expect(beat.webhooks[0]).toEqual({
      ...{ topicClass: "orders", lastAt: TEST_NOW, today: 1, usual: 2 },
    });
    const other = await shopOf(await installedShop("other.myshopify.com"));
    expect((await findHeartbeat(other, TEST_NOW)).webhooks[0]?.lastAt).toBeNull();
  });
});

describe("the conflicts", () => {
  test("are none where every order came once", async () => {
    const shopId = await connectedShop();
    await recordOrders(shopId, 2);
    expect((await findDiagnostics(await shopOf(shopId), TEST_NOW)).conflicts).toEqual([]);
  });

  test("are orders that a server named otherwise, and orders that share an event", async () => {
    const shopId = await connectedShop();
    await recordOrders(shopId, 2);
    const line = { shopId, state: "delivered", receivedAt: TEST_NOW };
    const [first] = await db.ledgerLine.findMany({ where: { orderId: "1" } });
    await db.ledgerLine.createMany({
      data: [
        { ...line, orderId: "2-by-name", orderName: "#1099", receivedBy: "webhook" },
        { ...line, orderId: "1099", receivedBy: "ingest" },
        { ...line, orderId: "3", eventId: first?.eventId ?? "", receivedBy: "webhook" },
      ],
    });
    expect((await findDiagnostics(await shopOf(shopId), TEST_NOW)).conflicts).toEqual([
      { code: "ingest_twice", orders: 1 },
      { code: "shared_event", orders: 1 },
    ]);
  });
});

describe("a look at the storefront", () => {
  test("finds another tag in its page", async () => {
    const storefront = await serve(200, "<script>pintrk('load', '2699999999999')</script>");
    const shop = await shopWith(storefront.url);
    expect(await lookAtStorefront(shop, LOOPBACK)).toEqual({
      kind: "looked",
      conflicts: [{ code: "second_tag", tagIds: ["2699999999999"] }],
    });
    await storefront.close();
  });

  test("says so where the store asks for a password", async () => {
    const storefront = await serve(302, "", { location: "/password" });
    expect(await lookAtStorefront(await shopWith(storefront.url), LOOPBACK)).toEqual({
      kind: "not_seen",
    });
    await storefront.close();
  });

  test("goes to no address that is not of the open internet", async () => {
    const storefront = await serve(200, "pintrk('load', '2699999999999')");
    const shop = await shopWith(storefront.url);
    expect(await lookAtStorefront(shop, openInternet("test"))).toEqual({ kind: "not_seen" });
    expect(storefront.requests()).toBe(0);
    await storefront.close();
  });
});

describe("a test event", () => {
  test("is sent as a test, and Pinterest's answer is told", async () => {
    const shop = await shopOf(await connectedShop());
    const form = { intent: "test_event", eventName: "checkout" } as const;
    expect(await answerDiagnosticsForm(shop, form, TEST_NOW)).toMatchObject({
      kind: "test_event",
      answer: { kind: "taken", eventName: "checkout", eventId: expect.stringMatching(/^test_/) },
    });
    expect(await pinterest.calls()).toMatchObject([{ test: true, status: 200 }]);
    expect(await db.outboxRow.count()).toBe(0);
  });

  test("has nobody to be sent to without a connection", async () => {
    const shop = await shopOf(await installedShop());
    const form = { intent: "test_event", eventName: "lead" } as const;
    expect(await answerDiagnosticsForm(shop, form, TEST_NOW)).toEqual({
      kind: "test_event",
      answer: { kind: "no_answer", problem: "not_connected" },
    });
  });

  test.each([
    { failure: { kind: "partial", everyNth: 1, message: "Bad." }, kind: "not_taken" },
    { failure: { kind: "rate_limit", resetSeconds: 1 }, kind: "no_answer" },
  ] as const)("that Pinterest answers with $failure.kind is $kind", async ({ failure, kind }) => {
    const shop = await shopOf(await connectedShop());
    await pinterest.fail(failure);
    const form = { intent: "test_event", eventName: "search" } as const;
    expect(await answerDiagnosticsForm(shop, form, TEST_NOW)).toMatchObject({ answer: { kind } });
  });
});

test.each([
  { intent: "switch", sending: "both" },
  { intent: "test_event", eventName: "purchase" },
  { intent: "erase" },
  {},
])("the form %o is not one of the page", (fields) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value ?? "");
  expect(parseDiagnosticsForm(form).kind).toBe("unreadable");
});

describe("the support file", () => {
  test("has nothing of what opens something or is of a shopper, whatever the tables hold", async () => {
    const shopId = await connectedShop();
    await recordOrders(shopId, 3);
    await plantEverywhere(shopId);
    const text = JSON.stringify(await makeSupportBundle(await shopOf(shopId), TEST_NOW));
    expect(text).not.toMatch(/planted|lovelace|example\.com"|203\.0\.113|prc_|pina_/i);
    expect(JSON.parse(text)).toMatchObject({
      connection: { state: "connected", hasToken: true },
      errors: [{ code: "words_of_pinterest", events: 3 }],
      sending: { mode: "real" },
      versions: { migration: expect.any(String) },
    });
  });

  test("is of one shop alone", async () => {
    const shopId = await connectedShop();
    await recordOrders(shopId, 3);
    const other = await shopOf(await installedShop("other.myshopify.com"));
    expect(await makeSupportBundle(other, TEST_NOW)).toMatchObject({
      states: { open: [], settledThisWeek: [] },
      lanes: [],
    });
  });
});

/** Words that must not come out, in every column of the shop's rows that can take them. */
async function plantEverywhere(shopId: ShopId): Promise<void> {
  const planted = "planted ada.lovelace@planted.example";
  const tables = await db.$queryRaw<{ table: string; column: string }[]>`
    SELECT c.table_name::text AS "table", c.column_name::text AS "column"
      FROM information_schema.columns c
      JOIN information_schema.columns s ON s.table_name = c.table_name AND s.column_name = 'shopId'
     WHERE c.table_schema = 'public' AND c.data_type = 'text'`;
  // Words of ours, by which rows are found, and what has to open: the rest may hold anything.
  const kept = new Set(["state", "sending", "eventName", "adAccountId", "tagId", "sealedToken"]);
  const failed = (await db.outboxRow.findFirstOrThrow({ where: { shopId } })).id;
  await db.outboxRow.updateMany({
    where: { id: failed },
    data: { state: "dead_letter", settledAt: TEST_NOW, lastError: "Bad ada@planted.example." },
  });
  const unique = new Set(["eventId", "orderId", "key", "secretSha256"]);
  for (const { column, table } of tables) {
    if (kept.has(column)) continue;
    const value = unique.has(column) ? `'${planted} ' || ctid::text` : `'${planted}'`;
    await db.$executeRawUnsafe(
      `UPDATE "${table}" SET "${column}" = ${value} WHERE "shopId" = $1::uuid`,
      shopId,
    );
  }
  await db.shop.updateMany({
    where: { id: shopId },
    data: { name: planted, collectKey: "prc_planted", pixelId: planted, pixelRefusal: planted },
  });
}

async function shopWith(storeUrl: string): Promise<Shop> {
  const shop = await shopOf(await connectedShop());
  return { ...shop, settings: { ...shop.settings, storeUrl } };
}

const LOOPBACK: VisitWorld = {
  userAgent: "test",
  resolve: (hostname) => Promise.resolve([hostname]),
  permits: () => true,
};

async function serve(status: number, html: string, headers: Record<string, string> = {}) {
  let requests = 0;
  const server = http.createServer((request, response) => {
    requests += 1;
    if (request.url === "/password") response.writeHead(200).end("<form></form>");
    else response.writeHead(status, headers).end(html);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  return {
    url: `http://127.0.0.1:${port}`,
    requests: () => requests,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
