import { randomUUID } from "node:crypto";

import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { answerCatalogForm, findCatalog } from "~/catalog/catalog-page.server";
import type { FeedKey } from "~/catalog/feed";
import { ensureFeed, feedCredentials } from "~/catalog/feed.server";
import { ISSUE_ITEMS_PER_PAGE, parseIssuesQuery } from "~/catalog/issue-list";
import { findIssues } from "~/catalog/issue-list.server";
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
      feeds: [{ market: MARKET, items: null, leftOut: null, issues: 0, standing: "unpublished" }],
      shown: {
        market: MARKET,
        url: expect.stringMatching(/^https:\/\/relay\.example\/feeds\/[\w-]{36}\.tsv$/),
        gate: null,
        versions: [],
        issues: [],
      },
    });
  });

  test("has a line for each feed, and shows the chosen one whole", async () => {
    const { feed, shopId } = await shopWithFeed();
    await publish(feed, await version(feed, 2, { DESCRIPTION_MISSING: 40, NOT_OURS: 3 }));
    const canada = await ensureFeed(db, shopId, { ...MARKET, country: "CA", currency: "CAD" });
    const both = await page(shopId, canada.feedId);
    expect(both.feeds).toMatchObject([
      { feedId: feed.feedId, standing: "published", items: 2, issues: 1, registration: null },
      { feedId: canada.feedId, standing: "unpublished", items: null, leftOut: null, issues: 0 },
    ]);
    expect(both.shown?.feedId).toBe(canada.feedId);
    const other = await installedShop("other.myshopify.com");
    expect(await page(other, feed.feedId)).toMatchObject({ feeds: [], shown: null });
    expect((await page(shopId, randomUUID())).shown?.feedId).toBe(feed.feedId);
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
    const { shown } = await page(shopId);
    expect(shown?.versions.map(({ isCurrent, items }) => [isCurrent, items])).toEqual([
      [true, 2],
      [false, 1],
    ]);
    const summary = shown?.issues.map(({ code, found, severity }) => [code, severity, found]);
    expect(summary).toEqual([
      ["IMAGE_LINK_MISSING", "error", [{ source: "lint", count: 12 }]],
      ["PRICE_MISSING", "error", [{ source: "lint", count: 2 }]],
      ["DESCRIPTION_MISSING", "warning", [{ source: "lint", count: 40 }]],
    ]);
  });

  test("publishes what waits at the gate, once, and an earlier version again", async () => {
    const { feed, shopId } = await shopWithFeed();
    const [first, waiting] = [await version(feed, 10), await version(feed, 3, {}, null)];
    await publish(feed, first);
    await db.feed.update({
      where: { id: feed.feedId },
      data: { gate: "shrunk", gatedVersionId: waiting },
    });
    expect((await page(shopId)).shown?.gate).toEqual({
      reason: "shrunk",
      versionId: waiting,
      items: 3,
    });

    const form = { feedId: feed.feedId, versionId: waiting };
    expect(await answer(shopId, { intent: "publish", ...form })).toEqual({ kind: "published" });
    expect(await answer(shopId, { intent: "publish", ...form })).toEqual({ kind: "not_waiting" });
    expect((await page(shopId)).shown?.versions[0]).toMatchObject({ items: 3, isCurrent: true });
    expect(
      await answer(shopId, { intent: "roll_back", feedId: feed.feedId, versionId: first }),
    ).toEqual({ kind: "rolled_back" });
    expect(currentItems(await page(shopId))).toBe(10);
  });

  test("protects a feed with a password that it shows once, and lets the address be enough again", async () => {
    const { feed, shopId } = await shopWithFeed();
    const form = { feedId: feed.feedId };
    const protectedBy = await answer(shopId, { intent: "protect", ...form });
    expect(protectedBy).toEqual({ kind: "feed_protected", ...(await feedCredentials(feed)) });
    expect(await page(shopId)).toMatchObject({ shown: { isProtected: true } });
    expect(await answer(shopId, { intent: "unprotect", ...form })).toEqual({
      kind: "feed_unprotected",
    });
    expect(await page(shopId)).toMatchObject({ shown: { isProtected: false } });
  });

  test("turns the visits of pages and pictures on and off, and asks for them once", async () => {
    const { shopId } = await shopWithFeed();
    const on = { intent: "item_checks", wish: "on" } as const;
    expect(await answer(shopId, on)).toEqual({ kind: "item_checks_on" });
    expect(await answer(shopId, on)).toEqual({ kind: "item_checks_on" });
    expect(await page(shopId)).toMatchObject({ itemChecks: { isOn: true, doneAt: null } });
    const jobs = await db.$queryRaw`SELECT data FROM pgboss.job
      WHERE name = 'check-items' AND data->>'shopId' = ${shopId}`;
    expect(jobs).toEqual([{ data: { shopId } }]);
    expect(await answer(shopId, { ...on, wish: "off" })).toEqual({ kind: "item_checks_off" });
    expect(await page(shopId)).toMatchObject({ itemChecks: { isOn: false } });
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
      shown: { format: "xml", url: expect.stringMatching(/\.xml$/) },
    });
  });

  test("neither shows nor changes what is another shop's", async () => {
    const { feed, shopId } = await shopWithFeed();
    const [one, two] = [await version(feed, 1), await version(feed, 2)];
    await publish(feed, two);
    await answer(shopId, { intent: "sync" });
    const before = await page(shopId);
    const other = await installedShop("other.myshopify.com");
    expect(await page(other)).toEqual({
      ...{
        sync: null,
        feeds: [],
        shown: null,
        joinCheck: null,
        itemChecks: { isOn: false, doneAt: null },
      },
    });

    const form = { feedId: feed.feedId, versionId: one };
    for (const intent of ["roll_back", "publish", "compare"] as const) {
      expect(await answer(other, { intent, ...form })).toBeNull();
    }
    const { feedId } = feed;
    for (const intent of ["register", "unregister", "protect", "unprotect"] as const) {
      expect(await answer(other, { intent, feedId })).toBeNull();
    }
    expect(await answer(other, { intent: "format", feedId, format: "csv" })).toBeNull();
    expect(await answer(other, { intent: "cancel", syncId: before.sync?.id ?? "" })).toEqual({
      kind: "sync_over",
    });
    expect(await page(shopId)).toEqual(before);
  });
});

