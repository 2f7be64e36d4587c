import { COLLECTIONS, type Product, type Variant } from "../shopify/catalog.ts";
import type { Money } from "../shopify/order-dice.ts";
import type { BoughtLine, Buyer, ShopperCountry } from "../shopify/order-body.ts";
import { COUNTRIES } from "../shopify/order-body.ts";
import type { ProtectedFieldSwitches } from "../shopify/protected-fields.ts";
import { DISCOUNT_CODE, type Cart, boughtLines, cartAmounts } from "./till.ts";

/** What a page tells the pixels: an event's name and its data. */
export type PageEvent = { name: string; data: object };

/** An amount in a pixel's event is a number, unlike in a webhook. */
type PixelMoney = { amount: number; currencyCode: string };

export function pixelMoney(money: Money, cents: number): PixelMoney {
  const { amount, currency_code: currencyCode } = money.set(cents).presentment_money;
  return { amount: Number(amount), currencyCode };
}

/** Source: Shopify web pixels API, `ProductVariant`. */
export function pixelVariant(product: Product, variant: Variant, money: Money) {
  return {
    id: String(variant.id),
    sku: variant.sku,
    title: variant.title ?? "Default Title",
    untranslatedTitle: variant.title ?? "Default Title",
    price: pixelMoney(money, product.cents),
    image: { src: `/products/${product.handle}.svg` },
    product: {
      id: String(product.id),
      title: product.title,
      untranslatedTitle: product.title,
      type: product.type,
      vendor: product.vendor,
      url: `/products/${product.handle}`,
    },
  };
}

/** Source: Shopify web pixels API, `Collection`. */
export function pixelCollection(
  handle: string,
  title: string,
  found: readonly Product[],
  money: Money,
) {
  const id = COLLECTIONS.find((known) => known.handle === handle)?.id ?? 451_000_000_000;
  return { id: String(id), title, productVariants: firstVariants(found, money) };
}

export function firstVariants(found: readonly Product[], money: Money) {
  return found.flatMap((product) =>
    product.variants.slice(0, 1).map((variant) => pixelVariant(product, variant, money)),
  );
}

/** Source: Shopify web pixels API, `CartLine`. */
export function pixelCartLine(
  { product, variant }: Pick<BoughtLine, "product" | "variant">,
  quantity: number,
  money: Money,
) {
  return {
    merchandise: pixelVariant(product, variant, money),
    quantity,
    cost: { totalAmount: pixelMoney(money, product.cents * quantity) },
  };
}

/** Source: Shopify web pixels API, `Cart`. */
export function pixelCart(cart: Cart, country: ShopperCountry, money: Money) {
  const lines = boughtLines(cart);
  return {
    id: `gid://shopify/Cart/${cart.token}`,
    lines: lines.map((line) => pixelCartLine(line, line.quantity, money)),
    cost: { totalAmount: pixelMoney(money, cartAmounts(cart, country).subtotalCents) },
    totalQuantity: lines.reduce((sum, { quantity }) => sum + quantity, 0),
    attributes: [],
  };
}

/**
 * The checkout as a pixel sees it; a protected field that the app may not see is null.
 *
 * Source: Shopify web pixels API, `Checkout`.
 */
export function pixelCheckout(
  cart: Cart,
  country: ShopperCountry,
  money: Money,
  visible: ProtectedFieldSwitches,
) {
  const amounts = cartAmounts(cart, country);
  const price = (cents: number) => pixelMoney(money, cents);
  const address = cart.buyer && pixelAddress(cart.buyer, visible);
  const { buyer, order } = cart;
  return {
    token: cart.checkoutToken,
    order: order &&
      buyer && { id: order.id, customer: { id: String(buyer.customerId), isFirstOrder: true } },
    currencyCode: money.presentment,
    totalPrice: price(amounts.totalCents),
    subtotalPrice: price(amounts.subtotalCents),
    totalTax: price(amounts.taxCents),
    discountsAmount: price(amounts.discountCents),
    shippingLine: { price: price(amounts.shippingCents) },
    lineItems: boughtLines(cart).map((line, index) => pixelLineItem(line, index, money)),
    email: (visible.email && buyer?.email) || null,
    phone: (visible.phone && buyer?.phone) || null,
    smsMarketingPhone: null,
    buyerAcceptsEmailMarketing: false,
    buyerAcceptsSmsMarketing: false,
    billingAddress: address,
    shippingAddress: address,
    attributes: [],
    discountApplications: cart.isDiscounted ? [discountApplication()] : [],
    delivery: {
      selectedDeliveryOptions: [
        {
          cost: price(amounts.shippingCents),
          costAfterDiscounts: price(amounts.shippingCents),
          handle: "standard",
          title: amounts.shippingCents === 0 ? "Free shipping" : "Standard",
          type: "shipping",
        },
      ],
    },
    localization: {
      country: { isoCode: country },
      language: { isoCode: "en" },
      market: { id: "gid://shopify/Market/1", handle: country.toLowerCase() },
    },
    transactions: order
      ? [
          {
            amount: price(amounts.totalCents),
            gateway: "bogus",
            paymentMethod: { name: "bogus", type: "creditCard" },
          },
        ]
      : [],
  };
}

function pixelLineItem(line: BoughtLine, index: number, money: Money) {
  const { product, variant, quantity, discountCents } = line;
  return {
    id: String(index + 1),
    quantity,
    title: product.title,
    variant: pixelVariant(product, variant, money),
    finalLinePrice: pixelMoney(money, product.cents * quantity - discountCents),
    discountAllocations:
      discountCents > 0
        ? [
            {
              amount: pixelMoney(money, discountCents),
              discountApplication: discountApplication(),
            },
          ]
        : [],
    properties: [],
    sellingPlanAllocation: null,
  };
}

function discountApplication() {
  return {
    allocationMethod: "ACROSS",
    targetSelection: "ALL",
    targetType: "LINE_ITEM",
    title: DISCOUNT_CODE,
    type: "DISCOUNT_CODE",
    value: { percentage: 10 },
  };
}

function pixelAddress(buyer: Buyer, visible: ProtectedFieldSwitches) {
  return {
    address1: visible.address ? buyer.street : null,
    address2: null,
    city: buyer.city,
    country: COUNTRIES[buyer.countryCode].name,
    countryCode: buyer.countryCode,
    firstName: visible.name ? buyer.firstName : null,
    lastName: visible.name ? buyer.lastName : null,
    phone: visible.phone ? buyer.phone : null,
    province: buyer.province,
    provinceCode: buyer.provinceCode,
    zip: visible.address ? buyer.zip : null,
  };
}
