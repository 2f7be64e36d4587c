import { describe, expect, test } from "vitest";

import { PRODUCT, VARIANT } from "#test/support/catalog";
import { toItemOptions, toItems } from "~/catalog/item";
import { marketLocale, pinterestLocale, type Storefront } from "~/catalog/market";
import { marketOffers, type MarketCountry, type ShopMarket } from "~/catalog/market-offer";
import { productIn } from "~/catalog/market-product";
import { translationName, type Product, type Translation } from "~/catalog/product";
import { DEFAULT_SETTINGS } from "~/shops/settings";

const HOME = { country: "US", locale: "en-US", currency: "USD" };
const GERMANY: MarketCountry = { code: "DE", name: "Germany", currency: "EUR" };
const FRANCE: MarketCountry = { code: "FR", name: "France", currency: "EUR" };

describe("the locale of a language in a country", () => {
  test.each([
    { locale: "fr", country: "CA", is: "fr-CA", spelled: "fr-CA", because: "Pinterest lists it" },
    { locale: "fr", country: "FR", is: "fr-FR", spelled: "fr", because: "France has no place" },
    { locale: "en", country: "GB", is: "en-GB", spelled: "en-GB", because: "Pinterest lists it" },
    { locale: "en", country: "DE", is: "en-DE", spelled: "en-US", because: "the widest form" },
    { locale: "es", country: "MX", is: "es-MX", spelled: "es-MX", because: "Pinterest lists it" },
    { locale: "pt-BR", country: "US", is: "pt-BR", spelled: "pt-BR", because: "it names a place" },
    { locale: "zh-TW", country: "US", is: "zh-TW", spelled: "zh-TW", because: "it names a place" },
    { locale: "nb", country: "NO", is: "nb-NO", spelled: "nb-NO", because: "Pinterest lists it" },
    { locale: "kk", country: "KZ", is: "kk-KZ", spelled: null, because: "Pinterest has no Kazakh" },
  ])("$locale in $country is $is, to Pinterest $spelled: $because", (row) => {
    expect(marketLocale(row.locale, row.country)).toBe(row.is);
    expect(pinterestLocale(row.is)).toBe(row.spelled);
  });
});

describe("what a market offers", () => {
  test("is one feed for each country and language, with the currency of the country", () => {
    const offers = marketOffers([market({ countries: [GERMANY, FRANCE] })], HOME);
    expect(
      offers.map(({ key, market: { currency }, problem }) => [key, currency, problem]),
    ).toEqual([
      ["FR:de-FR", "EUR", null],
      ["FR:fr-FR", "EUR", null],
      ["DE:de-DE", "EUR", null],
      ["DE:fr-DE", "EUR", null],
    ]);
  });

  test.each([
    { country: { ...FRANCE, code: "US" }, locale: "en", problem: "home", because: "it has a feed" },
    { country: { ...FRANCE, code: "KP" }, locale: "ko", problem: "country_unknown", because: "" },
    { country: { ...FRANCE, code: "XK" }, locale: "sr", problem: "country_unknown", because: "" },
    { country: FRANCE, locale: "kk", problem: "language_unknown", because: "no Kazakh" },
    {
      country: { code: "VE", name: "Venezuela", currency: "VES" },
      locale: "es",
      problem: "currency_unknown",
      because: "Pinterest has the old bolívar",
    },
    { country: FRANCE, locale: "fr", problem: null, because: "nothing speaks against it" },
  ])("$locale in $country.code: $problem", ({ country, locale, problem }) => {
    const [offer] = marketOffers([market({ countries: [country], locales: [locale] })], HOME);
    expect(offer?.problem).toBe(problem);
  });

  test("is only one feed where Pinterest has one language for two", () => {
    const offers = marketOffers([market({ locales: ["de", "de-AT"] })], HOME);
    expect(offers.map(({ problem }) => problem)).toEqual([null, "same_at_pinterest"]);
  });

  test("comes from the market with the fewest countries where a country is in several", () => {
    const world = market({ marketId: "1", name: "World", countries: [FRANCE, GERMANY] });
    const own = market({ marketId: "2", name: "Germany" });
    const offers = marketOffers([world, own], HOME);
    const found = offers.find(({ key }) => key === "DE:de-DE");
    expect(found?.storefront.marketId).toBe("2");
  });

  test("warns of a currency that is unusual for the country", () => {
    const [offer] = marketOffers([market({ countries: [{ ...FRANCE, currency: "USD" }] })], HOME);
    expect(offer).toMatchObject({ problem: null, caution: "unusual_currency" });
  });

  test.each([
    { hasOwnAddress: true, countries: [GERMANY], asks: false, because: "the address says it" },
    { hasOwnAddress: true, countries: [GERMANY, FRANCE], asks: true, because: "it serves both" },
    { hasOwnAddress: false, countries: [GERMANY], asks: true, because: "it is the main domain's" },
  ])("links say the country ($asks): $because", ({ asks, because: _, ...of }) => {
    expect(marketOffers([market(of)], HOME)[0]?.storefront.asksCountry).toBe(asks);
  });
});

