import { describe, expect, test } from "vitest";

import { address, moneySet, order, shopifyLine, shopifyOrderBody } from "#test/support/orders";
import { shopSettings } from "#test/support/settings";
import { parseOrder } from "~/shopify/order";

type Changes = Readonly<Record<string, unknown>>;

const CAD = (shop: string, presentment: string) => moneySet(shop, presentment, "CAD");

describe("parseOrder", () => {
  test.each<{ changes: Changes; fields: readonly string[] }>([
    { changes: { admin_graphql_api_id: undefined }, fields: ["admin_graphql_api_id"] },
    {
      changes: { admin_graphql_api_id: "gid://shopify/Customer/1" },
      fields: ["admin_graphql_api_id"],
    },
    { changes: { created_at: "yesterday" }, fields: ["created_at"] },
    { changes: { processed_at: 1_795_186_800 }, fields: ["processed_at"] },
    { changes: { currency: null }, fields: ["currency"] },
    { changes: { line_items: null }, fields: ["line_items"] },
    {
      changes: { test: "no", line_items: [shopifyLine({ quantity: "two" })] },
      fields: ["test", "line_items.0.quantity"],
    },
    { changes: { line_items: [shopifyLine({ price: "a lot" })] }, fields: ["line_items.0.price"] },
    { changes: { total_price: "1e3" }, fields: ["total_price"] },
    {
      changes: { subtotal_price: null, subtotal_price_set: null },
      fields: ["subtotal_price"],
    },
  ])("$changes does not fit in $fields", ({ changes, fields }) => {
    expect(parseOrder(shopifyOrderBody(changes))).toEqual({ kind: "unreadable", fields });
  });

  test.each([[[]], ["text"], [null], [7]])("%j is no order", (body) => {
    expect(parseOrder(body)).toEqual({ kind: "unreadable", fields: ["(body)"] });
  });

  test.each(
    [
      "checkout_token",
      "source_name",
      "test",
      "financial_status",
      "processed_at",
      "taxes_included",
      "subtotal_price_set",
      "total_price_set",
      "email",
      "phone",
      "billing_address",
      "shipping_address",
      "customer",
      "browser_ip",
      "client_details",
      "landing_site",
      "note_attributes",
    ].flatMap((field) => [
      { field, value: null },
      { field, value: undefined },
    ]),
  )("$field may be $value", ({ field, value }) => {
    expect(parseOrder(shopifyOrderBody({ [field]: value }))).toMatchObject({ kind: "parsed" });
  });

  test("every line of an address may be withheld", () => {
    const names = Object.keys(address());
    const withheld = Object.fromEntries(names.map((name) => [name, null]));
    expect(order({ billing_address: withheld, customer: {} }).buyer.city).toBeUndefined();
  });
});

describe("toOrder, on what the order is", () => {
  test.each<{ changes: Changes; channel: string }>([
    { changes: { source_name: "web" }, channel: "web" },
    { changes: { source_name: "580111" }, channel: "web" },
    { changes: { source_name: null }, channel: "web" },
    { changes: { source_name: "" }, channel: "web" },
    { changes: { source_name: null, checkout_token: null }, channel: "other" },
    { changes: { source_name: "pos" }, channel: "pos" },
    { changes: { source_name: "iphone" }, channel: "pos" },
    { changes: { source_name: "android" }, channel: "pos" },
    { changes: { source_name: "shopify_draft_order" }, channel: "draft" },
    { changes: { source_name: "subscription_contract" }, channel: "subscription" },
    { changes: { source_name: "subscription_contract_checkout_one" }, channel: "subscription" },
    { changes: { source_name: "1354745" }, channel: "other" },
    { changes: { source_name: "constructor" }, channel: "other" },
  ])("$changes is of the channel $channel", ({ changes, channel }) => {
    expect(order(changes).channel).toBe(channel);
  });

  test.each([
    { status: "paid", isPaid: true },
    { status: "partially_refunded", isPaid: true },
    { status: "refunded", isPaid: true },
    { status: "pending", isPaid: false },
    { status: "authorized", isPaid: false },
    { status: "partially_paid", isPaid: false },
    { status: "voided", isPaid: false },
    { status: null, isPaid: false },
  ])("an order that is $status is paid: $isPaid", ({ status, isPaid }) => {
    expect(order({ financial_status: status }).isPaid).toBe(isPaid);
  });

  test("the time is when it was processed, else when it was made", () => {
    expect(order().occurredAt).toEqual(new Date("2026-11-20T15:00:00Z"));
    expect(order({ processed_at: null }).occurredAt).toEqual(new Date("2026-11-20T15:00:02Z"));
  });

  test("the order's id keeps every digit", () => {
    expect(order({ id: 820982911946154508 }).orderId).toBe("820982911946154508");
  });
});

