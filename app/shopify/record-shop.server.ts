import { db } from "~/db.server";
import { log } from "~/log.server";
import { enqueue } from "~/queue.server";
import { findShop } from "~/shops/shop.server";

import { recordScopesWebhook } from "./scopes.server";
import { recordUninstallWebhook } from "./uninstall.server";
import type { Webhook } from "./webhook.server";

/** Records what a webhook says of the shop itself. A topic that we did not ask for is noted in the log. */
export async function recordShopWebhook(webhook: Webhook, now: Date): Promise<void> {
  switch (webhook.topic) {
    case "app/uninstalled":
      return recordUninstallWebhook(webhook, now);
    case "app/scopes_update":
      return recordScopesWebhook(webhook);
    case "shop/update":
      return readProfileAgain(webhook.shopDomain);
    default:
      log.warn({ topic: webhook.topic }, "a webhook of a topic that nobody asked for");
  }
}

async function readProfileAgain(shopDomain: string): Promise<void> {
  const shop = await findShop("shopify", shopDomain);
  if (!shop || shop.uninstalledAt) return;
  await db.$transaction((tx) => enqueue(tx, "read-shop-profile", { shopId: shop.id }));
}
