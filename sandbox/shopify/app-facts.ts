import type { AppFacts } from "./admin-data.ts";
import type { ShopifyDesk } from "./desk.ts";

/** What the Admin API knows of the app. */
export function appFacts({ credentials, toml }: ShopifyDesk): AppFacts {
  return {
    apiKey: credentials.apiKey,
    requestedScopes: toml.scopes,
    optionalScopes: toml.optionalScopes ?? [],
    pixelFields: toml.pixelFields ?? null,
  };
}
