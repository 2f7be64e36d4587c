import { eventTrace } from "~/event-trace";
import { log } from "~/log.server";
import { observeCall, seeRateLimit } from "~/metrics.server";
import { parse } from "~/parse";

import { ask } from "./request.server";
import { meaningOf, outcomeOf, wordsOf, type CalledEvents, type EventsAnswer } from "./outcome";
import type { RateLimit } from "./rate-limit";
import { wireErrorSchema, wireEventsAnswerSchema, type WireEvent } from "./wire";

/**
 * The whole call, answer read. Pinterest answers a full batch in about a second; a caller that waits
 * longer holds its lane while the events grow old.
 */
const CALL_MS_MAX = 10_000;

/** Who sends, and for which account. */
export type EventsCredentials = { adAccountId: string; conversionToken: string };

/**
 * Calls `POST /ad_accounts/{ad_account_id}/events` once and says what came of it; never throws for
 * anything that the network or Pinterest does. No token is in any answer, error or log record.
 *
 * Source: Pinterest API v5.23, `events/create`.
 *
 * @param events 1 to 1000; Pinterest refuses more.
 * @param options `isTest`: Pinterest answers as usual and records nothing.
 */
export async function postEvents(
  { adAccountId, conversionToken }: EventsCredentials,
  events: readonly WireEvent[],
  options: { isTest: boolean },
): Promise<CalledEvents> {
  const path = `/ad_accounts/${encodeURIComponent(adAccountId)}/events`;
  const purpose = options.isTest ? "test" : "delivery";
  const eventIds = events.map((event) => event.event_id);
  const http = await ask(
    options.isTest ? `${path}?test=true` : path,
    {
      method: "POST",
      headers: {
        authorization: `Bearer ${conversionToken}`,
        "content-type": "application/json",
        accept: "application/json",
      },
      body: JSON.stringify({ data: events }),
    },
    CALL_MS_MAX,
  );
  if (http.kind === "unanswered") {
    const { delay, durationMs, err } = http;
    observeCall(delay, purpose, durationMs);
    log.warn({ err, adAccountId, ...eventTrace(eventIds) }, "could not reach Pinterest");
    const facts = { status: null, requestId: null, durationMs };
    return { kind: "retry", delay, retryAfterMs: null, facts };
  }
  const { status, rateLimit, requestId, body, durationMs } = http;
  const answer = answerOf(status, rateLimit, body, events.length);
  seeRateLimit(rateLimit.remaining);
  observeCall(answer.kind === "retry" ? answer.delay : answer.kind, purpose, durationMs);
  log.info(
    {
      adAccountId,
      ...eventTrace(eventIds, rejectedOf(answer, eventIds)),
      status,
      answer: answer.kind,
      requestId,
      rateLimitRemaining: rateLimit.remaining,
      durationMs: Math.round(durationMs),
    },
    "posted events to Pinterest",
  );
  return { ...answer, facts: { status, requestId, durationMs } };
}

/** The events that the answer refuses one by one. */
function rejectedOf(answer: EventsAnswer, eventIds: readonly string[]): string[] {
  if (answer.kind !== "per_event") return [];
  return eventIds.filter((_, index) => answer.outcomes[index]?.kind === "rejected");
}

function answerOf(status: number, rateLimit: RateLimit, body: unknown, sent: number): EventsAnswer {
  const meaning = meaningOf(status);
  if (meaning === "per_event") return perEvent(body, sent) ?? unclear(status, body);
  if (meaning === "refused") return { kind: "refused", reason: reasonOf(body) };
  if ("needs" in meaning) return { kind: "needs_attention", attention: meaning.needs };
  // Every answer tells when the window ends; only a full one makes that the time to come back.
  const retryAfterMs = meaning.later === "rate_limited" ? rateLimit.resetMs : null;
  return { kind: "retry", delay: meaning.later, retryAfterMs };
}

/** `null` where the answer has not one line per event: then nobody knows which event is meant. */
function perEvent(body: unknown, sent: number): EventsAnswer | null {
  const answer = parse(wireEventsAnswerSchema, body);
  if (answer.kind === "unreadable" || answer.value.events.length !== sent) return null;
  return { kind: "per_event", outcomes: answer.value.events.map(outcomeOf) };
}

/** A 422 without lines refuses the batch; a 200 without them may have counted it, and is tried again. */
function unclear(status: number, body: unknown): EventsAnswer {
  if (status === 422) return { kind: "refused", reason: reasonOf(body) };
  return { kind: "retry", delay: "unavailable", retryAfterMs: null };
}

/** Pinterest's own sentence on why it refused the call. */
function reasonOf(body: unknown): string {
  const refusal = parse(wireErrorSchema, body);
  return wordsOf(refusal.kind === "parsed" ? refusal.value.message : undefined);
}
