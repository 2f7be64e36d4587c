import type { GraphQLClient } from "graphql-request";

import { listKnownOrders, recordUnreadableOrder } from "~/conversions/record.server";
import { db } from "~/db.server";
import { exclusively } from "~/exclusive.server";
import { log } from "~/log.server";
import { findLane } from "~/shops/connection.server";
import type { Shop } from "~/shops/shop";
import { findShopById } from "~/shops/shop.server";
import { HOUR_MS, MINUTE_MS } from "~/time";

import { askAdmin, type Ask } from "./ask-admin.server";
import { decideOrder } from "./decide-order.server";
import { findOrder, findOrders, type OrderPage, type Span } from "./find-orders.server";
import { digitsOf } from "./order";
import {
  closeRun,
  openRun,
  recordPlace,
  type ReconciliationWindow,
  type RunKey,
} from "./reconciliation-run.server";
import { recordDecided } from "./record-order.server";

/** `recent` finds a lost webhook soon, `daily` what was lost while the short look could not help. */
const WINDOW_MS: Readonly<Record<ReconciliationWindow, number>> = {
  recent: 2 * HOUR_MS,
  daily: 48 * HOUR_MS,
};

/** A younger order is left to its webhook, which knows more of the browser. */
const YOUNG_MS = 3 * MINUTE_MS;

/** A run that takes longer makes room for other shops and goes on later. */
const RUN_MS_MAX = 2 * MINUTE_MS;

/** What became of a run; a word for the log. */
export type Reconciled =
  | "done"
  /** Out of time, or the process stops: it goes on where it stopped. */
  | "unfinished"
  /** Another run of this shop is under way. */
  | "busy"
  /** Not installed, without a session, or without a connection: nothing could be delivered. */
  | "not_connected";

/** What a run needs from outside. */
export type ReconcileWorld = {
  now: () => Date;
  /** A client with the error policy `all`; `null` where the shop has no session. */
  client: (shopDomain: string) => Promise<GraphQLClient | null>;
  /** Rejects when `stopping` is set. */
  pause: (ms: number) => Promise<void>;
  stopping: AbortSignal;
};

/**
 * Compares a shop's orders at Shopify with the ledger, and takes up what no webhook brought. What the
 * ledger has its last word on stays as it is. At most one run of a shop is under way at a time, over all
 * workers; a run that was killed goes on after the last page of which every order was recorded.
 */
export async function reconcileShop(key: RunKey, world: ReconcileWorld): Promise<Reconciled> {
  const result = await exclusively(`reconciliation:${key.shopId}`, () => run(key, world));
  log.info({ ...key, result }, "reconciled a shop");
  return result;
}

async function run(key: RunKey, world: ReconcileWorld): Promise<Reconciled> {
  const shop = await findShopById(key.shopId);
  if (!shop || shop.uninstalledAt || !(await findLane(shop.id))) return "not_connected";
  const client = await world.client(shop.shopDomain);
  if (!client) return "not_connected";
  const startedAt = world.now();
  const isOver = () =>
    world.stopping.aborted || world.now().getTime() - startedAt.getTime() > RUN_MS_MAX;
  const ask = askAdmin(client, world.pause);
  const { span, after } = await openRun(key, spanOf(shop, key.window, startedAt));
  try {
    for (let place = after; ;) {
      const page = await findOrders(ask, span, place);
      if (!(await recordPage(ask, shop, page, world, isOver))) return "unfinished";
      if (page.next === null) break;
      place = page.next;
      await recordPlace(key, place);
    }
  } catch (fault) {
    // A stop cuts a pause short, and perhaps a call.
    if (world.stopping.aborted) return "unfinished";
    throw fault;
  }
  await closeRun(key);
  return "done";
}

/** Before the installation there was no webhook that could have been lost. */
function spanOf(shop: Shop, window: ReconciliationWindow, now: Date): Span {
  const from = now.getTime() - WINDOW_MS[window];
  return {
    from: new Date(Math.max(from, shop.installedAt.getTime())),
    until: new Date(now.getTime() - YOUNG_MS),
  };
}

/** Takes up what the ledger does not know; `false` where the run was over before the page was. */
async function recordPage(
  ask: Ask,
  shop: Shop,
  { orders }: OrderPage,
  { now }: ReconcileWorld,
  isOver: () => boolean,
): Promise<boolean> {
  const known = await listKnownOrders(
    shop.id,
    orders.map(({ id }) => digitsOf(id)),
  );
  for (const { id } of orders) {
    if (known.has(digitsOf(id))) continue;
    if (isOver()) return false;
    await recordFound(ask, shop, id, now());
  }
  return true;
}

async function recordFound(ask: Ask, shop: Shop, id: string, now: Date): Promise<void> {
  const orderId = digitsOf(id);
  const found = await findOrder(ask, id);
  if (!found) return;
  if (found.kind === "unreadable") {
    const line = { orderId, receivedBy: "reconciliation" as const, receivedAt: now };
    await db.$transaction((tx) => recordUnreadableOrder(tx, shop.id, line));
    log.warn({ shopId: shop.id, orderId, fields: found.fields }, "found an unreadable order");
    return;
  }
  const decided = await decideOrder(shop, found.value, "reconciliation", now);
  const recorded = await db.$transaction((tx) => recordDecided(tx, shop, decided));
  const { decision, draft } = decided.order;
  log.info(
    {
      shopId: shop.id,
      orderId,
      eventId: draft.eventId,
      decision: decision.kind,
      reasons: decision.kind === "skip" ? decision.reasons : undefined,
      recorded,
    },
    "found an order without a webhook",
  );
}
