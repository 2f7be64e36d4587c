import { describe, expect, test } from "vitest";

import { brand } from "~/brand";
import { redriveStep, type Redrivable } from "~/conversions/redrive-step";
import { DAY_MS, MINUTE_MS } from "~/time";

import { TEST_NOW } from "#test/support/clock";

const HASH = brand<string, "Sha256Hex">("a".repeat(64));

describe("redriveStep", () => {
  test.each([
    { letter: {}, step: "send", because: "all of it is there" },
    { letter: { hasSealedPart: false }, step: "send", because: "the email still matches somebody" },
    {
      letter: { userData: {} },
      step: "send",
      because: "IP address and user agent are in the sealed part",
    },
    {
      letter: { userData: { ph: [HASH] }, hasSealedPart: false },
      step: "no_identity",
      because: "a phone alone is no identity at Pinterest",
    },
    {
      letter: { userData: { hashedMaids: [HASH] }, hasSealedPart: false },
      step: "send",
      because: "a device id is one",
    },
    { letter: { event: null }, step: "payload_gone", because: "there is nothing to send" },
    { letter: { ageMs: 7 * DAY_MS }, step: "send", because: "the seventh day counts" },
    {
      letter: { ageMs: 7 * DAY_MS + 1 },
      step: "too_old",
      because: "Pinterest takes no older ones",
    },
    {
      letter: { ageMs: 60 * MINUTE_MS, browserSent: true },
      step: "send",
      because: "the hour is not over",
    },
    {
      letter: { ageMs: 60 * MINUTE_MS + 1, browserSent: true },
      step: "expired",
      because: "the browser sent it, and Pinterest would count it twice",
    },
    {
      letter: { ageMs: 60 * MINUTE_MS + 1, browserSent: true, actionSource: "offline" as const },
      step: "send",
      because: "what happened offline is compared with nothing",
    },
    {
      letter: { ageMs: 8 * DAY_MS, event: null },
      step: "too_old",
      because: "age holds whatever is left of the event",
    },
  ])("$step, because $because", ({ letter, step }) => {
    expect(redriveStep(redrivable(letter), TEST_NOW)).toBe(step);
  });
});

function redrivable(given: {
  ageMs?: number;
  browserSent?: boolean;
  hasSealedPart?: boolean;
  event?: null;
  actionSource?: "offline";
  userData?: NonNullable<Redrivable["event"]>["userData"];
}): Redrivable {
  const event = {
    actionSource: given.actionSource ?? "web",
    userData: given.userData ?? { em: [HASH] },
  } as const;
  return {
    occurredAt: new Date(TEST_NOW.getTime() - (given.ageMs ?? 0)),
    browserSent: given.browserSent ?? false,
    event: given.event === null ? null : event,
    hasSealedPart: given.hasSealedPart ?? true,
  };
}
