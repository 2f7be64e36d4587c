import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";

import { z } from "zod";

import { db } from "~/db.server";
import type { ShopId } from "~/ids";
import { log } from "~/log.server";
import { parse } from "~/parse";

import type { Product } from "./product";
import { startSampleBook, type SampleBook } from "./sample-book";

/** Some of a shop's products, and how many there are. */
export type CatalogSample = {
  /** When they were read. */
  readAt: Date;
  /** Of the whole catalog. */
  products: number;
  variants: number;
  /** All of them where the catalog is small. */
  sampled: readonly Product[];
  sampledVariants: number;
  /** The aliases of the metafields that were asked for. */
  metafields: readonly string[];
};

/** Takes a sample while a catalog is read. */
export type Sampling = SampleBook & {
  /** Counts what was read, whether it goes into the sample or not. */
  count(read: { products: number; variants: number }): void;
  record(shopId: ShopId, metafields: readonly string[], now: Date): Promise<void>;
};

/**
 * Begins a sample: the first products in the order of the file that fit. That order is by a scattering of
 * the ids, so the first ones are no better and no worse than the others. The rest is only counted.
 */
export function startSampling(): Sampling {
  const book = startSampleBook();
  const counted = { products: 0, variants: 0 };

  return {
    ...book,
    count({ products, variants }) {
      counted.products += products;
      counted.variants += variants;
    },
    async record(shopId, metafields, now) {
      const sampled = book.sampled();
      const body = await promisify(gzip)(`[${sampled.map(({ text }) => text).join(",")}]`);
      const row = {
        ...counted,
        sampledVariants: sampled.reduce((sum, { variants }) => sum + variants, 0),
        sampledProducts: sampled.length,
        metafields: [...metafields],
        body: new Uint8Array(body),
        readAt: now,
      };
      await db.catalogSample.upsert({
        where: { shopId },
        create: { shopId, ...row },
        update: row,
      });
    },
  };
}

/** The shop's sample; `null` before its catalog was first read. */
export async function findSample(shopId: ShopId): Promise<CatalogSample | null> {
  const row = await db.catalogSample.findUnique({ where: { shopId } });
  if (!row) return null;
  const text = (await promisify(gunzip)(row.body)).toString("utf8");
  const sampled = parse(z.array(productSchema), JSON.parse(text));
  if (sampled.kind === "unreadable") {
    // Written by another version; the next reading replaces it.
    log.warn({ shopId, fields: sampled.fields.slice(0, 5) }, "a sample does not fit the schema");
    return null;
  }
  const { metafields, products, readAt, sampledVariants, variants } = row;
  return { readAt, products, variants, sampled: sampled.value, sampledVariants, metafields };
}

const maybeText = z.string().nullable();
const imageSchema = z.object({ id: z.string(), url: z.string() });
const moneySchema = z.object({ amount: z.string(), currency: z.string() });
const metafieldsSchema = z.record(z.string(), z.string());

const productSchema: z.ZodType<Product> = z.looseObject({
  productId: z.string(),
  title: maybeText,
  handle: maybeText,
  descriptionHtml: maybeText,
  vendor: maybeText,
  productType: maybeText,
  isActive: z.boolean(),
  isPublished: z.boolean(),
  isGiftCard: z.boolean(),
  tags: z.array(z.string()),
  collections: z.array(z.object({ id: z.string(), handle: z.string(), title: z.string() })),
  url: maybeText,
  category: maybeText,
  currency: maybeText,
  featuredImage: imageSchema.nullable(),
  images: z.array(imageSchema),
  metafields: metafieldsSchema,
  translations: z.object({}),
  hiddenIn: z.array(z.string()),
  variants: z.array(
    z.looseObject({
      variantId: z.string(),
      title: maybeText,
      sku: maybeText,
      barcode: maybeText,
      price: maybeText,
      compareAtPrice: maybeText,
      pricesByCountry: z.record(
        z.string(),
        z.object({ price: moneySchema, compareAtPrice: moneySchema.nullable() }),
      ),
      isForSale: z.boolean().nullable(),
      isSoldWithoutStock: z.boolean(),
      stock: z.number().nullable(),
      options: z.array(z.object({ name: z.string(), value: z.string() })),
      weight: z.object({ unit: z.string(), value: z.number() }).nullable(),
      unitPricing: z
        .object({
          quantity: z.number(),
          unit: z.string(),
          referenceQuantity: z.number(),
          referenceUnit: z.string(),
        })
        .nullable(),
      images: z.array(imageSchema),
      metafields: metafieldsSchema,
    }),
  ),
});
