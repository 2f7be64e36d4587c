import type { EventName } from "./event-name";

/**
 * What the pixel posts to `/collect`, one message per request: `text/plain` JSON, at most 64 KiB. The
 * endpoint believes nothing of it unchecked, because anybody can read the key off the page and write
 * such a message.
 *
 * Each act is posted once, at once, with everything that is known of it. If the browser's own event was
 * tried, a second message brings its result. Neither is repeated, and either may be missing.
 */
export type CollectMessage = CollectedAct | CollectedResult;

/**
 * One act of a shopper who allows marketing. In the message, what is not known is absent, never `null`,
 * empty text or an empty list.
 */
export type CollectedAct = {
  kind: "act";
  /** The shop's public collect key, as it stands in the pixel's settings. */
  key: string;
  /**
   * The id that the browser's event carries too. In coexistence it equals `shopifyEventId`, but for a
   * `checkout`, which keeps the id by which its order's event finds this message.
   */
  eventId: string;
  /**
   * `checkout` is no event of the server's: it brings consent and identity for the order's own event,
   * and therefore neither `custom` nor `lineItems`.
   */
  name: EventName;
  /** Shopify's own id of the pixel's event, which another Pinterest pixel uses as event id. */
  shopifyEventId: string;
  /** ISO 8601 with milliseconds, by the browser's clock. */
  occurredAt: string;
  /** ISO 8601, by the same clock, when this was posted: what it is off by is the clock's error. */
  sentAt: string;
  /** The page, cleaned by `eventUrl`, and by the pixel of what looks like an email address. */
  pageUrl?: string | undefined;
  /** All four flags as Shopify gave them at the moment of the act; `marketing` is always true. */
  consent: CollectedConsent;
  /** Pinterest's click id: of the landing page, else of the `_epik` cookie, else kept from an earlier page. */
  clickId?: string | undefined;
  /** Shopify's name for the browser, unhashed. */
  clientId?: string | undefined;
  /** SHA-256 in lower-case hex; only where the shop turned matching in the browser on. */
  emailSha256?: string | undefined;
  /** SHA-256 in lower-case hex of the customer's numeric id, else of `clientId`; only under the same setting. */
  externalIdSha256?: string | undefined;
  /** ISO 3166-1 alpha-2 of the checkout's billing, else its shipping address; in capitals. */
  country?: string | undefined;
  /** The subdivision's code of the same address, without its country; in capitals. */
  region?: string | undefined;
  custom?: CollectedCustom | undefined;
  /** What was looked at, added or is being bought; absent where nothing was. */
  lineItems?: readonly CollectedLineItem[] | undefined;
};

/** What became of the browser's own event, after one or two tries. Nothing else is known to its sender. */
export type CollectedResult = {
  kind: "result";
  key: string;
  /** As in the act's message. */
  eventId: string;
  name: EventName;
  /** Pinterest's tag endpoint answered 2xx. */
  browserSent: boolean;
};

export type CollectedConsent = {
  marketing: boolean;
  analytics: boolean;
  preferences: boolean;
  saleOfData: boolean;
};

export type CollectedCustom = {
  /** ISO 4217; always beside a value. */
  currency?: string | undefined;
  /** Not negative, decimal text with the currency's digits, on the basis that the shop's settings name. */
  value?: string | undefined;
  orderId?: string | undefined;
  /** Without what looks like an email address or a phone number. */
  searchString?: string | undefined;
  /** The collection's title. */
  contentCategory?: string | undefined;
};

export type CollectedLineItem = {
  itemId: string;
  name?: string | undefined;
  category?: string | undefined;
  brand?: string | undefined;
  /** Of one piece, before discount, in the currency; decimal text with its digits. */
  price?: string | undefined;
  /** At least 1. */
  quantity: number;
};

/**
 * A longer text is cut by the pixel. With the number of line items, this keeps the longest message
 * below 64 KiB, which is also what a browser sends of a page that is being left.
 */
export const COLLECTED_TEXT_LENGTH_MAX = 150;

/** What stands after these is left out by the pixel. */
export const COLLECTED_LINE_ITEMS_MAX = 40;
