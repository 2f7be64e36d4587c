import type { z } from "zod";

import type {
  Product,
  ProductCollection,
  ProductImage,
  UnitPricing,
  Variant,
  VariantPrice,
} from "~/catalog/product";
import { toMoney } from "~/money";
import { parse } from "~/parse";

import type { BulkLine } from "./bulk-lines";
import { marketWords } from "./market-words";
import {
  collectionLineSchema,
  contextualPriceSchema,
  imageLineSchema,
  metafieldSchema,
  productLineSchema,
  variantLineSchema,
  type ProductLine,
  type VariantLine,
} from "./product-schema";

/** What a line of a bulk operation's result came to. */
export type LineOutcome =
  | { kind: "taken" }
  /** The file is cut off, or it is no result of our query: nothing of it may be published. */
  | { kind: "broken"; lineNumber: number; fields: readonly string[] };

/** Puts the products of a bulk operation together, line by line. */
export type ProductJoin = {
  take(line: BulkLine): LineOutcome;
  /** The products in the order of their own lines, once all lines are taken. Each is let go when it is given. */
  products(): Generator<Product>;
  counts(): BulkCounts;
};

export type BulkCounts = {
  /** Lines taken. Shopify's `objectCount` must be the same, or the file is not whole. */
  lines: number;
  products: number;
};

/**
 * Begins a join. Children are found by `__parentId`, before or after their parent, near it or far away; a
 * line that comes twice counts once, the later one; a child whose parent never comes is ignored.
 *
 * It keeps the part of every line that is read until the last line was taken: Shopify promises only
 * that a child comes after its parent, so no product is complete before the end of the file. Where that
 * is too much, the caller gives it the lines of some products at a time.
 *
 * @param countries ISO 3166-1 alpha-2, in capitals, of the markets whose own prices are wanted.
 *
 * Source: Shopify Admin API 2026-10, bulk operations, `groupObjects: false`.
 */
export function startProductJoin(countries: readonly string[]): ProductJoin {
  const products = new Map<string, BareProduct>();
  const children = new Map<string, Children>();
  let lines = 0;

  return {
    take(line) {
      lines += 1;
      const record = readRecord(line.text);
      const fields = record === null ? ["(line)"] : takeRecord(record);
      return fields.length === 0
        ? { kind: "taken" }
        : { kind: "broken", lineNumber: line.number, fields };
    },
    *products() {
      for (const [id, bare] of products) {
        const product = whole(bare, children.get(id));
        products.delete(id);
        children.delete(id);
        yield product;
      }
    },
    counts: () => ({ lines, products: products.size }),
  };

  /** The names of the fields that do not fit; none where the record is taken or is of no concern. */
  function takeRecord(record: BulkRecord): readonly string[] {
    const parentId = record.__parentId;
    if (parentId === undefined) {
      const product = parse(productLineSchema, record);
      if (product.kind === "unreadable") return product.fields;
      products.set(product.value.id, toBareProduct(product.value, record));
      return [];
    }
    if (typeof parentId !== "string") return ["__parentId"];
    return takeChild(record, parentId);
  }

  function takeChild(record: BulkRecord, parentId: string): readonly string[] {
    switch (kindOf(record)) {
      case "ProductVariant": {
        const variant = parse(variantLineSchema, record);
        if (variant.kind === "unreadable") return variant.fields;
        childrenOf(parentId).variants.set(
          variant.value.id,
          toBareVariant(variant.value, record, countries),
        );
        return [];
      }
      case "MediaImage": {
        const image = parse(imageLineSchema, record);
        if (image.kind === "unreadable") return image.fields;
        const { id, image: file } = image.value;
        if (file) childrenOf(parentId).images.set(id, { id, url: file.url });
        return [];
      }
      case "Collection": {
        const collection = parse(collectionLineSchema, record);
        if (collection.kind === "unreadable") return collection.fields;
        const { id, handle, title } = collection.value;
        const known = { id: digitsOf(id), handle: handle ?? "", title: title ?? "" };
        childrenOf(parentId).collections.set(id, known);
        return [];
      }
      default:
        return [];
    }
  }

  function childrenOf(parentId: string): Children {
    const known = children.get(parentId);
    if (known) return known;
    const none = { images: new Map(), collections: new Map(), variants: new Map() };
    children.set(parentId, none);
    return none;
  }

  function whole(bare: BareProduct, own: Children | undefined): Product {
    const variants = [...(own?.variants ?? [])]
      .sort(([, one], [, other]) => one.position - other.position)
      .map(([id, { variant }]) => {
        const images = [...(children.get(id)?.images.values() ?? [])];
        children.delete(id);
        return images.length === 0 ? variant : { ...variant, images };
      });
    return {
      ...bare,
      images: [...(own?.images.values() ?? [])],
      collections: [...(own?.collections.values() ?? [])],
      variants,
    };
  }
}

type BulkRecord = Readonly<Record<string, unknown>>;

type BareProduct = Omit<Product, "images" | "collections" | "variants">;

type BareVariant = { position: number; variant: Variant };

/** What hangs on one product, or the pictures on one variant, by their ids. */
type Children = {
  images: Map<string, ProductImage>;
  collections: Map<string, ProductCollection>;
  variants: Map<string, BareVariant>;
};

