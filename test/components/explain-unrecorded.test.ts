import { describe, expect, test } from "vitest";

import { explainUnrecorded, waitsForMerchant } from "~/components/explain-unrecorded";
import type { Verdict } from "~/conversions/backfill";
import { ABSENCES } from "~/conversions/unrecorded-order";
import { english } from "~/messages/english";

const SEND: Verdict = { outcome: "send", isLate: false };

describe("explainUnrecorded", () => {
  test.each(ABSENCES)("says why the app has not recorded it: %s", (absence) => {
    const [why] = explainUnrecorded(english, { absence, verdict: SEND });
    expect(why).toBe(english.message(`unrecorded_${absence}`));
  });

  const cases: { verdict: Verdict; then: string[] }[] = [
    { verdict: SEND, then: [english.message("unrecorded_send")] },
    { verdict: { outcome: "send", isLate: true }, then: [english.message("unrecorded_late")] },
    {
      verdict: { outcome: "skip", reasons: ["test_order", "too_old"] },
      then: [english.message("test_order"), english.message("too_old")],
    },
    {
      verdict: { outcome: "left_out", reasons: ["consent_denied"] },
      then: [english.message("consent_denied")],
    },
    { verdict: { outcome: "under_way" }, then: [english.message("unrecorded_same_checkout")] },
    { verdict: { outcome: "reported" }, then: [english.message("unrecorded_same_checkout")] },
  ];
  test.each(cases)("then what would become of it: $verdict", ({ verdict, then }) => {
    expect(explainUnrecorded(english, { absence: "lost", verdict }).slice(1)).toEqual(then);
  });

  test("of an erased shopper says no more than that", () => {
    expect(explainUnrecorded(english, { absence: "lost", verdict: { outcome: "erased" } })).toEqual(
      [english.message("unrecorded_erased")],
    );
  });
});

test.each([
  { absence: "before_installation", verdict: SEND, sent: true },
  { absence: "lost", verdict: SEND, sent: true },
  { absence: "next_comparison", verdict: SEND, sent: false },
  { absence: "daily_comparison", verdict: SEND, sent: false },
  { absence: "not_connected", verdict: SEND, sent: false },
  { absence: "lost", verdict: { outcome: "erased" }, sent: false },
] as const)("the merchant has to send it themselves: $absence, $verdict.outcome", (order) => {
  expect(waitsForMerchant(order)).toBe(order.sent);
});
