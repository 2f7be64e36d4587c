import type { z } from "zod";

import { log } from "~/log.server";
import { observeCall, seeRateLimit, type CallPurpose } from "~/metrics.server";
import { parse } from "~/parse";

import type { Page } from "./account";
import { ask, type HttpAnswer } from "./request.server";
import { wordsOf, type Delay } from "./outcome";
import { wireErrorSchema } from "./wire";

/** A token, or the app's own name and secret by HTTP Basic. */
export type Access = { bearer: string } | { appId: string; appSecret: string };

/** One call of an operation other than `events/create`. */
export type ApiCall = {
  /** The operation's id in Pinterest's description; for the log. */
  operation: string;
  purpose: Extract<CallPurpose, "account" | "catalog">;
  method: "GET" | "POST" | "PATCH" | "DELETE";
  path: string;
  /** What is `undefined` is left out. */
  query?: Readonly<Record<string, string | undefined>>;
  access: Access;
  json?: unknown;
  form?: Readonly<Record<string, string>>;
};

/** What one call came to, named by who acts next. */
export type ApiAnswer<Value> =
  | { kind: "done"; value: Value }
  /** The merchant, if a renewed token fares no better. */
  | { kind: "token_refused" }
  /** The merchant or a developer: the same call gets the same answer. `code` is Pinterest's own. */
  | { kind: "refused"; status: number; code: number | null; reason: string }
  /** We. Whether it was done is not known. */
  | { kind: "retry"; delay: Delay; retryAfterMs: number | null };

/** The whole call, answer read. Lists of a large account take their time; a page waits for some of them. */
const CALL_MS_MAX = 10_000;

/**
 * "You are not permitted to access that resource." Catalog operations answer it with 401 too, where the
 * token is good and its user's role is not.
 *
 * Source: Pinterest API v5.23, responses 401 of `feeds/create` and others.
 */
const NOT_PERMITTED = 29;

/**
 * Calls an operation once and says what came of it; never throws for anything that the network or
 * Pinterest does. No token is in any answer, error or log record. An answer of success that does not fit
 * `schema` counts as unknown: it may have been done.
 */
export async function callApi<Value>(
  call: ApiCall,
  schema: z.ZodType<Value>,
): Promise<ApiAnswer<Value>> {
  const http = await ask(`${call.path}${queryOf(call)}`, requestOf(call), CALL_MS_MAX);
  const answer = answerOf(http, schema);
  const { operation, purpose } = call;
  const { durationMs } = http;
  observeCall(answer.kind === "retry" ? answer.delay : answer.kind, purpose, durationMs);
  if (http.kind === "unanswered") {
    log.warn({ err: http.err, operation }, "could not reach Pinterest");
    return answer;
  }
  seeRateLimit(http.rateLimit.remaining);
  const code = answer.kind === "refused" ? answer.code : null;
  const record = { operation, status: http.status, answer: answer.kind, code };
  log.info({ ...record, durationMs: Math.round(durationMs) }, "called Pinterest");
  return answer;
}

/** A list that never ends is not followed; no list of ours is that long. */
const PAGES_MAX = 20;

/** The most that a page may hold. Source: Pinterest API v5.23, `query_page_size`. */
export const PAGE_SIZE = "250";

/** Every page of a list, in their order; the first that is not answered is the answer. */
export async function everyPage<Item>(
  ask: (bookmark: string | undefined) => Promise<ApiAnswer<Page<Item>>>,
): Promise<ApiAnswer<readonly Item[]>> {
  const items: Item[] = [];
  let bookmark: string | undefined;
  for (let page = 1; page <= PAGES_MAX; page += 1) {
    const answer = await ask(bookmark);
    if (answer.kind !== "done") return answer;
    items.push(...answer.value.items);
    if (answer.value.bookmark === null) break;
    bookmark = answer.value.bookmark;
  }
  return { kind: "done", value: items };
}

function queryOf({ query = {} }: ApiCall): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) params.set(name, value);
  }
  return params.size === 0 ? "" : `?${params}`;
}

function requestOf({ access, form, json, method }: ApiCall): RequestInit {
  const headers = new Headers({ accept: "application/json", authorization: authorization(access) });
  if (form) return { method, headers, body: new URLSearchParams(form) };
  if (json === undefined) return { method, headers };
  headers.set("content-type", "application/json");
  return { method, headers, body: JSON.stringify(json) };
}

function authorization(access: Access): string {
  if ("bearer" in access) return `Bearer ${access.bearer}`;
  return `Basic ${Buffer.from(`${access.appId}:${access.appSecret}`, "utf8").toString("base64")}`;
}

function answerOf<Value>(http: HttpAnswer, schema: z.ZodType<Value>): ApiAnswer<Value> {
  if (http.kind === "unanswered") return { kind: "retry", delay: http.delay, retryAfterMs: null };
  const { body, rateLimit, status } = http;
  if (status >= 200 && status < 300) {
    const value = parse(schema, body);
    if (value.kind === "parsed") return { kind: "done", value: value.value };
    log.warn({ fields: value.fields }, "an answer of Pinterest does not fit its description");
    return { kind: "retry", delay: "unavailable", retryAfterMs: null };
  }
  if (status === 429) {
    return { kind: "retry", delay: "rate_limited", retryAfterMs: rateLimit.resetMs };
  }
  // 501 says that Pinterest does not do this at all; every other 5xx may pass.
  if (status >= 500 && status !== 501) {
    return { kind: "retry", delay: "unavailable", retryAfterMs: null };
  }
  const refusal = parse(wireErrorSchema, body);
  const code = refusal.kind === "parsed" ? refusal.value.code : null;
  if (status === 401 && code !== NOT_PERMITTED) return { kind: "token_refused" };
  const reason = wordsOf(refusal.kind === "parsed" ? refusal.value.message : undefined);
  return { kind: "refused", status, code, reason };
}
