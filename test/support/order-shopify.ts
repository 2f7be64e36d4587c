import { Session } from "@shopify/shopify-api";
import { setAbstractFetchFunc } from "@shopify/shopify-api/runtime";
import { GraphQLClient } from "graphql-request";
import { afterAll, beforeAll, beforeEach, vi } from "vitest";

import { API_VERSION } from "~/shopify/admin.server";
import { SealedSessionStorage } from "~/shopify/session-storage.server";

import type { AdminCall } from "../../sandbox/shopify/admin-endpoint";
import { createIdToken } from "../../sandbox/shopify/id-token";
import { makeOrder } from "../../sandbox/shopify/order-maker";
import { startShopify, type RunningShopify } from "../../sandbox/shopify/server";
import { TEST_NOW } from "./clock";
import { control } from "./sandbox-control";
import { SHOP_DOMAIN } from "./shops";

const APP = { apiKey: "test-key", apiSecret: "test-secret" };
const SCOPES = ["read_products", "read_orders", "write_pixels", "read_customer_events"];

const passOn = globalThis.fetch;

/** A file's own local Shopify, with one shop that has the app installed. It sends no webhooks. */
export class LocalShopify {
  /** The local Shopify's clock. */
  now = TEST_NOW;
  #server: RunningShopify | undefined;

  async start(): Promise<void> {
    const toml = { scopes: SCOPES, subscriptions: [] };
    this.#server = await startShopify({
      ...APP,
      port: 0,
      toml,
      shops: [SHOP_DOMAIN],
      now: () => this.now.getTime(),
    });
  }

  async reset(): Promise<void> {
    this.now = TEST_NOW;
    await this.control("POST", "reset", {});
    await this.control("POST", "install", {});
  }

  async close(): Promise<void> {
    await this.#server?.close();
  }

  control<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
    return control(this.#url, method, path, body);
  }

  /** An order that a shopper in the US placed at `placedAt`, as a webhook would carry it. */
  async place(
    number: number,
    placedAt: Date,
    changes: Readonly<Record<string, unknown>> = {},
  ): Promise<Record<string, unknown>> {
    const made = makeOrder({
      seed: "reconciliation",
      number,
      shopDomain: SHOP_DOMAIN,
      currency: "USD",
      country: "US",
      now: placedAt,
    });
    const body = { ...made, ...changes };
    await this.control("POST", "orders", { body: JSON.stringify(body) });
    return body;
  }

  async grantCustomers(granted: boolean): Promise<void> {
    await this.control("PUT", "scopes", {
      scopes: granted ? [...SCOPES, "read_customers"] : SCOPES,
    });
  }

  /** A client with a token of its own, which is good for an hour of the local clock. */
  async client(): Promise<GraphQLClient> {
    const { access_token: token } = await this.#exchange();
    return new GraphQLClient(`${this.#url}/admin/api/${API_VERSION}/graphql.json`, {
      errorPolicy: "all",
      headers: { "x-sandbox-shop": SHOP_DOMAIN, "x-shopify-access-token": token },
    });
  }

  /** Gives the app's own client a session, and leads its calls here. */
  async openSession(): Promise<void> {
    const { access_token: accessToken, refresh_token: refreshToken } = await this.#exchange();
    const session = new Session({
      id: `offline_${SHOP_DOMAIN}`,
      shop: SHOP_DOMAIN,
      state: "",
      isOnline: false,
      accessToken,
      refreshToken,
    });
    await new SealedSessionStorage().storeSession(session);
    const rerouted: typeof fetch = (input, init) => {
      const url = new URL(input instanceof Request ? input.url : String(input));
      if (url.hostname !== SHOP_DOMAIN) return passOn(input, init);
      const headers = new Headers(init?.headers);
      headers.set("x-sandbox-shop", SHOP_DOMAIN);
      return passOn(new URL(url.pathname, this.#url), { ...init, headers });
    };
    vi.spyOn(globalThis, "fetch").mockImplementation(rerouted);
    setAbstractFetchFunc(rerouted);
  }

  /** The calls so far, refused ones included. */
  async calls(): Promise<AdminCall[]> {
    return (await this.control<{ calls: AdminCall[] }>("GET", "admin-calls")).calls;
  }

  /** What was asked for so far, by name. */
  async operations(): Promise<(string | null)[]> {
    return (await this.calls()).map(({ operation }) => operation);
  }

  async #exchange(): Promise<{ access_token: string; refresh_token: string }> {
    const answer = await passOn(`${this.#url}/admin/oauth/access_token`, {
      method: "POST",
      headers: { "content-type": "application/json", "x-sandbox-shop": SHOP_DOMAIN },
      body: JSON.stringify({
        client_id: APP.apiKey,
        client_secret: APP.apiSecret,
        grant_type: "urn:ietf:params:oauth:grant-type:token-exchange",
        subject_token: createIdToken(APP, SHOP_DOMAIN, this.now.getTime()),
        subject_token_type: "urn:ietf:params:oauth:token-type:id_token",
        requested_token_type: "urn:shopify:params:oauth:token-type:offline-access-token",
        expiring: "1",
      }),
    });
    return answer.json();
  }

  get #url(): string {
    return this.#server?.url ?? "";
  }
}

/** The numeric id of an order that was placed. */
export function orderIdOf(body: Readonly<Record<string, unknown>> | undefined): string {
  return String(body?.["admin_graphql_api_id"]).replace(/^\D+/, "");
}

/** Starts a local Shopify for the file, and puts it into its first state before each test. */
export function useLocalShopify(): LocalShopify {
  const shopify = new LocalShopify();
  beforeAll(() => shopify.start());
  beforeEach(() => shopify.reset());
  afterAll(() => shopify.close());
  return shopify;
}
