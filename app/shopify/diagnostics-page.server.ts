import { findConflicts, lookAtStorefront } from "~/conversions/conflicts.server";
import {
  BEATING_TOPICS,
  type ClassBeat,
  type DiagnosticsAnswer,
  type DiagnosticsForm,
  type DiagnosticsPage,
  type Heartbeat,
} from "~/conversions/diagnostics-page";
import { switchSending } from "~/conversions/sending.server";
import { findShadowReport } from "~/conversions/shadow-report.server";
import { sendTestEvent } from "~/conversions/test-event.server";
import { db } from "~/db.server";
import { env } from "~/env.server";
import type { ShopId } from "~/ids";
import { findConnection } from "~/shops/connection.server";
import type { TopicBeat } from "~/shops/heartbeat";
import { findTopicBeats } from "~/shops/heartbeat.server";
import type { Shop } from "~/shops/shop";
import { topicClass } from "~/shops/topic-class";
import { openInternet } from "~/visit.server";

/** What the page of diagnostics shows of a shop. */
export async function findDiagnostics(shop: Shop, now: Date): Promise<DiagnosticsPage> {
  const [connection, heartbeat, conflicts, shadow] = await Promise.all([
    findConnection(shop.id),
    findHeartbeat(shop, now),
    findConflicts(shop.id, now),
    findShadowReport(shop.id, now),
  ]);
  return {
    sending: { mode: shop.sending, changedAt: shop.sendingChangedAt },
    connectionState: connection.state,
    ...{ heartbeat, conflicts, shadow },
  };
}

/** Does what a button of the page asks for. */
export async function answerDiagnosticsForm(
  shop: Shop,
  form: DiagnosticsForm,
  now: Date,
): Promise<DiagnosticsAnswer> {
  switch (form.intent) {
    case "switch":
      await switchSending(shop.id, form.sending, now);
      return { kind: "switched", sending: form.sending };
    case "test_event":
      return { kind: "test_event", answer: await sendTestEvent(shop, form.eventName, now) };
    case "look":
      return { kind: "storefront", look: await lookAtStorefront(shop, openInternet(userAgent())) };
  }
}

/** Names the app, so that whoever runs a store's server knows who looked. */
function userAgent(): string {
  return `PinRelay (+${env.SHOPIFY_APP_URL})`;
}

/** When each part of the app last showed that it lives. */
export async function findHeartbeat(shop: Shop, now: Date): Promise<Heartbeat> {
  const [topics, row, deliveredAt, feed] = await Promise.all([
    findTopicBeats(shop.id, BEATING_TOPICS, now),
    db.shop.findUnique({ where: { id: shop.id }, select: { reconciledAt: true } }),
    findDeliveredAt(shop.id),
    db.feed.aggregate({ where: { shopId: shop.id }, _max: { fetchedAt: true } }),
  ]);
  return {
    webhooks: byClass(topics),
    pixelAt: shop.pixelSeenAt,
    reconciledAt: row?.reconciledAt ?? null,
    deliveredAt,
    feedFetchedAt: feed._max.fetchedAt,
  };
}

/** Of the latest settled events, since a shop may have a million that were never delivered. */
const LATEST_SETTLED = 500;

async function findDeliveredAt(shopId: ShopId): Promise<Date | null> {
  const [found] = await db.$queryRaw<{ at: Date | null }[]>`
    SELECT max("settledAt") AS at
      FROM (SELECT state, "settledAt" FROM outbox
             WHERE "shopId" = ${shopId}::uuid AND "settledAt" IS NOT NULL AND state <> 'dead_letter'
             ORDER BY "settledAt" DESC LIMIT ${LATEST_SETTLED}) latest
     WHERE state = 'delivered'`;
  return found?.at ?? null;
}

function byClass(topics: readonly TopicBeat[]): ClassBeat[] {
  const classes = Map.groupBy(topics, ({ topic }) => topicClass(topic));
  return [...classes].map(([name, beats]) => {
    const last = Math.max(...beats.map(({ lastAt }) => lastAt?.getTime() ?? 0));
    return {
      topicClass: name,
      lastAt: last === 0 ? null : new Date(last),
      today: beats.reduce((sum, { today }) => sum + today, 0),
      usual: beats.reduce((sum, { usual }) => sum + usual, 0),
    };
  });
}
