import type { Gate } from "~/catalog/feed";
import type { SyncFailure, SyncPhase } from "~/catalog/sync";

/** How far a reading of the catalog is. */
export const syncPhases = {
  sync_phase_queued: "Your products are about to be read.",
  sync_phase_asked: "Shopify is writing your products down.",
  sync_phase_downloading: "Your products are being downloaded.",
  sync_phase_sorting: "Your products are being sorted.",
  sync_phase_making: "The feed is being made and checked.",
  sync_phase_done: "The feed has your products as they were when they were read.",
  sync_phase_failed: "Your products could not be read. The feed stays as it was.",
  sync_phase_cancelled: "You stopped the reading. The feed stays as it was.",
} as const satisfies Record<`sync_phase_${SyncPhase}`, string>;

/** Why a reading failed, and what to do. */
export const syncFailures = {
  sync_failed_not_installed: "The app is not installed any more. Open it from your Shopify admin.",
  sync_failed_missing_scope:
    "The app may not read your products. Open it from your Shopify admin and grant the permission.",
  sync_failed_refused:
    "Shopify refused the question for your products. Write to us: this is ours to mend.",
  sync_failed_unfinished:
    "Shopify broke off several times before it had written all products. Start the reading again; at the latest it is done tonight.",
  sync_failed_unavailable:
    "Shopify could not be reached several times in a row. Start the reading again; at the latest it is done tonight.",
} as const satisfies Record<`sync_failed_${SyncFailure}`, string>;

/** Why a feed waits for the merchant, and what to do. */
export const feedGates = {
  gate_empty:
    "The new feed has no items, so the old one stays. Check that products are published to your online store, or publish the empty feed: Pinterest then takes all pins of it out of stock.",
  gate_shrunk:
    "The new feed has less than half the items of the old one, so the old one stays. If you did take these products out of sale, publish it anyway.",
} as const satisfies Record<`gate_${Gate}`, string>;
