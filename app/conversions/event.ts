import { z } from "zod";

import { brand } from "~/brand";
import { toEventId, type ItemId, type Sha256Hex } from "~/ids";
import { AMOUNT } from "~/money";
import { ACTION_SOURCES, EVENT_NAMES } from "~/pinterest/wire";

import { USER_DATA_KEYS, type HashedUserData } from "./user-data";

const text = z.string().min(1);
const amount = z.string().regex(AMOUNT);

const SHA256_HEX = /^[0-9a-f]{64}$/;

/** 64 lower-case hex digits, as our own hashing wrote them. */
export const sha256HexSchema = z.custom<Sha256Hex>(isSha256Hex);

/**
 * One check for all keys and hashes. A schema for each of them costs as much as everything else of an
 * event together, and delivery reads a thousand events for each call.
 */
export const hashedUserDataSchema = z.custom<HashedUserData>(isHashedUserData);

/** One product row of an order or of a page. The same item may stand on two lines. */
export const lineItemSchema = z.object({
  itemId: text.transform((id) => brand<string, "ItemId">(id) satisfies ItemId),
  name: text.exactOptional(),
  category: text.exactOptional(),
  brand: text.exactOptional(),
  /** Of one piece, before discount, in the event's currency. */
  price: amount.exactOptional(),
  /** Whole pieces, at least 1. */
  quantity: z.int().min(1),
});
export type LineItem = z.infer<typeof lineItemSchema>;

export const customDataSchema = z.object({
  /** ISO 4217; always beside a value. */
  currency: text.exactOptional(),
  /** Decimal text with the currency's digits. */
  value: amount.exactOptional(),
  orderId: text.exactOptional(),
  searchString: text.exactOptional(),
  contentName: text.exactOptional(),
  contentCategory: text.exactOptional(),
  contentBrand: text.exactOptional(),
});
export type CustomData = z.infer<typeof customDataSchema>;

/** The app in which a shopper acted; only from `/ingest`. */
export const appSchema = z.strictObject({
  id: text.exactOptional(),
  name: text.exactOptional(),
  version: text.exactOptional(),
  packageName: text.exactOptional(),
  store: text.exactOptional(),
  /** Unix seconds. */
  installTime: z.int().min(0).exactOptional(),
});

/** The device on which a shopper acted; only from `/ingest`. */
export const deviceSchema = z.strictObject({
  brand: text.exactOptional(),
  carrier: text.exactOptional(),
  model: text.exactOptional(),
  type: text.exactOptional(),
  osVersion: text.exactOptional(),
  wifi: z.boolean().exactOptional(),
});

/**
 * What is sent unhashed and tells one browser from another. Encrypted in the database, apart from the
 * rest of the event, and cleared before it.
 */
export const personalSchema = z.object({
  clickId: text.exactOptional(),
  clientIp: text.exactOptional(),
  userAgent: text.exactOptional(),
  /** The page of the act, cleaned; it may carry the click id. */
  sourceUrl: text.exactOptional(),
});
export type Personal = z.infer<typeof personalSchema>;

/** What is known of an act before the decision and stays the same through it. */
export const actShape = {
  eventId: z.string().min(1).transform(toEventId),
  eventName: z.enum(EVENT_NAMES),
  actionSource: z.enum(ACTION_SOURCES),
  /** When the shopper acted, not when we send. JSON text becomes a `Date` again. */
  occurredAt: z.coerce.date(),
  /** Two letters, ISO 639-1. */
  language: text.exactOptional(),
  userData: hashedUserDataSchema,
  customData: customDataSchema,
  /** What a catalog can hold; empty where the act has no products. */
  lineItems: z.array(lineItemSchema),
  app: appSchema.exactOptional(),
  device: deviceSchema.exactOptional(),
};

/** An event as it is stored: everything but `personal`. */
export const storedEventSchema = z.object({
  ...actShape,
  /** Pinterest may use the event for little more than counting it (LDP). */
  isDataUseLimited: z.boolean(),
});
export type StoredEvent = z.infer<typeof storedEventSchema>;

/** One act of a shopper, ready for Pinterest, in our words. */
export const conversionEventSchema = storedEventSchema.extend({ personal: personalSchema });
export type ConversionEvent = z.infer<typeof conversionEventSchema>;

function isSha256Hex(value: unknown): value is Sha256Hex {
  return typeof value === "string" && SHA256_HEX.test(value);
}

const KNOWN_KEYS: ReadonlySet<string> = new Set(USER_DATA_KEYS);

function isHashedUserData(value: unknown): value is HashedUserData {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  return Object.entries(value).every(([key, hashes]) => KNOWN_KEYS.has(key) && isHashes(hashes));
}

function isHashes(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0 && value.every(isSha256Hex);
}
