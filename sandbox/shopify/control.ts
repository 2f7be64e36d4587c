import { z } from "zod";
import {
  type Exchange,
  type Route,
  controlBody,
  readBody,
  refuse,
  sendJson,
} from "../loopback-server.ts";
import { catalogControls } from "./control-catalog.ts";
import { pixelControls } from "./control-pixel.ts";
import { readControls } from "./control-read.ts";
import { DEMO_SHOP, type OrderRequest, type ShopifyDesk } from "./desk.ts";
import { forShopAt } from "./for-shop.ts";
import { createIdToken } from "./id-token.ts";
import { changeScopes, install, uninstall } from "./installation.ts";
import { OfflineTokens } from "./offline-tokens.ts";
import { SHOPPER_COUNTRIES } from "./order-body.ts";
import { placeOrder } from "./place-order.ts";
import { ThrottleBucket } from "./query-cost.ts";
import { type Shop, newShop } from "./shop.ts";
import { type Delivery, withoutBody } from "./webhooks.ts";

export type Control = {
  routes: Route[];
  install: (shop?: string) => void;
  uninstall: (shop?: string) => Promise<Delivery[]>;
  placeOrder: (input: OrderRequest) => Promise<Delivery[]>;
};

const shopSchema = z.object({ shop: z.string().optional() });

const protectedFieldsSchema = z.strictObject({
  shop: z.string().optional(),
  email: z.boolean().optional(),
  phone: z.boolean().optional(),
  name: z.boolean().optional(),
  address: z.boolean().optional(),
});

const orderSchema = z.strictObject({
  shop: z.string().optional(),
  seed: z.string().optional(),
  country: z.enum(SHOPPER_COUNTRIES).optional(),
  body: z.string().optional(),
  topic: z.string().optional(),
  silent: z.boolean().optional(),
});

const webhookSchema = z.strictObject({
  topic: z.string(),
  body: z.union([z.string(), z.record(z.string(), z.unknown())]).default("{}"),
  shop: z.string().optional(),
  eventId: z.string().optional(),
  webhookId: z.string().optional(),
  triggeredAt: z.string().optional(),
});

