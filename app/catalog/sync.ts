/**
 * How far a reading of the catalog is.
 *
 * - `queued`: nobody took it up yet, or it begins anew.
 * - `asked`: the platform writes the products down.
 * - `downloading`, `sorting`, `making`: as they say; `making` ends with the publication.
 */
export const OPEN_PHASES = ["queued", "asked", "downloading", "sorting", "making"] as const;
export const OVER_PHASES = ["done", "failed", "cancelled"] as const;
export const SYNC_PHASES = [...OPEN_PHASES, ...OVER_PHASES] as const;
export type OpenPhase = (typeof OPEN_PHASES)[number];
export type SyncPhase = (typeof SYNC_PHASES)[number];

/** What a sync is for. */
export const SYNC_CAUSES = ["install", "settings", "nightly", "products", "merchant"] as const;
export type SyncCause = (typeof SYNC_CAUSES)[number];

/**
 * Why a sync failed.
 *
 * - `not_installed`: the shop is gone, or has no session.
 * - `missing_scope`: the platform does not let the app read products.
 * - `refused`: the platform refused the question.
 * - `unfinished`: the platform broke its work off, or what it gave was cut off, time after time.
 * - `unavailable`: faults in a row, of the platform or of our own.
 */
export const SYNC_FAILURES = [
  "not_installed",
  "missing_scope",
  "refused",
  "unfinished",
  "unavailable",
] as const;
export type SyncFailure = (typeof SYNC_FAILURES)[number];

/** A sync as a page shows it. */
export type SyncProgress = {
  id: string;
  cause: SyncCause;
  phase: SyncPhase;
  failure: SyncFailure | null;
  requestedAt: Date;
  endedAt: Date | null;
  /** How far the phase is, in per cent; `null` where nobody knows how much there is. */
  percent: number | null;
  /** What the phase counts: lines while the platform writes and items are made, bytes in between. */
  reached: number;
  outOf: number | null;
  /** Of what the phase counts; `null` before the first second is over. */
  perSecond: number | null;
  /** Of this phase, at the present rate; `null` where nobody knows. */
  secondsLeft: number | null;
  /** Items made so far. */
  items: number;
};

/** Whether a reading is under way, so that its page is worth looking at again soon. */
export function isSyncOpen({ phase }: Pick<SyncProgress, "phase">): boolean {
  return phase !== "done" && phase !== "failed" && phase !== "cancelled";
}

/** What is known of a phase under way. */
export type PhaseFacts = { reached: number; outOf: number | null; phaseAt: Date };

/** Rate and rest of a phase. */
export function paceOf({ reached, outOf, phaseAt }: PhaseFacts, now: Date) {
  const seconds = (now.getTime() - phaseAt.getTime()) / 1_000;
  const perSecond = seconds < 1 || reached === 0 ? null : Math.round(reached / seconds);
  const isKnown = outOf !== null && outOf > 0;
  return {
    percent: isKnown ? Math.min(100, Math.floor((100 * reached) / outOf)) : null,
    perSecond,
    secondsLeft:
      isKnown && perSecond ? Math.max(0, Math.ceil((outOf - reached) / perSecond)) : null,
  };
}
