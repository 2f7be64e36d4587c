/** An amount of one currency. */
export type Amount = { currency: string; value: string };

/** What a day in shadow mode would have come to. Days are UTC. */
export type ShadowDay = {
  /** As `2026-11-30`. */
  day: string;
  /** Orders that came. */
  orders: number;
  /** Orders that would have been reported. */
  reported: number;
  /** Events for them: two orders of one checkout share an event. */
  events: number;
  /** Orders that consent would have left out. */
  withoutConsent: number;
  /** Orders that another rule would have left out. */
  leftOut: number;
  /** Orders that are not decided yet. */
  open: number;
  /** What the orders are worth, and what would have been reported of it. */
  placed: Amount[];
  wouldReport: Amount[];
  /** Events other than orders, of the pixel and of servers. */
  otherEvents: number;
};

/** How many of the latest events would have carried an identifier. */
export type IdentifierShare = { key: string; events: number };

/** The comparison of a shop's orders with what would have gone to Pinterest. */
export type ShadowReport = {
  /** The latest first. */
  days: ShadowDay[];
  identifiers: IdentifierShare[];
  /** Of so many events the identifiers were counted. */
  counted: number;
};

/** How far back the comparison goes. */
export const SHADOW_DAYS = 14;

/** One group of a day's orders, as the database counts them. */
export type ShadowLines = {
  day: string;
  state: string;
  reason: string | null;
  currency: string | null;
  orders: number;
  events: number;
  value: string | null;
};

const CONSENT_REASONS = new Set(["consent_denied", "consent_unknown", "presumed_denied"]);

/** Puts the groups of each day together. */
export function toShadowDays(
  lines: readonly ShadowLines[],
  others: readonly { day: string; events: number }[],
): ShadowDay[] {
  const otherEvents = new Map(others.map(({ day, events }) => [day, events]));
  const groups = Map.groupBy(lines, ({ day }) => day);
  const days = [...new Set([...groups.keys(), ...otherEvents.keys()])].toSorted().toReversed();
  return days.map((day) => toDay(day, groups.get(day) ?? [], otherEvents.get(day) ?? 0));
}

function toDay(day: string, lines: readonly ShadowLines[], otherEvents: number): ShadowDay {
  const reported = lines.filter(({ state }) => state === "shadowed");
  const left = lines.filter(({ reason, state }) => state !== "shadowed" && reason !== null);
  const withoutConsent = left.filter(({ reason }) => CONSENT_REASONS.has(reason ?? ""));
  const ordersOf = (some: readonly ShadowLines[]) => sum(some.map(({ orders }) => orders));
  return {
    day,
    orders: ordersOf(lines),
    reported: ordersOf(reported),
    events: sum(reported.map(({ events }) => events)),
    withoutConsent: ordersOf(withoutConsent),
    leftOut: ordersOf(left) - ordersOf(withoutConsent),
    open: ordersOf(lines) - ordersOf(reported) - ordersOf(left),
    placed: amountsOf(lines),
    wouldReport: amountsOf(reported),
    otherEvents,
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

function amountsOf(lines: readonly ShadowLines[]): Amount[] {
  const totals = new Map<string, number>();
  for (const { currency, value } of lines) {
    if (currency === null || value === null) continue;
    totals.set(currency, (totals.get(currency) ?? 0) + Number(value));
  }
  return [...totals].map(([currency, total]) => ({ currency, value: total.toFixed(2) }));
}
