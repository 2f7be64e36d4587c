import { isHigher } from "~/money";

import type { Product, Variant } from "./product";

/** What of a product a rule compares with words. */
export const WORD_FIELDS = ["collection", "tag", "vendor", "type"] as const;
export type WordField = (typeof WORD_FIELDS)[number];

/** How words are compared, without regard to case. Of several words, one is enough. */
export const WORD_OPERATORS = ["is", "is_not", "contains", "contains_not"] as const;
export type WordOperator = (typeof WORD_OPERATORS)[number];

/** Whether a shopper may order it now. */
export const SALE_STATUSES = ["for_sale", "sold_out"] as const;
export type SaleStatus = (typeof SALE_STATUSES)[number];

/** One thing that can be true of a variant. */
export type Condition =
  | { field: WordField; operator: WordOperator; values: readonly string[] }
  /** Decimal text in the shop's currency, both ends included; `null` is open. */
  | { field: "price"; from: string | null; to: string | null }
  /** Pieces, both ends included; `null` is open. A stock that is not counted has no end. */
  | { field: "stock"; from: number | null; to: number | null }
  | { field: "status"; values: readonly SaleStatus[] };

/** Conditions of which one has to be true, or all. Without a condition it is true of nothing. */
export type RuleGroup = { match: "any" | "all"; conditions: readonly Condition[] };

/**
 * Which variants the merchant wants in the feed: those that meet `include` (all, where it is empty) and
 * do not meet `exclude`.
 */
export type CatalogRules = { include: RuleGroup; exclude: RuleGroup };

/** True of nothing. */
export const NO_CONDITIONS: RuleGroup = { match: "any", conditions: [] };

/** Everything. */
export const NO_RULES: CatalogRules = { include: NO_CONDITIONS, exclude: NO_CONDITIONS };

/** Which rule keeps a variant out. */
export type Exclusion =
  | { by: "include" }
  /** `condition`: which one of `any`; `null` where all had to be met. */
  | { by: "exclude"; condition: number | null };

/** Whether the rules want the variant. */
export function isWanted(product: Product, variant: Variant, rules: CatalogRules): boolean {
  return exclusionOf(product, variant, rules) === null;
}

/** The rule that keeps the variant out, the excluding ones first; `null` where none does. */
export function exclusionOf(
  product: Product,
  variant: Variant,
  { exclude, include }: CatalogRules,
): Exclusion | null {
  if (isGroupMet(exclude, product, variant)) {
    if (exclude.match === "all") return { by: "exclude", condition: null };
    const condition = exclude.conditions.findIndex((one) => isMet(one, product, variant));
    return { by: "exclude", condition };
  }
  if (include.conditions.length === 0 || isGroupMet(include, product, variant)) return null;
  return { by: "include" };
}

/** Whether the conditions are true of the variant, one or all of them. */
export function isGroupMet(
  { conditions, match }: RuleGroup,
  product: Product,
  variant: Variant,
): boolean {
  const meets = (condition: Condition) => isMet(condition, product, variant);
  if (match === "any") return conditions.some(meets);
  return conditions.length > 0 && conditions.every(meets);
}

/** Whether one condition is true of the variant. A price that is not there meets none. */
export function isMet(condition: Condition, product: Product, variant: Variant): boolean {
  switch (condition.field) {
    case "collection":
    case "tag":
    case "vendor":
    case "type": {
      const { operator, values } = condition;
      return compare(operator, wordsOf(condition.field, product), values);
    }
    case "price":
      return isPriceBetween(variant.price, condition.from, condition.to);
    case "stock":
      return isBetween(variant.stock ?? Infinity, condition.from, condition.to);
    case "status":
      return condition.values.includes(isOrderable(variant) ? "for_sale" : "sold_out");
  }
}

/** Whether a shopper may order the variant now. What is sold on without stock may be ordered. */
export function isOrderable(variant: Variant): boolean {
  if (variant.isSoldWithoutStock) return true;
  return variant.isForSale ?? (variant.stock ?? 1) > 0;
}

/** A collection goes by its id, its handle and its title. */
function wordsOf(field: WordField, product: Product): string[] {
  switch (field) {
    case "collection":
      return product.collections.flatMap(({ id, handle, title }) => [id, handle, title]);
    case "tag":
      return [...product.tags];
    case "vendor":
      return product.vendor === null ? [] : [product.vendor];
    case "type":
      return product.productType === null ? [] : [product.productType];
  }
}

/** What has no word is not any, and contains none. */
function compare(
  operator: WordOperator,
  found: readonly string[],
  wanted: readonly string[],
): boolean {
  const words = found.map(comparable);
  const values = wanted.map(comparable);
  const isOne = () => words.some((word) => values.includes(word));
  const isPart = () => words.some((word) => values.some((value) => word.includes(value)));
  switch (operator) {
    case "is":
      return isOne();
    case "is_not":
      return !isOne();
    case "contains":
      return isPart();
    case "contains_not":
      return !isPart();
  }
}

function comparable(word: string): string {
  return word.trim().toLowerCase();
}

function isBetween(value: number, from: number | null, to: number | null): boolean {
  return (from === null || value >= from) && (to === null || value <= to);
}

function isPriceBetween(price: string | null, from: string | null, to: string | null): boolean {
  if (price === null) return false;
  return (from === null || !isHigher(from, price)) && (to === null || !isHigher(price, to));
}
