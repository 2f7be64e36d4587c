import type { Product, ProductImage, Variant } from "./product";

/** The pictures of one product, sorted once for all of its variants. */
export type ProductImages = {
  featured: ProductImage | null;
  /** Of no variant in particular. */
  shared: readonly ProductImage[];
};

export function toProductImages(product: Product): ProductImages {
  const ofVariants = new Set(product.variants.flatMap(({ images }) => images.map(({ id }) => id)));
  const shared = product.images.filter(({ id }) => !ofVariants.has(id));
  return { featured: product.featuredImage ?? shared[0] ?? null, shared };
}

/**
 * The picture of a variant and its further ones: its own, else the featured one of the product; then what
 * else is its own or belongs to no variant. A sister variant's picture shows another colour, so it is
 * none of this one's.
 */
export function variantImages(
  variant: Variant,
  { featured, shared }: ProductImages,
): { main: string | null; additional: readonly string[] } {
  const main = variant.images[0] ?? featured;
  if (!main) return { main: null, additional: [] };
  const others = [...variant.images, ...shared].filter(({ id }) => id !== main.id);
  const urls = new Set(others.map(({ url }) => url));
  urls.delete(main.url);
  return { main: main.url, additional: [...urls] };
}
