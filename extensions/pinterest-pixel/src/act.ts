import { itemId } from "~/catalog/item-id";
import { itemName } from "~/catalog/item-name";
import {
  COLLECTED_LINE_ITEMS_MAX,
  type CollectedCustom,
  type CollectedLineItem,
} from "~/conversions/collect-message";
import type { PixelFields } from "~/conversions/pixel-settings";

import { toText, toUnits } from "./amount";
import { checkoutUnits } from "./checkout-value";
import { withoutPhone } from "./personal";
import { at, codeAt, digitsAt, textAt } from "./unknown-value";

/** What was done to what; empty text where something is not known. */
export type ActContent = {
  custom: CollectedCustom;
  lineItems: readonly CollectedLineItem[];
};

/** A variant, how many of it, and what holds both. */
type Line = readonly [variant: unknown, quantity: unknown];

/**
 * What an event tells. Each of Shopify's events holds one of: a product's variant, a line of the cart, a
 * checkout, a collection, a search; `page_viewed` holds nothing. A theme's own event may hold, in
 * Shopify's form, a `productVariant`, and an `amount` beside its `currencyCode`.
 *
 * Source: Shopify web pixels API, standard events.
 */
export function actContent(data: unknown, fields: PixelFields): ActContent {
  const checkout = at(data, "checkout");
  const cost = at(data, "cartLine.cost.totalAmount");
  const money = checkout || cost || data;
  const currency =
    codeAt(money, "currencyCode") || codeAt(data, "productVariant.price.currencyCode");
  const units = checkout
    ? checkoutUnits(checkout, currency, fields.valueBasis)
    : toUnits(at(money, "amount"), currency);
  const lineItems = linesOf(data, checkout)
    .slice(0, COLLECTED_LINE_ITEMS_MAX)
    .map((line) => toLineItem(line, currency, fields))
    .filter((line) => line.itemId && line.quantity > 0);
  return {
    custom: {
      value: toText(units, currency),
      currency,
      orderId: digitsAt(checkout, "order.id"),
      searchString: withoutPhone(textAt(data, "searchResult.query")),
      contentCategory: textAt(data, "collection.title"),
    },
    lineItems,
  };
}

function linesOf(data: unknown, checkout: unknown): readonly Line[] {
  const lines = at(checkout, "lineItems");
  if (Array.isArray(lines)) {
    return lines.map((line: unknown) => [at(line, "variant"), at(line, "quantity")]);
  }
  return [
    [at(data, "productVariant"), 1],
    [at(data, "cartLine.merchandise"), at(data, "cartLine.quantity")],
  ];
}

/**
 * A line as the server names it in the order's event. Its item id is empty for what no catalog holds.
 *
 * The untranslated titles are those that an order's lines have, and the only ones in which a product
 * without options can be told.
 */
function toLineItem(
  [variant, quantity]: Line,
  currency: string,
  { itemIdFormat, feedCountry }: PixelFields,
): CollectedLineItem {
  const product = at(variant, "product");
  const productId = digitsAt(product, "id");
  const variantId = digitsAt(variant, "id");
  const sku = textAt(variant, "sku");
  const units = toUnits(at(variant, "price.amount"), currency);
  return {
    itemId:
      productId && variantId && itemId({ productId, variantId, sku }, itemIdFormat, feedCountry),
    name: itemName(titleOf(product), titleOf(variant)),
    category: textAt(product, "type"),
    brand: textAt(product, "vendor"),
    price: toText(units, currency),
    quantity: Math.floor(Number(quantity)) || 0,
  };
}

function titleOf(titled: unknown): string {
  return textAt(titled, "untranslatedTitle") || textAt(titled, "title");
}