describe("toOrder, on amounts", () => {
  test.each<{
    changes: Changes;
    subtotal: string;
    total: string;
    currency: string;
    because: string;
  }>([
    { changes: {}, subtotal: "90.00", total: "103.50", currency: "USD", because: "as placed" },
    {
      changes: { current_subtotal_price: "1.00", current_total_price: "1.00" },
      subtotal: "90.00",
      total: "103.50",
      currency: "USD",
      because: "refunds change nothing",
    },
    {
      changes: {
        subtotal_price_set: CAD("90.00", "126.00"),
        total_price_set: CAD("103.50", "144.90"),
      },
      subtotal: "126.00",
      total: "144.90",
      currency: "CAD",
      because: "in the shopper's currency",
    },
    {
      changes: { subtotal_price_set: null, total_price_set: null },
      subtotal: "90.00",
      total: "103.50",
      currency: "USD",
      because: "without sets, in the shop's",
    },
    {
      changes: { subtotal_price_set: CAD("90.00", "126.00"), total_price_set: null },
      subtotal: "90.00",
      total: "103.50",
      currency: "USD",
      because: "one without a set, both in the shop's",
    },
    {
      changes: {
        taxes_included: true,
        line_items: [
          shopifyLine({ tax_lines: [tax("8.18"), tax("1.10")] }),
          shopifyLine({ tax_lines: [tax("0.07")], gift_card: true }),
        ],
      },
      subtotal: "80.65",
      total: "103.50",
      currency: "USD",
      because: "the lines' taxes are taken off",
    },
    {
      changes: { line_items: [shopifyLine({ tax_lines: [tax("8.18")] })] },
      subtotal: "90.00",
      total: "103.50",
      currency: "USD",
      because: "taxes that the prices do not include stay out",
    },
    {
      changes: {
        taxes_included: true,
        subtotal_price_set: CAD("90.00", "126.00"),
        total_price_set: CAD("103.50", "144.90"),
        line_items: [
          shopifyLine({ tax_lines: [{ price_set: CAD("9.00", "12.60"), price: "9.00" }] }),
        ],
      },
      subtotal: "113.4",
      total: "144.90",
      currency: "CAD",
      because: "taxes in the shopper's currency",
    },
    {
      changes: {
        taxes_included: true,
        subtotal_price_set: CAD("90.00", "126.00"),
        total_price_set: CAD("103.50", "144.90"),
        line_items: [shopifyLine({ tax_lines: [{ price: "9.00" }] })],
      },
      subtotal: "81",
      total: "103.50",
      currency: "USD",
      because: "a tax known in the shop's currency only",
    },
  ])("$subtotal of $total $currency: $because", ({ changes, subtotal, total, currency }) => {
    expect(order(changes)).toMatchObject({
      subtotal: { amount: subtotal, currency },
      total: { amount: total, currency },
    });
  });
});

describe("toOrder, on lines", () => {
  test.each<{ because: string; changes: Changes }>([
    { because: "a tip", changes: { product_id: null, variant_id: null } },
    { because: "a gift card", changes: { gift_card: true } },
    { because: "a deleted variant", changes: { variant_id: null } },
    { because: "nothing", changes: { quantity: 0 } },
  ])("$because is left out and changes no amount", ({ changes }) => {
    const made = order({ line_items: [shopifyLine(changes), shopifyLine({ quantity: 1 })] });
    expect(made.lineItems.map(({ quantity }) => quantity)).toEqual([1]);
    expect(made.subtotal.amount).toBe("90.00");
  });

  test("the same variant twice is two lines", () => {
    const { lineItems } = order({ line_items: [shopifyLine(), shopifyLine({ quantity: 5 })] });
    expect(lineItems.map(({ itemId, quantity }) => [itemId, quantity])).toEqual([
      ["808", 2],
      ["808", 5],
    ]);
  });

  test("a refunded line counts as ordered", () => {
    expect(order({ line_items: [shopifyLine({ current_quantity: 0 })] }).lineItems).toHaveLength(1);
  });

  test("the price is that of one piece, tax included or not, in the order's currency", () => {
    const line = shopifyLine({ price_set: CAD("50.00", "70.00") });
    const sets = {
      subtotal_price_set: CAD("90.00", "126.00"),
      total_price_set: CAD("103.50", "144.90"),
      taxes_included: true,
    };
    expect(order({ ...sets, line_items: [line] }).lineItems[0]?.price).toBe("70.00");
    const unset = shopifyLine({ price_set: null });
    expect(order({ ...sets, line_items: [unset] }).lineItems[0]).not.toHaveProperty("price");
  });

  test("the only variant's name and an unknown vendor are not told", () => {
    const line = shopifyLine({ variant_title: "Default Title", vendor: null });
    expect(order({ line_items: [line] }).lineItems[0]).toEqual({
      itemId: "808",
      name: "Scarf",
      price: "50.00",
      quantity: 2,
    });
  });

  test("the item id follows the settings", () => {
    const settings = shopSettings({
      itemIdFormat: "shopify_country_product_variant",
      feed: { country: "DE" },
    });
    expect(order({}, settings).lineItems[0]?.itemId).toBe("shopify_DE_632_808");
  });
});

