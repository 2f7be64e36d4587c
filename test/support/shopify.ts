// First of all: what follows takes its fetch from here, and calls for a shop go to the local Shopify.
import "../../sandbox/preload.mjs";
import path from "node:path";

import { Session } from "@shopify/shopify-api";
import { setAbstractFetchFunc } from "@shopify/shopify-api/runtime";
import { afterAll, beforeAll, beforeEach } from "vitest";

import { SealedSessionStorage } from "~/shopify/session-storage.server";

import { type RunningShopify, startShopify } from "../../sandbox/shopify/server";
import { readPixelFields } from "../../sandbox/shopify/subscriptions";
import { control } from "./sandbox-control";
import { SHOP_DOMAIN } from "./shops";

export const OTHER_DOMAIN = "other.myshopify.com";

const PIXEL_FIELDS = readPixelFields(path.join(import.meta.dirname, "../../extensions"));

const SCOPES = ["read_products", "read_orders", "write_pixels", "read_customer_events"];

/** What a test asks of its local Shopify. */
export type LocalShopify = {
  /** An offline session of an installed shop, as a token exchange gives and stores it. */
  session(expiresAt: Date, domain?: string): Promise<Session>;
  /** The shops for which the token endpoint was called since the test began. */
  tokenCalls: string[];
  /** Holds the token endpoint's next answer for this shop back, until it is let go. */
  holdTokens(domain: string): () => void;
  control<Answer>(method: string, path: string, body?: unknown): Promise<Answer>;
  /** The file of the next bulk operations. */
  setBulkFile(jsonl: string): void;
};

/** A local Shopify with two shops for this file of tests; each test begins with the app installed. */
export function useLocalShopify(): LocalShopify {
  let shopify: RunningShopify;
  const tokenCalls: string[] = [];
  const held = new Map<string, Promise<void>>();
  const ask = <Answer>(method: string, path: string, body?: unknown): Promise<Answer> =>
    control<Answer>(shopify.url, method, path, body);

  beforeAll(async () => {
    // Points come back with time: a shop without any must not get some while a slow test looks away.
    const startedAt = Date.now();
    shopify = await startShopify({
      port: 0,
      now: () => startedAt,
      apiKey: "test-key",
      apiSecret: "test-secret",
      toml: { scopes: SCOPES, subscriptions: [], pixelFields: PIXEL_FIELDS },
      shops: [SHOP_DOMAIN, OTHER_DOMAIN],
    });
    process.env["SANDBOX_SHOPIFY_URL"] = shopify.url;
    setAbstractFetchFunc(async (input, init) => {
      const { hostname, pathname } = new URL(input instanceof Request ? input.url : String(input));
      if (pathname.endsWith("/access_token")) {
        tokenCalls.push(hostname);
        await held.get(hostname);
      }
      return fetch(input, init);
    });
  });
  afterAll(() => shopify.close());
  beforeEach(async () => {
    await ask("POST", "reset");
    shopify.installApp(SHOP_DOMAIN);
    shopify.installApp(OTHER_DOMAIN);
    tokenCalls.length = 0;
  });

  return {
    tokenCalls,
    control: ask,
    setBulkFile: (jsonl) => shopify.setBulk({ jsonl }, SHOP_DOMAIN),
    holdTokens(domain) {
      const { promise, resolve } = Promise.withResolvers<void>();
      held.set(domain, promise);
      return () => {
        held.delete(domain);
        resolve();
      };
    },
    async session(expiresAt, domain = SHOP_DOMAIN) {
      const { idToken } = await ask<{ idToken: string }>("POST", "id-token", { shop: domain });
      const session = await exchanged(domain, idToken, expiresAt);
      await new SealedSessionStorage().storeSession(session);
      return session;
    },
  };
}

async function exchanged(domain: string, idToken: string, expires: Date): Promise<Session> {
  const response = await fetch(`https://${domain}/admin/oauth/access_token`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      client_id: "test-key",
      client_secret: "test-secret",
      grant_type: "urn:ietf:params:oauth:grant-type:token-exchange",
      subject_token: idToken,
      subject_token_type: "urn:ietf:params:oauth:token-type:id_token",
      requested_token_type: "urn:shopify:params:oauth:token-type:offline-access-token",
      expiring: "1",
    }),
  });
  const answer: { access_token: string; refresh_token: string; scope: string } =
    await response.json();
  return new Session({
    id: `offline_${domain}`,
    shop: domain,
    state: "",
    isOnline: false,
    scope: answer.scope,
    expires,
    accessToken: answer.access_token,
    refreshToken: answer.refresh_token,
    refreshTokenExpires: new Date(expires.getTime() + 90 * 24 * 3_600_000),
  });
}
