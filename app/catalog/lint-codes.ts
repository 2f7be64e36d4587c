import { ADDITIONAL_IMAGES_MAX, LENGTH_MAX, listedLinks, WORDS } from "./columns";
import { isGtin } from "./gtin";
import {
  areImageLinks,
  areUtmParametersFit,
  categoryDepth,
  hostOf,
  isBoolean,
  isCategory,
  isHttpUrl,
  isIsoInstant,
  isIsoInterval,
  isLength,
  isMpn,
  isPrice,
  isShipping,
  isTax,
  isUpdatedTime,
  isUri,
  isUtmSourceFit,
  isWeightUnit,
  toPrice,
  unitOf,
} from "./lint-forms";
import { isUsualCurrency } from "./market";
import { isLongerThan } from "./plain-text";
import {
  NONE,
  byFile,
  byPinterest,
  filled,
  firstLink,
  form,
  found,
  hasThreePrices,
  isBelow,
  isBlankHtml,
  isOneOf,
  longest,
  other,
  sale,
  text,
  tooLong,
  word,
  type LintRule,
} from "./lint-rule";

/** Source: PRODUCT_CATEGORY_DEPTH_WARNING, "only have 1 or 2 levels". */
const DEPTH_MIN = 3;

/** **Decision:** over nine tenths off is "much lower"; a tenth of the price is still a sale. */
const SALE_DIVISOR_MAX = 10;

const CUSTOM_LABELS = [0, 1, 2, 3, 4].map((n) => `custom_label_${n}`);

const AD_VIDEO_LINKS = [0, 1, 2].map((n) => `ad_video_${n}_link`);

/**
 * Every code by which Pinterest refuses an item or warns of one, and our rule for it. The codes of ad
 * images and ad videos, which have a number in their names, are not judged: the columns are restricted.
 *
 * Source: Pinterest API v5.23, CatalogsFeedValidationErrors and CatalogsFeedValidationWarnings; the limits
 * from ItemAttributesRequest. Where these are silent, `rule` is our reading (decision 041).
 */
