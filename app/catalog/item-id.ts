import { brand } from "~/brand";
import type { ItemId } from "~/ids";
import type { ItemIdFormat } from "~/shops/settings";

/** What the platform calls one sellable thing. The ids are decimal digits without their `gid://` prefix. */
export type VariantNames = {
  productId: string;
  variantId: string;
  /** The merchant's own number; `null` and white space count as none. */
  sku: string | null;
};

/**
 * The id under which the feed, the pixel and the server all speak of a variant. One letter of
 * difference between them, and Pinterest matches nothing and says nothing.
 *
 * Without a SKU, the `sku` format falls back to the variant id. Two variants may share an id under
 * `product_id` or by carrying the same SKU; the catalog's check reports the second one.
 *
 * @param feedCountry ISO 3166-1 alpha-2 in either case. Only the last format has it, in capitals.
 */
export function itemId(names: VariantNames, format: ItemIdFormat, feedCountry: string): ItemId {
  return brand(RULES[format](names, feedCountry));
}

/** Every format's rule. The last is how Shopify's own Pinterest channel names its items. */
const RULES: Record<ItemIdFormat, (names: VariantNames, feedCountry: string) => string> = {
  variant_id: ({ variantId }) => variantId,
  product_id: ({ productId }) => productId,
  sku: ({ sku, variantId }) => (sku || "").trim() || variantId,
  shopify_country_product_variant: ({ productId, variantId }, feedCountry) =>
    `shopify_${feedCountry.toUpperCase()}_${productId}_${variantId}`,
};
