import { beforeEach, describe, expect, test } from "vitest";

import { db } from "~/db.server";
import type { ShopId } from "~/ids";
import { recordProductWebhook } from "~/shopify/record-product.server";
import { syncCatalog } from "~/shopify/sync-catalog.server";
import { updateProducts } from "~/shopify/update-products.server";
import { MINUTE_MS } from "~/time";

import { later, useCatalogShop } from "#test/support/catalog-shop";
import { beginSync, runSync, syncOnce, syncWorld } from "#test/support/catalog-sync";
import { TEST_NOW } from "#test/support/clock";
import { SHOP_DOMAIN } from "#test/support/shops";

const { bulk, installed, jobs, shopify } = useCatalogShop();
const world = syncWorld({ now: () => later(MINUTE_MS) });
let shopId: ShopId;

beforeEach(async () => {
  shopId = installed();
  await bulk({ durationMs: 0 });
});

describe("a product that changed", () => {
  test("has its items made anew by the functions of a whole reading, and Pinterest has to hear of the price", async () => {
    await syncOnce(shopId);
    const before = await items();
    const title = "Sold out, sold on";
    await shopify.control("POST", "products/price", { product: title, price: "12.34" });
    const productId = await webhook("products/update", title);

    expect(await updateProducts(shopId, world)).toEqual({ kind: "done", changed: 1 });
    const changed = (await items()).filter(({ untoldSince }) => untoldSince !== null);
    expect(changed).toMatchObject([{ productId, price: "12.34 USD", availability: "in stock" }]);
    expect((await items()).length).toBe(before.length);
    expect(await db.catalogChange.count()).toBe(0);

    const small = await items();
    await syncOnce(shopId, world);
    expect(await items()).toEqual(small);
  });

  test("that is the same as before changes nothing", async () => {
    await syncOnce(shopId);
    await webhook("products/update", "Two thousand variants");
    expect(await updateProducts(shopId, world)).toEqual({ kind: "done", changed: 0 });
  });

  test("whose stock ends or begins is made anew as it is now, whichever word comes last, and twice is once", async () => {
    await syncOnce(shopId);
    await shopify.control("POST", "products/stock", { product: "Sold out", stock: 5 });
    const productId = await productIdOf("Sold out");
    const words = ["variants/in_stock", "variants/out_of_stock", "variants/in_stock"];
    for (const topic of words) {
      await recordProductWebhook(productWebhook(topic, { id: 1, product_id: productId }), TEST_NOW);
    }
    expect(await db.catalogChange.findMany()).toMatchObject([{ productId }]);
    expect(await updateProducts(shopId, world)).toEqual({ kind: "done", changed: 1 });
    expect(await availability(productId)).toEqual(["in stock"]);

    await shopify.control("POST", "products/stock", { product: "Sold out", stock: 0 });
    // The word of its end was overtaken by that of its beginning.
    const late = productWebhook("variants/in_stock", { id: 1, product_id: productId });
    await recordProductWebhook(late, later(1_000));
    await updateProducts(shopId, world);
    expect(await availability(productId)).toEqual(["out of stock"]);
    expect(await updateProducts(shopId, world)).toEqual({ kind: "done", changed: 0 });
  });

  test("that is gone has no items any more", async () => {
    await syncOnce(shopId);
    const productId = await webhook("products/delete", "Sold out");
    await shopify.control("POST", "products/delete", { product: "Sold out" });
    expect(await updateProducts(shopId, world)).toEqual({ kind: "done", changed: 1 });
    expect(await db.catalogItem.count({ where: { shopId, productId } })).toBe(0);
  });

  test("is made once, however many words there are on it, in one job", async () => {
    await syncOnce(shopId);
    await db.$executeRaw`DELETE FROM pgboss.job`;
    for (let word = 0; word < 3; word += 1) await webhook("products/update", "Sold out");
    expect(await db.catalogChange.count()).toBe(1);
    expect(await jobs("update-products")).toEqual([{ shopId }]);
  });

  test("while the catalog is read is made again after it, which may have seen it as it was", async () => {
    await syncOnce(shopId);
    const key = await beginSync(shopId);
    await syncCatalog(key, syncWorld());
    await shopify.control("POST", "products/price", { product: "Sold out", price: "9.99" });
    const productId = await webhook("products/update", "Sold out", later(1_000));
    await updateProducts(shopId, world);
    await runSync(key);
    expect(await prices(productId)).not.toEqual(["9.99 USD"]);

    expect(await jobs("update-products")).toEqual([{ shopId }]);
    await updateProducts(shopId, world);
    expect(await prices(productId)).toEqual(["9.99 USD"]);
    expect(await db.catalogChange.count()).toBe(0);
  });

  test("of a shop without a published feed, or of a stranger, is no matter", async () => {
    await recordProductWebhook(productWebhook("products/update", { id: 1 }), TEST_NOW);
    const stranger = { ...productWebhook("products/update", { id: 1 }), shopDomain: "x.example" };
    await recordProductWebhook(stranger, TEST_NOW);
    expect(await db.catalogChange.count()).toBe(0);
  });
});

async function productIdOf(title: string): Promise<string> {
  const { id } = await shopify.control<{ id: string }>(
    "GET",
    `products/${encodeURIComponent(title)}`,
  );
  return id;
}

async function availability(productId: string) {
  const found = await db.catalogItem.findMany({ where: { shopId, productId } });
  return found.map((item) => item.availability);
}

async function webhook(topic: string, title: string, now = TEST_NOW): Promise<string> {
  const id = await productIdOf(title);
  await recordProductWebhook(productWebhook(topic, { id: Number(id) }), now);
  return id;
}

function productWebhook(topic: string, body: { id: number; product_id?: string }) {
  return {
    shopDomain: SHOP_DOMAIN,
    topic,
    dedupeKey: "product",
    webhookId: "product",
    triggeredAt: TEST_NOW,
    bodySha256: "",
    body,
  };
}

function items() {
  return db.catalogItem.findMany({ where: { shopId }, orderBy: { itemId: "asc" } });
}

async function prices(productId: string): Promise<(string | null)[]> {
  const found = await db.catalogItem.findMany({ where: { shopId, productId } });
  return found.map(({ price }) => price);
}
