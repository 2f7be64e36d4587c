import { db } from "~/db.server";
import type { ShopId } from "~/ids";
import { DAY_MS } from "~/time";

import {
  SHADOW_DAYS,
  toShadowDays,
  type IdentifierShare,
  type ShadowLines,
  type ShadowReport,
} from "./shadow-report";

/** Identifiers are counted on so many events; more would say nothing else. */
const COUNTED_EVENTS_MAX = 2_000;

/** Orders of one checkout share an event; there are seldom more than a handful. */
const ORDERS_OF_EVENT_MAX = 100;

/**
 * What a shop would have sent in shadow mode, by day, and where that differs from its orders. `null`
 * where nothing was recorded in it in the last fortnight.
 */
export async function findShadowReport(shopId: ShopId, now: Date): Promise<ShadowReport | null> {
  const from = new Date(now.getTime() - SHADOW_DAYS * DAY_MS);
  const [lines, others, shares] = await Promise.all([
    countOrders(shopId, from),
    countOthers(shopId, from),
    countIdentifiers(shopId, from),
  ]);
  const days = toShadowDays(lines, others);
  if (days.length === 0) return null;
  const counted = shares.find(({ key }) => key === EVERY)?.events ?? 0;
  return { days, counted, identifiers: shares.filter(({ key }) => key !== EVERY) };
}

/**
 * From the rows that were recorded in the mode to their orders, of which there are few in most shops. The
 * limit keeps the database from reading the tables as wholes to put them together.
 */
function countOrders(shopId: ShopId, from: Date): Promise<ShadowLines[]> {
  return db.$queryRaw<ShadowLines[]>`
    SELECT to_char(l."receivedAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day, l.state, l.reason,
           l.currency, count(*)::int AS orders, count(DISTINCT l."eventId")::int AS events,
           sum(l.value::numeric)::text AS value
      FROM outbox o
     CROSS JOIN LATERAL (SELECT * FROM ledger_lines
                          WHERE "shopId" = ${shopId}::uuid AND "eventId" = o."eventId"
                          LIMIT ${ORDERS_OF_EVENT_MAX}) l
     WHERE o."shopId" = ${shopId}::uuid AND o.sending = 'shadow' AND o."createdAt" > ${from}
       AND o."eventName" = 'checkout'
     GROUP BY 1, 2, 3, 4`;
}

function countOthers(shopId: ShopId, from: Date): Promise<{ day: string; events: number }[]> {
  return db.$queryRaw<{ day: string; events: number }[]>`
    SELECT to_char("createdAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day, count(*)::int AS events
      FROM outbox
     WHERE "shopId" = ${shopId}::uuid AND state = 'shadowed' AND "createdAt" > ${from}
       AND "eventName" <> 'checkout'
     GROUP BY 1`;
}

/** Stands for the events themselves beside what they have. */
const EVERY = "*";

function countIdentifiers(shopId: ShopId, from: Date): Promise<IdentifierShare[]> {
  return db.$queryRaw<IdentifierShare[]>`
    WITH latest AS (
      SELECT payload FROM outbox
       WHERE "shopId" = ${shopId}::uuid AND state = 'shadowed' AND "createdAt" > ${from}
       ORDER BY "createdAt" DESC LIMIT ${COUNTED_EVENTS_MAX})
    SELECT key, count(*)::int AS events
      FROM latest CROSS JOIN LATERAL (
        SELECT ${EVERY} AS key
        UNION ALL SELECT jsonb_object_keys(coalesce(payload->'userData', '{}'))
        UNION ALL SELECT jsonb_array_elements_text(coalesce(payload->'personalKeys', '[]'))
      ) identifiers
     WHERE key <> 'sourceUrl'
     GROUP BY key ORDER BY events DESC, key`;
}
