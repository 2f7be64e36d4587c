import type { ShopId } from "~/ids";

import { eventQuery, parseEventFilter, type EventFilter } from "./event-filter";
import { listEvents } from "./event-list.server";
import type { Redriven } from "./redrive";
import { add, nothing, redrive } from "./redrive.server";

/** How many dead letters are chosen at a time. */
const PAGE_EVENTS = 1_000;

/** What a filter says beside that it is about dead letters. */
const EVERY_LETTER = eventQuery(parseEventFilter(new URLSearchParams("state=dead_letter")));

/**
 * Sends every dead letter again that the list shows with this filter; with one of another state, none. The
 * list is walked once from its beginning, so what is refused again meanwhile is not taken up a second time. A
 * run that breaks off has moved whole pages; called again, it goes on.
 */
export async function redriveListed(
  shopId: ShopId,
  filter: EventFilter,
  now: Date,
): Promise<Redriven> {
  if (filter.state !== null && filter.state !== "dead_letter") return nothing();
  const letters: EventFilter = { ...filter, state: "dead_letter" };
  if (eventQuery(letters) === EVERY_LETTER) return redrive(shopId, { kind: "all" }, now);
  const total = nothing();
  let olderThan: string | null = null;
  do {
    const query = { filter: letters, olderThan, newerThan: null, limit: PAGE_EVENTS };
    const page = await listEvents(shopId, query);
    const events = page.events.flatMap(({ eventId, eventName }) =>
      eventId === null ? [] : [{ eventId, eventName }],
    );
    if (events.length > 0) add(total, await redrive(shopId, { kind: "several", events }, now));
    olderThan = page.older;
  } while (olderThan !== null);
  return total;
}
