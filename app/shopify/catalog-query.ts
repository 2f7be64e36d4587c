import type { FeedMarket } from "~/catalog/market";

import { marketFields } from "./market-fields";

/** The metafields that can fill a column, by the name under which a mapping asks for them. */
const METAFIELDS = {
  googleGender: ["mm-google-shopping", "gender"],
  googleAge: ["mm-google-shopping", "age_group"],
  googleCondition: ["mm-google-shopping", "condition"],
  googleMpn: ["mm-google-shopping", "mpn"],
  googleProductCategory: ["mm-google-shopping", "google_product_category"],
  googleSizeType: ["mm-google-shopping", "size_type"],
  googleSizeSystem: ["mm-google-shopping", "size_system"],
  googleCustomLabel0: ["mm-google-shopping", "custom_label_0"],
  googleCustomLabel1: ["mm-google-shopping", "custom_label_1"],
  googleCustomLabel2: ["mm-google-shopping", "custom_label_2"],
  googleCustomLabel3: ["mm-google-shopping", "custom_label_3"],
  googleCustomLabel4: ["mm-google-shopping", "custom_label_4"],
  reviewsRating: ["reviews", "rating"],
  reviewsRatingCount: ["reviews", "rating_count"],
} as const;

/** What Shopify's Google channel also keeps for a single variant. */
const OF_VARIANTS = [
  "googleCondition",
  "googleMpn",
  "googleSizeType",
  "googleSizeSystem",
  "googleCustomLabel0",
  "googleCustomLabel1",
  "googleCustomLabel2",
  "googleCustomLabel3",
  "googleCustomLabel4",
] as const satisfies readonly (keyof typeof METAFIELDS)[];

function metafields(names: readonly (keyof typeof METAFIELDS)[]): string {
  return names
    .map((name) => {
      const [namespace, key] = METAFIELDS[name];
      return `${name}: metafield(namespace: "${namespace}", key: "${key}") { value }`;
    })
    .join("\n");
}

const ALL_METAFIELDS = Object.keys(METAFIELDS).filter((name): name is keyof typeof METAFIELDS =>
  Object.hasOwn(METAFIELDS, name),
);

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
  ${metafields(ALL_METAFIELDS)}
`;

const IMAGE_FIELDS = `__typename id ... on MediaImage { image { url } }`;

const COLLECTION_FIELDS = `__typename id handle title`;

/** A price is asked for in the country of each market. */
function variantFields(feeds: readonly FeedMarket[]): string {
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
  ${metafields(OF_VARIANTS)}
  ${prices.join("\n")}
`;
}

/**
 * The question of a bulk operation: the active products with all that a feed needs. It has five
 * connections, of which none is deeper than two levels below the products: Shopify takes no more.
 *
 * Source: Shopify Admin API 2026-10, bulk operations, operation restrictions.
 */
export function bulkProductsQuery(feeds: readonly FeedMarket[]): string {
  return `{
  products(query: "status:active") {
    edges {
      node {
        ${PRODUCT_FIELDS}
        ${marketFields(feeds)}
        media(query: "media_type:IMAGE") { edges { node { ${IMAGE_FIELDS} } } }
        collections { edges { node { ${COLLECTION_FIELDS} } } }
        variants {
          edges {
            node {
              ${variantFields(feeds)}
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
export const PAGE_VARIANTS = 100;

/** One product with its first variants, for a small update. */
export function productQuery(feeds: readonly FeedMarket[]): string {
  return `query CatalogProduct($id: ID!, $variants: Int!, $after: String) {
  product(id: $id) {
    ${PRODUCT_FIELDS}
    ${marketFields(feeds)}
    media(first: 50, query: "media_type:IMAGE") { nodes { ${IMAGE_FIELDS} } }
    collections(first: 50) { nodes { ${COLLECTION_FIELDS} } }
    variants(first: $variants, after: $after) {
      pageInfo { hasNextPage endCursor }
      nodes {
        ${variantFields(feeds)}
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
