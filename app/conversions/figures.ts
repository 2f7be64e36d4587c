import { z } from "zod";

import { add } from "~/money";
import type { QualityPart } from "~/pinterest/quality";
import { EVENT_NAMES, type EventName } from "~/pinterest/event-name";
import { DAY_MS, HOUR_MS } from "~/time";

import { NOTED_PARTS } from "./event-parts";
import { SKIP_REASONS, type SkipReason } from "./skip-reason";

/** The spans of time that the home page shows, each against the one before it. */
export const PERIODS = ["day", "week", "month"] as const;
export type Period = (typeof PERIODS)[number];

const PERIOD_MS: Readonly<Record<Period, number>> = {
  day: DAY_MS,
  week: 7 * DAY_MS,
  month: 30 * DAY_MS,
};

const periodSchema = z.enum(PERIODS).catch("day");

/** The period that an address asks for; the shortest where it asks for none. */
export function parsePeriod(search: URLSearchParams): Period {
  return periodSchema.parse(search.get("period"));
}

/** What an event may have come to in the figures: a final state, or less. */
export const FIGURE_STATES = [
  "delivered",
  "skipped",
  "expired",
  "dead_letter",
  /** The browser's word on an act of which nothing else ever came. */
  "unclaimed",
] as const;
export type FigureState = (typeof FIGURE_STATES)[number];

/**
 * Which side reported an event. Pinterest never says which events it merged; an event that both sides
 * reported under one id can be merged, no more is known.
 */
export const REPORT_CHANNELS = ["both", "server", "browser", "neither"] as const;
export type ReportChannel = (typeof REPORT_CHANNELS)[number];

/** The first instant of the hour, in UTC, in which something happened. */
export function hourOf(instant: Date): Date {
  return new Date(Math.floor(instant.getTime() / HOUR_MS) * HOUR_MS);
}

/**
 * Where a period and the one before it begin. Both are whole hours of the same number; the hour that runs
 * is the last of the period.
 */
export function periodBegins(period: Period, now: Date): { from: Date; beforeFrom: Date } {
  const end = hourOf(now).getTime() + HOUR_MS;
  const from = end - PERIOD_MS[period];
  return { from: new Date(from), beforeFrom: new Date(from - PERIOD_MS[period]) };
}

/** Events of one kind in one of the two periods. */
export type EventCount = {
  isBefore: boolean;
  eventName: string;
  state: string;
  browserSent: boolean;
  events: number;
  /** Of how many of the events the parts were noted. */
  described: number;
  /** How many of these have each part, in the order of `NOTED_PARTS`. */
  parts: readonly number[];
};

/** Orders of one kind in one of the two periods. */
export type OrderCount = {
  isBefore: boolean;
  state: string;
  /** Empty where they were not left out. */
  reason: string;
  /** Empty where no value is known. */
  currency: string;
  orders: number;
  /** Decimal text. */
  value: string;
};

/** A number now and in the period before. */
export type Compared = { now: number; before: number };

/** How many events of a name each side reported. */
export type NameFigures = { eventName: EventName; channels: Record<ReportChannel, number> };

/** How many of the events of a name that Pinterest took from the server had each part. */
export type Coverage = {
  eventName: EventName;
  events: number;
  parts: Readonly<Record<QualityPart, number>>;
};

/** What the home page shows of a period. */
export type Figures = {
  period: Period;
  /** All that was reported by at least one side. */
  reported: Compared;
  /** The names, the most frequent first. */
  names: NameFigures[];
  /** Of what either side reported, how many events both did. */
  both: Compared;
  orders: {
    placed: Compared;
    reported: Compared;
    /** What kept the others, the most frequent first; the period alone. */
    reasons: { reason: SkipReason | "open" | "dead_letter"; orders: number }[];
    /** The value of reported orders, the largest number of orders first; the period alone. */
    values: { currency: string; amount: string; orders: number }[];
  };
  coverage: Coverage[];
};

/** Which side reported an event. */
export function channelOf({
  browserSent,
  state,
}: {
  browserSent: boolean;
  state: string;
}): ReportChannel {
  if (state === ("delivered" satisfies FigureState)) return browserSent ? "both" : "server";
  return browserSent ? "browser" : "neither";
}

