import type { ConnectionState } from "~/shops/connection";
import { HOUR_MS, MINUTE_MS } from "~/time";

/** Something that a merchant would want to be told without looking for it, as data. */
export type Alert =
  /** Pinterest refuses the credentials, so orders wait. The merchant acts. */
  | { code: "connection_needs_attention" }
  /** An order may go to Pinterest and has not gone for long. We act. */
  | { code: "oldest_pending"; ageMinutes: number }
  /** Shopify used to send orders every hour and has stopped. The merchant looks whether there are any. */
  | { code: "webhooks_stopped"; hours: number };

/** What the alerts are drawn from. */
export type Signs = {
  connectionState: ConnectionState;
  /** Since when the oldest pending event has been due; `null` where none is pending. */
  oldestDueAt: Date | null;
  /**
   * How many orders came by webhook in each span of `SPAN_HOURS`, counted back from now: the first span
   * has just ended, the last one began a week earlier. What is left out counts as none.
   */
  ordersBySpan: readonly number[];
};

/**
 * Delivery takes seconds, and Pinterest's short outages pass within minutes. After an hour an event may
 * count for less, so there is time left to act.
 */
const PENDING_AGE_MS_MAX = 15 * MINUTE_MS;

/** So long without an order is a sign, where it is out of the ordinary. */
export const SPAN_HOURS = 6;

const SPANS_PER_DAY = 24 / SPAN_HOURS;

/** The latest span, and the week before it: a week has every day of a shop's rhythm once. */
export const SPANS = 1 + 7 * SPANS_PER_DAY;

/** Over the week, on average and at least; with fewer, six quiet hours are likely by chance. */
const ORDERS_PER_HOUR_MIN = 1;

/**
 * The alerts of a shop, the most urgent first; none where all is as it should be.
 *
 * **Decision:** webhooks count as stopped when none brought an order in the last six hours, there was
 * one per hour on average in the seven days before, and the same six hours brought orders on each of
 * those days. The last clause lets a shop sleep at night.
 */
export function alertsOf(
  { connectionState, oldestDueAt, ordersBySpan }: Signs,
  now: Date,
): Alert[] {
  const alerts: Alert[] = [];
  if (connectionState === "needs_attention") alerts.push({ code: "connection_needs_attention" });
  const ageMs = oldestDueAt === null ? 0 : now.getTime() - oldestDueAt.getTime();
  // Where the shop is not connected, it is the connection that has to be told of.
  if (connectionState === "connected" && ageMs > PENDING_AGE_MS_MAX) {
    alerts.push({ code: "oldest_pending", ageMinutes: Math.floor(ageMs / MINUTE_MS) });
  }
  if (hasStopped(ordersBySpan)) alerts.push({ code: "webhooks_stopped", hours: SPAN_HOURS });
  return alerts;
}

/** When the earliest span that counts began. */
export function spansBeganAt(now: Date): Date {
  return new Date(now.getTime() - SPANS * SPAN_HOURS * HOUR_MS);
}

function hasStopped([latest = 0, ...week]: readonly number[]): boolean {
  const total = week.reduce((sum, orders) => sum + orders, 0);
  if (latest > 0 || total < (SPANS - 1) * SPAN_HOURS * ORDERS_PER_HOUR_MIN) return false;
  const sameHours = week.filter((_, index) => (index + 1) % SPANS_PER_DAY === 0);
  return sameHours.length === 7 && sameHours.every((orders) => orders > 0);
}
