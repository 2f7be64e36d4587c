import { z } from "zod";

import { AMOUNT } from "~/money";

/** Shopify writes `null` for what there is none of; a query may not have asked for it at all. */
const maybeText = z.string().nullish();

/** Decimal text; the schema of the API says `Money`, which is a string. */
const amount = z.string().regex(AMOUNT);

const moneySchema = z.object({ amount, currencyCode: z.string().length(3) });

const imageSchema = z.object({ url: z.string().min(1) });

const gid = (type: string) => z.string().regex(new RegExp(`^gid://shopify/${type}/\\d+$`));

/**
 * The part of a product's line that is read. Unknown fields are ignored; metafields and the prices of
 * countries have names that the query chose, and are picked out by their form.
 *
 * Source: Shopify Admin API 2026-10, Product.
 */
export const productLineSchema = z.object({
  id: gid("Product"),
  title: maybeText,
  handle: maybeText,
  descriptionHtml: maybeText,
  vendor: maybeText,
  productType: maybeText,
  /** `ACTIVE`, `ARCHIVED`, `DRAFT`, `UNLISTED`. */
  status: maybeText,
  tags: z.array(z.string()).nullish(),
  /** When it was published to the online store; `null` where it is not. */
  publishedAt: maybeText,
  onlineStoreUrl: maybeText,
  isGiftCard: z.boolean().nullish(),
  category: z.object({ id: maybeText, fullName: maybeText }).nullish(),
  priceRangeV2: z.object({ minVariantPrice: moneySchema.nullish() }).nullish(),
  featuredMedia: z
    .object({
      id: maybeText,
      preview: z.object({ image: imageSchema.nullish() }).nullish(),
    })
    .nullish(),
});

export type ProductLine = z.infer<typeof productLineSchema>;

/** Source: Shopify Admin API 2026-10, ProductVariant. */
export const variantLineSchema = z.object({
  id: gid("ProductVariant"),
  title: maybeText,
  /** From 1, in the order of the product's page. */
  position: z.int().nullish(),
  sku: maybeText,
  barcode: maybeText,
  price: amount.nullish(),
  compareAtPrice: amount.nullish(),
  /** Whether the online store would sell it now. */
  availableForSale: z.boolean().nullish(),
  /** May be negative. */
  inventoryQuantity: z.int().nullish(),
  /** `CONTINUE` sells on without stock. */
  inventoryPolicy: maybeText,
  sellableOnlineQuantity: z.int().nullish(),
  selectedOptions: z.array(z.object({ name: z.string(), value: z.string() })).nullish(),
  unitPriceMeasurement: z
    .object({
      quantityUnit: maybeText,
      quantityValue: z.number().nullish(),
      referenceUnit: maybeText,
      referenceValue: z.number().nullish(),
    })
    .nullish(),
  inventoryItem: z
    .object({
      tracked: z.boolean().nullish(),
      measurement: z
        .object({ weight: z.object({ unit: z.string(), value: z.number() }).nullish() })
        .nullish(),
    })
    .nullish(),
});

export type VariantLine = z.infer<typeof variantLineSchema>;

/** Source: Shopify Admin API 2026-10, MediaImage; `image` is `null` until the picture is processed. */
export const imageLineSchema = z.object({ id: z.string(), image: imageSchema.nullish() });

/** Source: Shopify Admin API 2026-10, Collection. */
export const collectionLineSchema = z.object({
  id: z.string(),
  handle: maybeText,
  title: maybeText,
});

/** An alias of `contextualPricing`; a country without a price of its own has the shop's, converted. */
export const contextualPriceSchema = z.object({
  price: moneySchema,
  compareAtPrice: moneySchema.nullish(),
});

/** An alias of `metafield`. */
export const metafieldSchema = z.object({ value: z.string() });
