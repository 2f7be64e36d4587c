import { ATTENTIONS, DELAYS, type EventsAnswer } from "~/pinterest/outcome";

/**
 * What one call of a lane came to. `answered`: Pinterest said of each event what became of it; `refused`:
 * it refused the call as a whole, whose events are then sent again in halves; else why the lane stopped.
 */
export const CALL_ANSWERS = ["answered", "refused", ...ATTENTIONS, ...DELAYS] as const;
export type CallAnswer = (typeof CALL_ANSWERS)[number];

/** One call that a lane made to Pinterest. Nothing of a shopper is in it. */
export type DeliveryCall = {
  startedAt: Date;
  durationMs: number;
  /** Of the HTTP answer; `null` where none came. */
  status: number | null;
  answer: CallAnswer;
  /** Events in the call, and how many of them Pinterest took and refused one by one. */
  events: number;
  accepted: number;
  refused: number;
  /** Pinterest's own name for the call, to quote to its support; `null` where it gave none. */
  requestId: string | null;
  /** Pinterest's sentence on why it refused the call; `null` where it said none. */
  words: string | null;
};

/**
 * How many calls of an event are found from its row, the latest ones. An outage of a week is some two
 * thousand calls for each event that waits; their names would make every attempt slower than the one
 * before.
 */
export const CALLS_KEPT_MAX = 20;

/** What is kept of an answer. */
export function toCallOutcome(
  answer: EventsAnswer,
): Pick<DeliveryCall, "answer" | "accepted" | "refused" | "words"> {
  const none = { accepted: 0, refused: 0, words: null };
  switch (answer.kind) {
    case "per_event": {
      const accepted = answer.outcomes.filter(({ kind }) => kind === "delivered").length;
      const refused = answer.outcomes.length - accepted;
      return { answer: "answered", accepted, refused, words: null };
    }
    case "refused":
      return { ...none, answer: "refused", words: withoutValues(answer.reason) };
    case "needs_attention":
      return { ...none, answer: answer.attention };
    case "retry":
      return { ...none, answer: answer.delay };
  }
}

/**
 * Words of Pinterest about a whole call without what they may repeat of it: a call is kept when the
 * customer behind one of its events is erased.
 */
function withoutValues(words: string): string {
  return words
    .replace(/\b[0-9a-f]{32,}\b/gi, "…")
    .replace(/\S+@\S+/g, "…")
    .replace(/\b\d{1,3}(?:\.\d{1,3}){3}\b/g, "…")
    .replace(/\b(?:[0-9a-f]{0,4}:){3,}[0-9a-f:.]*/gi, "…")
    .replace(/(["'`])(?:(?!\1).){24,}\1/g, "…");
}
