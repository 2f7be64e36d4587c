import { followConnection } from "~/conversions/follow-connection.server";
import { db } from "~/db.server";
import { log } from "~/log.server";
import { recordReceipt } from "~/shops/receipt.server";
import { findShop, recordUninstall } from "~/shops/shop.server";

import type { Webhook } from "./webhook.server";

/**
 * Ends everything of a shop that uninstalled the app: its sessions and its token are erased, what was
 * open is stopped. Settings stay until the shop's erasure. A word older than the present installation
 * changes nothing.
 */
export async function recordUninstallWebhook(webhook: Webhook, now: Date): Promise<void> {
  const { shopDomain } = webhook;
  const shop = await findShop("shopify", shopDomain);
  if (!shop) return;
  const isEnded = await db.$transaction(async (tx) => {
    const { bodySha256, dedupeKey, topic, webhookId, triggeredAt } = webhook;
    await recordReceipt(tx, shop.id, { bodySha256, dedupeKey, topic, webhookId }, now);
    const ended = await recordUninstall(tx, "shopify", shopDomain, triggeredAt ?? now);
    if (ended === null) return false;
    await tx.shopifySession.deleteMany({ where: { shopDomain } });
    await followConnection(tx, ended, now);
    return true;
  });
  log.info({ shopId: shop.id, isEnded }, "recorded an uninstall");
}
