import { z } from "zod";

import { recordChange } from "~/catalog/changes.server";
import { log } from "~/log.server";
import { parse } from "~/parse";
import { findShop } from "~/shops/shop.server";

import type { Webhook } from "./webhook.server";

const idSchema = z.union([z.int().positive(), z.string().regex(/^\d+$/)]).transform(String);

/**
 * Of a webhook only the product's id is read: what changed is asked for, so that a word that comes late or
 * twice does no harm. A deletion carries the number only.
 *
 * Source: Shopify webhooks 2026-10, `products/create`, `products/update`, `products/delete`.
 */
const productSchema = z.object({ id: idSchema }).transform(({ id }) => id);

/**
 * Of which product a variant is that can be had again, or not any more.
 *
 * Source: Shopify webhooks 2026-10, `variants/in_stock`, `variants/out_of_stock`.
 */
const variantSchema = z
  .object({ product_id: idSchema })
  .transform(({ product_id: productId }) => productId);

/** Records that a product was made, changed or deleted, or that a variant's stock began or ended. */
export async function recordProductWebhook(
  { body, shopDomain, topic }: Webhook,
  now: Date,
): Promise<void> {
  const parsed = parse(topic.startsWith("variants/") ? variantSchema : productSchema, body);
  if (parsed.kind === "unreadable") {
    log.error({ topic, fields: parsed.fields }, "a product's webhook does not fit its schema");
    return;
  }
  const shop = await findShop("shopify", shopDomain);
  if (!shop || shop.uninstalledAt) return;
  await recordChange(shop.id, parsed.value, now);
}
