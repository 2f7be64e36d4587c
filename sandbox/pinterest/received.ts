import type { Failure } from "./failures.ts";
import type { EventResult, WireEvent } from "./wire.ts";

/** One event that was recorded; a test call records none. */
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

const DEDUPLICATION_MS = 48 * 60 * 60 * 1000;
/** A web event that arrives later than this counts as offline. */
const ONLINE_AGE_SECONDS_MAX = 60 * 60;

/** What Pinterest got, and what it would count. */
export class Received {
  calls: ReceivedCall[] = [];
  events: ReceivedEvent[] = [];
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
    const key = JSON.stringify([adAccountId, event.event_name, event.event_id]);
    const firstMs = this.#firstSeenMs.get(key);
    const seen = firstMs !== undefined && nowMs - firstMs <= DEDUPLICATION_MS;
    const counts = result.status === "processed" && !offline;
    if (counts && !seen) this.#firstSeenMs.set(key, nowMs);
    this.events.push({
      adAccountId,
      eventName: event.event_name,
      eventId: event.event_id,
      receivedAt: new Date(nowMs).toISOString(),
      result,
      rule,
      deduplicated: counts && seen,
      offline,
      event,
    });
  }

  reset(): void {
    this.calls = [];
    this.events = [];
    this.#firstSeenMs.clear();
  }
}
