import { insertNew, type SqlTransaction } from "~/db.server";
import type { ShopId } from "~/ids";
import type { Marker } from "~/shops/erasure-mark.server";
import type { Platform } from "~/shops/settings";
import { by } from "~/sort";

import {
  eventOf,
  ledgerLine,
  outboxRow,
  unreadableLine,
  type DecidedOrder,
  type UnreadableOrder,
} from "./record.server";
import { eventKey } from "./snapshot-row.server";

// New orders of many shops in few statements. Here rows are only inserted: whatever changes a row that
// is there is `recordOrder`'s. Everybody inserts lines before outbox rows, each in the order of its key.

/** An order in the ledger. */
export type OrderKey = { shopId: ShopId; orderId: string };

/** What is known of an order before it is recorded. */
export type KnownOrder = {
  /** Its customer was erased, or its event's. */
  isErased: boolean;
  /** `null` where the ledger has no line of it. */
  line: { state: string; reason: string | null } | null;
};

/** Looks orders up, by key and by their erasure marks; gives one answer each, in their order. */
export async function findKnownOrders(
  sql: SqlTransaction,
  orders: readonly (OrderKey & { marks: readonly string[] })[],
): Promise<KnownOrder[]> {
  if (orders.length === 0) return [];
  const asked = orders.map((order, place) => ({ place, ...order }));
  const rows = await sql.query<{ isErased: boolean; state: string | null; reason: string | null }>(
    FIND_KNOWN,
    [JSON.stringify(asked)],
  );
  return rows.map(({ isErased, reason, state }) => ({
    isErased,
    line: state === null ? null : { state, reason },
  }));
}

/** Each look-up goes through its index, however little the server knows of the tables' size. */
const FIND_KNOWN = {
  name: "find-known-orders",
  text: `
    SELECT e.mark IS NOT NULL AS "isErased", l.state, l.reason
      FROM json_to_recordset($1)
        AS k(place int, "shopId" uuid, "orderId" text, marks text[])
      LEFT JOIN LATERAL (
        ${lineOf(`k."shopId"`)}) l ON true
      LEFT JOIN LATERAL (
        SELECT mark FROM erasure_marks
         WHERE "shopId" = k."shopId" AND mark = ANY(k.marks) LIMIT 1) e ON true
     ORDER BY k.place`,
};

/**
 * The line of the order `k`. A server that knows nothing of the table yet takes every index that begins with
 * the shop for as good as the key, and would walk the shop's lines along it; an order asked for as a range that
 * is to be sorted comes cheaper by the key alone.
 */
function lineOf(shopId: string): string {
  return `
        SELECT state, reason FROM ledger_lines
         WHERE "shopId" = ${shopId} AND "orderId" BETWEEN k."orderId" AND k."orderId"
         ORDER BY "orderId" LIMIT 1`;
}

/** What the ledger says of an order. */
export type KnownLine = NonNullable<KnownOrder["line"]>;

/**
 * Looks orders up by the platform's name for their shop, so that nobody has to know the shop first; gives one
 * answer each, in their order. `null` where the ledger has no line, or there is no such shop.
 */
export async function findLines(
  sql: SqlTransaction,
  platform: Platform,
  orders: readonly { shopDomain: string; orderId: string }[],
): Promise<(KnownLine | null)[]> {
  const rows = await sql.query<{ state: string | null; reason: string | null }>(FIND_LINES, [
    platform,
    orders.map(({ shopDomain }) => shopDomain),
    orders.map(({ orderId }) => orderId),
  ]);
  return rows.map(({ reason, state }) => (state === null ? null : { state, reason }));
}

const FIND_LINES = {
  name: "find-lines",
  text: `
    SELECT l.state, l.reason
      FROM unnest($2::text[], $3::text[]) WITH ORDINALITY AS k(domain, "orderId", place)
      LEFT JOIN LATERAL (
        SELECT id FROM shops WHERE platform = $1 AND domain = k.domain LIMIT 1) s ON true
      LEFT JOIN LATERAL (
        ${lineOf("s.id")}) l ON true
     ORDER BY k.place`,
};

/** An order to record, of a shop whose marker is at hand. */
export type NewOrder = { shopId: ShopId; marker: Marker } & (
  { kind: "decided"; order: DecidedOrder } | { kind: "unreadable"; order: UnreadableOrder }
);

/**
 * What came of a new order.
 *
 * - `recorded`: its line and its event's row are written; of an unreadable one the line.
 * - `line_taken`: somebody else recorded the order in the meantime. Nothing was written.
 * - `event_taken`: its event is another order's already. Nothing was written.
 */
