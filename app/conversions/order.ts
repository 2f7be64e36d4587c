import type { Money } from "~/money";
import type { Channel, Platform } from "~/shops/settings";

import type { LineItem } from "./event";

/**
 * An order as placed, in our words; both platforms' parsers produce it. It holds raw personal data and
 * lives in memory only: `toDraft` turns it into what may be stored.
 */
export type Order = {
  platform: Platform;
  /** Every digit, without prefix. */
  orderId: string;
  /** `null` where no checkout was passed: the till, drafts, other apps. */
  checkoutToken: string | null;
  channel: Channel;
  isTest: boolean;
  isCancelled: boolean;
  /** Paid in full at some time; a refund later does not undo it. */
  isPaid: boolean;
  /** The customer's record says that their data must not be sold; `undefined` where nobody asked it. */
  isSaleOptedOut?: boolean | undefined;
  occurredAt: Date;
  /** After discounts, before shipping and tax. Same currency as `total`. */
  subtotal: Money;
  /** What the shopper paid. */
  total: Money;
  lineItems: readonly LineItem[];
  buyer: Buyer;
  /** Of the billing, else the shipping address, as written there; decides which law on consent holds. */
  consentCountry: string | undefined;
  /** Of the same address. */
  consentRegion: string | undefined;
  browser: OrderBrowser;
};

/** Who bought, one value each, as typed. `undefined`, `null` and empty all say that it is not known. */
export type Buyer = {
  [
    Key in
      | "email"
      | "phone"
      /** Of the address that the phone number stands in. */
      | "phoneCountry"
      | "firstName"
      | "lastName"
      | "city"
      /** A code or a name. */
      | "subdivision"
      | "postcode"
      /** A code or a name. */
      | "country"
      | "customerId"
  ]?: string | null | undefined;
};

/** What the platform knows of the browser that placed the order; never the webhook's own request. */
export type OrderBrowser = {
  clickId?: string | null | undefined;
  clientIp?: string | null | undefined;
  userAgent?: string | null | undefined;
};
