import { describe, expect, test } from "vitest";

import type { Connection } from "~/shops/connection";
import { DEFAULT_APP_SETTINGS } from "~/shops/app-settings";
import { DEFAULT_SETTINGS } from "~/shops/settings";
import { credentialsStep, parseSettingsForm, toSettingsValues } from "~/shops/settings-form";

const POSTED = {
  intent: "save",
  tagId: " 2612345678901 ",
  adAccountId: "549755885175\n",
  conversionToken: "",
  orderTrigger: "paid",
  valueBasis: "total",
  itemIdFormat: "sku",
  unknownWhereRequired: "skip",
  unknownElsewhere: "ldp",
  saleOfDataDenied: "skip",
  presumedDenied: "skip",
  graceSeconds: "30",
  eventDays: "45",
  deadLetterDays: "7",
  snapshotDays: "10",
  mode: "server_only",
  matching: "on",
  "events.page_viewed": "page_visit",
  "events.product_viewed": "view_content",
  "events.collection_viewed": "off",
  "events.search_submitted": "search",
  "events.product_added_to_cart": "add_to_cart",
  "events.checkout_started": "initiate_checkout",
  "events.payment_info_submitted": "off",
};

const SHOP = { settings: DEFAULT_SETTINGS, appSettings: DEFAULT_APP_SETTINGS };

const STORED: Connection = {
  state: "connected",
  tagId: "2612345678901",
  adAccountId: "549755885175",
  tokenLastFour: "abcd",
  attention: null,
  lastTest: null,
};

function posted(changes: Record<string, string> = {}, channels: readonly string[] = ["web"]) {
  const form = new FormData();
  for (const [name, text] of Object.entries({ ...POSTED, ...changes })) form.set(name, text);
  for (const channel of channels) form.append("channels[]", channel);
  for (const name of ["lead", "signup"]) form.append("themeEvents[]", name);
  return form;
}

