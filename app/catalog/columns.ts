/**
 * The columns that a store can fill, in the order of our files. The header of a file is always all of
 * them, so that a file can be written while the catalog is still being read.
 *
 * Source: Pinterest API v5.23, ItemAttributesRequest; `availability_date` from Pinterest's feed warnings.
 */
export const FEED_COLUMNS = [
  "id",
  "item_group_id",
  "title",
  "description",
  "link",
  "image_link",
  "additional_image_link",
  "video_link",
  "price",
  "sale_price",
  "sale_price_effective_date",
  "availability",
  "availability_date",
  "condition",
  "brand",
  "google_product_category",
  "product_type",
  "gtin",
  "mpn",
  "color",
  "size",
  "material",
  "pattern",
  "gender",
  "age_group",
  "size_type",
  "size_system",
  "shipping_weight",
  "variant_names",
  "variant_values",
  "unit_pricing_measure",
  "unit_pricing_base_measure",
  "custom_label_0",
  "custom_label_1",
  "custom_label_2",
  "custom_label_3",
  "custom_label_4",
  "average_review_rating",
  "number_of_ratings",
] as const;

export type FeedColumn = (typeof FEED_COLUMNS)[number];

/** One row of our own files: the texts as they stand in the file. A column that is absent is empty. */
export type FeedRow = Readonly<Partial<Record<FeedColumn, string>>>;

/** One row of anybody's file, by whatever its header says. */
export type AnyRow = Readonly<Record<string, string | undefined>>;

/** Without these, Pinterest takes no file. Source: Pinterest's help on data sources. */
export const REQUIRED_COLUMNS = [
  "id",
  "title",
  "description",
  "link",
  "image_link",
  "price",
  "availability",
] as const satisfies readonly FeedColumn[];

/**
 * The longest values, in characters (Unicode code points). Where we build a row, `title` and
 * `description` are cut to them, as Pinterest would.
 *
 * Source: Pinterest API v5.23, ItemAttributesRequest.
 */
export const LENGTH_MAX = {
  title: 500,
  description: 10_000,
  link: 511,
  image_link: 2_000,
  additional_image_link: 2_000,
  adwords_redirect: 2_000,
  product_type: 1_000,
  custom_label: 511,
} as const;

/** Source: Pinterest API v5.23, ItemAttributesRequest.additional_image_link. */
export const ADDITIONAL_IMAGES_MAX = 10;

/** Source: Pinterest API v5.23, ItemAttributes. Pinterest takes them in either case. */
export const WORDS = {
  availability: ["in stock", "out of stock", "preorder"],
  condition: ["new", "used", "refurbished"],
  gender: ["male", "female", "unisex"],
  age_group: ["newborn", "infant", "toddler", "kids", "adult"],
  size_type: ["regular", "petite", "plus", "big_and_tall", "maternity"],
  size_system: ["US", "UK", "EU", "DE", "FR", "JP", "CN", "IT", "BR", "MX", "AU"],
} as const;

/** A link of a list; a comma in it is written `%2C`, because commas part the links. */
export function toListedLink(url: string): string {
  return url.replaceAll(",", "%2C");
}

/** The links of `additional_image_link`. */
export function listedLinks(text: string): string[] {
  return text
    .split(",")
    .map((link) => link.trim())
    .filter((link) => link !== "");
}
