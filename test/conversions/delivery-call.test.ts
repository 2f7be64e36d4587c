import { expect, test } from "vitest";

import { toCallOutcome } from "~/conversions/delivery-call";

test.each([
  {
    answer: {
      kind: "per_event",
      outcomes: [
        { kind: "delivered" },
        { kind: "rejected", reason: "Bad." },
        { kind: "delivered" },
      ],
    },
    kept: { answer: "answered", accepted: 2, refused: 1, words: null },
  },
  {
    answer: { kind: "needs_attention", attention: "token_refused" },
    kept: { answer: "token_refused", accepted: 0, refused: 0, words: null },
  },
  {
    answer: { kind: "retry", delay: "timeout", retryAfterMs: null },
    kept: { answer: "timeout", accepted: 0, refused: 0, words: null },
  },
] as const)("an answer of kind $answer.kind is kept as $kept.answer", ({ answer, kept }) => {
  expect(toCallOutcome(answer)).toEqual(kept);
});

test.each([
  { value: "ada@example.com", because: "an email address names the shopper" },
  { value: "203.0.113.7", because: "so does an IP address" },
  { value: "2001:db8::8a2e:370:7334", because: "of either kind" },
  { value: "a".repeat(64), because: "a hash of an email is still personal data" },
  { value: '"Mozilla/5.0 (X11; Linux x86_64)"', because: "a user agent comes in quotes" },
])("words on a whole call are kept without $value: $because", ({ value }) => {
  const reason = `Field data[0].user_data of ${value} is not valid.`;
  const { words } = toCallOutcome({ kind: "refused", reason });
  expect(words).toBe("Field data[0].user_data of … is not valid.");
});
