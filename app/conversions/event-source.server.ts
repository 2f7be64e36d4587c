import { Prisma } from "@prisma/client";

import { db } from "~/db.server";
import type { ShopId } from "~/ids";
import { EVENT_NAMES } from "~/pinterest/event-name";
import { DAY_MS } from "~/time";

import { orderWords, type EventFilter } from "./event-filter";
import type { Place, Source } from "./event-list";
import { OPEN_STATES, type OutboxState } from "./outbox";
import { SKIP_REASONS, type SkipReason } from "./skip-reason";

/** What is asked of one source: those beyond a place, in one direction. */
export type Asked = {
  filter: EventFilter;
  from: Place | null;
  side: "older" | "newer";
  limit: number;
};

/** The first that fit. `searchedTo`: where the search was given up; `null` where it came to its end. */
export type Found = { places: Place[]; searchedTo: Place | null };

/**
 * How many rows of one stream are looked through for what no index knows, such as whether the browser
 * reported too. Some hundred milliseconds; whoever wants more goes on from where it stopped.
 */
const WINDOW_ROWS = 10_000;

/** Where at most so many events are in a state, or have an error, they are found by it; the rest of the table may be millions. */
const FEW_ROWS_MAX = 5_000;

/** The places of a source that fit, the nearest first. Each statement goes through an index. */
export async function findPlaces(shopId: ShopId, source: Source, asked: Asked): Promise<Found> {
  const { filter, limit } = asked;
  if (isForeign(source, filter)) return { places: [], searchedTo: null };
  const few = await findFew(shopId, source, filter);
  if (few)
    return {
      places: await placesOf(source, fewQuery(shopId, source, few, asked)),
      searchedTo: null,
    };
  const streams = streamsOf(source, filter);
  const rest = residue(shopId, source, filter, streams.settles);
  const window = rest === null ? limit : WINDOW_ROWS;
  const places = await placesOf(source, streamQuery(shopId, source, streams, asked, rest, window));
  if (rest === null || places.length >= limit) return { places, searchedTo: null };
  const [end] = await placesOf(source, endQuery(shopId, source, streams, asked, window));
  return { places, searchedTo: end ?? null };
}

/** Whether nothing of the source can fit. */
function isForeign(source: Source, { name, order }: EventFilter): boolean {
  if (source === "act") return order !== null;
  return name !== null && name !== "checkout";
}

/** A condition that leaves so few rows that they may be sorted; `null` where there is none. */
async function findFew(
  shopId: ShopId,
  source: Source,
  { eventId, order, state, words }: EventFilter,
): Promise<Prisma.Sql | null> {
  if (eventId !== null) return Prisma.sql`r."eventId" = ${eventId}`;
  if (order !== null) {
    const { orderIds, orderNames } = orderWords(order);
    return Prisma.sql`(r."orderId" = ANY(${orderIds}::text[]) OR r."orderName" = ANY(${orderNames}::text[]))`;
  }
  const rows = await findFewRows(shopId, state, words);
  if (rows === null) return null;
  const mine = rows.filter(({ isOrder }) => isOrder === (source === "order"));
  return source === "order"
    ? Prisma.sql`r."eventId" = ANY(${mine.map((row) => row.eventId)}::text[])`
    : Prisma.sql`r.id = ANY(${mine.map(({ id }) => id)}::bigint[])`;
}

type FewRow = { id: bigint; eventId: string; isOrder: boolean };

async function findFewRows(
  shopId: ShopId,
  state: OutboxState | null,
  words: string | null,
): Promise<FewRow[] | null> {
  if (state !== null && isUndone(state)) return findUndone(shopId, state);
  return words === null ? null : findFaulty(shopId, words);
}

/** What is in a state that is not final, or that waits for the merchant; `null` where that is too much. */
async function findUndone(shopId: ShopId, state: OutboxState): Promise<FewRow[] | null> {
  const rows = await db.$queryRaw<FewRow[]>`
    SELECT id, "eventId", "isOrder" FROM outbox
     WHERE "shopId" = ${shopId}::uuid AND state = ${state}
       AND state IN ('waiting', 'pending', 'held', 'dead_letter') LIMIT ${FEW_ROWS_MAX + 1}`;
  return rows.length > FEW_ROWS_MAX ? null : rows;
}

/** Of what was last answered with an error, what was answered in these words; `null` where that is too much. */
async function findFaulty(shopId: ShopId, words: string): Promise<FewRow[] | null> {
  const rows = await db.$queryRaw<(FewRow & { fits: boolean })[]>`
    SELECT id, "eventId", "isOrder", strpos(lower("lastError"), lower(${words})) > 0 AS fits FROM outbox
     WHERE "shopId" = ${shopId}::uuid AND "lastError" IS NOT NULL LIMIT ${FEW_ROWS_MAX + 1}`;
  return rows.length > FEW_ROWS_MAX ? null : rows.filter(({ fits }) => fits);
}

