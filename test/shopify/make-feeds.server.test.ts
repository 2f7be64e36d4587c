import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import { build } from "esbuild";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { toItemOptions } from "~/catalog/item";
import { filesOfRange, type FeedRecipe } from "~/catalog/make-range.server";
import { db } from "~/db.server";
import { INSTALLATION_DIR } from "~/paths.server";
import { makeFeeds, type MadeFeeds } from "~/shopify/make-feeds.server";
import { startMakingRanges, type MakeRange } from "~/shopify/make-ranges.server";
import { partLines, type PartedLines } from "~/shopify/part-lines.server";
import { startRangeThreads } from "~/shopify/range-threads.server";
import { DEFAULT_SETTINGS } from "~/shops/settings";
import { findShopById } from "~/shops/shop.server";

import { bulkText, imageLine, productLine, variantLine } from "#test/support/bulk";
import { publishedText } from "#test/support/catalog-sync";
import { useCatalogShop } from "#test/support/catalog-shop";
import { TEST_NOW } from "#test/support/clock";
import { readFeed } from "#test/support/feeds";

const { installed } = useCatalogShop();
const RANGES = 8;
const nothing = () => Promise.resolve();
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "make-feeds-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Forty products of two variants; each fifth product has the SKU of another one. */
const LINES = Array.from({ length: 40 }, (_, index) => {
  const id = index + 1;
  const sku = `SKU-${id % 5 === 0 ? id - 4 : id}`;
  return [
    productLine(id, { title: `Scarf ${id}` }),
    imageLine(id * 100 + 1, id),
    variantLine(id * 10, id, { sku, title: "One" }),
    variantLine(id * 10 + 1, id, { sku: `SKU-${id}-B`, title: "Two" }),
  ];
}).flat();

describe("two items with one id", () => {
  test("are told apart over all ranges: the first in the file is published, the other is a duplicate", async () => {
    await read(LINES, 1);
    const expected = await publishedText(installed());
    const ids = readFeed("tsv", expected ?? "").map(({ id }) => id);
    expect(ids).toHaveLength(72);
    expect(new Set(ids).size).toBe(72);
    const rows = await itemRows();
    expect(rows.filter(({ leftOut }) => leftOut !== null)).toEqual([]);

    await read(LINES, RANGES);
    expect(await publishedText(installed())).toBe(expected);
    expect(await itemRows()).toEqual(rows);
    expect(await versions()).toMatchObject([
      { leftOut: 8, issueCounts: { DUPLICATE_PRODUCTS: 8 } },
    ]);
  });

  test("have one row, that of the first in the file, whatever was stored before", async () => {
    await read(LINES, RANGES);
    const rows = await itemRows();

    // Without each product that was the first, the other one has the id; and gives it back.
    const owner = (id: number) => rows.find(({ itemId }) => itemId === `SKU-${id}`)?.productId;
    const firsts = [1, 6, 11, 16, 21, 26, 31, 36].map(owner);
    await read(
      LINES.filter((line) => !firsts.some((id) => isOf(line, id ?? ""))),
      RANGES,
    );
    const between = await itemRows();
    for (const id of [1, 6, 11, 16, 21, 26, 31, 36]) {
      const row = between.find(({ itemId }) => itemId === `SKU-${id}`);
      expect(row).toMatchObject({ leftOut: null });
      expect(firsts).not.toContain(row?.productId);
    }
    await read(LINES, RANGES);
    expect(await itemRows()).toEqual(rows);
  });

  test("that are both left out have the row of the first, and the next reading leaves it", async () => {
    const drafts = LINES.map((line) =>
      line["__typename"] === "Product" ? { ...line, status: "DRAFT" } : line,
    );
    await read([...drafts, productLine(50), variantLine(500, 50)], RANGES);
    const rows = await itemRows();
    expect(rows.filter(({ leftOut }) => leftOut === "not_active")).toHaveLength(72);
    await db.catalogItem.updateMany({ data: { changedAt: new Date(0) } });
    await read([...drafts, productLine(50), variantLine(500, 50)], RANGES);
    expect(await itemRows()).toEqual(rows);
    expect(await db.catalogItem.count({ where: { changedAt: { gt: new Date(0) } } })).toBe(0);
  });
});

