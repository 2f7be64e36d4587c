import { randomBytes } from "node:crypto";

import { db, type Transaction } from "~/db.server";
import { UpstreamUnavailableError } from "~/errors";
import { toShopId, type ShopId } from "~/ids";

const KEY_BYTES = 12;

/** Tells people what it is. */
const KEY_PREFIX = "prc_";

/**
 * The public key by which the shop's pixel names the shop at `/collect`, made at the first call. Every
 * visitor can read it off the page, so it opens nothing; a new one shuts out whoever abuses the old one.
 */
export async function requireCollectKey(shopId: ShopId): Promise<string> {
  // Of two that find none, the second one keeps the first one's key.
  await db.shop.updateMany({
    where: { id: shopId, collectKey: null },
    data: { collectKey: newKey() },
  });
  const shop = await db.shop.findUnique({ where: { id: shopId }, select: { collectKey: true } });
  if (shop?.collectKey) return shop.collectKey;
  throw new UpstreamUnavailableError("The shop was erased in this moment", { shopId });
}

/** Gives the shop a new key. Messages under the old one are refused at once. */
export async function rotateCollectKey(tx: Transaction, shopId: ShopId): Promise<string> {
  const collectKey = newKey();
  await tx.shop.update({ where: { id: shopId }, data: { collectKey } });
  return collectKey;
}

/** The installed shop of that key; `null` where there is none. */
export async function findShopByCollectKey(collectKey: string): Promise<ShopId | null> {
  const record = await db.shop.findUnique({
    where: { collectKey, uninstalledAt: null },
    select: { id: true },
  });
  return record && toShopId(record.id);
}

function newKey(): string {
  return KEY_PREFIX + randomBytes(KEY_BYTES).toString("base64url");
}
