import { describe, expect, test } from "vitest";
import { z } from "zod";

import { decide, type Decision } from "~/conversions/decision";
import { toDraft } from "~/conversions/draft";
import { askAdmin, type Ask } from "~/shopify/ask-admin.server";
import { findOrder } from "~/shopify/find-orders.server";
import { parseOrder, toOrder, type ShopifyOrder } from "~/shopify/order";
import type { Parsed } from "~/parse";

import { TEST_NOW } from "#test/support/clock";
import { shopSettings } from "#test/support/settings";
import { sha256 } from "#test/support/sha256";
import { useLocalShopify } from "#test/support/order-shopify";

type Changes = Readonly<Record<string, unknown>>;

const shopify = useLocalShopify();

/** 2026-11-20T15:00:00Z, half an hour ago. */
const PLACED_AT = new Date(TEST_NOW.getTime() - 30 * 60_000);

const CASES: { what: string; changes: Changes }[] = [
  { what: "an order of the online store", changes: {} },
  {
    what: "prices that include tax",
    changes: {
      taxes_included: true,
      ...amounts("subtotal_price", "119.00"),
      ...amounts("total_price", "123.90"),
      line_items: [line(1, { tax_lines: [tax("17.00"), tax("2.00")] })],
    },
  },
  {
    what: "discounts",
    changes: {
      ...amounts("subtotal_price", "80.00"),
      ...amounts("total_discounts", "20.00"),
      line_items: [line(1, { discount_allocations: [{ amount_set: set("20.00") }] })],
    },
  },
  {
    what: "a gift card beside a product",
    changes: { line_items: [line(1), line(2, { gift_card: true, title: "Gift card" })] },
  },
  {
    what: "a tip",
    changes: {
      line_items: [line(1), line(2, { product_id: null, variant_id: null, title: "Tip" })],
      total_tip_received: "5.00",
    },
  },
  {
    what: "a shopper who pays in another currency",
    changes: {
      presentment_currency: "CAD",
      subtotal_price_set: set("90.00", "126.00", "CAD"),
      total_price_set: set("103.50", "144.90", "CAD"),
      line_items: [line(1, { price_set: set("50.00", "70.00", "CAD") })],
    },
  },
  {
    what: "an order from the till",
    changes: { source_name: "pos", checkout_token: null, shipping_address: null },
  },
  {
    what: "a draft order",
    changes: { source_name: "shopify_draft_order", checkout_token: null, financial_status: "paid" },
  },
  {
    what: "no address at all",
    changes: { billing_address: null, shipping_address: null },
  },
  {
    what: "refunds since",
    changes: {
      financial_status: "partially_refunded",
      ...amounts("current_subtotal_price", "1.00"),
      ...amounts("current_total_price", "1.00"),
      line_items: [line(1, { quantity: 3, current_quantity: 1 })],
    },
  },
  { what: "a test order", changes: { test: true } },
  { what: "a cancelled order", changes: { cancelled_at: "2026-11-20T10:05:00-05:00" } },
  {
    what: "a click id in the cart's attributes",
    changes: { note_attributes: [{ name: "_epik", value: "dj0yJmNhcnQ" }] },
  },
  {
    what: "a customer whose email is the only one",
    changes: { email: null, phone: null, billing_address: null, shipping_address: null },
  },
  {
    what: "more lines than a page holds",
    changes: { line_items: Array.from({ length: 120 }, (_, index) => line(index + 1)) },
  },
];

describe("an order's two forms", () => {
  test.each(CASES)("give the same event: $what", async ({ changes }) => {
    await shopify.grantCustomers(true);
    const body = await shopify.place(1, PLACED_AT, changes);
    const fromWebhook = await decided(parseOrder(body));
    const fromAdminApi = await decided(await find(body));
    expect(comparable(fromAdminApi)).toEqual(comparable(fromWebhook));
  });

  test("agree on the cart's click id, and only the webhook knows the browser", async () => {
    const body = await shopify.place(1, PLACED_AT, {
      note_attributes: [{ name: "_epik", value: "dj0yJmNhcnQ" }],
    });
    expect(await decided(parseOrder(body))).toMatchObject({
      event: { personal: { clickId: "dj0yJmNhcnQ", userAgent: expect.any(String) } },
    });
    const { event } = sent(await decided(await find(body)));
    expect(event.personal).toMatchObject({ clickId: "dj0yJmNhcnQ" });
    expect(event.personal.userAgent).toBeUndefined();
  });
});

describe("data that is granted in part", () => {
  test("an order without its customer is the order with what else it has", async () => {
    const body = await shopify.place(1, PLACED_AT);
    const { event } = sent(await decided(await find(body)));
    const keys = Object.keys(event.userData);
    expect(keys).toEqual(expect.arrayContaining(["em", "fn", "ln", "ct", "zp", "country"]));
    expect(keys).not.toContain("externalId");
  });

  test("protected fields that are withheld are missing, and nothing else", async () => {
    const body = await shopify.place(1, PLACED_AT);
    await shopify.control("PUT", "protected-fields", { phone: false, name: false, address: false });
    const { event } = sent(await decided(await find(body)));
    expect(Object.keys(event.userData).toSorted()).toEqual(["country", "ct", "em", "st"]);
  });
});

