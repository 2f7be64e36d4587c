import type { Product, Variant } from "~/catalog/product";

/** A variant with a value in every field. */
export const VARIANT: Variant = {
  variantId: "11",
  title: "Green",
  sku: "S-1",
  barcode: "4006381333931",
  price: "24.00",
  compareAtPrice: null,
  pricesByCountry: {},
  isForSale: true,
  isSoldWithoutStock: false,
  stock: 5,
  options: [{ name: " Color ", value: "Green" }],
  weight: { unit: "g", value: 180 },
  unitPricing: null,
  images: [],
  metafields: { fit: "loose" },
};

/** Its product, which has this one variant. */
export const PRODUCT: Product = {
  productId: "1",
  title: "Scarf",
  handle: "scarf",
  descriptionHtml: "<p>A warm scarf.</p>",
  vendor: "Weavers",
  productType: "Scarves",
  isActive: true,
  isPublished: true,
  isGiftCard: false,
  tags: ["wool", "fabric:wool"],
  collections: [{ id: "7", handle: "winter-sale", title: "Winter Sale" }],
  url: "https://demo.example/products/scarf",
  category: null,
  currency: "USD",
  featuredImage: { id: "gid://shopify/MediaImage/101", url: "https://cdn.example/101.jpg" },
  images: [],
  metafields: { fit: "tight", care: "by hand" },
  translations: {},
  hiddenIn: [],
  variants: [VARIANT],
};
