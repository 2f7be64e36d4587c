import { z } from "zod";

import type { Parsed } from "~/parse";

import { parseOrder, type ShopifyOrder } from "./order";

/** Of a shop that grants its data in part, any field that may be null is. */
const maybeText = z.string().nullish();

const money = z.object({ amount: z.string(), currencyCode: z.string() });

const moneyBag = z.object({ shopMoney: money, presentmentMoney: money });

const address = z.object({
  firstName: maybeText,
  lastName: maybeText,
  phone: maybeText,
  city: maybeText,
  province: maybeText,
  provinceCode: maybeText,
  zip: maybeText,
  country: maybeText,
  countryCodeV2: maybeText,
});

const reference = z.object({ id: z.string() });

const lineNode = z.object({
  product: reference.nullish(),
  variant: reference.nullish(),
  isGiftCard: z.boolean().nullish(),
  title: maybeText,
  variantTitle: maybeText,
  vendor: maybeText,
  sku: maybeText,
  /** As ordered; `currentQuantity` shrinks with refunds. */
  quantity: z.int(),
  /** Of one piece, before discount. */
  originalUnitPriceSet: moneyBag,
  taxLines: z.array(z.object({ priceSet: moneyBag })).nullish(),
});

/** One page of an order's lines. */
export const linePageSchema = z.object({
  nodes: z.array(lineNode),
  pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: maybeText }),
});

/**
 * The part of the Admin API's `Order` that is read. The amounts are those of the order as placed: where
 * there is no field for that, those before returns.
 *
 * Source: Shopify Admin GraphQL 2026-10, `Order`, `LineItem`.
 */
export const orderNodeSchema = z.object({
  id: z.string(),
  name: maybeText,
  checkoutToken: maybeText,
  sourceName: maybeText,
  test: z.boolean().nullish(),
  cancelledAt: maybeText,
  displayFinancialStatus: maybeText,
  processedAt: maybeText,
  createdAt: z.string(),
  currencyCode: z.string(),
  taxesIncluded: z.boolean().nullish(),
  subtotalPriceSet: moneyBag.nullish(),
  originalTotalPriceSet: moneyBag.nullish(),
  email: maybeText,
  phone: maybeText,
  billingAddress: address.nullish(),
  shippingAddress: address.nullish(),
  customer: z
    .object({
      id: maybeText,
      firstName: maybeText,
      lastName: maybeText,
      defaultEmailAddress: z.object({ emailAddress: maybeText }).nullish(),
      defaultPhoneNumber: z.object({ phoneNumber: maybeText }).nullish(),
      defaultAddress: address.nullish(),
      /** Absent where it was not asked for. */
      dataSaleOptOut: z.boolean().nullish(),
    })
    .nullish(),
  customAttributes: z.array(z.object({ key: maybeText, value: maybeText })).nullish(),
  lineItems: linePageSchema,
});

type OrderNode = z.infer<typeof orderNodeSchema>;
export type LineNode = z.infer<typeof lineNode>;

/**
 * An order of the Admin API in the words of a webhook's body, so that one schema and one mapping serve
 * both. The browser's IP address, user agent and landing page are in webhooks only; whether the customer
 * opted out of the sale of their data is in the Admin API only.
 *
 * @param lines all of them, from whatever number of pages.
 */
export function readOrderNode(node: OrderNode, lines: readonly LineNode[]): Parsed<ShopifyOrder> {
  return parseOrder({
    admin_graphql_api_id: node.id,
    name: node.name,
    checkout_token: node.checkoutToken,
    source_name: node.sourceName,
    test: node.test,
    cancelled_at: node.cancelledAt,
    financial_status: node.displayFinancialStatus?.toLowerCase(),
    processed_at: node.processedAt,
    created_at: node.createdAt,
    currency: node.currencyCode,
    taxes_included: node.taxesIncluded,
    subtotal_price_set: toMoneySet(node.subtotalPriceSet),
    total_price_set: toMoneySet(node.originalTotalPriceSet),
    email: node.email,
    phone: node.phone,
    billing_address: toAddress(node.billingAddress),
    shipping_address: toAddress(node.shippingAddress),
    customer: toCustomer(node.customer),
    note_attributes: node.customAttributes?.map(({ key, value }) => ({ name: key, value })),
    line_items: lines.map(toLine),
  });
}

function toLine(line: LineNode) {
  const { originalUnitPriceSet } = line;
  return {
    product_id: toNumber(line.product),
    variant_id: toNumber(line.variant),
    gift_card: line.isGiftCard,
    title: line.title,
    variant_title: line.variantTitle,
    vendor: line.vendor,
    sku: line.sku,
    quantity: line.quantity,
    price: originalUnitPriceSet.shopMoney.amount,
    price_set: toMoneySet(originalUnitPriceSet),
    tax_lines: line.taxLines?.map(({ priceSet }) => ({
      price: priceSet.shopMoney.amount,
      price_set: toMoneySet(priceSet),
    })),
  };
}

function toCustomer(customer: OrderNode["customer"]) {
  if (!customer) return null;
  return {
    admin_graphql_api_id: customer.id,
    email: customer.defaultEmailAddress?.emailAddress,
    phone: customer.defaultPhoneNumber?.phoneNumber,
    first_name: customer.firstName,
    last_name: customer.lastName,
    default_address: toAddress(customer.defaultAddress),
    data_sale_opt_out: customer.dataSaleOptOut,
  };
}

function toAddress(place: OrderNode["billingAddress"]) {
  if (!place) return null;
  return {
    first_name: place.firstName,
    last_name: place.lastName,
    phone: place.phone,
    city: place.city,
    province: place.province,
    province_code: place.provinceCode,
    zip: place.zip,
    country: place.country,
    country_code: place.countryCodeV2,
  };
}

function toMoneySet(bag: OrderNode["subtotalPriceSet"]) {
  if (!bag) return null;
  return { shop_money: toMoney(bag.shopMoney), presentment_money: toMoney(bag.presentmentMoney) };
}

function toMoney({ amount, currencyCode }: z.infer<typeof money>) {
  return { amount, currency_code: currencyCode };
}

/** Products' and variants' ids fit in a number, unlike those of orders. */
function toNumber(node: z.infer<typeof reference> | null | undefined): number | null {
  return node ? Number(node.id.replace(/^\D+/, "")) : null;
}
