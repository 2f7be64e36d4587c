import { describe, expect, test } from "vitest";

import { DEFAULT_APP_SETTINGS, IDENTIFIERS } from "~/shops/app-settings";
import type { Connection } from "~/shops/connection";
import { DEFAULT_SETTINGS } from "~/shops/settings";
import { connectionProblems, parseSettingsForm } from "~/shops/settings-form";
import {
  canMatch,
  toAlertsValues,
  toConnectionValues,
  toMatchingValues,
  toPrivacyValues,
  toTrackingValues,
} from "~/shops/settings-values";

const FORMS = {
  connection: {
    intent: "save_connection",
    tagId: " 2612345678901 ",
    adAccountId: "549755885175\n",
    conversionToken: "",
  },
  tracking: {
    intent: "save_tracking",
    orderTrigger: "paid",
    valueBasis: "total",
    mode: "server_only",
    "events.page_viewed": "page_visit",
    "events.product_viewed": "view_content",
    "events.collection_viewed": "off",
    "events.search_submitted": "search",
    "events.product_added_to_cart": "add_to_cart",
    "events.checkout_started": "initiate_checkout",
    "events.payment_info_submitted": "off",
    "channels[]": ["web", "pos"],
    "themeEvents[]": ["lead", "signup"],
  },
  matching: {
    intent: "save_matching",
    itemIdFormat: "sku",
    matching: "on",
    "identifiers[]": ["em", "browser", "click_id"],
  },
  privacy: {
    intent: "save_privacy",
    unknownWhereRequired: "skip",
    unknownElsewhere: "ldp",
    saleOfDataDenied: "skip",
    presumedDenied: "skip",
    graceSeconds: "30",
    eventDays: "45",
    deadLetterDays: "7",
    snapshotDays: "10",
  },
  alerts: {
    intent: "save_alerts",
    "alerts[]": ["oldest_pending"],
    pendingMinutes: "30",
    quietHours: "12",
    quietDays: "3",
  },
} as const;

type Page = keyof typeof FORMS;

function posted(page: Page, changes: Record<string, string | readonly string[]> = {}): FormData {
  const form = new FormData();
  for (const [name, given] of Object.entries({ ...FORMS[page], ...changes })) {
    for (const text of [given].flat()) form.append(name, text);
  }
  return form;
}

const STORED: Connection = {
  state: "connected",
  tagId: "2612345678901",
  adAccountId: "549755885175",
  tokenLastFour: "abcd",
  attention: null,
  lastTest: null,
};

