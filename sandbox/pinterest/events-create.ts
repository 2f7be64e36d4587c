import { setTimeout as sleep } from "node:timers/promises";
import { type Exchange, isJson, parseJson, readBody, sendJson } from "../loopback-server.ts";
import type { AccessBook } from "./access.ts";
import {
  type Answer,
  type AnswerForm,
  REFUSALS,
  batchAnswer,
  invalidRequest,
  refusal,
} from "./answer.ts";
import type { Failure, FailureSwitches } from "./failures.ts";
import type { RateWindow } from "./rate-window.ts";
import type { Received } from "./received.ts";
import { brokenRule, warning } from "./rules.ts";
import type { SchemaFault } from "./schema.ts";
import { type EventResult, type WireEvent, bodySchema } from "./wire.ts";

/** Everything that one call of `events/create` touches. */
export type Desk = {
  access: AccessBook;
  failures: FailureSwitches;
  received: Received;
  checkSchema: (body: unknown) => readonly SchemaFault[];
  calls: RateWindow;
  testCalls: RateWindow;
  callsPerMinuteMax: number;
  bodyBytesMax: number;
  form: () => AnswerForm;
  now: () => number;
};

/** Only this many events of a test call are processed. */
const TEST_EVENTS_MAX = 20;
const AD_ACCOUNT_ID = /^\d{1,18}$/;

/** A call on its way: what is known so far, and what the record will say. */
type Call = {
  adAccountId: string;
  test: boolean;
  rawBody: string;
  faults: string[];
  headers: Record<string, string>;
  failures: readonly Failure[];
};

/** Answers `POST /v5/ad_accounts/{ad_account_id}/events`, and records what came. */
export async function answerEventsCreate(
  desk: Desk,
  exchange: Exchange,
  adAccountId: string,
): Promise<void> {
  const call: Call = {
    adAccountId,
    test: exchange.url.searchParams.get("test") === "true",
    rawBody: "",
    faults: [],
    headers: { "X-Pinterest-RID": requestId(desk) },
    failures: desk.failures.take(adAccountId),
  };
  await delay(call, "slow");
  if (has(call, "broken_before")) return breakOff(desk, exchange, call);

  const answer = await decide(desk, exchange, call);
  await delay(call, "slow_after");
  if (has(call, "broken_after")) return breakOff(desk, exchange, call);
  record(desk, call, answer.status);
  if (has(call, "cut_answer")) return cutOff(exchange, answer);
  if (isPage(answer)) return sendPage(exchange, answer);
  sendJson(exchange.response, answer.status, answer.body, call.headers);
}

/** Sixteen digits, as the live API names its answers. */
function requestId(desk: Desk): string {
  return String(desk.received.calls.length + 1).padStart(16, "3");
}

async function delay({ failures }: Call, kind: "slow" | "slow_after"): Promise<void> {
  const slow = failures.find((failure) => failure.kind === kind);
  if (slow && "delayMs" in slow) await sleep(slow.delayMs);
}

async function decide(desk: Desk, exchange: Exchange, call: Call): Promise<Answer> {
  const body = await readBody(exchange.request, desk.bodyBytesMax);
  if (body.kind === "read") call.rawBody = body.text;
  return (
    refuseCaller(desk, exchange, call) ??
    switchedFailure(call) ??
    refuseOverLimit(desk, exchange, call) ??
    (body.kind === "too_large"
      ? refusal(413, 1, "The request is too large.")
      : takeBatch(desk, exchange, call, body.text))
  );
}

function refuseCaller(desk: Desk, { request }: Exchange, { adAccountId }: Call): Answer | null {
  const token = /^Bearer (\S+)$/.exec(request.headers.authorization ?? "")?.[1];
  if (token === undefined) return REFUSALS.unauthorized;
  if (!AD_ACCOUNT_ID.test(adAccountId)) {
    const access = desk.access.access(token, adAccountId);
    return access === "unknown_token"
      ? REFUSALS.unauthorized
      : invalidRequest("ad_account_id does not match '^\\d+$'.", desk.form());
  }
  switch (desk.access.access(token, adAccountId)) {
    case "unknown_token":
      return REFUSALS.unauthorized;
    case "unknown_account":
      return REFUSALS.unknownAccount;
    case "no_role":
      return REFUSALS.forbidden;
    case "allowed":
      return null;
  }
}

