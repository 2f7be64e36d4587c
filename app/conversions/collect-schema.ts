import { z } from "zod";

import { AMOUNT, isCurrency } from "~/money";
import { storable } from "~/storable";

import { COLLECTED_LINE_ITEMS_MAX, COLLECTED_TEXT_LENGTH_MAX } from "./collect-message";
import { EVENT_NAMES, webEventName } from "./event-name";

// A message of the pixel at our door. A key that is not known is left out, so that a pixel may be newer
// than the server. A test holds these schemas and the types of `collect-message` to be the same.

/** Pinterest's own are below 200. */
const CLICK_ID_LENGTH_MAX = 1_024;

/** The pixel does not cut the page; campaigns write long addresses. */
const URL_LENGTH_MAX = 4_096;

const text = textUpTo(COLLECTED_TEXT_LENGTH_MAX);

function textUpTo(lengthMax: number) {
  return z
    .string()
    .max(lengthMax)
    .overwrite((given) => storable(given).trim())
    .min(1);
}

/** Of the pixel or of Shopify. What has other characters is neither's. */
const eventId = z.string().regex(/^[\w.:-]{1,150}$/);
const instant = z.iso.datetime({ offset: true });
const sha256Hex = z.string().regex(/^[0-9a-f]{64}$/);
const amount = z
  .string()
  .max(40)
  .regex(AMOUNT)
  .refine((given) => !given.startsWith("-"));
const eventName = z.enum(EVENT_NAMES).refine((name) => webEventName(name) !== undefined);
const key = z.string().min(1).max(64);

const lineItem = z.object({
  itemId: text,
  name: text.optional(),
  category: text.optional(),
  brand: text.optional(),
  price: amount.optional(),
  quantity: z.int().min(1).max(100_000),
});

const custom = z
  .object({
    currency: z.string().refine(isCurrency).optional(),
    value: amount.optional(),
    orderId: text.optional(),
    searchString: text.optional(),
    contentCategory: text.optional(),
  })
  .refine(({ currency, value }) => value === undefined || currency !== undefined, {
    path: ["currency"],
  });

const act = z.object({
  kind: z.literal("act"),
  key,
  eventId,
  name: eventName,
  shopifyEventId: eventId,
  occurredAt: instant,
  sentAt: instant,
  pageUrl: z.string().max(URL_LENGTH_MAX).optional(),
  consent: z.object({
    marketing: z.boolean(),
    analytics: z.boolean(),
    preferences: z.boolean(),
    saleOfData: z.boolean(),
  }),
  clickId: textUpTo(CLICK_ID_LENGTH_MAX).optional(),
  clientId: text.optional(),
  emailSha256: sha256Hex.optional(),
  externalIdSha256: sha256Hex.optional(),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
  region: text.optional(),
  custom: custom.optional(),
  lineItems: z.array(lineItem).max(COLLECTED_LINE_ITEMS_MAX).readonly().optional(),
});

const result = z.object({
  kind: z.literal("result"),
  key,
  eventId,
  name: eventName,
  browserSent: z.boolean(),
});

/** Where a checkout's message is looked for; see `checkoutEventId`. */
const CHECKOUT_EVENT_ID = /^co_[0-9a-f]{32}$/;

/** One body of `/collect`. A `checkout` has the event id of a checkout and no other. */
export const collectSchema = z
  .discriminatedUnion("kind", [act, result])
  .refine(({ eventId: id, name }) => name !== "checkout" || CHECKOUT_EVENT_ID.test(id), {
    path: ["eventId"],
  });
