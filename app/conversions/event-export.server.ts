import { Readable } from "node:stream";

import { stringify } from "csv-stringify/sync";

import type { ShopId } from "~/ids";

import { parseEventFilter, type EventFilter } from "./event-filter";
import { CUT_MARK, EXPORT_EVENTS_MAX, type ListedEvent } from "./event-list";
import { listEvents } from "./event-list.server";

/** Events that are read at a time. */
const PAGE_ROWS = 1_000;

const COLUMNS = [
  "event_name",
  "event_id",
  "order_id",
  "order_name",
  "state",
  "reason",
  "pinterest_said",
  "attempts",
  "browser_reported",
  "value",
  "currency",
  "occurred_at",
  "received_at",
  "settled_at",
] as const;

/**
 * The events of a filter as CSV (RFC 4180), the latest first, in pieces of a thousand; the first begins
 * with the names of the columns. Memory does not grow with their number. Text that a spreadsheet would
 * take for a formula has an apostrophe before it.
 *
 * After `limit` events the file ends with a record that begins with {@link CUT_MARK}, where there are more.
 */
export async function* exportEvents(
  shopId: ShopId,
  filter: EventFilter,
  limit = EXPORT_EVENTS_MAX,
): AsyncGenerator<string, void, void> {
  yield toCsv([COLUMNS]);
  let olderThan: string | null = null;
  let left = limit;
  for (;;) {
    const query = { filter, olderThan, newerThan: null, limit: Math.min(PAGE_ROWS, left) };
    const page = await listEvents(shopId, query);
    if (page.events.length > 0) yield toCsv(page.events.map(toRecord));
    left -= page.events.length;
    if (page.older === null) return;
    if (left === 0) {
      yield toCsv([[`${CUT_MARK}: ${limit}`]]);
      return;
    }
    olderThan = page.older;
  }
}

/** The export of the filter of an address, as a stream. */
export function eventFile(shopId: ShopId, search: URLSearchParams): Readable {
  return Readable.from(exportEvents(shopId, parseEventFilter(search)));
}

function toRecord(event: ListedEvent): string[] {
  const { attempts, browserSent, currency, eventId, eventName, occurredAt, orderId, orderName } =
    event;
  const row: Record<(typeof COLUMNS)[number], string> = {
    event_name: eventName,
    event_id: eventId ?? "",
    order_id: orderId ?? "",
    order_name: orderName ?? "",
    state: event.state,
    reason: event.reason ?? "",
    pinterest_said: event.lastError ?? event.warning ?? "",
    attempts: String(attempts),
    browser_reported: browserSent === null ? "" : browserSent ? "yes" : "no",
    value: event.value ?? "",
    currency: currency ?? "",
    occurred_at: occurredAt?.toISOString() ?? "",
    received_at: event.receivedAt.toISOString(),
    settled_at: event.settledAt?.toISOString() ?? "",
  };
  return COLUMNS.map((column) => row[column]);
}

function toCsv(records: readonly (readonly string[])[]): string {
  return stringify(
    records.map((record) => [...record]),
    { escape_formulas: true, record_delimiter: "\r\n" },
  );
}
