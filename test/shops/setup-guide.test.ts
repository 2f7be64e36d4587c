import { describe, expect, test } from "vitest";

import { legsOf, type Signs } from "~/shops/legs";
import { guideOf, isGuideDone, parseGuideForm, type StepGap } from "~/shops/setup-guide";

import { TEST_NOW } from "#test/support/clock";

/** A shop in which every step is done. */
const DONE: Signs = {
  mode: "both",
  connectionState: "connected",
  isProven: true,
  accountAttention: null,
  pixel: { state: "on", seenAt: TEST_NOW },
  server: { isLate: false, isSilent: false, hasRefused: false, hasReported: true },
  catalog: {
    ...{
      hasFeed: true,
      isReading: false,
      hasFailed: false,
      isRefused: false,
      waits: false,
      isPublished: true,
    },
    fetchedAt: TEST_NOW,
  },
  consent: { reviewedAt: TEST_NOW, orders: 1, unknown: 0 },
};

function guide(change: Partial<Signs>, isOrderMatched = true) {
  const signs = { ...DONE, ...change };
  return guideOf(signs, legsOf(signs, TEST_NOW), { isOrderMatched });
}

describe("the set-up guide", () => {
  test("is done where every step is", () => {
    expect(isGuideDone(guide({}))).toBe(true);
    expect(guide({})).toHaveLength(6);
  });

  test.each<{ gap: StepGap; change: Partial<Signs>; isOrderMatched?: boolean }>([
    { gap: "account_missing", change: { connectionState: "not_connected" } },
    { gap: "account_refused", change: { connectionState: "needs_attention" } },
    { gap: "test_missing", change: { isProven: false } },
    { gap: "pixel_off", change: { pixel: { state: "none", seenAt: null } } },
    { gap: "pixel_off", change: { pixel: { state: "refused", seenAt: TEST_NOW } } },
    { gap: "pixel_unseen", change: { pixel: { state: "on", seenAt: null } } },
    { gap: "consent_open", change: { consent: { ...DONE.consent, reviewedAt: null } } },
    { gap: "feed_missing", change: { catalog: { ...DONE.catalog, isPublished: false } } },
    {
      gap: "feed_coming",
      change: { catalog: { ...DONE.catalog, isPublished: false, isReading: true } },
    },
    { gap: "feed_not_fetched", change: { catalog: { ...DONE.catalog, fetchedAt: null } } },
    { gap: "order_one_sided", change: {}, isOrderMatched: false },
    {
      gap: "order_missing",
      change: { server: { ...DONE.server, hasReported: false } },
      isOrderMatched: false,
    },
  ])("lacks $gap, and nothing else", ({ change, gap, isOrderMatched = true }) => {
    const gaps = guide(change, isOrderMatched).flatMap(({ gap: found }) => found ?? []);
    expect(gaps).toEqual([gap]);
  });

  test.each(["server_only", "coexistence"] as const)("has no step for the pixel in %s", (mode) => {
    const steps = guide({ mode, pixel: { state: "none", seenAt: null } });
    expect(steps.map(({ step }) => step)).not.toContain("pixel");
    expect(isGuideDone(steps)).toBe(true);
  });

  test("asks for no word of a pixel that speaks to Pinterest alone", () => {
    expect(isGuideDone(guide({ mode: "browser_only", pixel: { state: "on", seenAt: null } }))).toBe(
      true,
    );
  });
});

test("a form of the guide says what it wants, and nothing else is one", () => {
  const form = new FormData();
  form.set("intent", "dismiss_guide");
  expect(parseGuideForm(form)).toEqual({ kind: "parsed", value: { intent: "dismiss_guide" } });
  form.set("intent", "disconnect");
  expect(parseGuideForm(form)).toEqual({ kind: "unreadable", fields: ["intent"] });
});
