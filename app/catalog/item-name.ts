/** What Shopify calls the only variant of a product that has no options. */
const ONLY_VARIANT = "Default Title";

/**
 * The name of a variant in the feed and in events: the product's title, and ` - ` with the variant's
 * unless it is the only one. Without a product title there is no name.
 */
export function itemName(
  productTitle: string | null | undefined,
  variantTitle: string | null | undefined,
): string | undefined {
  const product = (productTitle || "").trim();
  const variant = (variantTitle || "").trim();
  if (!product) return undefined;
  return !variant || variant === ONLY_VARIANT ? product : `${product} - ${variant}`;
}
