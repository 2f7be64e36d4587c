import type { WireEventResult } from "./wire";

/** What one delivery attempt came to for one event, named by who acts next. */
export type DeliveryOutcome =
  /** Nobody. A warning is Pinterest's advice, e.g. on a missing key. */
  | { kind: "delivered"; warning?: string | undefined }
  /** A person: the event itself is wrong, and sent again it gets the same answer. */
  | { kind: "rejected"; reason: string };

/** Why a shop's connection needs the merchant. */
export const ATTENTIONS = ["token_refused", "no_permission", "account_not_found"] as const;
export type Attention = (typeof ATTENTIONS)[number];

/** Why a call may succeed later without anybody's doing. */
export const DELAYS = ["rate_limited", "unavailable", "timeout", "network"] as const;
export type Delay = (typeof DELAYS)[number];

/** What one call of `events/create` came to. */
export type EventsAnswer =
  /** One outcome per event, in the order sent. */
  | { kind: "per_event"; outcomes: readonly DeliveryOutcome[] }
  /** Refused as a whole, with no word on which event is the reason. */
  | { kind: "refused"; reason: string }
  /** The merchant: nothing of this shop can be delivered until the connection is mended. */
  | { kind: "needs_attention"; attention: Attention }
  /** We. `retryAfterMs` is Pinterest's own word on when; `null` where it gave none. */
  | { kind: "retry"; delay: Delay; retryAfterMs: number | null };

/** What is known of a call beside its answer. */
export type CallFacts = {
  /** `null` where no answer came. */
  status: number | null;
  /** Pinterest's own name for the call; `null` where it gave none. */
  requestId: string | null;
  durationMs: number;
};

/** An answer with what is known of its call. */
export type CalledEvents = EventsAnswer & { facts?: CallFacts };

type Meaning =
  | "per_event"
  | "refused"
  | { needs: Attention }
  | { later: Extract<Delay, "rate_limited" | "unavailable"> };

/**
 * What each status of `POST /ad_accounts/{ad_account_id}/events` asks us to do.
 *
 * Source: Pinterest API v5.23, `events/create`, responses; 404 since 5.28. **Decision:** 413 is HTTP's own
 * word for a body that is too large, and half of it may not be.
 */
const MEANINGS: Readonly<Record<number, Meaning>> = {
  200: "per_event",
  400: "refused",
  401: { needs: "token_refused" },
  403: { needs: "no_permission" },
  404: { needs: "account_not_found" },
  413: "refused",
  422: "per_event",
  429: { later: "rate_limited" },
  503: { later: "unavailable" },
};

/**
 * What a status asks us to do. A status without a row is tried again: if that is a mistake it costs
 * calls, where giving up would cost the events.
 */
export function meaningOf(status: number): Meaning {
  return MEANINGS[status] ?? { later: "unavailable" };
}

/** One event's line of an answer, as an outcome. */
export function outcomeOf(result: WireEventResult): DeliveryOutcome {
  const warning = result.warning_message?.slice(0, WARNING_MAX);
  if (result.status === "processed") return { kind: "delivered", warning };
  return { kind: "rejected", reason: wordsOf(result.error_message) };
}

/** Pinterest's own words are stored and shown; no reason of theirs is longer. */
const WORDS_MAX = 500;

/** A warning has a clause of some 130 characters for each key that it is about. */
const WARNING_MAX = 2_000;

/** Pinterest's sentence on why it refused something, cut at a line's length. */
export function wordsOf(message: string | undefined): string {
  return message?.slice(0, WORDS_MAX) ?? "Pinterest gave no reason";
}
