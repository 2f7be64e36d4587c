import type { Money } from "~/money";

/** A picture, by the address under which Pinterest fetches it. */
export type ProductImage = { id: string; url: string };

/**
 * A product as the platform has it, in our words. `null` is "the platform has none". Whatever is a list
 * keeps the platform's order.
 */
export type Product = {
  /** Decimal digits, without their `gid://` prefix. */
  productId: string;
  title: string | null;
  handle: string | null;
  descriptionHtml: string | null;
  vendor: string | null;
  productType: string | null;
  isActive: boolean;
  /** Shown in the online store. */
  isPublished: boolean;
  isGiftCard: boolean;
  tags: readonly string[];
  collections: readonly ProductCollection[];
  /** The product's page, where the platform knows it. */
  url: string | null;
  /** The platform's standard category from the top down, joined by ` > `. */
  category: string | null;
  /** ISO 4217, of every variant's `price`; `null` where the platform does not say. */
  currency: string | null;
  featuredImage: ProductImage | null;
  images: readonly ProductImage[];
  /** By the name under which the query asked for them. */
  metafields: Readonly<Record<string, string>>;
  /** The words in other languages, by {@link translationName}. */
  translations: Readonly<Record<string, Translation>>;
  /** ISO 3166-1 alpha-2 of the countries where shoppers do not get to see it. */
  hiddenIn: readonly string[];
  variants: readonly Variant[];
};

/** A product's words in another language, as far as they are translated. */
export type Translation = {
  title?: string;
  descriptionHtml?: string;
  handle?: string;
  /** By the option's own name. */
  options: Readonly<Record<string, OptionTranslation>>;
};

/** An option's name, and its values by their own names. */
export type OptionTranslation = { name?: string; values: Readonly<Record<string, string>> };

/**
 * Under which name a product has its words in a language: those that hold everywhere, or those that were
 * written for one market.
 */
export function translationName(locale: string, marketId: string | null): string {
  const words = `words_${locale.replaceAll("-", "_")}`;
  return marketId === null ? words : `${words}_${marketId}`;
}

export type ProductCollection = { id: string; handle: string; title: string };

/** One thing that a shopper puts into the cart. */
export type Variant = {
  variantId: string;
  title: string | null;
  sku: string | null;
  barcode: string | null;
  /** Decimal text in the shop's currency. */
  price: string | null;
  /** The price before a reduction. */
  compareAtPrice: string | null;
  /** What shoppers of a country pay, by ISO 3166-1 alpha-2. */
  pricesByCountry: Readonly<Record<string, VariantPrice>>;
  /** Whether a shopper may order it now; `null` where the platform does not say. */
  isForSale: boolean | null;
  /** Sold on when the stock is used up. */
  isSoldWithoutStock: boolean;
  /** `null` where the stock is not counted. */
  stock: number | null;
  options: readonly VariantOption[];
  weight: { unit: string; value: number } | null;
  unitPricing: UnitPricing | null;
  images: readonly ProductImage[];
  metafields: Readonly<Record<string, string>>;
};

/** A choice that a variant stands for; `shownName` is how shoppers of a market read its name. */
export type VariantOption = { name: string; value: string; shownName?: string };

export type VariantPrice = { price: Money; compareAtPrice: Money | null };

/** What the price is for, and what it is compared by, such as 250 ML by 1 L. */
export type UnitPricing = {
  quantity: number;
  unit: string;
  referenceQuantity: number;
  referenceUnit: string;
};
