import type { FeedColumn } from "./columns";
import { metafieldText } from "./metafields";
import type { Product, Variant } from "./product";

/** Fields of a product that can fill a column. */
export const PRODUCT_FIELDS = [
  "title",
  "handle",
  "descriptionHtml",
  "vendor",
  "productType",
  "category",
] as const satisfies readonly (keyof Product)[];

/** Fields of a variant that can fill a column. */
export const VARIANT_FIELDS = [
  "title",
  "sku",
  "barcode",
] as const satisfies readonly (keyof Variant)[];

/** Where the value of a column comes from. */
export type Source =
  | { from: "product"; field: (typeof PRODUCT_FIELDS)[number] }
  | { from: "variant"; field: (typeof VARIANT_FIELDS)[number] }
  /** The value of the option that has one of these names, which are in lower case. */
  | { from: "option"; names: readonly string[] }
  /** The rest of the first tag that begins with this, e.g. `material:` of `material:linen`. */
  | { from: "tag"; prefix: string }
  /** The variant's metafield, else the product's, by the name that the query gives it. */
  | { from: "metafield"; name: string }
  | { from: "fixed"; value: string };

/** Columns that a rule of the house fills: the ids, title and prices are those of the events. */
export const RULED_COLUMNS = [
  "id",
  "item_group_id",
  "title",
  "link",
  "image_link",
  "additional_image_link",
  "price",
  "sale_price",
  "availability",
  "variant_names",
  "variant_values",
  "shipping_weight",
  "unit_pricing_measure",
  "unit_pricing_base_measure",
] as const satisfies readonly FeedColumn[];

/** Columns whose origin the merchant can choose. */
export type MappedColumn = Exclude<FeedColumn, (typeof RULED_COLUMNS)[number]>;

/** For each column, its sources; the first that is filled counts. */
export type Mapping = Readonly<Record<MappedColumn, readonly Source[]>>;

/**
 * What merchants call their options, by column, in the languages that Shopify's admin speaks. Options
 * have no code, only the word that shoppers read.
 */
const OPTION_NAMES = {
  color: [
    "color",
    "colour",
    "farbe",
    "couleur",
    "kleur",
    "colore",
    "cor",
    "färg",
    "farve",
    "farge",
    "väri",
    "barva",
    "kolor",
    "renk",
    "カラー",
    "色",
    "颜色",
    "顏色",
    "색상",
  ],
  size: [
    "size",
    "größe",
    "grösse",
    "taille",
    "maat",
    "taglia",
    "misura",
    "talla",
    "tamaño",
    "tamanho",
    "storlek",
    "størrelse",
    "koko",
    "velikost",
    "rozmiar",
    "beden",
    "サイズ",
    "尺码",
    "尺寸",
    "사이즈",
  ],
  material: [
    "material",
    "matière",
    "materiaal",
    "materiale",
    "matériau",
    "materiał",
    "materiál",
    "malzeme",
    "素材",
    "材质",
    "소재",
  ],
  pattern: [
    "pattern",
    "muster",
    "motif",
    "patroon",
    "motivo",
    "fantasia",
    "estampado",
    "padrão",
    "mönster",
    "mønster",
    "柄",
  ],
} as const;

/**
 * Where each column comes from until the merchant says otherwise. The metafields are those of Shopify's
 * Google channel and of its standard definitions; one that the query does not ask for is simply empty.
 *
 * **Decision:** `mpn` is never the SKU: a SKU is the merchant's number, not the manufacturer's, and a wrong
 * part number joins an item to a stranger's product.
 */
export const DEFAULT_MAPPING: Mapping = {
  description: [{ from: "product", field: "descriptionHtml" }],
  video_link: [metafield("videoLink")],
  sale_price_effective_date: [metafield("salePriceEffectiveDate")],
  availability_date: [metafield("availabilityDate")],
  condition: [metafield("googleCondition")],
  brand: [{ from: "product", field: "vendor" }],
  google_product_category: [
    metafield("googleProductCategory"),
    { from: "product", field: "category" },
  ],
  product_type: [{ from: "product", field: "productType" }],
  gtin: [{ from: "variant", field: "barcode" }],
  mpn: [metafield("googleMpn")],
  color: [{ from: "option", names: OPTION_NAMES.color }, metafield("color")],
  size: [{ from: "option", names: OPTION_NAMES.size }, metafield("size")],
  material: [{ from: "option", names: OPTION_NAMES.material }, metafield("material")],
  pattern: [{ from: "option", names: OPTION_NAMES.pattern }, metafield("pattern")],
  gender: [metafield("googleGender")],
  age_group: [metafield("googleAge")],
  size_type: [metafield("googleSizeType")],
  size_system: [metafield("googleSizeSystem")],
  custom_label_0: [metafield("googleCustomLabel0")],
  custom_label_1: [metafield("googleCustomLabel1")],
  custom_label_2: [metafield("googleCustomLabel2")],
  custom_label_3: [metafield("googleCustomLabel3")],
  custom_label_4: [metafield("googleCustomLabel4")],
  average_review_rating: [metafield("reviewsRating")],
  number_of_ratings: [metafield("reviewsRatingCount")],
};

/** The columns of {@link DEFAULT_MAPPING}, in its order. */
export const MAPPED_COLUMNS: readonly MappedColumn[] = Object.keys(DEFAULT_MAPPING).filter(
  (column): column is MappedColumn => Object.hasOwn(DEFAULT_MAPPING, column),
);

/** The first source that is filled, as it stands there; `""` where none is. White space fills nothing. */
export function mappedValue(
  sources: readonly Source[],
  product: Product,
  variant: Variant,
): string {
  for (const source of sources) {
    const value = valueOf(source, product, variant);
    if (value && value.trim() !== "") return value;
  }
  return "";
}

function valueOf(source: Source, product: Product, variant: Variant): string | null | undefined {
  switch (source.from) {
    case "product":
      return product[source.field];
    case "variant":
      return variant[source.field];
    case "option":
      return variant.options.find(({ name }) => source.names.includes(name.trim().toLowerCase()))
        ?.value;
    case "tag":
      return product.tags
        .find((tag) => tag.toLowerCase().startsWith(source.prefix.toLowerCase()))
        ?.slice(source.prefix.length);
    case "metafield": {
      const value = variant.metafields[source.name] ?? product.metafields[source.name];
      return value === undefined ? undefined : metafieldText(value);
    }
    case "fixed":
      return source.value;
  }
}

function metafield(name: string): Source {
  return { from: "metafield", name };
}
