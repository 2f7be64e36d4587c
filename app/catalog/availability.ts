import type { WORDS } from "./columns";
import type { Product, Variant } from "./product";
import { isGroupMet, isOrderable, type RuleGroup } from "./rules";

export type Availability = (typeof WORDS.availability)[number];

/**
 * Whether a shopper can have it. What may be ordered without stock is in stock; Pinterest has no word for
 * a back order.
 */
export function availability(
  product: Product,
  variant: Variant,
  preorder: RuleGroup,
): Availability {
  if (!isOrderable(variant)) return "out of stock";
  return isGroupMet(preorder, product, variant) ? "preorder" : "in stock";
}
