import type { DeployedPixel } from "../storefront/pixels.ts";
import type { Till } from "../storefront/till.ts";
import type { AdminCall } from "./admin-endpoint.ts";
import type { AppCredentials } from "./id-token.ts";
import type { BulkOperations } from "./bulk-operations.ts";
import type { OfflineTokens } from "./offline-tokens.ts";
import type { ShopperCountry } from "./order-body.ts";
import type { ThrottleBucket } from "./query-cost.ts";
import type { Shop } from "./shop.ts";
import type { AppToml } from "./subscriptions.ts";
import type { Webhooks } from "./webhooks.ts";

/** The addresses of the other processes, which may be known only after this one has started. */
export type Addresses = { appUrl: string; pinterestUrl: string };

/** `body` is a pasted order; without it one is made, the same one for the same seed. */
export type OrderRequest = {
  shop?: string | undefined;
  /** Where the shopper lives; anywhere when left out. */
  country?: ShopperCountry | undefined;
  seed?: string | undefined;
  body?: string | undefined;
  topic?: string | undefined;
  /** No webhook leaves: it is lost, or whoever places the order sends it. */
  silent?: boolean | undefined;
};

/** The shop that is meant when none is named. */
export const DEMO_SHOP = "demo.myshopify.com";

/** Everything that the routes of one local Shopify share. */
export type ShopifyDesk = {
  credentials: AppCredentials;
  toml: AppToml;
  /** The app's pixel, where one was deployed. */
  pixel: DeployedPixel | null;
  till: Till;
  addresses: Addresses;
  shops: Map<string, Shop>;
  tokens: OfflineTokens;
  buckets: Map<string, ThrottleBucket>;
  bulks: Map<string, BulkOperations>;
  /** Where this very server is reached. */
  ownUrl: string;
  webhooks: Webhooks;
  adminCalls: AdminCall[];
  now: () => number;
};
