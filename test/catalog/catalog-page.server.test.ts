import { randomUUID } from "node:crypto";

import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { EXAMPLES_SHOWN } from "~/catalog/catalog-page";
import { answerCatalogForm, findCatalog } from "~/catalog/catalog-page.server";
import type { FeedKey } from "~/catalog/feed";
import { ensureFeed } from "~/catalog/feed.server";
import { db } from "~/db.server";
import type { ShopId } from "~/ids";
import { listJobs } from "~/jobs/list.server";
import { startQueue, stopQueue } from "~/queue.server";
import { MINUTE_MS } from "~/time";

import { TEST_NOW } from "#test/support/clock";
import { emptyDatabase } from "#test/support/database";
import { installedShop } from "#test/support/shops";

const APP_URL = "https://relay.example/";
const MARKET = { country: "US", locale: "en-US", currency: "USD" };

beforeAll(() => startQueue(listJobs(new AbortController().signal), "producer"));
afterAll(() => stopQueue(1_000));
beforeEach(emptyDatabase);

describe("the page of the catalog", () => {
  test("shows a shop that was just installed nothing but its feed", async () => {
    const shopId = await installedShop();
    await ensureFeed(db, shopId, MARKET);
    expect(await page(shopId)).toMatchObject({
      sync: null,
      feeds: [
        {
          market: MARKET,
          url: expect.stringMatching(/^https:\/\/relay\.example\/feeds\/[\w-]{36}\.tsv$/),
          gate: null,
          versions: [],
          issues: [],
        },
      ],
    });
  });

  test("lists the published versions, the newest first, and what is wrong with the current one", async () => {
    const { feed, shopId } = await shopWithFeed();
    await version(feed, 1, { LINK_LENGTH_TOO_LONG: 1 });
    const current = await version(feed, 2, {
      DESCRIPTION_MISSING: 40,
      PRICE_MISSING: 2,
      IMAGE_LINK_MISSING: 12,
      NOT_OURS: 3,
    });
    await publish(feed, current);
    const [shown] = (await page(shopId)).feeds;
    expect(shown?.versions.map(({ isCurrent, items }) => [isCurrent, items])).toEqual([
      [true, 2],
      [false, 1],
    ]);
    expect(shown?.issues.map(({ code, count, severity }) => [code, count, severity])).toEqual([
      ["IMAGE_LINK_MISSING", 12, "error"],
      ["PRICE_MISSING", 2, "error"],
      ["DESCRIPTION_MISSING", 40, "warning"],
    ]);
    expect(shown?.issues.map(({ examples }) => examples.length)).toEqual([EXAMPLES_SHOWN, 2, 10]);
    expect(shown?.issues[1]?.examples[0]).toEqual({
      itemId: "item-0",
      productId: "7",
      value: "",
    });
  });

  test("publishes what waits at the gate, once, and an earlier version again", async () => {
    const { feed, shopId } = await shopWithFeed();
    const [first, waiting] = [await version(feed, 10), await version(feed, 3, {}, null)];
    await publish(feed, first);
    await db.feed.update({
      where: { id: feed.feedId },
      data: { gate: "shrunk", gatedVersionId: waiting },
    });
    expect((await page(shopId)).feeds[0]?.gate).toEqual({
      reason: "shrunk",
      versionId: waiting,
      items: 3,
    });

    const form = { feedId: feed.feedId, versionId: waiting };
    expect(await answer(shopId, { intent: "publish", ...form })).toEqual({ kind: "published" });
    expect(await answer(shopId, { intent: "publish", ...form })).toEqual({ kind: "not_waiting" });
    expect((await page(shopId)).feeds[0]?.versions[0]).toMatchObject({ items: 3, isCurrent: true });
    expect(
      await answer(shopId, { intent: "roll_back", feedId: feed.feedId, versionId: first }),
    ).toEqual({ kind: "rolled_back" });
    expect(currentItems(await page(shopId))).toBe(10);
  });

  test("asks for a reading, once however often it is pressed, and cancels it", async () => {
    const { shopId } = await shopWithFeed();
    const answers = [
      await answer(shopId, { intent: "sync" }),
      await answer(shopId, { intent: "sync" }),
    ];
    expect(answers).toEqual(Array(2).fill({ kind: "sync_requested" }));
    expect(await db.catalogSync.count()).toBe(1);
    const { sync } = await page(shopId);
    expect(sync).toMatchObject({ phase: "queued", cause: "merchant" });
    expect(await answer(shopId, { intent: "cancel", syncId: sync?.id ?? "" })).toEqual({
      kind: "sync_cancelled",
    });
  });

  test("changes the format, and asks for a reading that writes it", async () => {
    const { feed, shopId } = await shopWithFeed();
    expect(await answer(shopId, { intent: "format", feedId: feed.feedId, format: "xml" })).toEqual({
      kind: "format_changed",
    });
    expect(await page(shopId)).toMatchObject({
      sync: { phase: "queued", cause: "settings" },
      feeds: [{ format: "xml", url: expect.stringMatching(/\.xml$/) }],
    });
  });

  test("neither shows nor changes what is another shop's", async () => {
    const { feed, shopId } = await shopWithFeed();
    const [one, two] = [await version(feed, 1), await version(feed, 2)];
    await publish(feed, two);
    await answer(shopId, { intent: "sync" });
    const before = await page(shopId);
    const other = await installedShop("other.myshopify.com");
    expect(await page(other)).toEqual({ sync: null, feeds: [], joinCheck: null });

    const form = { feedId: feed.feedId, versionId: one };
    expect(await answer(other, { intent: "roll_back", ...form })).toEqual({ kind: "not_kept" });
    expect(await answer(other, { intent: "publish", ...form })).toEqual({ kind: "not_waiting" });
    expect(await answer(other, { intent: "cancel", syncId: before.sync?.id ?? "" })).toEqual({
      kind: "sync_over",
    });
    await answer(other, { intent: "format", feedId: feed.feedId, format: "csv" });
    expect(await page(shopId)).toEqual(before);
  });
});

