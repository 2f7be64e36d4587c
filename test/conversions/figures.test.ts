import { describe, expect, test } from "vitest";

import { NOTED_PARTS, partsOf } from "~/conversions/event-parts";
import {
  channelOf,
  hourOf,
  parsePeriod,
  percentOf,
  periodBegins,
  toFigures,
  type EventCount,
  type OrderCount,
} from "~/conversions/figures";

import { draft } from "#test/support/orders";

const event = (changes: Partial<EventCount>): EventCount => ({
  isBefore: false,
  eventName: "checkout",
  state: "delivered",
  browserSent: false,
  events: 1,
  described: 0,
  parts: [],
  ...changes,
});

const order = (changes: Partial<OrderCount>): OrderCount => ({
  isBefore: false,
  state: "delivered",
  reason: "",
  currency: "USD",
  orders: 1,
  value: "10.00",
  ...changes,
});

describe("a period", () => {
  test.each([
    { asked: "?period=week", period: "week" },
    { asked: "?period=year", period: "day" },
    { asked: "", period: "day" },
  ])("of '$asked' is $period", ({ asked, period }) => {
    expect(parsePeriod(new URLSearchParams(asked))).toBe(period);
  });

  test("is whole hours, the running one included, and the one before is as long", () => {
    expect(periodBegins("day", new Date("2026-11-20T15:30:00Z"))).toEqual({
      from: new Date("2026-11-19T16:00:00Z"),
      beforeFrom: new Date("2026-11-18T16:00:00Z"),
    });
    expect(hourOf(new Date("2026-11-20T15:59:59.999Z"))).toEqual(new Date("2026-11-20T15:00:00Z"));
  });
});

test.each([
  { state: "delivered", browserSent: true, channel: "both" },
  { state: "delivered", browserSent: false, channel: "server" },
  { state: "skipped", browserSent: true, channel: "browser" },
  { state: "unclaimed", browserSent: true, channel: "browser" },
  { state: "dead_letter", browserSent: false, channel: "neither" },
])("$state with browserSent $browserSent is reported by $channel", ({ channel, ...counted }) => {
  expect(channelOf(counted)).toBe(channel);
});

describe("toFigures", () => {
  test("adds up names by channel, the most frequent first, of the period alone", () => {
    const figures = toFigures(
      "day",
      [
        event({ events: 2 }),
        event({ eventName: "search", browserSent: true, events: 5 }),
        event({ eventName: "search", state: "unclaimed", browserSent: true, events: 1 }),
        event({ eventName: "search", isBefore: true, events: 9 }),
        event({ state: "skipped", events: 4 }),
      ],
      [],
    );
    expect(figures.reported).toEqual({ now: 8, before: 9 });
    expect(figures.both).toEqual({ now: 5, before: 0 });
    expect(figures.names).toEqual([
      { eventName: "checkout", channels: { both: 0, server: 2, browser: 0, neither: 4 } },
      { eventName: "search", channels: { both: 5, server: 0, browser: 1, neither: 0 } },
    ]);
  });

  test("counts orders by currency exactly, and says what kept the others", () => {
    const { orders } = toFigures(
      "day",
      [],
      [
        order({ value: "0.10" }),
        order({ value: "0.20" }),
        order({ currency: "JPY", value: "500", orders: 3 }),
        order({ currency: "", value: "0" }),
        order({ state: "skipped", reason: "consent_denied", orders: 2 }),
        order({ state: "pending", orders: 1 }),
        order({ state: "dead_letter", orders: 4 }),
        order({ isBefore: true, orders: 7 }),
      ],
    );
    expect(orders.placed).toEqual({ now: 13, before: 7 });
    expect(orders.reported).toEqual({ now: 6, before: 7 });
    expect(orders.values.map(({ amount, currency }) => `${Number(amount)} ${currency}`)).toEqual([
      "500 JPY",
      "0.3 USD",
    ]);
    expect(orders.reasons).toEqual([
      { reason: "dead_letter", orders: 4 },
      { reason: "consent_denied", orders: 2 },
      { reason: "open", orders: 1 },
    ]);
  });

  test("covers parts of delivered events whose parts were noted; every event has an id", () => {
    const parts = NOTED_PARTS.map((part) => (part === "hashed_email" ? 3 : 0));
    const { coverage } = toFigures(
      "day",
      [event({ events: 9, described: 4, parts }), event({ state: "skipped", described: 4, parts })],
      [],
    );
    expect(coverage).toMatchObject([
      { eventName: "checkout", events: 4, parts: { hashed_email: 3, external_event_id: 4 } },
    ]);
  });
});

test.each([
  { part: 0, all: 0, percent: null },
  { part: 199, all: 200, percent: 99 },
  { part: 200, all: 200, percent: 100 },
])("$part of $all are $percent percent", ({ all, part, percent }) => {
  expect(percentOf(part, all)).toBe(percent);
});

describe("partsOf", () => {
  test.each(NOTED_PARTS.map((part, place) => ({ part, place })))(
    "has a bit of its own for $part",
    async ({ part, place }) => {
      const { draft: act, personal } = await draft();
      const bits = partsOf(act, {
        ...personal,
        userAgent: "Mozilla/5.0",
        sourceUrl: "https://demo.example/",
      });
      expect((bits & (1 << place)) !== 0).toBe(part !== "hashed_maid");
      const bare = { userData: {}, customData: {}, lineItems: [] };
      expect(partsOf(bare, {})).toBe(0);
    },
  );
});
