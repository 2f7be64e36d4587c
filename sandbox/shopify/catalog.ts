/** One product of every shop of the sandbox. All of it is invented. */
export type Product = {
  id: number;
  handle: string;
  title: string;
  vendor: string;
  type: string;
  /** The handle of the one collection it is in. */
  collection: string;
  cents: number;
  variants: readonly Variant[];
};

/** What of a product is bought; `title` is `null` where there is only one. */
export type Variant = { id: number; title: string | null; sku: string };

export const COLLECTIONS = [
  { id: 451_000_000_001, handle: "kitchen", title: "Kitchen" },
  { id: 451_000_000_002, handle: "living", title: "Living" },
] as const;

const SHELF = [
  ["Linen Apron", "Hearth & Loom", "Aprons", "kitchen", 4800, ["Flax", "Charcoal"]],
  ["Walnut Serving Board", "Grainworks", "Boards", "kitchen", 6450, [null]],
  ["Stoneware Mug", "Kiln Nine", "Mugs", "kitchen", 2200, ["Moss", "Sand", "Ink"]],
  ["Beeswax Candle", "Hearth & Loom", "Candles", "living", 1895, [null]],
  ["Wool Throw", "Northfold", "Throws", "living", 12900, ["Heather", "Rust"]],
  ["Brass Watering Can", "Grainworks", "Garden", "living", 7325, [null]],
] as const;

export const PRODUCTS: readonly Product[] = SHELF.map(
  ([title, vendor, type, collection, cents, options], index) => {
    const handle = title.toLowerCase().replace(/[^a-z]+/g, "-");
    return {
      id: 7_300_000_000_000 + index * 100,
      ...{ handle, title, vendor, type, collection, cents },
      variants: options.map((option, position) => ({
        id: 41_400_000_000_000 + index * 100 + position,
        title: option,
        sku: `${handle.toUpperCase()}-${position + 1}`,
      })),
    };
  },
);

/** The product that a variant belongs to, with it; `undefined` for an id that nobody sells. */
export function findVariant(id: number): { product: Product; variant: Variant } | undefined {
  for (const product of PRODUCTS) {
    const variant = product.variants.find((known) => known.id === id);
    if (variant) return { product, variant };
  }
  return undefined;
}
