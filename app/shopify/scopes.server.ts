import { z } from "zod";

import { listFeeds } from "~/catalog/feed.server";
import { isOfMarket } from "~/catalog/market-feeds.server";
import { db } from "~/db.server";
import { log } from "~/log.server";
import { parse } from "~/parse";
import { enqueue } from "~/queue.server";
import { findShop, recordScopes } from "~/shops/shop.server";

import { SealedSessionStorage } from "./session-storage.server";
import type { Webhook } from "./webhook.server";

/** Source: Shopify webhooks 2026-10, `app/scopes_update`. */
const bodySchema = z.object({ current: z.array(z.string()) });

/** Records the scopes that a merchant granted or took back, in the shop and in its session. */
export async function recordScopesWebhook({ body, shopDomain }: Webhook): Promise<void> {
  const parsed = parse(bodySchema, body);
  if (parsed.kind === "unreadable") {
    log.error({ fields: parsed.fields }, "app/scopes_update does not fit its schema");
    return;
  }
  const { current } = parsed.value;
  await recordScopes("shopify", shopDomain, current);
  const storage = new SealedSessionStorage();
  for (const session of await storage.findSessionsByShop(shopDomain)) {
    session.scope = current.join(",");
    await storage.storeSession(session);
  }
  // A pixel that was refused for want of a scope may be taken now.
  const shop = await findShop("shopify", shopDomain);
  if (!shop || shop.uninstalledAt) return;
  const hasMarkets = (await listFeeds(shop.id)).some(isOfMarket);
  await db.$transaction(async (tx) => {
    await enqueue(tx, "sync-pixel", { shopId: shop.id });
    // Feeds of further markets are off without the scopes to read them, and on again with them.
    if (hasMarkets) await enqueue(tx, "begin-sync", { shopId: shop.id, cause: "settings" });
  });
}
