import type { Advice } from "~/conversions/warning";
import { message } from "~/messages/message";

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
export function explainAdvice({ parameter, kind, events }: Advice): string {
  switch (kind) {
    case "missing":
      return explainMissing(parameter, events);
    case "invalid":
      return message("advice_invalid", { events, parameter });
    case "unknown_name":
      return message("advice_unknown_name", { events });
    case "other":
      return message("advice_other", { events, parameter });
  }
}

function explainMissing(parameter: string, events: number): string {
  const [, code] = [...MISSING].find(([known]) => known === parameter) ?? [];
  return code === undefined
    ? message("advice_missing", { events, parameter })
    : message(code, { events });
}
