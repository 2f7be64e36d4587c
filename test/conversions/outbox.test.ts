import { describe, expect, test } from "vitest";

import { expiry, OPEN_STATES, OUTBOX_STATES, pauseMs } from "~/conversions/outbox";
import { DAY_MS, MINUTE_MS } from "~/time";

import { TEST_NOW } from "#test/support/clock";

describe("expiry", () => {
  test.each([
    { ageMs: 0, because: "it is new" },
    { ageMs: 60 * MINUTE_MS, browserSent: true, because: "the hour is not over" },
    { ageMs: 60 * MINUTE_MS + 1, because: "the browser did not send it" },
    {
      ageMs: 60 * MINUTE_MS + 1,
      browserSent: true,
      isOffline: true,
      because: "what happened offline is compared with nothing",
    },
    { ageMs: 7 * DAY_MS, because: "the seventh day counts" },
    { ageMs: -MINUTE_MS, browserSent: true, because: "another machine's clock is ahead" },
  ])("$ageMs ms old may be sent: $because", ({ ageMs, browserSent, isOffline }) => {
    expect(expiry(row({ ageMs, browserSent, isOffline }), TEST_NOW)).toBeNull();
  });

  test.each([
    {
      ageMs: 60 * MINUTE_MS + 1,
      browserSent: true,
      reason: "expired",
      because: "the browser sent it, and Pinterest would count it twice",
    },
    { ageMs: 7 * DAY_MS + 1, reason: "too_old", because: "Pinterest takes no older ones" },
    {
      ageMs: 7 * DAY_MS + 1,
      browserSent: true,
      reason: "too_old",
      because: "of two reasons, the one that holds for everybody is told",
    },
    { ageMs: 8 * DAY_MS, isOffline: true, reason: "too_old", because: "offline or not" },
  ])("$ageMs ms old is $reason: $because", ({ ageMs, browserSent, isOffline, reason }) => {
    expect(expiry(row({ ageMs, browserSent, isOffline }), TEST_NOW)).toBe(reason);
  });
});

describe("pauseMs", () => {
  test.each([
    { failures: 1, leastMs: 500, mostMs: 1_000 },
    { failures: 2, leastMs: 1_000, mostMs: 2_000 },
    { failures: 3, leastMs: 2_000, mostMs: 4_000 },
    { failures: 9, leastMs: 128_000, mostMs: 256_000 },
    { failures: 10, leastMs: 150_000, mostMs: 300_000 },
    { failures: 5_000, leastMs: 150_000, mostMs: 300_000 },
  ])("after $failures failures lies in [$leastMs, $mostMs)", ({ failures, leastMs, mostMs }) => {
    expect(pauseMs(failures, 0)).toBe(leastMs);
    expect(pauseMs(failures, 0.99)).toBeGreaterThan(leastMs);
    expect(pauseMs(failures, 0.99)).toBeLessThan(mostMs);
  });

  test("is a second at least half, even where no failure was counted", () => {
    expect(pauseMs(0, 0)).toBe(500);
  });
});

test("what is open may still leave, and nothing else", () => {
  expect(OUTBOX_STATES.filter((state) => !OPEN_STATES.some((open) => open === state))).toEqual([
    "delivered",
    "tested",
    "shadowed",
    "skipped",
    "expired",
    "dead_letter",
  ]);
});

function row(given: {
  ageMs: number;
  browserSent?: boolean | undefined;
  isOffline?: boolean | undefined;
}) {
  return {
    occurredAt: new Date(TEST_NOW.getTime() - given.ageMs),
    browserSent: given.browserSent ?? false,
    isOffline: given.isOffline ?? false,
  };
}
