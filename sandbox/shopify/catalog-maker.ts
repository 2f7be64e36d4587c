import { PRODUCTS, type Product } from "./catalog.ts";
import { Dice } from "./order-dice.ts";

/** One product of a shop, as the merchant entered it. */
export type ShopProduct = {
  id: number;
  title: string;
  handle: string;
  html: string;
  vendor: string;
  type: string;
  status: "ACTIVE" | "ARCHIVED" | "DRAFT";
  tags: string[];
  /** `null`: not in the online store. */
  publishedAt: string | null;
  /** Countries where it is not for sale. */
  hiddenIn: string[];
  /** Where it stands in the online store; `null`: at its handle. */
  url: string | null;
  isGiftCard: boolean;
  /** Shopify's taxonomy; `null`: none was chosen. */
  category: string | null;
  images: { id: number; url: string }[];
  collections: { id: number; title: string }[];
  /** By `namespace.key`. */
  metafields: Record<string, string>;
  variants: ShopVariant[];
};

export type ShopVariant = {
  id: number;
  title: string;
  sku: string | null;
  barcode: string | null;
  price: string;
  compareAtPrice: string | null;
  stock: number;
  soldWithoutStock: boolean;
  options: { name: string; value: string }[];
  grams: number;
  imageId: number | null;
};

/** What the demo's catalog counts, the odd ones included. */
export const DEMO_PRODUCTS = 300;

const KINDS = [
  ["Apron", "Home & Garden > Linens & Bedding > Kitchen Linens", 4800],
  ["Serving Board", "Home & Garden > Kitchen & Dining > Tableware > Serveware", 6450],
  ["Mug", "Home & Garden > Kitchen & Dining > Tableware > Drinkware", 2200],
  ["Candle", "Home & Garden > Decor > Home Fragrances > Candles", 1895],
  ["Throw", "Home & Garden > Linens & Bedding > Bedding > Blankets", 12900],
  ["Shirt", "Apparel & Accessories > Clothing > Clothing Tops > Shirts", 5900],
] as const;
const MATERIALS = ["Linen", "Walnut", "Stoneware", "Beeswax", "Wool", "Cotton"];
const COLORS = ["Moss", "Sand", "Ink", "Rust", "Flax"];
const SIZES = ["S", "M", "L"];
const VENDORS = ["Hearth & Loom", "Grainworks", "Kiln Nine", "Northfold"];

/**
 * The catalog of a shop: the odd products first, then usual ones, then those of its storefront. The same
 * shop has the same one.
 */
export function makeCatalog(domain: string): ShopProduct[] {
  const dice = new Dice(`catalog:${domain}`);
  const made = Array.from({ length: DEMO_PRODUCTS - PRODUCTS.length }, (_, index) => {
    const usual = usualProduct(dice, index + 1);
    const [name, change] = ODD_ONES[index] ?? [];
    if (name === undefined || change === undefined) return usual;
    return change({ ...usual, title: name, handle: slug(name) });
  });
  return [...made, ...PRODUCTS.map((product) => onShelf(dice, product))];
}

/** What the storefront sells, and orders are made of. */
function onShelf(
  dice: Dice,
  { cents, handle, id, title, type, variants, vendor }: Product,
): ShopProduct {
  const usual = usualProduct(dice, 0);
  const images = [image(id, 1)];
  const [first] = usual.variants;
  if (!first) return usual;
  return {
    ...usual,
    ...{ id, title, handle, vendor, type, images },
    html: `<p>${title}, made in small batches.</p>`,
    variants: variants.map((variant) => ({
      ...first,
      id: variant.id,
      title: variant.title ?? "Default Title",
      sku: variant.sku,
      barcode: null,
      price: (cents / 100).toFixed(2),
      compareAtPrice: null,
      stock: 12,
      options: [
        { name: variant.title ? "Color" : "Title", value: variant.title ?? "Default Title" },
      ],
      imageId: null,
    })),
  };
}

function usualProduct(dice: Dice, number: number): ShopProduct {
  // Shopify's ids grow by a power of two.
  const id = 8_000_000_000_000 + number * 32_768;
  const [kind, category, cents] = dice.pick(KINDS);
  const title = `${dice.pick(MATERIALS)} ${kind} No. ${number}`;
  const images = [1, 2, 3].map((place) => image(id, place));
  const hasSizes = kind === "Shirt";
  const colors = COLORS.slice(0, 1 + dice.below(COLORS.length));
  const choices = colors.flatMap((color) =>
    (hasSizes ? SIZES : [null]).map((size) => ({ color, size })),
  );
  return {
    id,
    title,
    handle: slug(title),
    html: `<p>${title}, made in small batches.</p><ul><li>Wash cold</li><li>Lasts &amp; lasts</li></ul>`,
    vendor: dice.pick(VENDORS),
    type: kind,
    status: "ACTIVE",
    tags: [kind.toLowerCase(), number % 2 ? "autumn" : "spring"],
    publishedAt: "2026-03-02T09:00:00Z",
    hiddenIn: [],
    url: null,
    isGiftCard: false,
    category,
    images,
    collections: [{ id: 500 + (number % 4), title: `Room ${(number % 4) + 1}` }],
    metafields: {
      "mm-google-shopping.gender": "unisex",
      "mm-google-shopping.age_group": "adult",
      "custom.fabric": title.split(" ")[0] ?? "",
    },
    variants: choices.map(({ color, size }, place) => ({
      id: 44_000_000_000_000 + number * 32_768 * 64 + place * 32_768,
      title: size === null ? color : `${color} / ${size}`,
      sku: `PR-${number}-${place + 1}`,
      barcode: gtin(4_006_381_000_000 + number * 100 + place),
      price: ((cents + dice.below(2_000)) / 100).toFixed(2),
      compareAtPrice: dice.chance(0.2) ? ((cents + 3_000) / 100).toFixed(2) : null,
      stock: dice.below(40),
      soldWithoutStock: false,
      options: [
        { name: "Color", value: color },
        ...(size === null ? [] : [{ name: "Size", value: size }]),
      ],
      grams: 100 + dice.below(900),
      imageId: place === 0 ? (images[0]?.id ?? null) : null,
    })),
  };
}

