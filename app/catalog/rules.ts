import { isHigher } from "~/money";

import type { Product, Variant } from "./product";

/** One thing that can be true of a variant. Words are compared without regard to case. */
export type Condition =
  | { field: "collection"; is: readonly string[] }
  | { field: "tag"; is: readonly string[] }
  | { field: "vendor"; is: readonly string[] }
  | { field: "type"; is: readonly string[] }
  /** Decimal text in the shop's currency, both ends included; `null` is open. */
  | { field: "price"; from: string | null; to: string | null }
  /** Pieces, both ends included; `null` is open. A stock that is not counted has no end. */
  | { field: "stock"; from: number | null; to: number | null }
  | { field: "status"; is: readonly SaleStatus[] };

/** Whether a shopper may order it now. */
export const SALE_STATUSES = ["for_sale", "sold_out"] as const;
export type SaleStatus = (typeof SALE_STATUSES)[number];

/**
 * Which variants the merchant wants in the feed: those that meet one of `include` (all, where it is
 * empty) and none of `exclude`.
 */
export type CatalogRules = {
  include: readonly Condition[];
  exclude: readonly Condition[];
};

/** Everything. */
export const NO_RULES: CatalogRules = { include: [], exclude: [] };

/** Whether the rules want the variant. */
export function isWanted(product: Product, variant: Variant, rules: CatalogRules): boolean {
  const meets = (condition: Condition) => isMet(condition, product, variant);
  if (rules.exclude.some(meets)) return false;
  return rules.include.length === 0 || rules.include.some(meets);
}

/** Whether one condition is true of the variant. A price or a vendor that is not there meets none. */
export function isMet(condition: Condition, product: Product, variant: Variant): boolean {
  switch (condition.field) {
    case "collection":
      return product.collections.some(
        ({ id, handle, title }) =>
          isIn(condition.is, id) || isIn(condition.is, handle) || isIn(condition.is, title),
      );
    case "tag":
      return product.tags.some((tag) => isIn(condition.is, tag));
    case "vendor":
      return isIn(condition.is, product.vendor);
    case "type":
      return isIn(condition.is, product.productType);
    case "price":
      return isPriceBetween(variant.price, condition.from, condition.to);
    case "stock":
      return isBetween(variant.stock ?? Infinity, condition.from, condition.to);
    case "status":
      return condition.is.includes(isOrderable(variant) ? "for_sale" : "sold_out");
  }
}

/** Whether a shopper may order the variant now. What is sold on without stock may be ordered. */
export function isOrderable(variant: Variant): boolean {
  if (variant.isSoldWithoutStock) return true;
  return variant.isForSale ?? (variant.stock ?? 1) > 0;
}

function isIn(words: readonly string[], word: string | null): boolean {
  const wanted = word?.trim().toLowerCase();
  return words.some((known) => known.trim().toLowerCase() === wanted);
}

function isBetween(value: number, from: number | null, to: number | null): boolean {
  return (from === null || value >= from) && (to === null || value <= to);
}

function isPriceBetween(price: string | null, from: string | null, to: string | null): boolean {
  if (price === null) return false;
  return (from === null || !isHigher(from, price)) && (to === null || !isHigher(price, to));
}
