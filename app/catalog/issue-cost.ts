import { isLintCode, type LintCode } from "./lint-codes";
import type { Severity } from "./lint-rule";

/**
 * What an issue costs the merchant, as long as it stands.
 *
 * - `left_out`: the items are not at Pinterest.
 * - `feed_stopped`: Pinterest takes nothing of the feed, and keeps what it had.
 * - `filled_in`: the items are in the feed, with something that stands in for what is missing.
 * - `value_unused`: the items are shown without this value.
 * - `text_cut`: the end of a text is not shown.
 * - `fewer_images`: the items are shown with fewer images, or without a video.
 * - `fewer_people`: searches and filters pass the items over.
 * - `full_price`: the items are shown without their sale price.
 * - `price_doubtful`: shoppers may see a price that is not the store's.
 * - `ads_unmeasured`: visits from ads and pins cannot be told apart in the merchant's own statistics.
 * - `ads_poorer`: ads lack a picture, a video or a link of their own.
 * - `late_change`: shoppers see the former price or stock until Pinterest's next fetch.
 * - `may_be_refused`: Pinterest may refuse the items, or lead shoppers to a page that does not open.
 * - `nothing`: nothing is lost.
 * - `unknown`: Pinterest reports it under a code of which no list says anything.
 */
export const ISSUE_COSTS = [
  "left_out",
  "feed_stopped",
  "filled_in",
  "value_unused",
  "text_cut",
  "fewer_images",
  "fewer_people",
  "full_price",
  "price_doubtful",
  "ads_unmeasured",
  "ads_poorer",
  "late_change",
  "may_be_refused",
  "nothing",
  "unknown",
] as const;
export type IssueCost = (typeof ISSUE_COSTS)[number];

/**
 * What each code of validation costs.
 *
 * Source: Pinterest API v5.23, CatalogsFeedValidationErrors (the item, or the file, is not published) and
 * CatalogsFeedValidationWarnings ("dropped", "truncated", "less visibility"). Where it only says that a value is
 * malformed, the value is unused.
 */
