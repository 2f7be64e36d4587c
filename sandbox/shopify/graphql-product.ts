import type { ShopProduct, ShopVariant } from "./catalog-maker.ts";
import { type Page, connection } from "./connection.ts";
import { moneyIn } from "./markets.ts";
import { type Shop, productsOf } from "./shop.ts";
import { type TranslationQuestion, productTranslations, wordTranslations } from "./translations.ts";

/** The Admin API's form of a product, made when it is asked for, so that a price is today's. */
export function toGraphqlProduct(shop: Shop, product: ShopProduct) {
  const money = (amount: string) => ({ amount, currencyCode: shop.currencyCode });
  const prices = product.variants.map(({ price }) => Number(price));
  const images = product.images.map(toMediaImage);
  return {
    __typename: "Product" as const,
    id: gid("Product", product.id),
    legacyResourceId: String(product.id),
    title: product.title,
    handle: product.handle,
    descriptionHtml: product.html,
    vendor: product.vendor,
    productType: product.type,
    status: product.status,
    tags: product.tags,
    createdAt: "2026-03-01T09:00:00Z",
    updatedAt: "2026-11-01T09:00:00Z",
    publishedAt: product.publishedAt,
    onlineStoreUrl:
      product.publishedAt === null
        ? null
        : (product.url ?? `https://${shop.domain}/products/${product.handle}`),
    isGiftCard: product.isGiftCard,
    hasOnlyDefaultVariant: product.variants.length === 1,
    category:
      product.category === null
        ? null
        : { id: "gid://shopify/TaxonomyCategory/hg-1", fullName: product.category },
    priceRangeV2: {
      minVariantPrice: money(Math.min(...prices).toFixed(2)),
      maxVariantPrice: money(Math.max(...prices).toFixed(2)),
    },
    featuredMedia: images[0] ?? null,
    metafield: (name: { namespace: string; key: string }) => metafield(product, name),
    publishedInContext: ({ context }: { context: { country?: string | null } }) =>
      product.publishedAt !== null && !product.hiddenIn.includes(context.country ?? ""),
    translations: (question: TranslationQuestion) => productTranslations(product, question),
    options: () => toOptions(product),
    media: (page: Page) => connection(images, page),
    collections: (page: Page) =>
      connection(
        product.collections.map(({ id, title }) => ({
          __typename: "Collection",
          id: gid("Collection", id),
          handle: title.toLowerCase().replaceAll(" ", "-"),
          title,
        })),
        page,
      ),
    variants: (page: Page) =>
      connection(
        product.variants.map((variant, index) => toVariant(shop, product, variant, index + 1)),
        page,
      ),
  };
}

function toOptions({ id, variants }: ShopProduct) {
  const names = new Set(variants.flatMap(({ options }) => options.map(({ name }) => name)));
  return [...names].map((name, index) => {
    const values = new Set(
      variants.flatMap(({ options }) =>
        options.flatMap((option) => (option.name === name ? [option.value] : [])),
      ),
    );
    return {
      __typename: "ProductOption" as const,
      id: gid("ProductOption", id * 10 + index),
      name,
      position: index + 1,
      values: [...values],
      translations: (question: TranslationQuestion) => wordTranslations(name, question),
      optionValues: [...values].map((value, place) => ({
        __typename: "ProductOptionValue" as const,
        id: gid("ProductOptionValue", id * 10_000 + place),
        name: value,
        translations: (question: TranslationQuestion) => wordTranslations(value, question),
      })),
    };
  });
}

/** The Admin API's form of the variant of this id; `null` where the shop sells none. */
export function findGraphqlVariant(shop: Shop, id: string) {
  for (const product of productsOf(shop)) {
    const index = product.variants.findIndex((known) => gid("ProductVariant", known.id) === id);
    const variant = product.variants[index];
    if (variant) return toVariant(shop, product, variant, index + 1);
  }
  return null;
}

function toVariant(shop: Shop, product: ShopProduct, variant: ShopVariant, position: number) {
  const images = product.images.filter(({ id }) => id === variant.imageId).map(toMediaImage);
  const isForSale = variant.soldWithoutStock || variant.stock > 0;
  return {
    __typename: "ProductVariant" as const,
    id: gid("ProductVariant", variant.id),
    legacyResourceId: String(variant.id),
    title: variant.title,
    displayName: `${product.title} - ${variant.title}`,
    position,
    sku: variant.sku,
    barcode: variant.barcode,
    price: variant.price,
    compareAtPrice: variant.compareAtPrice,
    taxable: true,
    availableForSale: isForSale,
    inventoryQuantity: variant.stock,
    inventoryPolicy: variant.soldWithoutStock ? "CONTINUE" : "DENY",
    sellableOnlineQuantity: variant.stock,
    createdAt: "2026-03-01T09:00:00Z",
    updatedAt: "2026-11-01T09:00:00Z",
    selectedOptions: variant.options,
    showUnitPrice: false,
    unitPrice: null,
    unitPriceMeasurement: null,
    inventoryItem: {
      id: gid("InventoryItem", variant.id),
      tracked: true,
      requiresShipping: true,
      measurement: {
        id: gid("InventoryItemMeasurement", variant.id),
        weight: { unit: "GRAMS", value: variant.grams },
      },
    },
    contextualPricing: ({ context }: { context: { country?: string | null } }) =>
      pricingIn(shop, variant, context.country ?? shop.countryCode),
    metafield: () => null,
    media: (page: Page) => connection(images, page),
  };
}

function pricingIn(shop: Shop, variant: ShopVariant, country: string) {
  const market = moneyIn(shop, country);
  const money = (amount: string | null) =>
    amount === null
      ? null
      : {
          amount: ((Math.round(Number(amount) * 100) * market.rate) / 10_000).toFixed(2),
          currencyCode: market.currencyCode,
        };
  return { price: money(variant.price), compareAtPrice: money(variant.compareAtPrice) };
}

function metafield(
  { id, metafields }: ShopProduct,
  { key, namespace }: { namespace: string; key: string },
) {
  const value = metafields[`${namespace}.${key}`];
  if (value === undefined) return null;
  return { id: gid("Metafield", id), namespace, key, value, type: "single_line_text_field" };
}

function toMediaImage({ id, url }: { id: number; url: string }) {
  const image = { url, width: 900, height: 900, altText: null };
  return {
    __typename: "MediaImage" as const,
    id: gid("MediaImage", id),
    alt: null,
    mediaContentType: "IMAGE",
    preview: { image },
    image,
  };
}

function gid(type: string, id: number): string {
  return `gid://shopify/${type}/${id}`;
}
