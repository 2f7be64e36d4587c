import type { ShopifyDesk } from "./desk.ts";
import { type Shop, shopId } from "./shop.ts";
import type { Delivery } from "./webhooks.ts";

/** As when the merchant agrees to all that the app asks for at the start. */
export function install(desk: ShopifyDesk, shop: Shop): void {
  shop.installed = true;
  shop.grantedScopes = desk.toml.scopes;
}

/** The order matters: when the webhook arrives, the tokens are already worth nothing. */
export async function uninstall(desk: ShopifyDesk, shop: Shop): Promise<Delivery[]> {
  if (!shop.installed) return [];
  shop.installed = false;
  shop.grantedScopes = [];
  shop.webPixel = null;
  desk.tokens.revoke(shop.domain);
  const body = {
    id: shopId(shop),
    name: shop.name,
    domain: shop.domain,
    myshopify_domain: shop.domain,
    country_code: shop.countryCode,
    currency: shop.currencyCode,
    plan_name: "partner_test",
  };
  return desk.webhooks.send({
    topic: "app/uninstalled",
    body: JSON.stringify(body),
    shop: shop.domain,
  });
}

/** As when the merchant agrees to more, or takes some back. */
export async function changeScopes(
  desk: ShopifyDesk,
  shop: Shop,
  scopes: string[],
): Promise<Delivery[]> {
  const previous = shop.grantedScopes;
  shop.grantedScopes = scopes;
  const body = {
    id: shopId(shop),
    previous,
    current: scopes,
    updated_at: new Date(desk.now()).toISOString(),
  };
  return desk.webhooks.send({
    topic: "app/scopes_update",
    body: JSON.stringify(body),
    shop: shop.domain,
  });
}
