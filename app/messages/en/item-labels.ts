import type { Origin, RuleGroupName } from "~/catalog/items-draft";
import type { PreviewRow } from "~/catalog/preview";
import type { Condition, SaleStatus, WordOperator } from "~/catalog/rules";

const columns = {
  column_description: "Description",
  column_video_link: "Video",
  column_sale_price_effective_date: "Dates of the sale",
  column_availability_date: "Available from",
  column_condition: "Condition",
  column_brand: "Brand",
  column_google_product_category: "Google product category",
  column_product_type: "Product type",
  column_gtin: "Barcode (GTIN)",
  column_mpn: "Manufacturer's part number",
  column_color: "Color",
  column_size: "Size",
  column_material: "Material",
  column_pattern: "Pattern",
  column_gender: "Gender",
  column_age_group: "Age group",
  column_size_type: "Size type",
  column_size_system: "Size system",
  column_custom_label: "Custom label {number}",
  column_average_review_rating: "Average rating",
  column_number_of_ratings: "Number of ratings",
} as const;

const origins = {
  origin_product_title: "Product title",
  origin_product_handle: "Product handle",
  origin_product_descriptionhtml: "Product description",
  origin_product_vendor: "Vendor",
  origin_product_producttype: "Product type",
  origin_product_category: "Category",
  origin_variant_title: "Variant title",
  origin_variant_sku: "SKU",
  origin_variant_barcode: "Barcode",
  origin_option: "Option",
  origin_tag: "Tag that begins with",
  origin_metafield: "Metafield",
  origin_fixed: "Fixed value",
} as const satisfies Record<`origin_${Lowercase<Origin>}`, string>;

const conditions = {
  rule_field_collection: "Collection",
  rule_field_tag: "Tag",
  rule_field_vendor: "Vendor",
  rule_field_type: "Product type",
  rule_field_price: "Price",
  rule_field_stock: "Stock",
  rule_field_status: "Status",
} as const satisfies Record<`rule_field_${Condition["field"]}`, string>;

const operators = {
  rule_is: "is",
  rule_is_not: "is not",
  rule_contains: "contains",
  rule_contains_not: "does not contain",
} as const satisfies Record<`rule_${WordOperator}`, string>;

const statuses = {
  sale_status_for_sale: "Can be ordered",
  sale_status_sold_out: "Sold out",
} as const satisfies Record<`sale_status_${SaleStatus}`, string>;

const groups = {
  items_include: "Include",
  items_exclude: "Exclude",
  items_preorder: "Pre-orders",
} as const satisfies Record<`items_${RuleGroupName}`, string>;

const absences = {
  absence_none: "In the feed",
  absence_not_active: "Not active",
  absence_not_published: "Not in the online store",
  absence_not_in_market: "Not for sale in this country",
  absence_gift_card: "Gift card",
  absence_excluded: "Left out by a rule",
  absence_refused: "Has an error",
} as const satisfies Record<`absence_${NonNullable<PreviewRow["absence"]> | "none"}`, string>;

/** Words of the page of items and columns. */
export const itemLabels = {
  ...columns,
  ...origins,
  ...conditions,
  ...operators,
  ...statuses,
  ...groups,
  ...absences,
  items_and_columns: "Items and columns",
  columns: "Columns",
  column_of_feed: "{column} in the feed",
  column_changed: "Changed",
  column_empty: "Stays empty",
  edit_column: "Edit {column}",
  close_column: "Close {column}",
  edit: "Edit",
  close: "Close",
  source: "Source",
  source_of: "Source {place} of {column}",
  source_text_of: "Text of source {place} of {column}",
  add_source: "Add a source",
  use_default: "Use the default",
  up: "Up",
  down: "Down",
  remove: "Remove",
  move_up: "Move source {place} up",
  move_down: "Move source {place} down",
  remove_source: "Remove source {place}",
  rules: "Rules",
  rule_match: "Has to be met",
  rule_match_any: "One of these",
  rule_match_all: "All of these",
  rule_field: "What",
  rule_operator: "How",
  rule_words: "Words",
  rule_from: "From",
  rule_to: "Up to",
  rule_status: "Which",
  add_include_rule: "Add an including rule",
  add_exclude_rule: "Add an excluding rule",
  add_preorder_rule: "Add a pre-order rule",
  remove_rule: "Remove this rule",
  preview: "Preview",
  preview_in_feed: "In the feed",
  preview_not_included: "Not included",
  preview_excluded: "Left out by a rule",
  preview_excluded_by: "By excluding rule {place}",
  preview_refused: "With an error",
  preview_not_sold: "Not for sale online",
  preview_about: "about {count}",
  preview_search: "Find an item by title, SKU or id",
  preview_item: "Item",
  preview_outcome: "Outcome",
} as const;
