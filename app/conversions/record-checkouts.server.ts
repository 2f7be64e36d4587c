import type { SqlTransaction } from "~/db.server";

import {
  eventKey,
  findSeenEvents,
  UNSEEN,
  writeSeenEvents,
  type EventKey,
  type SeenCheckout,
} from "./snapshot-row.server";
import type { SeenChange } from "./snapshot.server";

/** What a message of the pixel adds to what is known of a checkout. */
export type SeenMessage = EventKey & { change: SeenChange; now: Date };

/**
 * What became of a message on a checkout; `order_is_here`: nothing was written, because an order has to
 * be told of it, which `recordSnapshot` does.
 */
export type RecordedSeen = "recorded" | "order_is_here";

/**
 * Writes what pixels saw of checkouts of which no order is here yet, of any number of shops: most of them,
 * because the browser's word is quicker than the order's. The events must be locked. Gives one answer
 * each, in their order.
 */
export async function recordSeenCheckouts(
  sql: SqlTransaction,
  messages: readonly SeenMessage[],
): Promise<RecordedSeen[]> {
  if (messages.length === 0) return [];
  const before = await findSeenEvents(sql, messages.map(toEventKey));
  const after = new Map<string, EventKey & { seen: SeenCheckout; receivedAt: Date }>();
  for (const { change, eventId, now, shopId } of messages) {
    const key = eventKey({ shopId, eventId });
    const seen = change(after.get(key)?.seen ?? before.get(key) ?? UNSEEN);
    after.set(key, { shopId, eventId, seen, receivedAt: now });
  }
  const withOrder = await findWithOrder(sql, [...after.values()]);
  await writeSeenEvents(
    sql,
    [...after].flatMap(([key, event]) => (withOrder.has(key) ? [] : [event])),
  );
  return messages.map((message) =>
    withOrder.has(eventKey(message)) ? "order_is_here" : "recorded",
  );
}

function toEventKey({ eventId, shopId }: EventKey): EventKey {
  return { shopId, eventId };
}

/** Those of the checkouts, by {@link eventKey}, of which a line or a row is here under one of their ids. */
async function findWithOrder(
  sql: SqlTransaction,
  events: readonly (EventKey & { seen: SeenCheckout })[],
): Promise<ReadonlySet<string>> {
  const asked = events.map(({ eventId, seen, shopId }) => {
    // In coexistence, an order that was decided goes under the other pixel's id.
    const others = seen.taken?.snapshot.eventId;
    return { shopId, eventId, ids: others === undefined ? [eventId] : [eventId, others] };
  });
  const found = await sql.query<{ shopId: string; eventId: string }>(FIND_WITH_ORDER, [
    JSON.stringify(asked),
  ]);
  return new Set(found.map(eventKey));
}

/** Each look-up goes through its index, however little the server knows of the tables' size. */
const FIND_WITH_ORDER = {
  name: "find-with-order",
  text: `
    SELECT k."shopId", k."eventId"
      FROM json_to_recordset($1) AS k("shopId" uuid, "eventId" text, ids text[])
     CROSS JOIN LATERAL (
       (SELECT 1 FROM ledger_lines
         WHERE "shopId" = k."shopId" AND "eventId" = ANY(k.ids) LIMIT 1)
       UNION ALL
       (SELECT 1 FROM outbox
         WHERE "shopId" = k."shopId" AND "eventId" = ANY(k.ids) AND "eventName" = 'checkout' LIMIT 1)
       LIMIT 1) found`,
};
