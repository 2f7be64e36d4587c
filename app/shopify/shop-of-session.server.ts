import type { Session } from "@shopify/shopify-api";

import { InvariantError } from "~/errors";
import type { Shop } from "~/shops/shop";
import { findShop } from "~/shops/shop.server";

import { recordInstall } from "./install.server";

/**
 * The shop whose merchant has opened the app. A session proves the installation, so a shop whose row
 * is missing or marked as uninstalled is recorded again.
 */
export async function requireShop(session: Session, now: Date): Promise<Shop> {
  const known = await findShop("shopify", session.shop);
  if (known && known.uninstalledAt === null) return known;
  await recordInstall(session, now);
  const installed = await findShop("shopify", session.shop);
  if (installed) return installed;
  throw new InvariantError("A shop that was just recorded is not there");
}
