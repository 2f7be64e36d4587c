import type { FeedMarket, Storefront } from "./market";
import {
  translationName,
  type OptionTranslation,
  type Product,
  type Translation,
  type Variant,
  type VariantOption,
} from "./product";

/**
 * A product as shoppers of a market see it: in their language as far as it is translated, at the address
 * where their pages are. Prices, pictures and ids are the product's own. In the shop's own market it is
 * the product as it stands.
 *
 * **Decision:** what was written for the market goes before what was written for its language, and what is
 * not translated stands in the shop's language, as in the store. The product type is never translated: the
 * merchant's rules, and product groups at Pinterest, know it by one name.
 */
export function productIn({ market, storefront }: FeedMarket): (product: Product) => Product {
  if (!storefront) return (product) => product;
  const { locale, marketId } = storefront;
  const names = [translationName(locale, marketId), translationName(locale, null)];
  return (product) => {
    const [own, general] = names.map((name) => product.translations[name]);
    const words = merged(own, general);
    const handle = words.handle ?? product.handle;
    return {
      ...product,
      title: words.title ?? product.title,
      descriptionHtml: words.descriptionHtml ?? product.descriptionHtml,
      url: handle === null ? null : marketUrl(handle, market.country, storefront),
      variants: product.variants.map((variant) => variantIn(variant, words.options)),
    };
  };
}

const NO_WORDS: Translation = { options: {} };

function merged(own: Translation = NO_WORDS, general: Translation = NO_WORDS): Translation {
  const options = Object.keys({ ...general.options, ...own.options }).map((name) => {
    const [ofMarket, ofLanguage] = [own.options[name], general.options[name]];
    const values = { ...ofLanguage?.values, ...ofMarket?.values };
    return [name, { ...ofLanguage, ...ofMarket, values }] as const;
  });
  return { ...general, ...own, options: Object.fromEntries(options) };
}

/**
 * The page of a product in a market, as its web presence opens it. The country is said where one address
 * serves several.
 *
 * Source: Shopify, "Create URLs for international markets": `country` chooses among the countries of a host.
 */
function marketUrl(handle: string, country: string, { asksCountry, rootUrl }: Storefront): string {
  const page = `${rootUrl}/products/${encodeURIComponent(handle)}`;
  return asksCountry ? `${page}?country=${country}` : page;
}

type OptionWords = Readonly<Record<string, OptionTranslation>>;

function variantIn(variant: Variant, words: OptionWords): Variant {
  const options = variant.options.map((option) => optionIn(option, words[option.name]));
  if (options.every((option, index) => option === variant.options[index])) return variant;
  // A variant's title is made of its values, unless somebody wrote another one.
  const isMade = variant.title === titleOf(variant.options);
  return { ...variant, options, title: isMade ? titleOf(options) : variant.title };
}

/** The name that a mapping knows the option by stays; the words that shoppers read change. */
function optionIn(option: VariantOption, words: OptionTranslation | undefined): VariantOption {
  // What a product without options has is no word of the merchant's.
  if (!words || option.value === "Default Title") return option;
  const value = words.values[option.value] ?? option.value;
  return { ...option, value, ...(words.name === undefined ? {} : { shownName: words.name }) };
}

/** Source: Shopify Admin API 2026-10, ProductVariant.title. */
function titleOf(options: readonly VariantOption[]): string {
  return options.map(({ value }) => value).join(" / ");
}
