import type { ItemId } from "~/ids";
import type { ItemIdFormat, ShopSettings } from "~/shops/settings";

import { availability } from "./availability";
import { DEFAULT_CATALOG_SETTINGS, toMapping, type CatalogSettings } from "./catalog-settings";
import {
  ADDITIONAL_IMAGES_MAX,
  LENGTH_MAX,
  toListedLink,
  type FeedColumn,
  type FeedRow,
} from "./columns";
import { isGtin, toGtin } from "./gtin";
import { toProductImages, variantImages, type ProductImages } from "./images";
import type { Issue } from "./issue";
import { itemId } from "./item-id";
import { itemName } from "./item-name";
import { itemLink } from "./item-link";
import { issueOf } from "./lint";
import type { LintCode } from "./lint-codes";
import type { Severity } from "./lint-rule";
import { MAPPED_COLUMNS, mappedValue, type MappedColumn, type Mapping } from "./mapping";
import type { Market } from "./market";
import { cutTo, isLongerThan, plainText, toOneLine, toPrintable } from "./plain-text";
import { itemPrice } from "./price";
import type { Product, Variant } from "./product";
import { isOrderable, isWanted, type CatalogRules, type RuleGroup } from "./rules";

/** One sellable variant in one market, as Pinterest shall know it. */
export type CatalogItem = {
  itemId: ItemId;
  productId: string;
  variantId: string;
  row: FeedRow;
  /** What was cut, dropped or stood in for while the row was made. The check of the row adds its own. */
  issues: readonly Issue[];
};

/** How a shop wants its items made. */
export type ItemOptions = {
  market: Market;
  /** Stands in some item ids. The shop's own in every market: events know no other. */
  idCountry: string;
  itemIdFormat: ItemIdFormat;
  /** For products whose page the platform does not tell. */
  storeUrl: string;
  /** Of every item that does not say it itself. */
  condition: ShopSettings["feed"]["condition"];
  mapping: Mapping;
  rules: CatalogRules;
  /** An orderable variant that meets these is `preorder`. */
  preorder: RuleGroup;
};

/** What a shop's settings ask for. */
export function toItemOptions(
  settings: ShopSettings,
  catalog: CatalogSettings = DEFAULT_CATALOG_SETTINGS,
): ItemOptions {
  const { country, locale, currency, condition } = settings.feed;
  const { exclude, include, preorder } = catalog;
  return {
    market: { country, locale, currency },
    idCountry: country,
    itemIdFormat: settings.itemIdFormat,
    storeUrl: settings.storeUrl,
    condition,
    mapping: toMapping(catalog),
    rules: { include, exclude },
    preorder,
  };
}

/** Why a product has no items at all. */
export const LEFT_OUT_REASONS = [
  "not_active",
  "not_published",
  "not_in_market",
  "gift_card",
] as const;
export type LeftOutReason = (typeof LEFT_OUT_REASONS)[number];

/** Why a variant has no item although its product has some, or could have. */
export const EXCLUDED = "excluded";

/** Why a product is not for sale in the online store of a market; `null` where it is. */
export function leftOutReason(product: Product, { country }: Market): LeftOutReason | null {
  if (!product.isActive) return "not_active";
  if (!product.isPublished) return "not_published";
  if (product.hiddenIn.includes(country)) return "not_in_market";
  return product.isGiftCard ? "gift_card" : null;
}

/**
 * The items of a product, in the order of its variants; none where it is left out. The format
 * `product_id` has one for all variants: the first that can be ordered, else the first.
 */
export function toItems(product: Product, options: ItemOptions): CatalogItem[] {
  if (leftOutReason(product, options.market) !== null) return [];
  const wanted = product.variants.filter((variant) => isWanted(product, variant, options.rules));
  const [first] = wanted;
  if (!first) return [];

  const variants =
    options.itemIdFormat === "product_id" ? [wanted.find(isOrderable) ?? first] : wanted;
  const images = toProductImages(product);
  const shared = sharedParts(product, options);
  // Most variants share their product's description, and making text of it is the dearest step of all.
  const descriptions = new Map<string, string>();
  return variants.map((variant) => {
    const html = mappedValue(options.mapping.description, product, variant);
    const description = descriptions.get(html) ?? plainText(html);
    descriptions.set(html, description);
    return toItem({ product, variant, images, description, options, shared });
  });
}

