import { describe, expect, test } from "vitest";

import { DEFAULT_SETTINGS, mergeSettings, shopSettingsSchema } from "~/shops/settings";

describe("mergeSettings", () => {
  test("without a change, the defaults hold, and they fit their own schema", () => {
    expect(mergeSettings({})).toEqual({ kind: "parsed", value: DEFAULT_SETTINGS });
    expect(shopSettingsSchema.parse(DEFAULT_SETTINGS)).toEqual(DEFAULT_SETTINGS);
  });

  test("a change inside an object leaves its neighbours alone", () => {
    expect(mergeSettings({ channels: { pos: true }, feed: { country: "de" } })).toEqual({
      kind: "parsed",
      value: {
        ...DEFAULT_SETTINGS,
        channels: { ...DEFAULT_SETTINGS.channels, pos: true },
        feed: { ...DEFAULT_SETTINGS.feed, country: "DE" },
      },
    });
  });

  test.each([
    { changes: { colour: "red" }, fields: ["colour"] },
    { changes: { feed: { colour: "red" } }, fields: ["feed.colour"] },
    { changes: { channels: { mail: true } }, fields: ["channels.mail"] },
    { changes: { platform: "magento" }, fields: ["platform"] },
    { changes: { shopDomain: "" }, fields: ["shopDomain"] },
    { changes: { shopCountry: "XX" }, fields: ["shopCountry"] },
    { changes: { shopCountry: "USA" }, fields: ["shopCountry"] },
    { changes: { itemIdFormat: "barcode" }, fields: ["itemIdFormat"] },
    { changes: { valueBasis: "net" }, fields: ["valueBasis"] },
    { changes: { orderTrigger: "created" }, fields: ["orderTrigger"] },
    { changes: { channels: { pos: "yes" } }, fields: ["channels.pos"] },
    { changes: { channels: true }, fields: ["channels"] },
    {
      changes: { consent: { unknownWhereRequired: "maybe" } },
      fields: ["consent.unknownWhereRequired"],
    },
    { changes: { consent: { unknownElsewhere: null } }, fields: ["consent.unknownElsewhere"] },
    { changes: { consent: { saleOfDataDenied: "send" } }, fields: ["consent.saleOfDataDenied"] },
    { changes: { coexistence: 1 }, fields: ["coexistence"] },
    { changes: { storeUrl: "demo.example" }, fields: ["storeUrl"] },
    { changes: { storeUrl: "ftp://demo.example" }, fields: ["storeUrl"] },
    { changes: { feed: { country: "Germany" } }, fields: ["feed.country"] },
    { changes: { feed: { locale: "English" } }, fields: ["feed.locale"] },
    { changes: { feed: { currency: "EURO" } }, fields: ["feed.currency"] },
    { changes: { feed: { condition: "broken" } }, fields: ["feed.condition"] },
    { changes: { valueBasis: "net", colour: 1 }, fields: ["valueBasis", "colour"] },
    { changes: [], fields: ["(body)"] },
    { changes: null, fields: ["(body)"] },
    { changes: "web", fields: ["(body)"] },
    { changes: JSON.parse('{ "__proto__": { "coexistence": true } }'), fields: ["__proto__"] },
  ])("$changes is refused for $fields", ({ changes, fields }) => {
    expect(mergeSettings(changes)).toEqual({ kind: "unreadable", fields });
  });

  test.each([
    { changes: { platform: "woocommerce" } },
    { changes: { valueBasis: "total" } },
    { changes: { orderTrigger: "paid" } },
    { changes: { itemIdFormat: "product_id" } },
    { changes: { itemIdFormat: "sku" } },
    { changes: { itemIdFormat: "shopify_country_product_variant" } },
    { changes: { consent: { unknownWhereRequired: "send" } } },
    { changes: { consent: { unknownElsewhere: "ldp" } } },
    { changes: { consent: { saleOfDataDenied: "skip" } } },
    { changes: { feed: { condition: "refurbished" } } },
  ])("$changes is taken", ({ changes }) => {
    expect(mergeSettings(changes)).toMatchObject({ kind: "parsed", value: changes });
  });
});
