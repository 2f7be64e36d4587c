import Big from "big.js";
import { z } from "zod";

import { AMOUNT } from "~/money";
import { ACTION_SOURCES } from "~/pinterest/wire";
import { storable } from "~/storable";

// One element of an `/ingest` body. `null` and empty text say the same as a key that is not there.

/** An index of the database holds the event id, and Pinterest shows it in its reports. */
const EVENT_ID_CHARACTERS_MAX = 255;

/** The year 5138 in seconds, and 1973 in milliseconds: whatever is above is no time in seconds. */
export const UNIX_SECONDS_MAX = 99_999_999_999;

const text = z.union([z.string(), z.number()]).transform((given) => storable(String(given)).trim());

/** Text; a number stands for its digits. */
const optionalText = text.nullish().transform((given) => given || undefined);

/** One value or several. */
const texts = z
  .union([optionalText, z.array(optionalText)])
  .transform((given) => [given].flat().filter((value) => value !== undefined));

/** Plain decimal text, however the number was written. */
const amount = z
  .union([z.number(), z.string().trim().regex(AMOUNT)])
  .nullish()
  .transform((given) => (given == null ? undefined : new Big(given).toFixed()));

const quantity = z
  .union([z.number(), z.string().trim().regex(/^\d+$/).transform(Number)])
  .pipe(z.int().min(1))
  .nullish()
  .transform((given) => given ?? 1);

const flag = z
  .boolean()
  .nullish()
  .transform((given) => given ?? undefined);

const consent = z
  .strictObject({ marketing: flag, analytics: flag, preferences: flag, saleOfData: flag })
  .nullish();

const user = z
  .strictObject({
    em: texts,
    ph: texts,
    fn: texts,
    ln: texts,
    ct: texts,
    st: texts,
    zp: texts,
    country: texts,
    ge: texts,
    db: texts,
    externalId: texts,
    maid: texts,
    clickId: optionalText,
    ip: optionalText,
    userAgent: optionalText,
  })
  .nullish();

const item = z.strictObject({
  id: text.pipe(z.string().min(1)),
  name: optionalText,
  brand: optionalText,
  category: optionalText,
  price: amount,
  quantity,
});
export type IngestedItem = z.infer<typeof item>;

const order = z
  .strictObject({
    id: optionalText,
    currency: optionalText,
    value: amount,
    items: z.array(item).nullish(),
  })
  .nullish();

/**
 * The parameters of an event of Google Analytics 4, as far as they mean something here. The others are
 * its own business.
 *
 * Source: Google Analytics 4, "Recommended events".
 */
const params = z
  .object({
    transaction_id: optionalText,
    value: amount,
    currency: optionalText,
    search_term: optionalText,
    page_location: optionalText,
    items: z
      .array(
        z
          .object({
            item_id: text.pipe(z.string().min(1)),
            item_name: optionalText,
            item_brand: optionalText,
            item_category: optionalText,
            price: amount,
            quantity,
          })
          .transform(
            ({ item_id, item_name, item_brand, item_category, ...rest }): IngestedItem => ({
              id: item_id,
              name: item_name,
              brand: item_brand,
              category: item_category,
              ...rest,
            }),
          ),
      )
      .nullish(),
  })
  .nullish();

const app = z
  .strictObject({
    id: optionalText,
    name: optionalText,
    version: optionalText,
    packageName: optionalText,
    store: optionalText,
    installTime: z
      .int()
      .min(0)
      .max(UNIX_SECONDS_MAX)
      .nullish()
      .transform((given) => given ?? undefined),
  })
  .nullish();

const device = z
  .strictObject({
    brand: optionalText,
    carrier: optionalText,
    model: optionalText,
    type: optionalText,
    osVersion: optionalText,
    wifi: flag,
  })
  .nullish();

/** One element of an `/ingest` body. Unknown keys are refused by name: a misspelt one would be lost. */
export const ingestedSchema = z.strictObject({
  name: optionalText,
  eventId: optionalText.refine((id) => (id?.length ?? 0) <= EVENT_ID_CHARACTERS_MAX),
  /** ISO 8601 with its offset, or Unix seconds. */
  occurredAt: z.union([z.string().trim(), z.number()]).nullish(),
  actionSource: z.enum(ACTION_SOURCES).nullish(),
  url: optionalText,
  language: optionalText,
  consent,
  user,
  order,
  searchString: optionalText,
  contentName: optionalText,
  contentCategory: optionalText,
  contentBrand: optionalText,
  app,
  device,
  params,
});
export type Ingested = z.infer<typeof ingestedSchema>;
