import type { ShopProduct } from "./catalog-maker.ts";

/** The words of a shop's catalog in its other languages; what is not here is not translated. */
const WORDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  fr: {
    Apron: "Tablier",
    "Serving Board": "Planche de service",
    Mug: "Tasse",
    Candle: "Bougie",
    Throw: "Plaid",
    Shirt: "Chemise",
    Linen: "en lin",
    Walnut: "en noyer",
    Stoneware: "en grès",
    Beeswax: "à la cire d’abeille",
    Wool: "en laine",
    Cotton: "en coton",
    Color: "Couleur",
    Size: "Taille",
    Moss: "Mousse",
    Sand: "Sable",
    Ink: "Encre",
    Rust: "Rouille",
    Flax: "Lin",
  },
  de: {
    Apron: "Schürze",
    "Serving Board": "Servierbrett",
    Mug: "Becher",
    Candle: "Kerze",
    Throw: "Decke",
    Shirt: "Hemd",
    Linen: "aus Leinen",
    Walnut: "aus Walnuss",
    Stoneware: "aus Steinzeug",
    Beeswax: "aus Bienenwachs",
    Wool: "aus Wolle",
    Cotton: "aus Baumwolle",
    Color: "Farbe",
    Size: "Größe",
    Moss: "Moos",
    Sand: "Sand",
    Ink: "Tinte",
    Rust: "Rost",
    Flax: "Flachs",
  },
};

const MADE_IN = { fr: "fabriqué en petites séries", de: "in kleinen Serien gefertigt" } as const;

/** The market whose English says it in its own words. */
const CANADA = "gid://shopify/Market/7002";

export type TranslationQuestion = { locale: string; marketId?: string | null };

/** A translated text. */
type Translation = { key: string; value: string; locale: string; outdated: boolean };

/**
 * What is translated of a product. With a market, only what was written for that market is given.
 *
 * Source: Shopify Admin API 2026-10, Product.translations; TranslatableResourceType.PRODUCT.
 */
export function productTranslations(
  product: ShopProduct,
  { locale, marketId }: TranslationQuestion,
): Translation[] {
  const to = (key: string, value: string) => ({ key, value, locale, outdated: false });
  if (marketId) {
    const isColour = marketId === CANADA && locale === "en" && product.title.includes("Throw");
    return isColour ? [to("title", product.title.replace("Throw", "Blanket"))] : [];
  }
  const title = translatedTitle(product, locale);
  if (title === null || (locale !== "fr" && locale !== "de")) return [];
  return [
    to("title", title),
    to("body_html", `<p>${title}, ${MADE_IN[locale]}.</p>`),
    to("product_type", WORDS[locale]?.[product.type] ?? product.type),
    ...(locale === "fr" ? [to("handle", slug(title))] : []),
  ];
}

/** What is translated of an option's name or of one of its values. */
export function wordTranslations(
  word: string,
  { locale, marketId }: TranslationQuestion,
): Translation[] {
  const value = marketId ? undefined : WORDS[locale]?.[word];
  return value === undefined ? [] : [{ key: "name", value, locale, outdated: false }];
}

/** Titles of usual products are made of words; the odd ones were never translated. */
function translatedTitle({ title, type }: ShopProduct, locale: string): string | null {
  const [, material = "", number = ""] = /^(\w+) .* No\. (\d+)$/.exec(title) ?? [];
  const words = WORDS[locale];
  const [kind, made] = [words?.[type], words?.[material]];
  return kind && made ? `${kind} ${made} nº ${number}` : null;
}

function slug(text: string): string {
  return text
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}
