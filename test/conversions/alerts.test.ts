import { describe, expect, test } from "vitest";

import { alertsOf, spansOf, type Signs } from "~/conversions/alerts";
import { ALERT_CODES, DEFAULT_APP_SETTINGS } from "~/shops/app-settings";
import { MINUTE_MS } from "~/time";

import { TEST_NOW } from "#test/support/clock";

const WELL: Signs = { connectionState: "connected", oldestDueAt: null, ordersBySpan: [1] };

const USUAL = DEFAULT_APP_SETTINGS.alerts;

/** The latest six hours, then 28 spans of `orders` each, with `changes` by the span's number. */
function spans(latest: number, orders: number, changes: Record<number, number> = {}): number[] {
  const week = Array.from(
    { length: spansOf(USUAL) - 1 },
    (_, index) => changes[index + 1] ?? orders,
  );
  return [latest, ...week];
}

const minutesAgo = (minutes: number, ms = 0): Date =>
  new Date(TEST_NOW.getTime() - minutes * MINUTE_MS - ms);

describe("alertsOf", () => {
  test("has nothing to say where all is well", () => {
    expect(alertsOf(WELL, USUAL, TEST_NOW)).toEqual([]);
  });

  test.each([
    { oldestDueAt: minutesAgo(15), alerts: [], because: "fifteen minutes are no outage yet" },
    {
      oldestDueAt: minutesAgo(15, 1),
      alerts: [{ code: "oldest_pending", ageMinutes: 15 }],
      because: "it is over fifteen minutes",
    },
    {
      oldestDueAt: minutesAgo(61.5),
      alerts: [{ code: "oldest_pending", ageMinutes: 61 }],
      because: "minutes are whole",
    },
    { oldestDueAt: minutesAgo(-5), alerts: [], because: "it is not due yet" },
  ])("an event that has been due since $oldestDueAt: $because", ({ oldestDueAt, alerts }) => {
    expect(alertsOf({ ...WELL, oldestDueAt }, USUAL, TEST_NOW)).toEqual(alerts);
  });

  test.each(["not_connected", "needs_attention"] as const)(
    "an old event of a shop that is %s is not told of beside the connection",
    (connectionState) => {
      const signs = { ...WELL, connectionState, oldestDueAt: minutesAgo(60) };
      const codes = alertsOf(signs, USUAL, TEST_NOW).map(({ code }) => code);
      expect(codes).not.toContain("oldest_pending");
    },
  );

  test.each([
    { ordersBySpan: spans(0, 6), stopped: true, because: "168 in a week is one per hour" },
    { ordersBySpan: spans(0, 6, { 1: 5 }), stopped: false, because: "167 is less than one" },
    { ordersBySpan: spans(1, 6), stopped: false, because: "one came" },
    {
      ordersBySpan: spans(0, 50, { 4: 1, 8: 1, 12: 1, 16: 1, 20: 1, 24: 1, 28: 1 }),
      stopped: true,
      because: "these hours had an order every day",
    },
    {
      ordersBySpan: spans(0, 50, { 12: 0 }),
      stopped: false,
      because: "these hours were quiet three days ago too",
    },
    { ordersBySpan: spans(0, 50, { 28: 0 }), stopped: false, because: "or a week ago" },
    { ordersBySpan: [0], stopped: false, because: "nothing is known of the week" },
    { ordersBySpan: [], stopped: false, because: "nothing is known at all" },
  ])("webhooks have stopped: $stopped, because $because", ({ ordersBySpan, stopped }) => {
    const alerts = alertsOf({ ...WELL, ordersBySpan }, USUAL, TEST_NOW);
    expect(alerts).toEqual(stopped ? [{ code: "webhooks_stopped", hours: 6 }] : []);
  });

  test("puts what the merchant can mend first", () => {
    const signs: Signs = {
      connectionState: "needs_attention",
      oldestDueAt: minutesAgo(60),
      ordersBySpan: spans(0, 6),
    };
    expect(alertsOf(signs, USUAL, TEST_NOW).map(({ code }) => code)).toEqual([
      "connection_needs_attention",
      "webhooks_stopped",
    ]);
  });

  const ALL: Signs = { ...WELL, oldestDueAt: minutesAgo(60), ordersBySpan: spans(0, 6) };
  const codes = (signs: Signs, changes: Partial<typeof USUAL>) =>
    alertsOf(signs, { ...USUAL, ...changes }, TEST_NOW).map(({ code }) => code);

  test.each(ALERT_CODES)("%s is not told of where the shop hides it", (code) => {
    const signs: Signs =
      code === "connection_needs_attention" ? { ...ALL, connectionState: "needs_attention" } : ALL;
    expect(codes(signs, {})).toContain(code);
    expect(codes(signs, { hidden: [code] })).not.toContain(code);
  });

  test.each([
    { changes: { pendingMinutes: 60 }, told: false, because: "an hour is not over the limit" },
    { changes: { pendingMinutes: 59 }, told: true, because: "an hour is over the limit" },
  ])("an event that has been due for an hour: $because", ({ changes, told }) => {
    expect(codes(ALL, changes).includes("oldest_pending")).toBe(told);
  });

  test.each([
    { quietHours: 12, quietDays: 3, spans: 7, orders: 6, told: true },
    { quietHours: 12, quietDays: 3, spans: 7, orders: 5, told: false },
    { quietHours: 24, quietDays: 14, spans: 15, orders: 6, told: true },
    { quietHours: 3, quietDays: 3, spans: 25, orders: 6, told: true },
    { quietHours: 3, quietDays: 3, spans: 24, orders: 7, told: false },
  ] as const)(
    "$quietHours quiet hours after $quietDays days of $orders orders in each span are told of: $told",
    ({ orders, quietDays, quietHours, spans: length, told }) => {
      const ordersBySpan = [0, ...Array.from({ length: length - 1 }, () => orders)];
      const signs: Signs = { ...WELL, ordersBySpan };
      expect(codes(signs, { quietDays, quietHours }).includes("webhooks_stopped")).toBe(told);
    },
  );
});
