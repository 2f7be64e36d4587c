import { setImmediate } from "node:timers/promises";

import { z } from "zod";

import {
  checkCatalogSettings,
  metafieldsOf,
  type CatalogSettings,
} from "~/catalog/catalog-settings";
import { saveCatalogSettings } from "~/catalog/catalog-settings.server";
import { toItemOptions, type ItemOptions } from "~/catalog/item";
import type { ItemsAnswer, ItemsForm } from "~/catalog/items-form";
import type { AskedMetafield } from "~/catalog/metafields";
import {
  estimated,
  previewRows,
  startPreview,
  type Preview,
  type PreviewRow,
} from "~/catalog/preview";
import type { Product } from "~/catalog/product";
import { findSample, type CatalogSample } from "~/catalog/sample.server";
import { UpstreamUnavailableError } from "~/errors";
import { parse } from "~/parse";
import type { Shop } from "~/shops/shop";

import { askAdmin } from "./ask-admin.server";
import { metafieldsQuery } from "./catalog-query";
import type { PageWorld } from "./page-world.server";

/** Saves the settings of the items, or looks at what they would make. */
export async function answerItemsForm(
  shop: Shop,
  form: ItemsForm,
  world: PageWorld,
): Promise<ItemsAnswer> {
  const settings = checkCatalogSettings(form.settings);
  if (settings.kind === "refused") return settings;
  switch (form.intent) {
    case "save":
      await saveCatalogSettings(shop.id, settings.value, world.now());
      return { kind: "saved" };
    case "preview": {
      const preview = await previewItems(shop, settings.value, form.search, world);
      return preview ? { kind: "previewed", preview } : { kind: "not_read" };
    }
  }
}

/** So many products are looked at before others get a turn: the process takes orders meanwhile. */
const PRODUCTS_AT_ONCE = 50;

/**
 * What draft settings would make of the products as they were last read; `null` before the first reading.
 * Saves nothing. Of metafields that the reading did not ask for, those of the shown items are asked for now.
 */
async function previewItems(
  shop: Shop,
  settings: CatalogSettings,
  search: string,
  world: PageWorld,
): Promise<Preview | null> {
  const sample = await findSample(shop.id);
  if (!sample) return null;
  const options = toItemOptions(shop.settings, settings);
  const taking = startPreview(options, search);
  for (const [index, product] of sample.sampled.entries()) {
    if (index % PRODUCTS_AT_ONCE === 0) await setImmediate();
    taking.take(product);
  }
  const shown = taking.shown();
  const unknown = metafieldsOf(settings).filter(({ alias }) => !sample.metafields.includes(alias));
  const rows = shown.map(({ row }) => row);
  const found =
    unknown.length === 0 || shown.length === 0
      ? null
      : await findMetafields(shop, unknown, rows, world);
  const { products, readAt } = sample;
  return {
    ...{ readAt, products },
    sampledProducts: sample.sampled.length,
    isWhole: sample.sampled.length === products,
    counts: estimated(taking.counts(), shareOf(sample, options)),
    rows: found ? shown.map((one) => rowAgain(one, found, options)) : rows,
    newMetafields: unknown.length === 0 ? "none" : found ? "read" : "unread",
  };
}

function shareOf(sample: CatalogSample, { itemIdFormat }: ItemOptions) {
  return itemIdFormat === "product_id"
    ? { of: sample.products, sampled: sample.sampled.length }
    : { of: sample.variants, sampled: sample.sampledVariants };
}

/** Metafields by the platform's id of a product or a variant. */
type FoundMetafields = ReadonlyMap<string, Readonly<Record<string, string>>>;

const productGid = (id: string) => `gid://shopify/Product/${id}`;
const variantGid = (id: string) => `gid://shopify/ProductVariant/${id}`;

/** `null` where Shopify could not be asked, which is no reason to show nothing. */
async function findMetafields(
  shop: Shop,
  metafields: readonly AskedMetafield[],
  rows: readonly PreviewRow[],
  { client, pause }: PageWorld,
): Promise<FoundMetafields | null> {
  const ids = rows.flatMap((row) => [productGid(row.productId), variantGid(row.variantId)]);
  try {
    const admin = await client(shop.shopDomain);
    if (!admin) return null;
    const { data } = await askAdmin(admin, pause)(metafieldsQuery(metafields), {
      ids: [...new Set(ids)],
    });
    const answer = parse(answerSchema, data);
    if (answer.kind === "unreadable") return null;
    return new Map(answer.value.nodes.flatMap((node) => (node ? [[node.id, textsOf(node)]] : [])));
  } catch (error) {
    if (error instanceof UpstreamUnavailableError) return null;
    throw error;
  }
}

const answerSchema = z.object({ nodes: z.array(z.looseObject({ id: z.string() }).nullable()) });

const metafieldSchema = z.object({ value: z.string() });

function textsOf(node: Readonly<Record<string, unknown>>): Record<string, string> {
  const texts = Object.entries(node).flatMap(([alias, value]) => {
    const metafield = metafieldSchema.safeParse(value);
    return metafield.success ? [[alias, metafield.data.value]] : [];
  });
  return Object.fromEntries(texts);
}

/** The row as it is with these metafields. */
function rowAgain(
  { product, row }: { product: Product; row: PreviewRow },
  found: FoundMetafields,
  options: ItemOptions,
): PreviewRow {
  const known: Product = {
    ...product,
    metafields: { ...product.metafields, ...found.get(productGid(product.productId)) },
    variants: product.variants.map((variant) => ({
      ...variant,
      metafields: { ...variant.metafields, ...found.get(variantGid(variant.variantId)) },
    })),
  };
  const made = previewRows(known, options).find(({ variantId }) => variantId === row.variantId);
  // Alone, a product cannot be the second one with its id.
  return made ? { ...made, absence: row.absence, code: row.code } : row;
}