type Making = {
  product: Product;
  variant: Variant;
  images: ProductImages;
  /** As text, not cut yet. */
  description: string;
  options: ItemOptions;
  shared: SharedParts;
};

/** What the variants of a product have in common that have no pictures or metafields of their own. */
type SharedParts = {
  /** Filled when the first variant asks. */
  pictures?: Part;
  /** What no variant and no option fills, as it stands in the row, where it is filled. */
  columns: FeedRow;
  /** The mapped columns that each variant fills for itself. */
  ownColumns: readonly MappedColumn[];
};

/** Some columns, and what had to be done to their values. */
type Part = { columns: FeedRow; issues: readonly Finding[] };

/** A `severity` of its own where the item is published although the code is an error. */
type Finding = { code: LintCode; attribute: FeedColumn; value: string; severity?: Severity };

function toItem(making: Making): CatalogItem {
  const { product, variant, options } = making;
  const id = itemId({ ...product, ...variant }, options.itemIdFormat, options.idCountry);
  const words = wordsPart(making);
  const mapped = mappedPart(making);
  const pictures = picturesPart(making);
  const price = pricePart(making);
  const row: FeedRow = {
    id,
    item_group_id: product.productId,
    ...words.columns,
    link: itemLink(product, variant, options.storeUrl),
    ...pictures.columns,
    ...price.columns,
    availability: availability(product, variant, options.preorder),
    ...mapped.columns,
    ...measures(variant),
    ...variantOptions(variant),
  };
  const issues: Issue[] = [];
  for (const part of [words, pictures, price, mapped]) {
    for (const { code, attribute, value, severity } of part.issues) {
      const issue = issueOf(code, id, attribute, value);
      issues.push(severity ? { ...issue, severity } : issue);
    }
  }
  return { itemId: id, productId: product.productId, variantId: variant.variantId, row, issues };
}

/** Title and description, cut where Pinterest would cut them. The title stands in for a description. */
function wordsPart({ product, variant, description }: Making): Part {
  const title = toPrintable(itemName(product.title, variant.title) ?? "");
  const text = description || title;
  const issues: Finding[] = [];
  if (isLongerThan(title, LENGTH_MAX.title)) {
    issues.push({ code: "TITLE_LENGTH_TOO_LONG", attribute: "title", value: title });
  }
  if (description === "") {
    const missing = { code: "DESCRIPTION_MISSING", attribute: "description", value: "" } as const;
    issues.push({ ...missing, severity: "warning" });
  }
  if (isLongerThan(description, LENGTH_MAX.description)) {
    issues.push({
      code: "DESCRIPTION_LENGTH_TOO_LONG",
      attribute: "description",
      value: description,
    });
  }
  return {
    columns: {
      title: cutTo(title, LENGTH_MAX.title),
      description: cutTo(text, LENGTH_MAX.description),
    },
    issues,
  };
}

function picturesPart({ variant, images, shared }: Making): Part {
  if (variant.images.length > 0) return makePictures(variant, images);
  return (shared.pictures ??= makePictures(variant, images));
}

function makePictures(variant: Variant, images: ProductImages): Part {
  const { main, additional } = variantImages(variant, images);
  const links = additional.map((url) => toListedLink(toOneLine(url)));
  const columns = {
    image_link: toOneLine(main ?? ""),
    additional_image_link: links.slice(0, ADDITIONAL_IMAGES_MAX).join(","),
  };
  if (links.length <= ADDITIONAL_IMAGES_MAX) return { columns, issues: [] };
  const tooMany = {
    code: "TOO_MANY_ADDITIONAL_IMAGE_LINKS",
    attribute: "additional_image_link",
    value: links.join(","),
  } as const;
  return { columns, issues: [tooMany] };
}

