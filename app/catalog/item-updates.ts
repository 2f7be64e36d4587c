import type { WireItemBatch, WireItemUpdate } from "~/pinterest/catalog";

import { pinterestLocale, type Market } from "./market";

/** An item of which Pinterest has not heard what it costs and whether it can be had. */
export type UntoldItem = {
  itemId: string;
  /** As they stand in the feed, e.g. `24.99 USD`; `null` where there is none. */
  price: string | null;
  salePrice: string | null;
  availability: string | null;
  /** When it last changed: of two updates, Pinterest keeps the later. */
  untoldSince: Date;
};

/**
 * An update of items for `items/batch`; `null` where Pinterest's catalogs do not have the language. An item
 * without a sale loses the sale price that it had.
 *
 * Source: Pinterest API v5.23, `CatalogsUpdateRetailItem.update_mask`: what is named without a value is deleted.
 *
 * @param items 1 to 1000, each id once.
 */
export function toItemBatch(market: Market, items: readonly UntoldItem[]): WireItemBatch | null {
  const language = pinterestLocale(market.locale);
  if (language === null) return null;
  const { country } = market;
  return { catalog_type: "RETAIL", country, language, items: items.map(toUpdate) };
}

function toUpdate({
  availability,
  itemId,
  price,
  salePrice,
  untoldSince,
}: UntoldItem): WireItemUpdate {
  return {
    operation: "UPDATE",
    item_id: itemId,
    attributes: {
      ...(price === null ? {} : { price }),
      ...(salePrice === null ? {} : { sale_price: salePrice }),
      ...(availability === null ? {} : { availability }),
      last_updated_time: untoldSince.getTime(),
    },
    // A price or an availability that is missing would be deleted, and the item with it.
    update_mask: [
      ...(price === null ? [] : (["price"] as const)),
      "sale_price",
      ...(availability === null ? [] : (["availability"] as const)),
      "last_updated_time",
    ],
  };
}
