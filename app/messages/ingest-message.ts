import type { IngestRefusal } from "~/conversions/ingest";
import type { SkipReason } from "~/conversions/skip-reason";

import type { actSkipReasons } from "./en/ingest";
import { english } from "./english";

/** Why an element of an `/ingest` body is no act, and what its sender has to mend; in English, as all of `/ingest`. */
export function ingestMessage(refusal: IngestRefusal): string {
  switch (refusal.code) {
    case "event_unreadable":
      return english.message(refusal.code, refusal.params);
    case "event_name_unknown":
      return english.message(refusal.code, refusal.params);
    case "currency_unknown":
      return english.message(refusal.code, refusal.params);
    case "amount_negative":
      return english.message(refusal.code, refusal.params);
    case "event_name_missing":
    case "event_id_missing":
    case "time_unreadable":
    case "time_in_milliseconds":
    case "url_unreadable":
    case "language_unreadable":
    case "currency_missing":
      return english.message(refusal.code);
  }
}

/** Why an act that is no order was not reported. */
export function actSkipMessage(reason: SkipReason): string {
  return english.message(ACT_SENTENCES[reason] ?? reason);
}

/** Where the sentence about an order does not fit other acts. */
const ACT_SENTENCES: Partial<Record<SkipReason, keyof typeof actSkipReasons>> = {
  too_old: "act_too_old",
  no_identity: "act_no_identity",
  consent_denied: "act_consent_denied",
  consent_unknown: "act_consent_unknown",
  not_connected: "act_not_connected",
};
