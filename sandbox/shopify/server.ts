import { type Log, silent } from "../log.ts";
import { type RunningServer, dispatch, refuse, sendJson, serve } from "../loopback-server.ts";
import { adminPageRoutes } from "../admin/page.ts";
import type { DeployedPixel } from "../storefront/pixels.ts";
import { answerStorefront } from "../storefront/server.ts";
import { Till } from "../storefront/till.ts";
import { answerAdminRequest } from "./admin-endpoint.ts";
import type { BulkManner } from "./bulk-operations.ts";
import { bulkOf, bulkRoutes } from "./bulk-desk.ts";
import { controlRoutes } from "./control.ts";
import { appFacts } from "./app-facts.ts";
import { type Addresses, DEMO_SHOP, type OrderRequest, type ShopifyDesk } from "./desk.ts";
import type { AppCredentials } from "./id-token.ts";
import { OfflineTokens } from "./offline-tokens.ts";
import { ThrottleBucket } from "./query-cost.ts";
import { type Shop, newShop } from "./shop.ts";
import { type AppToml, readAppToml } from "./subscriptions.ts";
import { answerTokenRequest } from "./token-endpoint.ts";
import { type Delivery, type WebhookInput, Webhooks } from "./webhooks.ts";

export type ShopifyOptions = AppCredentials & {
  port: number;
  /** The app as a browser and a webhook reach it: the proxy, or the web process itself. */
  appUrl?: string;
  /** The app's `shopify.app.toml`; or the same facts, for a test. */
  toml: string | AppToml;
  /** The app's pixel, for the storefronts; without it none runs there. */
  pixel?: DeployedPixel;
  /** The local Pinterest, for the admin page and for the storefronts' pixels. */
  pinterestUrl?: string;
  shops?: readonly string[];
  /** Milliseconds since 1970; a test passes its own clock. */
  now?: () => number;
  log?: Log | undefined;
};

export type RunningShopify = RunningServer & {
  setAddresses: (addresses: Partial<Addresses>) => void;
  installApp: (shop?: string) => void;
  uninstallApp: (shop?: string) => Promise<Delivery[]>;
  placeOrder: (input?: OrderRequest) => Promise<Delivery[]>;
  /** How the shop's next bulk operations go; a file of any size. */
  setBulk: (manner: Partial<BulkManner>, shop?: string) => void;
  sendWebhook: (input: Omit<WebhookInput, "shop"> & { shop?: string }) => Promise<Delivery[]>;
};

/**
 * Starts a local Shopify: token endpoint and Admin API (the shop named by `x-sandbox-shop`), webhooks
 * towards the app, the admin page at `/`, the control API under `/sandbox`, and under each shop's own name
 * below `localhost` its storefront.
 */
export async function startShopify(options: ShopifyOptions): Promise<RunningShopify> {
  const { port, log = silent, now = Date.now } = options;
  const desk = createDesk(options, log, now);
  const control = controlRoutes(desk);
  const routes = [
    ...adminPageRoutes(),
    ...control.routes,
    {
      method: "GET",
      path: "/healthz",
      handle: ({ response }: Parameters<(typeof control.routes)[number]["handle"]>[0]) =>
        sendJson(response, 200, {}),
    },
    ...bulkRoutes(desk),
    ...shopRoutes(desk),
  ];
  const server = await serve({
    name: "Shopify",
    port,
    log,
    handle: async (exchange) => {
      if (await answerStorefront(desk, exchange)) return;
      if (await dispatch(routes, exchange)) return;
      refuse(exchange.response, 404, "not_found", "The local Shopify has no such address.");
    },
  });
  desk.ownUrl = server.url;
  log("listening", { url: server.url });
  return {
    ...server,
    setAddresses: (addresses) => Object.assign(desk.addresses, addresses),
    installApp: (shop) => control.install(shop),
    uninstallApp: (shop) => control.uninstall(shop),
    placeOrder: (input = {}) => control.placeOrder(input),
    setBulk: (manner, domain = DEMO_SHOP) => {
      const shop = desk.shops.get(domain);
      if (shop) shop.bulkManner = { ...shop.bulkManner, ...manner };
    },
    sendWebhook: (input) => desk.webhooks.send({ ...input, shop: input.shop ?? DEMO_SHOP }),
  };
}

function createDesk(options: ShopifyOptions, log: Log, now: () => number): ShopifyDesk {
  const addresses: Addresses = {
    appUrl: options.appUrl ?? "http://127.0.0.1:4101",
    pinterestUrl: options.pinterestUrl ?? "http://127.0.0.1:4102",
  };
  const toml = typeof options.toml === "string" ? readAppToml(options.toml) : options.toml;
  const domains = options.shops ?? [DEMO_SHOP];
  return {
    credentials: { apiKey: options.apiKey, apiSecret: options.apiSecret },
    toml,
    pixel: options.pixel ?? null,
    till: new Till(),
    addresses,
    shops: new Map(domains.map((domain) => [domain, newShop(domain)])),
    tokens: new OfflineTokens(),
    buckets: new Map(domains.map((domain) => [domain, new ThrottleBucket()])),
    bulks: new Map(),
    ownUrl: "",
    webhooks: new Webhooks({
      appUrl: () => addresses.appUrl,
      apiSecret: options.apiSecret,
      subscriptions: toml.subscriptions,
      now,
      log,
    }),
    adminCalls: [],
    now,
  };
}

/** What the app calls at `https://<shop>`; the preload says which shop it meant. */
function shopRoutes(desk: ShopifyDesk): Parameters<typeof dispatch>[0] {
  return [
    {
      method: "POST",
      path: "/admin/oauth/access_token",
      handle: async (exchange) => {
        const shop = shopOf(desk, exchange.request.headers["x-sandbox-shop"]);
        const tokenDesk = shop && {
          credentials: desk.credentials,
          tokens: desk.tokens,
          installed: shop.installed,
          grantedScopes: shop.grantedScopes,
          nowMs: desk.now(),
        };
        await answerTokenRequest(tokenDesk, shop?.domain ?? "", exchange);
      },
    },
    {
      method: "POST",
      path: "/admin/api/:version/graphql.json",
      handle: async (exchange, { version = "" }) => {
        const shop = shopOf(desk, exchange.request.headers["x-sandbox-shop"]);
        const domain = shop?.domain ?? "";
        const answered = await answerAdminRequest(
          {
            shop,
            app: appFacts(desk),
            isValidToken: (token) => desk.tokens.isValid(domain, token, desk.now()),
            bucket: desk.buckets.get(domain) ?? new ThrottleBucket(),
            bulk: bulkOf(desk, domain),
            nowMs: desk.now(),
          },
          version,
          exchange,
        );
        desk.adminCalls.push({ shop: domain, at: new Date(desk.now()).toISOString(), ...answered });
      },
    },
  ];
}

function shopOf(desk: ShopifyDesk, header: string | string[] | undefined): Shop | null {
  return typeof header === "string" ? (desk.shops.get(header) ?? null) : null;
}
