import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { answerCatalogForm, findCatalog } from "~/catalog/catalog-page.server";
import type { FeedKey } from "~/catalog/feed";
import { changeFeed, protectFeed, unprotectFeed } from "~/catalog/feed.server";
import { findRegistration, readProcessing } from "~/catalog/processing.server";
import { registerFeed, removeRegistration } from "~/catalog/registration.server";
import { removeFeed } from "~/catalog/remove-feed.server";
import { db } from "~/db.server";
import type { ShopId } from "~/ids";
import { listJobs } from "~/jobs/list.server";
import { startQueue, stopQueue } from "~/queue.server";
import { MINUTE_MS } from "~/time";

import { connectAccount } from "#test/support/account";
import { TEST_NOW } from "#test/support/clock";
import { emptyDatabase } from "#test/support/database";
import { useLocalPinterest } from "#test/support/pinterest";
import { feedsAtPinterest, fetchedByPinterest, publishedFeed } from "#test/support/registered-feed";
import { installedShop } from "#test/support/shops";

const pinterest = useLocalPinterest();

beforeAll(() => startQueue(listJobs(new AbortController().signal), "producer"));
afterAll(() => stopQueue(1_000));
beforeEach(emptyDatabase);

describe("registerFeed", () => {
  test("tells Pinterest of the feed, and a second run changes nothing and asks nothing", async () => {
    const feed = await feedOfAccount();
    await protectFeed(feed);
    expect(await registerFeed(feed, TEST_NOW)).toBe("registered");
    const calls = (await pinterest.apiCalls()).length;
    expect(await registerFeed(feed, TEST_NOW)).toBe("unchanged");
    expect(await pinterest.apiCalls()).toHaveLength(calls);

    const { fileId } = await db.feed.findFirstOrThrow();
    expect((await feedsAtPinterest(pinterest)).feeds).toMatchObject([
      {
        name: "Pin Relay demo.myshopify.com US en-US USD",
        location: `http://127.0.0.1:4199/feeds/${fileId}.tsv`,
        format: "TSV",
        hasCredentials: true,
      },
    ]);
    expect(await findRegistration(feed, TEST_NOW)).toMatchObject({
      state: "registered",
      problem: null,
    });
  });

  test("does nothing for a shop without an account, and for a feed that was never published", async () => {
    const shopId = await installedShop();
    const feed = await publishedFeed(shopId);
    expect(await registerFeed(feed, TEST_NOW)).toBe("nothing");
    await connectAccount(pinterest, shopId, TEST_NOW);
    await db.feed.updateMany({ data: { currentVersionId: null } });
    expect(await registerFeed(feed, TEST_NOW)).toBe("nothing");
    expect(await pinterest.apiCalls("feeds/create")).toEqual([]);
  });

  test("finds the feed by its address where the answer to its making was lost", async () => {
    const feed = await feedOfAccount();
    await pinterest.fail({ kind: "broken_after", operation: "feeds/create", calls: 1 });
    expect(await registerFeed(feed, TEST_NOW)).toBe("retry");
    expect(await findRegistration(feed, TEST_NOW)).toMatchObject({ state: "registering" });
    expect(await registerFeed(feed, TEST_NOW)).toBe("registered");
    expect((await feedsAtPinterest(pinterest)).feeds).toHaveLength(1);
    expect(await pinterest.apiCalls("feeds/create")).toHaveLength(1);
  });

  test("tells what changed, under the same id", async () => {
    const feed = await feedOfAccount();
    await registerFeed(feed, TEST_NOW);
    const [before] = (await feedsAtPinterest(pinterest)).feeds;
    await changeFeed(feed, { format: "xml" });
    await protectFeed(feed);
    expect(await registerFeed(feed, TEST_NOW)).toBe("registered");
    const { feeds } = await feedsAtPinterest(pinterest);
    expect(feeds).toMatchObject([{ id: before?.id, format: "XML", hasCredentials: true }]);
    expect(await pinterest.apiCalls("feeds/update")).toHaveLength(1);
  });

  test.each([
    { because: "new credentials", change: (feed: FeedKey) => protectFeed(feed) },
    { because: "none any more", change: (feed: FeedKey) => unprotectFeed(feed) },
    { because: "another format", change: (feed: FeedKey) => changeFeed(feed, { format: "csv" }) },
  ])(
    "is asked for with every change that Pinterest has to learn of: $because",
    async ({ change }) => {
      const feed = await feedOfAccount();
      await db.$executeRaw`DELETE FROM pgboss.job`;
      await change(feed);
      await change(feed);
      const jobs = await db.$queryRaw`SELECT data FROM pgboss.job WHERE name = 'register-feed'`;
      expect(jobs).toEqual([{ data: feed }]);
      await change({ ...feed, shopId: await installedShop("other.myshopify.com") });
      expect(await db.$queryRaw`SELECT data FROM pgboss.job WHERE name = 'register-feed'`).toEqual(
        jobs,
      );
    },
  );

  test("tells the address of the version that is answered, until one of the new format is", async () => {
    const feed = await feedOfAccount();
    await versionOf(feed, "tsv");
    await changeFeed(feed, { format: "xml" });
    await registerFeed(feed, TEST_NOW);
    expect((await feedsAtPinterest(pinterest)).feeds).toMatchObject([{ format: "TSV" }]);
    await versionOf(feed, "xml");
    expect(await registerFeed(feed, TEST_NOW)).toBe("registered");
    expect((await feedsAtPinterest(pinterest)).feeds).toMatchObject([
      { format: "XML", location: expect.stringMatching(/\.xml$/) },
    ]);
  });

  test("takes another name where its own is taken", async () => {
    const feed = await feedOfAccount();
    await registerFeed(feed, TEST_NOW);
    // The shop was installed anew: another file of the same market.
    await db.feed.deleteMany();
    const other = await publishedFeed(feed.shopId);
    expect(await registerFeed(other, TEST_NOW)).toBe("registered");
    const names = (await feedsAtPinterest(pinterest)).feeds.map(({ name }) => name);
    expect(new Set(names).size).toBe(2);
  });

  test.each([
    { because: "no website", user: { websites: [] }, problem: "no_website" },
    {
      because: "a website that is not claimed",
      user: { websites: [{ website: "demo.example", status: "pending" }] },
      problem: "website_not_claimed",
    },
    {
      because: "a disapproved merchant",
      user: { merchant: "disapproved" },
      problem: "merchant_disapproved",
    },
  ])("keeps Pinterest's reason: $because", async ({ problem, user }) => {
    const feed = await feedOfAccount();
    await pinterest.control("PUT", "users", { username: "demo_store", ...user });
    expect(await registerFeed(feed, TEST_NOW)).toBe("refused");
    expect(await findRegistration(feed, TEST_NOW)).toMatchObject({
      ...{ state: "refused", problem },
      words: expect.stringMatching(/\w/),
    });

    const website = { website: "demo.example", status: "success" };
    await pinterest.control("PUT", "users", {
      username: "demo_store",
      merchant: "approved",
      websites: [website],
    });
    expect(await registerFeed(feed, TEST_NOW)).toBe("registered");
    expect(await findRegistration(feed, TEST_NOW)).toMatchObject({ problem: null, words: null });
  });

  test("says of a personal account what it lacks", async () => {
    const shopId = await installedShop();
    await connectAccount(pinterest, shopId, TEST_NOW, { username: "just_pinning" });
    const feed = await publishedFeed(shopId);
    await registerFeed(feed, TEST_NOW);
    expect(await findRegistration(feed, TEST_NOW)).toMatchObject({
      problem: "business_account_required",
    });
  });

  test("registers anew under another account, and leaves the first one's feed alone", async () => {
    const feed = await feedOfAccount();
    await registerFeed(feed, TEST_NOW);
    await connectAccount(pinterest, feed.shopId, TEST_NOW, { username: "second_brand" });
    const website = { website: "second.example", status: "success" };
    await pinterest.control("PUT", "users", { username: "second_brand", websites: [website] });
    expect(await registerFeed(feed, TEST_NOW)).toBe("registered");
    expect((await feedsAtPinterest(pinterest)).feeds).toHaveLength(2);
    expect(await pinterest.apiCalls("feeds/delete")).toEqual([]);
  });

  test("does not bring back what was deleted at Pinterest, unless the merchant asks", async () => {
    const feed = await feedOfAccount();
    await registerFeed(feed, TEST_NOW);
    expect(await removeRegistration(feed, TEST_NOW)).toBe("removed");
    expect(await removeRegistration(feed, TEST_NOW)).toBe("nothing");
    expect((await feedsAtPinterest(pinterest)).feeds).toEqual([]);
    expect(await registerFeed(feed, TEST_NOW)).toBe("unchanged");
    expect(await registerFeed(feed, TEST_NOW, true)).toBe("registered");
    expect((await feedsAtPinterest(pinterest)).feeds).toHaveLength(1);
  });

  test.each(["feeds/list", "feeds/create"])(
    "waits while Pinterest does not answer %s",
    async (operation) => {
      const feed = await feedOfAccount();
      await pinterest.fail({ kind: "server_error", operation, calls: 1 });
      expect(await registerFeed(feed, TEST_NOW)).toBe("retry");
      expect(await registerFeed(feed, TEST_NOW)).toBe("registered");
    },
  );
});