describe("whether the customer opted out of the sale of their data", () => {
  const SCOPES = ["read_orders", "read_customers"];

  test.each([
    { isOptedOut: true, limits: true },
    { isOptedOut: false, limits: false },
  ])("is asked where the scope allows it: $isOptedOut", async ({ isOptedOut, limits }) => {
    await shopify.grantCustomers(true);
    const body = await shopify.place(1, PLACED_AT);
    await shopify.control("PUT", "opted-out-of-sale", {
      customers: isOptedOut ? [customerOf(body)] : [],
    });
    const { event } = sent(await decided(await find(body, SCOPES)));
    expect(event.isDataUseLimited).toBe(limits);
    expect(await shopify.calls()).toMatchObject([{ errors: [], deprecated: [] }]);
  });

  test("is not asked without it, and the order keeps what else is known", async () => {
    await shopify.grantCustomers(true);
    const body = await shopify.place(1, PLACED_AT);
    await shopify.control("PUT", "opted-out-of-sale", { customers: [customerOf(body)] });
    const { event } = sent(await decided(await find(body, ["read_orders"])));
    expect(event.isDataUseLimited).toBe(false);
    expect(Object.keys(event.userData)).toContain("externalId");
  });

  function customerOf(body: Changes): string {
    const { customer } = z
      .object({ customer: z.object({ admin_graphql_api_id: z.string() }) })
      .parse(body);
    return customer.admin_graphql_api_id;
  }
});

test("nothing is asked for that the Admin API gives up", async () => {
  await shopify.grantCustomers(true);
  const lines = Array.from({ length: 30 }, (_, index) => line(index + 1));
  await find(await shopify.place(1, PLACED_AT, { line_items: lines }), ["read_customers"]);
  expect(await shopify.calls()).toMatchObject([
    { operation: "WholeOrder", errors: [], deprecated: [] },
    { operation: "FurtherLines", errors: [], deprecated: [] },
  ]);
});

test("an order that is gone is none", async () => {
  const ask = askAdmin(await shopify.client(), async () => {});
  expect(await findOrder(ask, [], "gid://shopify/Order/404")).toBeNull();
});

test("an order whose amounts are withheld says what does not fit", async () => {
  expect(await findChanged(/"subtotalPriceSet":\{.*?\}\}/, '"subtotalPriceSet":null')).toEqual({
    kind: "unreadable",
    fields: ["subtotal_price"],
  });
});

test("an order that failed as a whole is not taken for one that is gone", async () => {
  expect(await findChanged(/"order":\{.*\}/, '"order":null}')).toEqual({
    kind: "unreadable",
    fields: ["order"],
  });
});

/** An order whose answer comes changed, beside the error about its customer. */
async function findChanged(part: RegExp, replacement: string) {
  const body = await shopify.place(1, PLACED_AT);
  const ask = askAdmin(await shopify.client(), async () => {});
  const changed: Ask = async (query, variables) => {
    const answer = await ask(query, variables);
    return {
      ...answer,
      data: JSON.parse(JSON.stringify(answer.data).replace(part, replacement)),
    };
  };
  return findOrder(changed, [], String(body["admin_graphql_api_id"]));
}

async function find(
  body: Changes,
  scopes: readonly string[] = [],
): Promise<Parsed<ShopifyOrder> | null> {
  const ask = askAdmin(await shopify.client(), async () => {});
  return findOrder(ask, scopes, String(body["admin_graphql_api_id"]));
}

async function decided(read: Parsed<ShopifyOrder> | null): Promise<Decision> {
  if (read?.kind !== "parsed") throw new Error(`Not read: ${JSON.stringify(read)}`);
  const settings = shopSettings({
    channels: { web: true, pos: true, draft: true, subscription: true, other: true },
  });
  const drafted = await toDraft(toOrder(read.value, settings), settings, sha256);
  return decide({ ...drafted, snapshot: null, settings, now: TEST_NOW, isConnected: true });
}

function sent(decision: Decision): Extract<Decision, { kind: "send" }> {
  if (decision.kind === "send") return decision;
  throw new Error(`Not sent: ${decision.reasons.join(", ")}`);
}

/** A decision without what only the webhook knows. */
function comparable(decision: Decision) {
  if (decision.kind === "skip") return decision;
  return { ...decision.event, personal: { sourceUrl: decision.event.personal.sourceUrl } };
}

function line(number: number, changes: Changes = {}) {
  return {
    id: number,
    admin_graphql_api_id: `gid://shopify/LineItem/${number}`,
    product_id: 7_300_000_000_000 + number,
    variant_id: 41_400_000_000_000 + number,
    sku: `SKU-${number}`,
    title: `Scarf ${number}`,
    name: `Scarf ${number} - Green`,
    variant_title: "Green",
    vendor: "Ada & Co",
    quantity: 2,
    price: "50.00",
    price_set: set("50.00"),
    total_discount_set: set("0.00"),
    ...changes,
  };
}

function tax(price: string) {
  return { title: "VAT", rate: 0.19, price, price_set: set(price) };
}

function amounts(name: string, amount: string): Changes {
  return { [name]: amount, [`${name}_set`]: set(amount) };
}

function set(shop: string, presentment = shop, currency = "USD") {
  return {
    shop_money: { amount: shop, currency_code: "USD" },
    presentment_money: { amount: presentment, currency_code: currency },
  };
}
