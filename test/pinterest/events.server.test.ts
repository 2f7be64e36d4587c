import { describe, expect, test, vi } from "vitest";

import { log } from "~/log.server";
import { postEvents } from "~/pinterest/events.server";
import type { WireEvent } from "~/pinterest/wire";

import { useLocalPinterest } from "#test/support/pinterest";
import { sha256Hex } from "#test/support/sha256";
import { CREDENTIALS } from "#test/support/shops";

import { FOREIGN_AD_ACCOUNT_ID } from "../../sandbox/pinterest/server";

const pinterest = useLocalPinterest();
const LIVE = { isTest: false };

describe("postEvents", () => {
  test("gives one outcome per event, in the order sent", async () => {
    const events = [wireEvent("a"), wireEvent("b", { event_time: 1_000_000_000 }), wireEvent("c")];
    const answer = await postEvents(CREDENTIALS, events, LIVE);

    expect(answer).toMatchObject({
      kind: "per_event",
      outcomes: [{ kind: "delivered" }, { kind: "rejected" }, { kind: "delivered" }],
    });
    expect(await pinterest.events()).toHaveLength(3);
  });

  test("tells Pinterest's own name for the call, its status and how long it took", async () => {
    const { facts } = await postEvents(CREDENTIALS, [wireEvent("a")], LIVE);
    expect(facts).toMatchObject({ status: 200, requestId: expect.stringMatching(/^\d{16}$/) });
    expect(facts?.durationMs).toBeGreaterThan(0);
  });

  test("keeps Pinterest's words about a failed event", async () => {
    await pinterest.fail({ kind: "partial", eventIds: ["a"], message: "Bad click_id." });
    expect(await postEvents(CREDENTIALS, [wireEvent("a")], LIVE)).toMatchObject({
      kind: "per_event",
      outcomes: [{ kind: "rejected", reason: "Bad click_id." }],
    });
  });

  test("keeps Pinterest's advice on an event that it took", async () => {
    const { outcomes } = await perEvent([wireEvent("a")]);
    expect(outcomes[0]?.kind).toBe("delivered");
    expect(outcomes[0]).toHaveProperty("warning", expect.stringContaining("click_id"));
  });

  test.each(["empty", "null", "omitted"] as const)(
    "takes a message that is %s for none",
    async (absent) => {
      await pinterest.form({ absent });
      await pinterest.fail({ kind: "partial", eventIds: ["a"], message: "Bad." });
      expect((await perEvent([wireEvent("a"), wireEvent("b")])).outcomes).toMatchObject([
        { kind: "rejected", reason: "Bad." },
        { kind: "delivered" },
      ]);
    },
  );

  test("reads the lines of a 422", async () => {
    await pinterest.form({ failed: "422_events" });
    await pinterest.fail({ kind: "partial", everyNth: 2, message: "Bad." });
    expect((await perEvent([wireEvent("a"), wireEvent("b")])).outcomes).toMatchObject([
      { kind: "delivered" },
      { kind: "rejected" },
    ]);
  });

  test.each(["422_details", "422_opaque"] as const)(
    "takes a 422 without lines at its top (%s) for a refusal of the whole",
    async (failed) => {
      await pinterest.form({ failed });
      await pinterest.fail({ kind: "partial", everyNth: 2, message: "Bad." });
      expect(await postEvents(CREDENTIALS, [wireEvent("a"), wireEvent("b")], LIVE)).toMatchObject({
        kind: "refused",
        reason: "Not all events were successfully processed.",
      });
    },
  );

  test("tells a body that is refused as a whole from its events", async () => {
    const answer = await postEvents(CREDENTIALS, [], LIVE);
    expect(answer).toMatchObject({ kind: "refused", reason: "The request was invalid." });
    await pinterest.reset();
  });

  test.each([
    {
      who: "an unknown token",
      credentials: { ...CREDENTIALS, conversionToken: "pina_unknown_token_000000" },
      attention: "token_refused",
    },
    {
      who: "an account that the token may not use",
      credentials: { ...CREDENTIALS, adAccountId: FOREIGN_AD_ACCOUNT_ID },
      attention: "no_permission",
    },
    {
      who: "an account that does not exist",
      credentials: { ...CREDENTIALS, adAccountId: "1" },
      attention: "account_not_found",
    },
  ])("asks for the merchant on $who", async ({ credentials, attention }) => {
    expect(await postEvents(credentials, [wireEvent("a")], LIVE)).toMatchObject({
      kind: "needs_attention",
      attention,
    });
    expect(await pinterest.events()).toEqual([]);
  });

  test("waits as long as Pinterest says", async () => {
    await pinterest.fail({ kind: "rate_limit", resetSeconds: 42 });
    expect(await postEvents(CREDENTIALS, [wireEvent("a")], LIVE)).toMatchObject({
      kind: "retry",
      delay: "rate_limited",
      retryAfterMs: 42_000,
    });
  });

  test.each([
    { failure: { kind: "server_error" }, delay: "unavailable" },
    { failure: { kind: "ramped_down" }, delay: "unavailable" },
    { failure: { kind: "broken_before" }, delay: "network" },
    { failure: { kind: "broken_after" }, delay: "network" },
  ] as const)("tries again after $failure.kind", async ({ failure, delay }) => {
    vi.spyOn(log, "warn");
    await pinterest.fail(failure);
    expect(await postEvents(CREDENTIALS, [wireEvent("a")], LIVE)).toMatchObject({
      kind: "retry",
      delay,
      retryAfterMs: null,
    });
  });

  test("gives up a call that takes too long", async () => {
    const timeout = AbortSignal.timeout.bind(AbortSignal);
    const asked = vi.spyOn(AbortSignal, "timeout").mockImplementation(() => timeout(20));
    await pinterest.fail({ kind: "slow", delayMs: 200, calls: 1 });
    expect(await postEvents(CREDENTIALS, [wireEvent("a")], LIVE)).toMatchObject({
      kind: "retry",
      delay: "timeout",
      retryAfterMs: null,
    });
    expect(asked).toHaveBeenCalledExactlyOnceWith(10_000);
  });

  test("a test call is answered and recorded nowhere", async () => {
    const answer = await postEvents(CREDENTIALS, [wireEvent("a")], { isTest: true });
    expect(answer.kind).toBe("per_event");
    expect((await pinterest.calls()).map(({ test }) => test)).toEqual([true]);
    expect(await pinterest.events()).toEqual([]);
  });

  test("cuts Pinterest's words at a line's length", async () => {
    await pinterest.fail({ kind: "partial", everyNth: 1, message: "x".repeat(5_000) });
    const { outcomes } = await perEvent([wireEvent("a")]);
    expect(outcomes).toEqual([{ kind: "rejected", reason: "x".repeat(500) }]);
  });

  test("keeps the ad account inside its path segment", async () => {
    const credentials = { ...CREDENTIALS, adAccountId: "../../sandbox/tokens" };
    expect(await postEvents(credentials, [wireEvent("a")], LIVE)).toMatchObject({
      kind: expect.stringMatching(/refused|needs_attention/),
    });
  });

  test("writes counts and codes into the log, never the token or an event", async () => {
    const lines = [vi.spyOn(log, "info"), vi.spyOn(log, "warn")];
    await postEvents(CREDENTIALS, [wireEvent("a")], LIVE);
    await pinterest.fail({ kind: "broken_before" });
    await postEvents(CREDENTIALS, [wireEvent("a")], LIVE);
    const text = JSON.stringify(lines.flatMap((line) => line.mock.calls));
    expect(text).toContain("per_event");
    expect(text).not.toContain(CREDENTIALS.conversionToken);
    expect(text).not.toContain("203.0.113.7");
  });
});

async function perEvent(events: readonly WireEvent[]) {
  const answer = await postEvents(CREDENTIALS, events, LIVE);
  if (answer.kind === "per_event") return answer;
  throw new Error(`Not an answer per event: ${JSON.stringify(answer)}`);
}

function wireEvent(id: string, changes: Partial<WireEvent> = {}): WireEvent {
  return {
    event_name: "checkout",
    action_source: "web",
    // 2026-11-20T15:00:00Z
    event_time: 1_795_186_800,
    event_id: id,
    user_data: {
      em: [sha256Hex("ada@example.com")],
      client_ip_address: "203.0.113.7",
      client_user_agent: "Mozilla/5.0 (test)",
    },
    ...changes,
  };
}
