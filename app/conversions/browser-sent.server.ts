import { insertNew, type SqlTransaction } from "~/db.server";
import type { EventId, ShopId } from "~/ids";
import { by } from "~/sort";

import type { EventName } from "./event-name";

/** An event by all that tells it from others. */
export type NamedEvent = { shopId: ShopId; eventId: EventId; eventName: EventName };

/** The event as one text. */
export function namedEventKey({
  eventId,
  eventName,
  shopId,
}: {
  shopId: string;
  eventId: string;
  eventName: string;
}): string {
  return `${shopId}:${eventId}:${eventName}`;
}

/** Those of the events of which the browser's word came before the act; by {@link namedEventKey}. */
export async function findSentMarks(
  sql: SqlTransaction,
  events: readonly NamedEvent[],
): Promise<ReadonlySet<string>> {
  if (events.length === 0) return new Set();
  const found = await sql.query<NamedEvent>(FIND_MARKS, [JSON.stringify(events)]);
  return new Set(found.map(namedEventKey));
}

/** Each look-up goes through its index, however little the server knows of the table's size. */
const FIND_MARKS = {
  name: "find-sent-marks",
  text: `
    SELECT m."shopId", m."eventId", m."eventName"
      FROM json_to_recordset($1) AS k("shopId" uuid, "eventId" text, "eventName" text)
      JOIN LATERAL (
        SELECT * FROM browser_sent_marks
         WHERE "shopId" = k."shopId" AND "eventId" = k."eventId" AND "eventName" = k."eventName"
         LIMIT 1) m ON true`,
};

/**
 * Records that Pinterest's tag endpoint took the browser's events of these acts, none of them a
 * `checkout`: on the act's row, or as a mark for the row that may still come. Again, it changes nothing.
 * The events must be locked.
 */
export async function recordSentEvents(
  sql: SqlTransaction,
  events: readonly NamedEvent[],
  receivedAt: Date,
): Promise<void> {
  if (events.length === 0) return;
  const distinct = new Map(events.map((event) => [namedEventKey(event), event]));
  const marked = await sql.query<NamedEvent>(MARK_ROWS, [JSON.stringify([...distinct.values()])]);
  for (const row of marked) distinct.delete(namedEventKey(row));
  const early = [...distinct.values()].toSorted(by(namedEventKey));
  const rows = early.map((event) => ({ ...event, receivedAt }));
  await insertNew(sql, "browser_sent_marks", rows, ["shopId", "eventId", "eventName"]);
}

/** In the order of their ids; every row that is there is named, also one that says so already. */
const MARK_ROWS = {
  name: "mark-browser-sent",
  text: `
    WITH named AS (
      SELECT o.id, o."shopId", o."eventId", o."eventName", o."browserSent"
        FROM json_to_recordset($1) AS k("shopId" uuid, "eventId" text, "eventName" text)
        JOIN LATERAL (
          SELECT * FROM outbox
           WHERE "shopId" = k."shopId" AND "eventId" = k."eventId" AND "eventName" = k."eventName"
           LIMIT 1) o ON true
    ), marked AS (
      UPDATE outbox SET "browserSent" = true WHERE id = ANY(ARRAY(
        SELECT id FROM outbox
         WHERE id = ANY(ARRAY(SELECT id FROM named WHERE NOT "browserSent"))
         ORDER BY id FOR NO KEY UPDATE))
    )
    SELECT "shopId", "eventId", "eventName" FROM named`,
};
