import { describe, expect, test } from "vitest";

import {
  LEG_REASONS,
  LEGS,
  legsOf,
  nextStep,
  type LegReason,
  type LegState,
  type Signs,
} from "~/shops/legs";
import { DAY_MS, HOUR_MS } from "~/time";

import { TEST_NOW } from "#test/support/clock";

const ago = (ms: number) => new Date(TEST_NOW.getTime() - ms);

/** A shop of which nothing is wrong. */
const GOOD: Signs = {
  mode: "both",
  connectionState: "connected",
  isProven: true,
  accountAttention: null,
  pixel: { state: "on", seenAt: ago(HOUR_MS) },
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
    fetchedAt: ago(DAY_MS),
  },
  consent: { reviewedAt: ago(DAY_MS), orders: 0, unknown: 0 },
};

const server = (change: Partial<Signs["server"]>) => ({ server: { ...GOOD.server, ...change } });
const catalog = (change: Partial<Signs["catalog"]>) => ({
  catalog: { ...GOOD.catalog, ...change },
});

describe("a leg stands as its worst reason says", () => {
  test.each<{ change: Partial<Signs>; reasons: LegReason[] }>([
    { change: {}, reasons: ["pixel_live", "server_live", "feed_live", "consent_followed"] },
    { change: { mode: "server_only" }, reasons: ["browser_off"] },
    { change: { mode: "coexistence" }, reasons: ["browser_off"] },
    { change: { mode: "browser_only" }, reasons: ["pixel_alone", "server_off"] },
    {
      change: { mode: "browser_only", ...server({ isSilent: true }), isProven: false },
      reasons: ["server_off"],
    },
    { change: { pixel: { state: "refused", seenAt: null } }, reasons: ["pixel_refused"] },
    { change: { pixel: { state: "none", seenAt: null } }, reasons: ["pixel_missing"] },
    { change: { pixel: { state: "on", seenAt: null } }, reasons: ["pixel_unheard"] },
    { change: { pixel: { state: "on", seenAt: ago(DAY_MS + 1) } }, reasons: ["pixel_quiet"] },
    { change: { pixel: { state: "on", seenAt: ago(DAY_MS) } }, reasons: ["pixel_live"] },
    {
      change: { connectionState: "not_connected", ...server({ isLate: true }) },
      reasons: ["not_connected"],
    },
    { change: { connectionState: "needs_attention" }, reasons: ["connection_lost"] },
    {
      change: server({ isSilent: true, isLate: true, hasRefused: true }),
      reasons: ["webhooks_silent", "events_late", "events_refused"],
    },
    { change: { accountAttention: "access_revoked" }, reasons: ["account_lost"] },
    { change: { isProven: false }, reasons: ["server_untested"] },
    { change: server({ hasReported: false }), reasons: ["server_ready"] },
    { change: catalog({ hasFeed: false }), reasons: ["catalog_unread"] },
    {
      change: catalog({ hasFeed: false, isReading: true, isPublished: false }),
      reasons: ["catalog_reading"],
    },
    {
      change: catalog({ isReading: true, isPublished: false, fetchedAt: null }),
      reasons: ["catalog_reading"],
    },
    {
      change: catalog({ isReading: true, isPublished: false, waits: true }),
      reasons: ["feed_waits"],
    },
    { change: catalog({ isReading: true }), reasons: ["feed_live"] },
    { change: catalog({ hasFeed: false, hasFailed: true }), reasons: ["catalog_failed"] },
    { change: catalog({ hasFailed: true }), reasons: ["catalog_failed"] },
    { change: catalog({ isRefused: true }), reasons: ["feed_refused"] },
    { change: catalog({ fetchedAt: ago(2 * DAY_MS + 1) }), reasons: ["fetch_stopped"] },
    { change: catalog({ fetchedAt: ago(2 * DAY_MS) }), reasons: ["feed_live"] },
    { change: catalog({ waits: true }), reasons: ["feed_waits"] },
    { change: catalog({ isPublished: false, fetchedAt: null }), reasons: ["feed_unpublished"] },
    { change: catalog({ fetchedAt: null }), reasons: ["feed_unfetched"] },
    {
      change: { consent: { reviewedAt: null, orders: 10, unknown: 5 } },
      reasons: ["consent_unreviewed"],
    },
    {
      change: { consent: { reviewedAt: null, orders: 10, unknown: 6 } },
      reasons: ["consent_mostly_unknown", "consent_unreviewed"],
    },
    {
      change: { consent: { reviewedAt: TEST_NOW, orders: 9, unknown: 9 } },
      reasons: ["consent_followed"],
    },
  ])("$reasons", ({ change, reasons }) => {
    const legs = legsOf({ ...GOOD, ...change }, TEST_NOW);
    expect(legs.map(({ leg }) => leg)).toEqual(LEGS);
    const said = legs.flatMap(({ reasons: all }) => all);
    expect(said).toEqual(expect.arrayContaining(reasons));
    const legOf = (reason: LegReason) => LEG_REASONS[reason].leg;
    const concerned = said.filter((reason) => reasons.some((one) => legOf(one) === legOf(reason)));
    expect(concerned).toEqual(reasons);
    for (const {
      reasons: [first],
      tone,
    } of legs)
      expect(tone).toBe(LEG_REASONS[first].tone);
  });
});

describe("the next step", () => {
  const reasons = Object.entries(LEG_REASONS).map(([reason, row]) => ({ reason, ...row }));

  test.each(reasons)("where only $reason is there is $tone", ({ leg, reason, tone }) => {
    const legs = legsOf(GOOD, TEST_NOW).map((state) => (state.leg === leg ? one(reason) : state));
    const isBad = tone === "trouble" || tone === "attention";
    expect(nextStep(legs)).toBe(isBad ? reason : null);
  });

  const bad = reasons.filter(({ tone }) => tone === "trouble" || tone === "attention");
  const pairs = bad.flatMap((first) =>
    bad.filter(({ leg }) => leg !== first.leg).map((second) => ({ first, second })),
  );

  test("is the more severe of any two, and of equal ones the one that others wait for", () => {
    const order = ["server", "browser", "catalog", "consent"];
    const rank = ({ leg, tone }: { leg: string; tone: string }) =>
      (tone === "trouble" ? 0 : 10) + order.indexOf(leg);
    for (const { first, second } of pairs) {
      const legs = legsOf(GOOD, TEST_NOW).map((state) => {
        if (state.leg === first.leg) return one(first.reason);
        return state.leg === second.leg ? one(second.reason) : state;
      });
      expect(nextStep(legs)).toBe((rank(first) < rank(second) ? first : second).reason);
    }
    expect(pairs.length).toBeGreaterThan(100);
  });

  test("is nothing where all is well", () => {
    expect(nextStep(legsOf(GOOD, TEST_NOW))).toBeNull();
  });
});

function one(name: string): LegState {
  const known = Object.keys(LEG_REASONS).filter((reason): reason is LegReason => reason === name);
  const [reason] = known;
  if (!reason) throw new Error(name);
  return { leg: LEG_REASONS[reason].leg, tone: LEG_REASONS[reason].tone, reasons: [reason] };
}
