import { Prisma } from "@prisma/client";

import { db, type Transaction } from "~/db.server";
import type { ShopId } from "~/ids";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "~/time";

import { NOTED_PARTS } from "./event-parts";
import { hourOf, type FigureState } from "./figures";

// The figures by the hour. An hour is counted from the rows, as often as one likes, until it is a day old:
// by then nothing changes it any more but what is said at `uncount`. What leaves the tables while an hour may
// still be counted again is kept beside it. All of it happens under a lock of the shop, so that no count reads
// rows that somebody takes away at the same time.

/** An hour is counted for the last time at this age: the browser's word on an act is kept for a day. */
const LAST_COUNT_HOURS = 23;

/** A transaction that began before the hour ended may be written after it. */
const LATE_WRITES_MS = 5 * MINUTE_MS;

/** So far back goes a shop's first count. The page compares two months. */
const FIRST_COUNT_DAYS = 60;

/** Reading what is wanted in one statement would keep the lock for long in the first count of a large shop. */
const RANGE_HOURS_MAX = 7 * 24;

const COUNT_MS_MAX = 60_000;

/** `tested` is no report, and what is not final is none yet. */
const COUNTED_STATES = ["delivered", "skipped", "expired", "dead_letter"] satisfies FigureState[];

type Range = { from: Date; until: Date };

/**
 * Counts the hours of a shop that have ended, those that are counted for the last time, and those in which
 * orders came in whose events have been settled since. Called twice, it counts the same.
 */
export async function countFigures(shopId: ShopId, now: Date): Promise<void> {
  const hour = hourOf(now);
  const before = (hours: number) => new Date(hour.getTime() - hours * HOUR_MS);
  const { countedUntil } = (await db.figureCount.findUnique({ where: { shopId } })) ?? {};
  if (!countedUntil) {
    await countRanges(shopId, { from: before(24 * FIRST_COUNT_DAYS), until: hour });
  } else {
    const newFrom = new Date(countedUntil.getTime() - HOUR_MS);
    await countRanges(shopId, { from: newFrom, until: hour });
    const ageMs = LAST_COUNT_HOURS * HOUR_MS;
    await countRanges(shopId, {
      from: new Date(countedUntil.getTime() - ageMs),
      until: new Date(Math.min(newFrom.getTime(), hour.getTime() - ageMs + HOUR_MS)),
    });
    await inLock(shopId, (tx) => recountLateOrders(tx, shopId, countedUntil));
  }
  await db.figureCount.upsert({
    where: { shopId },
    create: { shopId, countedUntil: hour },
    update: { countedUntil: hour },
  });
}

async function countRanges(shopId: ShopId, { from, until }: Range): Promise<void> {
  const stepMs = RANGE_HOURS_MAX * HOUR_MS;
  for (let start = from.getTime(); start < until.getTime(); start += stepMs) {
    const end = Math.min(start + stepMs, until.getTime());
    const range = { from: new Date(start), until: new Date(end) };
    await inLock(shopId, async (tx) => {
      await recountEvents(tx, shopId, range);
      await recountOrders(tx, shopId, Prisma.sql`hour >= ${range.from} AND hour < ${range.until}`, [
        range,
      ]);
    });
  }
}

function inLock(shopId: ShopId, work: (tx: Transaction) => Promise<void>): Promise<void> {
  return db.$transaction(
    async (tx) => {
      await lockFigures(tx, shopId);
      await work(tx);
    },
    { timeout: COUNT_MS_MAX },
  );
}

/** Rows of the outbox before this lock, as everybody takes them. */
async function lockFigures(tx: Transaction, shopId: ShopId): Promise<void> {
  await tx.figureCount.createMany({ data: [{ shopId }], skipDuplicates: true });
  await tx.$queryRaw`SELECT FROM figure_counts WHERE "shopId" = ${shopId}::uuid FOR UPDATE`;
}

/** How many have each part, as an array in the order of the bits. */
const PARTS = Prisma.raw(
  `ARRAY[${NOTED_PARTS.map((_, bit) => `count(*) FILTER (WHERE parts & ${1 << bit} <> 0)`).join(", ")}]::int[]`,
);

/** Its rows are named and typed as `settledRows` gives them. */
const COUNTED = Prisma.sql`
  date_trunc('hour', at, 'UTC'), "eventName", state, "browserSent", false, count(*)::int, count(parts)::int, ${PARTS}`;

const COLUMNS = Prisma.raw(
  `"shopId", hour, "eventName", state, "browserSent", "isErased", events, described, parts`,
);

