import { insertNew, type SqlTransaction } from "~/db.server";
import type { ShopId } from "~/ids";
import type { Marker } from "~/shops/erasure-mark.server";
import { by } from "~/sort";

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
  const erased = await findErased(sql, acts);
  const rows = new Map<string, ActRow>();
  for (const { act, marker, shopId } of acts) {
    const { eventId, eventName } = eventOf(act);
    const key = actKey({ shopId, eventId, eventName });
    if (erased.has(marker("event", eventId)) || rows.has(key)) continue;
    rows.set(key, { payload: null, sealed: null, ...outboxRow(shopId, act) });
  }
  const sorted = [...rows].toSorted(by(([key]) => key)).map(([, row]) => row);
  const written = await insertNew(sql, "outbox", sorted, ["shopId", "eventId", "eventName"]);
  const fresh = new Set(written.map(actKey));
  return acts.map(({ act, marker, shopId }) => {
    const { eventId, eventName } = eventOf(act);
    if (erased.has(marker("event", eventId))) return "erased";
    // Of two with one key, the first is the one that was written.
    return fresh.delete(actKey({ shopId, eventId, eventName })) ? "recorded" : "already_recorded";
  });
}

type ActRow = ReturnType<typeof outboxRow> & { payload: unknown; sealed: string | null };

/** The marks of erased events among those of the acts. */
async function findErased(
  sql: SqlTransaction,
  acts: readonly NewAct[],
): Promise<ReadonlySet<string>> {
  if (acts.length === 0) return new Set();
  const asked = acts.map(({ act, marker, shopId }) => ({
    shopId,
    mark: marker("event", eventOf(act).eventId),
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

function actKey({
  shopId,
  eventId,
  eventName,
}: {
  shopId: string;
  eventId: string;
  eventName: string;
}): string {
  return `${shopId}:${eventId}:${eventName}`;
}
