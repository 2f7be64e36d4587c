/** Into so many parts the products of every shop fall. Stored with each item, so it never changes. */
export const PARTS = 256;

/** Some parts that lie side by side; both ends belong to it. */
export type PartRange = { from: number; to: number };

/** 2^32 - 5, a prime: Shopify's ids often differ by a power of two, which nothing else would scatter. */
const PRIME = 4_294_967_291;

/** 2^32 divided by the golden ratio. Source: Knuth, The Art of Computer Programming 3, 6.4. */
const GOLDEN = 2_654_435_769;

/** The part of a product, 0 to 255, by its numeric id. Products of one shop are spread evenly. */
export function partOf(productId: string): number {
  return Math.imul(Number(productId) % PRIME, GOLDEN) >>> 24;
}

/** All parts in `count` ranges of the same size; `count` is a power of two, at most {@link PARTS}. */
export function partRanges(count: number): PartRange[] {
  const size = PARTS / count;
  return Array.from({ length: count }, (_, index) => ({
    from: index * size,
    to: (index + 1) * size - 1,
  }));
}

/** Which of `count` ranges a product falls into. */
export function rangeOf(productId: string, count: number): number {
  return Math.floor((partOf(productId) * count) / PARTS);
}

/**
 * The order of products in our files: by part, then by id. It does not depend on the order of the lines,
 * nor on how many ranges the products were read in, so the same products give the same file.
 */
export function byPart(one: { productId: string }, other: { productId: string }): number {
  return (
    partOf(one.productId) - partOf(other.productId) ||
    Number(one.productId) - Number(other.productId)
  );
}