async function recountEvents(tx: Transaction, shopId: ShopId, range: Range): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM event_figures
     WHERE "shopId" = ${shopId}::uuid AND hour >= ${range.from} AND hour < ${range.until}
       AND NOT "isErased"`;
  await tx.$executeRaw`
    INSERT INTO event_figures (${COLUMNS})
    SELECT ${shopId}::uuid, ${COUNTED} FROM (${settledRows(shopId, range)}) settled GROUP BY 1, 2, 3, 4, 5`;
}

/**
 * What was settled in a span of time, and what only the browser told of. The conditions of the two halves of
 * the outbox are those of its indexes.
 */
export function settledRows(shopId: ShopId, { from, until }: Range): Prisma.Sql {
  const shop = Prisma.sql`o."shopId" = ${shopId}::uuid`;
  const span = (column: string) =>
    Prisma.sql`${Prisma.raw(column)} >= ${from} AND ${Prisma.raw(column)} < ${until}`;
  const row = Prisma.sql`o."settledAt" AS at, o."eventName", o.state, o."browserSent", o.parts FROM outbox o`;
  const unclaimed = Prisma.sql`'unclaimed' AS state, true AS "browserSent", NULL::int AS parts`;
  return Prisma.sql`
    SELECT ${row} WHERE ${shop} AND o."settledAt" IS NOT NULL AND o.state <> 'dead_letter'
       AND o.state = ANY(${COUNTED_STATES}) AND ${span('o."settledAt"')}
    UNION ALL
    SELECT ${row} WHERE ${shop} AND o.state = 'dead_letter' AND ${span('o."settledAt"')}
    UNION ALL
    SELECT m."receivedAt", m."eventName", ${unclaimed} FROM browser_sent_marks m
     WHERE m."shopId" = ${shopId}::uuid AND ${span('m."receivedAt"')}
       AND NOT EXISTS (SELECT FROM outbox o WHERE ${shop} AND o."eventId" = m."eventId"
                          AND o."eventName" = m."eventName")
    UNION ALL
    SELECT s."receivedAt", 'checkout', ${unclaimed} FROM consent_snapshots s
     WHERE s."shopId" = ${shopId}::uuid AND ${span('s."receivedAt"')} AND s."browserSent"
       AND NOT EXISTS (SELECT FROM ledger_lines l WHERE l."shopId" = ${shopId}::uuid
                          AND l."eventId" IN (s."eventId", s."platformEventId"))`;
}

/** How the columns of {@link settledRows} are grouped and counted; the hour is left to the caller. */
export const COUNTED_EVENTS = Prisma.sql`
  "eventName", state, "browserSent", count(*)::int AS events, count(parts)::int AS described, ${PARTS} AS parts`;

/**
 * Orders of these spans of time, by hour. A past order that the merchant asked to have sent is no order of
 * the hour in which it came, and a test order is none at all.
 */
async function recountOrders(
  tx: Transaction,
  shopId: ShopId,
  hours: Prisma.Sql,
  ranges: readonly Range[],
): Promise<void> {
  await tx.$executeRaw`DELETE FROM order_figures WHERE "shopId" = ${shopId}::uuid AND ${hours}`;
  for (const range of ranges) {
    await tx.$executeRaw`
      INSERT INTO order_figures ("shopId", hour, state, reason, currency, orders, value)
      SELECT ${shopId}::uuid, date_trunc('hour', "receivedAt", 'UTC'), ${COUNTED_ORDERS}
        FROM ledger_lines WHERE ${placedIn(shopId, range)} GROUP BY 2, 3, 4, 5`;
  }
}

export const COUNTED_ORDERS = Prisma.sql`
  state, coalesce(reason, ''), coalesce(currency, ''), count(*)::int,
  coalesce(sum(CASE WHEN value ~ '^-?\\d+(\\.\\d+)?$' THEN value::numeric END), 0)`;

/** The ledger lines of orders that were placed in a span of time, as far as we know. */
export function placedIn(shopId: ShopId, { from, until }: Range): Prisma.Sql {
  return Prisma.sql`
    "shopId" = ${shopId}::uuid AND "receivedAt" >= ${from} AND "receivedAt" < ${until}
    AND "receivedBy" <> 'backfill' AND reason IS DISTINCT FROM 'test_order'`;
}

/** Lines never go, so hours of any age can be counted again: those of orders whose events were settled since. */
async function recountLateOrders(
  tx: Transaction,
  shopId: ShopId,
  countedUntil: Date,
): Promise<void> {
  const since = new Date(countedUntil.getTime() - LATE_WRITES_MS);
  const settled = Prisma.sql`
    SELECT "eventId" FROM outbox WHERE "shopId" = ${shopId}::uuid AND "eventName" = 'checkout'
       AND "settledAt" >= ${since} AND "settledAt" IS NOT NULL AND state`;
  const late = await tx.$queryRaw<{ hour: Date }[]>`
    SELECT DISTINCT date_trunc('hour', line."receivedAt", 'UTC') AS hour
      FROM (${settled} <> 'dead_letter' UNION ALL ${settled} = 'dead_letter') settled
     CROSS JOIN LATERAL (SELECT "receivedAt" FROM ledger_lines l
                          WHERE l."shopId" = ${shopId}::uuid AND l."eventId" = settled."eventId"
                          LIMIT 100) line
     WHERE line."receivedAt" < ${hourOf(countedUntil)}`;
  if (late.length === 0) return;
  const hours = late.map(({ hour }) => hour);
  await recountOrders(
    tx,
    shopId,
    Prisma.sql`hour = ANY(${hours}::timestamptz[])`,
    hours.map((from) => ({ from, until: new Date(from.getTime() + HOUR_MS) })),
  );
}

/** A row that is no longer settled, as it was before. */
export type Unsettled = {
  eventName: string;
  state: string;
  browserSent: boolean;
  settledAt: Date | null;
};

/**
 * Takes rows that will be settled a second time out of the hours in which they were settled first. To be
 * called in the transaction that unsettles them, after it has locked them.
 */
export async function uncount(
  tx: Transaction,
  shopId: ShopId,
  rows: readonly Unsettled[],
): Promise<void> {
  const groups = Map.groupBy(
    rows.flatMap(({ browserSent, eventName, settledAt, state }) =>
      settledAt ? [{ browserSent, eventName, state, hour: hourOf(settledAt) }] : [],
    ),
    ({ browserSent, eventName, hour, state }) =>
      [hour.toISOString(), eventName, state, browserSent].join(" "),
  );
  if (groups.size === 0) return;
  await lockFigures(tx, shopId);
  for (const [first, ...others] of groups.values()) {
    if (!first) continue;
    await tx.eventFigure.updateMany({
      where: { shopId, ...first, isErased: false },
      data: { events: { decrement: 1 + others.length } },
    });
  }
}

/** A row that an erasure took away, with what is counted of it. */
export type Erased = Unsettled & { parts: number | null };

/**
 * Keeps the figures as they were when rows were erased: what another count would not find any more stays
 * beside what it finds. To be called in the transaction that erases them, after it has. Rows of hours that
 * are not counted again are in their figures already.
 */
export async function keepCounted(
  tx: Transaction,
  shopId: ShopId,
  erased: readonly Erased[],
  now: Date,
): Promise<void> {
  const countedAgainFrom = new Date(hourOf(now).getTime() - DAY_MS);
  const rows = erased.flatMap(({ browserSent, eventName, parts, settledAt, state }) =>
    settledAt && settledAt >= countedAgainFrom && COUNTED_STATES.some((known) => known === state)
      ? [{ browserSent, eventName, parts, state, at: settledAt }]
      : [],
  );
  if (rows.length === 0) return;
  await lockFigures(tx, shopId);
  await tx.$executeRaw`
    INSERT INTO event_figures AS f (${COLUMNS})
    SELECT ${shopId}::uuid, date_trunc('hour', at, 'UTC'), "eventName", state, "browserSent", true,
           count(*)::int, count(parts)::int, ${PARTS}
      FROM json_to_recordset(${JSON.stringify(rows)}::json)
        AS r(at timestamptz, "eventName" text, state text, "browserSent" boolean, parts int)
     GROUP BY 1, 2, 3, 4, 5
    ON CONFLICT ("shopId", hour, "eventName", state, "browserSent", "isErased") DO UPDATE
       SET events = f.events + excluded.events, described = f.described + excluded.described,
           parts = ${ADDED_PARTS}`;
  const hours = new Set(rows.map(({ at }) => hourOf(at).getTime()));
  const { countedUntil } = await tx.figureCount.findUniqueOrThrow({ where: { shopId } });
  for (const hour of hours) {
    // The hours that are not counted yet have only what was erased of them.
    if (!countedUntil || hour >= countedUntil.getTime()) continue;
    await recountEvents(tx, shopId, { from: new Date(hour), until: new Date(hour + HOUR_MS) });
  }
}

const ADDED_PARTS = Prisma.raw(
  `ARRAY[${NOTED_PARTS.map((_, bit) => `f.parts[${bit + 1}] + excluded.parts[${bit + 1}]`).join(", ")}]`,
);
