import type { LedgerLine } from "~/conversions/ledger";
import { message } from "~/messages/message";

import { withoutFullStop } from "./without-full-stop";

type Line = Pick<LedgerLine, "state" | "reason" | "lastError" | "warning">;

/** What the worker notes when Pinterest could not take an event yet, and how that is told. */
const DELAYS = new Map([
  ["rate_limited", message("line_pending_rate_limited")],
  ["unavailable", message("line_pending_unavailable")],
  ["timeout", message("line_pending_timeout")],
  ["network", message("line_pending_network")],
  ["sealed", message("line_pending_sealed")],
]);

/** What happened to an order, in a sentence: our reason, or Pinterest's words. */
export function explainLine({ state, reason, lastError, warning }: Line): string {
  if (reason !== null) return message(reason);
  switch (state) {
    case "waiting":
      return message("line_waiting");
    case "pending":
      return DELAYS.get(lastError ?? "") ?? message("line_pending");
    case "held":
      return message("line_held");
    case "delivered":
      return warning === null
        ? message("line_delivered")
        : message("line_delivered_advice", { words: withoutFullStop(warning) });
    case "dead_letter":
      return explainDeadLetter(lastError);
    case "expired":
    case "skipped":
      return message("line_skipped");
  }
}

function explainDeadLetter(lastError: string | null): string {
  if (lastError === "unreadable_event") return message("line_dead_letter_unreadable");
  return message("line_dead_letter", { words: withoutFullStop(lastError ?? "") });
}
