import { randomBytes } from "node:crypto";
import { findVariant } from "../shopify/catalog.ts";
import { Money } from "../shopify/order-dice.ts";
import {
  type BoughtLine,
  type Buyer,
  COUNTRIES,
  type OrderAmounts,
  type ShopperCountry,
  orderAmounts,
} from "../shopify/order-body.ts";
import type { Shop } from "../shopify/shop.ts";

/** The one code that takes a tenth off. */
export const DISCOUNT_CODE = "PINBOARD10";

export type CartLine = { variantId: number; quantity: number };

/** What a shopper wants to buy, and the checkout that it led to. */
export type Cart = {
  token: string;
  lines: CartLine[];
  /** A cart has one checkout, to which the shopper comes back. */
  checkoutToken: string;
  isDiscounted: boolean;
  /** As typed; `null` until then. */
  buyer: Buyer | null;
  /** The order that it became; its lines stand still from then on. */
  order: { id: string; name: string; number: number } | null;
  /** Whether the thank-you page was shown: Shopify tells of a completed checkout once. */
  isToldCompleted: boolean;
};

/** The carts of every shop, by shop and token. They live as long as the process. */
export class Till {
  readonly #carts = new Map<string, Cart>();

  find(shop: Shop, token: string | null): Cart | null {
    return (token && this.#carts.get(`${shop.domain} ${token}`)) || null;
  }

  /** Puts so many of a variant into the cart, which is made if there is none. */
  add(shop: Shop, token: string | null, { variantId, quantity }: CartLine): Cart {
    const open = this.find(shop, token);
    const cart = open && !open.order ? open : this.#open(shop);
    const line = cart.lines.find((known) => known.variantId === variantId);
    if (line) line.quantity += quantity;
    else cart.lines.push({ variantId, quantity });
    return cart;
  }

  clear(): void {
    this.#carts.clear();
  }

  #open(shop: Shop): Cart {
    const cart: Cart = {
      token: randomBytes(18).toString("base64url").replace(/[-_]/g, "x"),
      lines: [],
      checkoutToken: randomBytes(16).toString("hex"),
      isDiscounted: false,
      buyer: null,
      order: null,
      isToldCompleted: false,
    };
    this.#carts.set(`${shop.domain} ${cart.token}`, cart);
    return cart;
  }
}

/** The cart's lines with what each costs. */
export function boughtLines(cart: Cart): BoughtLine[] {
  return cart.lines.flatMap(({ variantId, quantity }) => {
    const found = findVariant(variantId);
    if (!found || quantity < 1) return [];
    const cents = found.product.cents * quantity;
    return [{ ...found, quantity, discountCents: cart.isDiscounted ? Math.round(cents / 10) : 0 }];
  });
}

/** What the cart comes to for a shopper of that country. */
export function cartAmounts(cart: Cart, country: ShopperCountry): OrderAmounts {
  return orderAmounts(boughtLines(cart), cart.buyer?.countryCode ?? country);
}

/** Amounts in the shop's currency and in that of a shopper's country. */
export function moneyFor(shop: Shop, country: ShopperCountry): Money {
  const { presentment, rate } = COUNTRIES[country];
  return new Money(shop.currencyCode, presentment, rate);
}
