import { authenticate } from "~/shopify.server";
import type { Shop } from "~/shops/shop";

import { requireShop } from "./shop-of-session.server";

/** Who asks for a page of the admin, and when. */
export type Merchant = {
  shop: Shop;
  /** The platform's id of the person. */
  userId: string;
  now: Date;
};

/** The merchant of a request from the admin; throws the answer where its session token does not hold. */
export async function requireMerchant(request: Request): Promise<Merchant> {
  const { session, sessionToken } = await authenticate.admin(request);
  const now = new Date();
  return { shop: await requireShop(session, now), userId: sessionToken.sub, now };
}
