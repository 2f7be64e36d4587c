import { randomUUID } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import path from "node:path";

import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { checkItems, findItemChecks, setItemChecks } from "~/catalog/check-items.server";
import type { FeedKey } from "~/catalog/feed";
import { ensureFeed } from "~/catalog/feed.server";
import { storageKey, storeFile } from "~/catalog/feed-storage.server";
import { judgeImage, judgeLink, type Seen } from "~/catalog/item-check";
import { findIssues } from "~/catalog/issue-list.server";
import { dataRoot } from "~/data-root.server";
import { db } from "~/db.server";
import { SECOND_MS } from "~/time";

import { makeDataDir } from "#test/support/catalog-sync";
import { TEST_NOW } from "#test/support/clock";
import { emptyDatabase } from "#test/support/database";
import { installedShop } from "#test/support/shops";

const PLAIN: Seen = { kind: "answered", status: 200, redirects: 0, url: "https://demo.example/a" };
const LARGE = { width: 75, height: 75 };

describe("an image", () => {
  test.each([
    { because: "large enough", seen: PLAIN, size: LARGE, finding: null },
    {
      because: "too narrow",
      seen: PLAIN,
      size: { width: 74, height: 500 },
      finding: ["CHECKED_IMAGE_TOO_SMALL", "74 x 500"],
    },
    {
      because: "not there",
      seen: { ...PLAIN, status: 404 },
      size: null,
      finding: ["CHECKED_IMAGE_UNREACHABLE", "404"],
    },
    {
      because: "inside a network",
      seen: { kind: "not_allowed" as const },
      size: null,
      finding: ["CHECKED_IMAGE_UNREACHABLE", "not_allowed"],
    },
    { because: "of a kind that nobody reads here", seen: PLAIN, size: null, finding: null },
    { because: "asked for too often", seen: { ...PLAIN, status: 429 }, size: null, finding: null },
  ])("that is $because comes to $finding", ({ finding, seen, size }) => {
    const judged = judgeImage(seen, size);
    expect(judged && [judged.code, judged.value]).toEqual(finding);
  });
});

describe("a link", () => {
  test.each([
    { because: "opens", seen: PLAIN, finding: null },
    {
      because: "leads elsewhere",
      seen: { ...PLAIN, redirects: 1 },
      finding: ["CHECKED_LINK_REDIRECTS", "https://demo.example/a"],
    },
    {
      because: "leads to nothing",
      seen: { ...PLAIN, redirects: 1, status: 410 },
      finding: ["CHECKED_LINK_UNREACHABLE", "410"],
    },
    {
      because: "does not answer",
      seen: { kind: "unanswered" as const },
      finding: ["CHECKED_LINK_UNREACHABLE", "unanswered"],
    },
    { because: "is being mended", seen: { ...PLAIN, status: 503 }, finding: null },
  ])("that $because comes to $finding", ({ finding, seen }) => {
    const judged = judgeLink(seen);
    expect(judged && [judged.code, judged.value]).toEqual(finding);
  });
});

