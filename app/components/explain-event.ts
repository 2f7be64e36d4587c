import { LISTED_NAMES, type EventChannel } from "~/conversions/event-filter";
import type { ListedEvent } from "~/conversions/event-list";
import type { Words } from "~/messages/words";

import { explainLine } from "./explain-line";
import { withoutFullStop } from "./without-full-stop";

type Event = Pick<ListedEvent, "source" | "state" | "reason" | "lastError" | "warning">;

/** What happened to an order or another event, in a sentence that says what to do. */
export function explainEvent(words: Words, event: Event): string {
  if (event.source === "order") return explainLine(words, event);
  const { lastError, reason, state, warning } = event;
  if (reason !== null) return words.findMessage(`act_${reason}`) ?? words.message(reason);
  switch (state) {
    case "waiting":
      return words.message("act_waiting");
    case "pending":
      if (lastError === null) return words.message("act_pending");
      return words.message(lastError === "sealed" ? "act_sealed" : "act_pending_again");
    case "held":
      return words.message("act_held");
    case "delivered":
      return warning === null
        ? words.message("act_delivered")
        : words.message("act_delivered_advice", { words: withoutFullStop(warning) });
    case "tested":
      return words.message("act_tested");
    case "shadowed":
      return words.message("act_shadowed");
    case "dead_letter":
      if (lastError === "unreadable_event") return words.message("act_dead_letter_unreadable");
      return words.message("act_dead_letter", { words: withoutFullStop(lastError ?? "") });
    case "expired":
    case "skipped":
      return words.message("act_skipped");
  }
}

/** An event's name as a merchant reads it. A name that we do not know stands as it is. */
export function eventLabel({ label }: Words, eventName: string): string {
  const known = LISTED_NAMES.find((name) => name === eventName);
  return known === undefined ? eventName : label(`event_${known}`);
}

/** Who reported an event; `null` where that is not known any more. */
export function channelOf({ browserSent }: Pick<ListedEvent, "browserSent">): EventChannel | null {
  if (browserSent === null) return null;
  return browserSent ? "browser_too" : "server_only";
}

/** Where an event's own page is; `null` where it has none. */
export function detailUrl({
  orderId,
  rowId,
}: Pick<ListedEvent, "orderId" | "rowId">): string | null {
  if (orderId !== null) return `/app/conversions/orders/${encodeURIComponent(orderId)}`;
  return rowId === null ? null : `/app/conversions/events/${rowId}`;
}
