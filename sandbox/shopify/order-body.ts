import type { Product, Variant } from "./catalog.ts";
import type { Money } from "./order-dice.ts";
import { decimal } from "./order-dice.ts";

export const SHOPPER_COUNTRIES = ["US", "CA", "DE", "GB"] as const;
export type ShopperCountry = (typeof SHOPPER_COUNTRIES)[number];

export const COUNTRIES = {
  US: { name: "United States", dial: "+1212555", locale: "en-US", presentment: "USD", rate: 100 },
  DE: { name: "Germany", dial: "+4989555", locale: "de-DE", presentment: "EUR", rate: 92 },
  GB: { name: "United Kingdom", dial: "+4420794", locale: "en-GB", presentment: "GBP", rate: 79 },
  CA: { name: "Canada", dial: "+1514555", locale: "fr-CA", presentment: "CAD", rate: 140 },
} as const;

/** Who buys. */
export type Buyer = {
  firstName: string;
  lastName: string;
  email: string;
  phone: string | null;
  street: string;
  city: string;
  zip: string;
  province: string | null;
  provinceCode: string | null;
  countryCode: ShopperCountry;
  customerId: number;
};

/** So many of one variant, with what is taken off all of them together. */
export type BoughtLine = {
  product: Product;
  variant: Variant;
  quantity: number;
  discountCents: number;
};

/** Everything that one order is told by. */
export type OrderFacts = {
  /** Counts up from 1 per shop; becomes part of the ids and of the name. */
  number: number;
  shopDomain: string;
  money: Money;
  now: Date;
  buyer: Buyer;
  lines: readonly BoughtLine[];
  ip: string;
  userAgent: string;
  cartToken: string;
  checkoutToken: string;
  orderToken: string;
  statusKey: string;
  confirmationNumber: string;
  acceptsMarketing: boolean;
  isPaid: boolean;
  landingSite: string | null;
  referringSite: string | null;
};

/** What an order comes to, in cents of the shop's currency. */
export type OrderAmounts = {
  grossCents: number;
  discountCents: number;
  /** After discounts, before shipping and tax. */
  subtotalCents: number;
  shippingCents: number;
  /** On top of the prices. */
  taxCents: number;
  totalCents: number;
};

/** What lines come to for a shopper of that country. */
export function orderAmounts(
  lines: readonly BoughtLine[],
  countryCode: ShopperCountry,
): OrderAmounts {
  const grossCents = lines.reduce((sum, line) => sum + line.product.cents * line.quantity, 0);
  const discountCents = lines.reduce((sum, line) => sum + line.discountCents, 0);
  const subtotalCents = grossCents - discountCents;
  const shippingCents = subtotalCents > 10_000 ? 0 : 695;
  const taxCents = countryCode === "US" ? Math.round(subtotalCents * 0.08) : 0;
  const totalCents = subtotalCents + shippingCents + taxCents;
  return { grossCents, discountCents, subtotalCents, shippingCents, taxCents, totalCents };
}

/**
 * The body of an `orders/create` webhook, with every key that an order of the online store has in
 * API version 2026-10. Names and addresses are invented, mail goes to example domains.
 */
