import { useLocalShopify } from "#test/support/shopify";

import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { listJobs } from "~/jobs/list.server";
import { readShopProfileJob } from "~/jobs/read-shop-profile.server";
import { startQueue, stopQueue } from "~/queue.server";
import { readShopProfile } from "~/shopify/shop-profile.server";
import { NO_CONSENT_POLICY } from "~/shops/consent-policy";
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

describe("the shop's consent policy", () => {
  test("is kept with its places, and limits the use of data where an opt-out must be offered", async () => {
    const shopId = await installedShop();
    await shopify.session(IN_AN_HOUR);
    await shopify.control("PUT", "consent-policies", {
      policies: [
        { countryCode: "BR", consentRequired: true },
        { countryCode: "US", regionCode: "CA", dataSaleOptOutRequired: true },
        { countryCode: "US", regionCode: "US-TX", consentRequired: true },
        { countryCode: "CA" },
      ],
    });
    await readShopProfile(shopId);
    await readShopProfile(shopId);
    expect(await findShopById(shopId)).toMatchObject({
      consentPolicy: { consentRequiredIn: ["BR", "US-TX"], saleOptOutRequiredIn: ["US-CA"] },
      settings: { consent: { unknownElsewhere: "ldp", unknownWhereRequired: "skip" } },
    });
  });

  test("changes no choice that the merchant made", async () => {
    const shopId = await installedShop();
    const settings = { consent: { unknownElsewhere: "send" } };
    await db.shop.update({ where: { id: shopId }, data: { settings } });
    await shopify.session(IN_AN_HOUR);
    await readShopProfile(shopId);
    expect(await findShopById(shopId)).toMatchObject({
      consentPolicy: { saleOptOutRequiredIn: ["US"] },
      settings: { consent: { unknownElsewhere: "send", saleOfDataDenied: "ldp" } },
    });
  });

  test("that asks for no opt-out leaves the start value", async () => {
    const shopId = await installedShop();
    await shopify.session(IN_AN_HOUR);
    await shopify.control("PUT", "consent-policies", { policies: [] });
    await readShopProfile(shopId);
    expect(await findShopById(shopId)).toMatchObject({
      consentPolicy: { consentRequiredIn: [], saleOptOutRequiredIn: [] },
      settings: { consent: { unknownElsewhere: "send" } },
    });
  });

  test("that may not be read stays as it was, and costs nothing else", async () => {
    const shopId = await installedShop();
    await shopify.session(IN_AN_HOUR);
    await readShopProfile(shopId);
    const before = (await findShopById(shopId))?.consentPolicy;
    expect(before?.saleOptOutRequiredIn).toEqual(["US"]);
    await db.shop.update({ where: { id: shopId }, data: { name: null } });
    await shopify.control("PUT", "consent-policies", { policies: null });
    await readShopProfile(shopId);
    expect(await findShopById(shopId)).toMatchObject({
      name: "Demo Supply Co.",
      consentPolicy: before,
    });
  });

  test("that could never be read leaves the laws that we know of", async () => {
    const shopId = await installedShop();
    await shopify.session(IN_AN_HOUR);
    await shopify.control("PUT", "consent-policies", { policies: null });
    await readShopProfile(shopId);
    expect(await findShopById(shopId)).toMatchObject({ consentPolicy: NO_CONSENT_POLICY });
    expect(await db.shop.findMany()).toMatchObject([{ consentPolicy: null }]);
  });

  test("is asked for in words that Shopify knows and does not give up", async () => {
    const shopId = await installedShop();
    await shopify.session(IN_AN_HOUR);
    await readShopProfile(shopId);
    const { calls } = await shopify.control<{ calls: object[] }>("GET", "admin-calls");
    expect(calls).toMatchObject([
      { operation: "ShopProfile", errors: [], deprecated: [] },
      { operation: "ShopConsentPolicy", errors: [], deprecated: [] },
    ]);
  });
});

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
