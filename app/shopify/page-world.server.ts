import { setTimeout } from "node:timers/promises";

import type { GraphQLClient } from "graphql-request";

import { adminClient } from "./admin.server";

/** What a page needs from outside that asks a shop's Admin API while somebody waits for it. */
export type PageWorld = {
  now: () => Date;
  /** A client with the error policy `all`; `null` where the shop has no session. */
  client: (shopDomain: string) => Promise<GraphQLClient | null>;
  pause: (ms: number) => Promise<void>;
};

/** The world as it is. */
export function pageWorld(): PageWorld {
  return {
    now: () => new Date(),
    client: (shopDomain) => adminClient(shopDomain, "all"),
    pause: (ms) => setTimeout(ms),
  };
}