function readRecord(text: string): BulkRecord | null {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : null;
  } catch {
    return null;
  }
}

function isRecord(value: unknown): value is BulkRecord {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const GID = "gid://shopify/";

/** `ProductVariant` of `gid://shopify/ProductVariant/2`. */
function kindOf({ id }: BulkRecord): string {
  if (typeof id !== "string" || !id.startsWith(GID)) return "";
  return id.slice(GID.length, id.indexOf("/", GID.length));
}

/** `2` of `gid://shopify/ProductVariant/2`. */
function digitsOf(id: string): string {
  return id.slice(id.lastIndexOf("/") + 1);
}

function toBareProduct(line: ProductLine, record: BulkRecord): BareProduct {
  const preview = line.featuredMedia?.preview?.image;
  return {
    productId: digitsOf(line.id),
    title: line.title ?? null,
    handle: line.handle ?? null,
    descriptionHtml: line.descriptionHtml ?? null,
    vendor: line.vendor ?? null,
    productType: line.productType ?? null,
    isActive: (line.status ?? "ACTIVE").toUpperCase() === "ACTIVE",
    isPublished: Boolean(line.publishedAt),
    isGiftCard: line.isGiftCard === true,
    tags: line.tags ?? [],
    url: line.onlineStoreUrl ?? null,
    category: toCategory(line.category),
    currency: line.priceRangeV2?.minVariantPrice?.currencyCode.toUpperCase() ?? null,
    featuredImage: preview ? { id: line.featuredMedia?.id ?? "", url: preview.url } : null,
    metafields: metafieldsOf(record),
    ...marketWords(record),
  };
}

/** Source: Shopify's product taxonomy, `na` is "Uncategorized". */
function toCategory(category: ProductLine["category"]): string | null {
  return category?.id?.endsWith("/na") ? null : (category?.fullName ?? null);
}

function toBareVariant(
  line: VariantLine,
  record: BulkRecord,
  countries: readonly string[],
): BareVariant {
  const { inventoryItem } = line;
  const variant: Variant = {
    variantId: digitsOf(line.id),
    title: line.title ?? null,
    sku: line.sku ?? null,
    barcode: line.barcode ?? null,
    price: line.price ?? null,
    compareAtPrice: line.compareAtPrice ?? null,
    pricesByCountry: countryPrices(record, countries),
    isForSale: line.availableForSale ?? null,
    isSoldWithoutStock: line.inventoryPolicy === "CONTINUE",
    stock:
      inventoryItem?.tracked === false
        ? null
        : (line.sellableOnlineQuantity ?? line.inventoryQuantity ?? null),
    options: line.selectedOptions ?? [],
    weight: toWeight(inventoryItem?.measurement?.weight),
    unitPricing: toUnitPricing(line.unitPriceMeasurement),
    images: [],
    metafields: metafieldsOf(record),
  };
  return { position: line.position ?? Infinity, variant };
}

/** Pinterest's units by Shopify's. Source: Shopify Admin API 2026-10, WeightUnit. */
const WEIGHT_UNITS: Readonly<Record<string, string>> = {
  GRAMS: "g",
  KILOGRAMS: "kg",
  OUNCES: "oz",
  POUNDS: "lb",
};

function toWeight(weight: { unit: string; value: number } | null | undefined): Variant["weight"] {
  const unit = weight && WEIGHT_UNITS[weight.unit];
  return unit ? { unit, value: weight.value } : null;
}

function toUnitPricing(measure: VariantLine["unitPriceMeasurement"]): UnitPricing | null {
  const { quantityUnit, quantityValue, referenceUnit, referenceValue } = measure ?? {};
  if (!quantityUnit || !quantityValue || !referenceUnit || !referenceValue) return null;
  return {
    quantity: quantityValue,
    unit: quantityUnit,
    referenceQuantity: referenceValue,
    referenceUnit,
  };
}

const NONE = Object.freeze({});

/** Whatever the query asked for as a metafield, by its alias. */
function metafieldsOf(record: BulkRecord): Readonly<Record<string, string>> {
  let found: Record<string, string> | undefined;
  for (const alias in record) {
    const value = record[alias];
    if (!isRecord(value) || value.value === undefined) continue;
    const metafield = metafieldSchema.safeParse(value);
    if (metafield.success) (found ??= {})[alias] = metafield.data.value;
  }
  return found ?? NONE;
}

/** The aliases `contextual<COUNTRY>` of the query. One that does not fit counts as absent. */
function countryPrices(
  record: BulkRecord,
  countries: readonly string[],
): Readonly<Record<string, VariantPrice>> {
  let found: Record<string, VariantPrice> | undefined;
  for (const country of countries) {
    const value = record[`contextual${country}`];
    if (value === undefined || value === null) continue;
    const prices = contextualPriceSchema.safeParse(value);
    if (prices.success) (found ??= {})[country] = toVariantPrice(prices.data);
  }
  return found ?? NONE;
}

function toVariantPrice(prices: z.infer<typeof contextualPriceSchema>): VariantPrice {
  const { price, compareAtPrice } = prices;
  return {
    price: toMoney(price.amount, price.currencyCode),
    compareAtPrice: compareAtPrice
      ? toMoney(compareAtPrice.amount, compareAtPrice.currencyCode)
      : null,
  };
}