function pricePart({ product, variant, options }: Making): Part {
  const { price, salePrice, isInMarket } = itemPrice(product, variant, options.market);
  const columns = { price: price ?? "", sale_price: salePrice ?? "" };
  if (isInMarket || price === null) return { columns, issues: [] };
  return {
    columns,
    issues: [{ code: "PRODUCT_PRICE_INVALID", attribute: "price", value: price }],
  };
}

/** All but the description, which is made apart, because it is dear and shared. */
const PLAIN_COLUMNS = MAPPED_COLUMNS.filter((column) => column !== "description");

/** Sources that say the same of every variant, unless the variant has metafields. */
const OF_PRODUCTS: readonly string[] = ["product", "tag", "metafield", "fixed"];

function sharedParts(product: Product, { mapping }: ItemOptions): SharedParts {
  const [first] = product.variants;
  const isShared = product.variants.every(({ metafields }) => isEmpty(metafields));
  const ownColumns: MappedColumn[] = [];
  const columns: Partial<Record<FeedColumn, string>> = {};
  for (const column of PLAIN_COLUMNS) {
    const sources = mapping[column];
    if (!first || !isShared || !sources.every(({ from }) => OF_PRODUCTS.includes(from))) {
      ownColumns.push(column);
      continue;
    }
    const value = toOneLine(mappedValue(sources, product, first));
    if (value !== "") columns[column] = value;
  }
  return { columns, ownColumns };
}

function isEmpty(metafields: Variant["metafields"]): boolean {
  return Object.keys(metafields).length === 0;
}

function mappedPart({ product, shared, variant, options }: Making): Part {
  const columns: Partial<Record<FeedColumn, string>> = { ...shared.columns };
  const issues: Finding[] = [];
  for (const column of shared.ownColumns) {
    const value = toOneLine(mappedValue(options.mapping[column], product, variant));
    if (value !== "") columns[column] = value;
  }
  columns.condition ??= options.condition;
  columns.average_review_rating &&= toRating(columns.average_review_rating);

  const gtin = toGtin(columns.gtin ?? "");
  if (gtin !== "") columns.gtin = gtin;
  if (gtin !== "" && !isGtin(gtin)) {
    delete columns.gtin;
    issues.push({ code: "GTIN_INVALID", attribute: "gtin", value: gtin });
  }
  return { columns, issues };
}

/**
 * Shopify's rating metafields are JSON with a scale; Pinterest wants a number from 1 to 5.
 *
 * Source: Shopify, metafield type `rating`: `{"value":"4.5","scale_min":"1.0","scale_max":"5.0"}`.
 */
function toRating(text: string): string {
  const value = /"value"\s*:\s*"?(\d+(?:\.\d+)?)/.exec(text)?.[1];
  const max = /"scale_max"\s*:\s*"?(\d+(?:\.\d+)?)/.exec(text)?.[1];
  if (value === undefined || max === undefined) return text;
  return String(Math.round((Number(value) / Number(max)) * 5 * 100) / 100);
}

/** Weight and unit price: a number, a space and a unit. A weight of nought says nothing. */
function measures({ weight, unitPricing }: Variant): FeedRow {
  const columns: Partial<Record<FeedColumn, string>> = {};
  if (weight && weight.value > 0) columns.shipping_weight = `${weight.value} ${weight.unit}`;
  if (unitPricing && unitPricing.quantity > 0) {
    const { quantity, unit, referenceQuantity, referenceUnit } = unitPricing;
    columns.unit_pricing_measure = `${quantity} ${unit}`;
    columns.unit_pricing_base_measure = `${referenceQuantity} ${referenceUnit}`;
  }
  return columns;
}

/** Two lists of equal length. A comma within a name or a value would shift the rest, so it goes. */
function variantOptions({ options }: Variant): FeedRow {
  const told = options.filter(({ value }) => value !== DEFAULT_OPTION_VALUE);
  if (told.length === 0) return {};
  const listed = (text: string) => toOneLine(text.replaceAll(",", " "));
  return {
    variant_names: told.map(({ name, shownName }) => listed(shownName ?? name)).join(","),
    variant_values: told.map(({ value }) => listed(value)).join(","),
  };
}

/** What Shopify gives a product that has no options. */
const DEFAULT_OPTION_VALUE = "Default Title";
