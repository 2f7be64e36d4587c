import { describe, expect, test } from "vitest";

import { address, draft, moneySet, order } from "#test/support/orders";
import { shopSettings } from "#test/support/settings";
import { sha256Hex } from "#test/support/sha256";
import { draftSchema } from "~/conversions/draft";

describe("toDraft", () => {
  test("an order becomes a checkout event without anything readable of its buyer", async () => {
    expect(await draft()).toEqual({
      draft: {
        eventId: `co_${sha256Hex("checkout:5f7028e0bd5258d7c5b3a3e7a3f8c1d2").slice(0, 32)}`,
        eventName: "checkout",
        actionSource: "web",
        occurredAt: new Date("2026-11-20T15:00:00Z"),
        userData: {
          em: [sha256Hex("ada@example.com")],
          ph: [sha256Hex("12125550123")],
          fn: [sha256Hex("ada")],
          ln: [sha256Hex("lovelace")],
          ct: [sha256Hex("newyork")],
          st: [sha256Hex("ny")],
          zp: [sha256Hex("10001")],
          country: [sha256Hex("us")],
          externalId: [sha256Hex("115310627314723954")],
        },
        customData: { currency: "USD", value: "90.00", orderId: "820982911946154508" },
        lineItems: [
          {
            itemId: "808",
            name: "Scarf - Green",
            brand: "Ada & Co",
            price: "50.00",
            quantity: 2,
          },
        ],
        consentCountry: "US",
        consentRegion: "US-NY",
        order: {
          isTest: false,
          isCancelled: false,
          isPaid: false,
          channel: "web",
          hasCheckoutToken: true,
        },
      },
      personal: {
        clickId: "dj0yJmxhbmRpbmc",
        clientIp: "203.0.113.7",
        userAgent: "Mozilla/5.0 (order)",
      },
    });
  });

  test("it comes back from JSON as it was", async () => {
    const { draft: written } = await draft();
    expect(draftSchema.parse(JSON.parse(JSON.stringify(written)))).toEqual(written);
  });

  test("the value follows the setting", async () => {
    const { draft: total } = await draft({}, shopSettings({ valueBasis: "total" }));
    expect(total.customData.value).toBe("103.50");
  });

  test("more digits than the currency has are rounded half up", async () => {
    const set = moneySet("10.00", "1100.5", "JPY");
    const changes = { subtotal_price_set: set, total_price_set: set, line_items: [] };
    const { draft: yen } = await draft(changes);
    expect(yen.customData).toMatchObject({ value: "1101", currency: "JPY" });
  });

  test("an order from the till is offline and named by its number", async () => {
    const { draft: till } = await draft({ source_name: "pos", checkout_token: null });
    const key = "order:shopify:demo.myshopify.com:820982911946154508";
    expect(till.actionSource).toBe("offline");
    expect(till.eventId).toBe(`co_${sha256Hex(key).slice(0, 32)}`);
  });

  test.each([
    { billing: "DE", shipping: "US", expected: "DE", because: "billing first" },
    { billing: null, shipping: "FR", expected: "FR", because: "else shipping" },
    { billing: null, shipping: null, expected: "US", because: "else the shop's" },
    { billing: "Narnia", shipping: null, expected: "US", because: "no country, so the shop's" },
  ])("consent is asked for as in $expected: $because", async ({ billing, shipping, expected }) => {
    const changes = {
      billing_address: billing && address({ country: null, country_code: billing }),
      shipping_address: shipping && address({ country: null, country_code: shipping }),
    };
    expect((await draft(changes)).draft.consentCountry).toBe(expected);
  });

  test("everything personal may be missing", async () => {
    const { draft: bare, personal } = await draft({
      email: null,
      customer: null,
      billing_address: null,
      browser_ip: null,
      client_details: null,
      landing_site: null,
    });
    expect(bare.userData).toEqual({});
    expect(personal).toEqual({});
  });
});

test("no raw value of the buyer is left in the draft", async () => {
  const { buyer } = order();
  const { draft: written } = await draft();
  const text = JSON.stringify(written).toLowerCase();
  for (const value of [buyer.email, buyer.phone, buyer.lastName, buyer.postcode]) {
    expect(text).not.toContain(String(value).toLowerCase());
  }
  expect(text).not.toContain("5f7028e0bd5258d7c5b3a3e7a3f8c1d2");
});