describe("toOrder, on the buyer", () => {
  const other = address({ first_name: "Grace", phone: "3", city: "Paris", country_code: "FR" });

  test.each<{ changes: Changes; expected: Changes; because: string }>([
    { changes: {}, expected: { email: "Ada@Example.com" }, because: "the order's email" },
    { changes: { email: null }, expected: { email: "other@example.com" }, because: "customer's" },
    { changes: { email: " " }, expected: { email: "other@example.com" }, because: "customer's" },
    {
      changes: { shipping_address: other },
      expected: { firstName: "Ada", phone: "(212) 555-0123", city: "New York", country: "US" },
      because: "billing first",
    },
    {
      changes: { billing_address: null, shipping_address: other },
      expected: { firstName: "Grace", phone: "3", city: "Paris", country: "FR" },
      because: "else shipping",
    },
    {
      changes: { billing_address: null, customer: { default_address: other } },
      expected: { firstName: "Grace", phone: "3", city: "Paris", country: "FR" },
      because: "else the customer's default",
    },
    {
      changes: { billing_address: address({ phone: null }), shipping_address: other },
      expected: { firstName: "Ada", phone: "3", phoneCountry: "FR", country: "US" },
      because: "a phone number brings the country of its own address",
    },
    {
      changes: { billing_address: null, phone: "+12125550123", customer: { first_name: "Ada" } },
      expected: { firstName: "Ada", phone: "+12125550123" },
      because: "without any address, what the order and the customer say",
    },
    {
      changes: {
        billing_address: address({
          province_code: "AGS",
          province: "Aguascalientes",
          country_code: "MX",
        }),
      },
      expected: { subdivision: "Aguascalientes" },
      because: "a code that is not ISO's gives way to the name",
    },
    {
      changes: { billing_address: address({ country_code: null }) },
      expected: { country: "United States" },
      because: "without a code, the name",
    },
    {
      changes: {},
      expected: { customerId: "115310627314723954" },
      because: "the customer's id, every digit",
    },
    {
      changes: { customer: { id: 7300000000042 } },
      expected: { customerId: "7300000000042" },
      because: "a number that is exact",
    },
    {
      changes: { customer: { id: 2 ** 53 } },
      expected: { customerId: undefined },
      because: "a number that may have lost digits",
    },
  ])("$changes: $because", ({ changes, expected }) => {
    expect(order(changes).buyer).toMatchObject(expected);
  });

  test("consent is asked for by the billing, else the shipping address, never the default one", () => {
    const customer = { default_address: other };
    expect(order({ shipping_address: other }).consentCountry).toBe("US");
    expect(order({ billing_address: null, shipping_address: other }).consentCountry).toBe("FR");
    expect(order({ billing_address: null, customer }).consentCountry).toBeUndefined();
  });
});

describe("toOrder, on the browser", () => {
  const end = "epik=dj0yJnU9";
  const cut = `/?${"x".repeat(255 - 3 - end.length)}&${end}`;

  test.each<{ changes: Changes; expected: string | undefined; because: string }>([
    { changes: {}, expected: "dj0yJmxhbmRpbmc", because: "from the landing page" },
    {
      changes: { note_attributes: [{ name: "_epik", value: "dj0cart" }] },
      expected: "dj0cart",
      because: "the cart attribute first",
    },
    {
      changes: { note_attributes: [{ name: "_epik", value: null }] },
      expected: "dj0yJmxhbmRpbmc",
      because: "an empty attribute is none",
    },
    { changes: { landing_site: "/?utm_source=x" }, expected: undefined, because: "no parameter" },
    { changes: { landing_site: "/?epik=" }, expected: undefined, because: "an empty parameter" },
    { changes: { landing_site: "/?a=1&epik=dj0%3D#x" }, expected: "dj0=", because: "decoded" },
    { changes: { landing_site: "/?epik=dj0+x" }, expected: "dj0+x", because: "a plus stays one" },
    { changes: { landing_site: cut }, expected: undefined, because: "cut off at 255 characters" },
    {
      changes: { landing_site: cut.replace("xx", "x") },
      expected: "dj0yJnU9",
      because: "254 characters are whole",
    },
    {
      changes: { landing_site: `/?${end}&${"x".repeat(255 - 3 - end.length)}` },
      expected: "dj0yJnU9",
      because: "not at the end, so whole",
    },
  ])("the click id is $expected: $because", ({ changes, expected }) => {
    expect(order(changes).browser.clickId).toBe(expected);
  });

  test("the cut landing page of these rows has 255 characters", () => {
    expect(cut).toHaveLength(255);
  });

  test("the IP is the client details', else the order's", () => {
    const client_details = { browser_ip: "198.51.100.1", user_agent: "x" };
    expect(order({ client_details }).browser.clientIp).toBe("198.51.100.1");
    expect(order({ client_details: null }).browser.clientIp).toBe("203.0.113.7");
    const nowhere = { browser_ip: "0.0.0.0", user_agent: "x" };
    expect(order({ client_details: nowhere }).browser.clientIp).toBe("203.0.113.7");
  });
});

function tax(price: string) {
  return { price, price_set: moneySet(price) };
}
