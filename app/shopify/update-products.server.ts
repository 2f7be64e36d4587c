import { z } from "zod";

import { metafieldsOf, type CatalogSettings } from "~/catalog/catalog-settings";
import { findCatalogSettings } from "~/catalog/catalog-settings.server";
import { recordItems } from "~/catalog/catalog-items.server";
import { forgetChange, listChanges, type Change } from "~/catalog/changes.server";
import type { Feed } from "~/catalog/feed";
import { listFeeds } from "~/catalog/feed.server";
import { toItemOptions } from "~/catalog/item";
import type { AskedMetafield } from "~/catalog/metafields";
import type { Product } from "~/catalog/product";
import { productChanges } from "~/catalog/product-changes.server";
import { findReadingSync } from "~/catalog/sync-run.server";
import { db } from "~/db.server";
import { InvariantError, UpstreamUnavailableError } from "~/errors";
import { exclusively } from "~/exclusive.server";
import type { ShopId } from "~/ids";
import { log } from "~/log.server";
import { parse } from "~/parse";
import { enqueue } from "~/queue.server";
import type { Shop } from "~/shops/shop";
import { findShopById } from "~/shops/shop.server";

import { askAdmin, type Ask } from "./ask-admin.server";
import { countriesOf, productQuery, variantsPerPage } from "./catalog-query";
import { startProductJoin } from "./product";
import type { SyncWorld } from "./sync-catalog.server";

/** So many products are looked at in one turn, which keeps it far below a job's time. */
const PRODUCTS_PER_TURN = 50;

/** What an update needs from outside. */
export type UpdateWorld = Omit<SyncWorld, "threads">;

/** What became of a turn; a word for the log. */
export type ProductsUpdate =
  /** `changed`: how many items. */
  | { kind: "done"; changed: number }
  /** There are more. */
  | { kind: "unfinished"; changed: number }
  /** A sync of this shop is at work. */
  | { kind: "busy" }
  | { kind: "not_installed" };

/**
 * Makes the items of products anew that changed: asks for each product as it is now, and writes what
 * differs, by the functions of a whole reading. The file of a feed is not touched: the next whole reading
 * writes it, and is asked for by whoever calls this.
 *
 * While a whole reading is under way, which may have seen the products as they were, the changes are kept
 * and made once more after it.
 */
export async function updateProducts(shopId: ShopId, world: UpdateWorld): Promise<ProductsUpdate> {
  const result = await exclusively(`catalog:${shopId}`, () => update(shopId, world));
  const told = result === "busy" ? ({ kind: "busy" } as const) : result;
  log.info({ shopId, ...told }, "took a turn of an update of products");
  return told;
}

async function update(shopId: ShopId, world: UpdateWorld): Promise<ProductsUpdate> {
  const shop = await findShopById(shopId);
  const client = shop && !shop.uninstalledAt && (await world.client(shop.shopDomain));
  if (!client) return { kind: "not_installed" };
  const ask = askAdmin(client, world.pause);
  const settings = await findCatalogSettings(shopId);
  const feeds = (await listFeeds(shopId)).filter(
    ({ currentVersionId, state }) => state === "on" && currentVersionId !== null,
  );
  const isKept = await findReadingSync(shopId);
  const changes = await listChanges(shopId, PRODUCTS_PER_TURN);
  let changed = 0;
  for (const change of changes) {
    if (world.stopping.aborted) return { kind: "unfinished", changed };
    changed += await updateProduct({ shop, settings, ask, feeds, world }, change);
    if (!isKept) await forgetChange(shopId, change);
  }
  const isAll = isKept || changes.length < PRODUCTS_PER_TURN;
  return { kind: isAll ? "done" : "unfinished", changed };
}

type Turn = {
  shop: Shop;
  settings: CatalogSettings;
  ask: Ask;
  feeds: readonly Feed[];
  world: UpdateWorld;
};

async function updateProduct(
  { ask, feeds, settings, shop, world }: Turn,
  { productId }: Change,
): Promise<number> {
  const product = await findProduct(ask, productId, feeds, metafieldsOf(settings));
  let changed = 0;
  for (const feed of feeds) {
    const options = { ...toItemOptions(shop.settings, settings), market: feed.market };
    const changes = await productChanges(feed, productId, product, options);
    await recordItems(feed, changes, world.now());
    if (changes.put.length > 0) await tellPinterest(feed);
    changed += changes.put.length + changes.removed.length;
  }
  return changed;
}

/** Where an account is connected, Pinterest hears of prices and stock at once. */
async function tellPinterest({ feedId, shopId }: Feed): Promise<void> {
  await db.$transaction((tx) => enqueue(tx, "tell-items", { shopId, feedId }));
}

/** The product as it is now, put together by the join of a whole reading; `null` where it is gone or not active. */
async function findProduct(
  ask: Ask,
  productId: string,
  feeds: readonly Feed[],
  metafields: readonly AskedMetafield[],
): Promise<Product | null> {
  const join = startProductJoin(countriesOf(feeds));
  const query = productQuery(feeds, metafields);
  const id = `gid://shopify/Product/${productId}`;
  const variants = variantsPerPage(metafields);
  for (let after: string | null = null; ;) {
    const { codes, data, isPartial } = await ask(query, { id, variants, after });
    const { product } = read(answerSchema, data);
    // A product that may not be read is not one that is gone.
    if (product === null && isPartial) {
      throw new UpstreamUnavailableError("Shopify did not give a product", {
        codes: codes.join(", "),
      });
    }
    if (!product) return null;
    for (const record of recordsOf(product)) {
      const taken = join.take({ number: 1, text: JSON.stringify(record) });
      if (taken.kind === "broken") {
        throw new InvariantError("A product does not fit its schema", {
          fields: taken.fields.join(", "),
        });
      }
    }
    const { endCursor, hasNextPage } = product.variants.pageInfo;
    if (!hasNextPage || endCursor === null) break;
    after = endCursor;
  }
  const [product] = [...join.products()];
  return product ?? null;
}

type PageOfProduct = NonNullable<z.infer<typeof answerSchema>["product"]>;

/** The lines that a bulk operation would write. */
function* recordsOf({ collections, media, variants, ...product }: PageOfProduct) {
  yield product;
  for (const child of [...media.nodes, ...collections.nodes]) {
    yield { ...child, __parentId: product.id };
  }
  for (const { media: ofVariant, ...variant } of variants.nodes) {
    yield { ...variant, __parentId: product.id };
    for (const image of ofVariant.nodes) yield { ...image, __parentId: variant.id };
  }
}

const nodesSchema = z.object({ nodes: z.array(z.looseObject({ id: z.string() })) });

/** What is a line of its own in a bulk operation; the rest is checked as such a line. */
const answerSchema = z.object({
  product: z
    .looseObject({
      id: z.string(),
      media: nodesSchema,
      collections: nodesSchema,
      variants: z.object({
        pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
        nodes: z.array(z.looseObject({ id: z.string(), media: nodesSchema })),
      }),
    })
    .nullable(),
});

function read<Read>(schema: z.ZodType<Read>, data: unknown): Read {
  const answer = parse(schema, data);
  if (answer.kind === "parsed") return answer.value;
  throw new InvariantError("Shopify's answer does not fit its schema", {
    fields: answer.fields.join(", "),
  });
}
