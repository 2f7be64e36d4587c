import { describe, expect, test } from "vitest";

import { rateLimitOf } from "~/pinterest/rate-limit";

describe("rateLimitOf", () => {
  test.each([
    { reset: "30", resetMs: 30_000, because: "the unit is seconds" },
    { reset: "0", resetMs: null, because: "no pause would repeat the call at once" },
    { reset: " 7 ", resetMs: 7_000, because: "white space means nothing" },
    { reset: "30, 60;w=60", resetMs: 30_000, because: "the first of a list counts" },
    { reset: null, resetMs: null, because: "it was not sent" },
    { reset: "", resetMs: null, because: "it says nothing" },
    { reset: "soon", resetMs: null, because: "it is no number" },
    { reset: "-5", resetMs: null, because: "the past is no pause" },
    { reset: "86400", resetMs: 86_400_000, because: "a trial's window is a day" },
    { reset: "99999999999", resetMs: null, because: "no window is longer than a day" },
    { reset: "1800000000", resetMs: null, because: "an instant is no duration" },
  ])("a reset of $reset is $resetMs ms: $because", ({ reset, resetMs }) => {
    expect(rateLimitOf(headers({ "x-ratelimit-reset": reset }))).toMatchObject({ resetMs });
  });

  test("reads the headers as they come from Pinterest", () => {
    const answer = headers({
      "x-ratelimit-limit": '120000, 120000;w=60;name="ads_conversions_ad_account_id"',
      "x-ratelimit-remaining": "119999",
      "x-ratelimit-reset": "41",
    });
    expect(rateLimitOf(answer)).toEqual({ remaining: 119_999, resetMs: 41_000 });
  });

  test("says nothing where Pinterest says nothing", () => {
    expect(rateLimitOf(new Headers())).toEqual({ remaining: null, resetMs: null });
  });
});

function headers(values: Readonly<Record<string, string | null>>): Headers {
  const given = new Headers();
  for (const [name, value] of Object.entries(values)) if (value !== null) given.set(name, value);
  return given;
}
