import { z } from "zod";

import { findSyncOfOperation } from "~/catalog/sync-run.server";
import { db } from "~/db.server";
import { log } from "~/log.server";
import { parse } from "~/parse";
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
    case "bulk_operations/finish":
      return recordBulkWebhook(webhook);
    default:
      log.warn({ topic: webhook.topic }, "a webhook of a topic that nobody asked for");
  }
}

/**
 * Source: Shopify webhooks 2026-10, `bulk_operations/finish`. How the operation ended is not taken from here:
 * the state is in lower case and no address stands beside it, so it has to be asked for in any case.
 */
const bulkSchema = z.object({ admin_graphql_api_id: z.string() });

/** Has the sync go on that waits for the operation. One that nobody waits for is no matter. */
async function recordBulkWebhook({ body, shopDomain }: Webhook): Promise<void> {
  const parsed = parse(bulkSchema, body);
  if (parsed.kind === "unreadable") {
    log.error({ fields: parsed.fields }, "bulk_operations/finish does not fit its schema");
    return;
  }
  const shop = await findShop("shopify", shopDomain);
  const key = shop && (await findSyncOfOperation(shop.id, parsed.value.admin_graphql_api_id));
  if (key) await db.$transaction((tx) => enqueue(tx, "sync-catalog", key));
}

async function readProfileAgain(shopDomain: string): Promise<void> {
  const shop = await findShop("shopify", shopDomain);
  if (!shop || shop.uninstalledAt) return;
  await db.$transaction((tx) => enqueue(tx, "read-shop-profile", { shopId: shop.id }));
}