describe("the visits of a shop's items", () => {
  let server: Server;
  let origin: string;
  let paths: string[] = [];

  beforeAll(async () => {
    await makeDataDir();
    server = createServer(({ url = "" }, response) => {
      paths.push(url);
      if (url.startsWith("/small.png")) response.end(png(10, 10));
      else if (url.startsWith("/large.png")) response.end(png(800, 600));
      else if (url.startsWith("/moved")) response.writeHead(301, { location: "/page" }).end();
      else if (url.startsWith("/page")) response.end("page");
      else response.writeHead(404).end();
    });
    server.on("clientError", (_, socket) => socket.destroy());
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const bound = server.address();
    origin = `http://127.0.0.1:${bound !== null && typeof bound === "object" ? bound.port : 0}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  beforeEach(async () => {
    paths = [];
    await emptyDatabase();
  });

  test("are made only where the merchant wants it", async () => {
    const feed = await feedOf([["1", "/large.png", "/page"]]);
    expect(await checkItems(feed.shopId, world())).toBe("off");
    await setItemChecks(feed.shopId, true);
    await setItemChecks(feed.shopId, false);
    expect(await checkItems(feed.shopId, world())).toBe("off");
    expect(paths).toEqual([]);
  });

  test("list what is wrong beside everything else, twice as once, each address visited once", async () => {
    const feed = await feedOf([
      ["1", "/large.png", "/page?variant=1"],
      ["2", "/small.png", "/page?variant=2"],
      ["3", "/gone.png", "/moved"],
    ]);
    const { shopId } = feed;
    await setItemChecks(shopId, true);
    const pauses: number[] = [];
    expect(await checkItems(shopId, world(pauses))).toBe("done");
    expect(paths.toSorted()).toEqual(
      ["/gone.png", "/large.png", "/moved", "/page", "/page", "/small.png"].toSorted(),
    );
    // One host: half a second between two visits, on a clock that stands still.
    expect(pauses).toEqual([1, 2, 3, 4].map((count) => (count * SECOND_MS) / 2));
    const found = await findings();
    expect(found).toEqual([
      ["2", "CHECKED_IMAGE_TOO_SMALL", "10 x 10"],
      ["3", "CHECKED_IMAGE_UNREACHABLE", "404"],
      ["3", "CHECKED_LINK_REDIRECTS", `${origin}/page`],
    ]);
    expect(await checkItems(shopId, world())).toBe("done");
    expect(await findings()).toEqual(found);
    expect(await findItemChecks(shopId)).toEqual({ isOn: true, doneAt: TEST_NOW });

    const query = { feedId: feed.feedId, code: "CHECKED_IMAGE_TOO_SMALL", cursor: null };
    const { groups, shown } = await findIssues(shopId, query);
    expect(groups).toHaveLength(3);
    expect(shown?.items).toMatchObject([{ source: "check", itemId: "2", value: "10 x 10" }]);
    expect(await db.catalogItem.count({ where: { leftOut: { not: null } } })).toBe(0);
  });

  test("go on where they were stopped, and forget what is mended or gone", async () => {
    const feed = await feedOf([
      ["1", "/large.png", "/page"],
      ["2", "/small.png", "/page"],
    ]);
    const { shopId } = feed;
    await setItemChecks(shopId, true);
    await db.itemCheck.create({
      data: {
        ...{ ...feed, itemId: "old", code: "CHECKED_LINK_REDIRECTS", value: "" },
        checkedAt: new Date(TEST_NOW.getTime() - SECOND_MS),
      },
    });
    const stopped = AbortSignal.abort();
    expect(await checkItems(shopId, { ...world(), stopping: stopped })).toBe("unfinished");
    expect(await db.itemCheckRun.findFirst()).toMatchObject({ place: 0, passAt: TEST_NOW });
    await db.itemCheckRun.updateMany({ data: { place: 1 } });
    expect(await checkItems(shopId, world())).toBe("done");
    expect(paths).not.toContain("/large.png");
    expect(await findings()).toEqual([["2", "CHECKED_IMAGE_TOO_SMALL", "10 x 10"]]);
  });

  function world(pauses: number[] = []) {
    return {
      visits: {
        userAgent: "PinRelay test",
        resolve: (hostname: string) => Promise.resolve([hostname]),
        permits: (address: string) => address === "127.0.0.1",
      },
      now: () => TEST_NOW,
      pause: (ms: number) => Promise.resolve(pauses.push(ms)),
      stopping: new AbortController().signal,
    };
  }

  /** A published feed of these items: id, image, page. */
  async function feedOf(items: readonly [string, string, string][]): Promise<FeedKey> {
    const shopId = await installedShop();
    const market = { country: "US", locale: "en-US", currency: "USD" };
    const { feedId } = await ensureFeed(db, shopId, market);
    const rows = items.map(([id, image, link]) => `${id}\t${origin}${image}\t${origin}${link}`);
    const versionId = randomUUID();
    const file = path.join(dataRoot(), `${versionId}.tsv`);
    await writeFile(file, ["id\timage_link\tlink", ...rows, ""].join("\n"));
    const key = storageKey(shopId, versionId, "tsv");
    await storeFile(key, file);
    await db.feedVersion.create({
      data: {
        ...{
          id: versionId,
          shopId,
          feedId,
          format: "tsv",
          contentHash: versionId,
          storageKey: key,
        },
        ...{ sizeBytes: 1, items: 1, leftOut: 0, createdAt: TEST_NOW, publishedAt: TEST_NOW },
      },
    });
    await db.feed.updateMany({ where: { shopId }, data: { currentVersionId: versionId } });
    return { shopId, feedId };
  }
});

async function findings() {
  const rows = await db.itemCheck.findMany({ orderBy: [{ itemId: "asc" }, { code: "asc" }] });
  return rows.map(({ code, itemId, value }) => [itemId, code, value]);
}

/** The beginning of a PNG: its signature, and the header with its size. */
function png(width: number, height: number): Buffer {
  const header = Buffer.alloc(33);
  Buffer.from("89504e470d0a1a0a0000000d49484452", "hex").copy(header);
  header.writeUInt32BE(width, 16);
  header.writeUInt32BE(height, 20);
  return header;
}
