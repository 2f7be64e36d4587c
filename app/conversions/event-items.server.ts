import { db } from "~/db.server";
import type { ShopId } from "~/ids";

/** How many delivered events had an item. */
export type EventItem = { itemId: string; events: number };

/** The items of the events that Pinterest took in a span of time, the most frequent first. */
export function listEventItems(
  shopId: ShopId,
  { from, until }: { from: Date; until: Date },
  limit: number,
): Promise<EventItem[]> {
  return db.$queryRaw<EventItem[]>`
    SELECT line->>'itemId' AS "itemId", count(DISTINCT o.id)::int AS events
      FROM outbox o CROSS JOIN LATERAL jsonb_array_elements(o.payload->'lineItems') line
     WHERE o."shopId" = ${shopId}::uuid AND o."settledAt" IS NOT NULL AND o.state <> 'dead_letter'
       AND o."settledAt" >= ${from} AND o."settledAt" < ${until} AND o.state = 'delivered'
     GROUP BY 1 ORDER BY events DESC, 1 LIMIT ${limit}`;
}