describe("the feeds of several markets", () => {
  test("are registered each in its country, in Pinterest's spelling of its language", async () => {
    const canada = { country: "CA", locale: "fr-CA", currency: "CAD" };
    const germany = { country: "DE", locale: "de-DE", currency: "EUR" };
    const { shopId, ...own } = await feedOfAccount();
    for (const key of [
      own,
      await publishedFeed(shopId, canada),
      await publishedFeed(shopId, germany),
    ]) {
      expect(await registerFeed({ shopId, feedId: key.feedId }, TEST_NOW)).toBe("registered");
    }
    const names = (await feedsAtPinterest(pinterest)).feeds.map(({ name }) =>
      name.split(" ").slice(-3),
    );
    expect(names.toSorted()).toEqual([
      ["CA", "fr-CA", "CAD"],
      ["DE", "de", "EUR"],
      ["US", "en-US", "USD"],
    ]);
  });

  test("are deleted at Pinterest when the merchant takes them away, and then here", async () => {
    const feed = await feedOfAccount();
    await registerFeed(feed, TEST_NOW);
    expect(await removeFeed(feed, TEST_NOW)).toBe("kept");
    await db.feed.updateMany({ data: { state: "leaving" } });
    expect(await registerFeed(feed, TEST_NOW)).toBe("nothing");

    await pinterest.control("PUT", "users", { username: "demo_store", merchant: "under_review" });
    expect(await removeFeed(feed, TEST_NOW)).toBe("waiting");
    expect(await findRegistration(feed, TEST_NOW)).toMatchObject({
      problem: "merchant_under_review",
    });
    await pinterest.control("PUT", "users", { username: "demo_store", merchant: "approved" });
    await pinterest.fail({ kind: "server_error", operation: "feeds/delete", calls: 1 });
    expect(await removeFeed(feed, TEST_NOW)).toBe("retry");
    expect(await db.feed.count()).toBe(1);

    expect(await removeFeed(feed, TEST_NOW)).toBe("removed");
    expect((await feedsAtPinterest(pinterest)).feeds).toEqual([]);
    expect(await db.feed.count()).toBe(0);
  });

  test("wait for an account that needs the merchant first, and not for one that is gone", async () => {
    const feed = await feedOfAccount();
    await registerFeed(feed, TEST_NOW);
    await db.feed.updateMany({ data: { state: "leaving" } });
    await db.pinterestAccount.updateMany({ data: { attention: "access_revoked" } });
    expect(await removeFeed(feed, TEST_NOW)).toBe("waiting");
    await db.pinterestAccount.deleteMany();
    expect(await removeFeed(feed, TEST_NOW)).toBe("removed");
  });
});

