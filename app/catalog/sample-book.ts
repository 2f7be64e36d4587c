import type { Product } from "./product";

/** A product as a sample keeps it: JSON, and how many variants it has. */
export type SampledProduct = { text: string; variants: number };

/** The first products that fit into a sample. */
export type SampleBook = {
  /** @returns whether it still has room: after the first product that does not fit, nothing is taken. */
  add(sampled: SampledProduct): boolean;
  hasRoom(): boolean;
  sampled(): readonly SampledProduct[];
};

/**
 * The most that a sample holds. A look at it takes the web process a part of a second; most shops have
 * fewer products than this, and are looked at whole.
 */
const SAMPLE_MAX = { products: 2_000, variants: 6_000, characters: 8_000_000 } as const;

/** What comes after so much of a description changes nothing that a sample is for. */
const DESCRIPTION_MAX = 2_000;

export function startSampleBook(): SampleBook {
  const kept: SampledProduct[] = [];
  let variants = 0;
  let characters = 0;
  let isFull = false;

  return {
    add(sampled) {
      if (isFull) return false;
      variants += sampled.variants;
      characters += sampled.text.length;
      // The first one is taken whatever its size: a sample of nothing shows nothing.
      isFull =
        kept.length > 0 &&
        (kept.length >= SAMPLE_MAX.products ||
          variants > SAMPLE_MAX.variants ||
          characters > SAMPLE_MAX.characters);
      if (!isFull) kept.push(sampled);
      return !isFull;
    },
    hasRoom: () => !isFull,
    sampled: () => kept,
  };
}

/** A product for a sample. */
export function toSampled(product: Product): SampledProduct {
  const descriptionHtml = product.descriptionHtml?.slice(0, DESCRIPTION_MAX) ?? null;
  const text = JSON.stringify({ ...product, descriptionHtml, translations: {} });
  return { text, variants: product.variants.length };
}
