import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";

import { startSampling } from "~/catalog/sample.server";
import { db } from "~/db.server";
import type { ShopId } from "~/ids";
import { listJobs } from "~/jobs/list.server";
import { log } from "~/log.server";
import { eraseShop } from "~/privacy/erase-shop.server";
import { forgetByAge } from "~/privacy/retention.server";
import { enqueue, startQueue, stopQueue } from "~/queue.server";
import { seal } from "~/seal.server";
import { recordComplianceWebhook } from "~/shopify/record-compliance.server";
import { recordOrderWebhook } from "~/shopify/record-order.server";
import { recordUninstallWebhook } from "~/shopify/uninstall.server";

import { TEST_NOW } from "#test/support/clock";
import { dataRequestWebhook, redactWebhook } from "#test/support/compliance";
import { emptyDatabase } from "#test/support/database";
import { recordOrders, useWorker } from "#test/support/delivery";
import { everyRow, whereFound } from "#test/support/every-row";
import { shopifyOrderBody } from "#test/support/orders";
import { connectedShop, installedShop, SHOP_DOMAIN } from "#test/support/shops";
import { orderWebhook } from "#test/support/webhooks";

const OTHER_DOMAIN = "other.myshopify.com";
const UNINSTALLED_AT = new Date("2026-11-21T00:00:00Z");
/** 48 hours later, as Shopify sends it. */
const REDACTED_AT = new Date("2026-11-23T00:00:00Z");

/** No worker takes a job that is due then. */
const FAR_AWAY = new Date("2099-01-01T00:00:00Z");

const SHOP_REDACT = orderWebhook({ shop_id: 1 }, { topic: "shop/redact" });

useWorker();
beforeEach(async () => {
  await emptyDatabase();
  await db.$executeRaw`DELETE FROM pgboss.job`.catch(() => 0);
});

describe("shop/redact", () => {
  beforeAll(() => startQueue(listJobs(new AbortController().signal), "producer"));
  afterAll(() => stopQueue(1_000));

  test("leaves no row that names the shop, in any table", async () => {
    const shopId = await fullShop();
    expect((await whereFound([shopId])).length).toBeGreaterThan(7);
    await uninstall();
    await recordComplianceWebhook(SHOP_REDACT, REDACTED_AT);
    expect(await whereFound([SHOP_DOMAIN])).toEqual([]);

    await eraseShop(shopId);
    expect(await whereFound([SHOP_DOMAIN, shopId])).toEqual([]);
  });

  test("leaves the rows of other shops as they were", async () => {
    await fullShop(OTHER_DOMAIN);
    const before = await everyRow();
    const shopId = await fullShop();
    await uninstall();
    await recordComplianceWebhook(SHOP_REDACT, REDACTED_AT);
    await eraseShop(shopId);
    expect(await everyRow()).toEqual(before);
  });

  test("deletes nothing of a shop that came back, and says so", async () => {
    const shopId = await fullShop();
    await uninstall();
    await installedShop(SHOP_DOMAIN, new Date("2026-11-22T00:00:00Z"));
    const before = await everyRow();
    const warned = vi.spyOn(log, "warn");
    await recordComplianceWebhook(SHOP_REDACT, REDACTED_AT);
    await eraseShop(shopId);
    expect(await everyRow()).toEqual(before);
    expect(warned).toHaveBeenCalledWith({ shopId }, "a shop that is installed again is not erased");
  });

  test("beside a return of the shop, either keeps it whole or makes it a new shop", async () => {
    const shopId = await fullShop();
    await uninstall();
    const [, back] = await Promise.allSettled([
      recordComplianceWebhook(SHOP_REDACT, REDACTED_AT),
      installedShop(SHOP_DOMAIN, REDACTED_AT),
    ]);
    // The page that met the erasure is loaded once more.
    const found = back.status === "fulfilled" ? back.value : await installedShop(SHOP_DOMAIN);
    const lines = await db.ledgerLine.count({ where: { shopId: found } });
    expect(lines).toBe(found === shopId ? 2 : 0);
    await eraseShop(shopId);
    expect(await db.shop.count({ where: { domain: SHOP_DOMAIN } })).toBe(1);
    expect(await db.shop.count()).toBe(1);
  });

  test("a shop that returns during its erasure is a new one", async () => {
    const shopId = await fullShop();
    await uninstall();
    await recordComplianceWebhook(SHOP_REDACT, REDACTED_AT);
    const newShopId = await installedShop(SHOP_DOMAIN, REDACTED_AT);
    await recordComplianceWebhook(SHOP_REDACT, REDACTED_AT);
    await eraseShop(shopId);
    expect(newShopId).not.toBe(shopId);
    expect(await db.shop.findMany({ select: { id: true } })).toEqual([{ id: newShopId }]);
  });

  test("an erasure that broke off is finished by the next round of retention", async () => {
    const shopId = await fullShop();
    await uninstall();
    await recordComplianceWebhook(SHOP_REDACT, REDACTED_AT);
    await forgetByAge(REDACTED_AT);
    expect(await whereFound([shopId])).toEqual([]);
  });

  test("deletes more than one batch", async () => {
    const shopId = await connectedShop();
    const line = { shopId, receivedBy: "webhook", state: "delivered", receivedAt: TEST_NOW };
    const lines = Array.from({ length: 2_500 }, (_, index) => ({ ...line, orderId: `${index}` }));
    await db.ledgerLine.createMany({ data: lines });
    await uninstall();
    await recordComplianceWebhook(SHOP_REDACT, REDACTED_AT);
    await eraseShop(shopId);
    expect(await db.ledgerLine.count()).toBe(0);
  });
});

