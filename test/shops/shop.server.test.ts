import { beforeEach, describe, expect, test, vi } from "vitest";

import { db } from "~/db.server";
import { log } from "~/log.server";
import { DEFAULT_SETTINGS } from "~/shops/settings";
import {
  findShop,
  findShopById,
  recordInstallation,
  recordProfile,
  recordScopes,
  recordSettings,
  recordUninstall,
} from "~/shops/shop.server";
import { HOUR_MS } from "~/time";

import { TEST_NOW } from "#test/support/clock";
import { emptyDatabase } from "#test/support/database";
import { installedShop, settingsChange, SHOP_DOMAIN } from "#test/support/shops";

const LATER = new Date(TEST_NOW.getTime() + HOUR_MS);
const EARLIER = new Date(TEST_NOW.getTime() - HOUR_MS);

beforeEach(emptyDatabase);

describe("recordInstallation", () => {
  test("is new once, and renews the scopes after that", async () => {
    const first = await recordInstallation(db, "shopify", SHOP_DOMAIN, ["read_orders"], TEST_NOW);
    const again = await recordInstallation(db, "shopify", SHOP_DOMAIN, ["write_pixels"], LATER);
    expect(first.isNew).toBe(true);
    expect(again).toEqual({ shopId: first.shopId, isNew: false });
    expect(await db.shop.findMany({ select: { scopes: true, installedAt: true } })).toEqual([
      { scopes: ["write_pixels"], installedAt: TEST_NOW },
    ]);
  });

  test("makes one shop of two token exchanges at once", async () => {
    const both = await Promise.all(
      [1, 2].map(() =>
        db.$transaction((tx) => recordInstallation(tx, "shopify", SHOP_DOMAIN, [], TEST_NOW)),
      ),
    );
    expect(both.filter(({ isNew }) => isNew)).toHaveLength(1);
    expect(await db.shop.count()).toBe(1);
    expect(await db.pinterestConnection.count()).toBe(1);
  });

  test("finds the settings of a shop that comes back", async () => {
    const shopId = await installedShop();
    await recordSettings(db, shopId, { ...settingsChange(), orderTrigger: "paid" });
    await recordUninstall(db, "shopify", SHOP_DOMAIN, LATER);
    const back = await recordInstallation(db, "shopify", SHOP_DOMAIN, [], LATER);

    expect(back).toEqual({ shopId, isNew: true });
    expect(await findShopById(shopId)).toMatchObject({
      uninstalledAt: null,
      settings: { orderTrigger: "paid" },
    });
  });

  test("tells the same domain on two platforms apart", async () => {
    const one = await recordInstallation(db, "shopify", "demo.example", [], TEST_NOW);
    const other = await recordInstallation(db, "woocommerce", "demo.example", [], TEST_NOW);
    expect(one.shopId).not.toBe(other.shopId);
    expect(await findShop("woocommerce", "demo.example")).toMatchObject({ id: other.shopId });
  });
});

describe("recordUninstall", () => {
  test("ends the installation and says which shop it was", async () => {
    const shopId = await installedShop();
    expect(await recordUninstall(db, "shopify", SHOP_DOMAIN, LATER)).toBe(shopId);
    expect(await findShopById(shopId)).toMatchObject({ uninstalledAt: LATER });
  });

  test.each([
    { domain: SHOP_DOMAIN, at: EARLIER, because: "it is older than the installation" },
    { domain: "nobody.myshopify.com", at: LATER, because: "there is no such shop" },
  ])("changes nothing, because $because", async ({ domain, at }) => {
    const shopId = await installedShop();
    expect(await recordUninstall(db, "shopify", domain, at)).toBeNull();
    expect(await findShopById(shopId)).toMatchObject({ uninstalledAt: null });
  });

  test("changes nothing the second time", async () => {
    const shopId = await installedShop();
    await recordUninstall(db, "shopify", SHOP_DOMAIN, TEST_NOW);
    expect(await recordUninstall(db, "shopify", SHOP_DOMAIN, LATER)).toBeNull();
    expect(await findShopById(shopId)).toMatchObject({ uninstalledAt: TEST_NOW });
  });
});

describe("a shop's settings", () => {
  test("are the defaults with the shop's own address until the platform told more", async () => {
    const shopId = await installedShop();
    expect((await findShopById(shopId))?.settings).toEqual({
      ...DEFAULT_SETTINGS,
      shopDomain: SHOP_DOMAIN,
      storeUrl: `https://${SHOP_DOMAIN}`,
    });
  });

  test("follow what the platform tells, and what the merchant chose before that", async () => {
    const shopId = await installedShop();
    await recordProfile(db, shopId, {
      name: "Demo Supply Co.",
      country: "DE",
      currency: "EUR",
      storeUrl: "https://demo.example",
    });
    await recordSettings(db, shopId, { ...settingsChange(), valueBasis: "total" });
    expect(await findShopById(shopId)).toMatchObject({
      name: "Demo Supply Co.",
      settings: {
        shopCountry: "DE",
        storeUrl: "https://demo.example",
        valueBasis: "total",
        feed: { country: "DE", currency: "EUR" },
      },
    });
  });

  test("are the safe defaults where the stored ones fit no schema, and the log says which", async () => {
    const shopId = await installedShop();
    await db.shop.update({ where: { id: shopId }, data: { settings: { orderTrigger: "never" } } });
    const logged = vi.spyOn(log, "error");
    expect((await findShopById(shopId))?.settings).toMatchObject({ orderTrigger: "create" });
    expect(logged).toHaveBeenCalledWith(
      { shopId, fields: ["orderTrigger"] },
      "stored settings do not fit the schema",
    );
  });
});

test("a shop that was never installed is none", async () => {
  expect(await findShop("shopify", SHOP_DOMAIN)).toBeNull();
});

test("scopes of an uninstalled shop stay empty, whatever lags behind", async () => {
  const shopId = await installedShop();
  await recordUninstall(db, "shopify", SHOP_DOMAIN, LATER);
  await recordScopes("shopify", SHOP_DOMAIN, ["read_orders"]);
  expect(await db.shop.findUnique({ where: { id: shopId } })).toMatchObject({ scopes: [] });
});
