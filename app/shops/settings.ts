import { isValid as isCountry } from "i18n-iso-countries/index.js";
import { z } from "zod";

import { isCurrency } from "~/money";
import { parse, type Parsed } from "~/parse";

/** The shop software. */
export const PLATFORMS = ["shopify", "woocommerce"] as const;
export type Platform = (typeof PLATFORMS)[number];

/** Where an order was made. Each channel is reported or not. */
export const CHANNELS = ["web", "pos", "draft", "subscription", "other"] as const;
export type Channel = (typeof CHANNELS)[number];

/** The shop's choice of item id. Changing it renames every item at Pinterest. */
export const ITEM_ID_FORMATS = [
  "variant_id",
  "product_id",
  "sku",
  "shopify_country_product_variant",
] as const;
export type ItemIdFormat = (typeof ITEM_ID_FORMATS)[number];

/**
 * What is done with an act whose consent is open: `send` it, send it with limited data processing
 * (`ldp`), or `skip` it.
 */
export const CONSENT_POLICIES = ["send", "ldp", "skip"] as const;
export type ConsentPolicy = (typeof CONSENT_POLICIES)[number];

const country = z
  .string()
  .toUpperCase()
  .refine((text) => /^[A-Z]{2}$/.test(text) && isCountry(text));

const switchedOn = z.boolean();

/**
 * A shop's settings, whole. Unknown keys are refused by name: a misspelt setting must not pass for one
 * that is off.
 */
export const shopSettingsSchema = z.strictObject({
  platform: z.enum(PLATFORMS),
  /** The platform's name for the shop, e.g. `demo.myshopify.com`. It goes into ids, so it never changes. */
  shopDomain: z.string().regex(/^[^\s/?#]+$/),
  /** ISO 3166-1 alpha-2. Stands in where an order names no country. */
  shopCountry: country,
  itemIdFormat: z.enum(ITEM_ID_FORMATS),
  /** `subtotal`: after discounts, before shipping and tax. `total`: what the shopper paid. */
  valueBasis: z.enum(["subtotal", "total"]),
  /** Whether an order counts when it is placed or when it is paid in full. */
  orderTrigger: z.enum(["create", "paid"]),
  channels: z.strictObject({
    web: switchedOn,
    pos: switchedOn,
    draft: switchedOn,
    subscription: switchedOn,
    other: switchedOn,
  } satisfies Record<Channel, z.ZodType>),
  consent: z.strictObject({
    /** Nothing is known of the shopper's choice, and the region's law asks for it first. */
    unknownWhereRequired: z.enum(CONSENT_POLICIES),
    /** Nothing is known of the shopper's choice, and the region's law does not ask for it first. */
    unknownElsewhere: z.enum(CONSENT_POLICIES),
    /**
     * The shopper opted out of the sale of their data. **Decision:** there is no `send`: a policy
     * fills the place of an answer that is not known, and never overrides one that was given.
     */
    saleOfDataDenied: z.enum(["ldp", "skip"]),
  }),
  /** The shop keeps another Pinterest pixel, whose event ids ours must then use. */
  coexistence: switchedOn,
  /** Where shoppers see the shop; the page of an event of which no page is known. */
  storeUrl: z.url({ protocol: /^https?$/ }),
  feed: z.strictObject({
    country,
    /** BCP 47, e.g. `en-US`. */
    locale: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/),
    /** ISO 4217, in capitals. */
    currency: z.string().refine(isCurrency),
    /** Of every item that does not say it itself. */
    condition: z.enum(["new", "used", "refurbished"]),
  }),
});

export type ShopSettings = Readonly<z.infer<typeof shopSettingsSchema>>;

export type ValueBasis = ShopSettings["valueBasis"];

/** What holds until a merchant says otherwise. */
export const DEFAULT_SETTINGS: ShopSettings = {
  platform: "shopify",
  shopDomain: "demo.myshopify.com",
  shopCountry: "US",
  itemIdFormat: "variant_id",
  valueBasis: "subtotal",
  orderTrigger: "create",
  channels: { web: true, pos: false, draft: false, subscription: false, other: false },
  consent: {
    unknownWhereRequired: "skip",
    unknownElsewhere: "send",
    saleOfDataDenied: "ldp",
  },
  coexistence: false,
  storeUrl: "https://demo.example",
  feed: { country: "US", locale: "en-US", currency: "USD", condition: "new" },
};

/**
 * Some settings on top of the defaults, object by object. An unknown key or a value that does not fit
 * is reported by its path, such as `feed.condition`. `{}` gives the defaults.
 */
export function mergeSettings(changes: unknown): Parsed<ShopSettings> {
  return parse<ShopSettings>(shopSettingsSchema, mergeDeep(DEFAULT_SETTINGS, changes));
}

function mergeDeep(base: unknown, changes: unknown): unknown {
  if (!isPlainObject(base) || !isPlainObject(changes)) return changes;
  const merged = Object.entries(changes).map(([key, change]) => [
    key,
    Object.hasOwn(base, key) ? mergeDeep(base[key], change) : change,
  ]);
  return Object.fromEntries([...Object.entries(base), ...merged]);
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
