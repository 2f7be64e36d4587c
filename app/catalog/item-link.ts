import type { Product, Variant } from "./product";

/**
 * The page of a variant: the product's own address where the platform tells it, else the one below the
 * shop's. A product with several variants opens at this one. `""` without address and handle.
 */
export function itemLink(product: Product, variant: Variant, storeUrl: string): string {
  const page = product.url || handlePage(product.handle, storeUrl);
  if (page === "" || product.variants.length < 2) return page;

  const [address = "", ...fragment] = page.split("#");
  const joined = `${address}${address.includes("?") ? "&" : "?"}variant=${variant.variantId}`;
  return [joined, ...fragment].join("#");
}

function handlePage(handle: string | null, storeUrl: string): string {
  if (!handle) return "";
  return `${storeUrl.replace(/\/+$/, "")}/products/${encodeURIComponent(handle)}`;
}