/** Twelve digits and the one that checks them. Source: GS1 General Specifications, 7.9. */
function gtin(twelve: number): string {
  const digits = String(twelve).slice(0, 12);
  const sum = [...digits].reduce((all, digit, at) => all + Number(digit) * (at % 2 ? 3 : 1), 0);
  return `${digits}${(10 - (sum % 10)) % 10}`;
}

function image(productId: number, place: number) {
  const id = productId * 10 + place;
  return { id, url: `https://cdn.shopify.com/s/files/1/0001/${id}.jpg?v=1767258000` };
}

function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}

type Change = (product: ShopProduct) => ShopProduct;

/** The first variant alone, as a product without options has it. */
function single(product: ShopProduct, change: Partial<ShopVariant> = {}): ShopProduct {
  const options = [{ name: "Title", value: "Default Title" }];
  return {
    ...product,
    variants: product.variants
      .slice(0, 1)
      .map((variant) => ({ ...variant, title: "Default Title", options, stock: 9, ...change })),
  };
}

/** What real catalogs have and feeds stumble over. */
const ODD_ONES: readonly (readonly [name: string, change: Change])[] = [
  [
    "No image",
    (p) => ({ ...p, images: [], variants: p.variants.map((v) => ({ ...v, imageId: null })) }),
  ],
  [
    "Eleven images",
    (p) => ({ ...single(p, { imageId: null }), images: places(11).map((at) => image(p.id, at)) }),
  ],
  [
    "Twelve further images",
    (p) => ({ ...single(p, { imageId: null }), images: places(13).map((at) => image(p.id, at)) }),
  ],
  [
    "Link of 600 characters",
    (p) => ({ ...single(p), url: `https://demo.example/products/${"long-".repeat(114)}end` }),
  ],
  [
    "Scripts and entities",
    (p) => ({
      ...p,
      html: `<script>alert("x")</script><style>p{}</style><p>Salt &amp; pepper &lt;set&gt; &#8212; caf&eacute;</p>`,
    }),
  ],
  [
    "Control\u0007 characters\u0000",
    (p) => ({ ...single(p), html: "<p>Bell\u0007 and\u000b tab\u0001</p>" }),
  ],
  [
    "شال من الصوف",
    (p) => ({ ...single(p), handle: "wool-shawl", html: "<p>شال دافئ من الصوف</p>" }),
  ],
  ["Candle 🕯️ for two 👩‍👩‍👧", (p) => ({ ...single(p), handle: "candle-for-two" })],
  [
    `Tabs\tand "quotes"`,
    (p) => ({ ...single(p), html: `<p>A\t"quoted" one,\nover lines; 'single' too</p>` }),
  ],
  ["Zero price", (p) => single(p, { price: "0.00", compareAtPrice: null })],
  ["Compare-at below price", (p) => single(p, { price: "40.00", compareAtPrice: "30.00" })],
  ["Duplicate SKU one", (p) => single(p, { sku: "TWICE" })],
  ["Duplicate SKU two", (p) => single(p, { sku: "TWICE" })],
  ["Two thousand variants", (p) => ({ ...p, variants: manyVariants(p, 2_000) })],
  ["Draft", (p) => ({ ...p, status: "DRAFT", publishedAt: null })],
  ["Archived", (p) => ({ ...p, status: "ARCHIVED" })],
  ["Unpublished", (p) => ({ ...p, publishedAt: null })],
  ["Gift card", (p) => ({ ...single(p), isGiftCard: true })],
  [
    "Bundle of three",
    (p) => ({ ...single(p, { stock: 0, soldWithoutStock: true }), tags: ["bundle"] }),
  ],
  ["Sold out, sold on", (p) => single(p, { stock: -4, soldWithoutStock: true })],
  ["Sold out", (p) => single(p, { stock: 0 })],
  ["Not for Germany", (p) => ({ ...single(p), hiddenIn: ["DE"] })],
  ["No category", (p) => ({ ...single(p), category: null })],
  ["Bad GTIN", (p) => single(p, { barcode: "1234567890123" })],
  [
    "Long description",
    (p) => ({ ...single(p), html: `<p>${"Twelve thousand. ".repeat(720)}</p>` }),
  ],
  ["No description", (p) => ({ ...single(p), html: "" })],
];

function places(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}

function manyVariants({ variants }: ShopProduct, count: number): ShopVariant[] {
  const [first] = variants;
  if (!first) return [];
  return places(count).map((place) => ({
    ...first,
    id: first.id + place * 8,
    title: `Shade ${place}`,
    sku: `SHADE-${place}`,
    barcode: null,
    options: [{ name: "Color", value: `Shade ${place}` }],
    imageId: null,
  }));
}
