import { Session } from "@shopify/shopify-api";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { db } from "~/db.server";
import { listJobs } from "~/jobs/list.server";
import { startQueue, stopQueue } from "~/queue.server";
import { recordInstall } from "~/shopify/install.server";
import { findShop, recordUninstall } from "~/shops/shop.server";
import { HOUR_MS } from "~/time";

import { TEST_NOW } from "#test/support/clock";
import { emptyDatabase } from "#test/support/database";
import { SHOP_DOMAIN } from "#test/support/shops";

const LATER = new Date(TEST_NOW.getTime() + HOUR_MS);

beforeAll(() => startQueue(listJobs(new AbortController().signal), "producer"));
afterAll(() => stopQueue(1_000));
beforeEach(async () => {
  await emptyDatabase();
  await db.$executeRaw`DELETE FROM pgboss.job WHERE name = 'read-shop-profile'`;
});

describe("recordInstall", () => {
  test("records the shop with its scopes and has its profile read", async () => {
    await recordInstall(session("read_orders,write_pixels"), TEST_NOW);
    const shop = await findShop("shopify", SHOP_DOMAIN);
    expect(shop).toMatchObject({ uninstalledAt: null });
    expect(await db.shop.findMany()).toMatchObject([{ scopes: ["read_orders", "write_pixels"] }]);
    expect(await profileJobs()).toEqual([shop?.id]);
  });

  test("has the profile read once, and renews the scopes with every exchange", async () => {
    await recordInstall(session("read_orders"), TEST_NOW);
    await db.$executeRaw`DELETE FROM pgboss.job WHERE name = 'read-shop-profile'`;
    await recordInstall(session("read_orders,read_inventory"), LATER);
    expect(await profileJobs()).toEqual([]);
    expect(await db.shop.findMany()).toMatchObject([
      { scopes: ["read_orders", "read_inventory"], installedAt: TEST_NOW },
    ]);
  });

  test("has the profile read again of a shop that comes back", async () => {
    await recordInstall(session("read_orders"), TEST_NOW);
    await db.$executeRaw`DELETE FROM pgboss.job WHERE name = 'read-shop-profile'`;
    await recordUninstall(db, "shopify", SHOP_DOMAIN, LATER);
    await recordInstall(session("read_orders"), LATER);
    expect(await profileJobs()).toHaveLength(1);
  });

  test("takes a session that names no scope", async () => {
    await recordInstall(session(undefined), TEST_NOW);
    expect(await db.shop.findMany()).toMatchObject([{ scopes: [] }]);
  });
});

async function profileJobs(): Promise<string[]> {
  const jobs = await db.$queryRaw<{ id: string }[]>`
    SELECT data->>'shopId' AS id FROM pgboss.job WHERE name = 'read-shop-profile'`;
  return jobs.map(({ id }) => id);
}

function session(scope: string | undefined): Session {
  return new Session({
    id: `offline_${SHOP_DOMAIN}`,
    shop: SHOP_DOMAIN,
    state: "",
    isOnline: false,
    ...(scope === undefined ? {} : { scope }),
  });
}
