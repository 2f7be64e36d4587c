type Fields = Readonly<Record<string, unknown>>;

const gid = (type: string, id: number) => `gid://shopify/${type}/${id}`;

/** One product's line, as test/fixtures/graphql/bulk_products.graphql asks for it. */
export function productLine(id: number, changes: Fields = {}): Fields {
  return {
    __typename: "Product",
    id: gid("Product", id),
    legacyResourceId: String(id),
    handle: `scarf-${id}`,
    title: "Scarf",
    descriptionHtml: "<p>A warm scarf.</p>",
    vendor: "Weavers",
    productType: "Accessories > Scarves",
    status: "ACTIVE",
    tags: ["winter", "wool"],
    createdAt: "2026-01-02T09:00:00Z",
    updatedAt: "2026-10-02T09:00:00Z",
    publishedAt: "2026-01-03T09:00:00Z",
    onlineStoreUrl: `https://demo.example/products/scarf-${id}`,
    onlineStorePreviewUrl: `https://demo.example/products/scarf-${id}`,
    isGiftCard: false,
    hasOnlyDefaultVariant: true,
    requiresSellingPlan: false,
    tracksInventory: true,
    totalInventory: 5,
    seo: { title: null, description: null },
    category: {
      id: "gid://shopify/TaxonomyCategory/aa-2-26",
      name: "Scarves",
      fullName: "Apparel & Accessories > Clothing Accessories > Scarves",
      level: 3,
      isLeaf: true,
      ancestorIds: ["gid://shopify/TaxonomyCategory/aa"],
    },
    options: [{ name: "Title", position: 1, values: ["Default Title"] }],
    priceRangeV2: {
      minVariantPrice: { amount: "24.0", currencyCode: "USD" },
      maxVariantPrice: { amount: "24.0", currencyCode: "USD" },
    },
    featuredMedia: {
      id: gid("MediaImage", id * 100 + 1),
      alt: null,
      preview: { image: { url: imageUrl(id * 100 + 1), width: 900, height: 900, altText: null } },
    },
    googleGender: { value: "unisex" },
    googleAge: { value: "adult" },
    ...changes,
  };
}

/** One variant's line. */
export function variantLine(id: number, productId: number, changes: Fields = {}): Fields {
  return {
    __typename: "ProductVariant",
    id: gid("ProductVariant", id),
    legacyResourceId: String(id),
    title: "Default Title",
    displayName: "Scarf - Default Title",
    position: 1,
    sku: `SKU-${id}`,
    barcode: "4006381333931",
    price: "24.00",
    compareAtPrice: null,
    taxable: true,
    availableForSale: true,
    inventoryQuantity: 5,
    inventoryPolicy: "DENY",
    sellableOnlineQuantity: 5,
    createdAt: "2026-01-02T09:00:00Z",
    updatedAt: "2026-10-02T09:00:00Z",
    selectedOptions: [{ name: "Title", value: "Default Title", optionValue: null }],
    showUnitPrice: false,
    unitPrice: null,
    unitPriceMeasurement: null,
    inventoryItem: {
      id: gid("InventoryItem", id),
      tracked: true,
      requiresShipping: true,
      countryCodeOfOrigin: null,
      harmonizedSystemCode: null,
      measurement: {
        id: gid("InventoryItemMeasurement", id),
        weight: { unit: "GRAMS", value: 180 },
      },
    },
    contextualCA: {
      price: { amount: "33.0", currencyCode: "CAD" },
      compareAtPrice: null,
    },
    ...changes,
    __parentId: gid("Product", productId),
  };
}

/** The line of a picture of a product or, with the type, of a variant. */
export function imageLine(
  id: number,
  parentId: number,
  parent: "Product" | "ProductVariant" = "Product",
): Fields {
  return {
    __typename: "MediaImage",
    id: gid("MediaImage", id),
    alt: null,
    mediaContentType: "IMAGE",
    image: { url: imageUrl(id), width: 900, height: 900, altText: null },
    __parentId: gid(parent, parentId),
  };
}

export function collectionLine(id: number, productId: number, title: string): Fields {
  const handle = title.toLowerCase().replaceAll(" ", "-");
  const line = { __typename: "Collection", id: gid("Collection", id), handle, title };
  return { ...line, __parentId: gid("Product", productId) };
}

export function imageUrl(id: number): string {
  return `https://cdn.shopify.com/s/files/1/0001/files/${id}.jpg?v=1767258000`;
}

/** The file of a bulk operation. */
export function bulkText(lines: readonly Fields[]): string {
  return lines.map((line) => `${JSON.stringify(line)}\n`).join("");
}
