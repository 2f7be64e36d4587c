import type { GraphQLClient } from "graphql-request";

import type { ShopId } from "~/ids";
import { findLane } from "~/shops/connection.server";
import type { Shop } from "~/shops/shop";
import { findShopById } from "~/shops/shop.server";
import { MINUTE_MS } from "~/time";

import { askAdmin, type Ask } from "./ask-admin.server";
import { findOrders, type OrderPage, type Span } from "./find-orders.server";

/** A walk that takes longer makes room for other shops and goes on later. */
const WALK_MS_MAX = 2 * MINUTE_MS;

/** What a walk needs from outside. */
export type WalkWorld = {
  now: () => Date;
  /** A client with the error policy `all`; `null` where the shop has no session. */
  client: (shopDomain: string) => Promise<GraphQLClient | null>;
  /** Rejects when `stopping` is set. */
  pause: (ms: number) => Promise<void>;
  stopping: AbortSignal;
};

/** A shop whose orders can be looked at now. */
export type Walk = {
  shop: Shop;
  ask: Ask;
  now: () => Date;
  stopping: AbortSignal;
  /** Out of time, or the process stops. */
  isOver: () => boolean;
};

/** Begins a walk; `null` for a shop that is not installed, has no session or no connection. */
export async function openWalk(shopId: ShopId, world: WalkWorld): Promise<Walk | null> {
  const shop = await findShopById(shopId);
  if (!shop || shop.uninstalledAt || !(await findLane(shop.id))) return null;
  const client = await world.client(shop.shopDomain);
  if (!client) return null;
  const startedAt = world.now().getTime();
  return {
    shop,
    ask: askAdmin(client, world.pause),
    now: world.now,
    stopping: world.stopping,
    isOver: () => world.stopping.aborted || world.now().getTime() - startedAt > WALK_MS_MAX,
  };
}

/** What a walk goes over: every order of the span behind `after`, `first` at a time. */
export type Stretch = { span: Span; after: string | null; first: number };

/**
 * Hands the orders of a span on, page by page, the oldest first. One walk of a shop at a time keeps the
 * rate limit whole; that is the caller's to see to.
 *
 * @param visit deals with a page and notes where the next one begins; says whether to go on.
 */
export async function walkOrders<Stop>(
  { ask, stopping }: Walk,
  { span, after, first }: Stretch,
  visit: (page: OrderPage) => Promise<"go_on" | Stop>,
): Promise<"done" | "unfinished" | Stop> {
  try {
    for (let place = after; ;) {
      const page = await findOrders(ask, span, { after: place, first });
      const step = await visit(page);
      if (step !== "go_on") return step;
      if (page.next === null) return "done";
      place = page.next;
    }
  } catch (fault) {
    // A stop cuts a pause short, and perhaps a call.
    if (stopping.aborted) return "unfinished";
    throw fault;
  }
}
