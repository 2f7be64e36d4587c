import type { BulkManner } from "./bulk-operations.ts";
import { USUAL_MANNER } from "./bulk-operations.ts";
import type { ShopProduct } from "./catalog-maker.ts";
import { makeCatalog } from "./catalog-maker.ts";
import { type ShopLocale, type ShopMarket, newLocales, newMarkets } from "./markets.ts";
import type { ProtectedFieldSwitches } from "./protected-fields.ts";

/** One shop of the local Shopify. */
export type Shop = {
  domain: string;
  name: string;
  countryCode: string;
  currencyCode: string;
  /** Whether the app is installed; without it no token is valid and no webhook is sent. */
  installed: boolean;
  grantedScopes: readonly string[];
  protectedFields: ProtectedFieldSwitches;
  /** `null`: the app may not read them. */
  consentPolicies: readonly ConsentPolicy[] | null;
  /** `gid://shopify/Customer/…` of those whose data must not be sold. */
  optedOutOfSale: readonly string[];
  /** The app's one web pixel in this shop; `settings` is the JSON text it was given. */
  webPixel: { id: string; settings: string } | null;
  /** The tag of Pinterest's own sales channel, whose pixel then runs beside the app's. */
  channelTagId: string | null;
  /** Whether the thank-you page tells of the completed checkout at each load, which Shopify does not. */
  isCompletedRetold: boolean;
  /** Whether the storefront keeps the webhooks of its orders to itself, as a lost one would be. */
  isWebhookHeld: boolean;
  /** The code with which every change of the web pixel is refused; `null`: none is, without a reason. */
  pixelRefusal: string | null;
  orders: ShopOrder[];
  /** `null` until somebody asks for them; see {@link productsOf}. */
  products: ShopProduct[] | null;
  markets: ShopMarket[];
  locales: ShopLocale[];
  bulkManner: BulkManner;
};

/** The shop's catalog, made when it is first looked at. */
export function productsOf(shop: Shop): ShopProduct[] {
  shop.products ??= makeCatalog(shop.domain);
  return shop.products;
}

/** What the shop asks of its shoppers in one country, or in a region of it. */
export type ConsentPolicy = {
  countryCode: string;
  regionCode: string | null;
  consentRequired: boolean;
  dataSaleOptOutRequired: boolean;
};

/** Where the law asks for consent before marketing cookies; enough of the world for a demo. */
const CONSENT_REQUIRED = ["DE", "FR", "GB", "IT", "ES", "NL", "CH"];

/** What the law of a country asks for, where a shop says nothing else. */
export function defaultPolicies(): ConsentPolicy[] {
  return ["US", "CA", ...CONSENT_REQUIRED].map((countryCode) => ({
    countryCode,
    regionCode: null,
    consentRequired: CONSENT_REQUIRED.includes(countryCode),
    dataSaleOptOutRequired: countryCode === "US",
  }));
}

/** An order that was placed or pasted. `body` is the webhook's text with nothing redacted. */
export type ShopOrder = {
  /** The numeric id as text, or what a pasted body had in its place. */
  id: string;
  name: string;
  placedAt: string;
  body: string;
};

/** A shop as it is before anybody installed the app. */
export function newShop(domain: string): Shop {
  const handle = domain.replace(".myshopify.com", "");
  return {
    domain,
    name: `${handle.charAt(0).toUpperCase()}${handle.slice(1)} Supply Co.`,
    countryCode: "US",
    currencyCode: "USD",
    installed: false,
    grantedScopes: [],
    protectedFields: { email: true, phone: true, name: true, address: true },
    consentPolicies: defaultPolicies(),
    optedOutOfSale: [],
    webPixel: null,
    channelTagId: null,
    isCompletedRetold: false,
    isWebhookHeld: false,
    pixelRefusal: null,
    orders: [],
    products: null,
    markets: newMarkets(),
    locales: newLocales(),
    bulkManner: { ...USUAL_MANNER },
  };
}

/** A number that stays the same for a shop: its id in Shopify. */
export function shopId({ domain }: Shop): number {
  let id = 0;
  for (const character of domain) id = (id * 31 + character.charCodeAt(0)) % 900_000;
  return 68_000_000_000 + id;
}
