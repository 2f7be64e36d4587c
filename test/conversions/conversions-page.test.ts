import { describe, expect, test } from "vitest";

import { parseConversionsForm, parseConversionsQuery } from "~/conversions/conversions-page";

describe("the page's address", () => {
  const nothing = {
    ledger: { state: null, olderThan: null, newerThan: null },
    reason: "",
    lettersAfter: null,
  };
  test.each([
    { because: "an empty one asks for the first page of everything", search: "", query: nothing },
    {
      because: "a state of ours is kept",
      search: "state=dead_letter&older=1.2&newer=3.4",
      query: {
        ...nothing,
        ledger: { state: "dead_letter", olderThan: "1.2", newerThan: "3.4" },
      },
    },
    {
      because: "a state that is none counts as left out",
      search: "state=gone",
      query: nothing,
    },
    {
      because: "the reason's spaces do not count",
      search: "reason=%20Invalid%20id%20&letters=7",
      query: { ...nothing, reason: "Invalid id", lettersAfter: "7" },
    },
  ])("$because", ({ query, search }) => {
    expect(parseConversionsQuery(new URLSearchParams(search))).toEqual(query);
  });
});

describe("the page's forms", () => {
  test.each([
    { intent: "check", field: { days: "7" }, value: { days: 7 } },
    { intent: "send", field: { checkId: "c" }, value: { checkId: "c" } },
    { intent: "cancel", field: { runId: "r" }, value: { runId: "r" } },
    {
      intent: "redrive_one",
      field: { eventId: "co_1", eventName: "checkout" },
      value: { eventId: "co_1", eventName: "checkout" },
    },
    { intent: "redrive_all", field: { reason: " x " }, value: { reason: "x" } },
  ])("$intent is read", ({ field, intent, value }) => {
    expect(parseConversionsForm(formOf({ intent, ...field }))).toEqual({
      kind: "parsed",
      value: { intent, ...value },
    });
  });

  test.each([
    { because: "no day", form: { intent: "check", days: "0" }, fields: ["days"] },
    { because: "half a day", form: { intent: "check", days: "1.5" }, fields: ["days"] },
    { because: "no number", form: { intent: "check", days: "week" }, fields: ["days"] },
    { because: "no run", form: { intent: "cancel" }, fields: ["runId"] },
    { because: "no reason, which is not all", form: { intent: "redrive_all" }, fields: ["reason"] },
    { because: "no button of ours", form: { intent: "delete" }, fields: ["intent"] },
    { because: "nothing at all", form: {}, fields: ["intent"] },
  ])("$because is refused, with the field named", ({ fields, form }) => {
    expect(parseConversionsForm(formOf(form))).toEqual({ kind: "unreadable", fields });
  });
});

function formOf(fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  for (const [name, text] of Object.entries(fields)) form.set(name, text);
  return form;
}
