import { Session } from "@shopify/shopify-api";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";

import { saveShop } from "~/conversions/connect.server";
import { db } from "~/db.server";
import { listJobs } from "~/jobs/list.server";
import { log } from "~/log.server";
import { startQueue, stopQueue } from "~/queue.server";
import { recordShopWebhook } from "~/shopify/record-shop.server";
import { SealedSessionStorage } from "~/shopify/session-storage.server";
import { findConnection } from "~/shops/connection.server";
import { findShopById } from "~/shops/shop.server";
import { HOUR_MS } from "~/time";

import { TEST_NOW } from "#test/support/clock";
import { emptyDatabase } from "#test/support/database";
import { deliver, recordOrders, states, useWorker } from "#test/support/delivery";
import { useLocalPinterest } from "#test/support/pinterest";
import {
  connectedShop,
  CREDENTIALS,
  installedShop,
  settingsChange,
  SHOP_DOMAIN,
} from "#test/support/shops";
import { orderWebhook } from "#test/support/webhooks";

const LATER = new Date(TEST_NOW.getTime() + HOUR_MS);
const EARLIER = new Date(TEST_NOW.getTime() - HOUR_MS);
const storage = new SealedSessionStorage();

const pinterest = useLocalPinterest();
useWorker();
beforeAll(() => startQueue(listJobs(new AbortController().signal), "producer"));
afterAll(() => stopQueue(1_000));
beforeEach(async () => {
  await emptyDatabase();
  await db.$executeRaw`DELETE FROM pgboss.job`;
});

describe("app/uninstalled", () => {
  test("erases sessions and token, stops what is open, and keeps the settings", async () => {
    const shopId = await connectedShop({ orderTrigger: "paid" });
    await storage.storeSession(session());
    await recordOrders(shopId, 2);
    await uninstall(LATER);

    expect(await db.shopifySession.count()).toBe(0);
    expect(await db.pinterestConnection.findMany()).toMatchObject([
      { state: "not_connected", sealedToken: null, tokenLastFour: null, tagId: CREDENTIALS.tagId },
    ]);
    expect(await states(shopId)).toEqual({ outbox: { skipped: 2 }, ledger: { skipped: 2 } });
    for (const row of await db.outboxRow.findMany()) {
      expect(row).toMatchObject({ reason: "uninstalled", payload: null, sealed: null });
    }
    expect(await findShopById(shopId)).toMatchObject({
      uninstalledAt: LATER,
      settings: { orderTrigger: "paid" },
    });
    await deliver(shopId);
    expect(await pinterest.calls()).toEqual([]);
  });

  test("changes nothing the second time", async () => {
    const shopId = await connectedShop();
    await uninstall(LATER, "event-1");
    await uninstall(new Date(LATER.getTime() + HOUR_MS), "event-2");
    expect(await findShopById(shopId)).toMatchObject({ uninstalledAt: LATER });
  });

  test("that lags behind a new installation changes nothing", async () => {
    const shopId = await connectedShop();
    await storage.storeSession(session());
    await recordOrders(shopId, 1);
    await uninstall(EARLIER);
    expect(await findShopById(shopId)).toMatchObject({ uninstalledAt: null });
    expect(await findConnection(shopId)).toMatchObject({ state: "connected" });
    expect(await db.shopifySession.count()).toBe(1);
    expect((await states(shopId)).outbox).toEqual({ pending: 1 });
  });

  test("leaves other shops as they are", async () => {
    await connectedShop();
    const other = await connectedShop({}, "other.myshopify.com");
    await storage.storeSession(session("other.myshopify.com"));
    await recordOrders(other, 1);
    await uninstall(LATER);
    expect(await findConnection(other)).toMatchObject({ state: "connected" });
    expect(await db.shopifySession.count()).toBe(1);
    expect((await states(other)).outbox).toEqual({ pending: 1 });
  });

  test("lets a shop that comes back find its settings and connect again", async () => {
    const shopId = await connectedShop({ orderTrigger: "paid" });
    await uninstall(LATER);
    expect(await installedShop(SHOP_DOMAIN, LATER)).toBe(shopId);
    expect(await findConnection(shopId)).toMatchObject({
      state: "not_connected",
      tagId: CREDENTIALS.tagId,
    });
    const settings = (await findShopById(shopId))?.settings;
    expect(settings).toMatchObject({ orderTrigger: "paid" });
    await saveShop(shopId, CREDENTIALS, settingsChange(), LATER);
    expect(await findConnection(shopId)).toMatchObject({ state: "connected" });
  });

  test("of a shop that nobody knows is no fault", async () => {
    await uninstall(LATER);
    expect(await db.shop.count()).toBe(0);
  });
});

describe("app/scopes_update", () => {
  test("renews the scopes of the shop and of its session", async () => {
    const shopId = await installedShop();
    await storage.storeSession(session());
    await webhook("app/scopes_update", { current: ["read_orders", "read_inventory"] });
    const row = await db.shop.findUnique({ where: { id: shopId } });
    expect(row?.scopes).toEqual(["read_orders", "read_inventory"]);
    expect(await storage.loadSession(session().id)).toMatchObject({
      scope: "read_orders,read_inventory",
      accessToken: "shpat_first_token",
    });
  });

  test("that cannot be read changes nothing, and the log names the field", async () => {
    const shopId = await installedShop();
    const logged = vi.spyOn(log, "error");
    await webhook("app/scopes_update", { previous: [] });
    const row = await db.shop.findUnique({ where: { id: shopId } });
    expect(row?.scopes).toEqual(["read_orders"]);
    expect(logged).toHaveBeenCalledWith(
      { fields: ["current"] },
      "app/scopes_update does not fit its schema",
    );
  });
});

describe("shop/update", () => {
  test("has the profile read again, of an installed shop", async () => {
    const shopId = await installedShop();
    await webhook("shop/update", { name: "Renamed" });
    expect(await profileJobs()).toEqual([shopId]);
  });

  test("does nothing for a shop that is gone", async () => {
    await webhook("shop/update", { name: "Renamed" });
    await installedShop();
    await uninstall(LATER);
    await webhook("shop/update", { name: "Renamed" });
    expect(await profileJobs()).toEqual([]);
  });
});

test("a topic that nobody asked for is noted in the log", async () => {
  const logged = vi.spyOn(log, "warn");
  await webhook("themes/publish", {});
  expect(logged).toHaveBeenCalledWith(
    { topic: "themes/publish" },
    "a webhook of a topic that nobody asked for",
  );
});

function uninstall(triggeredAt: Date, dedupeKey = "event-1"): Promise<void> {
  const changes = { topic: "app/uninstalled", triggeredAt, dedupeKey };
  return recordShopWebhook(orderWebhook({}, changes), triggeredAt);
}

function webhook(topic: string, body: unknown): Promise<void> {
  return recordShopWebhook(orderWebhook(body, { topic }), LATER);
}

async function profileJobs(): Promise<string[]> {
  const jobs = await db.$queryRaw<{ id: string }[]>`
    SELECT data->>'shopId' AS id FROM pgboss.job WHERE name = 'read-shop-profile'`;
  return jobs.map(({ id }) => id);
}

function session(domain = SHOP_DOMAIN): Session {
  return new Session({
    id: `offline_${domain}`,
    shop: domain,
    state: "",
    isOnline: false,
    scope: "read_orders",
    accessToken: "shpat_first_token",
  });
}
