import { hash } from "node:crypto";

import { findItems, type ItemChanges, type ItemRow, type StoredItem } from "./catalog-items.server";
import { startCatalogCheck, type CheckedItem } from "./catalog-check";
import { FEED_COLUMNS, type FeedRow } from "./columns";
import type { FeedKey } from "./feed";
import { EXCLUDED, leftOutReason, type ItemOptions } from "./item";
import { itemId } from "./item-id";
import type { FeedMarket } from "./market";
import { productIn } from "./market-product";
import { partOf } from "./part";
import type { Product } from "./product";
import { isWanted } from "./rules";

/** The rows of a product's items, as the file that was made of them leaves them. */
export function itemRows(
  product: Product,
  checked: readonly CheckedItem[],
  options: ItemOptions,
): ItemRow[] {
  const digest = startDigests();
  return [...checked.map((item) => toItemRow(item, digest)), ...absentItems(product, options)];
}

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
  for (const item of made) comparison.take(item);
  return comparison.end();
}

function toItemRow({ item, issues, isPublished }: CheckedItem, digest: Digest): ItemRow {
  const { itemId, productId, row, variantId } = item;
  const error = issues.find(({ severity }) => severity === "error");
  return {
    itemId,
    productId,
    variantId,
    part: partOf(productId),
    contentHash: rowHash(row, digest),
    price: row.price || null,
    salePrice: row.sale_price || null,
    availability: row.availability ?? null,
    leftOut: isPublished ? null : (error?.code ?? null),
  };
}

/** Half of a SHA-256 tells one row from another; the same row has the same hash in every format. */
function rowHash(row: FeedRow, digest: Digest): string {
  let text = "";
  for (const column of FEED_COLUMNS) {
    const value = row[column];
    if (value) text += value.length > SHORT_LENGTH_MAX ? digest(value) : value;
    text += "\t";
  }
  return hash("sha256", text, "hex").slice(0, 32);
}

/** Descriptions and lists of pictures are longer, and shared by the variants of a product. */
const SHORT_LENGTH_MAX = 150;

/** The SHA-256 of a long value. */
type Digest = (value: string) => string;

/** Each value is hashed once. */
function startDigests(): Digest {
  const known = new Map<string, string>();
  return (value) => {
    const digest = known.get(value) ?? hash("sha256", value, "hex");
    known.set(value, digest);
    return digest;
  };
}

/**
 * The variants of a product that is not sold online, and those that the merchant's rules leave out, so that
 * an event's item can be told from an unknown one.
 */
function absentItems(
  product: Product,
  { idCountry, itemIdFormat, market, rules }: ItemOptions,
): ItemRow[] {
  const reason = leftOutReason(product, market);
  const leftOut = reason ?? EXCLUDED;
  const absent =
    reason === null
      ? product.variants.filter((variant) => !isWanted(product, variant, rules))
      : product.variants;
  const { productId } = product;
  return absent.map((variant) => ({
    itemId: itemId({ ...product, ...variant }, itemIdFormat, idCountry),
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

/** How items differ from the stored ones, told one by one. */
export type Comparison = {
  /** Of two items with one id, the first in the file counts, else the first. */
  take(item: ItemRow): void;
  /** What is stored and was not taken is removed. */
  end(): ItemChanges;
};

/** Begins to compare items with the stored ones of the same products. */
export function startComparison(stored: readonly StoredItem[]): Comparison {
  const known = new Map(stored.map((item) => [item.itemId, item]));
  const isInFile = new Map<string, boolean>();
  const put = new Map<string, ItemRow>();
  return {
    take(item) {
      const { contentHash, itemId: id, leftOut } = item;
      const first = isInFile.get(id);
      if (first === true || (first === false && leftOut !== null)) return;
      isInFile.set(id, leftOut === null);
      const before = known.get(id);
      const isNew = before?.contentHash !== contentHash || before.leftOut !== leftOut;
      if (isNew) put.set(id, item);
      else put.delete(id);
    },
    end: () => ({
      put: [...put.values()],
      removed: stored
        .filter(({ itemId: id }) => !isInFile.has(id))
        .map(({ itemId: id, productId }) => ({ itemId: id, productId })),
    }),
  };
}
