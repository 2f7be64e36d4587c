import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";

import { explainLine } from "~/components/explain-line";
import { findOverview } from "~/conversions/overview.server";
import type { OutboxState } from "~/conversions/outbox";
import { db } from "~/db.server";
import { InvariantError } from "~/errors";
import type { ShopId } from "~/ids";
import { listJobs } from "~/jobs/list.server";
import { log } from "~/log.server";
import { english } from "~/messages/english";
import type { Attention } from "~/pinterest/outcome";
import { startQueue, stopQueue } from "~/queue.server";
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from "~/time";

import { TEST_NOW } from "#test/support/clock";
import { emptyDatabase } from "#test/support/database";
import { deliver, recordOrders, takeWakeUps, useWorker } from "#test/support/delivery";
import { connectedShop } from "#test/support/shops";

/** What an event is before the call: how old, what the browser reported, and where the act was. */
type Act = { ageMs: number; browserSent: boolean; actionSource: "web" | "offline" };

/** What becomes of each such event, whatever Pinterest would answer; `null`: it is in the call. */
const ACTS: readonly (Act & { expires: "expired" | "too_old" | null })[] = [
  { ageMs: 30 * MINUTE_MS, browserSent: false, actionSource: "web", expires: null },
  { ageMs: 30 * MINUTE_MS, browserSent: true, actionSource: "web", expires: null },
  { ageMs: 30 * MINUTE_MS, browserSent: false, actionSource: "offline", expires: null },
  { ageMs: 30 * MINUTE_MS, browserSent: true, actionSource: "offline", expires: null },
  { ageMs: 2 * HOUR_MS, browserSent: false, actionSource: "web", expires: null },
  { ageMs: 2 * HOUR_MS, browserSent: true, actionSource: "web", expires: "expired" },
  { ageMs: 2 * HOUR_MS, browserSent: false, actionSource: "offline", expires: null },
  { ageMs: 2 * HOUR_MS, browserSent: true, actionSource: "offline", expires: null },
  { ageMs: 8 * DAY_MS, browserSent: false, actionSource: "web", expires: "too_old" },
  { ageMs: 8 * DAY_MS, browserSent: true, actionSource: "web", expires: "too_old" },
  { ageMs: 8 * DAY_MS, browserSent: false, actionSource: "offline", expires: "too_old" },
  { ageMs: 8 * DAY_MS, browserSent: true, actionSource: "offline", expires: "too_old" },
];

const SENT = ACTS.filter(({ expires }) => expires === null).length;

/** What Pinterest answers to a call with these events. */
type Answer = (call: { count: number; hasBad: boolean; badAt: number }) => {
  status: number;
  headers?: Record<string, string>;
  body?: unknown;
};

type Row = {
  answer: string;
  script: Answer | "no_answer" | "refused_connection" | "broken";
  /** Of the events in the call, but for one. */
  state: OutboxState;
  sentence: string;
  /** Of the one that Pinterest names or that stands alone in the end; left out: the same. */
  bad?: { state: OutboxState; sentence: string };
  attempts: number;
  /** No call of the lane before so many milliseconds. */
  pauseMs?: number;
  attention?: Attention;
  /** HTTP calls made; left out: one. */
  calls?: number;
};

const PROCESSED = { status: "processed", error_message: "", warning_message: "" };
const FAILED = { status: "failed", error_message: "Bad click_id.", warning_message: null };
const INVALID = { code: 4196, message: "The request was invalid." };

const DELIVERED = {
  state: "delivered",
  sentence: english.message("line_delivered"),
  attempts: 1,
} as const;
const BAD = {
  state: "dead_letter",
  sentence: english.message("line_dead_letter", { words: "Bad click_id" }),
} as const;
const ALONE = {
  state: "dead_letter",
  sentence: english.message("line_dead_letter", { words: "The request was invalid" }),
} as const;
const LATER = {
  state: "pending",
  sentence: english.message("line_pending_unavailable"),
  attempts: 1,
  pauseMs: 500,
} as const;
const LIMITED = { ...LATER, sentence: english.message("line_pending_rate_limited") } as const;
const UNREACHED = { ...LATER, sentence: english.message("line_pending_network") } as const;
const HELD = { state: "held", sentence: english.message("line_held"), attempts: 1 } as const;
/** Seven events, four and three, then two and the bad one alone. */
const HALVED = 5;

/**
 * Every answer, and what it makes of the events in the call, the lane and the connection.
 *
 * Source: Pinterest API v5.23, `events/create`; the section "Delivery" of docs/architecture.md.
 */