describe("a product in a market", () => {
  const words: Translation = {
    title: "Écharpe",
    descriptionHtml: "<p>Une écharpe chaude.</p>",
    handle: "écharpe",
    options: { Color: { name: "Couleur", values: { Green: "Vert" } } },
  };
  const green = { ...VARIANT, title: "Green", options: [{ name: "Color", value: "Green" }] };
  const product: Product = {
    ...PRODUCT,
    translations: { [translationName("fr", null)]: words },
    variants: [
      {
        ...green,
        pricesByCountry: {
          CA: { price: { amount: "33", currency: "CAD" }, compareAtPrice: null },
        },
      },
      { ...green, variantId: "12" },
    ],
  };
  const canada = { country: "CA", locale: "fr-CA", currency: "CAD" };
  const storefront: Storefront = {
    ...{ marketId: "7", locale: "fr", rootUrl: "https://demo.example/fr-ca", asksCountry: false },
  };
  const rowsIn = (changes: Partial<Storefront> = {}, settings = DEFAULT_SETTINGS) => {
    const of = { market: canada, storefront: { ...storefront, ...changes } };
    const options = { ...toItemOptions(settings), market: canada };
    return toItems(productIn(of)(product), options).map(({ row }) => row);
  };

  test("is in its language, at its address and at its price", () => {
    expect(rowsIn()[0]).toMatchObject({
      title: "Écharpe - Vert",
      description: "Une écharpe chaude.",
      link: "https://demo.example/fr-ca/products/%C3%A9charpe?variant=11",
      price: "33.00 CAD",
      color: "Vert",
      variant_names: "Couleur",
      variant_values: "Vert",
    });
  });

  test("says the country where the address does not", () => {
    expect(rowsIn({ asksCountry: true })[0]?.link).toBe(
      "https://demo.example/fr-ca/products/%C3%A9charpe?country=CA&variant=11",
    );
  });

  test("stands in the shop's words where nothing is translated, and keeps the page's own handle", () => {
    expect(rowsIn({ locale: "es" })[0]).toMatchObject({
      title: "Scarf - Green",
      link: "https://demo.example/fr-ca/products/scarf?variant=11",
    });
  });

  test("takes what was written for the market before what was written for its language", () => {
    const own: Translation = {
      title: "Foulard",
      options: { Color: { values: { Green: "Verte" } } },
    };
    const both = { ...product.translations, [translationName("fr", "7")]: own };
    const [first] = productIn({ market: canada, storefront })({
      ...product,
      translations: both,
    }).variants;
    expect(first?.options).toEqual([{ name: "Color", value: "Verte", shownName: "Couleur" }]);
    expect(first?.title).toBe("Verte");
  });

  test("keeps a variant's title that is not made of its options", () => {
    const named = { ...product, variants: [{ ...green, title: "The green one" }] };
    expect(productIn({ market: canada, storefront })(named).variants[0]?.title).toBe(
      "The green one",
    );
  });

  test("has the ids of the events in every market and format", () => {
    for (const itemIdFormat of ["variant_id", "shopify_country_product_variant"] as const) {
      const settings = { ...DEFAULT_SETTINGS, itemIdFormat };
      const home = toItems(product, toItemOptions(settings));
      expect(rowsIn({}, settings).map(({ id }) => id)).toEqual(home.map(({ itemId }) => itemId));
    }
  });

  test("is the product as it stands in the shop's own market", () => {
    expect(productIn({ market: HOME, storefront: null })(product)).toBe(product);
  });
});

type Changes = Partial<Omit<ShopMarket, "languages">> & { locales?: readonly string[] };

function market({ locales = ["de", "fr"], ...changes }: Changes): ShopMarket {
  return {
    ...{ marketId: "1", name: "A market", countries: [GERMANY], hasOwnAddress: true },
    languages: locales.map((locale) => ({
      ...{ locale, name: locale, rootUrl: `https://demo.example/${locale}` },
    })),
    ...changes,
  };
}
