import { beforeEach, expect, test } from "vitest";

import { db } from "~/db.server";
import {
  findShopByCollectKey,
  requireCollectKey,
  rotateCollectKey,
} from "~/shops/collect-key.server";

import { TEST_NOW } from "#test/support/clock";
import { emptyDatabase } from "#test/support/database";
import { installedShop } from "#test/support/shops";

beforeEach(emptyDatabase);

test("a shop has one key, however many ask for it at once", async () => {
  const shopId = await installedShop();
  const keys = await Promise.all(Array.from({ length: 5 }, () => requireCollectKey(shopId)));
  expect(new Set(keys).size).toBe(1);
  expect(await findShopByCollectKey(keys[0] ?? "")).toBe(shopId);
});

test("a new key shuts the old one out, and no key opens another shop", async () => {
  const [shopId, otherId] = [await installedShop(), await installedShop("other.myshopify.com")];
  const old = await requireCollectKey(shopId);
  const other = await requireCollectKey(otherId);
  const fresh = await rotateCollectKey(db, shopId);
  expect(await findShopByCollectKey(old)).toBeNull();
  expect(await findShopByCollectKey(fresh)).toBe(shopId);
  expect(await findShopByCollectKey(other)).toBe(otherId);
});

test("the key of a shop that was uninstalled opens nothing", async () => {
  const shopId = await installedShop();
  const key = await requireCollectKey(shopId);
  await db.shop.update({ where: { id: shopId }, data: { uninstalledAt: TEST_NOW } });
  expect(await findShopByCollectKey(key)).toBeNull();
});