describe("threads", () => {
  const bundle = path.join(INSTALLATION_DIR, "build", "test", "range-thread.js");

  test("make the bytes and tell the figures that the main thread makes and tells", async () => {
    await build({
      absWorkingDir: INSTALLATION_DIR,
      entryPoints: ["app/shopify/range-thread.server.ts"],
      outfile: bundle,
      bundle: true,
      platform: "node",
      format: "esm",
      target: "node24",
      packages: "external",
      logLevel: "warning",
    });
    await part(LINES, RANGES);
    const feeds = (["tsv", "xml"] as const).map((format): FeedRecipe => {
      const items = toItemOptions({ ...DEFAULT_SETTINGS, itemIdFormat: "sku" });
      return { format, items, storefront: null, file: path.join(folder, format) };
    });
    const setup = { folder, isEmpty: false, countries: [], feeds };
    const here = await allRanges(startMakingRanges(setup, nothing), feeds);

    const threads = startRangeThreads(setup, 2, bundle);
    try {
      expect(await allRanges(threads.make, feeds)).toEqual(here);
    } finally {
      await threads.stop();
    }
  });

  test("that end without an answer fail what they were at", async () => {
    const setup = { folder, isEmpty: true, countries: [], feeds: [] };
    const threads = startRangeThreads(setup, 1, path.join(folder, "missing.js"));
    const task = { range: 0, before: [], isSampled: false };
    await expect(threads.make(task)).rejects.toThrow("A thread that makes a catalog ended");
    await expect(threads.make(task)).rejects.toThrow("A thread that makes a catalog ended");
    await threads.stop();
  });
});

/** What each range came to, and its files. All are begun at once, as threads may have them. */
function allRanges(make: MakeRange, feeds: readonly FeedRecipe[]) {
  const before = feeds.map(() => ({ stored: [], taken: ["SKU-2"] }));
  const ranges = Array.from({ length: RANGES }, (_, range) => range);
  const one = async (range: number) => {
    const result = await make({ range, before, isSampled: true });
    const names = feeds.flatMap((feed) => Object.values(filesOfRange(feed, range)));
    const texts = await Promise.all(names.map((name) => readFile(name, "utf8")));
    return { result, texts };
  };
  return inTurn(ranges, one);
}

async function inTurn<Task, Done>(
  tasks: readonly Task[],
  work: (task: Task) => Promise<Done>,
): Promise<Done[]> {
  const done: Done[] = [];
  for (const task of tasks) done.push(await work(task));
  return done;
}

type Line = Readonly<Record<string, unknown>>;

async function part(lines: readonly Line[], ranges: number): Promise<PartedLines> {
  const file = path.join(folder, "bulk.jsonl");
  await writeFile(file, bulkText(lines));
  const stopping = new AbortController().signal;
  const parted = await partLines(file, folder, ranges, { onProgress: nothing, stopping });
  if (parted.kind !== "parted") throw new Error(parted.kind);
  return parted;
}

/** Reads a catalog whose ids are SKUs. */
async function read(lines: readonly Line[], ranges: number): Promise<MadeFeeds> {
  const shop = await findShopById(installed());
  if (!shop) throw new Error("There is no shop");
  const parted = await part(lines, ranges);
  const settings = { ...shop.settings, itemIdFormat: "sku" } as const;
  return makeFeeds({ ...shop, settings }, folder, parted, {
    askedAt: TEST_NOW,
    now: () => TEST_NOW,
    stopping: new AbortController().signal,
    threads: 0,
    onProgress: nothing,
  });
}

function isOf(line: Line, productId: string): boolean {
  const gid = `gid://shopify/Product/${productId}`;
  return line["id"] === gid || line["__parentId"] === gid;
}

function itemRows() {
  return db.catalogItem.findMany({
    where: { shopId: installed() },
    orderBy: { itemId: "asc" },
    select: { itemId: true, productId: true, leftOut: true, contentHash: true },
  });
}

function versions() {
  return db.feedVersion.findMany({ where: { shopId: installed() } });
}
