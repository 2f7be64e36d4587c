import { readFileSync } from "node:fs";
import path from "node:path";

import { describe, expect, test } from "vitest";

import { isPixelFields } from "~/conversions/pixel-settings";
import { toPixelFields } from "~/conversions/shop-pixel";
import { INSTALLATION_DIR } from "~/paths.server";
import { DEFAULT_APP_SETTINGS, type AppSettings } from "~/shops/app-settings";
import { CHOSEN_PIXEL_EVENTS, PIXEL_EVENT_NAMES } from "~/shops/pixel-events";
import type { SendingMode } from "~/shops/sending";

import { shopSettings } from "#test/support/settings";

import { readPixelFields } from "../../sandbox/shopify/subscriptions";

const REACH = {
  tagId: "2612345678901",
  collectUrl: "https://app.example.com/collect",
  collectKey: "prc_0123",
};
const EXTENSIONS = path.join(INSTALLATION_DIR, "extensions");

const BY_DEFAULT = {
  ...REACH,
  mode: "both",
  events: JSON.stringify(PIXEL_EVENT_NAMES),
  itemIdFormat: "variant_id",
  feedCountry: "US",
  valueBasis: "subtotal",
  matching: "off",
  saleOfDataDenied: "ldp",
};

function fieldsOf(
  app: Partial<AppSettings> = {},
  settings: unknown = {},
  sending: SendingMode = "real",
) {
  const appSettings = { ...DEFAULT_APP_SETTINGS, ...app };
  return toPixelFields({ appSettings, sending, settings: shopSettings(settings) }, REACH);
}

describe("toPixelFields", () => {
  test("a new shop reports every act under its own name, and of its theme what the pixel does not see", () => {
    const { themeEvents, ...others } = fieldsOf();
    expect(others).toEqual(BY_DEFAULT);
    expect(Object.keys(JSON.parse(themeEvents))).toEqual([
      "pinterest:add_to_wishlist",
      "pinterest:custom",
      "pinterest:lead",
      "pinterest:signup",
      "pinterest:subscribe",
      "pinterest:view_content",
      "pinterest:watch_video",
      "pinterest:contact",
      "pinterest:customize_product",
      "pinterest:find_location",
      "pinterest:schedule",
      "pinterest:start_trial",
      "pinterest:submit_application",
    ]);
  });

  test.each([
    { mode: "both", sending: "test", pixelMode: "server" },
    { mode: "both", sending: "shadow", pixelMode: "server" },
    { mode: "server_only", sending: "shadow", pixelMode: "server" },
    { mode: "browser_only", sending: "test", pixelMode: "server" },
    { mode: "coexistence", sending: "shadow", pixelMode: "coexistence" },
  ] as const)(
    "the browser sends Pinterest nothing of $mode in $sending mode",
    ({ mode, pixelMode, sending }) => {
      expect(fieldsOf({ mode }, {}, sending)).toEqual({ ...fieldsOf({ mode }), mode: pixelMode });
    },
  );

  test.each([
    { app: { mode: "server_only" }, fields: { mode: "server" } },
    { app: { mode: "browser_only" }, fields: { mode: "browser" } },
    { app: { mode: "coexistence" }, fields: { mode: "coexistence" } },
    { app: { matching: "on" }, fields: { matching: "on" } },
    { app: { themeEvents: ["lead"] }, fields: { themeEvents: '{"pinterest:lead":"lead"}' } },
    { app: { themeEvents: [] }, fields: { themeEvents: "{}" } },
    { settings: { itemIdFormat: "sku" }, fields: { itemIdFormat: "sku" } },
    { settings: { feed: { country: "DE" } }, fields: { feedCountry: "DE" } },
    { settings: { valueBasis: "total" }, fields: { valueBasis: "total" } },
    { settings: { consent: { saleOfDataDenied: "skip" } }, fields: { saleOfDataDenied: "skip" } },
  ] as const)("$app $settings gives $fields", ({ fields, ...row }) => {
    const app = "app" in row ? row.app : {};
    const settings = "settings" in row ? row.settings : {};
    expect(fieldsOf(app, settings)).toMatchObject({
      ...BY_DEFAULT,
      ...fields,
    });
  });

  test("an act that is off is left out, and a renamed one goes under its other name", () => {
    const events = {
      ...DEFAULT_APP_SETTINGS.events,
      search_submitted: "off",
      product_viewed: "view_content",
    } as const;
    const named = JSON.parse(fieldsOf({ events }).events);
    expect(named).not.toHaveProperty("search_submitted");
    expect(named).toMatchObject({ product_viewed: "view_content", page_viewed: "page_visit" });
  });

  test("a shop that reports no orders of its online store has none reported by the browser", () => {
    const { events } = fieldsOf({}, { channels: { web: false } });
    expect(JSON.parse(events)).not.toHaveProperty("checkout_completed");
    expect(JSON.parse(events)).toHaveProperty("checkout_started");
  });

  test("no field is empty, and the pixel takes them for its own", () => {
    const fields = fieldsOf({ themeEvents: [] });
    expect(isPixelFields(fields)).toBe(true);
    expect(Object.values(fields).filter((text) => text === "")).toEqual([]);
  });
});

test("every act but the completed checkout can be chosen", () => {
  expect([...CHOSEN_PIXEL_EVENTS, "checkout_completed"].toSorted()).toEqual(
    Object.keys(PIXEL_EVENT_NAMES).toSorted(),
  );
});

describe("the extension's toml", () => {
  const toml = readFileSync(
    path.join(EXTENSIONS, "pinterest-pixel", "shopify.extension.toml"),
    "utf8",
  );

  test("declares the fields that the app writes, and no other", () => {
    expect(readPixelFields(EXTENSIONS)?.toSorted()).toEqual(Object.keys(fieldsOf()).toSorted());
  });

  test("runs in the strict sandbox and needs the marketing purpose alone", () => {
    const [, privacy = ""] = /\[customer_privacy\]\n((?:\w.*\n)+)/.exec(toml) ?? [];
    expect(toml).toContain('runtime_context = "strict"');
    expect(privacy.trim().split("\n")).toEqual([
      "analytics = false",
      "marketing = true",
      "preferences = false",
      'sale_of_data = "ldu"',
    ]);
  });
});
