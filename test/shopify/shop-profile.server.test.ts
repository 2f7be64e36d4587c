import { useLocalShopify } from "#test/support/shopify";

import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { listJobs } from "~/jobs/list.server";
import { readShopProfileJob } from "~/jobs/read-shop-profile.server";
import { startQueue, stopQueue } from "~/queue.server";
import { readShopProfile } from "~/shopify/shop-profile.server";
import { findShopById, recordUninstall } from "~/shops/shop.server";
import { HOUR_MS } from "~/time";

import { emptyDatabase } from "#test/support/database";
import { installedShop, SHOP_DOMAIN } from "#test/support/shops";
import { db } from "~/db.server";

const shopify = useLocalShopify();
const IN_AN_HOUR = new Date(Date.now() + HOUR_MS);

beforeAll(() => startQueue(listJobs(new AbortController().signal), "producer"));
afterAll(() => stopQueue(1_000));
beforeEach(emptyDatabase);

describe("readShopProfile", () => {
  test("keeps name, country, currency and address, which the settings then follow", async () => {
    const shopId = await installedShop();
    await shopify.session(IN_AN_HOUR);
    await readShopProfileJob.handler({ shopId });
    await readShopProfileJob.handler({ shopId });
    expect(await findShopById(shopId)).toMatchObject({
      name: "Demo Supply Co.",
      settings: { shopCountry: "US", storeUrl: expect.stringMatching(/^https:/) },
    });
    expect(await db.shop.findMany()).toMatchObject([{ currency: "USD", country: "US" }]);
  });

  test("reads nothing of a shop that is not installed any more", async () => {
    const shopId = await installedShop();
    await shopify.session(IN_AN_HOUR);
    await recordUninstall(db, "shopify", SHOP_DOMAIN, IN_AN_HOUR);
    await readShopProfile(shopId);
    expect(await findShopById(shopId)).toMatchObject({ name: null });
  });

  test("reads nothing of a shop without a session", async () => {
    const shopId = await installedShop();
    await readShopProfile(shopId);
    expect(await findShopById(shopId)).toMatchObject({ name: null });
  });

  test("asks again with a new token where Shopify takes the stored one no more", async () => {
    const shopId = await installedShop();
    await shopify.session(IN_AN_HOUR);
    await shopify.control("POST", "tokens/expire", { shop: SHOP_DOMAIN });
    await readShopProfile(shopId);
    expect(await findShopById(shopId)).toMatchObject({ name: "Demo Supply Co." });
  });

  test("fails, to be tried again, where Shopify has no time", async () => {
    const shopId = await installedShop();
    await shopify.session(IN_AN_HOUR);
    await shopify.control("POST", "throttle", { shop: SHOP_DOMAIN });
    await expect(readShopProfile(shopId)).rejects.toThrow();
    expect(await findShopById(shopId)).toMatchObject({ name: null });
  });
});
