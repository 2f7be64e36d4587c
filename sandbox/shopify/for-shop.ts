import type { z } from "zod";
import { type Route, controlBody, refuse, sendJson } from "../loopback-server.ts";
import { DEMO_SHOP, type ShopifyDesk } from "./desk.ts";
import type { Shop } from "./shop.ts";

/** Makes a control route whose body names a shop, or means the demo's. */
export type ForShop = <Body extends { shop?: string | undefined }>(
  method: string,
  path: string,
  schema: z.ZodType<Body>,
  act: (shop: Shop, body: Body) => unknown,
) => Route;

/** For the shops of one desk; an unknown shop gets 404. */
export function forShopAt(desk: ShopifyDesk): ForShop {
  return (method, path, schema, act) => ({
    method,
    path,
    handle: async (exchange) => {
      const body = await controlBody(exchange, schema);
      if (!body) return;
      const shop = desk.shops.get(body.shop ?? DEMO_SHOP);
      if (!shop) return refuse(exchange.response, 404, "unknown_shop", "There is no such shop.");
      sendJson(exchange.response, 200, (await act(shop, body)) ?? {});
    },
  });
}
