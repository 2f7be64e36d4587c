import type { EventFilter } from "./event-filter";
import type { LedgerLine } from "./ledger";
import type { OutboxState } from "./outbox";
import type { SkipReason } from "./skip-reason";

/** How many events a page of the list has. */
export const PAGE_EVENTS = 50;

/** How many events one file of the list has at most: a spreadsheet opens it, and a browser holds it. */
export const EXPORT_EVENTS_MAX = 50_000;

/** How the last record begins of a file that does not hold all that fits. */
export const CUT_MARK = "# cut";

/** Whether a file says of itself that more would fit. */
export function isCutFile(text: string): boolean {
  return text.slice(-2 * CUT_MARK.length - 20).includes(`\n${CUT_MARK}`);
}

/** What stands in the list: an order by its line in the ledger, every other event by its row. */
export const SOURCES = ["order", "act"] as const;
export type Source = (typeof SOURCES)[number];

/** Where a page begins or ends. Of two of one instant orders come first, then the younger row. */
export type Place = { at: Date; source: Source; id: bigint };

/** An event of the list. Nothing of the shopper is in it. */
export type ListedEvent = {
  /** Names it within the list. */
  key: string;
  source: Source;
  /** The outbox row by which it can be looked at; `null` where there is none, or not any more. */
  rowId: string | null;
  /** `null` of an order that could not be read, or whose customer was erased. */
  eventId: string | null;
  eventName: string;
  /** `null` of an event that is no order. */
  orderId: string | null;
  orderName: string | null;
  state: OutboxState;
  reason: SkipReason | null;
  lastError: string | null;
  warning: string | null;
  attempts: number;
  /** `null`: nobody knows any more. */
  browserSent: boolean | null;
  value: string | null;
  currency: string | null;
  occurredAt: Date | null;
  /** When the app heard of it. */
  receivedAt: Date;
  settledAt: Date | null;
};

/** A page of the list and where the next ones begin; `null` where there are none. */
export type EventPage = {
  events: ListedEvent[];
  newer: string | null;
  older: string | null;
  /** Where a search stopped that found too little to fill the page; `null` where it came to its end. */
  searchedTo: Date | null;
};

/** Which page is asked for; both `null`: the first. */
export type EventQuery = {
  filter: EventFilter;
  olderThan: string | null;
  /** Counts before `olderThan`. */
  newerThan: string | null;
  limit: number;
};

/** A filter that the merchant gave a name. */
export type SavedView = { id: string; name: string; query: string };

/** How many views a shop may save, and how long a name of one is. */
export const SAVED_VIEWS_MAX = 20;
export const VIEW_NAME_MAX = 60;

/** A line of the ledger, as the list takes it. */
export type OrderLine = LedgerLine & { eventId: string | null };

export function placeText({ at, id, source }: Place): string {
  return `${at.getTime()}.${source}.${id}`;
}

/** `null` where the text names no place. */
export function parsePlace(text: string | null): Place | null {
  const [, millis, name, id] = /^(\d{1,15})\.(order|act)\.(\d{1,18})$/.exec(text ?? "") ?? [];
  const source = SOURCES.find((known) => known === name);
  if (millis === undefined || id === undefined || source === undefined) return null;
  return { at: new Date(Number(millis)), source, id: BigInt(id) };
}

/** Which of two comes first in the list; negative where it is the first. */
export function comparePlaces(one: Place, other: Place): number {
  const apart = other.at.getTime() - one.at.getTime();
  if (apart !== 0) return apart;
  if (one.source !== other.source) return one.source === "order" ? -1 : 1;
  if (one.id === other.id) return 0;
  return one.id > other.id ? -1 : 1;
}