export function orderBody(facts: OrderFacts) {
  const { number, money, buyer, ip, orderToken, now } = facts;
  const { firstName, lastName, email, phone, street, city, zip, province, provinceCode } = buyer;
  const { countryCode, customerId } = buyer;
  const id = 6_200_000_000_000 + number * 1_009;
  const country = COUNTRIES[countryCode];
  const { grossCents, discountCents, subtotalCents, shippingCents, taxCents, totalCents } =
    orderAmounts(facts.lines, countryCode);
  const placedAt = toLocalTime(now);
  const customerAddress = {
    first_name: firstName,
    address1: street,
    phone,
    city,
    zip,
    province,
    country: country.name,
    last_name: lastName,
    address2: null,
    company: null,
    name: `${firstName} ${lastName}`,
    country_code: countryCode,
    province_code: provinceCode,
  };
  const address = { ...customerAddress, latitude: null, longitude: null };
  const amounts = (name: string, cents: number) => money.both(name, cents);

  return {
    id,
    admin_graphql_api_id: `gid://shopify/Order/${id}`,
    app_id: 580111,
    browser_ip: ip,
    buyer_accepts_marketing: facts.acceptsMarketing,
    cancel_reason: null,
    cancelled_at: null,
    cart_token: facts.cartToken,
    checkout_token: facts.checkoutToken,
    client_details: {
      accept_language: country.locale,
      browser_height: null,
      browser_ip: ip,
      browser_width: null,
      session_hash: null,
      user_agent: facts.userAgent,
    },
    closed_at: null,
    confirmation_number: facts.confirmationNumber,
    confirmed: true,
    contact_email: email,
    created_at: placedAt,
    currency: money.shop,
    current_shipping_price_set: money.set(shippingCents),
    ...amounts("current_subtotal_price", subtotalCents),
    current_total_additional_fees_set: null,
    ...amounts("current_total_discounts", discountCents),
    current_total_duties_set: null,
    ...amounts("current_total_price", totalCents),
    ...amounts("current_total_tax", taxCents),
    customer_locale: country.locale,
    device_id: null,
    discount_codes:
      discountCents > 0
        ? [{ code: "PINBOARD10", amount: decimal(discountCents), type: "percentage" }]
        : [],
    duties_included: false,
    email,
    estimated_taxes: false,
    financial_status: facts.isPaid ? "paid" : "pending",
    fulfillment_status: null,
    landing_site: facts.landingSite,
    landing_site_ref: null,
    location_id: null,
    merchant_business_entity_id: "MTU0ODM4MDAwOQ",
    merchant_of_record_app_id: null,
    name: `#${1000 + number}`,
    note: null,
    note_attributes: [],
    number,
    order_number: 1000 + number,
    order_status_url: `https://${facts.shopDomain}/68000000001/orders/${orderToken}/authenticate?key=${facts.statusKey}`,
    original_total_additional_fees_set: null,
    original_total_duties_set: null,
    payment_gateway_names: ["shopify_payments"],
    phone,
    po_number: null,
    presentment_currency: money.presentment,
    processed_at: placedAt,
    reference: null,
    referring_site: facts.referringSite,
    source_identifier: null,
    source_name: "web",
    source_url: null,
    ...amounts("subtotal_price", subtotalCents),
    tags: "",
    tax_exempt: false,
    tax_lines: taxLines(taxCents, money),
    taxes_included: false,
    test: false,
    token: orderToken,
    total_cash_rounding_payment_adjustment_set: money.set(0),
    total_cash_rounding_refund_adjustment_set: money.set(0),
    ...amounts("total_discounts", discountCents),
    ...amounts("total_line_items_price", grossCents),
    total_outstanding: "0.00",
    ...amounts("total_price", totalCents),
    total_shipping_price_set: money.set(shippingCents),
    ...amounts("total_tax", taxCents),
    total_tip_received: "0.00",
    total_weight: 0,
    updated_at: placedAt,
    user_id: null,
    billing_address: address,
    customer: {
      id: customerId,
      email,
      created_at: placedAt,
      updated_at: placedAt,
      first_name: firstName,
      last_name: lastName,
      state: "disabled",
      note: null,
      verified_email: true,
      multipass_identifier: null,
      tax_exempt: false,
      phone,
      currency: money.shop,
      tax_exemptions: [],
      admin_graphql_api_id: `gid://shopify/Customer/${customerId}`,
      default_address: {
        id: customerId + 1,
        customer_id: customerId,
        ...customerAddress,
        country_name: country.name,
        default: true,
      },
    },
    discount_applications:
      discountCents > 0
        ? [
            {
              target_type: "line_item",
              type: "discount_code",
              value: "10.0",
              value_type: "percentage",
              allocation_method: "across",
              target_selection: "all",
              code: "PINBOARD10",
            },
          ]
        : [],
    fulfillments: [],
    line_items: facts.lines.map((line, index) => lineItem(line, index, id, money)),
    payment_terms: null,
    refunds: [],
    shipping_address: address,
    shipping_lines: [shippingLine(id, shippingCents, money)],
    returns: [],
  };
}

function lineItem(line: BoughtLine, index: number, orderId: number, money: Money) {
  const { product, variant, quantity, discountCents } = line;
  const id = orderId * 2 + index;
  const discount = { amount: decimal(discountCents), amount_set: money.set(discountCents) };
  return {
    id,
    admin_graphql_api_id: `gid://shopify/LineItem/${id}`,
    attributed_staffs: [],
    current_quantity: quantity,
    fulfillable_quantity: quantity,
    fulfillment_service: "manual",
    fulfillment_status: null,
    gift_card: false,
    grams: 0,
    name: variant.title === null ? product.title : `${product.title} - ${variant.title}`,
    price: decimal(product.cents),
    price_set: money.set(product.cents),
    product_exists: true,
    product_id: product.id,
    properties: [],
    quantity,
    requires_shipping: true,
    sales_line_item_group_id: null,
    sku: variant.sku,
    taxable: true,
    title: product.title,
    total_discount: "0.00",
    total_discount_set: money.set(0),
    variant_id: variant.id,
    variant_inventory_management: "shopify",
    variant_title: variant.title,
    vendor: product.vendor,
    tax_lines: [],
    duties: [],
    discount_allocations: discountCents > 0 ? [{ ...discount, discount_application_index: 0 }] : [],
  };
}

function shippingLine(orderId: number, cents: number, money: Money) {
  return {
    id: orderId + 7,
    carrier_identifier: null,
    code: cents === 0 ? "Free shipping" : "Standard",
    current_discounted_price_set: money.set(cents),
    discounted_price: decimal(cents),
    discounted_price_set: money.set(cents),
    is_removed: false,
    phone: null,
    price: decimal(cents),
    price_set: money.set(cents),
    requested_fulfillment_service_id: null,
    source: "shopify",
    title: cents === 0 ? "Free shipping" : "Standard",
    tax_lines: [],
    discount_allocations: [],
  };
}

function taxLines(cents: number, money: Money) {
  if (cents === 0) return [];
  const amount = { price: decimal(cents), price_set: money.set(cents) };
  return [{ ...amount, rate: 0.08, title: "State Tax", channel_liable: false }];
}

/** Shopify writes times with the shop's offset; the sandbox's shops are in New York's winter. */
function toLocalTime(now: Date): string {
  const local = new Date(now.getTime() - 5 * 60 * 60 * 1000).toISOString();
  return `${local.slice(0, 19)}-05:00`;
}
