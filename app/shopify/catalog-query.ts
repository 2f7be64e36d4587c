import type { FeedMarket } from "~/catalog/market";
import type { AskedMetafield } from "~/catalog/metafields";

import { marketFields } from "./market-fields";

function metafieldFields(metafields: readonly AskedMetafield[]): string {
  return metafields
    .map(
      ({ alias, key, namespace }) =>
        `${alias}: metafield(namespace: "${namespace}", key: "${key}") { value }`,
    )
    .join("\n");
}

const PRODUCT_FIELDS = `
  __typename
  id
  handle
  title
  descriptionHtml
  vendor
  productType
  status
  tags
  publishedAt
  onlineStoreUrl
  isGiftCard
  category { id fullName }
  priceRangeV2 { minVariantPrice { amount currencyCode } }
  featuredMedia { id preview { image { url } } }
`;

const IMAGE_FIELDS = `__typename id ... on MediaImage { image { url } }`;

const COLLECTION_FIELDS = `__typename id handle title`;

/** A price is asked for in the country of each market. */
function variantFields(
  feeds: readonly FeedMarket[],
  metafields: readonly AskedMetafield[],
): string {
  const prices = countriesOf(feeds).map(
    (country) =>
      `contextual${country}: contextualPricing(context: { country: ${country} }) {
        price { amount currencyCode }
        compareAtPrice { amount currencyCode }
      }`,
  );
  return `
  __typename
  id
  title
  position
  sku
  barcode
  price
  compareAtPrice
  availableForSale
  inventoryQuantity
  inventoryPolicy
  sellableOnlineQuantity
  selectedOptions { name value }
  unitPriceMeasurement { quantityUnit quantityValue referenceUnit referenceValue }
  inventoryItem { tracked measurement { weight { unit value } } }
  ${metafieldFields(metafields.filter(({ isOfVariants }) => isOfVariants))}
  ${prices.join("\n")}
`;
}

/**
 * The question of a bulk operation: the active products with all that a feed needs. It has five
 * connections, of which none is deeper than two levels below the products: Shopify takes no more.
 *
 * Source: Shopify Admin API 2026-10, bulk operations, operation restrictions.
 */
export function bulkProductsQuery(
  feeds: readonly FeedMarket[],
  metafields: readonly AskedMetafield[],
): string {
  return `{
  products(query: "status:active") {
    edges {
      node {
        ${PRODUCT_FIELDS}
        ${marketFields(feeds)}
        ${metafieldFields(metafields)}
        media(query: "media_type:IMAGE") { edges { node { ${IMAGE_FIELDS} } } }
        collections { edges { node { ${COLLECTION_FIELDS} } } }
        variants {
          edges {
            node {
              ${variantFields(feeds, metafields)}
              media { edges { node { ${IMAGE_FIELDS} } } }
            }
          }
        }
      }
    }
  }
}`;
}

/** How much of a product one question gives; what is beyond is asked for page by page. */
const PAGE_VARIANTS = 100;

/** So many metafields of each variant leave room for a whole page in what one question may cost. */
const METAFIELDS_PER_PAGE = 10;

/** How many variants one question gives that asks for so many metafields of each. */
export function variantsPerPage(metafields: readonly AskedMetafield[]): number {
  const each = metafields.filter(({ isOfVariants }) => isOfVariants).length;
  return Math.floor((PAGE_VARIANTS * METAFIELDS_PER_PAGE) / Math.max(METAFIELDS_PER_PAGE, each));
}

/** One product with its first variants, for a small update. */
export function productQuery(
  feeds: readonly FeedMarket[],
  metafields: readonly AskedMetafield[],
): string {
  return `query CatalogProduct($id: ID!, $variants: Int!, $after: String) {
  product(id: $id) {
    ${PRODUCT_FIELDS}
    ${marketFields(feeds)}
    ${metafieldFields(metafields)}
    media(first: 50, query: "media_type:IMAGE") { nodes { ${IMAGE_FIELDS} } }
    collections(first: 50) { nodes { ${COLLECTION_FIELDS} } }
    variants(first: $variants, after: $after) {
      pageInfo { hasNextPage endCursor }
      nodes {
        ${variantFields(feeds, metafields)}
        media(first: 2) { nodes { ${IMAGE_FIELDS} } }
      }
    }
  }
}`;
}

/** The countries of these markets, each once: ISO 3166-1 alpha-2, in capitals. */
export function countriesOf(feeds: readonly FeedMarket[]): string[] {
  return [...new Set(feeds.map(({ market }) => market.country))];
}

/** Metafields of some products and variants, for a look at what a column would be. */
export function metafieldsQuery(metafields: readonly AskedMetafield[]): string {
  const ofVariants = metafields.filter(({ isOfVariants }) => isOfVariants);
  return `query CatalogMetafields($ids: [ID!]!) {
  nodes(ids: $ids) {
    id
    ... on Product { id ${metafieldFields(metafields)} }
    ... on ProductVariant { id ${metafieldFields(ofVariants)} }
  }
}`;
}