describe("parseSettingsForm", () => {
  test("gives credentials trimmed", () => {
    expect(parseSettingsForm(posted("connection"))).toEqual({
      kind: "parsed",
      value: {
        intent: "save_connection",
        credentials: { tagId: "2612345678901", adAccountId: "549755885175", conversionToken: "" },
      },
    });
  });

  test.each([
    {
      page: "tracking",
      change: {
        orderTrigger: "paid",
        valueBasis: "total",
        channels: { web: true, pos: true, draft: false, subscription: false, other: false },
        app: {
          mode: "server_only",
          events: {
            page_viewed: "page_visit",
            product_viewed: "view_content",
            collection_viewed: "off",
            search_submitted: "search",
            product_added_to_cart: "add_to_cart",
            checkout_started: "initiate_checkout",
            payment_info_submitted: "off",
          },
          themeEvents: ["lead", "signup"],
        },
      },
    },
    {
      page: "matching",
      change: {
        itemIdFormat: "sku",
        app: {
          matching: "on",
          withheld: ["ph", "fn", "ln", "ct", "st", "zp", "country", "external_id"],
        },
      },
    },
    {
      page: "privacy",
      change: {
        consent: {
          unknownWhereRequired: "skip",
          unknownElsewhere: "ldp",
          saleOfDataDenied: "skip",
        },
        app: {
          presumedDenied: "skip",
          graceSeconds: 30,
          retention: { eventDays: 45, deadLetterDays: 7, snapshotDays: 10 },
        },
      },
    },
    {
      page: "alerts",
      change: {
        app: {
          alerts: {
            hidden: ["connection_needs_attention", "webhooks_stopped"],
            pendingMinutes: 30,
            quietHours: 12,
            quietDays: 3,
          },
        },
      },
    },
  ] as const)("the page of $page changes its own settings and no others", ({ change, page }) => {
    expect(parseSettingsForm(posted(page))).toEqual({
      kind: "parsed",
      value: { intent: "save", section: page, change },
    });
  });

  test("nothing that can be ticked is ticked", () => {
    expect(parseSettingsForm(posted("matching", { "identifiers[]": [] }))).toMatchObject({
      value: { change: { app: { withheld: IDENTIFIERS } } },
    });
    expect(parseSettingsForm(posted("tracking", { "channels[]": [] }))).toMatchObject({
      value: { change: { channels: { web: false, pos: false } } },
    });
  });

  test.each([{ intent: "test" }, { intent: "disconnect" }, { intent: "rotate_key" }])(
    "the button $intent needs no fields",
    ({ intent }) => {
      const form = new FormData();
      form.set("intent", intent);
      expect(parseSettingsForm(form)).toEqual({ kind: "parsed", value: { intent } });
    },
  );

  test.each([
    { page: "connection", changes: { intent: "delete" }, fields: ["intent"] },
    { page: "tracking", changes: { orderTrigger: "fulfilled" }, fields: ["orderTrigger"] },
    { page: "tracking", changes: { valueBasis: "" }, fields: ["valueBasis"] },
    { page: "tracking", changes: { mode: "pixel" }, fields: ["mode"] },
    { page: "tracking", changes: { "channels[]": ["mail"] }, fields: ["channels.0"] },
    {
      page: "tracking",
      changes: { "events.checkout_started": "checkout" },
      fields: ["events.checkout_started"],
    },
    {
      page: "tracking",
      changes: { "events.page_viewed": "app_open" },
      fields: ["events.page_viewed"],
    },
    { page: "tracking", changes: { "themeEvents[]": ["checkout"] }, fields: ["themeEvents.0"] },
    { page: "matching", changes: { itemIdFormat: "barcode" }, fields: ["itemIdFormat"] },
    { page: "matching", changes: { matching: "" }, fields: ["matching"] },
    { page: "matching", changes: { "identifiers[]": ["name"] }, fields: ["identifiers.0"] },
    {
      page: "privacy",
      changes: { unknownWhereRequired: "maybe" },
      fields: ["unknownWhereRequired"],
    },
    { page: "privacy", changes: { unknownElsewhere: "" }, fields: ["unknownElsewhere"] },
    { page: "privacy", changes: { saleOfDataDenied: "send" }, fields: ["saleOfDataDenied"] },
    { page: "privacy", changes: { presumedDenied: "ask" }, fields: ["presumedDenied"] },
    { page: "alerts", changes: { "alerts[]": ["all"] }, fields: ["alerts.0"] },
    { page: "alerts", changes: { quietHours: "5" }, fields: ["quietHours"] },
  ] as const)("$page with $changes is refused for $fields", ({ changes, fields, page }) => {
    expect(parseSettingsForm(posted(page, changes))).toEqual({ kind: "unreadable", fields });
  });

  test("a form without a field for each act is refused for those that are missing", () => {
    const form = posted("tracking");
    form.delete("events.page_viewed");
    expect(parseSettingsForm(form)).toEqual({
      kind: "unreadable",
      fields: ["events.page_viewed"],
    });
  });

  test.each([
    { page: "privacy", field: "eventDays", typed: "6", because: "an act could be reported twice" },
    { page: "privacy", field: "eventDays", typed: "91", because: "nobody has a use for it" },
    { page: "privacy", field: "deadLetterDays", typed: "6", because: "Pinterest would take it" },
    { page: "privacy", field: "deadLetterDays", typed: "91", because: "nobody has a use for it" },
    { page: "privacy", field: "snapshotDays", typed: "6", because: "a no could be forgotten" },
    { page: "privacy", field: "snapshotDays", typed: "31", because: "the ledger says the same" },
    { page: "privacy", field: "eventDays", typed: "", because: "nothing is no number" },
    { page: "privacy", field: "eventDays", typed: "30.5", because: "days are whole" },
    { page: "privacy", field: "eventDays", typed: "-30", because: "time does not go back" },
    { page: "privacy", field: "eventDays", typed: "1e1", because: "people write digits" },
    { page: "privacy", field: "graceSeconds", typed: "91", because: "no pixel speaks later" },
    { page: "privacy", field: "graceSeconds", typed: "", because: "nothing is no number" },
    { page: "alerts", field: "pendingMinutes", typed: "4", because: "every outage would be told" },
    { page: "alerts", field: "pendingMinutes", typed: "1441", because: "a day is the longest" },
    { page: "alerts", field: "quietDays", typed: "2", because: "two days are no rhythm" },
    { page: "alerts", field: "quietDays", typed: "15", because: "there would be much to count" },
  ] as const)("$field of '$typed' is refused beside its field: $because", (row) => {
    expect(parseSettingsForm(posted(row.page, { [row.field]: row.typed }))).toEqual({
      kind: "refused",
      problems: { [row.field]: "outside_limits" },
    });
  });

  test.each([
    { graceSeconds: "0", eventDays: "7", deadLetterDays: " 7 ", snapshotDays: "7" },
    { graceSeconds: "90", eventDays: "90", deadLetterDays: "90", snapshotDays: "30" },
  ])("the limits themselves are taken: $graceSeconds, $eventDays", (changes) => {
    expect(parseSettingsForm(posted("privacy", changes)).kind).toBe("parsed");
  });

  test("every number that does not fit is named", () => {
    expect(parseSettingsForm(posted("privacy", { eventDays: "1", snapshotDays: "1" }))).toEqual({
      kind: "refused",
      problems: { eventDays: "outside_limits", snapshotDays: "outside_limits" },
    });
  });

  test("a form with a file where text belongs is refused", () => {
    const form = posted("connection");
    form.set("tagId", new File(["26"], "tag.txt"));
    expect(parseSettingsForm(form)).toEqual({ kind: "unreadable", fields: ["tagId"] });
  });

  test("an empty form is refused for its intent", () => {
    expect(parseSettingsForm(new FormData())).toEqual({ kind: "unreadable", fields: ["intent"] });
  });
});

