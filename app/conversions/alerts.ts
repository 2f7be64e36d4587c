import type { AlertCode, AppSettings } from "~/shops/app-settings";
import type { ConnectionState } from "~/shops/connection";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "~/time";

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
   * How many orders came by webhook in each span of `quietHours`, counted back from now: the first span
   * has just ended, the last one began `quietDays` before it. What is left out counts as none.
   */
  ordersBySpan: readonly number[];
};

/** What the shop wants to be told of, and from when on. */
export type AlertSettings = AppSettings["alerts"];

/** A span with fewer orders than this on average is quiet by chance now and then. */
const ORDERS_PER_SPAN_MIN = 6;

/**
 * The alerts of a shop, the most urgent first; none where all is as it should be, or where the shop does
 * not want to be told.
 *
 * **Decision:** webhooks count as stopped when none brought an order in the latest span, the days before
 * brought six per span on average, and the same hours brought orders on each of those days. The last clause
 * lets a shop sleep at night.
 */
export function alertsOf(
  { connectionState, oldestDueAt, ordersBySpan }: Signs,
  { hidden, pendingMinutes, ...quiet }: AlertSettings,
  now: Date,
): Alert[] {
  const alerts: Alert[] = [];
  if (connectionState === "needs_attention") alerts.push({ code: "connection_needs_attention" });
  const ageMs = oldestDueAt === null ? 0 : now.getTime() - oldestDueAt.getTime();
  // Where the shop is not connected, it is the connection that has to be told of.
  if (connectionState === "connected" && ageMs > pendingMinutes * MINUTE_MS) {
    alerts.push({ code: "oldest_pending", ageMinutes: Math.floor(ageMs / MINUTE_MS) });
  }
  if (hasStopped(ordersBySpan, quiet)) {
    alerts.push({ code: "webhooks_stopped", hours: quiet.quietHours });
  }
  const isHidden = (code: AlertCode) => hidden.includes(code);
  return alerts.filter(({ code }) => !isHidden(code));
}

type Quiet = Pick<AlertSettings, "quietHours" | "quietDays">;

/** The latest span, and the days before it: a week has every day of a shop's rhythm once. */
export function spansOf({ quietDays, quietHours }: Quiet): number {
  return 1 + quietDays * (24 / quietHours);
}

/** When the earliest span that counts began. */
export function spansBeganAt({ quietDays, quietHours }: Quiet, now: Date): Date {
  return new Date(now.getTime() - quietDays * DAY_MS - quietHours * HOUR_MS);
}

function hasStopped(
  [latest = 0, ...before]: readonly number[],
  { quietDays, quietHours }: Quiet,
): boolean {
  const spansPerDay = 24 / quietHours;
  const total = before.reduce((sum, orders) => sum + orders, 0);
  if (latest > 0 || total < quietDays * spansPerDay * ORDERS_PER_SPAN_MIN) return false;
  const sameHours = before.filter((_, index) => (index + 1) % spansPerDay === 0);
  return sameHours.length === quietDays && sameHours.every((orders) => orders > 0);
}
