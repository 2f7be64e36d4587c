import { env } from "~/env.server";

/** A page of the app as it stands in a shop's admin. Source: Shopify developers, "App home", deep links. */
export function adminAddress(shopDomain: string, path: `/app${string}`): string {
  return `https://${shopDomain}/admin/apps/${env.SHOPIFY_API_KEY}${path}`;
}
