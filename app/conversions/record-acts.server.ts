import { insertNew, type SqlTransaction } from "~/db.server";
import type { ShopId } from "~/ids";
import type { Marker } from "~/shops/erasure-mark.server";
import { by } from "~/sort";

import { namedEventKey } from "./browser-sent.server";
import { eventOf, outboxRow, type DecidedAct } from "./record.server";
import { eventKey, type EventKey } from "./snapshot-row.server";

/** A decided act that is no order of the ledger. */
export type NewAct = { shopId: ShopId; act: DecidedAct };

/** What became of an act; `erased`: its event was, and it is recorded no more. */
export type RecordedAct = "recorded" | "already_recorded" | "erased";

/**
 * Writes the outbox rows of acts that are no orders, of any number of shops. An event of the same name
 * and id that is there stays as it is. Gives one answer each, in their order.
 *
 * @param erased what {@link findErasedEvents} says of their events, where erased ones may be among them.
 */
export async function recordActs(
  sql: SqlTransaction,
  acts: readonly NewAct[],
  erased: ReadonlySet<string> = new Set(),
): Promise<RecordedAct[]> {
  const rows = new Map<string, ReturnType<typeof outboxRow>>();
  for (const { act, shopId } of acts) {
    const { eventId, eventName } = eventOf(act);
    const key = namedEventKey({ shopId, eventId, eventName });
    if (erased.has(eventKey({ shopId, eventId })) || rows.has(key)) continue;
    rows.set(key, outboxRow(shopId, act));
  }
  const sorted = [...rows].toSorted(by(([key]) => key)).map(([, row]) => row);
  const written = await insertNew(
    sql,
    "outbox",
    sorted,
    ["shopId", "eventId", "eventName"],
    "payload",
  );
  const fresh = new Set(written.map(namedEventKey));
  return acts.map(({ act, shopId }) => {
    const { eventId, eventName } = eventOf(act);
    if (erased.has(eventKey({ shopId, eventId }))) return "erased";
    // Of two with one key, the first is the one that was written.
    return fresh.delete(namedEventKey({ shopId, eventId, eventName }))
      ? "recorded"
      : "already_recorded";
  });
}

/** An event of a shop whose marker is at hand. */
export type MarkedEvent = EventKey & { marker: Marker };

/** Those of the events that were erased, by {@link eventKey}. */
export async function findErasedEvents(
  sql: SqlTransaction,
  events: readonly MarkedEvent[],
): Promise<ReadonlySet<string>> {
  if (events.length === 0) return new Set();
  const eventOfMark = new Map<string, string>();
  const asked = events.map(({ marker, ...event }) => {
    const mark = marker("event", event.eventId);
    eventOfMark.set(mark, eventKey(event));
    return { shopId: event.shopId, mark };
  });
  const rows = await sql.query<{ mark: string }>(FIND_ERASED, [JSON.stringify(asked)]);
  return new Set(rows.flatMap(({ mark }) => eventOfMark.get(mark) ?? []));
}

/** Each look-up goes through its index, however little the server knows of the table's size. */
const FIND_ERASED = {
  name: "find-erased",
  text: `
    SELECT e.mark FROM json_to_recordset($1) AS k("shopId" uuid, mark text)
      JOIN LATERAL (
        SELECT mark FROM erasure_marks
         WHERE "shopId" = k."shopId" AND mark = k.mark LIMIT 1) e ON true`,
};
