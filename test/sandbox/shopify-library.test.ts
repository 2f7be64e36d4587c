import "@shopify/shopify-app-remix/adapters/node";
import { AppDistribution, shopifyApp } from "@shopify/shopify-app-remix/server";
import { ApiVersion, LogSeverity, type Session } from "@shopify/shopify-api";
import { setAbstractFetchFunc } from "@shopify/shopify-api/runtime";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createIdToken } from "../../sandbox/shopify/id-token.ts";
import { type RunningShopify, startShopify } from "../../sandbox/shopify/server.ts";
import { webhookHeaders } from "../../sandbox/shopify/webhooks.ts";

const SHOP = "demo.myshopify.com";
const APP = { apiKey: "test-key", apiSecret: "test-secret" };
const APP_URL = "https://app.example";

const sessions = new Map<string, Session>();
const app = shopifyApp({
  apiKey: APP.apiKey,
  apiSecretKey: APP.apiSecret,
  apiVersion: ApiVersion.October26,
  appUrl: APP_URL,
  scopes: ["read_products"],
  distribution: AppDistribution.AppStore,
  isTesting: true,
  logger: { level: LogSeverity.Error },
  future: { unstable_newEmbeddedAuthStrategy: true, expiringOfflineAccessTokens: true },
  sessionStorage: {
    storeSession: async (session) => Boolean(sessions.set(session.id, session)),
    loadSession: async (id) => sessions.get(id),
    deleteSession: async (id) => sessions.delete(id),
    deleteSessions: async (ids) => ids.every((id) => sessions.delete(id)),
    findSessionsByShop: async (shop) => [...sessions.values()].filter((s) => s.shop === shop),
  },
});

let shopify: RunningShopify;

beforeAll(async () => {
  const toml = { scopes: ["read_products"], subscriptions: [] };
  shopify = await startShopify({ ...APP, port: 0, toml });
  setAbstractFetchFunc((input, init) => {
    const url = new URL(input instanceof Request ? input.url : String(input));
    const headers = new Headers(init?.headers);
    headers.set("x-sandbox-shop", url.hostname);
    return fetch(new URL(url.pathname, shopify.url), { ...init, headers });
  });
});
afterAll(() => shopify.close());

it("Shopify's own library installs, asks, and refreshes against the local Shopify", async () => {
  shopify.installApp();
  const idToken = createIdToken(APP, SHOP, Date.now());
  const request = new Request(`${APP_URL}/app`, {
    headers: { authorization: `Bearer ${idToken}` },
  });

  const { admin, session } = await app.authenticate.admin(request);
  const answer = await (await admin.graphql("{ shop { myshopifyDomain } }")).json();
  expect(answer.data).toEqual({ shop: { myshopifyDomain: SHOP } });

  const firstToken = session.accessToken;
  session.expires = new Date(Date.now() - 1000);
  const refreshed = await app.unauthenticated.admin(SHOP);
  expect(refreshed.session.accessToken).not.toBe(firstToken);
});

it("Shopify's own library accepts the local Shopify's webhooks", async () => {
  const body = '{"id":1}';
  const delivery = {
    topic: "orders/create",
    shop: SHOP,
    eventId: "e",
    webhookId: "w",
    triggeredAt: "2026-11-22T04:00:00Z",
    name: null,
    body,
  };
  const request = new Request(`${APP_URL}/webhooks/orders`, {
    method: "POST",
    body,
    headers: webhookHeaders(delivery, APP.apiSecret),
  });

  expect(await app.authenticate.webhook(request)).toMatchObject({
    topic: "ORDERS_CREATE",
    shop: SHOP,
    webhookId: "w",
    payload: { id: 1 },
  });
});
