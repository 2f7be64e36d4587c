import { z } from "zod";

import { CONSENT_POLICIES } from "./settings";

/** The longest that an order waits for its snapshot. A pixel that has not spoken by then will not. */
export const GRACE_SECONDS_MAX = 90;

/** How long something is kept, in whole days. `preset` holds until a merchant says otherwise. */
type Period = { min: number; preset: number; max: number };

/**
 * The periods that are a shop's choice. Hashed user data is personal data: a quarter of a year is the
 * longest for which anybody has a use. Nothing goes while its order could still be reported, which is
 * seven days.
 */
export const RETENTION = {
  /**
   * A settled event with its hashed user data. For seven days its row keeps an act that is no order from
   * being reported twice; a month is for questions to support.
   */
  eventDays: { min: 7, preset: 30, max: 90 },
  /** A dead letter with Pinterest's words. Pinterest takes it for seven days. */
  deadLetterDays: { min: 7, preset: 30, max: 90 },
  /**
   * A snapshot with the shopper's choice. Forgotten sooner, an order found late would be reported against
   * a no; later, it says nothing that the ledger does not.
   */
  snapshotDays: { min: 7, preset: 7, max: 30 },
} as const satisfies Record<string, Period>;

export type RetentionField = keyof typeof RETENTION;

/** Days of each period. */
export type Retention = Readonly<Record<RetentionField, number>>;

function daysOf({ min, max }: Period) {
  return z.int().min(min).max(max);
}

/**
 * The settings that only the running app has: they concern the pixel and what is stored, of which a
 * command that explains one order from a file knows nothing.
 */
export const appSettingsSchema = z.object({
  /** A shop whose pixel is live, and no snapshot of an order: the shopper probably declined. */
  presumedDenied: z.enum(CONSENT_POLICIES),
  /** How long an order waits for its snapshot. Whole seconds; 0: not at all. */
  graceSeconds: z.int().min(0).max(GRACE_SECONDS_MAX),
  retention: z.object({
    eventDays: daysOf(RETENTION.eventDays),
    deadLetterDays: daysOf(RETENTION.deadLetterDays),
    snapshotDays: daysOf(RETENTION.snapshotDays),
  } satisfies Record<RetentionField, z.ZodType>),
});

export type AppSettings = Readonly<z.infer<typeof appSettingsSchema>>;

/** Why a typed grace cannot be saved; `null` where it can. */
export function graceProblem(text: string): "grace_seconds_invalid" | null {
  const isWhole = /^\d+$/.test(text.trim());
  const seconds = isWhole ? appSettingsSchema.shape.graceSeconds.safeParse(Number(text)) : null;
  return seconds?.success ? null : "grace_seconds_invalid";
}

/**
 * What holds until a merchant says otherwise.
 *
 * **Decision:** `ldp` where a denial is presumed. Where consent comes first, the order is skipped by
 * that rule already; elsewhere a missing snapshot mostly means an ad blocker.
 */
export const DEFAULT_APP_SETTINGS: AppSettings = {
  presumedDenied: "ldp",
  graceSeconds: GRACE_SECONDS_MAX,
  retention: {
    eventDays: RETENTION.eventDays.preset,
    deadLetterDays: RETENTION.deadLetterDays.preset,
    snapshotDays: RETENTION.snapshotDays.preset,
  },
};
