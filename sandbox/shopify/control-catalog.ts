import { z } from "zod";
import type { Route } from "../loopback-server.ts";
import { changePrice, changeStock, deleteProduct } from "./change-product.ts";
import type { ShopifyDesk } from "./desk.ts";
import type { ForShop } from "./for-shop.ts";
import { withoutBody } from "./webhooks.ts";

const bulkSchema = z.strictObject({
  shop: z.string().optional(),
  manner: z.strictObject({
    durationMs: z.int().min(0).exactOptional(),
    outcome: z.enum(["completed", "failed", "access_denied"]).exactOptional(),
    jsonl: z.string().nullable().exactOptional(),
    isTold: z.boolean().exactOptional(),
    breakAfterBytes: z.int().min(0).nullable().exactOptional(),
  }),
});

const productSchema = z.strictObject({
  shop: z.string().optional(),
  /** Its title, or its number. */
  product: z.string(),
});

const priceSchema = productSchema.extend({ price: z.string().regex(/^\d+\.\d\d$/) });

const stockSchema = productSchema.extend({ stock: z.int() });

/** What changes the shop's products, and how its bulk operations go. */
export function catalogControls(desk: ShopifyDesk, forShop: ForShop): Route[] {
  return [
    forShop("PUT", "/sandbox/bulk", bulkSchema, (shop, { manner }) => {
      shop.bulkManner = { ...shop.bulkManner, ...manner };
    }),
    forShop("POST", "/sandbox/products/price", priceSchema, async (shop, change) => ({
      deliveries: ((await changePrice(desk, shop, change)) ?? []).map(withoutBody),
    })),
    forShop("POST", "/sandbox/products/stock", stockSchema, async (shop, change) => ({
      deliveries: (await changeStock(desk, shop, change)).map(withoutBody),
    })),
    forShop("POST", "/sandbox/products/delete", productSchema, async (shop, { product }) => ({
      deliveries: (await deleteProduct(desk, shop, product)).map(withoutBody),
    })),
  ];
}
