import { describe, expect, test } from "vitest";

import { meaningOf, outcomeOf } from "~/pinterest/outcome";

describe("meaningOf", () => {
  test.each([
    { status: 200, meaning: "per_event", because: "each event has its own line" },
    { status: 422, meaning: "per_event", because: "some of its lines say failed" },
    { status: 400, meaning: "refused", because: "the body is at fault as a whole" },
    { status: 401, meaning: { needs: "token_refused" }, because: "the merchant has to act" },
    { status: 403, meaning: { needs: "no_permission" }, because: "the merchant has to act" },
    { status: 404, meaning: { needs: "account_not_found" }, because: "the merchant has to act" },
    { status: 429, meaning: { later: "rate_limited" }, because: "time mends it" },
    { status: 500, meaning: { later: "unavailable" }, because: "time mends it" },
    { status: 502, meaning: { later: "unavailable" }, because: "time mends it" },
    { status: 503, meaning: { later: "unavailable" }, because: "time mends it" },
    { status: 413, meaning: "refused", because: "half of the body may not be too large" },
    {
      status: 418,
      meaning: { later: "unavailable" },
      because: "no undocumented word loses events",
    },
    { status: 204, meaning: { later: "unavailable" }, because: "nobody said that it was counted" },
  ])("$status is $meaning, because $because", ({ status, meaning }) => {
    expect(meaningOf(status)).toEqual(meaning);
  });
});

describe("outcomeOf", () => {
  test.each([
    { line: line({ status: "processed" }), outcome: { kind: "delivered", warning: undefined } },
    {
      line: line({ status: "processed", warning: "Add ph." }),
      outcome: { kind: "delivered", warning: "Add ph." },
    },
    {
      line: line({ status: "failed", error: "Bad event_time." }),
      outcome: { kind: "rejected", reason: "Bad event_time." },
    },
    {
      line: line({ status: "failed" }),
      outcome: { kind: "rejected", reason: "Pinterest gave no reason" },
    },
  ] as const)("$line.status, $line.error_message is $outcome.kind", ({ line, outcome }) => {
    expect(outcomeOf(line)).toEqual(outcome);
  });
});

function line(given: { status: "processed" | "failed"; error?: string; warning?: string }) {
  return {
    status: given.status,
    error_message: given.error,
    warning_message: given.warning,
  };
}
