import { createHash } from "node:crypto";

import { z } from "zod";

import { awaitsSnapshot, decide, recordConsent, type Given } from "~/conversions/decision";
import { toDraft } from "~/conversions/draft";
import { ensureLane } from "~/conversions/lane.server";
import type { ReceivedBy } from "~/conversions/ledger";
import type { OutboxState } from "~/conversions/outbox";
import { recordCancelled } from "~/conversions/outbox.server";
import {
  recordOrder,
  recordUnreadableOrder,
  type RecordedOrder,
  type Wait,
} from "~/conversions/record.server";
import { givenByShop } from "~/conversions/shop-given";
import { findSeen, lockEvent, toSnapshot, UNSEEN } from "~/conversions/snapshot-row.server";
import { decideWaiting, wakeAtGraceEnd } from "~/conversions/wait.server";
import { db, type Transaction } from "~/db.server";
import type { EventId } from "~/ids";
import { log } from "~/log.server";
import { countEvents } from "~/metrics.server";
import { parse } from "~/parse";
import { enqueue } from "~/queue.server";
import { findLane } from "~/shops/connection.server";
import { recordReceipt } from "~/shops/receipt.server";
import { findShop } from "~/shops/shop.server";
import type { Shop } from "~/shops/shop";
import { SECOND_MS } from "~/time";

import { parseOrder, toOrder, type ShopifyOrder } from "./order";
import type { Webhook } from "./webhook.server";

/** What became of an order webhook; a word for the log. */
export type RecordedWebhook =
  | "recorded"
  | "already_recorded"
  /** The customer was erased. */
  | "erased"
  /** The topic needs no new line, e.g. an edited order. */
  | "noted"
  | "unreadable"
  /** Webhooks still arrive after an uninstall; there is nobody left to report for. */
  | "no_shop";

/**
 * Records an order webhook: receipt, ledger line, outbox row and the lane's wake-up, in one
 * transaction. The same event again changes nothing. No session is needed and nobody is called.
 */
export async function recordOrderWebhook(webhook: Webhook, now: Date): Promise<RecordedWebhook> {
  const shop = await findShop("shopify", webhook.shopDomain);
  const { topic, webhookId } = webhook;
  if (!shop || shop.uninstalledAt) {
    const shopId = shop?.id;
    log.info(
      { shopId, topic, webhookId, recorded: "no_shop" },
      "a webhook of a shop that is not here",
    );
    return "no_shop";
  }

  const parsed = parseOrder(webhook.body);
  const decided =
    parsed.kind === "parsed" ? await decideOrder(shop, parsed.value, "webhook", now) : null;
  const recorded = await db.$transaction(async (tx) => {
    const receipt = await recordReceipt(tx, shop.id, receiptOf(webhook), now);
    if (receipt === "already_recorded") return receipt;
    if (decided === null) {
      await recordUnreadableOrder(tx, shop.id, {
        orderId: idOfUnreadable(webhook),
        receivedBy: "webhook",
        receivedAt: now,
      });
      return "unreadable";
    }
    return recordByTopic(tx, shop, webhook.topic, decided, now);
  });
  log.info(
    {
      shopId: shop.id,
      topic,
      webhookId,
      eventId: decided && eventIdOf(decided.order),
      decision: decided?.order.decision.kind,
      reasons: decided?.order.decision.kind === "skip" ? decided.order.decision.reasons : undefined,
      fields: parsed.kind === "unreadable" ? parsed.fields : undefined,
      recorded,
    },
    "recorded an order webhook",
  );
  if (recorded === "recorded" && decided?.order.decision.kind === "skip") {
    countEvents("skipped" satisfies OutboxState, 1);
  }
  return recorded;
}

/** The id under which Pinterest hears of the order; in coexistence it is the other pixel's. */
function eventIdOf({ decision, draft }: Decided["order"]): EventId {
  return decision.kind === "send" ? decision.event.eventId : draft.eventId;
}

