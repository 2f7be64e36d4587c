import type { SqlTransaction } from "~/db.server";
import { toEventId } from "~/ids";

import { recordSentEvents, type NamedEvent } from "./browser-sent.server";
import type { Fates, Guest } from "./collected.server";

// What pixels say of the events of acts that the browser sent itself.

/** That the browser sent the event of an act itself. */
export type SentResult = Pick<Guest, "place" | "atDoor" | "now"> & { event: NamedEvent };

/** The message, where it says so; that the browser did not send it is what is taken for granted. */
export function withSentResult({ atDoor, message, now, place }: Guest): SentResult[] {
  if (message.kind !== "result" || message.name === "checkout" || !message.browserSent) return [];
  const event = {
    shopId: atDoor.shop.id,
    eventId: toEventId(message.eventId),
    eventName: message.name,
  };
  return [{ place, atDoor, now, event }];
}

/** Records what browsers sent. */
export async function recordResults(
  sql: SqlTransaction,
  results: readonly SentResult[],
  fates: Fates,
): Promise<void> {
  const [first] = results;
  if (!first) return;
  await recordSentEvents(
    sql,
    results.map(({ event }) => event),
    first.now,
  );
  for (const { place } of results) fates.set(place, { kind: "recorded" });
}
