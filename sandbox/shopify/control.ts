import { z } from "zod";
import {
  type Exchange,
  type Route,
  controlBody,
  readBody,
  refuse,
  sendJson,
} from "../loopback-server.ts";
import { DEMO_SHOP, type OrderRequest, type ShopifyDesk } from "./desk.ts";
import { createIdToken } from "./id-token.ts";
import { OfflineTokens } from "./offline-tokens.ts";
import { SHOPPER_COUNTRIES } from "./order-maker.ts";
import { placeOrder } from "./place-order.ts";
import { ThrottleBucket } from "./query-cost.ts";
import { changePrice, deleteProduct } from "./change-product.ts";
import { type Shop, newShop, productsOf, shopId } from "./shop.ts";
import { newPixelId } from "./web-pixel.ts";
import type { Delivery } from "./webhooks.ts";

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

const consentPoliciesSchema = z.strictObject({
  shop: z.string().optional(),
  policies: z
    .array(
      z.strictObject({
        countryCode: z.string(),
        regionCode: z.string().nullable().default(null),
        consentRequired: z.boolean().default(false),
        dataSaleOptOutRequired: z.boolean().default(false),
      }),
    )
    .nullable(),
});

const optedOutSchema = z.strictObject({
  shop: z.string().optional(),
  customers: z.array(z.string()),
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

const bulkSchema = z.strictObject({
  shop: z.string().optional(),
  manner: z
    .strictObject({
      durationMs: z.int().min(0),
      outcome: z.enum(["completed", "failed", "access_denied"]),
      jsonl: z.string().nullable(),
      isTold: z.boolean(),
      breakAfterBytes: z.int().min(0).nullable(),
    })
    .partial(),
});

const productSchema = z.strictObject({
  shop: z.string().optional(),
  /** Its title, or its number. */
  product: z.string(),
});

const priceSchema = productSchema.extend({ price: z.string().regex(/^\d+\.\d\d$/) });

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
  /** A route whose body names a shop; an unknown shop gets 404. */
  const forShop = <Body extends { shop?: string | undefined }>(
    method: string,
    path: string,
    schema: z.ZodType<Body>,
    act: (shop: Shop, body: Body) => unknown,
  ): Route => ({
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

  return {
    ...acts,
    routes: [
      ...readRoutes(desk),
      forShop("POST", "/sandbox/install", shopSchema, (shop) => install(desk, shop)),
      forShop("POST", "/sandbox/uninstall", shopSchema, async (shop) => ({
        deliveries: (await uninstall(desk, shop)).map(summary),
      })),
      forShop(
        "PUT",
        "/sandbox/scopes",
        shopSchema.extend({ scopes: z.array(z.string()) }),
        async (shop, { scopes }) => ({
          deliveries: (await changeScopes(desk, shop, scopes)).map(summary),
        }),
      ),
      forShop("PUT", "/sandbox/protected-fields", protectedFieldsSchema, (shop, fields) => {
        for (const field of ["email", "phone", "name", "address"] as const) {
          shop.protectedFields[field] = fields[field] ?? shop.protectedFields[field];
        }
        return shop.protectedFields;
      }),
      forShop("PUT", "/sandbox/consent-policies", consentPoliciesSchema, (shop, { policies }) => {
        shop.consentPolicies = policies;
      }),
      forShop("PUT", "/sandbox/opted-out-of-sale", optedOutSchema, (shop, { customers }) => {
        shop.optedOutOfSale = customers;
      }),
      forShop(
        "PUT",
        "/sandbox/pixel-refusal",
        shopSchema.extend({ code: z.string().nullable() }),
        (shop, { code }) => {
          shop.pixelRefusal = code;
        },
      ),
      forShop(
        "PUT",
        "/sandbox/pixel",
        shopSchema.extend({ settings: z.record(z.string(), z.string()).nullable() }),
        (shop, { settings }) => {
          shop.webPixel = settings && { id: newPixelId(), settings: JSON.stringify(settings) };
        },
      ),
      forShop("POST", "/sandbox/orders", orderSchema, async (shop, input) => {
        const deliveries = await placeOrder(desk, shop, input);
        return { order: shop.orders.at(-1) ?? null, deliveries: deliveries.map(summary) };
      }),
      forShop("POST", "/sandbox/webhooks", webhookSchema, async (shop, input) => {
        const body = typeof input.body === "string" ? input.body : JSON.stringify(input.body);
        const sent = await desk.webhooks.send({ ...input, body, shop: shop.domain });
        return { deliveries: sent.map(summary) };
      }),
      forShop("PUT", "/sandbox/bulk", bulkSchema, (shop, manner) => {
        shop.bulkManner = { ...shop.bulkManner, ...manner.manner };
      }),
      forShop("POST", "/sandbox/products/price", priceSchema, async (shop, change) => {
        const deliveries = await changePrice(desk, shop, change);
        return deliveries ? { deliveries: deliveries.map(summary) } : { deliveries: [] };
      }),
      forShop("POST", "/sandbox/products/delete", productSchema, async (shop, { product }) => ({
        deliveries: (await deleteProduct(desk, shop, product)).map(summary),
      })),
      forShop("POST", "/sandbox/id-token", shopSchema, (shop) =>
        shop.installed ? { idToken: idToken(desk, shop) } : { idToken: null },
      ),
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
          sendJson(response, 200, summary(delivery));
        },
      },
      {
        method: "POST",
        path: "/sandbox/reset",
        handle: ({ response }) => {
          desk.tokens = new OfflineTokens();
          desk.webhooks.deliveries = [];
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

/** The admin page asks every second, so the list of orders it gets ends somewhere. */
const LISTED_MAX = 500;

/** Questions, which change nothing. */
function readRoutes(desk: ShopifyDesk): Route[] {
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
        sendJson(response, 200, { deliveries: all.slice(-wanted).map(summary) });
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

function install(desk: ShopifyDesk, shop: Shop): void {
  shop.installed = true;
  shop.grantedScopes = desk.toml.scopes;
}

/** The order matters: when the webhook arrives, the tokens are already worth nothing. */
async function uninstall(desk: ShopifyDesk, shop: Shop): Promise<Delivery[]> {
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

async function changeScopes(desk: ShopifyDesk, shop: Shop, scopes: string[]): Promise<Delivery[]> {
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

function addShop(desk: ShopifyDesk, domain: string): void {
  desk.shops.set(domain, newShop(domain));
  desk.buckets.set(domain, new ThrottleBucket());
}

function idToken(desk: ShopifyDesk, shop: Shop): string {
  return createIdToken(desk.credentials, shop.domain, desk.now());
}

/** The address that the admin gives its frame, with a fresh id token. */
function appFrameUrl(desk: ShopifyDesk, shop: Shop, path: string): string {
  const url = new URL(path, desk.addresses.appUrl);
  const handle = shop.domain.replace(".myshopify.com", "");
  const host = Buffer.from(`admin.shopify.com/store/${handle}`).toString("base64");
  const params = {
    embedded: "1",
    host: host.replace(/=+$/, ""),
    id_token: idToken(desk, shop),
    locale: "en",
    shop: shop.domain,
    timestamp: String(Math.floor(desk.now() / 1000)),
  };
  for (const [key, value] of Object.entries(params)) url.searchParams.set(key, value);
  return url.href;
}

/** A delivery without its body, which holds personal data and is asked for one at a time. */
function summary(delivery: Delivery) {
  return { ...delivery, body: undefined };
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
