import { expect, test } from "vitest";

import { LowestSeen } from "~/lowest-seen";
import { MINUTE_MS, SECOND_MS } from "~/time";

import { TEST_NOW } from "#test/support/clock";

/** Seconds after 15:30:00. */
const at = (seconds: number): Date => new Date(TEST_NOW.getTime() + seconds * SECOND_MS);

test.each([
  { seen: [], lowest: null, because: "nothing was seen" },
  { seen: [[0, 90]], lowest: 90, because: "it is of this minute" },
  {
    seen: [
      [0, 90],
      [1, 12],
      [2, 70],
    ],
    lowest: 12,
    because: "a later, higher one hides nothing",
  },
  {
    seen: [
      [-1, 12],
      [1, 70],
    ],
    lowest: 12,
    because: "the minute before counts",
  },
  {
    seen: [
      [-61, 12],
      [1, 70],
    ],
    lowest: 70,
    because: "two minutes ago is another window",
  },
  { seen: [[-3600, 12]], lowest: null, because: "an hour ago says nothing of now" },
  { seen: [[0, 0]], lowest: 0, because: "nothing left is a number too" },
])("the lowest of $seen is $lowest, because $because", ({ seen, lowest }) => {
  const numbers = new LowestSeen();
  for (const [seconds = 0, value = 0] of seen) numbers.see(value, at(seconds));
  expect(numbers.lowest(at(5))).toBe(lowest);
});

test("a number goes with its window, seen or not", () => {
  const numbers = new LowestSeen();
  numbers.see(12, TEST_NOW);
  expect(numbers.lowest(new Date(TEST_NOW.getTime() + MINUTE_MS))).toBe(12);
  expect(numbers.lowest(new Date(TEST_NOW.getTime() + 2 * MINUTE_MS))).toBeNull();
});
