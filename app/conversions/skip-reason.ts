/**
 * Why an act is not reported, in the order in which reasons are listed. The words are in the database,
 * the log, the commands and the ledger alike.
 *
 * `decide` gives all but three: `uninstalled`, `erased` and `unreadable_order` concern an act that was
 * never or is no longer open. A command never says what only the running app knows: `not_connected` and
 * everything after it.
 */
export const SKIP_REASONS = [
  "test_order",
  "cancelled_order",
  /** The settings leave out orders from this sales channel. */
  "channel_disabled",
  "not_paid",
  "too_old",
  /** Pinterest could match nobody. */
  "no_identity",
  "consent_denied",
  "consent_unknown",
  /** A pixel that works saw no such checkout, so the shopper probably declined. */
  "presumed_denied",
  /** In coexistence, the id that the other pixel used is not known. */
  "no_snapshot",
  /** The browser sent it, and it is too late for Pinterest to see that both are one. */
  "expired",
  "not_connected",
  /** The app was uninstalled before the event left. */
  "uninstalled",
  /** The shopper's data was erased before the event left. */
  "erased",
  /** Signed by the platform, and yet not what our schema takes. */
  "unreadable_order",
  /** The settings leave every report to the shopper's browser. */
  "browser_only",
] as const;
export type SkipReason = (typeof SKIP_REASONS)[number];