export type RecordedNew = "recorded" | "line_taken" | "event_taken";

/**
 * Writes the lines and outbox rows of orders that the ledger does not know. No two of them are one order
 * or one event. Gives one answer each, in their order.
 */
export async function recordNewOrders(
  sql: SqlTransaction,
  orders: readonly NewOrder[],
): Promise<RecordedNew[]> {
  const drafts = orders.map((one) => ({ line: toLine(one), row: toRow(one) }));
  const lines = drafts.map(({ line }) => line).toSorted(by(lineKey));
  const rows = drafts.flatMap(({ row }) => row ?? []).toSorted(by(eventKey));
  // Lines before rows, as everybody takes them. They need no answer of one another.
  const [freshLines, freshRows] = await Promise.all([
    insertNew(sql, "ledger_lines", lines, ["shopId", "orderId"]),
    insertNew(sql, "outbox", rows, ["shopId", "eventId", "eventName"], "payload"),
  ]);
  const newLines = new Set(freshLines.map(lineKey));
  const newRows = new Set(freshRows.map(eventKey));
  const results = drafts.map(({ line, row }): RecordedNew => {
    if (!newLines.has(lineKey(line))) return "line_taken";
    if (row === null) return "recorded";
    return newRows.has(eventKey(row)) ? "recorded" : "event_taken";
  });
  const takenBack = (result: RecordedNew) => drafts.filter((_, index) => results[index] === result);
  await takeBackLines(
    sql,
    takenBack("event_taken").map(({ line }) => line),
  );
  await takeBackRows(
    sql,
    takenBack("line_taken").flatMap(({ row }) => (row && newRows.has(eventKey(row)) ? [row] : [])),
  );
  return results;
}

/** Takes back what this transaction wrote of orders that are not to be recorded after all. */
export async function takeBackOrders(
  sql: SqlTransaction,
  orders: readonly NewOrder[],
): Promise<void> {
  const keys = orders.map(({ order: { orderId }, shopId }) => ({ shopId, orderId }));
  await takeBackLines(sql, keys);
  await takeBackRows(
    sql,
    orders.flatMap((one) => (one.kind === "decided" ? [rowKey(one.shopId, one.order)] : [])),
  );
}

function rowKey(shopId: ShopId, order: DecidedOrder): NewRow {
  const { eventId, eventName } = eventOf(order);
  return { shopId, eventId, eventName };
}

function toLine(one: NewOrder) {
  const line =
    one.kind === "decided"
      ? ledgerLine(one.shopId, one.marker, one.order)
      : unreadableLine(one.shopId, one.order);
  return { ...NO_ORDER, ...line };
}

/** What a line says of an order of which nothing is known. */
const NO_ORDER = {
  orderName: null,
  eventId: null,
  browserSeen: false,
  consent: null,
  value: null,
  currency: null,
  matchKeys: [],
  occurredAt: null,
  customerMarks: [],
};

/** An order that could not be read has no event. */
function toRow(one: NewOrder) {
  if (one.kind === "unreadable") return null;
  return outboxRow(one.shopId, one.order);
}

function lineKey({ shopId, orderId }: { shopId: string; orderId: string }): string {
  return `${shopId}:${orderId}`;
}

async function takeBackLines(sql: SqlTransaction, lines: readonly OrderKey[]): Promise<void> {
  if (lines.length === 0) return;
  const keys = lines.map(({ orderId, shopId }) => ({ shopId, orderId }));
  await sql.query(TAKE_BACK_LINES, [JSON.stringify(keys)]);
}

const TAKE_BACK_LINES = {
  name: "take-back-lines",
  text: `
    DELETE FROM ledger_lines l USING json_to_recordset($1) AS k("shopId" uuid, "orderId" text)
     WHERE l."shopId" = k."shopId" AND l."orderId" = k."orderId"`,
};

type NewRow = { shopId: ShopId; eventId: string; eventName: string };

async function takeBackRows(sql: SqlTransaction, rows: readonly NewRow[]): Promise<void> {
  if (rows.length === 0) return;
  const keys = rows.map(({ eventId, eventName, shopId }) => ({ shopId, eventId, eventName }));
  await sql.query(TAKE_BACK_ROWS, [JSON.stringify(keys)]);
}

const TAKE_BACK_ROWS = {
  name: "take-back-rows",
  text: `
    DELETE FROM outbox o
     USING json_to_recordset($1) AS k("shopId" uuid, "eventId" text, "eventName" text)
     WHERE o."shopId" = k."shopId" AND o."eventId" = k."eventId" AND o."eventName" = k."eventName"`,
};
