import type { ItemIdFormat, ValueBasis } from "~/shops/settings";

import { webEventName, type EventName } from "./event-name";

/**
 * Which ways an act of a shopper takes.
 *
 * - `both`: from the browser to Pinterest and through our server, under one id.
 * - `server`: through our server only; the browser never contacts Pinterest.
 * - `browser`: from the browser to Pinterest only; the browser never contacts us.
 * - `coexistence`: as `server`, under the ids of another Pinterest pixel in the same shop.
 */
export const PIXEL_MODES = ["both", "server", "browser", "coexistence"] as const;
export type PixelMode = (typeof PIXEL_MODES)[number];

/** What the pixel is told, in our words. */
export type PixelSettings = {
  tagId: string;
  collectUrl: string;
  /** Public: every shopper's browser knows it. */
  collectKey: string;
  mode: PixelMode;
  /** The event of each act that is reported, by the platform's name for the act. */
  eventNames: Readonly<Record<string, EventName>>;
  /** Whether events that the theme publishes are reported. */
  hasThemeEvents: boolean;
  itemIdFormat: ItemIdFormat;
  /** Of the feed, for the item ids that have one. */
  feedCountry: string;
  valueBasis: ValueBasis;
  /** Whether the browser may send a hashed email address and a hashed customer id. */
  hasMatching: boolean;
  /** Whether the browser stays silent for a shopper who opted out of the sale of their data. */
  isSilentAfterOptOut: boolean;
};

/**
 * The fields of the pixel's settings at the platform, which takes text only. They are declared in
 * `extensions/pinterest-pixel/shopify.extension.toml`.
 */
export const PIXEL_FIELDS = [
  "tagId",
  "collectUrl",
  "collectKey",
  "mode",
  "events",
  "themeEvents",
  "itemIdFormat",
  "feedCountry",
  "valueBasis",
  "matching",
  "saleOfDataDenied",
] as const;
export type PixelFields = Record<(typeof PIXEL_FIELDS)[number], string>;

/** The settings as the platform keeps them for the pixel. No value is empty. */
export function toPixelFields(settings: PixelSettings): PixelFields {
  const events = Object.entries(settings.eventNames).map(([act, name]) => `${act}=${name}`);
  return {
    tagId: settings.tagId,
    collectUrl: settings.collectUrl,
    collectKey: settings.collectKey,
    mode: settings.mode,
    events: events.join(",") || "none",
    themeEvents: settings.hasThemeEvents ? "on" : "off",
    itemIdFormat: settings.itemIdFormat,
    feedCountry: settings.feedCountry,
    valueBasis: settings.valueBasis,
    matching: settings.hasMatching ? "on" : "off",
    saleOfDataDenied: settings.isSilentAfterOptOut ? "skip" : "ldp",
  };
}

/**
 * The settings as the pixel reads them. `undefined` where they are not ours: a pixel that does not know
 * where to send says nothing.
 */
export function parsePixelFields(
  fields: Readonly<Partial<Record<string, unknown>>>,
): PixelSettings | undefined {
  const { tagId, collectUrl, collectKey, feedCountry } = fields;
  const mode = PIXEL_MODES.find((known) => known === fields["mode"]);
  const itemIdFormat = FORMATS.find((known) => known === fields["itemIdFormat"]);
  if (!mode || !itemIdFormat || !isText(feedCountry)) return undefined;
  if (!isText(tagId) || !isText(collectUrl) || !isText(collectKey)) return undefined;
  return {
    tagId,
    collectUrl,
    collectKey,
    mode,
    eventNames: parseEventNames(fields["events"]),
    hasThemeEvents: fields["themeEvents"] === "on",
    itemIdFormat,
    feedCountry,
    valueBasis: fields["valueBasis"] === "total" ? "total" : "subtotal",
    hasMatching: fields["matching"] === "on",
    isSilentAfterOptOut: fields["saleOfDataDenied"] === "skip",
  };
}

/** Every format. The list beside the settings' schema would bring the schema's library to every shopper. */
const FORMATS: readonly ItemIdFormat[] = [
  "variant_id",
  "product_id",
  "sku",
  "shopify_country_product_variant",
];

function parseEventNames(text: unknown): Record<string, EventName> {
  const names: Record<string, EventName> = {};
  for (const pair of isText(text) ? text.split(",") : []) {
    const [act = "", word = ""] = pair.split("=");
    const name = webEventName(word);
    if (name) names[act] = name;
  }
  return names;
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}
