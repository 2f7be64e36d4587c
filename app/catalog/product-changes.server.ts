import { startCatalogCheck } from "./catalog-check";
import { findItems } from "./catalog-items.server";
import type { FeedKey } from "./feed";
import type { ItemOptions } from "./item";
import type { ItemChanges } from "./item-notes.server";
import { itemRows, startComparison } from "./make-items.server";
import type { FeedMarket } from "./market";
import { productIn } from "./market-product";
import { partOf } from "./part";
import type { Product } from "./product";

/** What changed of one product's items. One that is gone or not active has none any more. */
export async function productChanges(
  feed: FeedKey & FeedMarket,
  productId: string,
  given: Product | null,
  options: ItemOptions,
): Promise<ItemChanges> {
  const part = partOf(productId);
  const stored = await findItems(feed, { from: part, to: part });
  const product = given && productIn(feed)(given);
  const made = product ? itemRows(product, startCatalogCheck(options)(product), options) : [];
  const comparison = startComparison(stored.filter((item) => item.productId === productId));
  const inFile = made.filter((item) => comparison.take(item));
  const { put, removed } = comparison.end();
  return { put: [...inFile, ...put], removed };
}
