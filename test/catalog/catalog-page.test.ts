import { describe, expect, test } from "vitest";

import { isSyncOpen, parseCatalogForm } from "~/catalog/catalog-page";
import { SYNC_PHASES } from "~/catalog/sync";

const ID = "019a0000-0000-7000-8000-000000000000";

describe("the forms of the page of the catalog", () => {
  test.each([
    { intent: "sync" },
    { intent: "cancel", syncId: ID },
    { intent: "publish", feedId: ID, versionId: ID },
    { intent: "roll_back", feedId: ID, versionId: ID },
    { intent: "format", feedId: ID, format: "xml" },
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
