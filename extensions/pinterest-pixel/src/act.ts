import {
  COLLECTED_LINE_ITEMS_MAX,
  type CollectedCustom,
  type CollectedLineItem,
} from "~/conversions/collect-message";
import type { EventName, PixelEvent } from "~/conversions/event-name";
import type { PixelSettings } from "~/conversions/pixel-settings";

import { toText, toUnits } from "./amount";
import { checkoutUnits } from "./checkout-value";
import { toLineItem } from "./line-item";
import { withoutAddress, withoutContact } from "./personal";
import { at, codeAt, digitsAt, listAt, textAt } from "./unknown-value";

/** One act that is to be reported. */
export type Act = {
  /** Shopify's name for it, or the theme's. */
  platformName: string;
  name: EventName;
  /** As Shopify handed it over. */
  event: unknown;
  content: ActContent;
};

/** What was done to what. */
export type ActContent = {
  custom: CollectedCustom;
  lineItems: readonly CollectedLineItem[];
  /** What only the browser's tag has a word for, in its spelling. */
  tagOnly?: Readonly<Record<string, string>>;
};

type Content = (data: unknown, settings: PixelSettings) => ActContent;

/**
 * What each of Shopify's events tells, and of which part of its data.
 *
 * Source: Shopify web pixels API, standard events; Pinterest Business Help, "Add event codes".
 */
const CONTENTS: Readonly<Record<PixelEvent, Content>> = {
  page_viewed: () => ({ custom: {}, lineItems: [] }),
  product_viewed: (data, settings) => {
    const variant = at(data, "productVariant");
    return contentOf([[variant, 1]], codeAt(variant, "price.currencyCode"), settings);
  },
  collection_viewed: (data) => {
    const contentCategory = withoutAddress(textAt(data, "collection.title"));
    return { custom: { ...(contentCategory && { contentCategory }) }, lineItems: [] };
  },
  search_submitted: (data) => {
    const searchString = withoutContact(textAt(data, "searchResult.query"));
    return { custom: { ...(searchString && { searchString }) }, lineItems: [] };
  },
  product_added_to_cart: addedToCart,
  checkout_started: checkedOut,
  payment_info_submitted: checkedOut,
  checkout_completed: checkedOut,
};

/** What an event tells, by the platform's name for it; nothing of one that is not in the table. */
export function actContent(
  event: string,
  data: unknown,
  settings: PixelSettings,
): ActContent | undefined {
  return isKnown(event) ? CONTENTS[event](data, settings) : undefined;
}

function isKnown(event: string): event is PixelEvent {
  return Object.keys(CONTENTS).indexOf(event) !== -1;
}

function addedToCart(data: unknown, settings: PixelSettings): ActContent {
  const line = at(data, "cartLine");
  const variant = at(line, "merchandise");
  const cost = at(line, "cost.totalAmount");
  const currency = codeAt(cost, "currencyCode") ?? codeAt(variant, "price.currencyCode");
  const content = contentOf([[variant, at(line, "quantity")]], currency, settings);
  return withValue(content, toUnits(at(cost, "amount"), currency ?? ""));
}

function checkedOut(data: unknown, settings: PixelSettings): ActContent {
  const checkout = at(data, "checkout");
  const currency = codeAt(checkout, "currencyCode") ?? codeAt(checkout, "totalPrice.currencyCode");
  const lines = listAt(checkout, "lineItems");
  const content = contentOf(
    lines.map((line) => [at(line, "variant"), at(line, "quantity")]),
    currency,
    settings,
  );
  const orderId = digitsAt(checkout, "order.id");
  const valued = withValue(content, checkoutUnits(checkout, currency ?? "", settings.valueBasis));
  return { ...valued, custom: { ...valued.custom, ...(orderId && { orderId }) } };
}

function contentOf(
  lines: readonly (readonly [variant: unknown, quantity: unknown])[],
  currency: string | undefined,
  settings: PixelSettings,
): ActContent {
  const lineItems: CollectedLineItem[] = [];
  for (const [variant, quantity] of lines.slice(0, COLLECTED_LINE_ITEMS_MAX)) {
    const lineItem = toLineItem(variant, quantity, currency, settings);
    if (lineItem) lineItems.push(lineItem);
  }
  return { custom: { ...(currency && { currency }) }, lineItems };
}

/** An amount without a currency is none. */
function withValue(content: ActContent, units: number | undefined): ActContent {
  const { currency } = content.custom;
  if (!currency || units === undefined) return content;
  return { ...content, custom: { ...content.custom, value: toText(units, currency) } };
}

/**
 * What a theme's own event tells, in the words of Pinterest's tag. Order ids are not taken: an order is
 * reported as `checkout_completed` and by the server.
 *
 * Source: Pinterest Business Help, "Add event codes", event data.
 */
export function themeContent(data: unknown): ActContent {
  const currency = codeAt(data, "currency");
  const searchString = withoutContact(textAt(data, "search_query"));
  const lineItems = listAt(data, "line_items")
    .slice(0, COLLECTED_LINE_ITEMS_MAX)
    .map((line) => themeLineItem(line, currency))
    .filter((line) => line.itemId !== "");
  const tagOnly: Record<string, string> = {};
  for (const key of ["lead_type", "video_title", "promo_code", "property"]) {
    const text = withoutContact(textAt(data, key));
    if (text) tagOnly[key] = text;
  }
  const custom = { ...(currency && { currency }), ...(searchString && { searchString }) };
  return withValue({ custom, lineItems, tagOnly }, toUnits(at(data, "value"), currency ?? ""));
}

function themeLineItem(line: unknown, currency: string | undefined): CollectedLineItem {
  const name = withoutContact(textAt(line, "product_name"));
  const category = withoutContact(textAt(line, "product_category"));
  const brand = withoutContact(textAt(line, "product_brand"));
  const units = currency && toUnits(at(line, "product_price"), currency);
  const quantity = at(line, "product_quantity");
  return {
    itemId: withoutAddress(textAt(line, "product_id")) ?? "",
    ...(name && { name }),
    ...(category && { category }),
    ...(brand && { brand }),
    ...(currency && typeof units === "number" && { price: toText(units, currency) }),
    quantity: typeof quantity === "number" && quantity >= 1 ? Math.floor(quantity) : 1,
  };
}
