import type { PixelSettings } from "~/conversions/pixel-settings";

import { toUnits } from "./amount";
import { at, listAt } from "./unknown-value";

/**
 * What a checkout comes to in the currency's smallest units, on the basis on which the server values the
 * order: after discounts, and for `subtotal` before shipping and tax. `undefined` where it is not known.
 *
 * Source: Shopify web pixels API, `Checkout`: the subtotal is the sum of the lines after product and
 * order discounts, and as the shop shows prices, with or without tax.
 */
export function checkoutUnits(
  checkout: unknown,
  currency: string,
  basis: PixelSettings["valueBasis"],
): number | undefined {
  const units = (path: string) => toUnits(at(checkout, path), currency);
  const total = units("totalPrice.amount");
  if (basis === "total") return total;

  const subtotal = units("subtotalPrice.amount");
  const tax = units("totalTax.amount");
  if (!subtotal || !tax || total === undefined) return subtotal;
  const shipping = shippingUnits(checkout, currency) ?? units("shippingLine.price.amount") ?? 0;
  return subtotal - includedTax({ subtotal, tax, total, shipping });
}

/**
 * The tax inside the subtotal; nothing where tax comes on top. Shopify does not say which of the two it
 * is, so it is seen from what the parts add up to.
 *
 * **Decision:** of an included tax, shipping bears its share by price, which is exact wherever one rate
 * holds for both.
 */
function includedTax(sums: {
  subtotal: number;
  tax: number;
  total: number;
  shipping: number;
}): number {
  const { subtotal, tax, total, shipping } = sums;
  const beyond = total - subtotal - shipping;
  if (Math.abs(beyond - tax) <= Math.abs(beyond)) return 0;
  return tax - Math.round((tax * shipping) / (subtotal + shipping));
}

/** After discounts; `undefined` where no delivery is chosen, or its cost not told. */
function shippingUnits(checkout: unknown, currency: string): number | undefined {
  let sum: number | undefined;
  for (const option of listAt(checkout, "delivery.selectedDeliveryOptions")) {
    const units = toUnits(at(option, "costAfterDiscounts.amount"), currency);
    if (units === undefined) return undefined;
    sum = (sum ?? 0) + units;
  }
  return sum;
}
