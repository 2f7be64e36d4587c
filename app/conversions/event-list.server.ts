import type { LedgerLine, OutboxRow } from "@prisma/client";

import { db } from "~/db.server";
import type { ShopId } from "~/ids";

import {
  comparePlaces,
  parsePlace,
  placeText,
  type EventPage,
  type EventQuery,
  type ListedEvent,
  type Place,
} from "./event-list";
import { findPlaces, type Found } from "./event-source.server";
import { OUTBOX_STATES } from "./outbox";
import { SKIP_REASONS } from "./skip-reason";

/**
 * A page of a shop's events, the latest first: orders by their lines in the ledger, everything else by its
 * row. A place that is none gives the first page.
 *
 * A filter that no index knows is looked for in the next some thousand events; where they hold too little to
 * fill the page, `searchedTo` says how far it came, and the next page goes on from there.
 */
export async function listEvents(shopId: ShopId, query: EventQuery): Promise<EventPage> {
  const { filter, limit } = query;
  const newerThan = parsePlace(query.newerThan);
  const olderThan = parsePlace(query.olderThan);
  const side = newerThan ? "newer" : "older";
  const from = newerThan ?? olderThan;
  const asked = { filter, from, side, limit: limit + 1 } as const;
  const found = await Promise.all([
    findPlaces(shopId, "order", asked),
    findPlaces(shopId, "act", asked),
  ]);
  const { places, searchedTo } = merged(found, side);
  const isMore = places.length > limit || searchedTo !== null;
  const shown = places.slice(0, limit);
  if (side === "newer") shown.reverse();
  const ends = endsOf({
    shown,
    isMore,
    from,
    searchedTo: places.length > limit ? null : searchedTo,
    side,
  });
  return {
    events: await read(shopId, shown),
    newer: ends.newer && placeText(ends.newer),
    older: ends.older && placeText(ends.older),
    searchedTo: places.length > limit ? null : (searchedTo?.at ?? null),
  };
}

/** Both sources in one order, as far as both were looked through. */
function merged(found: readonly Found[], side: "older" | "newer"): Found {
  const sign = side === "older" ? 1 : -1;
  const nearest = (one: Place, other: Place) => sign * comparePlaces(one, other);
  const [searchedTo = null] = found.flatMap((source) => source.searchedTo ?? []).toSorted(nearest);
  const places = found
    .flatMap((source) => source.places)
    .toSorted(nearest)
    .filter((place) => searchedTo === null || nearest(place, searchedTo) <= 0);
  return { places, searchedTo };
}

type Shown = {
  shown: readonly Place[];
  isMore: boolean;
  from: Place | null;
  searchedTo: Place | null;
  side: "older" | "newer";
};

function endsOf({ from, isMore, searchedTo, shown, side }: Shown) {
  if (side === "older") {
    const last = searchedTo ?? shown.at(-1);
    return { newer: from && (shown[0] ?? from), older: isMore && last ? last : null };
  }
  const first = searchedTo ?? shown[0];
  return { newer: isMore && first ? first : null, older: shown.at(-1) ?? from };
}

/** What stands at these places, in their order. */
async function read(shopId: ShopId, places: readonly Place[]): Promise<ListedEvent[]> {
  const idsOf = (source: Place["source"]) =>
    places.filter((place) => place.source === source).map(({ id }) => id);
  const [lines, acts, worths] = await Promise.all([
    db.ledgerLine.findMany({ where: { shopId, id: { in: idsOf("order") } } }),
    db.outboxRow.findMany({ where: { shopId, id: { in: idsOf("act") } }, select: ROW_COLUMNS }),
    findWorths(shopId, idsOf("act")),
  ]);
  const eventIds = lines.flatMap(({ eventId }) => eventId ?? []);
  const rows = await db.outboxRow.findMany({
    where: { shopId, eventId: { in: eventIds }, eventName: "checkout" },
    select: ROW_COLUMNS,
  });
  const rowOf = new Map(rows.map((row) => [row.eventId, row]));
  const events = new Map([
    ...lines.map((line) => ofLine(line, rowOf.get(line.eventId ?? ""))).map(keyed),
    ...acts.map((act) => ofAct(act, worths)).map(keyed),
  ]);
  return places.flatMap(({ id, source }) => events.get(`${source}-${id}`) ?? []);
}

const ROW_COLUMNS = {
  ...{ id: true, eventId: true, eventName: true, state: true, reason: true, lastError: true },
  ...{ warning: true, attempts: true, browserSent: true },
  ...{ occurredAt: true, createdAt: true, settledAt: true },
} as const;

type Row = Pick<OutboxRow, keyof typeof ROW_COLUMNS>;

function keyed(event: ListedEvent): [string, ListedEvent] {
  return [event.key, event];
}

/** An order of the list. */
export function ofLine(line: LedgerLine, row: Row | undefined): ListedEvent {
  const { currency, eventId, occurredAt, orderId, orderName, receivedAt, settledAt, value } = line;
  return {
    key: `order-${line.id}`,
    source: "order",
    rowId: row ? String(row.id) : null,
    ...{ eventId, eventName: "checkout", orderId, orderName },
    ...wordsOf(line),
    lastError: row?.lastError ?? null,
    warning: row?.warning ?? null,
    attempts: row?.attempts ?? 0,
    browserSent: row?.browserSent ?? null,
    ...{ value, currency, occurredAt, receivedAt, settledAt },
  };
}

/** What acts are worth, by their row: a decimal with the currency's digits; `null` where there is none. */
export type Worths = ReadonlyMap<bigint, Pick<ListedEvent, "value" | "currency">>;

/** What the events of these rows report as their value, as long as it is kept. */
export async function findWorths(shopId: ShopId, ids: readonly bigint[]): Promise<Worths> {
  const rows = await db.$queryRaw<{ id: bigint; value: string | null; currency: string | null }[]>`
    SELECT id, payload #>> '{customData,value}' AS value, payload #>> '{customData,currency}' AS currency
      FROM outbox WHERE "shopId" = ${shopId}::uuid AND id = ANY(${[...ids]}::bigint[])`;
  return new Map(rows.map(({ currency, id, value }) => [id, { value, currency }]));
}

/** An event of the list that is no order. */
export function ofAct(row: Row, worths: Worths): ListedEvent {
  const { attempts, browserSent, eventId, eventName, lastError, occurredAt, settledAt, warning } =
    row;
  const { currency, value } = worths.get(row.id) ?? { value: null, currency: null };
  return {
    key: `act-${row.id}`,
    source: "act",
    rowId: String(row.id),
    ...{ eventId, eventName, orderId: null, orderName: null },
    ...wordsOf(row),
    ...{ lastError, warning, attempts, browserSent },
    ...{ value, currency, occurredAt, receivedAt: row.createdAt, settledAt },
  };
}

/** State and reason as the code knows them. */
export function wordsOf(stored: {
  state: string;
  reason: string | null;
}): Pick<ListedEvent, "state" | "reason"> {
  return {
    state: OUTBOX_STATES.find((known) => known === stored.state) ?? "pending",
    reason: SKIP_REASONS.find((known) => known === stored.reason) ?? null,
  };
}
