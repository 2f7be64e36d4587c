import type { Issue } from "./issue";
import { toItems, type CatalogItem, type ItemOptions } from "./item";
import { startLint } from "./lint";
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
 * item with an id is a duplicate, the first is published.
 */
export function startCatalogCheck(options: ItemOptions): CatalogCheck {
  const lint = startLint({ country: options.market.country });
  return (product) =>
    toItems(product, options).map((item) => {
      const issues = [...item.issues, ...lint.row(item.row)];
      return { item, issues, isPublished: issues.every(({ severity }) => severity !== "error") };
    });
}