test("the worker erases the shop, its own job included", async () => {
  await startQueue(listJobs(new AbortController().signal), "worker");
  try {
    const shopId = await fullShop();
    await uninstall();
    await recordComplianceWebhook(SHOP_REDACT, REDACTED_AT);
    await vi.waitUntil(async () => (await whereFound([shopId])).length === 0, {
      timeout: 60_000,
      interval: 200,
    });
  } finally {
    await stopQueue(5_000);
  }
});

/** A shop with a row in every table. */
async function fullShop(domain = SHOP_DOMAIN): Promise<ShopId> {
  const shopId = await connectedShop({}, domain);
  await db.shopifySession.create({
    data: {
      id: `offline_${domain}`,
      shopDomain: domain,
      sealedAccessToken: seal("token", `shopify_sessions.access:offline_${domain}`),
    },
  });
  await recordOrderWebhook(orderWebhook(shopifyOrderBody(), { shopDomain: domain }), TEST_NOW);
  await recordOrders(shopId, 1, { email: "grace@example.com", customer: null });
  await recordComplianceWebhook({ ...dataRequestWebhook(), shopDomain: domain }, TEST_NOW);
  const stranger = redactWebhook({ customer: null, orders_to_redact: [4711] });
  await recordComplianceWebhook({ ...stranger, shopDomain: domain }, TEST_NOW);
  const brand = [{ from: "fixed", value: domain }];
  await db.catalogSettings.create({
    data: { shopId, settings: { columns: { brand } }, savedAt: TEST_NOW },
  });
  await db.deliveryCall.create({
    data: {
      ...{ shopId, adAccountId: "1", credentialVersion: 1, startedAt: TEST_NOW, durationMs: 9 },
      ...{ status: 200, answer: "answered", events: 1, accepted: 1, refused: 0 },
    },
  });
  await startSampling().record(shopId, [domain], TEST_NOW);
  await db.$transaction((tx) => enqueue(tx, "read-shop-profile", { shopId }, FAR_AWAY));
  return shopId;
}

async function uninstall(): Promise<void> {
  const changes = { topic: "app/uninstalled", triggeredAt: UNINSTALLED_AT };
  await recordUninstallWebhook(orderWebhook({}, changes), UNINSTALLED_AT);
}