describe("the page of the catalog", () => {
  test("registers, removes and registers again, and shows where the feed stands", async () => {
    const shopId = await installedShop();
    const feed = await publishedFeed(shopId);
    const { feedId } = feed;
    const answers = async (intent: "register" | "unregister") =>
      (await answerCatalogForm(shopId, { intent, feedId }, TEST_NOW))?.kind;
    expect(await answers("register")).toBe("feed_not_registrable");
    expect(await registrationOnPage(shopId)).toEqual({ obstacle: "no_account", known: null });

    await connectAccount(pinterest, shopId, TEST_NOW);
    expect(await registrationOnPage(shopId)).toEqual({ obstacle: null, known: null });
    expect(await answers("register")).toBe("feed_registered");
    expect(await registrationOnPage(shopId)).toMatchObject({
      known: { state: "registered", nextFetchAt: new Date(TEST_NOW.getTime() + 5 * MINUTE_MS) },
    });
    expect(await answers("unregister")).toBe("feed_removed");
    expect(await registrationOnPage(shopId)).toMatchObject({
      known: { state: "removed", nextFetchAt: null },
    });
    await db.$executeRaw`DELETE FROM pgboss.job`;
    await pinterest.fail({ kind: "server_error", operation: "feeds/list", calls: 1 });
    expect(await answers("register")).toBe("pinterest_silent");
    expect(await db.$queryRaw`SELECT data FROM pgboss.job WHERE name = 'register-feed'`).toEqual([
      { data: { ...feed, isAsked: true } },
    ]);
    expect(await answers("register")).toBe("feed_registered");
  });
});

