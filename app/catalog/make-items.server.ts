import { hash } from "node:crypto";

import type { CheckedItem } from "./catalog-check";
import { FEED_COLUMNS, type FeedRow } from "./columns";
import { EXCLUDED, leftOutReason, type ItemOptions } from "./item";
import { itemId } from "./item-id";
import type { ItemChanges, ItemRow, StoredItem } from "./item-notes.server";
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
  /** What else has to be written, and what is stored and was not taken, or by another product. */
  end(): ItemChanges;
};

/** Begins to compare items with the stored ones of the same products. */
export function startComparison(stored: readonly StoredItem[]): Comparison {
  const known = new Map(stored.map((item) => [item.itemId, item]));
  /** Whose the ids in the file are. */
  const inFile = new Map<string, string>();
  const absent = new Map<string, ItemRow>();
  const isNew = ({ contentHash, itemId: id, leftOut, productId }: ItemRow): boolean => {
    const before = known.get(id);
    return (
      before?.contentHash !== contentHash ||
      before.leftOut !== leftOut ||
      before.productId !== productId
    );
  };
  const ownerOf = (id: string) => inFile.get(id) ?? absent.get(id)?.productId;
  return {
    take(item) {
      const { itemId: id, leftOut } = item;
      if (leftOut !== null) {
        if (!absent.has(id)) absent.set(id, item);
        return false;
      }
      if (inFile.has(id)) return false;
      inFile.set(id, item.productId);
      return isNew(item);
    },
    end: () => ({
      put: [...absent.values()].filter((item) => !inFile.has(item.itemId) && isNew(item)),
      removed: stored.filter(({ itemId: id, productId }) => ownerOf(id) !== productId),
    }),
  };
}
