import { EVENT_NAMES, type EventName } from "~/pinterest/event-name";

import { OUTBOX_STATES, type OutboxState } from "./outbox";
import { SKIP_REASONS, type SkipReason } from "./skip-reason";

/** Who reported an event: the browser too, or the server alone. */
export const CHANNELS = ["browser_too", "server_only"] as const;
export type EventChannel = (typeof CHANNELS)[number];

/** The names of events that can be filtered by. */
export const LISTED_NAMES: readonly EventName[] = EVENT_NAMES;

/** Which events the list shows; all that is said has to fit, and `null` says nothing. */
export type EventFilter = {
  name: EventName | null;
  state: OutboxState | null;
  channel: EventChannel | null;
  reason: SkipReason | null;
  /** Days, UTC, as in `2026-11-22`, by when the app heard of the event; both belong to it. */
  first: string | null;
  last: string | null;
  /** An order's id or what the merchant calls it, as typed. */
  order: string | null;
  eventId: string | null;
  /** Words that stand anywhere in Pinterest's reason for a refusal, in capitals or not. */
  words: string | null;
};

/** The names under which a filter stands in an address. */
export const FILTER_KEYS = [
  "name",
  "state",
  "channel",
  "reason",
  "first",
  "last",
  "order",
  "event",
  "words",
] as const;
export type FilterKey = (typeof FILTER_KEYS)[number];

/** What a person types is no longer than this. */
const TYPED_MAX = 200;

/** Reads a filter from an address. What is not of ours counts as left out. */
export function parseEventFilter(search: URLSearchParams): EventFilter {
  const typed = (text: string | null) => text?.trim().slice(0, TYPED_MAX) || null;
  const day = (text: string | null) => /^\d{4}-\d\d-\d\d$/.exec(text ?? "")?.[0] ?? null;
  return {
    name: EVENT_NAMES.find((name) => name === search.get("name")) ?? null,
    state: OUTBOX_STATES.find((state) => state === search.get("state")) ?? null,
    channel: CHANNELS.find((channel) => channel === search.get("channel")) ?? null,
    reason: SKIP_REASONS.find((reason) => reason === search.get("reason")) ?? null,
    first: day(search.get("first")),
    last: day(search.get("last")),
    order: typed(search.get("order")),
    eventId: typed(search.get("event")),
    words: typed(search.get("words")),
  };
}

/** A filter as it stands in an address, always in one order, so that two that say the same are one text. */
export function eventQuery(filter: EventFilter): string {
  const values: Record<FilterKey, string | null> = { ...filter, event: filter.eventId };
  const search = new URLSearchParams();
  for (const key of FILTER_KEYS) {
    const value = values[key];
    if (value !== null) search.set(key, value);
  }
  return search.toString();
}

/** What a person may have meant who typed or pasted the name of an order. */
export type OrderWords = { orderIds: string[]; orderNames: string[] };

/** Digits may be an order's id or its number; `gid://shopify/Order/1` is an id; `#1017` is a name. */
export function orderWords(text: string): OrderWords {
  const word = text.trim();
  const [, ofGid] = /^gid:\/\/shopify\/Order\/(\d+)/.exec(word) ?? [];
  const [, ofPage] = /\/orders\/(\d+)(?:[/?#]|$)/.exec(word) ?? [];
  const id = ofGid ?? ofPage;
  if (id !== undefined) return { orderIds: [id], orderNames: [] };
  const bare = word.replace(/^#/, "");
  return { orderIds: [word], orderNames: bare === "" ? [word] : [bare, `#${bare}`] };
}