function page(shopId: ShopId) {
  return findCatalog(shopId, APP_URL, TEST_NOW);
}

function answer(shopId: ShopId, form: Parameters<typeof answerCatalogForm>[1]) {
  return answerCatalogForm(shopId, form, TEST_NOW);
}

function currentItems({ feeds }: Awaited<ReturnType<typeof page>>): number | undefined {
  return feeds[0]?.versions.find(({ isCurrent }) => isCurrent)?.items;
}

async function shopWithFeed(): Promise<{ shopId: ShopId; feed: FeedKey }> {
  const shopId = await installedShop();
  const { feedId } = await ensureFeed(db, shopId, MARKET);
  return { shopId, feed: { shopId, feedId } };
}

/** A version of so many items, of which some have issues; the later it is made, the newer. */
async function version(
  { feedId, shopId }: FeedKey,
  items: number,
  issueCounts: Record<string, number> = {},
  publishedAt: Date | null = TEST_NOW,
): Promise<string> {
  const id = randomUUID();
  const createdAt = new Date(TEST_NOW.getTime() + (await db.feedVersion.count()) * MINUTE_MS);
  await db.feedVersion.create({
    data: {
      ...{ id, feedId, shopId, items, issueCounts, createdAt, publishedAt },
      ...{ contentHash: id, format: "tsv", storageKey: id, sizeBytes: 1_000n, leftOut: 0 },
    },
  });
  const found = Object.entries({
    PRICE_MISSING: "error",
    IMAGE_LINK_MISSING: "error",
    DESCRIPTION_MISSING: "warning",
  }).flatMap(([code, severity]) =>
    Array.from({ length: issueCounts[code] ?? 0 }, (_, index) => ({ code, severity, index })),
  );
  await db.feedIssue.createMany({
    data: found.map(({ code, index, severity }) => ({
      ...{ shopId, feedId, versionId: id, code, severity, value: "" },
      ...{ itemId: `item-${index}`, productId: "7" },
    })),
  });
  return id;
}

async function publish({ feedId }: FeedKey, currentVersionId: string): Promise<void> {
  await db.feed.update({ where: { id: feedId }, data: { currentVersionId } });
}
