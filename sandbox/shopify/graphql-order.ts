import { z } from "zod";
import { type Page, connection } from "./connection.ts";

const text = z.string().nullish();
const money = z
  .object({ amount: z.string(), currency_code: z.string() })
  .transform(({ amount, currency_code }) => ({ amount, currencyCode: currency_code }));
const moneySet = z
  .object({ shop_money: money, presentment_money: money })
  .transform(({ shop_money, presentment_money }) => ({
    shopMoney: shop_money,
    presentmentMoney: presentment_money,
  }));
const address = z
  .object({
    first_name: text,
    last_name: text,
    name: text,
    address1: text,
    address2: text,
    city: text,
    province: text,
    province_code: text,
    country: text,
    country_code: text,
    zip: text,
    phone: text,
    company: text,
  })
  .transform((given) => ({
    firstName: given.first_name ?? null,
    lastName: given.last_name ?? null,
    name: given.name ?? null,
    address1: given.address1 ?? null,
    address2: given.address2 ?? null,
    city: given.city ?? null,
    province: given.province ?? null,
    provinceCode: given.province_code ?? null,
    country: given.country ?? null,
    countryCodeV2: given.country_code ?? null,
    zip: given.zip ?? null,
    phone: given.phone ?? null,
    company: given.company ?? null,
  }));

const orderSchema = z.object({
  admin_graphql_api_id: z.string(),
  name: z.string(),
  checkout_token: text,
  cart_token: text,
  browser_ip: text,
  test: z.boolean().default(false),
  cancelled_at: text,
  created_at: z.string(),
  updated_at: z.string(),
  processed_at: text,
  source_name: text,
  app_id: z.number().nullish(),
  customer_locale: text,
  currency: z.string(),
  presentment_currency: z.string(),
  financial_status: text,
  email: text,
  phone: text,
  taxes_included: z.boolean().default(false),
  note_attributes: z.array(z.object({ name: z.string(), value: z.string() })).default([]),
  current_total_price_set: moneySet,
  current_subtotal_price_set: moneySet,
  total_price_set: moneySet,
  subtotal_price_set: moneySet,
  total_tax_set: moneySet,
  total_discounts_set: moneySet,
  total_shipping_price_set: moneySet,
  billing_address: address.nullish(),
  shipping_address: address.nullish(),
  customer: z
    .object({
      admin_graphql_api_id: z.string(),
      email: text,
      phone: text,
      first_name: text,
      last_name: text,
      default_address: address.nullish(),
    })
    .nullish(),
  line_items: z.array(
    z.object({
      admin_graphql_api_id: z.string(),
      product_id: z.number().nullish(),
      variant_id: z.number().nullish(),
      sku: text,
      title: z.string(),
      name: z.string(),
      variant_title: text,
      vendor: text,
      quantity: z.number(),
      current_quantity: z.number().optional(),
      gift_card: z.boolean().default(false),
      requires_shipping: z.boolean().default(true),
      taxable: z.boolean().default(true),
      price_set: moneySet,
      total_discount_set: moneySet,
      discount_allocations: z.array(z.object({ amount_set: moneySet })).default([]),
      tax_lines: z
        .array(z.object({ title: z.string(), rate: z.number().nullish(), price_set: moneySet }))
        .default([]),
    }),
  ),
});

/** Shopify's word for a state, as the Admin API writes it. */
function financialStatus(status: string | null | undefined): string | null {
  return status ? status.toUpperCase() : null;
}

/**
 * The Admin API's form of an order webhook's body; `null` when the body lacks what every order has.
 * What a webhook carries and the Admin API does not, such as the user agent, is left out.
 *
 * @param isOptedOutOfSale asked when it is queried: it can change while the order stays.
 */
