import { z } from "zod";

import { CONSENT_POLICIES } from "./settings";

/** The longest that an order waits for its snapshot. A pixel that has not spoken by then will not. */
export const GRACE_SECONDS_MAX = 90;

/**
 * The settings that only the running app has: they concern the pixel, of which a command that explains
 * one order from a file knows nothing.
 */
export const appSettingsSchema = z.object({
  /** A shop whose pixel is live, and no snapshot of an order: the shopper probably declined. */
  presumedDenied: z.enum(CONSENT_POLICIES),
  /** How long an order waits for its snapshot. Whole seconds; 0: not at all. */
  graceSeconds: z.int().min(0).max(GRACE_SECONDS_MAX),
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
};
