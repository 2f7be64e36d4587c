import { expect, test } from "vitest";

import { daysBefore, parsePeriod } from "~/conversions/export-period";

test("a period has its first and its last day whole", () => {
  expect(parsePeriod("2026-02-27", "2026-03-01")).toEqual({
    kind: "period",
    period: { from: new Date("2026-02-27T00:00:00Z"), until: new Date("2026-03-02T00:00:00Z") },
  });
});

test("one day is a period", () => {
  expect(parsePeriod("2026-11-22", "2026-11-22")).toMatchObject({ kind: "period" });
});

test.each([
  { first: null, last: "2026-11-22", problem: "period_malformed" },
  { first: "2026-11-22", last: null, problem: "period_malformed" },
  { first: "2026-02-30", last: "2026-03-01", problem: "period_malformed" },
  { first: "22.11.2026", last: "23.11.2026", problem: "period_malformed" },
  { first: "2026-11-22T00:00:00Z", last: "2026-11-23", problem: "period_malformed" },
  { first: "2026-11-23", last: "2026-11-22", problem: "period_backwards" },
])("from $first to $last is refused: $problem", ({ first, last, problem }) => {
  expect(parsePeriod(first, last)).toEqual({ kind: "refused", problem });
});

test.each([
  { day: "2026-11-22", days: 6, before: "2026-11-16" },
  { day: "2026-03-01", days: 1, before: "2026-02-28" },
  { day: "2028-03-01", days: 1, before: "2028-02-29" },
  { day: "2026-01-03", days: 6, before: "2025-12-28" },
])("$days days before $day is $before", ({ before, day, days }) => {
  expect(daysBefore(day, days)).toBe(before);
});
