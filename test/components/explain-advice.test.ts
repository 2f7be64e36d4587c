import { describe, expect, test } from "vitest";

import { explainAdvice } from "~/components/explain-advice";
import { WARNING_KINDS } from "~/conversions/warning";
import { english } from "~/messages/english";

describe("explainAdvice", () => {
  test.each(WARNING_KINDS)("%s is told in whole sentences, with the number of events", (kind) => {
    expect(explainAdvice(english, { parameter: "zp", kind, events: 12 })).toMatch(
      /^([A-Z].*)?\b12\b.*\.$/,
    );
  });

  test.each([
    { parameter: "click_id", code: "advice_missing_click_id" },
    { parameter: "external_id", code: "advice_missing_external_id" },
    { parameter: "em", code: "advice_missing_em" },
    { parameter: "ph", code: "advice_missing_ph" },
    { parameter: "fn", code: "advice_missing_name" },
    { parameter: "ln", code: "advice_missing_name" },
    { parameter: "client_ip_address", code: "advice_missing_browser" },
    { parameter: "client_user_agent", code: "advice_missing_browser" },
  ] as const)("a missing $parameter says what can be done", ({ parameter, code }) => {
    const sentence = explainAdvice(english, { parameter, kind: "missing", events: 3 });
    expect(sentence).toBe(english.message(code, { events: 3 }));
    expect(sentence).toMatch(/nothing to do|check|can ask/);
  });
});
