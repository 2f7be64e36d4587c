import { awaitsSnapshot, decide, recordConsent, type Given } from "~/conversions/decision";
import { toDraft, type Draft, type Personal } from "~/conversions/draft";
import type { Lane } from "~/conversions/lane.server";
import type { ReceivedBy } from "~/conversions/ledger";
import type { DecidedOrder, Wait } from "~/conversions/record.server";
import { givenByShop, isReached } from "~/conversions/shop-given";
import { findSeen, toSnapshot, UNSEEN, type SeenCheckout } from "~/conversions/snapshot-row.server";
import { db } from "~/db.server";
import { sha256 } from "~/sha256.server";
import { findLane, type ConnectedLane } from "~/shops/connection.server";
import type { Shop } from "~/shops/shop";
import { SECOND_MS } from "~/time";

import { toOrder, type ShopifyOrder } from "./order";

/** An order in our words, before anything is decided of it. */
export type DraftedOrder = {
  orderId: string;
  orderName: string | null;
  draft: Draft;
  personal: Personal;
};

/** An order with what was decided of it, and the lane that would deliver its event. */
export type Decided = { order: DecidedOrder; lane: Lane | null };

/**
 * Decides on an order by the shop's settings, its connection and the browser's snapshot as they are now,
 * or that it has to wait for the snapshot. Writes nothing.
 */
export async function decideOrder(
  shop: Shop,
  shopifyOrder: ShopifyOrder,
  receivedBy: ReceivedBy,
  now: Date,
): Promise<Decided> {
  const drafted = await draftOrder(shop, shopifyOrder);
  const [lane, seen] = await Promise.all([
    findLane(shop.id),
    // A pixel that never spoke has taken no snapshot.
    shop.pixelSeenAt === null ? UNSEEN : findSeen(db, shop.id, drafted.draft.eventId),
  ]);
  return weighOrder(shop, drafted, { lane, seen, receivedBy, now });
}

/** The order as the shop's settings read it. Asks nobody. */
export async function draftOrder(shop: Shop, shopifyOrder: ShopifyOrder): Promise<DraftedOrder> {
  const order = toOrder(shopifyOrder, shop.settings);
  return {
    orderId: order.orderId,
    orderName: shopifyOrder.name?.slice(0, ORDER_NAME_MAX).toWellFormed() ?? null,
    ...(await toDraft(order, shop.settings, sha256)),
  };
}

/** A name is a number with the merchant's prefix and suffix. More is nobody's to read, and slow to write. */
const ORDER_NAME_MAX = 255;

/** Decides on a drafted order by what was found out about it. Asks nobody. */
export function weighOrder(
  shop: Shop,
  { draft, orderId, orderName, personal }: DraftedOrder,
  found: { lane: ConnectedLane | null; seen: SeenCheckout; receivedBy: ReceivedBy; now: Date },
): Decided {
  const { lane, now, receivedBy, seen } = found;
  const given: Given = {
    draft,
    personal,
    snapshot: toSnapshot(seen),
    ...givenByShop(shop, now),
    now,
    isConnected: isReached(shop, lane),
  };
  const wait = waitFor(shop, given, receivedBy);
  return {
    lane: lane && { shopId: shop.id, ...lane.key },
    order: {
      orderId,
      orderName,
      receivedBy,
      receivedAt: now,
      draft,
      decision: wait ?? decide(given),
      consent: wait ? null : recordConsent(given),
      browser: { isSeen: seen.taken !== null, isSent: seen.browserSentAt !== null },
      isHeld: lane?.state === "needs_attention",
      sending: shop.sending,
    },
  };
}

/**
 * **Decision:** only what a webhook brings waits. What is looked up at the platform later is older than
 * the longest grace, and its snapshot would be there.
 */
function waitFor(shop: Shop, given: Given, receivedBy: ReceivedBy): Wait | null {
  const graceMs = shop.appSettings.graceSeconds * SECOND_MS;
  if (receivedBy !== "webhook" || graceMs === 0 || !awaitsSnapshot(given)) return null;
  const until = new Date(given.now.getTime() + graceMs);
  return { kind: "wait", personal: given.personal, until };
}