describe("parseSettingsForm", () => {
  test("a saved form gives trimmed credentials and whole settings", () => {
    expect(parseSettingsForm(posted({}, ["web", "pos"]))).toEqual({
      kind: "parsed",
      value: {
        intent: "save",
        credentials: { tagId: "2612345678901", adAccountId: "549755885175", conversionToken: "" },
        settings: {
          orderTrigger: "paid",
          valueBasis: "total",
          itemIdFormat: "sku",
          channels: { web: true, pos: true, draft: false, subscription: false, other: false },
          consent: {
            unknownWhereRequired: "skip",
            unknownElsewhere: "ldp",
            saleOfDataDenied: "skip",
          },
          app: {
            presumedDenied: "skip",
            graceSeconds: 30,
            retention: { eventDays: 45, deadLetterDays: 7, snapshotDays: 10 },
            mode: "server_only",
            matching: "on",
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
    });
  });

  test("a form without a ticked channel switches every channel off", () => {
    const form = parseSettingsForm(posted({}, []));
    expect(form).toMatchObject({
      value: {
        settings: {
          channels: { web: false, pos: false, draft: false, subscription: false, other: false },
        },
      },
    });
  });

  test.each(["test", "disconnect", "rotate_key"])("%s needs nothing but its intent", (intent) => {
    const form = new FormData();
    form.set("intent", intent);
    expect(parseSettingsForm(form)).toEqual({ kind: "parsed", value: { intent } });
  });

  test.each([
    { changes: { intent: "erase" }, fields: ["intent"] },
    { changes: { orderTrigger: "created" }, fields: ["orderTrigger"] },
    { changes: { valueBasis: "net" }, fields: ["valueBasis"] },
    { changes: { itemIdFormat: "barcode" }, fields: ["itemIdFormat"] },
    { changes: { unknownWhereRequired: "maybe" }, fields: ["unknownWhereRequired"] },
    { changes: { unknownElsewhere: "" }, fields: ["unknownElsewhere"] },
    { changes: { saleOfDataDenied: "send" }, fields: ["saleOfDataDenied"] },
    { changes: { graceSeconds: "91" }, channels: ["web"], fields: ["graceSeconds"] },
    { changes: { graceSeconds: "" }, channels: ["web"], fields: ["graceSeconds"] },
    { changes: { presumedDenied: "ask" }, channels: ["web"], fields: ["presumedDenied"] },
    { changes: { mode: "pixel" }, channels: ["web"], fields: ["mode"] },
    { changes: { matching: "" }, channels: ["web"], fields: ["matching"] },
    {
      changes: { "events.checkout_started": "checkout" },
      channels: ["web"],
      fields: ["events.checkout_started"],
    },
    {
      changes: { "events.page_viewed": "app_open" },
      channels: ["web"],
      fields: ["events.page_viewed"],
    },
    { changes: {}, channels: ["mail"], fields: ["channels.0"] },
  ])("$changes $channels is refused for $fields", ({ changes, channels, fields }) => {
    expect(parseSettingsForm(posted(changes, channels))).toEqual({ kind: "unreadable", fields });
  });

  test("no theme may publish a purchase", () => {
    const form = posted();
    form.append("themeEvents[]", "checkout");
    expect(parseSettingsForm(form)).toEqual({ kind: "unreadable", fields: ["themeEvents.2"] });
  });

  test("a form without a field for each act is refused for those that are missing", () => {
    const form = posted();
    form.delete("events.page_viewed");
    expect(parseSettingsForm(form)).toEqual({
      kind: "unreadable",
      fields: ["events.page_viewed"],
    });
  });

  test.each([
    { field: "eventDays", days: "6", because: "an act that is no order could be reported twice" },
    {
      field: "eventDays",
      days: "91",
      because: "nobody has a use for it after a quarter of a year",
    },
    { field: "deadLetterDays", days: "6", because: "Pinterest would still take it" },
    { field: "deadLetterDays", days: "91", because: "nobody has a use for it" },
    { field: "snapshotDays", days: "6", because: "an order found late would go against a no" },
    { field: "snapshotDays", days: "31", because: "the ledger says the same" },
    { field: "eventDays", days: "", because: "nothing is no number" },
    { field: "eventDays", days: "30.5", because: "days are whole" },
    { field: "eventDays", days: "-30", because: "time does not go back" },
    { field: "eventDays", days: "1e1", because: "people write numbers in digits" },
  ])("$field of '$days' is refused beside its field: $because", ({ field, days }) => {
    expect(parseSettingsForm(posted({ [field]: days }))).toEqual({
      kind: "refused",
      problems: { [field]: "days_outside_limits" },
    });
  });

  test.each([
    { eventDays: 7, deadLetterDays: 7, snapshotDays: 7 },
    { eventDays: 90, deadLetterDays: 90, snapshotDays: 30 },
  ])("the limits themselves are taken: $eventDays, $deadLetterDays, $snapshotDays", (retention) => {
    const texts = Object.entries(retention).map(([field, days]) => [field, ` ${days} `]);
    expect(parseSettingsForm(posted(Object.fromEntries(texts)))).toMatchObject({
      kind: "parsed",
      value: { settings: { app: { retention } } },
    });
  });

  test("every period that does not fit is named", () => {
    expect(parseSettingsForm(posted({ eventDays: "1", snapshotDays: "1" }))).toMatchObject({
      problems: { eventDays: "days_outside_limits", snapshotDays: "days_outside_limits" },
    });
  });

  test("a form with a file where text belongs is refused", () => {
    const form = posted();
    form.set("tagId", new File(["26"], "tag.txt"));
    expect(parseSettingsForm(form)).toEqual({ kind: "unreadable", fields: ["tagId"] });
  });

  test("an empty form is refused for its intent", () => {
    expect(parseSettingsForm(new FormData())).toEqual({ kind: "unreadable", fields: ["intent"] });
  });
});

describe("toSettingsValues", () => {
  test("a new shop sees empty credentials and the default settings", () => {
    const nothing: Connection = {
      state: "not_connected",
      tagId: null,
      adAccountId: null,
      tokenLastFour: null,
      attention: null,
      lastTest: null,
    };
    expect(toSettingsValues(nothing, SHOP)).toEqual({
      tagId: "",
      adAccountId: "",
      conversionToken: "",
      orderTrigger: "create",
      valueBasis: "subtotal",
      itemIdFormat: "variant_id",
      channels: ["web"],
      unknownWhereRequired: "skip",
      unknownElsewhere: "send",
      saleOfDataDenied: "ldp",
      presumedDenied: "ldp",
      graceSeconds: "90",
      eventDays: "30",
      deadLetterDays: "30",
      snapshotDays: "7",
      mode: "both",
      matching: "off",
      events: DEFAULT_APP_SETTINGS.events,
      themeEvents: [...DEFAULT_APP_SETTINGS.themeEvents],
    });
  });

  test("nothing of the stored token is filled in", () => {
    expect(toSettingsValues(STORED, SHOP).conversionToken).toBe("");
  });
});

describe("credentialsStep", () => {
  const form = { tagId: "2612345678901", adAccountId: "549755885175", conversionToken: "" };
  const erased: Connection = { ...STORED, state: "not_connected", tokenLastFour: null };
  const fresh: Connection = { ...erased, tagId: null, adAccountId: null };

  test.each([
    { because: "the stored token is kept", form, stored: STORED, step: { kind: "save" } },
    {
      because: "the token comes back after a disconnection",
      form: { ...form, conversionToken: "pina_0123456789abcdef" },
      stored: erased,
      step: { kind: "save" },
    },
    {
      because: "other settings can be saved while no token is there",
      form,
      stored: erased,
      step: { kind: "leave" },
    },
    {
      because: "other settings can be saved before the first connection",
      form: { tagId: "", adAccountId: "", conversionToken: "" },
      stored: fresh,
      step: { kind: "leave" },
    },
    {
      because: "what is begun has to be whole",
      form: { tagId: "2612345678901", adAccountId: "", conversionToken: "" },
      stored: fresh,
      step: {
        kind: "refuse",
        problems: { adAccountId: "ad_account_id_missing", conversionToken: "token_missing" },
      },
    },
    {
      because: "a connected shop cannot empty an id",
      form: { ...form, adAccountId: "" },
      stored: STORED,
      step: { kind: "refuse", problems: { adAccountId: "ad_account_id_missing" } },
    },
  ])("$because", ({ form, stored, step }) => {
    expect(credentialsStep(form, stored)).toEqual(step);
  });
});
