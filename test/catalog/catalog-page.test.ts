import { describe, expect, test } from "vitest";

import {
  FEED_STANDINGS,
  parseCatalogForm,
  parseFeedChoice,
  standingOf,
} from "~/catalog/catalog-page";
import { parseIssuesQuery, updateCode, updateNumber } from "~/catalog/issue-list";
import { isSyncOpen, SYNC_PHASES } from "~/catalog/sync";
import { english } from "~/messages/english";

const ID = "019a0000-0000-7000-8000-000000000000";

describe("the forms of the page of the catalog", () => {
  test.each([
    { intent: "sync" },
    { intent: "cancel", syncId: ID },
    { intent: "publish", feedId: ID, versionId: ID },
    { intent: "roll_back", feedId: ID, versionId: ID },
    { intent: "format", feedId: ID, format: "xml" },
    { intent: "compare", feedId: ID, versionId: ID },
    { intent: "register", feedId: ID },
    { intent: "unregister", feedId: ID },
    { intent: "protect", feedId: ID },
    { intent: "unprotect", feedId: ID },
    { intent: "item_checks", wish: "on" },
  ])("$intent is read", (form) => {
    expect(parseCatalogForm(formOf(form))).toEqual({ kind: "parsed", value: form });
  });

  test.each([
    { because: "no button of ours", form: { intent: "delete" }, fields: ["intent"] },
    { because: "no id", form: { intent: "cancel", syncId: "1" }, fields: ["syncId"] },
    {
      because: "a format that nobody writes",
      form: { intent: "format", feedId: ID, format: "json" },
      fields: ["format"],
    },
    {
      because: "no version",
      form: { intent: "publish", feedId: ID },
      fields: ["versionId"],
    },
  ])("$because is refused, with the field named", ({ fields, form }) => {
    expect(parseCatalogForm(formOf(form))).toEqual({ kind: "unreadable", fields });
  });
});

describe("the address of the page of issues", () => {
  test.each([
    {
      because: "everything",
      search: `feed=${ID}&code=PRICE_MISSING&after=lint:12`,
      query: { feedId: ID, code: "PRICE_MISSING", cursor: { source: "lint", after: "12" } },
    },
    { because: "nothing", search: "", query: { feedId: null, code: null, cursor: null } },
    {
      because: "what is not ours",
      search: "feed=1&code=%00&after=elsewhere:1",
      query: { feedId: null, code: null, cursor: null },
    },
    {
      because: "an item's id with a colon",
      search: `code=UPDATE_112&after=${encodeURIComponent("update:a:b c")}`,
      query: { feedId: null, code: "UPDATE_112", cursor: { source: "update", after: "a:b c" } },
    },
  ])("with $because is read", ({ query, search }) => {
    expect(parseIssuesQuery(new URLSearchParams(search))).toEqual(query);
    if (query.cursor) expect(search).toContain(encodeURIComponent(query.cursor.after));
  });

  test("names a refused change by Pinterest's number, and back", () => {
    expect([112, null].map((number) => updateNumber(updateCode(number)))).toEqual([112, null]);
    expect(updateNumber("PRICE_MISSING")).toBeUndefined();
  });
});

describe("a line of the list of feeds", () => {
  const feed = { currentVersionId: ID, gate: null, state: "on" } as const;

  test.each([
    { standing: "published", facts: {} },
    { standing: "unpublished", facts: { currentVersionId: null } },
    { standing: "waiting", facts: { gate: "shrunk" } },
    { standing: "off", facts: { state: "off", gate: "shrunk" } },
    { standing: "leaving", facts: { state: "leaving" } },
  ] as const)("says $standing", ({ facts, standing }) => {
    expect(standingOf({ ...feed, ...facts })).toBe(standing);
  });

  test.each(FEED_STANDINGS.map((standing) => ({ standing })))("has a word for $standing", (one) => {
    expect(english.label(`feed_${one.standing}`)).toMatch(/^[A-Z]/);
  });

  test.each([
    ["", null],
    [`feed=${ID}`, ID],
    ["feed=1", null],
  ])("is chosen by the address %o", (address, chosen) => {
    expect(parseFeedChoice(new URLSearchParams(address))).toBe(chosen);
  });
});

test("a reading is open until it is done, failed or cancelled", () => {
  expect(SYNC_PHASES.filter((phase) => !isSyncOpen({ phase }))).toEqual([
    "done",
    "failed",
    "cancelled",
  ]);
});

function formOf(fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  for (const [name, text] of Object.entries(fields)) form.set(name, text);
  return form;
}
