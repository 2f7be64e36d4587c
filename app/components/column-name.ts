import type { MappedColumn } from "~/catalog/mapping";
import { label } from "~/messages/message";

const NAMES: Record<MappedColumn, string> = {
  description: label("column_description"),
  video_link: label("column_video_link"),
  sale_price_effective_date: label("column_sale_price_effective_date"),
  availability_date: label("column_availability_date"),
  condition: label("column_condition"),
  brand: label("column_brand"),
  google_product_category: label("column_google_product_category"),
  product_type: label("column_product_type"),
  gtin: label("column_gtin"),
  mpn: label("column_mpn"),
  color: label("column_color"),
  size: label("column_size"),
  material: label("column_material"),
  pattern: label("column_pattern"),
  gender: label("column_gender"),
  age_group: label("column_age_group"),
  size_type: label("column_size_type"),
  size_system: label("column_size_system"),
  custom_label_0: label("column_custom_label", { number: 0 }),
  custom_label_1: label("column_custom_label", { number: 1 }),
  custom_label_2: label("column_custom_label", { number: 2 }),
  custom_label_3: label("column_custom_label", { number: 3 }),
  custom_label_4: label("column_custom_label", { number: 4 }),
  average_review_rating: label("column_average_review_rating"),
  number_of_ratings: label("column_number_of_ratings"),
};

/** What a merchant calls a column. */
export function columnName(column: MappedColumn): string {
  return NAMES[column];
}
