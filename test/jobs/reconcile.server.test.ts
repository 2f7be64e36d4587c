import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";

import { db } from "~/db.server";
import { exclusively } from "~/exclusive.server";
import type { ShopId } from "~/ids";
import { listJobs } from "~/jobs/list.server";
import { reconcileShopJob } from "~/jobs/reconcile-shop.server";
import { reconcileShopsJob } from "~/jobs/reconcile-shops.server";
import { startQueue, stopQueue } from "~/queue.server";
import { recordAttention } from "~/shops/connection.server";
import { recordUninstall } from "~/shops/shop.server";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "~/time";

import { TEST_NOW } from "#test/support/clock";
import { emptyDatabase } from "#test/support/database";
import { connectedShop, installedShop, SHOP_DOMAIN } from "#test/support/shops";
import { useLocalShopify } from "#test/support/order-shopify";

type Waiting = { shopId: string; window: string; startAfter: Date };

const LONG_AGO = new Date(TEST_NOW.getTime() - 9 * DAY_MS);
const AN_HOUR_AGO = new Date(TEST_NOW.getTime() - HOUR_MS);

const shopify = useLocalShopify();

beforeAll(async () => {
  await startQueue(listJobs(new AbortController().signal), "producer");
  vi.useFakeTimers({ toFake: ["Date"], now: TEST_NOW });
});
afterAll(async () => {
  vi.useRealTimers();
  await stopQueue(1_000);
});
beforeEach(async () => {
  await emptyDatabase();
  await db.$executeRaw`DELETE FROM pgboss.job WHERE name = 'reconcile-shop'`;
});

describe("reconcile-shops", () => {
  test("enqueues each connected shop, once while it waits", async () => {
    const connected = await connectedShop();
    const attention = await connectedShop({}, "attention.myshopify.com");
    await recordAttention(db, attention, 1, "token_refused");
    await installedShop("unconnected.myshopify.com");
    await connectedShop({}, "gone.myshopify.com");
    await recordUninstall(db, "shopify", "gone.myshopify.com", TEST_NOW);

    await reconcileShopsJob.handler({ window: "recent" });
    await reconcileShopsJob.handler({ window: "recent" });
    const shops = (await waiting()).map(({ shopId }) => shopId);
    expect(shops.toSorted()).toEqual([connected, attention].toSorted());
  });

  test("lets the daily look wait beside the short one", async () => {
    await connectedShop();
    await reconcileShopsJob.handler({ window: "recent" });
    await reconcileShopsJob.handler({ window: "daily" });
    expect((await waiting()).map(({ window }) => window)).toEqual(["daily", "recent"]);
  });
});

describe("reconcile-shop", () => {
  let shopId: ShopId;
  beforeEach(async () => {
    shopId = await connectedShop({}, SHOP_DOMAIN, LONG_AGO);
    await shopify.openSession();
    await shopify.place(1, AN_HOUR_AGO);
  });

  test("takes up what no webhook brought, and is done", async () => {
    await reconcileShopJob(new AbortController().signal).handler({ shopId, window: "recent" });
    expect(await db.ledgerLine.findMany()).toMatchObject([
      { state: "pending", receivedBy: "reconciliation" },
    ]);
    expect(await waiting()).toEqual([]);
  });

  test("that the process's stop cut short is enqueued again", async () => {
    await reconcileShopJob(AbortSignal.abort()).handler({ shopId, window: "daily" });
    expect(await waiting()).toMatchObject([{ shopId, window: "daily" }]);
  });

  test("that met another run of its shop comes back a minute later", async () => {
    await exclusively(`reconciliation:${shopId}`, () =>
      reconcileShopJob(new AbortController().signal).handler({ shopId, window: "daily" }),
    );
    const startAfter = new Date(TEST_NOW.getTime() + MINUTE_MS);
    expect(await waiting()).toEqual([{ shopId, window: "daily", startAfter }]);
    expect(await db.ledgerLine.count()).toBe(0);
  });
});

function waiting(): Promise<Waiting[]> {
  return db.$queryRaw`
    SELECT data->>'shopId' AS "shopId", data->>'window' AS "window", start_after AS "startAfter"
      FROM pgboss.job WHERE name = 'reconcile-shop' AND state = 'created' ORDER BY 2, 1`;
}
