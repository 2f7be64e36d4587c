import type { Advice } from "~/conversions/warning";
import type { Words } from "~/messages/words";

/** What is missing, where the merchant can be told why, by Pinterest's name for it. */
const MISSING = new Map([
  ["click_id", "advice_missing_click_id"],
  ["external_id", "advice_missing_external_id"],
  ["em", "advice_missing_em"],
  ["ph", "advice_missing_ph"],
  ["fn", "advice_missing_name"],
  ["ln", "advice_missing_name"],
  ["client_ip_address", "advice_missing_browser"],
  ["client_user_agent", "advice_missing_browser"],
] as const);

/** What Pinterest advises, and what to do about it. */
export function explainAdvice(words: Words, { parameter, kind, events }: Advice): string {
  switch (kind) {
    case "missing":
      return explainMissing(words, parameter, events);
    case "invalid":
      return words.message("advice_invalid", { events, parameter });
    case "unknown_name":
      return words.message("advice_unknown_name", { events });
    case "other":
      return words.message("advice_other", { events, parameter });
  }
}

function explainMissing(words: Words, parameter: string, events: number): string {
  const [, code] = [...MISSING].find(([known]) => known === parameter) ?? [];
  return code === undefined
    ? words.message("advice_missing", { events, parameter })
    : words.message(code, { events });
}