describe("what a form shows first", () => {
  const shop = { settings: DEFAULT_SETTINGS, appSettings: DEFAULT_APP_SETTINGS };

  test("a new shop sees the default settings", () => {
    expect(toTrackingValues(shop)).toEqual({
      mode: "both",
      orderTrigger: "create",
      valueBasis: "subtotal",
      channels: ["web"],
      events: DEFAULT_APP_SETTINGS.events,
      themeEvents: [...DEFAULT_APP_SETTINGS.themeEvents],
    });
    expect(toMatchingValues(shop)).toEqual({
      itemIdFormat: "variant_id",
      matching: "off",
      identifiers: [...IDENTIFIERS],
    });
    expect(toPrivacyValues(shop)).toEqual({
      unknownWhereRequired: "skip",
      unknownElsewhere: "send",
      saleOfDataDenied: "ldp",
      presumedDenied: "ldp",
      graceSeconds: "90",
      eventDays: "30",
      deadLetterDays: "30",
      snapshotDays: "7",
    });
    expect(toAlertsValues(shop)).toEqual({
      alerts: ["connection_needs_attention", "oldest_pending", "webhooks_stopped"],
      pendingMinutes: "15",
      quietHours: "6",
      quietDays: "7",
    });
  });

  test("nothing of the stored token is filled in", () => {
    expect(toConnectionValues(STORED)).toEqual({
      tagId: "2612345678901",
      adAccountId: "549755885175",
      conversionToken: "",
    });
  });
});

describe("connectionProblems", () => {
  const form = { tagId: "2612345678901", adAccountId: "549755885175", conversionToken: "" };
  const erased: Connection = { ...STORED, state: "not_connected", tokenLastFour: null };

  test.each([
    { because: "the stored token is kept", form, stored: STORED, problems: null },
    {
      because: "the token comes back after a disconnection",
      form: { ...form, conversionToken: "pina_0123456789abcdef" },
      stored: erased,
      problems: null,
    },
    {
      because: "what is begun has to be whole",
      form: { ...form, adAccountId: "" },
      stored: erased,
      problems: { adAccountId: "ad_account_id_missing", conversionToken: "token_missing" },
    },
  ])("$because", ({ form, problems, stored }) => {
    expect(connectionProblems(form, stored)).toEqual(problems);
  });
});

describe("canMatch", () => {
  test.each([
    { identifiers: ["em"], can: true },
    { identifiers: ["browser"], can: true },
    { identifiers: ["ph", "fn", "ln", "external_id", "click_id"], can: false },
    { identifiers: [], can: false },
  ] as const)("$identifiers: $can", ({ can, identifiers }) => {
    expect(canMatch(identifiers)).toBe(can);
  });
});
