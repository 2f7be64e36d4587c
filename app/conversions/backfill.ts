import { z } from "zod";

import { DAY_MS } from "~/time";

import { EVENT_AGE_MS_MAX } from "./event-age";
import type { OutboxState } from "./outbox";
import { SKIP_REASONS, type SkipReason } from "./skip-reason";

/**
 * What a run over past orders does: `check` says what would become of each order and changes nothing,
 * `send` does it.
 */
export const BACKFILL_KINDS = ["check", "send"] as const;
export type BackfillKind = (typeof BACKFILL_KINDS)[number];

/**
 * Where a run stands.
 *
 * - `queued`: asked for. Left for `running` when a worker takes it up.
 * - `running`: under way, also while its worker is dead and the next one has not found it yet.
 * - `done`: every order of its span was looked at.
 * - `failed`: it cannot go on; the failure says why.
 * - `cancelled`: the merchant stopped it. What was sent until then stays sent.
 */
export const BACKFILL_STATES = ["queued", "running", "done", "failed", "cancelled"] as const;
export type BackfillState = (typeof BACKFILL_STATES)[number];

/** Why a run failed. */
export const BACKFILL_FAILURES = [
  /** The shop was disconnected from Pinterest, or uninstalled the app, in the meantime. */
  "not_connected",
  /** Shopify gave no answer, or none that can be read, several times in a row. */
  "shopify_unavailable",
] as const;
export type BackfillFailure = (typeof BACKFILL_FAILURES)[number];

/** Pinterest counts nothing older, so nothing older is asked for. */
export const BACKFILL_DAYS_MAX = EVENT_AGE_MS_MAX / DAY_MS;

/** What a run found of one order. Every order has exactly one. */
export const BACKFILL_OUTCOMES = [
  /** Sent, or to be sent. */
  "send",
  /** Our rules say no; the reasons say which. */
  "skip",
  /** Delivered before. */
  "reported",
  /** Recorded before and on its way, or held until the connection is mended. */
  "under_way",
  /** Recorded before and refused by Pinterest. */
  "refused",
  /** Recorded before in test or shadow mode, which nothing leaves. */
  "tried",
  /** Left out before, for a reason that a backfill does not reopen. */
  "left_out",
  /** The customer was erased. */
  "erased",
  /** Deleted at the platform in the meantime. */
  "gone",
] as const;
export type BackfillOutcome = (typeof BACKFILL_OUTCOMES)[number];

/** What a run found of one order, with what speaks for it. */
export type Verdict =
  /** `isLate`: over an hour old, so that Pinterest counts it and does not compare its id. */
  | { outcome: "send"; isLate: boolean }
  /** Every reason: whoever mends the first should not meet the next. */
  | { outcome: "skip"; reasons: readonly SkipReason[] }
  | { outcome: "left_out"; reasons: readonly SkipReason[] }
  | { outcome: Exclude<BackfillOutcome, "send" | "skip" | "left_out"> };

/** So many order names are kept for each line of the tally. */
const EXAMPLES_MAX = 50;

/** What the tally counts late orders under; they are counted as `send` too. */
const LATE = "send:late";

/**
 * How many orders had an outcome (`skip`), and how many had it for a reason (`skip:test_order`), with
 * the names of the first. An order of several reasons counts once under its outcome and once under each
 * reason.
 */
export const tallySchema = z.record(
  z.string(),
  z.object({ count: z.int(), examples: z.array(z.string()) }),
);
export type Tally = z.infer<typeof tallySchema>;

/** An order that was looked at. */
export type Counted = { orderId: string; orderName: string | null; verdict: Verdict };

/** The tally with these orders counted on top. */
export function withCounted(tally: Tally, counted: readonly Counted[]): Tally {
  const sum: Tally = { ...tally };
  for (const { orderName, verdict } of counted) {
    for (const key of keysOf(verdict)) {
      const { count, examples } = sum[key] ?? { count: 0, examples: [] };
      const hasRoom = orderName !== null && examples.length < EXAMPLES_MAX;
      sum[key] = { count: count + 1, examples: hasRoom ? [...examples, orderName] : examples };
    }
  }
  return sum;
}

