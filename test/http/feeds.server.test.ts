import { createServer, type Server } from "node:http";

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";

import { feedPath, type Feed } from "~/catalog/feed";
import { changeFeed, protectFeed, unprotectFeed } from "~/catalog/feed.server";
import { db } from "~/db.server";
import type { ShopId } from "~/ids";
import { feedsBefore } from "~/http/feeds.server";
import { listJobs } from "~/jobs/list.server";
import { closeShop } from "~/privacy/erase-shop.server";
import { startQueue, stopQueue } from "~/queue.server";

import { bulkText, productLine, variantLine } from "#test/support/bulk";
import { makeDataDir, onlyFeed, publishedText, syncOnce } from "#test/support/catalog-sync";
import { TEST_NOW } from "#test/support/clock";
import { emptyDatabase } from "#test/support/database";
import { useLocalShopify } from "#test/support/shopify";
import { installedShop } from "#test/support/shops";

const shopify = useLocalShopify();
let server: Server;
let origin: string;
let shopId: ShopId;
let feed: Feed;
let text: string;

beforeAll(async () => {
  await makeDataDir();
  await startQueue(listJobs(new AbortController().signal), "producer");
  server = createServer(
    feedsBefore((_, outgoing) => {
      outgoing.end("others");
    }),
  );
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  origin = `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}`;
});
afterAll(async () => {
  server.close();
  await stopQueue(1_000);
});
afterEach(() => void vi.useRealTimers());
beforeEach(async () => {
  await emptyDatabase();
  shopId = await installedShop();
  await shopify.session(new Date(Date.now() + 3_600_000));
  const jsonl = bulkText([productLine(1), variantLine(10, 1)]);
  await shopify.control("PUT", "bulk", { manner: { durationMs: 0, jsonl } });
  await syncOnce(shopId);
  feed = await onlyFeed(shopId);
  text = (await publishedText(shopId)) ?? "";
});

describe("a published feed", () => {
  test("is answered whole, with what tells whether it changed", async () => {
    const answer = await get();
    expect(answer.status).toBe(200);
    expect(await answer.text()).toBe(text);
    expect(answer.headers.get("content-type")).toBe("text/tab-separated-values; charset=utf-8");
    expect(answer.headers.get("etag")).toMatch(/^"[0-9a-f]{64}"$/);
    expect(answer.headers.get("last-modified")).toBe(TEST_NOW.toUTCString());

    const head = await get({}, "HEAD");
    expect([head.status, await head.text()]).toEqual([200, ""]);
    expect(head.headers.get("content-length")).toBe(String(Buffer.byteLength(text)));
  });

  test("is not sent again to whoever has it", async () => {
    const etag = (await get()).headers.get("etag") ?? "";
    for (const headers of [
      { "if-none-match": etag },
      { "if-none-match": `"other", W/${etag}` },
      { "if-modified-since": TEST_NOW.toUTCString() },
    ]) {
      const answer = await get(headers);
      expect([answer.status, await answer.text()]).toEqual([304, ""]);
    }
    expect((await get({ "if-none-match": '"other"' })).status).toBe(200);
  });

  test.each([
    { range: "bytes=0-9", status: 206, from: 0, to: 10, because: "both ends belong to it" },
    { range: "bytes=5-", status: 206, from: 5, to: undefined, because: "to the end" },
    { range: "bytes=-7", status: 206, from: -7, to: undefined, because: "the last bytes" },
    { range: "bytes=2-1", status: 200, from: 0, to: undefined, because: "no range at all" },
    { range: "bytes=0-1,4-5", status: 200, from: 0, to: undefined, because: "several: whole" },
    { range: "lines=1-2", status: 200, from: 0, to: undefined, because: "a unit nobody knows" },
  ])("answers $range with $status: $because", async ({ from, range, status, to }) => {
    const answer = await get({ range });
    expect([answer.status, await answer.text()]).toEqual([status, text.slice(from, to)]);
  });

  test("refuses a range behind its end, and joins no parts of two versions", async () => {
    const behind = await get({ range: "bytes=100000-" });
    expect(behind.status).toBe(416);
    expect(behind.headers.get("content-range")).toBe(`bytes */${Buffer.byteLength(text)}`);
    expect((await get({ range: "bytes=0-9", "if-range": '"other"' })).status).toBe(200);
  });

  test("asks for a user and a password where it is protected", async () => {
    const { password, username } = await protectFeed(feed);
    const basic = (words: string) => ({ authorization: `Basic ${btoa(words)}` });
    const refused = await get();
    expect(refused.status).toBe(401);
    expect(refused.headers.get("www-authenticate")).toContain("Basic");
    for (const words of [`${username}:wrong`, `other:${password}`, username, ""]) {
      expect((await get(basic(words))).status).toBe(401);
    }
    expect((await get(basic(`${username}:${password}`))).status).toBe(200);
    await unprotectFeed(feed);
    expect((await get()).status).toBe(200);
  });

  test("knows when Pinterest came last, and what it was told", async () => {
    await (await get({ "user-agent": "curl/8" })).text();
    expect((await onlyFeed(shopId)).fetchedAt).toBeNull();
    await (await get({ "user-agent": "Mozilla/5.0 (compatible; Pinterestbot/1.0)" })).text();
    const stored = await db.feed.findFirstOrThrow({ where: { id: feed.feedId } });
    expect(stored).toMatchObject({ fetchedAt: expect.any(Date), fetchedStatus: 200 });
  });

  test("is answered until its shop is erased, and is gone after that", async () => {
    await db.shop.updateMany({ data: { uninstalledAt: TEST_NOW } });
    expect((await get()).status).toBe(200);
    await db.$transaction((tx) => closeShop(tx, shopId));
    expect((await get()).status).toBe(410);
    await db.shop.deleteMany();
    expect((await get()).status).toBe(410);
  });
});

describe("what is no feed", () => {
  test.each([
    { path: "/feeds/", because: "no name" },
    { path: `/feeds/${"a".repeat(36)}.tsv`, because: "a name that we never gave" },
    { path: "/feeds/..%2F..%2Fetc%2Fpasswd", because: "no name of ours" },
  ])("is 404: $because", async ({ path }) => {
    expect((await fetch(origin + path)).status).toBe(404);
  });

  test("is the other format, and a feed that was never published", async () => {
    expect((await fetch(origin + feedPath({ ...feed, format: "csv" }))).status).toBe(404);
    await changeFeed(feed, { format: "csv" });
    await db.feed.updateMany({ data: { currentVersionId: null } });
    expect((await get()).status).toBe(404);
  });

  test("is another method, and another path", async () => {
    expect((await get({}, "POST")).status).toBe(405);
    expect(await (await fetch(`${origin}/feed`)).text()).toBe("others");
  });

  test("is more than sixty a minute of one feed", async () => {
    // However long the sixty take, no time passes in between.
    vi.useFakeTimers({ toFake: ["Date"], now: new Date() });
    const statuses: number[] = [];
    for (let index = 0; index < 61; index += 1) statuses.push((await get({}, "HEAD")).status);
    expect(new Set(statuses.slice(0, 50))).toEqual(new Set([200]));
    expect(statuses.at(-1)).toBe(429);
  });
});

function get(headers: Record<string, string> = {}, method = "GET"): Promise<Response> {
  return fetch(origin + feedPath(feed), { method, headers });
}
