import { itemId } from "~/catalog/item-id";
import { itemName } from "~/catalog/item-name";
import { countryCode } from "~/conversions/country";
import type { LineItem } from "~/conversions/event";
import type { Buyer, Order, OrderBrowser } from "~/conversions/order";
import { isAddress } from "~/conversions/snapshot";
import { subdivisionCode } from "~/conversions/subdivision";
import { parse, type Parsed } from "~/parse";
import type { Channel, ShopSettings } from "~/shops/settings";

import { landingClickId } from "./landing-site";
import { linePrice, orderAmounts } from "./order-money";
import {
  orderSchema,
  type ShopifyAddress,
  type ShopifyLine,
  type ShopifyOrder,
} from "./order-schema";

export type { ShopifyOrder };

/** Reads a webhook body. */
export function parseOrder(body: unknown): Parsed<ShopifyOrder> {
  return parse(orderSchema, body);
}

/** The order as placed, in our words. The settings give the item ids their format. */
export function toOrder(order: ShopifyOrder, settings: ShopSettings): Order {
  const amounts = orderAmounts(order);
  const place = [order.billing_address, order.shipping_address].find(countryOf);
  return {
    platform: "shopify",
    orderId: digitsOf(order.admin_graphql_api_id),
    checkoutToken: order.checkout_token || null,
    channel: channelOf(order),
    isTest: order.test === true,
    isCancelled: Boolean(order.cancelled_at),
    isPaid: PAID.has(order.financial_status ?? ""),
    occurredAt: new Date(order.processed_at ?? order.created_at),
    ...amounts,
    lineItems: order.line_items.flatMap(
      (line) => toLineItem(line, amounts.total.currency, order, settings) ?? [],
    ),
    buyer: toBuyer(order),
    consentCountry: countryOf(place),
    consentRegion: regionOf(place),
    isSaleOptedOut: order.customer?.data_sale_opt_out ?? undefined,
    browser: toBrowser(order),
  };
}

/** What was paid stays paid when it is refunded later. Source: Shopify `OrderDisplayFinancialStatus`. */
const PAID: ReadonlySet<string> = new Set(["paid", "partially_refunded", "refunded"]);

/**
 * The channel that a `source_name` stands for; what is not listed is another app.
 *
 * Source: Shopify Admin API 2026-10, order webhooks, `source_name`; 580111 is the online store's app id.
 */
const CHANNELS: Readonly<Record<string, Channel>> = {
  web: "web",
  "580111": "web",
  pos: "pos",
  iphone: "pos",
  android: "pos",
  shopify_draft_order: "draft",
};

/** Where the order was made. One that names no source but passed a checkout was made in the shop. */
function channelOf(order: ShopifyOrder): Channel {
  const source = order.source_name;
  if (!source) return order.checkout_token ? "web" : "other";
  if (source.startsWith("subscription_contract")) return "subscription";
  return Object.hasOwn(CHANNELS, source) ? (CHANNELS[source] ?? "other") : "other";
}

/** `undefined` for what no catalog holds: tips, custom items, gift cards, and lines of nothing. */
function toLineItem(
  line: ShopifyLine,
  currency: string,
  order: ShopifyOrder,
  settings: ShopSettings,
): LineItem | undefined {
  if (line.gift_card || !line.product_id || !line.variant_id || line.quantity === 0) {
    return undefined;
  }
  const names = {
    productId: String(line.product_id),
    variantId: String(line.variant_id),
    sku: line.sku ?? null,
  };
  const name = itemName(line.title, line.variant_title);
  const brand = line.vendor?.trim();
  const price = linePrice(line, currency, order);
  return {
    itemId: itemId(names, settings.itemIdFormat, settings.feed.country),
    ...(name && { name }),
    ...(brand && { brand }),
    ...(price && { price }),
    quantity: line.quantity,
  };
}

/**
 * One value of each kind: from the billing address, else the shipping address, else the customer's
 * default one, else the customer. City, state, postcode and country come from one address together.
 */
function toBuyer(order: ShopifyOrder): Buyer {
  const { customer } = order;
  const addresses = [order.billing_address, order.shipping_address, customer?.default_address];
  const address = addresses.find(hasPlace);
  const named = [...addresses, customer].find((one) => one?.first_name || one?.last_name);
  const called = addresses.find((one) => one?.phone?.trim());
  return {
    email: order.email?.trim() || customer?.email,
    phone: called?.phone ?? (order.phone || customer?.phone),
    phoneCountry: countryOf(called),
    firstName: named?.first_name,
    lastName: named?.last_name,
    city: address?.city,
    subdivision: regionOf(address),
    postcode: address?.zip,
    country: countryOf(address),
    customerId: customerIdOf(order),
  };
}

function hasPlace(address: ShopifyAddress | null | undefined): boolean {
  return Boolean(address?.city || address?.zip || regionOf(address) || countryOf(address));
}

function countryOf(address: ShopifyAddress | null | undefined): string | undefined {
  return address?.country_code || address?.country || undefined;
}

/** Shopify's codes are not ISO's everywhere; where the code says nothing, the name does. */
function regionOf(address: ShopifyAddress | null | undefined): string | undefined {
  const country = countryCode(countryOf(address));
  const words = [address?.province_code, address?.province];
  return words.find((word) => subdivisionCode(word, country) !== undefined) ?? undefined;
}

/** A number above 2^53 is not the customer's id any more, so it is none. */
function customerIdOf({ customer }: ShopifyOrder): string | undefined {
  if (customer?.admin_graphql_api_id) return digitsOf(customer.admin_graphql_api_id);
  if (typeof customer?.id === "string") return digitsOf(customer.id);
  return Number.isSafeInteger(customer?.id) ? String(customer?.id) : undefined;
}

function toBrowser(order: ShopifyOrder): OrderBrowser {
  const attribute = order.note_attributes?.find(({ name }) => name === "_epik")?.value;
  const carried = typeof attribute === "string" ? attribute.trim() : "";
  return {
    clickId: carried || landingClickId(order.landing_site),
    clientIp: [order.client_details?.browser_ip, order.browser_ip].find(isAddress),
    userAgent: order.client_details?.user_agent,
  };
}

/** `gid://shopify/Order/1017` -> `1017`, every digit of it. */
export function digitsOf(gid: string): string {
  return gid.slice(gid.lastIndexOf("/") + 1);
}
