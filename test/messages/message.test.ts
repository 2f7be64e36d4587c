import { describe, expect, test } from "vitest";

import { SKIP_REASONS } from "~/conversions/skip-reason";
import { en } from "~/messages/en";
import { commands } from "~/messages/en/commands";
import { skipReasons } from "~/messages/en/skip-reasons";
import { english } from "~/messages/english";

describe("the English sentences", () => {
  test.each(Object.entries(en))("%s is told in whole sentences: %s", (code, text) => {
    expect(code).toMatch(/^[a-z]+(_[a-z]+)*$/);
    expect(text).toMatch(/^([A-Z{-]).*\.$/);
  });

  test.each(SKIP_REASONS)("%s says what to do, or that nothing can be done", (code) => {
    expect(english.message(code)).toMatch(
      /nothing to do|Nothing can be done|nothing can be done|settings|Check|check|support/,
    );
  });

  test("no group takes another's code", () => {
    const codes = [skipReasons, commands].flatMap((group) => Object.keys(group));
    expect(new Set(codes).size).toBe(codes.length);
  });
});

describe("message", () => {
  test("fills in what the braces name", () => {
    expect(english.message("settings_refused", { file: "s.json", fields: "feed.colour" })).toBe(
      "The settings in s.json have unknown keys or values that do not fit: feed.colour.",
    );
  });

  test("a code, a missing parameter and a strange one are checked by the compiler", () => {
    // @ts-expect-error no such code
    expect(() => english.message("no_such_code")).toThrow();
    // @ts-expect-error `fields` is missing
    english.message("settings_refused", { file: "s.json" });
    // @ts-expect-error the sentence has no parameter
    english.message("test_order", { file: "s.json" });
  });
});
