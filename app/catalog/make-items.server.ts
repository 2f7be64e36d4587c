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
  const inFile = made.filter((item) => comparison.take(item));
  const { put, removed } = comparison.end();
  return { put: [...inFile, ...put], removed };
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
  /**
   * @returns whether it has to be written now. Of two items with one id the first in the file counts, and
   *   else the first; so what is left out is told at the end only.
   */
  take(item: ItemRow): boolean;
  /** What else has to be written, and what is stored and was not taken. */
  end(): ItemChanges;
};

/** Begins to compare items with the stored ones of the same products. */
export function startComparison(stored: readonly StoredItem[]): Comparison {
  const known = new Map(stored.map((item) => [item.itemId, item]));
  const inFile = new Set<string>();
  const absent = new Map<string, ItemRow>();
  const isNew = ({ contentHash, itemId: id, leftOut }: ItemRow): boolean => {
    const before = known.get(id);
    return before?.contentHash !== contentHash || before.leftOut !== leftOut;
  };
  return {
    take(item) {
      const { itemId: id, leftOut } = item;
      if (leftOut !== null) {
        if (!absent.has(id)) absent.set(id, item);
        return false;
      }
      if (inFile.has(id)) return false;
      inFile.add(id);
      return isNew(item);
    },
    end: () => ({
      put: [...absent.values()].filter((item) => !inFile.has(item.itemId) && isNew(item)),
      removed: stored.filter(({ itemId: id }) => !inFile.has(id) && !absent.has(id)),
    }),
  };
}
