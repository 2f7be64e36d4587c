import type { Attention, Delay, EventsAnswer } from "~/pinterest/outcome";
import type { WireEvent } from "~/pinterest/wire";
import { CHOSEN_EVENT_NAMES } from "~/shops/pixel-events";
import { toUnixSeconds } from "~/time";

/** What a merchant can send as a test by hand: every event that a store has. */
export const TEST_EVENT_NAMES = ["checkout", ...CHOSEN_EVENT_NAMES] as const;
export type TestEventName = (typeof TEST_EVENT_NAMES)[number];

/** What came of a test event that a merchant sent by hand. */
export type TestEventAnswer =
  /** Pinterest took it; `warning` is its advice. */
  | { kind: "taken"; eventId: string; eventName: TestEventName; warning: string | null }
  /** Pinterest refused the event itself, in its own words. */
  | { kind: "not_taken"; words: string }
  /** The answer is about the connection, or there was none. */
  | { kind: "no_answer"; problem: Attention | Delay | "not_connected" };

/**
 * An event of nobody, with as much as its kind may carry, so that Pinterest's page has something to show.
 * The address is from the range that documentation may use, and the product does not exist.
 *
 * Source: RFC 5737, TEST-NET-1.
 */
export function madeUpEvent(
  eventName: TestEventName,
  { eventId, now, storeUrl }: { eventId: string; now: Date; storeUrl: string },
): WireEvent {
  return {
    event_name: eventName,
    action_source: "web",
    event_time: toUnixSeconds(now),
    event_id: eventId,
    event_source_url: storeUrl,
    user_data: {
      client_ip_address: "192.0.2.1",
      client_user_agent:
        "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15",
    },
    custom_data: {
      currency: "USD",
      value: "1.00",
      content_ids: ["pin-relay-test"],
      contents: [{ id: "pin-relay-test", item_price: "1.00", quantity: 1 }],
      num_items: 1,
    },
  };
}

/** What an answer means for the one event that was sent. */
export function toTestEventAnswer(
  answer: EventsAnswer,
  sent: { eventId: string; eventName: TestEventName },
): TestEventAnswer {
  switch (answer.kind) {
    case "per_event": {
      const [outcome] = answer.outcomes;
      return outcome?.kind === "delivered"
        ? { kind: "taken", ...sent, warning: outcome.warning ?? null }
        : { kind: "not_taken", words: outcome?.reason ?? "" };
    }
    case "refused":
      return { kind: "not_taken", words: answer.reason };
    case "needs_attention":
      return { kind: "no_answer", problem: answer.attention };
    case "retry":
      return { kind: "no_answer", problem: answer.delay };
  }
}