describe("the list of issues", () => {
  test("has one entry for a code, whoever says so, and all items behind it by pages", async () => {
    const { feed, shopId } = await shopWithFeed();
    await publish(feed, await version(feed, 2, { PRICE_MISSING: 60, MPN_INVALID: 3 }));
    await db.feedRegistration.create({
      data: {
        ...{ ...feed, state: "registered", userId: "1", fetchTime: "04:00", createdAt: TEST_NOW },
        errorCounts: { PRICE_MISSING: 9, LINE_LEVEL_INTERNAL_ERROR: 1 },
      },
    });
    const reported = { ...feed, code: "PRICE_MISSING", severity: "error", value: "free" };
    await db.reportedIssue.createMany({
      data: ["r1", "r2"].map((itemId) => ({ ...reported, itemId })),
    });
    const refused = { ...feed, message: "Not like this.", refusedAt: TEST_NOW };
    await db.refusedItem.createMany({
      data: [
        { ...refused, itemId: "u1", code: 112 },
        { ...refused, itemId: "u2", code: null },
      ],
    });
    const known = { ...feed, variantId: "1", part: 0, contentHash: "", changedAt: TEST_NOW };
    await db.catalogItem.create({ data: { ...known, itemId: "r2", productId: "77" } });

    const { groups } = await findIssues(shopId, NO_CHOICE);
    expect(groups.map(({ code, found, severity }) => [code, severity, found])).toEqual([
      [
        ...["PRICE_MISSING", "error"],
        [
          { source: "lint", count: 60 },
          { source: "pinterest", count: 9 },
        ],
      ],
      ["LINE_LEVEL_INTERNAL_ERROR", "error", [{ source: "pinterest", count: 1 }]],
      ["UPDATE_112", "error", [{ source: "update", count: 1 }]],
      ["UPDATE_UNKNOWN", "error", [{ source: "update", count: 1 }]],
      ["MPN_INVALID", "warning", [{ source: "lint", count: 3 }]],
    ]);

    const first = (await findIssues(shopId, { ...NO_CHOICE, code: "PRICE_MISSING" })).shown;
    expect(first).toMatchObject({ isFirstPage: true, unnamed: 0 });
    expect(first?.items).toHaveLength(ISSUE_ITEMS_PER_PAGE);
    const search = { feed: feed.feedId, code: "PRICE_MISSING", after: first?.next ?? "" };
    const second = (await findIssues(shopId, parseIssuesQuery(new URLSearchParams(search)))).shown;
    expect(second).toMatchObject({ isFirstPage: false, next: null, unnamed: 7 });
    expect(
      second?.items.map(({ itemId, productId, source }) => [itemId, productId, source]),
    ).toEqual([
      ...Array.from({ length: 10 }, (_, place) => [`item-${50 + place}`, "7", "lint"]),
      ["r1", null, "pinterest"],
      ["r2", "77", "pinterest"],
    ]);
    expect((await findIssues(shopId, { ...NO_CHOICE, code: "UPDATE_112" })).shown?.items).toEqual([
      ...[{ source: "update", itemId: "u1", productId: null, attribute: null }].map((item) => ({
        ...item,
        value: "Not like this.",
      })),
    ]);
  });

  test("shows nothing of another shop's feed, and nothing for a code that is over", async () => {
    const { feed, shopId } = await shopWithFeed();
    await publish(feed, await version(feed, 2, { PRICE_MISSING: 1 }));
    const other = await installedShop("other.myshopify.com");
    const query = { ...NO_CHOICE, feedId: feed.feedId };
    expect(await findIssues(other, query)).toEqual({
      ...{ feeds: [], feedId: null, groups: [], shown: null },
    });
    expect((await findIssues(shopId, { ...query, code: "MPN_INVALID" })).shown).toBeNull();
  });
});

const NO_CHOICE = { feedId: null, code: null, cursor: null };

function page(shopId: ShopId, chosen: string | null = null) {
  return findCatalog(shopId, { appUrl: APP_URL, chosen, now: TEST_NOW });
}

function answer(shopId: ShopId, form: Parameters<typeof answerCatalogForm>[1]) {
  return answerCatalogForm(shopId, form, TEST_NOW);
}

function currentItems({ shown }: Awaited<ReturnType<typeof page>>): number | undefined {
  return shown?.versions.find(({ isCurrent }) => isCurrent)?.items;
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
