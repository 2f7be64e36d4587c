import type { Issue } from "./issue";
import { toItems, type CatalogItem, type ItemOptions } from "./item";
import { startLint } from "./lint";
import type { LintCode } from "./lint-codes";
import type { Product } from "./product";

/** An item and all that is wrong with it. */
export type CheckedItem = {
  item: CatalogItem;
  issues: readonly Issue[];
  /** Without an error, so that it goes into the feed. */
  isPublished: boolean;
};

/** From products to checked items, one product at a time. */
export type CatalogCheck = (product: Product) => CheckedItem[];

/**
 * Begins the catalog of one market. Ids are compared over all products that are given to it: the second
 * item with an id is a duplicate, the first is published. Only SKUs can repeat: all other ids are the
 * platform's own, and every product is given once.
 *
 * @param taken ids of items that stand before these products and are not given.
 */
export function startCatalogCheck(
  options: ItemOptions,
  taken: readonly string[] = [],
): CatalogCheck {
  const { country, currency } = options.market;
  const ids = canRepeat(options) ? "any" : "distinct";
  const lint = startLint({ country, currency }, undefined, ids);
  for (const itemId of taken) lint.know(itemId);
  return (product) =>
    toItems(product, options).map((item) => {
      const found = lint.row(item.row);
      const issues = item.issues.length === 0 ? found : [...item.issues, ...unsaid(found, item)];
      return { item, issues, isPublished: issues.every(({ severity }) => severity !== "error") };
    });
}

/** Whether two items can have one id. */
export function canRepeat({ itemIdFormat }: ItemOptions): boolean {
  return itemIdFormat === "sku";
}

/** What follows from a price in another currency than the market's, and says nothing new. */
const OF_A_STRANGE_PRICE: readonly LintCode[] = [
  "COUNTRY_DOES_NOT_MAP_TO_CURRENCY",
  "INCONSISTENT_CURRENCY_VALUES",
];

function unsaid(issues: readonly Issue[], item: CatalogItem): readonly Issue[] {
  if (item.issues.every(({ code }) => code !== "PRODUCT_PRICE_INVALID")) return issues;
  return issues.filter(({ code }) => !OF_A_STRANGE_PRICE.includes(code));
}
