import { timingSafeEqual } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { type Exchange, parseJson, readBody, sendJson } from "../loopback-server.ts";
import type { AccessBook } from "./access.ts";
import { type Answer, REFUSALS, refusal } from "./answer.ts";
import type { RegisteredApp } from "./authorize.ts";
import type { User } from "./directory.ts";
import { cutOff, isPage, sendPage, switchedFailure } from "./events-create.ts";
import type { Failure, FailureSwitches } from "./failures.ts";
import type { Grants } from "./grants.ts";
import type { Operation } from "./operations.ts";
import type { RateWindow } from "./rate-window.ts";

/** One call of an operation other than `events/create`, as it came and as it was answered. */
export type ApiCallRecord = {
  id: number;
  operationId: string;
  method: string;
  path: string;
  query: string;
  contentType: string;
  rawBody: string;
  status: number | "broken";
  answer: unknown;
  /** Why the call was refused: paths and rules, never values. */
  faults: readonly string[];
};

/** What a handler gets of a call that the description allows. */
export type ApiRequest = {
  /** `null` for the operations of the app itself. */
  user: User | null;
  path: Readonly<Record<string, string>>;
  query: URLSearchParams;
  body: unknown;
};

export type ApiHandler = (request: ApiRequest) => Answer | Promise<Answer>;

/** Everything that one call touches. */
export type ApiDesk = {
  app: RegisteredApp;
  access: () => AccessBook;
  users: () => readonly User[];
  grants: Grants;
  failures: FailureSwitches;
  records: ApiCallRecord[];
  /** Per user and category. */
  calls: RateWindow;
  now: () => number;
};

const BODY_BYTES_MAX = 8 * 1024 * 1024;

/**
 * Answers one call of an operation: who asks, what the description allows, then the handler. Every call is
 * recorded, and an answer of ours that the description does not allow is a fault of the sandbox.
 */
export async function answerOperation(
  desk: ApiDesk,
  operation: Operation,
  handler: ApiHandler,
  exchange: Exchange,
  path: Readonly<Record<string, string>>,
): Promise<void> {
  const failures = desk.failures.take(path["ad_account_id"] ?? "", operation.operationId);
  const call = { failures, headers: {} };
  const record = open(desk, operation, exchange);
  await delay(failures, "slow");
  if (has(failures, "broken_before")) return breakOff(exchange, record);
  const body = await readBody(exchange.request, BODY_BYTES_MAX);
  record.rawBody = body.kind === "read" ? body.text : "";

  const answer =
    switchedFailure(call) ?? (await decide(desk, operation, handler, exchange, path, record));
  await delay(failures, "slow_after");
  if (has(failures, "broken_after")) return breakOff(exchange, record);
  record.status = answer.status;
  record.answer = answer.body;
  if (has(failures, "cut_answer")) return cutOff(exchange, answer);
  if (isPage(answer)) return sendPage(exchange, answer);
  if (answer.status === 204) {
    exchange.response.writeHead(204);
    exchange.response.end();
    return;
  }
  sendJson(exchange.response, answer.status, answer.body, call.headers);
}

function open(desk: ApiDesk, operation: Operation, { request, url }: Exchange): ApiCallRecord {
  const record: ApiCallRecord = {
    id: desk.records.length + 1,
    operationId: operation.operationId,
    method: operation.method,
    path: url.pathname.replace(/^\/v5/, ""),
    query: url.search,
    contentType: request.headers["content-type"] ?? "",
    rawBody: "",
    status: "broken",
    answer: null,
    faults: [],
  };
  desk.records.push(record);
  return record;
}

async function decide(
  desk: ApiDesk,
  operation: Operation,
  handler: ApiHandler,
  exchange: Exchange,
  path: Readonly<Record<string, string>>,
  record: ApiCallRecord,
): Promise<Answer> {
  const caller = callerOf(desk, operation, exchange);
  if ("refused" in caller) return caller.refused;
  if (!desk.calls.count(`${caller.user?.id} ${operation.method}`, desk.now()).allowed) {
    return REFUSALS.rateLimited;
  }
  const body = bodyOf(operation, record);
  const faults = [
    ...operation.checkPath(path),
    ...operation.checkQuery(exchange.url.searchParams),
    ...(body.kind === "read"
      ? operation.checkBody(body.value)
      : [{ path: "(body)", rule: body.rule }]),
  ];
  record.faults = faults.map(({ path: at, rule }) => `${at}: ${rule}`);
  const [first] = faults;
  if (first) return refusal(400, 1, `Invalid request: ${first.path} ${first.rule}`);
  return handler({
    user: caller.user,
    path,
    query: exchange.url.searchParams,
    body: body.kind === "read" ? body.value : undefined,
  });
}

type Caller = { user: User | null } | { refused: Answer };

function callerOf(desk: ApiDesk, operation: Operation, { request }: Exchange): Caller {
  const header = request.headers.authorization ?? "";
  if (operation.access === "basic") {
    const given = Buffer.from(/^Basic (\S+)$/.exec(header)?.[1] ?? "", "base64");
    const wanted = Buffer.from(`${desk.app.id}:${desk.app.secret}`);
    const isApp = given.length === wanted.length && timingSafeEqual(given, wanted);
    return isApp ? { user: null } : { refused: REFUSALS.unauthorized };
  }
  const permission = desk.grants.find(/^Bearer (\S+)$/.exec(header)?.[1] ?? "", desk.now());
  const user = desk.users().find(({ id }) => id === permission?.userId);
  if (!permission || !user) return { refused: REFUSALS.unauthorized };
  const isAllowed = operation.scopes.every((scope) => permission.scopes.includes(scope));
  return isAllowed ? { user } : { refused: REFUSALS.forbidden };
}

type Body = { kind: "read"; value: unknown } | { kind: "unreadable"; rule: string };

function bodyOf({ body }: Operation, { contentType, rawBody }: ApiCallRecord): Body {
  if (!body) {
    return rawBody === ""
      ? { kind: "read", value: undefined }
      : { kind: "unreadable", rule: "must be empty" };
  }
  const [type = ""] = contentType.split(";");
  if (type.trim().toLowerCase() !== body.contentType) {
    return { kind: "unreadable", rule: `must be ${body.contentType}` };
  }
  if (body.contentType !== "application/json") {
    return { kind: "read", value: Object.fromEntries(new URLSearchParams(rawBody)) };
  }
  const value = parseJson(rawBody);
  return value === undefined
    ? { kind: "unreadable", rule: "is not JSON" }
    : { kind: "read", value };
}

async function delay(failures: readonly Failure[], kind: "slow" | "slow_after"): Promise<void> {
  const slow = failures.find((failure) => failure.kind === kind);
  if (slow && "delayMs" in slow) await sleep(slow.delayMs);
}

function has(failures: readonly Failure[], kind: Failure["kind"]): boolean {
  return failures.some((failure) => failure.kind === kind);
}

function breakOff({ request }: Exchange, record: ApiCallRecord): void {
  record.status = "broken";
  request.socket.destroy();
}
