import { beforeEach, describe, expect, test } from "vitest";

import { findCatalogSettings } from "~/catalog/catalog-settings.server";
import { countPublishedItems } from "~/catalog/feed.server";
import { checkJoin, findJoinCheck } from "~/catalog/join-check.server";
import { findSample } from "~/catalog/sample.server";
import { db } from "~/db.server";
import type { ShopId } from "~/ids";
import { answerItemsForm } from "~/shopify/preview-items.server";
import { updateProducts } from "~/shopify/update-products.server";
import { findShopById } from "~/shops/shop.server";
import { HOUR_MS } from "~/time";

import { PRODUCTS } from "../../sandbox/shopify/catalog";
import { bulkText, productLine, variantLine } from "#test/support/bulk";
import { useCatalogShop } from "#test/support/catalog-shop";
import { publishedText, runSync, syncOnce, syncWorld } from "#test/support/catalog-sync";
import { TEST_NOW } from "#test/support/clock";
import { readFeed } from "#test/support/feeds";

const { bulk, installed, shopify } = useCatalogShop();
let shopId: ShopId;

beforeEach(async () => {
  shopId = installed();
});

const SETTINGS = {
  columns: {
    brand: [{ from: "fixed", value: "Own brand" }],
    material: [{ from: "metafield", name: "custom.fabric" }],
  },
  exclude: {
    match: "any",
    conditions: [{ field: "type", operator: "is", values: ["mug"] }],
  },
};

describe("settings of the items", () => {
  test("are looked at before they are saved, and what is saved is in the feed", async () => {
    await bulk({ durationMs: 0, jsonl: catalog() });
    expect(await answer("preview")).toEqual({ kind: "not_read" });
    expect(await syncOnce(shopId)).toBe("done");
    const before = await publishedText(shopId);

    const looked = await answer("preview");
    if (looked.kind !== "previewed") throw new Error("There was nothing to look at");
    const { counts, isWhole, newMetafields, rows } = looked.preview;
    expect({ isWhole, newMetafields }).toEqual({ isWhole: true, newMetafields: "read" });
    expect(counts).toMatchObject({ inFeed: 3, excluded: 2, excludedBy: [2], refused: 0 });
    const made = rows.filter(({ absence }) => absence === null);
    for (const { columns } of made) {
      expect(columns).toMatchObject({
        brand: "Own brand",
        material: expect.stringMatching(/^\w+$/),
      });
    }
    expect(await publishedText(shopId)).toBe(before);

    expect(await answer("save")).toEqual({ kind: "saved" });
    expect(await answer("save")).toEqual({ kind: "saved" });
    const open = await db.catalogSync.findMany({ where: { shopId, isOpen: true } });
    expect(open).toMatchObject([{ cause: "settings" }]);
    await bulk({ jsonl: catalog({ mf_custom_2efabric: { value: "linen" } }) });
    for (const { id } of open) await runSync({ shopId, syncId: id });
    const feed = readFeed("tsv", (await publishedText(shopId)) ?? "");
    expect(feed.map(({ id }) => id).toSorted()).toEqual(
      made.map(({ itemId }) => itemId).toSorted(),
    );
    for (const row of feed) expect(row).toMatchObject({ brand: "Own brand", material: "linen" });
    expect(await countPublishedItems(shopId)).toBe(3);

    const [excluded] = rows.flatMap(({ absence, itemId }) =>
      absence === "excluded" ? [itemId] : [],
    );
    await checkJoin(shopId, [{ itemId: excluded ?? "", events: 3 }], TEST_NOW);
    expect((await findJoinCheck(shopId))?.findings).toMatchObject([
      { itemId: excluded, cause: "excluded", productId: expect.stringMatching(/^8/) },
    ]);
    const again = await answer("preview");
    expect(again).toMatchObject({ preview: { newMetafields: "none" } });
  });

  test("leave an id to the product that is in the feed, where an excluded one has it too", async () => {
    const sku = { sku: "SAME" };
    await bulk({
      durationMs: 0,
      jsonl: bulkText([
        ...Array.from({ length: 6 }, (_, index) => productLine(index + 1, { productType: "Mug" })),
        ...Array.from({ length: 6 }, (_, index) => variantLine(index + 11, index + 1, sku)),
        ...[productLine(7), variantLine(17, 7, sku)],
      ]),
    });
    await db.shop.update({ where: { id: shopId }, data: { settings: { itemIdFormat: "sku" } } });
    await answer("save");
    for (const hour of [0, 1]) {
      const now = () => new Date(TEST_NOW.getTime() + hour * HOUR_MS);
      expect(await syncOnce(shopId, syncWorld({ now }))).toBe("done");
      expect(await db.catalogItem.findMany({ where: { shopId } })).toMatchObject([
        { itemId: "SAME", productId: "7", leftOut: null },
      ]);
    }
  });

  test("hold for a small update of one product too", async () => {
    await bulk({ durationMs: 0, jsonl: bulkText([productLine(1), variantLine(11, 1)]) });
    await syncOnce(shopId);
    const productId = String(PRODUCTS[0]?.id);
    await answer("save", {
      exclude: { match: "any", conditions: [{ field: "stock", from: -9, to: null }] },
    });
    await db.catalogChange.create({
      data: { shopId, productId, changedAt: TEST_NOW },
    });
    await updateProducts(shopId, syncWorld());
    const items = await db.catalogItem.findMany({ where: { shopId, productId } });
    expect(items.length).toBeGreaterThan(0);
    expect(new Set(items.map(({ leftOut }) => leftOut))).toEqual(new Set(["excluded"]));
  });

  test("that do not fit are refused by their place, and nothing is saved", async () => {
    const hostile = { columns: { brand: [{ from: "metafield", name: 'a") { id } x: b("' }] } };
    expect(await answer("save", hostile)).toEqual({
      kind: "refused",
      problems: { "columns.brand.0.name": "metafield_invalid" },
    });
    expect(await db.catalogSettings.count()).toBe(0);
    expect(await db.catalogSync.count({ where: { isOpen: true } })).toBe(0);
  });

  test("that another version stored are passed over, not believed", async () => {
    await db.catalogSettings.create({
      data: { shopId, settings: { columns: { id: [] } }, savedAt: TEST_NOW },
    });
    expect((await findCatalogSettings(shopId)).columns).toEqual({});
  });
});

