import { toUnits } from "./amount";
import { at } from "./unknown-value";

/**
 * What a checkout comes to in the currency's smallest units, on the basis on which the server values the
 * order: after discounts, and for `subtotal` before shipping and tax. `NaN` where it is not known.
 *
 * Shopify does not say whether its subtotal includes the tax, so it is seen from what the parts add up
 * to: a tax that comes on top makes the rest of the total at least as large as itself, and other than the
 * shipping alone. **Decision:** of an included tax, shipping bears its share by price, which is exact
 * wherever one rate holds for both.
 *
 * Source: Shopify web pixels API, `Checkout`; Shopify changelog, 30 April 2025: the subtotal is the sum of
 * the lines after product and order discounts.
 */
export function checkoutUnits(checkout: unknown, currency: string, basis: string): number {
  const units = (path: string) => toUnits(at(checkout, `${path}.amount`), currency);
  const total = units("totalPrice");
  const subtotal = units("subtotalPrice");
  const tax = units("totalTax");
  if (basis === "total") return total;

  const rest = total - subtotal;
  const isIncluded =
    rest < tax ||
    rest === units("shippingLine.price") ||
    rest === units("delivery.selectedDeliveryOptions.0.costAfterDiscounts");
  return isIncluded && tax ? subtotal - tax + Math.round((tax * rest) / total) : subtotal;
}
