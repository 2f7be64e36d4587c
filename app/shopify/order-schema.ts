import { z } from "zod";

import { AMOUNT } from "~/money";

/** PostgreSQL keeps neither a NUL nor half of a surrogate pair, and JSON can carry both. */
const text = z.string().transform((value) => value.replaceAll("\u0000", "").toWellFormed());

/** Shopify writes `null` for what it withholds, and leaves out what a version does not have. */
const maybeText = text.nullish();

const currency = z.string().regex(/^[A-Z]{3}$/i);

const amount = z.string().regex(AMOUNT);

const moneySchema = z.object({ amount, currency_code: currency });

const moneySetSchema = z.object({
  /** In the shop's currency. */
  shop_money: moneySchema,
  /** In the currency that the shopper saw and paid. */
  presentment_money: moneySchema,
});

const addressSchema = z.object({
  first_name: maybeText,
  last_name: maybeText,
  phone: maybeText,
  city: maybeText,
  province: maybeText,
  province_code: maybeText,
  zip: maybeText,
  country: maybeText,
  country_code: maybeText,
});

const taxLineSchema = z.object({ price: amount, price_set: moneySetSchema.nullish() });

const lineItemSchema = z.object({
  /** `null` for tips, custom items and deleted products. Unlike order ids, these fit in a number. */
  product_id: z.int().nullish(),
  variant_id: z.int().nullish(),
  gift_card: z.boolean().nullish(),
  title: maybeText,
  variant_title: maybeText,
  vendor: maybeText,
  sku: maybeText,
  /** As ordered; `current_quantity` shrinks with refunds. */
  quantity: z.int().min(0),
  /** Of one piece, before discount, in the shop's currency. */
  price: amount,
  price_set: moneySetSchema.nullish(),
  tax_lines: z.array(taxLineSchema).nullish(),
});

/** No shop is older; a year that no calendar has would be refused by the database. */
const instant = z.iso.datetime({ offset: true }).refine((value) => Date.parse(value) >= 0);

/**
 * The part of an `orders/*` webhook body that is read. Unknown fields are ignored. Amounts are those of
 * the order as placed: the `current_*` fields change with refunds.
 *
 * Source: Shopify Admin API 2026-10, order webhooks.
 */
export const orderSchema = z
  .object({
    /** The order's id comes from here: a JSON number above 2^53 has lost its last digits. */
    admin_graphql_api_id: z.string().regex(/^gid:\/\/shopify\/Order\/\d{1,30}$/),
    /** What the merchant calls it, e.g. `#1017`. */
    name: maybeText,
    /** `null` for orders from the till, from drafts and from other apps. */
    checkout_token: maybeText,
    source_name: maybeText,
    test: z.boolean().nullish(),
    cancelled_at: maybeText,
    financial_status: maybeText,
    /** When the shopper paid; of an imported order, when it was made elsewhere. */
    processed_at: instant.nullish(),
    created_at: instant,
    /** The shop's own; that of every amount without a set. */
    currency,
    taxes_included: z.boolean().nullish(),
    /** After discounts, without shipping and tips; with tax where prices include it. */
    subtotal_price: amount.nullish(),
    subtotal_price_set: moneySetSchema.nullish(),
    total_price: amount.nullish(),
    total_price_set: moneySetSchema.nullish(),
    email: maybeText,
    phone: maybeText,
    billing_address: addressSchema.nullish(),
    shipping_address: addressSchema.nullish(),
    customer: z
      .object({
        admin_graphql_api_id: maybeText,
        /** Text above 2^53, see `readWebhook`. */
        id: z.union([z.number(), z.string()]).nullish(),
        email: maybeText,
        phone: maybeText,
        first_name: maybeText,
        last_name: maybeText,
        default_address: addressSchema.nullish(),
        /** In no webhook; ours, of an order that was asked for with the scope `read_customers`. */
        data_sale_opt_out: z.boolean().nullish(),
      })
      .nullish(),
    browser_ip: maybeText,
    client_details: z.object({ browser_ip: maybeText, user_agent: maybeText }).nullish(),
    /** Path and query, cut at 255 characters. */
    landing_site: maybeText,
    /** Cart attributes. A value may be anything that a theme put there. */
    note_attributes: z.array(z.object({ name: maybeText, value: z.unknown() })).nullish(),
    line_items: z.array(lineItemSchema),
  })
  .superRefine((order, context) => {
    for (const name of ["subtotal_price", "total_price"] as const) {
      if (order[name] || order[`${name}_set`]) continue;
      context.addIssue({ code: "custom", path: [name], message: "neither amount nor set" });
    }
  });

export type ShopifyOrder = z.infer<typeof orderSchema>;
export type ShopifyAddress = z.infer<typeof addressSchema>;
export type ShopifyLine = z.infer<typeof lineItemSchema>;
export type ShopifyMoneySet = z.infer<typeof moneySetSchema>;
