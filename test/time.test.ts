import { describe, expect, test } from "vitest";

import { DAY_MS, earlier, toUnixSeconds } from "~/time";

describe("toUnixSeconds", () => {
  test.each([
    { at: "2023-11-14T22:28:20.000Z", seconds: 1_700_000_900, because: "it counts seconds" },
    { at: "2023-11-14T22:28:20.999Z", seconds: 1_700_000_900, because: "nothing is early" },
    { at: "1969-12-31T23:59:59.500Z", seconds: -1, because: "before 1970 too" },
  ])("$at is $seconds: $because", ({ at, seconds }) => {
    expect(toUnixSeconds(new Date(at))).toBe(seconds);
  });
});

describe("earlier", () => {
  const morning = new Date("2026-11-20T08:00:00Z");
  const evening = new Date("2026-11-20T20:00:00Z");

  test.each([
    { one: morning, other: evening },
    { one: evening, other: morning },
    { one: morning, other: new Date(morning) },
  ])("gives the earlier one, whichever comes first", ({ one, other }) => {
    expect(earlier(one, other)).toEqual(morning);
  });
});

test("a day has 86 400 000 milliseconds", () => {
  expect(DAY_MS).toBe(86_400_000);
});
