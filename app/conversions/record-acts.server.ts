import { insertNew, type SqlTransaction } from "~/db.server";
import type { EventId, ShopId } from "~/ids";
import type { Marker } from "~/shops/erasure-mark.server";
import { by } from "~/sort";

import { namedEventKey } from "./browser-sent.server";
import { eventOf, outboxRow, type DecidedAct } from "./record.server";

/** A decided act that is no order of the ledger, of a shop whose marker is at hand. */
export type NewAct = { shopId: ShopId; marker: Marker; act: DecidedAct };

/** What became of an act; `erased`: its event was, and it is recorded no more. */
export type RecordedAct = "recorded" | "already_recorded" | "erased";

/**
 * Writes the outbox rows of acts that are no orders, of any number of shops. An event of the same name
 * and id that is there stays as it is. Gives one answer each, in their order.
 */
export async function recordActs(
  sql: SqlTransaction,
  acts: readonly NewAct[],
): Promise<RecordedAct[]> {
  const erased = await findErasedEvents(
    sql,
    acts.map(({ act, ...shop }) => ({ ...shop, eventId: eventOf(act).eventId })),
  );
  const rows = new Map<string, ActRow>();
  for (const { act, marker, shopId } of acts) {
    const { eventId, eventName } = eventOf(act);
    const key = namedEventKey({ shopId, eventId, eventName });
    if (erased.has(marker("event", eventId)) || rows.has(key)) continue;
    rows.set(key, { payload: null, sealed: null, ...outboxRow(shopId, act) });
  }
  const sorted = [...rows].toSorted(by(([key]) => key)).map(([, row]) => row);
  const written = await insertNew(sql, "outbox", sorted, ["shopId", "eventId", "eventName"]);
  const fresh = new Set(written.map(namedEventKey));
  return acts.map(({ act, marker, shopId }) => {
    const { eventId, eventName } = eventOf(act);
    if (erased.has(marker("event", eventId))) return "erased";
    // Of two with one key, the first is the one that was written.
    return fresh.delete(namedEventKey({ shopId, eventId, eventName }))
      ? "recorded"
      : "already_recorded";
  });
}

type ActRow = ReturnType<typeof outboxRow> & { payload: unknown; sealed: string | null };

/** The marks of the erased ones among these events. */
export async function findErasedEvents(
  sql: SqlTransaction,
  events: readonly { shopId: ShopId; marker: Marker; eventId: EventId }[],
): Promise<ReadonlySet<string>> {
  if (events.length === 0) return new Set();
  const asked = events.map(({ eventId, marker, shopId }) => ({
    shopId,
    mark: marker("event", eventId),
  }));
  const rows = await sql.query<{ mark: string }>(FIND_ERASED, [JSON.stringify(asked)]);
  return new Set(rows.map(({ mark }) => mark));
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
