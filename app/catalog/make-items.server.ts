import { hash } from "node:crypto";

import { findItems, type ItemChanges, type ItemRow, type StoredItem } from "./catalog-items.server";
import { startCatalogCheck, type CheckedItem } from "./catalog-check";
import { FEED_COLUMNS, type FeedRow } from "./columns";
import type { FeedKey } from "./feed";
import { EXCLUDED, leftOutReason, type ItemOptions } from "./item";
import { itemId } from "./item-id";
import { partOf } from "./part";
import type { Product } from "./product";
import { isWanted } from "./rules";

/** The rows of a product's items, as the file that was made of them leaves them. */
export function itemRows(
  product: Product,
  checked: readonly CheckedItem[],
  options: ItemOptions,
): ItemRow[] {
  return [...checked.map(toItemRow), ...absentItems(product, options)];
}

/** What changed of one product's items. One that is gone or not active has none any more. */
export async function productChanges(
  feed: FeedKey,
  productId: string,
  product: Product | null,
  options: ItemOptions,
): Promise<ItemChanges> {
  const part = partOf(productId);
  const stored = await findItems(feed, { from: part, to: part });
  const made = product ? itemRows(product, startCatalogCheck(options)(product), options) : [];
  return changesOf(
    made,
    stored.filter((item) => item.productId === productId),
  );
}

function toItemRow({ item, issues, isPublished }: CheckedItem): ItemRow {
  const { itemId, productId, row, variantId } = item;
  const error = issues.find(({ severity }) => severity === "error");
  return {
    itemId,
    productId,
    variantId,
    part: partOf(productId),
    contentHash: rowHash(row),
    price: row.price || null,
    salePrice: row.sale_price || null,
    availability: row.availability ?? null,
    leftOut: isPublished ? null : (error?.code ?? null),
  };
}

/** Half of a SHA-256 tells one row from another; the same row has the same hash in every format. */
function rowHash(row: FeedRow): string {
  let text = "";
  for (const column of FEED_COLUMNS) text += `${row[column] ?? ""}\t`;
  return hash("sha256", text, "hex").slice(0, 32);
}

/**
 * The variants of a product that is not sold online, and those that the merchant's rules leave out, so that
 * an event's item can be told from an unknown one.
 */
function absentItems(product: Product, { itemIdFormat, market, rules }: ItemOptions): ItemRow[] {
  const reason = leftOutReason(product);
  const leftOut = reason ?? EXCLUDED;
  const absent =
    reason === null
      ? product.variants.filter((variant) => !isWanted(product, variant, rules))
      : product.variants;
  const { productId } = product;
  return absent.map((variant) => ({
    itemId: itemId({ ...product, ...variant }, itemIdFormat, market.country),
    productId,
    variantId: variant.variantId,
    part: partOf(productId),
    contentHash: "",
    price: null,
    salePrice: null,
    availability: null,
    leftOut,
  }));
}

/** How items differ from the stored ones. Of two items with one id, the first counts, as in the file. */
export function changesOf(made: readonly ItemRow[], stored: readonly StoredItem[]): ItemChanges {
  const known = new Map(stored.map((item) => [item.itemId, item]));
  const fresh = new Map<string, ItemRow>();
  for (const item of made) if (!fresh.has(item.itemId)) fresh.set(item.itemId, item);
  const put = [...fresh.values()].filter((item) => {
    const before = known.get(item.itemId);
    return before?.contentHash !== item.contentHash || before.leftOut !== item.leftOut;
  });
  const removed = stored
    .filter(({ itemId: id }) => !fresh.has(id))
    .map(({ itemId: id, productId }) => ({ itemId: id, productId }));
  return { put, removed };
}
