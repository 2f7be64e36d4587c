/** Names a metafield as the platform's admin does, `namespace.key`. */
export type MetafieldPlace = { namespace: string; key: string };

/**
 * The metafields that the app knows by a name of its own, which is their alias in the question for
 * products. A product's own count for all its variants; `ofVariants` are asked of each variant too.
 *
 * Source: Shopify's Google channel, namespace `mm-google-shopping`; Shopify's standard definitions, `reviews`.
 */
const KNOWN = {
  googleGender: google("gender"),
  googleAge: google("age_group"),
  googleCondition: google("condition", "ofVariants"),
  googleMpn: google("mpn", "ofVariants"),
  googleProductCategory: google("google_product_category"),
  googleSizeType: google("size_type", "ofVariants"),
  googleSizeSystem: google("size_system", "ofVariants"),
  googleCustomLabel0: google("custom_label_0", "ofVariants"),
  googleCustomLabel1: google("custom_label_1", "ofVariants"),
  googleCustomLabel2: google("custom_label_2", "ofVariants"),
  googleCustomLabel3: google("custom_label_3", "ofVariants"),
  googleCustomLabel4: google("custom_label_4", "ofVariants"),
  reviewsRating: { namespace: "reviews", key: "rating", isOfVariants: false },
  reviewsRatingCount: { namespace: "reviews", key: "rating_count", isOfVariants: false },
} as const satisfies Record<string, MetafieldPlace & { isOfVariants: boolean }>;

/** A metafield as a question asks for it. */
export type AskedMetafield = MetafieldPlace & {
  /** GraphQL's name for it, under which the answer has it. */
  alias: string;
  /** Whether variants are asked for it too. */
  isOfVariants: boolean;
};

/**
 * What may stand in a mapping: `namespace.key`, or an alias of whoever asked the question.
 *
 * Source: Shopify Admin API 2026-10, MetafieldDefinitionInput: 3 to 255 and 2 to 64 letters, digits,
 * hyphens and underscores.
 */
export const METAFIELD_NAME = /^(?:[\w-]{3,255}\.[\w-]{2,64}|[A-Za-z]\w{0,63})$/;

/**
 * How a question asks for the metafield of this name; `null` for an alias that is none of ours, which
 * only a file of somebody else's question has.
 */
export function askedMetafield(name: string): AskedMetafield | null {
  const known = knownByAlias(name) ?? knownByPlace(name);
  if (known) return known;
  const [namespace, key] = name.split(".");
  if (namespace === undefined || key === undefined) return null;
  return { namespace, key, alias: aliasOf(name), isOfVariants: true };
}

/** Under which name the answer has the metafield of this name. */
export function metafieldAlias(name: string): string {
  return askedMetafield(name)?.alias ?? name;
}

/** `namespace.key` of a name, for the merchant; `null` for an alias that is none of ours. */
export function metafieldPlace(name: string): string | null {
  const asked = askedMetafield(name);
  return asked && `${asked.namespace}.${asked.key}`;
}

/**
 * The text that a metafield gives a column. A list of texts is joined by commas, a measure and an amount
 * are written with their unit. A reference has no text of its own, only an id that says nothing to a
 * shopper, so it fills nothing. A rating stays as it is: its column reads it.
 *
 * Source: Shopify Admin API 2026-10, metafield types.
 */
export function metafieldText(value: string): string {
  if (value.startsWith("gid://")) return "";
  if (!/^[[{]/.test(value)) return value;
  const parsed = readJson(value);
  if (Array.isArray(parsed)) {
    const texts = parsed.filter((part) => typeof part === "string" || typeof part === "number");
    return texts
      .map((part) => metafieldText(String(part)))
      .filter((part) => part !== "")
      .join(", ");
  }
  if (typeof parsed !== "object" || parsed === null) return value;
  if ("amount" in parsed && "currency_code" in parsed) {
    return `${String(parsed.amount)} ${String(parsed.currency_code)}`;
  }
  if ("value" in parsed && "unit" in parsed)
    return `${String(parsed.value)} ${String(parsed.unit)}`;
  return value;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function google(key: string, isOfVariants?: "ofVariants") {
  return { namespace: "mm-google-shopping", key, isOfVariants: isOfVariants !== undefined };
}

function knownByAlias(alias: string): AskedMetafield | null {
  const place = Object.entries(KNOWN).find(([known]) => known === alias)?.[1];
  return place ? { alias, ...place } : null;
}

function knownByPlace(name: string): AskedMetafield | null {
  const found = Object.entries(KNOWN).find(
    ([, { key, namespace }]) => `${namespace}.${key}` === name,
  );
  return found ? { alias: found[0], ...found[1] } : null;
}

/** Different names have different aliases: what is no letter or digit is written as its number. */
function aliasOf(name: string): string {
  const spelt = name.replace(/[^A-Za-z0-9]/g, (sign) => `_${sign.charCodeAt(0).toString(16)}`);
  return `mf_${spelt}`;
}
