import { describe, expect, test } from "vitest";

import { explainOutcome, explainProgress } from "~/components/catalog-sync";
import { bytesIn } from "~/components/figures";
import { OPEN_PHASES, SYNC_FAILURES } from "~/catalog/sync";
import { message } from "~/messages/message";

describe("a reading under way", () => {
  const facts = { items: 7, reached: 90, secondsLeft: null };

  test.each(OPEN_PHASES)("%s has a sentence", (phase) => {
    expect(explainProgress({ ...facts, phase })).toMatch(/\.$/);
  });

  test("tells how long it takes where that is known", () => {
    expect(explainProgress({ ...facts, phase: "making", secondsLeft: 12 })).toBe(
      [
        message("sync_phase_making"),
        message("catalog_items", { items: 7 }),
        message("catalog_seconds_left", { seconds: 12 }),
      ].join(" "),
    );
  });
});

describe("a reading that is over", () => {
  test.each(SYNC_FAILURES)("for %s says what to do", (failure) => {
    const sentence = explainOutcome({ phase: "failed", failure, items: 0 });
    expect(sentence).toBe(message(`sync_failed_${failure}`));
    expect(sentence).toMatch(/Start the reading again|Open it from|Write to us/);
  });

  test("tells the items, or that it was cancelled", () => {
    expect(explainOutcome({ phase: "done", failure: null, items: 3 })).toBe(
      `${message("sync_phase_done")} ${message("catalog_items", { items: 3 })}`,
    );
    expect(explainOutcome({ phase: "cancelled", failure: null, items: 3 })).toBe(
      message("sync_phase_cancelled"),
    );
  });
});

test.each([
  { bytes: 0, text: "0 byte" },
  { bytes: 999, text: "999 byte" },
  { bytes: 1_000, text: "1 kB" },
  { bytes: 1_550_000, text: "1.6 MB" },
  { bytes: 2_000_000_000_000, text: "2,000 GB" },
])("$bytes bytes are $text", ({ bytes, text }) => {
  expect(bytesIn("en", bytes)).toBe(text);
});
