import type { LedgerLine } from "~/conversions/ledger";
import type { PlainMessageCode, Words } from "~/messages/words";

import { withoutFullStop } from "./without-full-stop";

type Line = Pick<LedgerLine, "state" | "reason" | "lastError" | "warning">;

/** What the worker notes when Pinterest could not take an event yet, and how that is told. */
const DELAYS = new Map<string, PlainMessageCode>([
  ["rate_limited", "line_pending_rate_limited"],
  ["unavailable", "line_pending_unavailable"],
  ["timeout", "line_pending_timeout"],
  ["network", "line_pending_network"],
  ["sealed", "line_pending_sealed"],
]);

/** What happened to an order, in a sentence: our reason, or Pinterest's words. */
export function explainLine(words: Words, { state, reason, lastError, warning }: Line): string {
  if (reason !== null) return words.message(reason);
  switch (state) {
    case "waiting":
      return words.message("line_waiting");
    case "pending":
      return words.message(DELAYS.get(lastError ?? "") ?? "line_pending");
    case "held":
      return words.message("line_held");
    case "delivered":
      return warning === null
        ? words.message("line_delivered")
        : words.message("line_delivered_advice", { words: withoutFullStop(warning) });
    case "tested":
      return warning === null
        ? words.message("line_tested")
        : words.message("line_tested_advice", { words: withoutFullStop(warning) });
    case "shadowed":
      return words.message("line_shadowed");
    case "dead_letter":
      return explainDeadLetter(words, lastError);
    case "expired":
    case "skipped":
      return words.message("line_skipped");
  }
}

function explainDeadLetter(words: Words, lastError: string | null): string {
  if (lastError === "unreadable_event") return words.message("line_dead_letter_unreadable");
  return words.message("line_dead_letter", { words: withoutFullStop(lastError ?? "") });
}
