import { describe, expect, test } from "vitest";

import { EVENT_NAMES, wireErrorSchema, wireEventsAnswerSchema } from "~/pinterest/wire";

test("Pinterest knows 22 events by name", () => {
  expect(new Set(EVENT_NAMES).size).toBe(22);
});

describe("wireEventsAnswerSchema", () => {
  test.each([
    { message: {} },
    { message: { error_message: null } },
    { message: { error_message: "" } },
  ])("$message says that there is no message", ({ message }) => {
    const answer = {
      num_events_received: 1,
      num_events_processed: 1,
      events: [{ status: "processed", ...message }],
    };
    expect(wireEventsAnswerSchema.parse(answer).events[0]?.error_message).toBeUndefined();
  });

  test("each event keeps its own words, and what is new is ignored", () => {
    const answer = wireEventsAnswerSchema.parse({
      num_events_received: 2,
      num_events_processed: 1,
      newer: true,
      events: [
        { status: "failed", error_message: "no", warning_message: null },
        { status: "processed", error_message: "", warning_message: "external_id is missing." },
      ],
    });
    expect(answer.events.map((event) => event.error_message ?? event.warning_message)).toEqual([
      "no",
      "external_id is missing.",
    ]);
  });
});

test("an error has a number and may have words", () => {
  expect(
    wireErrorSchema.parse({ code: 2, message: "Authentication failed.", details: {} }),
  ).toEqual({
    code: 2,
    message: "Authentication failed.",
  });
  expect(wireErrorSchema.parse({ code: 2 }).message).toBeUndefined();
});
