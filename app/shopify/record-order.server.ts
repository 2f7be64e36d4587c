import { ensureLane } from "~/conversions/lane.server";
import type { OutboxState } from "~/conversions/outbox";
import { recordCancelled } from "~/conversions/open-rows.server";
import {
  eventOf,
  isToBeSent,
  mayHearMore,
  recordOrder,
  recordUnreadableOrder,
  type RecordedOrder,
} from "~/conversions/record.server";
import { findSeen, hasNews, lockEvent } from "~/conversions/snapshot-row.server";
import { tellOrder } from "~/conversions/snapshot.server";
import { wakeAtGraceEnd } from "~/conversions/wait.server";
import { db, type Transaction } from "~/db.server";
import { gather } from "~/gather.server";
import type { ShopId } from "~/ids";
import { log } from "~/log.server";
import { countEvents } from "~/metrics.server";
import { enqueue } from "~/queue.server";
import { readMarker } from "~/shops/erasure-mark.server";
import { recordReceipt } from "~/shops/receipt.server";
import { findShop } from "~/shops/shop.server";
import type { Shop } from "~/shops/shop";

import { decideOrder, type Decided } from "./decide-order.server";
import { parseOrder } from "./order";
import {
  CANCELLED_TOPIC,
  idOfUnreadable,
  isRecordedTopic,
  type RecordedWebhook,
} from "./order-webhook";
import { recordTogether, type Arrival } from "./record-together.server";
import { receiptOf, type Webhook } from "./webhook.server";

/** What one transaction takes: enough that its own cost is little of each, few enough to be quick. */
const TOGETHER_MAX = 64;

/** While one transaction is at the database, the next one is prepared. */
const WRITERS = 2;

/** What those that follow at once may wait for company; a webhook that comes alone waits for nobody. */
const PAUSE_MS = 5;

/**
 * Records an order webhook: receipt, ledger line, outbox row and the lane's wake-up, in one
 * transaction, which webhooks that come at the same time share. The same event again changes nothing.
 * No session is needed and nobody is called.
 */
export const recordOrderWebhook = orderRecorder();

/** A recorder with writers of its own. A process needs one. */
export function orderRecorder(): (webhook: Webhook, now: Date) => Promise<RecordedWebhook> {
  const record = gather(recordTogether, {
    itemsMax: TOGETHER_MAX,
    writersMax: WRITERS,
    pauseMs: PAUSE_MS,
  });
  return async (webhook, now) => {
    const arrival = { webhook, now, parsed: parseOrder(webhook.body) };
    let written = await record(arrival);
    while (written.kind === "again") written = await record(arrival);
    const result = written.kind === "alone" ? await recordAlone(arrival) : written;
    report(arrival, result);
    return result.recorded;
  };
}

/** What became of a webhook, for the log. */
type Recorded = {
  recorded: RecordedWebhook;
  shopId?: ShopId | undefined;
  decided: Decided | null;
};

function report({ parsed, webhook }: Arrival, { decided, recorded, shopId }: Recorded): void {
  const { topic, webhookId } = webhook;
  if (recorded === "no_shop") {
    log.info({ shopId, topic, webhookId, recorded }, "a webhook of a shop that is not here");
    return;
  }
  const decision = decided?.order.decision;
  log.info(
    {
      shopId,
      topic,
      webhookId,
      // In coexistence it is the other pixel's.
      eventId: decided && eventOf(decided.order).eventId,
      decision: decision?.kind,
      reasons: decision?.kind === "skip" ? decision.reasons : undefined,
      fields: parsed.kind === "unreadable" ? parsed.fields : undefined,
      recorded,
    },
    "recorded an order webhook",
  );
  if (recorded === "recorded" && decision?.kind === "skip") {
    countEvents("skipped" satisfies OutboxState, 1);
  }
}

/** Records one webhook row by row, whatever it meets. */
async function recordAlone({ now, parsed, webhook }: Arrival): Promise<Recorded> {
  const shop = await findShop("shopify", webhook.shopDomain);
  if (!shop || shop.uninstalledAt) return { recorded: "no_shop", shopId: shop?.id, decided: null };
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
  return { recorded, shopId: shop.id, decided };
}

/**
 * Records a decided order, whichever door it came by, and wakes its lane where there is now an event to
 * deliver. It is told here what the browser said since it was decided; one that has to wait is decided, if its
 * snapshot came. The same order again changes nothing.
 */
export async function recordDecided(
  tx: Transaction,
  shop: Shop,
  { order, lane }: Decided,
): Promise<RecordedOrder> {
  const { browser, decision, draft, receivedAt } = order;
  const isOpen = mayHearMore(order, shop.pixelSeenAt !== null);
  if (isOpen) {
    // The shop's first marker writes the shop's row, which everybody does before an event is locked.
    await readMarker(tx, shop.id);
    await lockEvent(tx, shop.id, draft.eventId);
  }
  const recorded = await recordOrder(tx, shop.id, order);
  if (recorded !== "recorded") return recorded;
  if (isOpen) {
    const seen = await findSeen(tx, shop.id, draft.eventId);
    if (hasNews(browser, seen)) await tellOrder(tx, shop.id, draft.eventId, seen, receivedAt);
    if (decision.kind === "wait" && !seen.taken) await wakeAtGraceEnd(tx, shop.id, decision.until);
  }
  if (lane && isToBeSent(order)) {
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
  if (!isRecordedTopic(topic)) return "noted";
  const recorded = await recordDecided(tx, shop, decided);
  if (topic === CANCELLED_TOPIC) await recordCancelled(tx, shop.id, decided.order.orderId, now);
  return recorded;
}