export const LINT_CODES = {
  // Errors ---------------------------------------------------------------------------------------
  ADULT_INVALID: form("error", "adult", "true, false, yes, no, 1 or 0", isBoolean),
  ADWORDS_FORMAT_INVALID: longest("error", "adwords_redirect", LENGTH_MAX.adwords_redirect),
  AVAILABILITY_INVALID: {
    severity: "error",
    attribute: "availability",
    rule: "in stock, out of stock or preorder, in either case",
    foundBy: "row",
    judge: (row) =>
      found("availability", row, !isOneOf(WORDS.availability, text(row, "availability"))),
  },
  BLOCKLISTED_IMAGE_SIGNATURE: byPinterest("error", "image_link", "Pinterest's people judge it"),
  DELIMITER_ERROR: byFile("error", null, "the file has the format that it is declared to have"),
  DESCRIPTION_MISSING: {
    severity: "error",
    attribute: "description",
    rule: "not empty once its tags are gone",
    foundBy: "row",
    judge: (row) => found("description", row, isBlankHtml(text(row, "description"))),
  },
  DUPLICATE_PRODUCTS: byFile("error", "id", "each id once; the second row counts"),
  ENCODING_ERROR: byFile("error", null, "UTF-8"),
  FEED_LENGTH_TOO_LONG: byFile("error", null, "at most 20 million rows"),
  FEED_TOO_SMALL: byFile("error", null, "at least one row"),
  FETCH_ERROR: byPinterest("error", null, "Pinterest can download the file"),
  FETCH_INACTIVE_FEED_ERROR: byPinterest("error", null, "the file changes within 90 days"),
  IMAGE_LINK_INVALID: form("error", "image_link", "an absolute web address", isHttpUrl),
  IMAGE_LINK_LENGTH_TOO_LONG: longest("error", "image_link", LENGTH_MAX.image_link),
  IMAGE_LINK_MISSING: filled("error", "image_link"),
  INTERNAL_SERVICE_ERROR: byPinterest("error", null, "nothing fails at Pinterest"),
  INVALID_DOMAIN: {
    severity: "error",
    attribute: "link",
    rule: "on a claimed domain or below one",
    foundBy: "row",
    judge: (row, { claimedDomains }) => {
      const host = claimedDomains === undefined ? "" : hostOf(text(row, "link"));
      return found("link", row, host !== "" && !isBelow(host, claimedDomains ?? []));
    },
  },
  ITEM_MAIN_IMAGE_DOWNLOAD_FAILURE: byPinterest("error", "image_link", "the image can be fetched"),
  ITEMID_MISSING: filled("error", "id"),
  LINK_FORMAT_INVALID: form("error", "link", "an absolute web address", isHttpUrl),
  LINK_LENGTH_TOO_LONG: longest("error", "link", LENGTH_MAX.link),
  LIST_PRICE_INVALID: form("error", "list_price", "an amount and a currency", isPrice),
  MALFORMED_XML: byFile("error", null, "well-formed XML"),
  MAX_ITEMS_PER_ITEM_GROUP_EXCEEDED: byPinterest(
    "error",
    "item_group_id",
    "the limit is not published",
  ),
  NO_VERIFIED_DOMAIN: byPinterest("error", null, "the account has claimed a website"),
  PARSE_LINE_ERROR: byFile("error", null, "as many fields as the header"),
  PINJOIN_CONTENT_UNSAFE: byPinterest("error", null, "Pinterest's people judge it"),
  PRICE_CANNOT_BE_DETERMINED: {
    severity: "error",
    attribute: "price",
    rule: "price, list price and sale price are not three different prices",
    foundBy: "row",
    reads: ["price", "list_price", "sale_price"],
    needs: "list_price",
    judge: (row) => found("price", row, hasThreePrices(row)),
  },
  PRICE_MISSING: {
    severity: "error",
    attribute: "price",
    rule: "not empty and not nought",
    foundBy: "row",
    judge: (row) => {
      const price = text(row, "price");
      return found("price", row, price === "" || toPrice(price)?.amount === 0);
    },
  },
  PRODUCT_LINK_MISSING: filled("error", "link"),
  PRODUCT_PRICE_INVALID: form("error", "price", "an amount with a dot and a currency", isPrice),
  REQUIRED_COLUMNS_MISSING: byFile("error", null, "the seven required headers, in lower case"),
  TITLE_MISSING: filled("error", "title"),

  // Warnings -------------------------------------------------------------------------------------
  AD_LINK_FORMAT_WARNING: form("warning", "ad_link", "an absolute web address", isHttpUrl),
  AD_LINK_SAME_AS_LINK: other("warning", "ad_link", "link"),
  ADDITIONAL_IMAGE_LINK_LENGTH_TOO_LONG: {
    severity: "warning",
    attribute: "additional_image_link",
    rule: `each at most ${LENGTH_MAX.additional_image_link} characters`,
    foundBy: "row",
    needs: "additional_image_link",
    judge: (row) => firstLink(row, (link) => isLongerThan(link, LENGTH_MAX.additional_image_link)),
  },
  ADDITIONAL_IMAGE_LINK_WARNING: {
    severity: "warning",
    attribute: "additional_image_link",
    rule: "each an absolute web address, a comma within it as %2C",
    foundBy: "row",
    needs: "additional_image_link",
    judge: (row) =>
      areImageLinks(text(row, "additional_image_link"))
        ? NONE
        : firstLink(row, (link) => !isHttpUrl(link)),
  },
  ADWORDS_FORMAT_WARNING: form("warning", "adwords_redirect", "an absolute web address", isHttpUrl),
  ADWORDS_SAME_AS_LINK: other("warning", "adwords_redirect", "link"),
  AGE_GROUP_INVALID: word("age_group"),
  ANDROID_DEEP_LINK_INVALID: form("warning", "android_deep_link", "an absolute URI", isUri),
  AVAILABILITY_DATE_INVALID: form("warning", "availability_date", "ISO 8601", isIsoInstant),
  COUNTRY_DOES_NOT_MAP_TO_CURRENCY: {
    severity: "warning",
    attribute: "price",
    rule: "the currency is usual in the feed's country",
    foundBy: "row",
    judge: (row, { country }) => {
      const price = country === undefined ? null : toPrice(text(row, "price"));
      return found("price", row, price !== null && !isUsualCurrency(price.currency, country ?? ""));
    },
  },
  CUSTOM_LABEL_LENGTH_TOO_LONG: {
    severity: "warning",
    attribute: "custom_label_0",
    rule: `each at most ${LENGTH_MAX.custom_label} characters`,
    foundBy: "row",
    reads: CUSTOM_LABELS,
    judge: (row) =>
      CUSTOM_LABELS.flatMap((column) => tooLong(column, row, LENGTH_MAX.custom_label)),
  },
  DESCRIPTION_LENGTH_TOO_LONG: longest("warning", "description", LENGTH_MAX.description),
  DUPLICATE_HEADERS: byFile("warning", null, "each header once"),
  EXPIRATION_DATE_INVALID: form("warning", "expiration_date", "ISO 8601", isIsoInstant),
  FETCH_SAME_SIGNATURE: byPinterest("warning", null, "the file differs from the last one"),
  GENDER_INVALID: word("gender"),
  GTIN_INVALID: form("warning", "gtin", "8, 12, 13 or 14 digits with a fitting last one", isGtin),
  IMAGE_LINK_WARNING: byPinterest(
    "warning",
    "image_link",
    "IMAGE_LINK_INVALID has what can be seen",
  ),
  INCONSISTENT_CURRENCY_VALUES: byFile("warning", "price", "one currency in all price columns"),
  INDEXED_PRODUCT_COUNT_LARGE_DELTA: byPinterest("warning", null, "about as many items as before"),
  IOS_DEEP_LINK_INVALID: form("warning", "ios_deep_link", "an absolute URI", isUri),
  IS_BUNDLE_INVALID: form("warning", "is_bundle", "true, false, yes, no, 1 or 0", isBoolean),
  ITEM_ADDITIONAL_IMAGE_DOWNLOAD_FAILURE: byPinterest(
    "warning",
    "additional_image_link",
    "the images can be fetched",
  ),
  LINK_FORMAT_WARNING: form(
    "warning",
    "link",
    "UTM parameters have known names, once each, and values",
    areUtmParametersFit,
  ),
  MIN_AD_PRICE_INVALID: form("warning", "min_ad_price", "an amount and a currency", isPrice),
  MPN_INVALID: form("warning", "mpn", "letters and digits", isMpn),
  MULTIPACK_INVALID: form("warning", "multipack", "an integer of at least 2", (value) =>
    /^([2-9]|[1-9]\d{1,8})$/.test(value),
  ),
  OPTIONAL_CONDITION_INVALID: word("condition"),
  OPTIONAL_CONDITION_MISSING: filled("warning", "condition"),
  OPTIONAL_PRODUCT_CATEGORY_INVALID: form(
    "warning",
    "google_product_category",
    "a number, or levels joined by ' > '",
    isCategory,
  ),
  OPTIONAL_PRODUCT_CATEGORY_MISSING: filled("warning", "google_product_category"),
  PRODUCT_CATEGORY_DEPTH_WARNING: form(
    "warning",
    "google_product_category",
    "at least three levels",
    (value) => !isCategory(value) || (categoryDepth(value) ?? DEPTH_MIN) >= DEPTH_MIN,
  ),
  PRODUCT_TYPE_LENGTH_TOO_LONG: longest("warning", "product_type", LENGTH_MAX.product_type),
  SALE_DATE_INVALID: form(
    "warning",
    "sale_price_effective_date",
    "two ISO 8601 instants around a /, the first before the second",
    isIsoInterval,
  ),
  SALES_PRICE_INVALID: form("warning", "sale_price", "an amount and a currency", isPrice),
  SALES_PRICE_TOO_HIGH: sale("below the price", (price, salePrice) => salePrice >= price),
  SALES_PRICE_TOO_LOW: sale(
    "at least a tenth of the price; Pinterest's limit is not published",
    (price, salePrice) => salePrice * SALE_DIVISOR_MAX < price,
  ),
  SHIPPING_HEIGHT_INVALID: form(
    "warning",
    "shipping_height",
    "a number, a space, in or cm",
    isLength,
  ),
  SHIPPING_INVALID: form("warning", "shipping", "country:region:service:price", isShipping),
  SHIPPING_WEIGHT_INVALID: form(
    "warning",
    "shipping_weight",
    "a number, a space and a unit",
    (value) => unitOf(value) !== null,
  ),
  SHIPPING_WIDTH_INVALID: form(
    "warning",
    "shipping_width",
    "a number, a space, in or cm",
    isLength,
  ),
  SIZE_SYSTEM_INVALID: word("size_system"),
  SIZE_TYPE_INVALID: word("size_type"),
  TAX_INVALID: form("warning", "tax", "country:region:rate:tax_ship", isTax),
  TITLE_LENGTH_TOO_LONG: longest("warning", "title", LENGTH_MAX.title),
  TOO_MANY_ADDITIONAL_IMAGE_LINKS: {
    severity: "warning",
    attribute: "additional_image_link",
    rule: `at most ${ADDITIONAL_IMAGES_MAX}`,
    foundBy: "row",
    needs: "additional_image_link",
    judge: (row) => {
      const links = listedLinks(text(row, "additional_image_link"));
      return found("additional_image_link", row, links.length > ADDITIONAL_IMAGES_MAX);
    },
  },
  UPDATED_TIME_INVALID: form("warning", "updated_time", "ISO 8601, or an epoch", isUpdatedTime),
  UTM_SOURCE_AUTO_CORRECTED: form(
    "warning",
    "link",
    "utm_source once, of letters, digits and . _ ~ % + -",
    isUtmSourceFit,
  ),
  VIDEO_REQUIRED_WHEN_AD_VIDEO_PROVIDED: {
    severity: "warning",
    attribute: "video_link",
    rule: "there is a video where there is an ad video",
    foundBy: "row",
    reads: ["video_link", ...AD_VIDEO_LINKS],
    judge: (row) => {
      const adVideo = AD_VIDEO_LINKS.find((column) => text(row, column) !== "");
      return adVideo === undefined ? NONE : found(adVideo, row, text(row, "video_link") === "");
    },
  },
  WEIGHT_UNIT_INVALID: {
    severity: "warning",
    attribute: "weight_unit",
    rule: "lb, oz, g or kg, in this column or in shipping_weight",
    foundBy: "row",
    reads: ["weight_unit", "shipping_weight"],
    judge: (row) => {
      const unit = text(row, "weight_unit");
      const weightUnit = unitOf(text(row, "shipping_weight"));
      return [
        ...found("weight_unit", row, unit !== "" && !isWeightUnit(unit)),
        ...found("shipping_weight", row, weightUnit !== null && !isWeightUnit(weightUnit)),
      ];
    },
  },
} as const satisfies Record<string, LintRule>;

export type LintCode = keyof typeof LINT_CODES;

/** Whether a text is one of Pinterest's codes that we know. */
export function isLintCode(text: string): text is LintCode {
  return Object.hasOwn(LINT_CODES, text);
}

/** The rule of a code. */
export function lintRule(code: LintCode): LintRule {
  return LINT_CODES[code];
}
