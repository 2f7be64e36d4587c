import { itemId } from "~/catalog/item-id";
import { itemName } from "~/catalog/item-name";
import type { CollectedLineItem } from "~/conversions/collect-message";
import type { PixelSettings } from "~/conversions/pixel-settings";

import { toText, toUnits } from "./amount";
import { withoutAddress } from "./personal";
import { at, codeAt, digitsAt, textAt } from "./unknown-value";

/**
 * A variant as the server names it in the order's event. `undefined` for what no catalog holds, and for
 * a quantity of nothing.
 *
 * The untranslated titles are those that an order's lines have, and the only ones in which a product
 * without options can be told.
 */
export function toLineItem(
  variant: unknown,
  quantity: unknown,
  currency: string | undefined,
  settings: PixelSettings,
): CollectedLineItem | undefined {
  const productId = digitsAt(variant, "product.id");
  const variantId = digitsAt(variant, "id");
  const pieces = typeof quantity === "number" ? Math.floor(quantity) : 0;
  if (!productId || !variantId || !(pieces >= 1)) return undefined;

  const sku = textAt(variant, "sku") ?? null;
  const name = itemName(titleOf(at(variant, "product")), titleOf(variant));
  const category = withoutAddress(textAt(variant, "product.type"));
  const brand = withoutAddress(textAt(variant, "product.vendor"));
  const price = priceText(at(variant, "price"), currency);
  return {
    itemId: itemId({ productId, variantId, sku }, settings.itemIdFormat, settings.feedCountry),
    ...(name && { name }),
    ...(category && { category }),
    ...(brand && { brand }),
    ...(price && { price }),
    quantity: pieces,
  };
}

function titleOf(titled: unknown): string | undefined {
  return withoutAddress(textAt(titled, "untranslatedTitle") ?? textAt(titled, "title"));
}

/** A price in another currency than the act's would be a wrong one. */
function priceText(price: unknown, currency: string | undefined): string | undefined {
  if (!currency || codeAt(price, "currencyCode") !== currency) return undefined;
  const units = toUnits(at(price, "amount"), currency);
  return units === undefined ? undefined : toText(units, currency);
}
