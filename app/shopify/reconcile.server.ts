import { YOUNG_ORDER_MS } from "~/conversions/ledger";
import { listLedgerWords, recordUnreadableOrder } from "~/conversions/record.server";
import { db } from "~/db.server";
import { exclusively } from "~/exclusive.server";
import { log } from "~/log.server";
import type { Shop } from "~/shops/shop";
import { HOUR_MS } from "~/time";

import type { Ask } from "./ask-admin.server";
import { decideOrder } from "./decide-order.server";
import { findOrder, type OrderPage, type Span } from "./find-orders.server";
import { digitsOf } from "./order";
import { openWalk, walkOrders, type Walk, type WalkWorld } from "./order-walk.server";
import {
  closeRun,
  openRun,
  recordPlace,
  type ReconciliationWindow,
  type RunKey,
} from "./reconciliation-run.server";
import { recordDecided } from "./record-order.server";

/** `recent` finds a lost webhook soon, `daily` what was lost while the short look could not help. */
export const WINDOW_MS: Readonly<Record<ReconciliationWindow, number>> = {
  recent: 2 * HOUR_MS,
  daily: 48 * HOUR_MS,
};

/** Names only, so a page may be long. */
const PAGE_ORDERS = 100;

/** What became of a run; a word for the log. */
export type Reconciled =
  | "done"
  /** Out of time, or the process stops: it goes on where it stopped. */
  | "unfinished"
  /** Another run of this shop is under way. */
  | "busy"
  /** Not installed, without a session, or without a connection: nothing could be delivered. */
  | "not_connected";

/**
 * Compares a shop's orders at Shopify with the ledger, and takes up what no webhook brought. What the
 * ledger has its last word on stays as it is. At most one run of a shop is under way at a time, over all
 * workers; a run that was killed goes on after the last page of which every order was recorded.
 */
export async function reconcileShop(key: RunKey, world: WalkWorld): Promise<Reconciled> {
  const result = await exclusively(`reconciliation:${key.shopId}`, () => run(key, world));
  log.info({ ...key, result }, "reconciled a shop");
  return result;
}

async function run(key: RunKey, world: WalkWorld): Promise<Reconciled> {
  const walk = await openWalk(key.shopId, world);
  if (!walk) return "not_connected";
  const left = await openRun(key, spanOf(walk.shop, key.window, world.now()));
  const result = await walkOrders(walk, { ...left, first: PAGE_ORDERS }, async (page) => {
    if (!(await recordPage(walk, page))) return "unfinished";
    if (page.next !== null) await recordPlace(key, page.next);
    return "go_on";
  });
  if (result === "done") await closeRun(key, world.now());
  return result;
}

/** Before the installation there was no webhook that could have been lost. */
function spanOf(shop: Shop, window: ReconciliationWindow, now: Date): Span {
  const from = now.getTime() - WINDOW_MS[window];
  return {
    from: new Date(Math.max(from, shop.installedAt.getTime())),
    until: new Date(now.getTime() - YOUNG_ORDER_MS),
  };
}

/** Takes up what the ledger does not know; `false` where the walk was over before the page was. */
async function recordPage(walk: Walk, { orders }: OrderPage): Promise<boolean> {
  const { ask, shop, now } = walk;
  const orderIds = orders.map(({ id }) => digitsOf(id));
  const words = await listLedgerWords(shop.id, orderIds, "reconciliation");
  for (const { id } of orders) {
    if (words.get(digitsOf(id))?.isLast) continue;
    if (walk.isOver()) return false;
    await recordFound(ask, shop, id, now());
  }
  return true;
}

async function recordFound(ask: Ask, shop: Shop, id: string, now: Date): Promise<void> {
  const orderId = digitsOf(id);
  const found = await findOrder(ask, shop.scopes, id);
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
