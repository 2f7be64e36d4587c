import { describe, expect, test } from "vitest";

import { explainLine } from "~/components/explain-line";
import { OUTBOX_STATES } from "~/conversions/outbox";
import { SKIP_REASONS } from "~/conversions/skip-reason";
import { english } from "~/messages/english";

const PLAIN = { reason: null, lastError: null, warning: null };

describe("explainLine", () => {
  test.each(OUTBOX_STATES)("%s is told in a whole sentence", (state) => {
    expect(explainLine(english, { ...PLAIN, state, lastError: "Words" })).toMatch(/^[A-Z].*\.$/);
  });

  test.each(SKIP_REASONS)("the reason %s is told in the catalog's words", (reason) => {
    expect(explainLine(english, { ...PLAIN, state: "skipped", reason })).toBe(
      english.message(reason),
    );
  });

  test.each([
    { lastError: null, code: "line_pending" },
    { lastError: "rate_limited", code: "line_pending_rate_limited" },
    { lastError: "unavailable", code: "line_pending_unavailable" },
    { lastError: "timeout", code: "line_pending_timeout" },
    { lastError: "network", code: "line_pending_network" },
    { lastError: "token_refused", code: "line_pending" },
  ] as const)("pending after $lastError is told as $code", ({ lastError, code }) => {
    expect(explainLine(english, { ...PLAIN, state: "pending", lastError })).toBe(
      english.message(code),
    );
  });

  test.each([
    {
      state: "dead_letter",
      lastError: "Event time is invalid.",
      sentence: "Pinterest refused the order: Event time is invalid.",
    },
    {
      state: "dead_letter",
      lastError: "unreadable_event",
      sentence: "The stored event cannot be read, so it was not sent. Tell the app's support.",
    },
    {
      state: "delivered",
      warning: "'em' is missing",
      sentence: "Pinterest took the order and advises: 'em' is missing.",
    },
    {
      state: "delivered",
      warning: "external_id is missing. It may help.; click_id is missing. It may help.",
      sentence:
        "Pinterest took the order and advises: external_id is missing. It may help. click_id is missing. It may help.",
    },
  ] as const)("$state: $sentence", ({ sentence, ...line }) => {
    expect(explainLine(english, { ...PLAIN, ...line })).toBe(sentence);
  });
});