async function registrationOnPage(shopId: ShopId) {
  const appUrl = "https://relay.example/";
  const { shown } = await findCatalog(shopId, { appUrl, chosen: null, now: TEST_NOW });
  return shown?.registration;
}

describe("readProcessing", () => {
  test("keeps what Pinterest counted and its examples, and reads a known result once", async () => {
    const feed = await feedOfAccount();
    await registerFeed(feed, TEST_NOW);
    await fetchedByPinterest(pinterest, ["1", "2", "2"], { sale_price: "12.00 USD" });
    expect(await readProcessing(feed, TEST_NOW)).toBe("read");
    expect(await readProcessing(feed, TEST_NOW)).toBe("known");
    expect(await findRegistration(feed, TEST_NOW)).toMatchObject({
      result: {
        status: "COMPLETED",
        counts: { original: 3, ingested: 2 },
        errors: { DUPLICATE_PRODUCTS: 1 },
        warnings: { SALES_PRICE_TOO_HIGH: 3 },
      },
    });
    expect(await reportedIssues()).toEqual([
      {
        itemId: "2",
        code: "DUPLICATE_PRODUCTS",
        severity: "error",
        attribute: "ITEM_ID",
        value: "2",
      },
      ...["1", "2", "2"].map((itemId) => ({
        itemId,
        code: "SALES_PRICE_TOO_HIGH",
        severity: "warning",
        attribute: "SALE_PRICE",
        value: "12.00 USD",
      })),
    ]);

    await fetchedByPinterest(pinterest, ["1"]);
    expect(await readProcessing(feed, TEST_NOW)).toBe("read");
    expect(await reportedIssues()).toEqual([]);
  });

  test("says of a feed that is gone at Pinterest that it is", async () => {
    const feed = await feedOfAccount();
    await registerFeed(feed, TEST_NOW);
    await pinterest.reset();
    await connectAccount(pinterest, feed.shopId, TEST_NOW);
    expect(await readProcessing(feed, TEST_NOW)).toBe("known");
    expect(await findRegistration(feed, TEST_NOW)).toMatchObject({
      state: "refused",
      problem: "feed_unknown",
    });
    expect(await registerFeed(feed, TEST_NOW)).toBe("unchanged");
  });
});

async function versionOf({ feedId, shopId }: FeedKey, format: string): Promise<void> {
  const { id } = await db.feedVersion.create({
    data: {
      ...{ shopId, feedId, format, contentHash: format, storageKey: format },
      ...{ sizeBytes: 1, items: 1, leftOut: 0, createdAt: TEST_NOW, publishedAt: TEST_NOW },
    },
  });
  await db.feed.updateMany({ where: { id: feedId, shopId }, data: { currentVersionId: id } });
}

async function feedOfAccount(): Promise<FeedKey> {
  const shopId = await installedShop();
  await connectAccount(pinterest, shopId, TEST_NOW);
  return publishedFeed(shopId);
}

function reportedIssues() {
  return db.reportedIssue.findMany({
    omit: { id: true, shopId: true, feedId: true },
    orderBy: [{ severity: "asc" }, { code: "asc" }, { id: "asc" }],
  });
}
