import type { Failure } from "./failures.ts";
import { INIT_EVENT } from "./tag-names.ts";
import { type TagHit, hitEventId } from "./tag-wire.ts";
import type { EventResult, WireEvent } from "./wire.ts";

/** One event that a server sent and that was recorded; a test call records none. */
export type ReceivedEvent = {
  adAccountId: string;
  eventName: string;
  eventId: string;
  receivedAt: string;
  result: EventResult;
  /** The rule that failed it, by its name in the table of rules; `null` when processed. */
  rule: string | null;
  /** True when the same name and id came before, within 48 hours: counted once, as the first. */
  deduplicated: boolean;
  /** True when it counts as offline, which Pinterest cannot deduplicate. */
  offline: boolean;
  event: WireEvent;
};

/** One hit of the tag that a browser sent. */
export type ReceivedHit = {
  /** `null` where the tag is unknown or could not be read. */
  adAccountId: string | null;
  receivedAt: string;
  method: string;
  /** As in {@link ReceivedEvent}. */
  deduplicated: boolean;
  /** Why it was refused: places and rules, never values. Empty when it was taken. */
  faults: readonly string[];
  /** `null` where it could not be read. */
  hit: TagHit | null;
  /** Its parameters as they arrived, as one text. */
  raw: string;
};

/** One call as it arrived. `rawBody` is the text, byte for byte. */
export type ReceivedCall = {
  id: number;
  adAccountId: string;
  receivedAt: string;
  test: boolean;
  status: number | "broken";
  /** Why the whole call was refused: paths and rules, never values. */
  faults: readonly string[];
  /** The failures that were switched on for it, by their kinds. */
  failures: readonly Failure["kind"][];
  rawBody: string;
};

export const DEDUPLICATION_MS = 48 * 60 * 60 * 1000;
/** A web event that arrives later than this counts as offline. */
const ONLINE_AGE_SECONDS_MAX = 60 * 60;

/** What Pinterest got, and what it would count. */
export class Received {
  calls: ReceivedCall[] = [];
  events: ReceivedEvent[] = [];
  hits: ReceivedHit[] = [];
  readonly #firstSeenMs = new Map<string, number>();
  #callId = 0;

  recordCall(call: Omit<ReceivedCall, "id">): ReceivedCall {
    this.#callId += 1;
    const recorded = { id: this.#callId, ...call };
    this.calls.push(recorded);
    return recorded;
  }

  /** Failed events are kept too; they neither count nor claim their id. */
  recordEvent(
    adAccountId: string,
    event: WireEvent,
    result: EventResult,
    rule: string | null,
    nowMs: number,
  ): void {
    const offline =
      event.action_source === "offline" ||
      (event.action_source === "web" && nowMs / 1000 - event.event_time > ONLINE_AGE_SECONDS_MAX);
    const counts = result.status === "processed" && !offline;
    this.events.push({
      adAccountId,
      eventName: event.event_name,
      eventId: event.event_id,
      receivedAt: new Date(nowMs).toISOString(),
      result,
      rule,
      deduplicated: counts && this.#wasSeen(adAccountId, event.event_name, event.event_id, nowMs),
      offline,
      event,
    });
  }

  /** A hit that was taken claims its id for browser and server alike. */
  recordHit(received: Omit<ReceivedHit, "deduplicated" | "receivedAt">, nowMs: number): void {
    const { adAccountId, hit, faults } = received;
    const eventId = hit ? hitEventId(hit) : "";
    const counts = hit && adAccountId && eventId && faults.length === 0;
    this.hits.push({
      ...received,
      receivedAt: new Date(nowMs).toISOString(),
      deduplicated:
        counts && hit.eventName !== INIT_EVENT
          ? this.#wasSeen(adAccountId, hit.eventName, eventId, nowMs)
          : false,
    });
  }

  reset(): void {
    this.calls = [];
    this.events = [];
    this.hits = [];
    this.#firstSeenMs.clear();
  }

  /** Whether the same event came before; if not, this is the first. */
  #wasSeen(adAccountId: string, eventName: string, eventId: string, nowMs: number): boolean {
    const key = JSON.stringify([adAccountId, eventName, eventId]);
    const firstMs = this.#firstSeenMs.get(key);
    const seen = firstMs !== undefined && nowMs - firstMs <= DEDUPLICATION_MS;
    if (!seen) this.#firstSeenMs.set(key, nowMs);
    return seen;
  }
}