/** The control API of the local Shopify, and the same acts as functions for in-process use. */
export function controlRoutes(desk: ShopifyDesk): Control {
  const find = (domain = DEMO_SHOP): Shop => {
    const shop = desk.shops.get(domain);
    if (!shop) throw new Error(`The sandbox has no shop ${domain}.`);
    return shop;
  };
  const acts = {
    install: (domain?: string) => install(desk, find(domain)),
    uninstall: (domain?: string) => uninstall(desk, find(domain)),
    placeOrder: (input: OrderRequest) => placeOrder(desk, find(input.shop), input),
  };
  const forShop = forShopAt(desk);

  return {
    ...acts,
    routes: [
      ...readControls(desk),
      forShop("POST", "/sandbox/install", shopSchema, (shop) => install(desk, shop)),
      forShop("POST", "/sandbox/uninstall", shopSchema, async (shop) => ({
        deliveries: (await uninstall(desk, shop)).map(withoutBody),
      })),
      forShop(
        "PUT",
        "/sandbox/scopes",
        shopSchema.extend({ scopes: z.array(z.string()) }),
        async (shop, { scopes }) => ({
          deliveries: (await changeScopes(desk, shop, scopes)).map(withoutBody),
        }),
      ),
      forShop("PUT", "/sandbox/protected-fields", protectedFieldsSchema, (shop, fields) => {
        for (const field of ["email", "phone", "name", "address"] as const) {
          shop.protectedFields[field] = fields[field] ?? shop.protectedFields[field];
        }
        return shop.protectedFields;
      }),
      ...pixelControls(forShop),
      ...catalogControls(desk, forShop),
      forShop("POST", "/sandbox/orders", orderSchema, async (shop, input) => {
        const deliveries = await placeOrder(desk, shop, input);
        return { order: shop.orders.at(-1) ?? null, deliveries: deliveries.map(withoutBody) };
      }),
      forShop("POST", "/sandbox/webhooks", webhookSchema, async (shop, input) => {
        const body = typeof input.body === "string" ? input.body : JSON.stringify(input.body);
        const sent = await desk.webhooks.send({ ...input, body, shop: shop.domain });
        return { deliveries: sent.map(withoutBody) };
      }),
      forShop("POST", "/sandbox/id-token", shopSchema, (shop) => ({
        idToken: shop.installed ? createIdToken(desk.credentials, shop.domain, desk.now()) : null,
      })),
      forShop("POST", "/sandbox/tokens/expire", shopSchema, (shop) =>
        desk.tokens.expireAccess(shop.domain),
      ),
      forShop("POST", "/sandbox/throttle", shopSchema, (shop) =>
        desk.buckets.get(shop.domain)?.drain(desk.now()),
      ),
      {
        method: "POST",
        path: "/sandbox/shops",
        handle: async (exchange) => {
          const domain = z.string().regex(/^[a-z0-9][a-z0-9-]*\.myshopify\.com$/);
          const body = await controlBody(exchange, z.strictObject({ domain }));
          if (!body) return;
          addShop(desk, body.domain);
          sendJson(exchange.response, 200, { shops: [...desk.shops.keys()] });
        },
      },
      {
        method: "PUT",
        path: "/sandbox/addresses",
        handle: async (exchange) => {
          const schema = z.strictObject({
            appUrl: z.url().optional(),
            pinterestUrl: z.url().optional(),
          });
          const body = await controlBody(exchange, schema);
          if (!body) return;
          if (body.appUrl) desk.addresses.appUrl = body.appUrl;
          if (body.pinterestUrl) desk.addresses.pinterestUrl = body.pinterestUrl;
          sendJson(exchange.response, 200, desk.addresses);
        },
      },
      {
        method: "POST",
        path: "/sandbox/deliveries/:id/redeliver",
        handle: async ({ response }, { id = "" }) => {
          const delivery = desk.webhooks.find(id);
          if (!delivery)
            return refuse(response, 404, "unknown_delivery", "There is no such delivery.");
          await desk.webhooks.attempt(delivery);
          sendJson(response, 200, withoutBody(delivery));
        },
      },
      {
        method: "POST",
        path: "/sandbox/reset",
        handle: ({ response }) => {
          desk.tokens = new OfflineTokens();
          desk.webhooks.deliveries = [];
          desk.till.clear();
          desk.adminCalls = [];
          desk.bulks = new Map();
          for (const domain of desk.shops.keys()) addShop(desk, domain);
          sendJson(response, 200, {});
        },
      },
      ...["GET", "POST", "PUT", "DELETE"].map((method) => ({
        method,
        path: "/sandbox/pinterest/*",
        handle: (exchange: Exchange, { rest = "" }) => askPinterest(desk, exchange, rest),
      })),
    ],
  };
}

function addShop(desk: ShopifyDesk, domain: string): void {
  desk.shops.set(domain, newShop(domain));
  desk.buckets.set(domain, new ThrottleBucket());
}

/** Hands a control call on to the local Pinterest, so that the admin page stays on its own origin. */
async function askPinterest(desk: ShopifyDesk, exchange: Exchange, rest: string): Promise<void> {
  const body = await readBody(exchange.request, 64 * 1024);
  if (body.kind === "too_large")
    return refuse(exchange.response, 413, "too_large", "The body is too large.");
  const url = new URL(`/sandbox/${rest}${exchange.url.search}`, desk.addresses.pinterestUrl);
  try {
    const answer = await fetch(url, {
      method: exchange.method,
      ...(exchange.method !== "GET" && { body: body.text }),
    });
    exchange.response.writeHead(answer.status, { "content-type": "application/json" });
    exchange.response.end(await answer.text());
  } catch {
    refuse(exchange.response, 502, "no_pinterest", "The local Pinterest does not answer.");
  }
}
