import { describe, expect, test } from "vitest";

import { sendBatch } from "~/conversions/send-batch";
import type { EventsAnswer } from "~/pinterest/outcome";

const LETTERS = [..."abcdefgh"];

describe("sendBatch", () => {
  test("gives each event the outcome of its own line", async () => {
    const { settled, stop } = await sendBatch(["a", "b"], async () => ({
      kind: "per_event",
      outcomes: [{ kind: "delivered", warning: "Add ph." }, rejected("Bad event_time.")],
    }));
    expect(stop).toBeNull();
    expect(settled).toEqual([
      { event: "a", outcome: { kind: "delivered", warning: "Add ph." } },
      { event: "b", outcome: rejected("Bad event_time.") },
    ]);
  });

  test.each(LETTERS)("%s alone is at fault: it is found, and all others are sent", async (bad) => {
    const pinterest = pinterestThatRefuses(bad);
    const { settled, stop } = await sendBatch(LETTERS, pinterest.post);

    expect(stop).toBeNull();
    expect(settled.map(({ event }) => event)).toEqual(LETTERS);
    expect(settled.filter(({ outcome }) => outcome.kind === "rejected")).toEqual([
      { event: bad, outcome: rejected("400") },
    ]);
    // The whole, and twice for each halving of eight.
    expect(pinterest.calls).toHaveLength(7);
  });

  test("among a thousand events, one bad one costs some twenty calls more", async () => {
    const events = Array.from({ length: 1_000 }, (_, index) => `e${index}`);
    const pinterest = pinterestThatRefuses("e617");
    const { settled } = await sendBatch(events, pinterest.post);

    expect(settled.filter(({ outcome }) => outcome.kind === "delivered")).toHaveLength(999);
    expect(pinterest.calls.length).toBeLessThanOrEqual(21);
  });

  test("several bad events are all found", async () => {
    const pinterest = pinterestThatRefuses("a", "d", "h");
    const { settled } = await sendBatch(LETTERS, pinterest.post);
    const bad = settled.filter(({ outcome }) => outcome.kind === "rejected");
    expect(bad.map(({ event }) => event)).toEqual(["a", "d", "h"]);
  });

  test.each<EventsAnswer>([
    { kind: "needs_attention", attention: "token_refused" },
    { kind: "retry", delay: "rate_limited", retryAfterMs: 30_000 },
    { kind: "retry", delay: "network", retryAfterMs: null },
  ])("$kind ends the work, and nothing has an outcome", async (answer) => {
    let calls = 0;
    const sent = await sendBatch(LETTERS, async () => {
      calls += 1;
      return answer;
    });
    expect(sent).toEqual({ settled: [], stop: answer });
    expect(calls).toBe(1);
  });

  test("an answer about the lane in the middle keeps what was settled before it", async () => {
    const answers: EventsAnswer[] = [
      { kind: "refused", reason: "400" },
      { kind: "per_event", outcomes: [{ kind: "delivered" }] },
      { kind: "retry", delay: "unavailable", retryAfterMs: null },
    ];
    const { settled, stop } = await sendBatch(["a", "b"], async () => {
      const answer = answers.shift();
      return answer ?? { kind: "refused", reason: "one call too many" };
    });
    expect(settled.map(({ event }) => event)).toEqual(["a"]);
    expect(stop).toEqual({ kind: "retry", delay: "unavailable", retryAfterMs: null });
  });

  test("an event without a line in the answer has no outcome", async () => {
    const { settled } = await sendBatch(["a", "b"], async () => ({
      kind: "per_event",
      outcomes: [{ kind: "delivered" }],
    }));
    expect(settled.map(({ event }) => event)).toEqual(["a"]);
  });

  test("no events, no call", async () => {
    const pinterest = pinterestThatRefuses();
    expect(await sendBatch([], pinterest.post)).toEqual({ settled: [], stop: null });
    expect(pinterest.calls).toEqual([]);
  });
});

function rejected(reason: string) {
  return { kind: "rejected" as const, reason };
}

/** Refuses, as a whole, every batch with one of these events. */
function pinterestThatRefuses(...bad: string[]) {
  const calls: (readonly string[])[] = [];
  return {
    calls,
    async post(events: readonly string[]): Promise<EventsAnswer> {
      calls.push(events);
      if (events.some((event) => bad.includes(event))) return { kind: "refused", reason: "400" };
      return { kind: "per_event", outcomes: events.map(() => ({ kind: "delivered" })) };
    },
  };
}