/** How many orders are counted. */
export function ordersIn(tally: Tally): number {
  return BACKFILL_OUTCOMES.reduce((sum, outcome) => sum + (tally[outcome]?.count ?? 0), 0);
}

/** What is known of an order that the ledger has its last word on. */
export function verdictOfLine(state: OutboxState, reason: SkipReason | null): Verdict {
  switch (state) {
    case "delivered":
      return { outcome: "reported" };
    case "waiting":
    case "pending":
    case "held":
      return { outcome: "under_way" };
    case "dead_letter":
      return { outcome: "refused" };
    case "tested":
    case "shadowed":
      return { outcome: "tried" };
    case "skipped":
    case "expired":
      return { outcome: "left_out", reasons: reason === null ? [] : [reason] };
  }
}

/** One line of a run's result. */
export type TallyLine = { count: number; examples: string[] } & (
  | { outcome: "skip" | "left_out"; reason: SkipReason }
  | { outcome: Exclude<BackfillOutcome, "skip" | "left_out">; reason: null }
);

/** What a run found so far, for the page. */
export type BackfillResult = {
  /** One line per outcome, or per outcome and reason, in the order in which they are listed. */
  lines: TallyLine[];
  /** How many orders were sent, or would be. */
  sent: number;
  /** How many of them Pinterest counts as offline, because they are over an hour old. */
  late: number;
  /** Whether an order stands in several lines, so that the lines add up to more than the orders. */
  hasSeveralReasons: boolean;
};

/** The tally in the order of the page. */
export function toResult(tally: Tally): BackfillResult {
  const lines = BACKFILL_OUTCOMES.flatMap((outcome): TallyLine[] => {
    if (outcome === "skip" || outcome === "left_out") {
      return SKIP_REASONS.flatMap((reason) => {
        const line = tally[`${outcome}:${reason}`];
        return line ? [{ ...line, outcome, reason }] : [];
      });
    }
    const line = tally[outcome];
    return line ? [{ ...line, outcome, reason: null }] : [];
  });
  const skipped = lines.filter(({ outcome }) => outcome === "skip");
  return {
    lines,
    sent: tally["send"]?.count ?? 0,
    late: tally[LATE]?.count ?? 0,
    hasSeveralReasons: total(skipped) > (tally["skip"]?.count ?? 0),
  };
}

function total(lines: readonly TallyLine[]): number {
  return lines.reduce((sum, { count }) => sum + count, 0);
}

function keysOf(verdict: Verdict): string[] {
  switch (verdict.outcome) {
    case "send":
      return verdict.isLate ? ["send", LATE] : ["send"];
    case "skip":
    case "left_out":
      return [verdict.outcome, ...verdict.reasons.map((reason) => `${verdict.outcome}:${reason}`)];
    case "reported":
    case "under_way":
    case "refused":
    case "tried":
    case "erased":
    case "gone":
      return [verdict.outcome];
  }
}

/** A run as the page shows it. */
export type Backfill = {
  id: string;
  kind: BackfillKind;
  state: BackfillState;
  failure: BackfillFailure | null;
  days: number;
  requestedAt: Date;
  endedAt: Date | null;
  /** How many orders were looked at so far. */
  seen: number;
  /** How much of its span lies behind it, from 0 to 100. */
  percent: number;
  /** Orders looked at in a minute; `null` until that can be said. */
  perMinute: number | null;
  result: BackfillResult;
};

/** A shop's last runs; each `null` where there was none. */
export type Backfills = {
  check: Backfill | null;
  send: Backfill | null;
  /** Whether what was checked may still be sent as it was checked. */
  isCheckFresh: boolean;
};

/** What a merchant is told who asks for a run. */
export type BackfillAnswer =
  | { kind: "queued" }
  /** The merchant: one run at a time. */
  | { kind: "busy" }
  /** The merchant: without a Pinterest account nothing can be sent. */
  | { kind: "not_connected" }
  /** The merchant: Pinterest takes no older orders. */
  | { kind: "too_long" }
  /** The merchant: there is no such check, or it is too old to go by. */
  | { kind: "not_checked" };
