import "@shopify/shopify-app-remix/adapters/node";
import { AppDistribution, shopifyApp } from "@shopify/shopify-app-remix/server";

import { env } from "./env.server";
import { API_VERSION } from "./shopify/admin.server";
import { recordInstall } from "./shopify/install.server";
import { libraryLog } from "./shopify/library-log.server";
import { SealedSessionStorage } from "./shopify/session-storage.server";

const shopify = shopifyApp({
  apiKey: env.SHOPIFY_API_KEY,
  apiSecretKey: env.SHOPIFY_API_SECRET,
  apiVersion: API_VERSION,
  appUrl: env.SHOPIFY_APP_URL,
  scopes: [...env.SCOPES],
  authPathPrefix: "/auth",
  sessionStorage: new SealedSessionStorage(),
  distribution: AppDistribution.AppStore,
  logger: libraryLog,
  future: { unstable_newEmbeddedAuthStrategy: true, expiringOfflineAccessTokens: true },
  hooks: { afterAuth: ({ session }) => recordInstall(session, new Date()) },
});

export const { addDocumentResponseHeaders, authenticate, login } = shopify;
