import type { ItemIdFormat, ValueBasis } from "~/shops/settings";

import type { EventName } from "./event-name";

/**
 * Which ways an act of a shopper takes.
 *
 * - `both`: from the browser to Pinterest and through our server, under one id.
 * - `server`: through our server only; the browser never contacts Pinterest.
 * - `browser`: from the browser to Pinterest only; the browser never contacts us.
 * - `coexistence`: as `server`, under the ids of another Pinterest pixel in the same shop.
 */
export type PixelMode = "both" | "server" | "browser" | "coexistence";

/**
 * The pixel's settings at the platform, which takes text only. They are declared in
 * `extensions/pinterest-pixel/shopify.extension.toml`. No value is empty.
 */
export type PixelFields = {
  tagId: string;
  collectUrl: string;
  /** Public: every shopper's browser knows it. */
  collectKey: string;
  mode: PixelMode;
  /** Which of the platform's events are reported, and as what: `PixelEventNames` as JSON. */
  events: string;
  /** The same of the events that the theme publishes. */
  themeEvents: string;
  itemIdFormat: ItemIdFormat;
  /** Of the feed, for the item ids that have one. */
  feedCountry: string;
  valueBasis: ValueBasis;
  /** Whether the browser may send a hashed email address and a hashed customer id. */
  matching: "on" | "off";
  /** What the browser does for a shopper who opted out of the sale of their data; `skip`: nothing. */
  saleOfDataDenied: "ldp" | "skip";
};

/** The events of the acts that are reported, by the platform's name for the act. */
export type PixelEventNames = Readonly<Partial<Record<string, EventName>>>;

/** Whether these are settings that the app wrote, all of them at once. */
export function isPixelFields(fields: Readonly<Record<string, unknown>>): fields is PixelFields {
  return typeof fields["collectKey"] === "string";
}