/** The answer that a failure switch asks for; `null` where none is on. */
export function switchedFailure(call: Pick<Call, "failures" | "headers">): Answer | null {
  const limit = call.failures.find((failure) => failure.kind === "rate_limit");
  if (limit) {
    call.headers["X-RateLimit-Remaining"] = "0";
    call.headers["X-RateLimit-Reset"] = String(limit.resetSeconds);
    return REFUSALS.rateLimited;
  }
  if (has(call, "server_error")) return REFUSALS.serverError;
  if (has(call, "bad_request")) return refusal(400, 4196, "The request was invalid.");
  const page = call.failures.find((failure) => failure.kind === "html");
  if (page) return { status: page.status, body: PAGE };
  return has(call, "ramped_down") ? REFUSALS.rampedDown : null;
}

/**
 * Sets the three rate-limit headers and refuses what is over a limit.
 *
 * Source: headers as measured on the live API in September 2026; 10 test calls per second: developer
 * guide, rate limits.
 */
function refuseOverLimit(desk: Desk, { request }: Exchange, call: Call): Answer | null {
  const minute = desk.calls.count(call.adAccountId, desk.now());
  const max = desk.callsPerMinuteMax;
  call.headers = {
    ...call.headers,
    "X-RateLimit-Limit": `${max}, ${max};w=60;name="ads_conversions_ad_account_id"`,
    "X-RateLimit-Remaining": String(minute.remaining),
    "X-RateLimit-Reset": String(minute.resetSeconds),
  };
  if (!minute.allowed) return REFUSALS.rateLimited;
  if (!call.test) return null;
  const second = desk.testCalls.count(request.headers.authorization ?? "", desk.now());
  if (second.allowed) return null;
  call.headers["X-RateLimit-Reset"] = String(second.resetSeconds);
  return REFUSALS.rateLimited;
}

function takeBatch(desk: Desk, { request, url }: Exchange, call: Call, text: string): Answer {
  const fault = (at: string, rule: string) => {
    call.faults.push(`${at}: ${rule}`);
    return invalidRequest(`${at} ${rule}`, desk.form());
  };
  if (!isJson(request)) return fault("Content-Type", "must be application/json");
  const test = url.searchParams.get("test");
  if (test !== null && !["true", "false"].includes(test)) return fault("test", "must be a boolean");
  const body = parseJson(text);
  if (body === undefined) return fault("(body)", "is not JSON");
  const [first] = desk.checkSchema(body);
  if (first) return fault(first.path, first.rule);

  const { data } = bodySchema.parse(body);
  const taken = call.test ? data.slice(0, TEST_EVENTS_MAX) : data;
  const results = taken.map((event, index) => takeEvent(desk, call, event, index));
  return batchAnswer(data.length, results, desk.form());
}

function takeEvent(desk: Desk, call: Call, event: WireEvent, index: number): EventResult {
  const nowMs = desk.now();
  const broken =
    brokenRule(event, { nowSeconds: nowMs / 1000 }) ?? switchedFault(call, event, index);
  const result: EventResult = broken
    ? { status: "failed", errorMessage: broken.message, warningMessage: null }
    : { status: "processed", errorMessage: null, warningMessage: warning(event) };
  if (!call.test) {
    desk.received.recordEvent(call.adAccountId, event, result, broken?.rule ?? null, nowMs);
  }
  return result;
}

function switchedFault({ failures }: Call, { event_id }: WireEvent, index: number) {
  for (const failure of failures) {
    if (failure.kind !== "partial") continue;
    const nth = failure.everyNth !== undefined && (index + 1) % failure.everyNth === 0;
    if (nth || failure.eventIds?.includes(event_id))
      return { rule: "switched_on", message: failure.message };
  }
  return null;
}

function has({ failures }: Pick<Call, "failures">, kind: Failure["kind"]): boolean {
  return failures.some((failure) => failure.kind === kind);
}

function breakOff(desk: Desk, { request }: Exchange, call: Call): void {
  record(desk, call, "broken");
  request.socket.destroy();
}

/** The promised length never comes. */
export function cutOff({ response }: Exchange, { status, body }: Answer): void {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    "content-type": "application/json",
    "content-length": Buffer.byteLength(text),
  });
  response.write(text.slice(0, text.length / 2), () => response.destroy());
}

/** What a proxy answers in an API's place. */
const PAGE = "<!doctype html><title>Bad gateway</title><h1>Bad gateway</h1>\n";

export function isPage({ body }: Answer): boolean {
  return body === PAGE;
}

export function sendPage({ response }: Exchange, { status }: Answer): void {
  response.writeHead(status, { "content-type": "text/html; charset=utf-8" });
  response.end(PAGE);
}

function record(desk: Desk, call: Call, status: number | "broken"): void {
  desk.received.recordCall({
    adAccountId: call.adAccountId,
    receivedAt: new Date(desk.now()).toISOString(),
    test: call.test,
    status,
    faults: call.faults,
    failures: call.failures.map(({ kind }) => kind),
    rawBody: call.rawBody,
  });
}
