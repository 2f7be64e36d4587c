import type { Session } from "@shopify/shopify-api";

import { db } from "~/db.server";
import { enqueue } from "~/queue.server";
import { recordInstallation } from "~/shops/shop.server";

/**
 * Records an installation after a token exchange, and has the shop's profile read and its pixel looked after. Happens on every
 * exchange, so the same installation again only renews the scopes.
 */
export async function recordInstall(session: Session, now: Date): Promise<void> {
  const scopes = (session.scope ?? "").split(",").filter((scope) => scope !== "");
  await db.$transaction(async (tx) => {
    const { shopId, isNew } = await recordInstallation(tx, "shopify", session.shop, scopes, now);
    if (!isNew) return;
    await enqueue(tx, "read-shop-profile", { shopId });
    await enqueue(tx, "sync-pixel", { shopId });
  });
}
