import type { MappedColumn } from "~/catalog/mapping";
import type { PlainLabelCode, Words } from "~/messages/words";

const NAMES = {
  description: "column_description",
  video_link: "column_video_link",
  sale_price_effective_date: "column_sale_price_effective_date",
  availability_date: "column_availability_date",
  condition: "column_condition",
  brand: "column_brand",
  google_product_category: "column_google_product_category",
  product_type: "column_product_type",
  gtin: "column_gtin",
  mpn: "column_mpn",
  color: "column_color",
  size: "column_size",
  material: "column_material",
  pattern: "column_pattern",
  gender: "column_gender",
  age_group: "column_age_group",
  size_type: "column_size_type",
  size_system: "column_size_system",
  average_review_rating: "column_average_review_rating",
  number_of_ratings: "column_number_of_ratings",
} as const satisfies Record<Exclude<MappedColumn, `custom_label_${number}`>, PlainLabelCode>;

/** What a merchant calls a column. */
export function columnName(words: Words, column: MappedColumn): string {
  return isNumbered(column)
    ? words.label("column_custom_label", { number: Number(column.slice(-1)) })
    : words.label(NAMES[column]);
}

type NumberedColumn = Extract<MappedColumn, `custom_label_${number}`>;

function isNumbered(column: MappedColumn): column is NumberedColumn {
  return column.startsWith("custom_label_");
}