/** Whether the rows of a state have an index of their own; see the migration `delivery`. */
function isUndone(state: OutboxState): boolean {
  return state === "dead_letter" || OPEN_STATES.some((open) => open === state);
}

/** Rows that an index gives in the order of the list, one stream for each value `k` of its columns. */
type Streams = {
  values: readonly { v: string; w: string }[];
  /** Which rows belong to the stream of `k`, with what the index's predicate asks for. */
  isOf: Prisma.Sql;
  /** What of the filter these streams have settled. */
  settles: "state_and_reason" | "reason" | "name" | "nothing";
};

/** The states that have reasons, and which. */
const LEFT_OUT = {
  skipped: SKIP_REASONS,
  expired: ["expired", "too_old"],
} as const satisfies Partial<Record<OutboxState, readonly SkipReason[]>>;
const LEFT_OUT_STATES = ["skipped", "expired"] as const satisfies (keyof typeof LEFT_OUT)[];

function isLeftOut(state: OutboxState | null): boolean {
  return LEFT_OUT_STATES.some((known) => known === state);
}

function streamsOf(source: Source, { name, reason, state }: EventFilter): Streams {
  if (reason !== null || isLeftOut(state)) {
    const states = LEFT_OUT_STATES.filter((known) => state === null || known === state);
    const values = states.flatMap((w) =>
      LEFT_OUT[w].filter((v) => reason === null || v === reason).map((v) => ({ v, w })),
    );
    if (source === "act") {
      return {
        values,
        isOf: Prisma.sql`r.reason IS NOT NULL AND r.reason = k.v AND r.state = k.w`,
        settles: "state_and_reason",
      };
    }
    // No index of the ledger has the state, so that a delivery touches none.
    return {
      values: [...new Set(values.map(({ v }) => v))].map((v) => ({ v, w: "" })),
      isOf: Prisma.sql`r.reason IS NOT NULL AND r.reason = k.v`,
      settles: "reason",
    };
  }
  if (source === "order") {
    return { values: [{ v: "", w: "" }], isOf: Prisma.sql`true`, settles: "nothing" };
  }
  return {
    values: (name === null ? EVENT_NAMES : [name]).map((v) => ({ v, w: "" })),
    isOf: Prisma.sql`r."eventName" = k.v`,
    settles: "name",
  };
}

/** The streams as a table `k` that the rows of each are joined to. */
function streamTable({ values }: Streams): Prisma.Sql {
  const columns = [values.map(({ v }) => v), values.map(({ w }) => w)];
  return Prisma.sql`unnest(${columns[0]}::text[], ${columns[1]}::text[]) k(v, w)`;
}

/** What of the filter no index has settled, of the rows `w`; `null`: nothing. */
function residue(
  shopId: ShopId,
  source: Source,
  filter: EventFilter,
  settled: Streams["settles"] | "few",
): Prisma.Sql | null {
  const { channel, name, reason, state, words } = filter;
  const ofRow = (column: Prisma.Sql) =>
    source === "act"
      ? Prisma.sql`w.${column}`
      : Prisma.sql`(SELECT o.${column} FROM outbox o
          WHERE o."shopId" = ${shopId}::uuid AND o."eventId" = w."eventId"
            AND o."eventName" = 'checkout' LIMIT 1)`;
  const conditions = [
    ...(state === null || settled === "state_and_reason" ? [] : [Prisma.sql`w.state = ${state}`]),
    ...(reason === null || settled === "reason" || settled === "state_and_reason"
      ? []
      : [Prisma.sql`w.reason = ${reason}`]),
    ...(name === null || source === "order" || settled === "name"
      ? []
      : [Prisma.sql`w."eventName" = ${name}`]),
    ...(channel === null
      ? []
      : [Prisma.sql`${ofRow(Prisma.sql`"browserSent"`)} = ${channel === "browser_too"}`]),
    ...(words === null
      ? []
      : [Prisma.sql`strpos(lower(${ofRow(Prisma.sql`"lastError"`)}), lower(${words})) > 0`]),
  ];
  return conditions.length === 0 ? null : Prisma.join(conditions, " AND ");
}

const TABLES = {
  order: {
    name: Prisma.sql`ledger_lines`,
    at: Prisma.sql`r."receivedAt"`,
    columns: Prisma.sql`r.id, r."receivedAt" AS at, r.state, r.reason, r."eventId"`,
    own: Prisma.sql`true`,
  },
  act: {
    name: Prisma.sql`outbox`,
    at: Prisma.sql`r."createdAt"`,
    columns: Prisma.sql`r.id, r."createdAt" AS at, r.state, r.reason, r."eventName", r."browserSent", r."lastError"`,
    own: Prisma.sql`NOT r."isOrder"`,
  },
} as const satisfies Record<Source, Record<string, Prisma.Sql>>;

