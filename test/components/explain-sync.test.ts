import { describe, expect, test } from "vitest";

import { explainOutcome, explainProgress } from "~/components/catalog-sync";
import { explainRegistration, explainResult } from "~/components/feed-registration";
import { bytesIn } from "~/components/figures";
import { REGISTRATION_OBSTACLES } from "~/catalog/catalog-page";
import { REGISTRATION_PROBLEMS, REGISTRATION_STATES } from "~/catalog/registration";
import { OPEN_PHASES, SYNC_FAILURES } from "~/catalog/sync";
import { english } from "~/messages/english";

describe("a reading under way", () => {
  const facts = { items: 7, perSecond: null, reached: 90, secondsLeft: null };

  test.each(OPEN_PHASES)("%s has a sentence", (phase) => {
    expect(explainProgress(english, { ...facts, phase })).toMatch(/\.$/);
  });

  test("tells how long it takes where that is known", () => {
    expect(explainProgress(english, { ...facts, phase: "making", secondsLeft: 12 })).toBe(
      [
        english.message("sync_phase_making"),
        english.message("catalog_items", { items: 7 }),
        english.message("catalog_seconds_left", { seconds: 12 }),
      ].join(" "),
    );
  });
});

describe("the rate of a reading", () => {
  const facts = { items: 0, perSecond: 1_250_000, reached: 0, secondsLeft: null };

  test.each([
    ["asked", "1,250,000"],
    ["downloading", "1.3 MB"],
    ["sorting", "1.3 MB"],
    ["making", "1,250,000"],
  ] as const)("while %s is told as %s", (phase, rate) => {
    expect(explainProgress(english, { ...facts, phase })).toContain(
      english.message("catalog_rate", { rate }),
    );
  });
});

describe("a feed at Pinterest", () => {
  test.each(REGISTRATION_OBSTACLES)(
    "that cannot be registered for %s has a sentence",
    (obstacle) => {
      expect(explainRegistration(english, { known: null, obstacle })).toBe(
        english.message(`registration_${obstacle}`),
      );
    },
  );

  test.each(REGISTRATION_STATES)("that is %s has a sentence", (state) => {
    const known = { state, problem: null };
    expect(explainRegistration(english, { known, obstacle: null })).toBe(
      english.message(`registration_${state}`),
    );
  });

  test.each(REGISTRATION_PROBLEMS)("that is refused for %s says what to do", (problem) => {
    const known = { state: "refused" as const, problem };
    expect(explainRegistration(english, { known, obstacle: null })).toBe(
      english.message(`catalog_${problem}`),
    );
  });

  test("says first that the account has to be connected again", () => {
    const known = { state: "registered" as const, problem: null };
    expect(explainRegistration(english, { known, obstacle: "account_lost" })).toBe(
      english.message("registration_account_lost"),
    );
  });

  test.each([
    { status: "FAILED", counts: null, sentence: english.message("result_failed") },
    { status: "PROCESSING", counts: null, sentence: english.message("result_processing") },
    { status: "COMPLETED", counts: null, sentence: english.message("result_completed") },
    {
      status: "COMPLETED",
      counts: { original: 3, ingested: 2 },
      sentence: english.message("result_counts", { ingested: 2, original: 3 }),
    },
  ] as const)(
    "with a fetch that is $status tells what Pinterest took",
    ({ sentence, ...result }) => {
      expect(explainResult(english, result)).toBe(sentence);
    },
  );
});

describe("a reading that is over", () => {
  test.each(SYNC_FAILURES)("for %s says what to do", (failure) => {
    const sentence = explainOutcome(english, { phase: "failed", failure, items: 0 });
    expect(sentence).toBe(english.message(`sync_failed_${failure}`));
    expect(sentence).toMatch(/Start the reading again|Open it from|Write to us/);
  });

  test("tells the items, or that it was cancelled", () => {
    expect(explainOutcome(english, { phase: "done", failure: null, items: 3 })).toBe(
      `${english.message("sync_phase_done")} ${english.message("catalog_items", { items: 3 })}`,
    );
    expect(explainOutcome(english, { phase: "cancelled", failure: null, items: 3 })).toBe(
      english.message("sync_phase_cancelled"),
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
