import { type Route, refuse, sendJson } from "../loopback-server.ts";
import { DEMO_SHOP, type ShopifyDesk } from "./desk.ts";
import { createIdToken } from "./id-token.ts";
import { type Shop, productsOf } from "./shop.ts";
import { withoutBody } from "./webhooks.ts";

/** The admin page asks every second, so the list of orders it gets ends somewhere. */
const LISTED_MAX = 500;

/** Questions, which change nothing. */
export function readControls(desk: ShopifyDesk): Route[] {
  return [
    {
      method: "GET",
      path: "/sandbox/state",
      handle: ({ response }) =>
        sendJson(response, 200, {
          apiKey: desk.credentials.apiKey,
          addresses: desk.addresses,
          declaredScopes: [...desk.toml.scopes, ...(desk.toml.optionalScopes ?? [])],
          topics: desk.toml.subscriptions.map(({ topic }) => topic),
          shops: [...desk.shops.values()].map((shop) => ({
            ...shop,
            products: productsOf(shop).length,
            bulkManner: { ...shop.bulkManner, jsonl: shop.bulkManner.jsonl !== null },
            orders: shop.orders
              .slice(-LISTED_MAX)
              .map(({ id, name, placedAt }) => ({ id, name, placedAt })),
          })),
        }),
    },
    {
      method: "GET",
      path: "/sandbox/app-url",
      handle: ({ response, url }) => {
        const shop = desk.shops.get(url.searchParams.get("shop") ?? DEMO_SHOP);
        if (!shop) return refuse(response, 404, "unknown_shop", "There is no such shop.");
        if (!shop.installed)
          return refuse(response, 409, "not_installed", "The app is not installed.");
        const path = url.searchParams.get("path") ?? "/app";
        sendJson(response, 200, { url: appFrameUrl(desk, shop, path) });
      },
    },
    {
      method: "GET",
      path: "/sandbox/deliveries",
      handle: ({ response, url }) => {
        const all = desk.webhooks.deliveries;
        const wanted = Number(url.searchParams.get("last")) || all.length;
        sendJson(response, 200, { deliveries: all.slice(-wanted).map(withoutBody) });
      },
    },
    {
      method: "GET",
      path: "/sandbox/deliveries/:id",
      handle: ({ response }, { id = "" }) => {
        const delivery = desk.webhooks.find(id);
        if (!delivery)
          return refuse(response, 404, "unknown_delivery", "There is no such delivery.");
        sendJson(response, 200, delivery);
      },
    },
    {
      method: "GET",
      path: "/sandbox/orders/:id",
      handle: ({ response, url }, { id = "" }) => {
        const shop = desk.shops.get(url.searchParams.get("shop") ?? DEMO_SHOP);
        const order = shop?.orders.find((known) => known.id === id);
        if (!order) return refuse(response, 404, "unknown_order", "There is no such order.");
        sendJson(response, 200, order);
      },
    },
    {
      method: "GET",
      path: "/sandbox/products/:title",
      handle: ({ response, url }, { title = "" }) => {
        const shop = desk.shops.get(url.searchParams.get("shop") ?? DEMO_SHOP);
        const product = shop && productsOf(shop).find((known) => known.title === title);
        if (!product) return refuse(response, 404, "unknown_product", "There is no such product.");
        const { id, status } = product;
        sendJson(response, 200, { id: String(id), title, status });
      },
    },
    {
      method: "GET",
      path: "/sandbox/admin-calls",
      handle: ({ response }) => sendJson(response, 200, { calls: desk.adminCalls }),
    },
  ];
}

/** The address that the admin gives its frame, with a fresh id token. */
function appFrameUrl(desk: ShopifyDesk, shop: Shop, path: string): string {
  const url = new URL(path, desk.addresses.appUrl);
  const handle = shop.domain.replace(".myshopify.com", "");
  const host = Buffer.from(`admin.shopify.com/store/${handle}`).toString("base64");
  const params = {
    embedded: "1",
    host: host.replace(/=+$/, ""),
    id_token: createIdToken(desk.credentials, shop.domain, desk.now()),
    locale: "en",
    shop: shop.domain,
    timestamp: String(Math.floor(desk.now() / 1000)),
  };
  for (const [key, value] of Object.entries(params)) url.searchParams.set(key, value);
  return url.href;
}
