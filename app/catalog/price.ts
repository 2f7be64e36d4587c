import { isHigher, roundHalfUp, type Money } from "~/money";

import type { Market } from "./market";
import type { Product, Variant } from "./product";

export type ItemPrice = {
  /** As it stands in the feed, e.g. `24.99 USD`; `null` where the platform has none. */
  price: string | null;
  /** What a shopper pays while it is reduced; `null` where it is not. */
  salePrice: string | null;
  /** Whether the price is in the market's currency. */
  isInMarket: boolean;
};

/**
 * The price of a variant in a market. What shoppers of the country pay counts where it is in the market's
 * currency; else the shop's price, which may be in another currency.
 *
 * A compare-at price above the price is the price before the reduction. One that is not above says
 * nothing, and is left out. A price of nought is never a sale.
 */
export function itemPrice(product: Product, variant: Variant, market: Market): ItemPrice {
  const local = variant.pricesByCountry[market.country];
  if (local?.price.currency === market.currency) {
    return toItemPrice(local.price, local.compareAtPrice, true);
  }
  const currency = product.currency ?? market.currency;
  return toItemPrice(
    variant.price === null ? null : { amount: variant.price, currency },
    variant.compareAtPrice === null ? null : { amount: variant.compareAtPrice, currency },
    currency === market.currency,
  );
}

function toItemPrice(price: Money | null, compareAt: Money | null, isInMarket: boolean): ItemPrice {
  if (price === null) return { price: null, salePrice: null, isInMarket };
  const now = shown(price);
  const isReduced =
    compareAt !== null &&
    compareAt.currency === price.currency &&
    isHigher(roundHalfUp(price), "0") &&
    isHigher(roundHalfUp(compareAt), roundHalfUp(price));
  if (!isReduced) return { price: now, salePrice: null, isInMarket };
  return { price: shown(compareAt), salePrice: now, isInMarket };
}

function shown(money: Money): string {
  return `${roundHalfUp(money)} ${money.currency}`;
}
