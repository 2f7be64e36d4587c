import type { FeedMarket } from "~/catalog/market";
import { translationName } from "~/catalog/product";

/**
 * What feeds of further markets ask of a product beside what every feed asks: whether shoppers of the country
 * get to see it, and its words in their language. None of it is a connection, of which a bulk operation takes
 * five; the words of options are asked for with the product, so that they come once and not with each variant.
 *
 * `translations` gives those of a language, and with a market only those that were written for that market.
 * Source: Shopify Admin API 2026-10, Product.translations, Product.publishedInContext.
 */
export function marketFields(feeds: readonly FeedMarket[]): string {
  const countries = new Set<string>();
  const words = new Map<string, string>();
  for (const { market, storefront } of feeds) {
    if (!storefront) continue;
    const { locale, marketId } = storefront;
    countries.add(market.country);
    words.set(translationName(locale, null), `locale: "${locale}"`);
    words.set(
      translationName(locale, marketId),
      `locale: "${locale}", marketId: "gid://shopify/Market/${marketId}"`,
    );
  }
  if (words.size === 0) return "";
  const shown = [...countries].map(
    (country) => `published${country}: publishedInContext(context: { country: ${country} })`,
  );
  const translations = [...words]
    .map(([name, which]) => `${name}: translations(${which}) { key value }`)
    .join("\n");
  return `
  ${shown.join("\n")}
  ${translations}
  options {
    name
    ${translations}
    optionValues {
      name
      ${translations}
    }
  }
`;
}