/** The condition comes first: an index on the time would look through everything for these few. */
function fewQuery(shopId: ShopId, source: Source, few: Prisma.Sql, asked: Asked): Prisma.Sql {
  const { columns, name, own } = TABLES[source];
  const rest = residue(shopId, source, asked.filter, "few") ?? Prisma.sql`true`;
  const inTime = within(asked, source, Prisma.sql`w.at`, Prisma.sql`w.id`);
  return Prisma.sql`
    WITH w AS MATERIALIZED (
      SELECT ${columns} FROM ${name} r WHERE r."shopId" = ${shopId}::uuid AND ${own} AND ${few})
    SELECT w.id, w.at FROM w WHERE ${rest} AND ${inTime}
     ORDER BY ${ordered("w", asked)} LIMIT ${asked.limit}`;
}

function streamQuery(
  shopId: ShopId,
  source: Source,
  streams: Streams,
  asked: Asked,
  rest: Prisma.Sql | null,
  window: number,
): Prisma.Sql {
  return Prisma.sql`
    SELECT s.id, s.at FROM ${streamTable(streams)} CROSS JOIN LATERAL (
      SELECT w.id, w.at FROM (${stream(shopId, source, streams, asked)} LIMIT ${window}) w
       WHERE ${rest ?? Prisma.sql`true`} ORDER BY ${ordered("w", asked)} LIMIT ${asked.limit}) s
     ORDER BY ${ordered("s", asked)} LIMIT ${asked.limit}`;
}

/** Where the first stream stopped that was not looked through to its end. */
function endQuery(
  shopId: ShopId,
  source: Source,
  streams: Streams,
  asked: Asked,
  window: number,
): Prisma.Sql {
  return Prisma.sql`
    SELECT s.id, s.at FROM ${streamTable(streams)} CROSS JOIN LATERAL (
      ${stream(shopId, source, streams, asked)} OFFSET ${window - 1} LIMIT 1) s
     ORDER BY ${ordered("s", asked)} LIMIT 1`;
}

function stream(shopId: ShopId, source: Source, streams: Streams, asked: Asked): Prisma.Sql {
  const { at, columns, name, own } = TABLES[source];
  const direction = asked.side === "older" ? Prisma.sql`DESC` : Prisma.sql`ASC`;
  return Prisma.sql`
      SELECT ${columns} FROM ${name} r
       WHERE r."shopId" = ${shopId}::uuid AND ${own} AND ${streams.isOf}
         AND ${within(asked, source, at, Prisma.sql`r.id`)}
       ORDER BY ${at} ${direction}, r.id ${direction}`;
}

function ordered(alias: "w" | "s", { side }: Asked): Prisma.Sql {
  const direction = side === "older" ? "DESC" : "ASC";
  return Prisma.raw(`${alias}.at ${direction}, ${alias}.id ${direction}`);
}

/** The filter's days, and what lies beyond the place where the page before ended. */
function within(
  { filter, from, side }: Asked,
  source: Source,
  at: Prisma.Sql,
  id: Prisma.Sql,
): Prisma.Sql {
  const first = instantOf(filter.first, 0);
  const until = instantOf(filter.last, DAY_MS);
  const conditions = [
    ...(first === null ? [] : [Prisma.sql`${at} >= ${first}`]),
    ...(until === null ? [] : [Prisma.sql`${at} < ${until}`]),
    ...(from === null ? [] : [beyond(from, side, source, at, id)]),
  ];
  return conditions.length === 0 ? Prisma.sql`true` : Prisma.join(conditions, " AND ");
}

/** Of one instant, orders come before acts. */
function beyond(
  from: Place,
  side: Asked["side"],
  source: Source,
  at: Prisma.Sql,
  id: Prisma.Sql,
): Prisma.Sql {
  const isOlder = side === "older";
  if (from.source === source) {
    const sign = isOlder ? Prisma.sql`<` : Prisma.sql`>`;
    return Prisma.sql`(${at}, ${id}) ${sign} (${from.at}, ${from.id})`;
  }
  const isIncluded = (source === "act") === isOlder;
  const sign = Prisma.raw(`${isOlder ? "<" : ">"}${isIncluded ? "=" : ""}`);
  return Prisma.sql`${at} ${sign} ${from.at}`;
}

/** `null` where there is no day, or none of the calendar. */
function instantOf(day: string | null, laterMs: number): Date | null {
  if (day === null) return null;
  const millis = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(millis) ? null : new Date(millis + laterMs);
}

async function placesOf(source: Source, query: Prisma.Sql): Promise<Place[]> {
  const rows = await db.$queryRaw<{ id: bigint; at: Date }[]>(query);
  return rows.map(({ at, id }) => ({ at, source, id }));
}
