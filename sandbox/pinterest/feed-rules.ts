import type { FeedRow } from "./feed-file.ts";
import { readCatalogLocales } from "./operations.ts";

const LOCALES = readCatalogLocales();

/** Whether there are catalogs in a language. The description takes any text beside its list. */
export function isCatalogLocale(locale: string): boolean {
  return LOCALES.includes(locale);
}

/** One thing that is wrong with a row, in the words of Pinterest's description. */
export type RowIssue = {
  severity: "error" | "warning";
  code: string;
  /** The description's name of the column. */
  attribute: string;
  value: string;
};

/** Source: Pinterest help, "Data source"; API v5.23, `CatalogsFeedValidationErrors.REQUIRED_COLUMNS_MISSING`. */
export const REQUIRED_COLUMNS = [
  "id",
  "title",
  "description",
  "link",
  "image_link",
  "price",
  "availability",
];

const PRICE = /^\d+(?:\.\d+)? ?[A-Z]{3}$/;
const AVAILABILITY = new Set(["in stock", "out of stock", "preorder"]);
const LENGTHS_MAX = { link: 511, image_link: 2000, title: 500, description: 10_000 };

/** What Pinterest's own words say of a row, read anew: the product has another reading of the same words. */
export function rowIssues(row: FeedRow, seen: ReadonlySet<string>): RowIssue[] {
  const value = (column: string) => (row[column] ?? "").trim();
  const issues: RowIssue[] = [];
  const say = (severity: RowIssue["severity"], code: string, attribute: string, column: string) =>
    issues.push({ severity, code, attribute, value: value(column).slice(0, 200) });
  const error = (code: string, attribute: string, column: string) =>
    say("error", code, attribute, column);
  const warn = (code: string, attribute: string, column: string) =>
    say("warning", code, attribute, column);

  if (value("id") === "") error("ITEMID_MISSING", "ITEM_ID", "id");
  else if (seen.has(value("id"))) error("DUPLICATE_PRODUCTS", "ITEM_ID", "id");
  if (value("title") === "") error("TITLE_MISSING", "TITLE", "title");
  if (value("description") === "") error("DESCRIPTION_MISSING", "DESCRIPTION", "description");

  if (value("link") === "") error("PRODUCT_LINK_MISSING", "ITEM_LINK", "link");
  else if (value("link").length > LENGTHS_MAX.link)
    error("LINK_LENGTH_TOO_LONG", "ITEM_LINK", "link");
  else if (!isWebAddress(value("link"))) error("LINK_FORMAT_INVALID", "ITEM_LINK", "link");

  if (value("image_link") === "") error("IMAGE_LINK_MISSING", "IMAGE_LINK", "image_link");
  else if (value("image_link").length > LENGTHS_MAX.image_link) {
    error("IMAGE_LINK_LENGTH_TOO_LONG", "IMAGE_LINK", "image_link");
  } else if (!isWebAddress(value("image_link")))
    error("IMAGE_LINK_INVALID", "IMAGE_LINK", "image_link");

  if (value("price") === "" || amountOf(value("price")) === 0)
    error("PRICE_MISSING", "PRICE", "price");
  else if (!PRICE.test(value("price"))) error("PRODUCT_PRICE_INVALID", "PRICE", "price");
  if (!AVAILABILITY.has(value("availability").toLowerCase())) {
    error("AVAILABILITY_INVALID", "AVAILABILITY", "availability");
  }

  const sale = value("sale_price");
  if (sale !== "" && !PRICE.test(sale)) warn("SALES_PRICE_INVALID", "SALE_PRICE", "sale_price");
  else if (sale !== "" && amountOf(sale) >= amountOf(value("price"))) {
    warn("SALES_PRICE_TOO_HIGH", "SALE_PRICE", "sale_price");
  }
  if ([...value("title")].length > LENGTHS_MAX.title)
    warn("TITLE_LENGTH_TOO_LONG", "TITLE", "title");
  if ([...value("description")].length > LENGTHS_MAX.description) {
    warn("DESCRIPTION_LENGTH_TOO_LONG", "DESCRIPTION", "description");
  }
  if (value("google_product_category") === "") {
    warn("OPTIONAL_PRODUCT_CATEGORY_MISSING", "GOOGLE_PRODUCT_CATEGORY", "google_product_category");
  }
  return issues;
}

function amountOf(price: string): number {
  return Number.parseFloat(price);
}

function isWebAddress(text: string): boolean {
  return ["http:", "https:"].includes(URL.parse(text)?.protocol ?? "");
}
