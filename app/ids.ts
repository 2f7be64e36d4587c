import { brand, type Brand } from "./brand";

/**
 * Names one act of a shopper, the same in the browser's event and in the server's. Pinterest
 * deduplicates by it, together with the event name.
 */
export type EventId = Brand<string, "EventId">;

/** Names one sellable thing: the `id` of a feed row and of an event's `contents[]`, letter for letter. */
export type ItemId = Brand<string, "ItemId">;

/** Our own key of a shop, a UUID. The platform's name for it is the shop domain. */
export type ShopId = Brand<string, "ShopId">;

/** 64 lower-case hex digits: the SHA-256 of a normalised value. */
export type Sha256Hex = Brand<string, "Sha256Hex">;

/** A shop id as it comes back from our own database or queue. */
export function toShopId(text: string): ShopId {
  return brand(text);
}

/** An event id as it comes back from our own database, or from the pixel for every act but a checkout. */
export function toEventId(text: string): EventId {
  return brand(text);
}
