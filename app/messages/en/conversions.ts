import type { BackfillAnswer, BackfillFailure, BackfillOutcome } from "~/conversions/backfill";
import type { PeriodProblem } from "~/conversions/export-period";
import type { RedriveRefusal } from "~/conversions/redrive";

/** What a run over past orders found of an order. Where there is a reason, its own sentence stands. */
const outcomes = {
  backfill_send: "They are not at Pinterest yet, and nothing speaks against them.",
  backfill_reported: "Pinterest has them already. They are not sent again.",
  backfill_under_way: "They are recorded and go out by themselves.",
  backfill_refused:
    "Pinterest refused them before. They are under Conversions, in the view Refused by Pinterest, where they can be sent again.",
  backfill_tried:
    "They were recorded in test or shadow mode, which nothing leaves. They are never sent as real orders.",
  backfill_erased:
    "The shopper's data was erased on request. They are never reported; there is nothing to do.",
  backfill_gone: "They were deleted in Shopify in the meantime. There is nothing to do.",
} as const satisfies Record<`backfill_${Exclude<BackfillOutcome, "skip" | "left_out">}`, string>;

/** Why a run did not begin. */
const answers = {
  backfill_busy: "A run is under way already. Wait for its end, or cancel it.",
  backfill_not_connected:
    "No Pinterest account is connected, so nothing can be sent. Connect one in the settings, then come back.",
  backfill_too_long: "Pinterest takes orders of the last 7 days only. Choose 7 days or less.",
  backfill_not_checked: "This check is too old to go by. Check again, then send.",
} as const satisfies Record<`backfill_${Exclude<BackfillAnswer["kind"], "queued">}`, string>;

/** Why a run broke off. */
const failures = {
  backfill_failed_not_connected:
    "The connection to Pinterest was taken away meanwhile, so the run stopped. Connect again in the settings, then check again.",
  backfill_failed_shopify_unavailable:
    "Shopify did not answer several times in a row, so the run stopped. Check again in a few minutes; what was sent is not sent twice.",
} as const satisfies Record<`backfill_failed_${BackfillFailure}`, string>;

const refusals = {
  redrive_too_old: "Over 7 days old, which Pinterest does not count: {count}.",
  redrive_expired:
    "Reported by the browser and over an hour old, so that they would count twice: {count}.",
  redrive_payload_gone: "Nothing is stored any more that could be sent: {count}.",
  redrive_no_identity: "Nothing is left by which Pinterest could match anybody: {count}.",
} as const satisfies Record<`redrive_${RedriveRefusal}`, string>;

const periodProblems = {
  period_malformed: "Enter both days.",
  period_backwards: "The last day lies before the first. Swap them.",
} as const satisfies Record<PeriodProblem, string>;

/** Sentences of the page of conversions. */
export const conversions = {
  ...outcomes,
  ...answers,
  ...failures,
  ...refusals,
  ...periodProblems,
  backfill_explained:
    "Orders that never reached Pinterest, such as those from before you connected it, can be sent for up to 7 days. The check sends nothing: it says which orders would go, which would not, and why.",
  backfill_progress: "Orders looked at so far: {seen}.",
  backfill_progress_rate: "Orders looked at so far: {seen}, about {perMinute} a minute.",
  backfill_queued: "The run begins in a moment.",
  backfill_empty: "There are no orders in this time.",
  backfill_nothing_to_send:
    "There is nothing to send: every order is reported, or left out for a reason.",
  backfill_late:
    "More than an hour old: {count}. Pinterest counts such orders as offline and does not compare them with the browser's own reports. Orders that the browser is known to have reported are left out.",
  backfill_several_reasons: "An order with several reasons is listed under each of them.",
  backfill_stale: "This check is more than an hour old. Check again before you send.",
  backfill_cancelled: "The run was cancelled. What was sent until then stays sent.",
  backfill_seen: "Orders looked at: {seen}.",
  redriven: "On their way to Pinterest again: {count}.",
  redriven_held: "Waiting until the Pinterest connection is mended: {count}.",
  redriven_none: "There was nothing to send again.",
  export_explained:
    "A file with one line per order: what was decided, why, and what was known of the shopper's choice. It holds no personal data.",
  export_failed: "The file could not be downloaded. Reload the page and try again.",
  conversions_unreadable:
    "The form did not arrive as the app sent it. Reload the page and try again.",
  conversions_unreachable:
    "The app's server could not be reached. Check your internet connection and try again.",
} as const;
