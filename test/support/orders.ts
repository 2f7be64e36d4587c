import { toDraft } from "~/conversions/draft";
import type { Order } from "~/conversions/order";
import { InvariantError } from "~/errors";
import { parseOrder, toOrder } from "~/shopify/order";
import type { ShopSettings } from "~/shops/settings";

import { shopSettings } from "./settings";
import { sha256 } from "./sha256";

/** 2026-11-20T15:30:00Z, half an hour after the builder's order. */
export const ORDER_NOW = new Date("2026-11-20T15:30:00Z");

type Changes = Readonly<Record<string, unknown>>;

/** An `orders/create` body that nothing speaks against, with `changes` on top. */
export function shopifyOrderBody(changes: Changes = {}): Record<string, unknown> {
  return {
    admin_graphql_api_id: "gid://shopify/Order/820982911946154508",
    checkout_token: "5f7028e0bd5258d7c5b3a3e7a3f8c1d2",
    source_name: "web",
    test: false,
    cancelled_at: null,
    financial_status: "pending",
    processed_at: "2026-11-20T10:00:00-05:00",
    created_at: "2026-11-20T10:00:02-05:00",
    currency: "USD",
    taxes_included: false,
    subtotal_price: "90.00",
    subtotal_price_set: moneySet("90.00"),
    total_price: "103.50",
    total_price_set: moneySet("103.50"),
    email: "Ada@Example.com",
    phone: null,
    billing_address: address(),
    shipping_address: null,
    customer: {
      admin_graphql_api_id: "gid://shopify/Customer/115310627314723954",
      id: 7300000000042,
      email: "other@example.com",
    },
    browser_ip: "203.0.113.7",
    client_details: { browser_ip: "203.0.113.7", user_agent: "Mozilla/5.0 (order)" },
    landing_site: "/?epik=dj0yJmxhbmRpbmc",
    note_attributes: [],
    line_items: [shopifyLine()],
    ...changes,
  };
}

/** A line of an order body, with `changes` on top. */
export function shopifyLine(changes: Changes = {}): Record<string, unknown> {
  return {
    product_id: 632,
    variant_id: 808,
    gift_card: false,
    title: "Scarf",
    variant_title: "Green",
    vendor: "Ada & Co",
    sku: "SCARF-G",
    quantity: 2,
    price: "50.00",
    price_set: moneySet("50.00"),
    tax_lines: [],
    ...changes,
  };
}

/** An address of an order body, with `changes` on top. */
export function address(changes: Changes = {}): Record<string, unknown> {
  return {
    first_name: "Ada",
    last_name: "Lovelace",
    phone: "(212) 555-0123",
    city: "New York",
    province: "New York",
    province_code: "NY",
    zip: "10001-1234",
    country: "United States",
    country_code: "US",
    ...changes,
  };
}

/** One amount in the shop's and in the shopper's currency; by default both are US dollars. */
export function moneySet(shop: string, presentment = shop, currency = "USD") {
  return {
    shop_money: { amount: shop, currency_code: "USD" },
    presentment_money: { amount: presentment, currency_code: currency },
  };
}

/** The builder's order in our words. */
export function order(changes: Changes = {}, settings: ShopSettings = shopSettings()): Order {
  const parsed = parseOrder(shopifyOrderBody(changes));
  if (parsed.kind === "parsed") return toOrder(parsed.value, settings);
  throw new InvariantError(`The test's own body does not parse: ${parsed.fields.join(", ")}`);
}

/** The builder's order as a draft and its personal part. */
export function draft(changes: Changes = {}, settings: ShopSettings = shopSettings()) {
  return toDraft(order(changes, settings), settings, sha256);
}