/** The figures of a period, of what was counted. */
export function toFigures(
  period: Period,
  events: readonly EventCount[],
  orders: readonly OrderCount[],
): Figures {
  const current = events.filter(({ isBefore }) => !isBefore);
  const isReported = (count: EventCount) => channelOf(count) !== "neither";
  return {
    period,
    reported: compared(events, ({ events: number }) => number, isReported),
    names: namesOf(current),
    both: compared(
      events,
      ({ events: number }) => number,
      (count) => channelOf(count) === "both",
    ),
    orders: {
      placed: compared(orders, ({ orders: number }) => number),
      reported: compared(orders, ({ orders: number }) => number, isDelivered),
      reasons: reasonsOf(orders.filter((count) => !count.isBefore && !isDelivered(count))),
      values: valuesOf(orders.filter((count) => !count.isBefore && isDelivered(count))),
    },
    coverage: coverageOf(current.filter(isDelivered)),
  };
}

function isDelivered({ state }: { state: string }): boolean {
  return state === ("delivered" satisfies FigureState);
}

function compared<Count extends { isBefore: boolean }>(
  counts: readonly Count[],
  numberOf: (count: Count) => number,
  isMeant: (count: Count) => boolean = () => true,
): Compared {
  const sum = (isBefore: boolean) =>
    counts
      .filter((count) => count.isBefore === isBefore && isMeant(count))
      .reduce((total, count) => total + numberOf(count), 0);
  return { now: sum(false), before: sum(true) };
}

function namesOf(counts: readonly EventCount[]): NameFigures[] {
  const names = EVENT_NAMES.map((eventName) => {
    const channels = { both: 0, server: 0, browser: 0, neither: 0 };
    for (const count of counts) {
      if (count.eventName === eventName) channels[channelOf(count)] += count.events;
    }
    return { eventName, channels };
  });
  return names
    .filter(({ channels }) => totalOf(channels) > 0)
    .toSorted((one, other) => totalOf(other.channels) - totalOf(one.channels));
}

/** All events of a name. */
export function totalOf(channels: Readonly<Record<ReportChannel, number>>): number {
  return REPORT_CHANNELS.reduce((total, channel) => total + channels[channel], 0);
}

function reasonsOf(counts: readonly OrderCount[]): Figures["orders"]["reasons"] {
  const orders = new Map<SkipReason | "open" | "dead_letter", number>();
  for (const count of counts) {
    const reason = reasonOf(count);
    orders.set(reason, count.orders + (orders.get(reason) ?? 0));
  }
  return [...orders]
    .map(([reason, number]) => ({ reason, orders: number }))
    .toSorted((one, other) => other.orders - one.orders);
}

/** An order without a reason has not left yet, or was refused by Pinterest. */
function reasonOf({ reason, state }: OrderCount): SkipReason | "open" | "dead_letter" {
  if (state === ("dead_letter" satisfies FigureState)) return "dead_letter";
  return SKIP_REASONS.find((known) => known === reason) ?? "open";
}

function valuesOf(counts: readonly OrderCount[]): Figures["orders"]["values"] {
  const byCurrency = new Map<string, { currency: string; amount: string; orders: number }>();
  for (const { currency, orders, value } of counts) {
    if (currency === "") continue;
    const known = byCurrency.get(currency) ?? { currency, amount: "0", orders: 0 };
    const { amount } = add(known, { amount: value, currency });
    byCurrency.set(currency, { currency, amount, orders: known.orders + orders });
  }
  return [...byCurrency.values()].toSorted((one, other) => other.orders - one.orders);
}

function coverageOf(counts: readonly EventCount[]): Coverage[] {
  const names = EVENT_NAMES.flatMap((eventName) => {
    const ofName = counts.filter((count) => count.eventName === eventName);
    const events = ofName.reduce((total, { described }) => total + described, 0);
    return events === 0 ? [] : [{ eventName, events, parts: partsOfAll(ofName, events) }];
  });
  return names.toSorted((one, other) => other.events - one.events);
}

/** Every event that we send has an id. */
function partsOfAll(
  counts: readonly EventCount[],
  events: number,
): Readonly<Record<QualityPart, number>> {
  const parts: Record<QualityPart, number> = { ...NO_PARTS, external_event_id: events };
  for (const { parts: numbers } of counts) {
    for (const [place, part] of NOTED_PARTS.entries()) parts[part] += numbers[place] ?? 0;
  }
  return parts;
}

const NO_PARTS: Readonly<Record<QualityPart, number>> = {
  hashed_email: 0,
  click_id_epik: 0,
  ip_address: 0,
  user_agent: 0,
  advertiser_external_id: 0,
  hashed_maid: 0,
  external_event_id: 0,
  order_id: 0,
  order_value: 0,
  product_id: 0,
  source_url: 0,
};

/** How many of a hundred, rounded down, so that a share of all but one is not called all; `null` of none. */
export function percentOf(part: number, all: number): number | null {
  return all === 0 ? null : Math.floor((100 * part) / all);
}
