import { expect, test } from "vitest";

import { EXCLUDED, LEFT_OUT_REASONS } from "~/catalog/item";
import { causeOf, idsWithin, JOIN_CAUSES } from "~/catalog/join-check";
import { explainCheck, explainFinding } from "~/components/join-check";
import { issueMessage } from "~/messages/issue-message";
import { english } from "~/messages/english";

test.each([
  { because: "it is in the feed", known: { productId: "1", leftOut: null }, cause: null },
  {
    because: "an error keeps it out",
    known: { productId: "1", leftOut: "PRICE_MISSING" },
    cause: { cause: "issue", code: "PRICE_MISSING" },
  },
  ...[...LEFT_OUT_REASONS, EXCLUDED].map((reason) => ({
    because: reason,
    known: { productId: "1", leftOut: reason },
    cause: { cause: reason, code: null },
  })),
])("of a stored item: $because", ({ cause, known }) => {
  expect(causeOf(known, false)).toEqual(cause);
});

test("an id that is not stored is another format's, or nobody's", () => {
  expect(causeOf(undefined, true)).toEqual({ cause: "other_format", code: null });
  expect(causeOf(undefined, false)).toEqual({ cause: "not_found", code: null });
});

test.each([
  { itemId: "41300000000021", ids: ["41300000000021"] },
  { itemId: "shopify_US_71_413", ids: ["71", "413"] },
  { itemId: "MUG-BLUE", ids: [] },
])("$itemId may be made of $ids", ({ ids, itemId }) => {
  expect(idsWithin(itemId)).toEqual(ids);
});

test.each(JOIN_CAUSES)("%s says what to do, or that there is nothing to do", (cause) => {
  expect(explainFinding(english, { cause, code: null })).toMatch(
    /Activate|Publish|nothing to do|mend|check which ids|Change the rule/,
  );
});

test("an issue is explained by its code", () => {
  expect(explainFinding(english, { cause: "issue", code: "PRICE_MISSING" })).toBe(
    issueMessage(english, "PRICE_MISSING"),
  );
  expect(explainFinding(english, { cause: "issue", code: "GONE" })).toBe(
    english.message("join_issue"),
  );
});

test.each([
  { check: null, sentence: english.message("join_never_checked") },
  { check: { items: 0, missing: 0, missingEvents: 0 }, sentence: english.message("join_no_items") },
  {
    check: { items: 4, missing: 0, missingEvents: 0 },
    sentence: english.message("join_complete", { items: 4 }),
  },
  {
    check: { items: 4, missing: 2, missingEvents: 9 },
    sentence: english.message("join_incomplete", { missing: 2, items: 4, events: 9 }),
  },
])("$check is told in a sentence", ({ check, sentence }) => {
  expect(explainCheck(english, check)).toBe(sentence);
});