const ROWS: readonly Row[] = [
  { answer: "200, all processed", script: lines(() => PROCESSED), ...DELIVERED },
  {
    answer: "200, one failed",
    script: lines((isBad) => (isBad ? FAILED : PROCESSED)),
    ...DELIVERED,
    bad: BAD,
  },
  ...["", null, undefined].map((absent) => ({
    answer: `200, messages ${String(absent === "" ? '""' : absent)}`,
    script: lines((isBad) => ({
      status: isBad ? "failed" : "processed",
      error_message: absent,
      warning_message: absent,
    })),
    ...DELIVERED,
    bad: {
      state: "dead_letter" as const,
      sentence: english.message("line_dead_letter", { words: "Pinterest gave no reason" }),
    },
  })),
  {
    answer: "200, processed with advice",
    script: lines(() => ({ ...PROCESSED, warning_message: "click_id is missing." })),
    ...DELIVERED,
    sentence: english.message("line_delivered_advice", { words: "click_id is missing" }),
  },
  { answer: "200, too few lines", script: lines(() => PROCESSED, -1), ...LATER },
  { answer: "200, too many lines", script: lines(() => PROCESSED, 1), ...LATER },
  { answer: "200, no lines", script: fixed(200, { events: [] }), ...LATER },
  { answer: "200, an HTML page", script: fixed(200, "<html>Welcome</html>"), ...LATER },
  { answer: "200, nothing", script: fixed(200, ""), ...LATER },
  { answer: "204", script: fixed(204, ""), ...LATER },
  {
    answer: "422 with a line for each",
    script: lines((isBad) => (isBad ? FAILED : PROCESSED), 0, 422),
    ...DELIVERED,
    bad: BAD,
  },
  { answer: "422 without lines", script: whereBad(422), ...DELIVERED, bad: ALONE, calls: HALVED },
  { answer: "400", script: whereBad(400), ...DELIVERED, bad: ALONE, calls: HALVED },
  { answer: "413", script: whereBad(413), ...DELIVERED, bad: ALONE, calls: HALVED },
  { answer: "401", script: fixed(401), ...HELD, attention: "token_refused" },
  { answer: "403", script: fixed(403), ...HELD, attention: "no_permission" },
  { answer: "404", script: fixed(404), ...HELD, attention: "account_not_found" },
  { answer: "408", script: fixed(408), ...LATER },
  { answer: "409", script: fixed(409), ...LATER },
  { answer: "429 without a header", script: fixed(429), ...LIMITED },
  ...[
    { reset: "42", pauseMs: 42 * SECOND_MS },
    { reset: "42, 60;w=60", pauseMs: 42 * SECOND_MS },
    { reset: "86400", pauseMs: DAY_MS },
    { reset: "0", pauseMs: 500 },
    { reset: "-1", pauseMs: 500 },
    { reset: "soon", pauseMs: 500 },
    { reset: "1795188600", pauseMs: 500 },
  ].map(({ reset, pauseMs }) => ({
    answer: `429, X-RateLimit-Reset: ${reset}`,
    script: fixed(429, undefined, { "x-ratelimit-reset": reset }),
    ...LIMITED,
    pauseMs,
  })),
  ...[500, 502, 503, 504].map((status) => ({
    answer: String(status),
    // The window's end is no word on when a server is well again.
    script: fixed(status, undefined, { "x-ratelimit-reset": "60" }),
    ...LATER,
  })),
  {
    answer: "a redirect",
    script: fixed(302, "", { location: "https://example.com/" }),
    ...UNREACHED,
  },
  {
    answer: "none in time",
    script: "no_answer",
    ...LATER,
    sentence: english.message("line_pending_timeout"),
  },
  { answer: "a broken connection", script: "broken", ...UNREACHED },
  { answer: "a refused connection", script: "refused_connection", ...UNREACHED, calls: 0 },
];

const scripted = useScriptedPinterest();
useWorker();
beforeAll(() => startQueue(listJobs(new AbortController().signal), "producer"));
afterAll(() => stopQueue(1_000));
beforeEach(async () => {
  await emptyDatabase();
  await takeWakeUps();
  vi.spyOn(log, "warn").mockReturnValue();
});
afterEach(() => vi.restoreAllMocks());

describe("an answer to seven events, beside five that are over an hour or seven days old", () => {
  test.each(ROWS)("$answer", async (row) => {
    const shopId = await connectedShop();
    const eventIds = await recordActs(shopId);
    const badId = eventIds[3] ?? "";
    scripted.script(row.script, badId);
    await deliver(shopId);

    const found = await outcomesOf(shopId, eventIds);
    ACTS.forEach(({ expires }, index) => {
      const isBad = eventIds[index] === badId;
      const { state, sentence } = isBad ? (row.bad ?? row) : row;
      expect(found[index], JSON.stringify(ACTS[index])).toEqual(
        expires === null
          ? { state, sentence, attempts: row.attempts }
          : { state: "expired", sentence: english.message(expires), attempts: 0 },
      );
    });
    expect(scripted.calls()).toBe(row.calls ?? 1);
    const isStopped = row.attention !== undefined;
    expect(await db.pinterestConnection.findMany()).toMatchObject([
      {
        state: isStopped ? "needs_attention" : "connected",
        attention: row.attention ?? null,
      },
    ]);
    expect(await db.deliveryLane.findMany()).toMatchObject([
      {
        failures: row.pauseMs === undefined ? 0 : 1,
        pausedUntil: row.pauseMs === undefined ? null : new Date(TEST_NOW.getTime() + row.pauseMs),
      },
    ]);
  });

  test("the rows hold for every combination of age, browser and place", () => {
    expect(new Set(ACTS.map((act) => JSON.stringify(act))).size).toBe(3 * 2 * 2);
    expect(SENT).toBe(7);
  });
});

