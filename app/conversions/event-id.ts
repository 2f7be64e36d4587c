import { brand } from "~/brand";
import type { EventId } from "~/ids";

/** SHA-256 of the text's UTF-8 bytes, as 64 lower-case hex digits. The pixel and the server bring their own. */
export type Sha256 = (text: string) => Promise<string>;

/** What tells one completed checkout from every other. */
export type CheckoutKey =
  | { checkoutToken: string }
  /** Orders from the till, from drafts and from other apps passed no checkout. */
  | { platform: "shopify" | "woocommerce"; shopDomain: string; orderId: string };

/** 128 bits: no two checkouts share them, and the id stays far below any length limit. */
const HEX_DIGITS = 32;

/**
 * The event id of a completed checkout, one and the same in the pixel's event and in the server's:
 * `co_` and 32 hex digits. The token itself cannot be read from it and goes to nobody.
 *
 * The same key always gives the same id. In coexistence, the other pixel's event id takes its place.
 */
export function checkoutEventId(key: CheckoutKey, sha256: Sha256): Promise<EventId> {
  if ("checkoutToken" in key) return tokenEventId(key.checkoutToken, sha256);
  return shortHash("co_", `order:${key.platform}:${key.shopDomain}:${key.orderId}`, sha256);
}

/** The same of a checkout whose token is known; the pixel knows no other. */
export function tokenEventId(checkoutToken: string, sha256: Sha256): Promise<EventId> {
  return shortHash("co_", `checkout:${checkoutToken}`, sha256);
}

/**
 * The event id of an entry into the checkout, `ic_` and 32 hex digits. A shopper who comes back to the
 * same checkout gets the same id, because the platform reports every entry and one should count.
 */
export function initiateCheckoutEventId(checkoutToken: string, sha256: Sha256): Promise<EventId> {
  return shortHash("ic_", `initiate:${checkoutToken}`, sha256);
}

function shortHash(prefix: string, text: string, sha256: Sha256): Promise<EventId> {
  return sha256(text).then((hex) => brand(prefix + hex.slice(0, HEX_DIGITS)));
}