const COSTS = {
  // Errors ---------------------------------------------------------------------------------------
  ADULT_INVALID: "left_out",
  ADWORDS_FORMAT_INVALID: "left_out",
  AVAILABILITY_INVALID: "left_out",
  BLOCKLISTED_IMAGE_SIGNATURE: "left_out",
  DELIMITER_ERROR: "feed_stopped",
  DESCRIPTION_MISSING: "left_out",
  DUPLICATE_PRODUCTS: "left_out",
  ENCODING_ERROR: "feed_stopped",
  FEED_LENGTH_TOO_LONG: "left_out",
  FEED_TOO_SMALL: "feed_stopped",
  FETCH_ERROR: "feed_stopped",
  FETCH_INACTIVE_FEED_ERROR: "feed_stopped",
  IMAGE_LINK_INVALID: "left_out",
  IMAGE_LINK_LENGTH_TOO_LONG: "left_out",
  IMAGE_LINK_MISSING: "left_out",
  INTERNAL_SERVICE_ERROR: "feed_stopped",
  INVALID_DOMAIN: "left_out",
  ITEM_MAIN_IMAGE_DOWNLOAD_FAILURE: "left_out",
  ITEMID_MISSING: "left_out",
  LINK_FORMAT_INVALID: "left_out",
  LINK_LENGTH_TOO_LONG: "left_out",
  LIST_PRICE_INVALID: "left_out",
  MALFORMED_XML: "feed_stopped",
  MAX_ITEMS_PER_ITEM_GROUP_EXCEEDED: "left_out",
  NO_VERIFIED_DOMAIN: "feed_stopped",
  PARSE_LINE_ERROR: "left_out",
  PINJOIN_CONTENT_UNSAFE: "left_out",
  PRICE_CANNOT_BE_DETERMINED: "left_out",
  PRICE_MISSING: "left_out",
  PRODUCT_LINK_MISSING: "left_out",
  PRODUCT_PRICE_INVALID: "left_out",
  REQUIRED_COLUMNS_MISSING: "feed_stopped",
  TITLE_MISSING: "left_out",
  // Warnings -------------------------------------------------------------------------------------
  AD_LINK_FORMAT_WARNING: "ads_poorer",
  AD_LINK_SAME_AS_LINK: "ads_unmeasured",
  ADDITIONAL_IMAGE_LINK_LENGTH_TOO_LONG: "fewer_images",
  ADDITIONAL_IMAGE_LINK_WARNING: "fewer_images",
  ADWORDS_FORMAT_WARNING: "ads_poorer",
  ADWORDS_SAME_AS_LINK: "ads_unmeasured",
  AGE_GROUP_INVALID: "fewer_people",
  ANDROID_DEEP_LINK_INVALID: "value_unused",
  AVAILABILITY_DATE_INVALID: "value_unused",
  COUNTRY_DOES_NOT_MAP_TO_CURRENCY: "price_doubtful",
  CUSTOM_LABEL_LENGTH_TOO_LONG: "value_unused",
  DESCRIPTION_LENGTH_TOO_LONG: "text_cut",
  DUPLICATE_HEADERS: "value_unused",
  EXPIRATION_DATE_INVALID: "value_unused",
  FETCH_SAME_SIGNATURE: "nothing",
  GENDER_INVALID: "fewer_people",
  GTIN_INVALID: "value_unused",
  IMAGE_LINK_WARNING: "fewer_images",
  INCONSISTENT_CURRENCY_VALUES: "price_doubtful",
  INDEXED_PRODUCT_COUNT_LARGE_DELTA: "nothing",
  IOS_DEEP_LINK_INVALID: "value_unused",
  IS_BUNDLE_INVALID: "value_unused",
  ITEM_ADDITIONAL_IMAGE_DOWNLOAD_FAILURE: "fewer_images",
  LINK_FORMAT_WARNING: "ads_unmeasured",
  MIN_AD_PRICE_INVALID: "value_unused",
  MPN_INVALID: "value_unused",
  MULTIPACK_INVALID: "value_unused",
  OPTIONAL_CONDITION_INVALID: "fewer_people",
  OPTIONAL_CONDITION_MISSING: "fewer_people",
  OPTIONAL_PRODUCT_CATEGORY_INVALID: "fewer_people",
  OPTIONAL_PRODUCT_CATEGORY_MISSING: "fewer_people",
  PRODUCT_CATEGORY_DEPTH_WARNING: "fewer_people",
  PRODUCT_TYPE_LENGTH_TOO_LONG: "value_unused",
  SALE_DATE_INVALID: "value_unused",
  SALES_PRICE_INVALID: "full_price",
  SALES_PRICE_TOO_HIGH: "full_price",
  SALES_PRICE_TOO_LOW: "price_doubtful",
  SHIPPING_HEIGHT_INVALID: "value_unused",
  SHIPPING_INVALID: "value_unused",
  SHIPPING_WEIGHT_INVALID: "value_unused",
  SHIPPING_WIDTH_INVALID: "value_unused",
  SIZE_SYSTEM_INVALID: "value_unused",
  SIZE_TYPE_INVALID: "fewer_people",
  TAX_INVALID: "value_unused",
  TITLE_LENGTH_TOO_LONG: "text_cut",
  TOO_MANY_ADDITIONAL_IMAGE_LINKS: "fewer_images",
  UPDATED_TIME_INVALID: "value_unused",
  UTM_SOURCE_AUTO_CORRECTED: "nothing",
  VIDEO_REQUIRED_WHEN_AD_VIDEO_PROVIDED: "ads_poorer",
  WEIGHT_UNIT_INVALID: "value_unused",
} as const satisfies Record<LintCode, IssueCost>;

/**
 * What Pinterest reports beside its codes of validation, and what our visits find. The first that fits counts.
 *
 * Source: Pinterest API v5.23, `CatalogsFeedIngestionErrors`, `CatalogsFeedIngestionWarnings`.
 */
const OTHER_COSTS: readonly (readonly [RegExp, IssueCost])[] = [
  [/^ACCOUNT_FLAGGED$/, "feed_stopped"],
  [/^FETCH_GOOGLE_SHEET_/, "feed_stopped"],
  [/_INTERNAL_/, "feed_stopped"],
  [/^LARGE_PRODUCT_COUNT_DECREASE$/, "feed_stopped"],
  [/^AD_(IMAGE|VIDEO)_/, "ads_poorer"],
  [/^ADDITIONAL_IMAGE_/, "fewer_images"],
  [/^IMAGE_/, "may_be_refused"],
  [/^VIDEO_/, "fewer_images"],
  [/^UPDATE_/, "late_change"],
  [/^CHECKED_/, "may_be_refused"],
];

/**
 * What an issue costs.
 *
 * @param severity as it was found: of an item of ours, some of Pinterest's errors are warnings, because something
 *   stands in for what is missing.
 */
export function issueCost(code: string, severity: Severity): IssueCost {
  if (!isLintCode(code)) return OTHER_COSTS.find(([form]) => form.test(code))?.[1] ?? "unknown";
  const cost = COSTS[code];
  return cost === "left_out" && severity === "warning" ? "filled_in" : cost;
}
