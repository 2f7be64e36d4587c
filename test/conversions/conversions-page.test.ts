import { describe, expect, test } from "vitest";

import { parseConversionsForm, parseConversionsQuery } from "~/conversions/conversions-page";

describe("the page's address", () => {
  test("says which page of which filter is asked for", () => {
    const search = new URLSearchParams("state=dead_letter&older=1.act.2&newer=3.order.4");
    const { filter, newerThan, olderThan } = parseConversionsQuery(search);
    expect([filter.state, olderThan, newerThan]).toEqual(["dead_letter", "1.act.2", "3.order.4"]);
  });

  test("asks for the first page of everything where it says nothing", () => {
    const { filter, newerThan, olderThan } = parseConversionsQuery(new URLSearchParams());
    expect(Object.values(filter)).toEqual(Object.values(filter).map(() => null));
    expect([olderThan, newerThan]).toEqual([null, null]);
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
    {
      intent: "redrive_selected",
      field: { events: '[{"eventId":"co_1","eventName":"checkout"}]' },
      value: { events: [{ eventId: "co_1", eventName: "checkout" }] },
    },
    {
      intent: "redrive_filter",
      field: { query: "words=bad&state=dead_letter&page=9" },
      value: { query: "state=dead_letter&words=bad" },
    },
    {
      intent: "save_view",
      field: { name: " Refused ", query: "state=dead_letter" },
      value: { name: "Refused", query: "state=dead_letter" },
    },
    {
      intent: "delete_view",
      field: { id: "0199a1b2-0000-7000-8000-000000000001" },
      value: { id: "0199a1b2-0000-7000-8000-000000000001" },
    },
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
    {
      because: "no filter, which is not all",
      form: { intent: "redrive_filter" },
      fields: ["query"],
    },
    { because: "no JSON", form: { intent: "redrive_selected", events: "[" }, fields: ["events"] },
    {
      because: "nothing chosen",
      form: { intent: "redrive_selected", events: "[]" },
      fields: ["events"],
    },
    { because: "no name", form: { intent: "save_view", name: " ", query: "" }, fields: ["name"] },
    {
      because: "a name that is too long",
      form: { intent: "save_view", name: "x".repeat(61), query: "" },
      fields: ["name"],
    },
    { because: "no id of a view", form: { intent: "delete_view", id: "1" }, fields: ["id"] },
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