export function toGraphqlOrder(body: string, isOptedOutOfSale: (customerId: string) => boolean) {
  const parsed = orderSchema.safeParse(parseOrNothing(body));
  if (!parsed.success) return null;
  const order = parsed.data;
  return {
    __typename: "Order" as const,
    id: order.admin_graphql_api_id,
    legacyResourceId: order.admin_graphql_api_id.replace(/^.*\//, ""),
    name: order.name,
    checkoutToken: order.checkout_token ?? null,
    cartToken: order.cart_token ?? null,
    clientIp: order.browser_ip ?? null,
    test: order.test,
    cancelledAt: order.cancelled_at ?? null,
    createdAt: order.created_at,
    updatedAt: order.updated_at,
    processedAt: order.processed_at ?? order.created_at,
    sourceName: order.source_name ?? null,
    app: order.app_id == null ? null : { id: `gid://shopify/App/${order.app_id}` },
    customerLocale: order.customer_locale ?? null,
    customerAcceptsMarketing: false,
    currencyCode: order.currency,
    presentmentCurrencyCode: order.presentment_currency,
    displayFinancialStatus: financialStatus(order.financial_status),
    displayFulfillmentStatus: "UNFULFILLED",
    email: order.email ?? null,
    phone: order.phone ?? null,
    taxesIncluded: order.taxes_included,
    customAttributes: order.note_attributes.map(({ name, value }) => ({ key: name, value })),
    currentTotalPriceSet: order.current_total_price_set,
    currentSubtotalPriceSet: order.current_subtotal_price_set,
    originalTotalPriceSet: order.total_price_set,
    totalPriceSet: order.total_price_set,
    subtotalPriceSet: order.subtotal_price_set,
    totalTaxSet: order.total_tax_set,
    totalDiscountsSet: order.total_discounts_set,
    totalShippingPriceSet: order.total_shipping_price_set,
    billingAddress: order.billing_address ?? null,
    shippingAddress: order.shipping_address ?? null,
    customer: order.customer ? toCustomer(order.customer, isOptedOutOfSale) : null,
    customerJourneySummary: null,
    discountCodes: [],
    tags: [],
    lineItems: (page: Page) => connection(lineItems(order.line_items), page),
  };
}

type Parsed = z.infer<typeof orderSchema>;

function toCustomer(
  customer: NonNullable<Parsed["customer"]>,
  isOptedOutOfSale: (customerId: string) => boolean,
) {
  const { email, phone } = customer;
  return {
    id: customer.admin_graphql_api_id,
    legacyResourceId: customer.admin_graphql_api_id.replace(/^.*\//, ""),
    firstName: customer.first_name ?? null,
    lastName: customer.last_name ?? null,
    email: email ?? null,
    phone: phone ?? null,
    dataSaleOptOut: () => isOptedOutOfSale(customer.admin_graphql_api_id),
    defaultEmailAddress: email ? { emailAddress: email, marketingState: "NOT_SUBSCRIBED" } : null,
    defaultPhoneNumber: phone ? { phoneNumber: phone, marketingState: "NOT_SUBSCRIBED" } : null,
    defaultAddress: customer.default_address ?? null,
  };
}

function lineItems(lines: Parsed["line_items"]) {
  return lines.map((line) => ({
    id: line.admin_graphql_api_id,
    sku: line.sku ?? null,
    title: line.title,
    name: line.name,
    variantTitle: line.variant_title ?? null,
    vendor: line.vendor ?? null,
    quantity: line.quantity,
    currentQuantity: line.current_quantity ?? line.quantity,
    isGiftCard: line.gift_card,
    requiresShipping: line.requires_shipping,
    taxable: line.taxable,
    variant: reference("ProductVariant", line.variant_id),
    product: reference("Product", line.product_id),
    originalUnitPriceSet: line.price_set,
    originalTotalSet: mapMoney(line.price_set, (cents) => cents * line.quantity),
    discountedTotalSet: discountedTotal(line),
    discountedUnitPriceAfterAllDiscountsSet: mapMoney(discountedTotal(line), (cents) =>
      Math.round(cents / Math.max(1, line.quantity)),
    ),
    customAttributes: [],
    totalDiscountSet: line.total_discount_set,
    taxLines: line.tax_lines.map(({ title, rate, price_set }) => ({
      title,
      rate: rate ?? null,
      priceSet: price_set,
    })),
  }));
}

type MoneySet = z.infer<typeof moneySet>;

function discountedTotal({
  price_set,
  quantity,
  discount_allocations,
}: Parsed["line_items"][number]) {
  const full = mapMoney(price_set, (cents) => cents * quantity);
  return discount_allocations.reduce(
    (left, { amount_set }) => ({
      shopMoney: minus(left.shopMoney, amount_set.shopMoney),
      presentmentMoney: minus(left.presentmentMoney, amount_set.presentmentMoney),
    }),
    full,
  );
}

function mapMoney(set: MoneySet, change: (cents: number) => number): MoneySet {
  return {
    shopMoney: { ...set.shopMoney, amount: decimal(change(cents(set.shopMoney))) },
    presentmentMoney: {
      ...set.presentmentMoney,
      amount: decimal(change(cents(set.presentmentMoney))),
    },
  };
}

function minus(left: MoneySet["shopMoney"], right: MoneySet["shopMoney"]) {
  return { ...left, amount: decimal(cents(left) - cents(right)) };
}

function cents({ amount }: MoneySet["shopMoney"]): number {
  return Math.round(Number(amount) * 100);
}

function decimal(hundredths: number): string {
  return (hundredths / 100).toFixed(2);
}

function reference(type: string, id: number | null | undefined) {
  return id == null ? null : { __typename: type, id: `gid://shopify/${type}/${id}` };
}

function parseOrNothing(body: string): unknown {
  try {
    const value: unknown = JSON.parse(body);
    return value;
  } catch {
    return undefined;
  }
}
