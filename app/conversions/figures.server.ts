import { Prisma } from "@prisma/client";

import { db } from "~/db.server";
import type { ShopId } from "~/ids";
import { HOUR_MS } from "~/time";

import { COUNTED_EVENTS, COUNTED_ORDERS, placedIn, settledRows } from "./count-figures.server";
import { NOTED_PARTS } from "./event-parts";
import {
  hourOf,
  periodBegins,
  toFigures,
  type EventCount,
  type Figures,
  type OrderCount,
  type Period,
} from "./figures";

/** Where the counting lags behind, no more than so many hours are counted while a page waits. */
const LIVE_HOURS_MAX = 2;

/** The figures of a period and of the one before: hours that are counted, and what came since from the rows. */
export async function findFigures(shopId: ShopId, period: Period, now: Date): Promise<Figures> {
  const { beforeFrom, from } = periodBegins(period, now);
  const counted = await db.figureCount.findUnique({ where: { shopId } });
  const hour = hourOf(now).getTime();
  const earliest = new Date(hour - (LIVE_HOURS_MAX - 1) * HOUR_MS);
  const { countedUntil } = counted ?? { countedUntil: null };
  const liveFrom = countedUntil && countedUntil > earliest ? countedUntil : earliest;
  const span = { beforeFrom, from, until: countedUntil ?? beforeFrom };
  const live = { from: liveFrom, until: new Date(hour + HOUR_MS) };
  const [events, orders, liveEvents, liveOrders] = await Promise.all([
    countedEvents(shopId, span),
    countedOrders(shopId, span),
    db.$queryRaw<EventCount[]>`
      SELECT false AS "isBefore", ${COUNTED_EVENTS} FROM (${settledRows(shopId, live)}) settled GROUP BY 2, 3, 4`,
    db.$queryRaw<OrderCount[]>`
      SELECT false AS "isBefore", o.state, o.reason, o.currency, o.orders, o.value::text AS value
        FROM (SELECT ${COUNTED_ORDERS} FROM ledger_lines WHERE ${placedIn(shopId, live)} GROUP BY 1, 2, 3)
          AS o(state, reason, currency, orders, value)`,
  ]);
  return toFigures(period, [...events, ...liveEvents], [...orders, ...liveOrders]);
}

type Span = { beforeFrom: Date; from: Date; until: Date };

const SUMS = Prisma.raw(
  `ARRAY[${NOTED_PARTS.map((_, place) => `sum(parts[${place + 1}])`).join(", ")}]::int[]`,
);

/** What was erased of an hour that is not counted yet is in no count of its rows. */
function countedEvents(shopId: ShopId, { beforeFrom, from, until }: Span): Promise<EventCount[]> {
  return db.$queryRaw`
    SELECT hour < ${from} AS "isBefore", "eventName", state, "browserSent", sum(events)::int AS events,
           sum(described)::int AS described, ${SUMS} AS parts
      FROM event_figures
     WHERE "shopId" = ${shopId}::uuid AND hour >= ${beforeFrom} AND (hour < ${until} OR "isErased")
     GROUP BY 1, 2, 3, 4`;
}

function countedOrders(shopId: ShopId, { beforeFrom, from, until }: Span): Promise<OrderCount[]> {
  return db.$queryRaw`
    SELECT hour < ${from} AS "isBefore", state, reason, currency, sum(orders)::int AS orders,
           sum(value)::text AS value
      FROM order_figures
     WHERE "shopId" = ${shopId}::uuid AND hour >= ${beforeFrom} AND hour < ${until}
     GROUP BY 1, 2, 3, 4`;
}