/** An order with what was decided of it, and the lane that would deliver its event. */
export type Decided = Awaited<ReturnType<typeof decideOrder>>;

/**
 * Records a decided order, whichever door it came by, and wakes its lane where there is now an event to
 * deliver. One that has to wait is decided here all the same, if its snapshot came since. The same order
 * again changes nothing.
 */
export async function recordDecided(
  tx: Transaction,
  shop: Shop,
  { order, lane }: Decided,
): Promise<RecordedOrder> {
  const { decision, draft, isHeld, receivedAt } = order;
  if (decision.kind === "wait") await lockEvent(tx, shop.id, draft.eventId);
  const recorded = await recordOrder(tx, shop.id, order);
  if (recorded !== "recorded") return recorded;
  if (decision.kind === "wait") {
    const { taken } = await findSeen(tx, shop.id, draft.eventId);
    if (taken) await decideWaiting(tx, shop, draft.eventId, receivedAt);
    else await wakeAtGraceEnd(tx, shop.id, decision.until);
  }
  if (decision.kind === "send" && lane && !isHeld) {
    await ensureLane(tx, lane);
    await enqueue(tx, "deliver-lane", lane);
  }
  return recorded;
}

async function recordByTopic(
  tx: Transaction,
  shop: Shop,
  topic: string,
  decided: Decided,
  now: Date,
): Promise<RecordedWebhook> {
  switch (topic) {
    case "orders/create":
    case "orders/paid":
    case "orders/cancelled": {
      const recorded = await recordDecided(tx, shop, decided);
      if (topic === "orders/cancelled") {
        await recordCancelled(tx, shop.id, decided.order.orderId, now);
      }
      return recorded;
    }
    // An edit changes nothing: what is reported is the order as placed.
    default:
      return "noted";
  }
}

/**
 * Decides on an order by the shop's settings, its connection and the browser's snapshot as they are now,
 * or that it has to wait for the snapshot. Writes nothing.
 */
export async function decideOrder(
  shop: Shop,
  shopifyOrder: ShopifyOrder,
  receivedBy: ReceivedBy,
  now: Date,
) {
  const order = toOrder(shopifyOrder, shop.settings);
  const { draft, personal } = await toDraft(order, shop.settings, sha256);
  const [lane, seen] = await Promise.all([
    findLane(shop.id),
    // A pixel that never spoke has taken no snapshot.
    shop.pixelSeenAt === null ? UNSEEN : findSeen(db, shop.id, draft.eventId),
  ]);
  const given: Given = {
    draft,
    personal,
    snapshot: toSnapshot(seen),
    ...givenByShop(shop, now),
    now,
    isConnected: lane !== null,
  };
  const wait = waitFor(shop, given, receivedBy);
  return {
    lane: lane && { shopId: shop.id, ...lane.key },
    order: {
      orderId: order.orderId,
      orderName: shopifyOrder.name ?? null,
      receivedBy,
      receivedAt: now,
      draft,
      decision: wait ?? decide(given),
      consent: wait ? null : recordConsent(given),
      browser: { isSeen: seen.taken !== null, isSent: seen.browserSentAt !== null },
      isHeld: lane?.state === "needs_attention",
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

const identified = z.object({
  admin_graphql_api_id: z.string().regex(/^gid:\/\/shopify\/Order\/\d{1,30}$/),
});

/** Of an order that does not fit the schema, the id may still be there. */
function idOfUnreadable({ body, webhookId }: Webhook): string {
  const order = parse(identified, body);
  if (order.kind === "unreadable") return `webhook:${webhookId}`;
  return order.value.admin_graphql_api_id.replace(/^\D+/, "");
}

function receiptOf({ bodySha256, dedupeKey, topic, webhookId }: Webhook) {
  return { bodySha256, dedupeKey, topic, webhookId };
}

async function sha256(text: string): Promise<string> {
  return createHash("sha256").update(text, "utf8").digest("hex");
}