/** A line for each event, `extra` more or fewer. */
function lines(line: (isBad: boolean) => object, extra = 0, status = 200): Answer {
  return ({ count, badAt }) => {
    const events = Array.from({ length: count + extra }, (_, index) => line(index === badAt));
    return { status, body: { num_events_received: count, num_events_processed: count, events } };
  };
}

/** A refusal of every call that has the bad event in it. */
function whereBad(status: number): Answer {
  const taken = lines(() => PROCESSED);
  return (call) => (call.hasBad ? { status, body: INVALID } : taken(call));
}

function fixed(status: number, body: unknown = INVALID, headers = {}): Answer {
  return () => ({ status, headers, body });
}

/** An event for each act, in the order of the table. */
async function recordActs(shopId: ShopId): Promise<string[]> {
  const eventIds = await recordOrders(shopId, ACTS.length);
  for (const [index, { ageMs, browserSent, actionSource }] of ACTS.entries()) {
    // One millisecond apart, so that the call has the table's order.
    const occurredAt = new Date(TEST_NOW.getTime() - ageMs + index);
    const changes = JSON.stringify({ actionSource, occurredAt });
    await db.$executeRaw`
      UPDATE outbox SET "occurredAt" = ${occurredAt}, "browserSent" = ${browserSent},
                        payload = payload || ${changes}::jsonb
       WHERE "shopId" = ${shopId}::uuid AND "eventId" = ${eventIds[index]}`;
  }
  return eventIds;
}

/** State, the merchant's sentence and attempts of each event. */
async function outcomesOf(shopId: ShopId, eventIds: readonly string[]) {
  const { lines: shown } = await findOverview(shopId, TEST_NOW);
  const byOrder = new Map(shown.map((line) => [line.orderId, line]));
  const rows = await db.outboxRow.findMany({ where: { shopId } });
  return eventIds.map((eventId, index) => {
    const row = rows.find((candidate) => candidate.eventId === eventId);
    const line = byOrder.get(String(index + 1));
    if (!row || !line) throw new InvariantError("An order has lost its row or its line");
    expect(line.state).toBe(row.state);
    return { state: line.state, sentence: explainLine(english, line), attempts: row.attempts };
  });
}

/** A server in Pinterest's place that says what a row of the table says. */
function useScriptedPinterest() {
  let server: Server;
  let answer: Row["script"] = "no_answer";
  let bad = "";
  let calls = 0;
  const fetchReally = globalThis.fetch;

  beforeAll(async () => {
    server = createServer((request, response) => {
      calls += 1;
      const chunks: Buffer[] = [];
      request.on("data", (chunk: Buffer) => chunks.push(chunk));
      request.on("end", () => respond(JSON.parse(Buffer.concat(chunks).toString()), response));
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  });
  afterAll(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });

  function respond(sent: { data: { event_id: string }[] }, response: ServerResponse): void {
    if (answer === "broken") return void response.destroy();
    if (answer === "no_answer" || answer === "refused_connection") return;
    const badAt = sent.data.findIndex(({ event_id }) => event_id === bad);
    const { status, headers, body } = answer({
      count: sent.data.length,
      hasBad: badAt >= 0,
      badAt,
    });
    response.writeHead(status, headers);
    response.end(typeof body === "string" ? body : JSON.stringify(body));
  }

  return {
    calls: () => calls,
    script(next: Row["script"], badId: string): void {
      [answer, bad, calls] = [next, badId, 0];
      const { port } = server.address() as AddressInfo;
      // Nobody listens on port 1.
      const origin = `http://127.0.0.1:${next === "refused_connection" ? 1 : port}`;
      vi.spyOn(globalThis, "fetch").mockImplementation((url, init) =>
        fetchReally(new URL(new URL(String(url)).pathname, origin), init),
      );
      if (next !== "no_answer") return;
      const { timeout } = AbortSignal;
      vi.spyOn(AbortSignal, "timeout").mockImplementation(() => timeout.call(AbortSignal, 200));
    },
  };
}