describe("a sample", () => {
  test("of a large catalog is some of it, and says of how much", async () => {
    const variants = (number: number) =>
      Array.from({ length: 100 }, (_, index) => variantLine(number * 1_000 + index, number));
    const lines = Array.from({ length: 70 }, (_, index) => [
      productLine(index + 1),
      ...variants(index + 1),
    ]);
    await bulk({ durationMs: 0 });
    shopify.setBulkFile(bulkText(lines.flat()));
    await syncOnce(shopId);
    expect(await findSample(shopId)).toMatchObject({
      ...{ products: 70, variants: 7_000, sampledVariants: 6_000 },
      sampled: { length: 60 },
    });
    const looked = await answer("preview", {});
    if (looked.kind !== "previewed") throw new Error("There was nothing to look at");
    expect(looked.preview).toMatchObject({ isWhole: false, counts: { inFeed: 7_000 } });
  });
});

type Answered = ReturnType<typeof answerItemsForm>;

async function answer(intent: "save" | "preview", settings: unknown = SETTINGS): Answered {
  const shop = await findShopById(shopId);
  if (!shop) throw new Error("The shop is gone");
  const form = intent === "save" ? { intent, settings } : { intent, settings, search: "" };
  return answerItemsForm(shop, form, syncWorld());
}

/** Five products that the local Shopify sells too, of which two are mugs. */
function catalog(changes: Record<string, unknown> = {}): string {
  const lines = Array.from({ length: 5 }, (_, index) => {
    const id = 8_000_000_000_000 + (100 + index) * 32_768;
    const productType = index < 2 ? "Mug" : "Throw";
    return [productLine(id, { productType, ...changes }), variantLine(100 + index, id)];
  });
  return bulkText(lines.flat());
}
