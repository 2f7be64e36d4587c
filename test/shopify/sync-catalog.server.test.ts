import { randomUUID } from "node:crypto";
import { readdir } from "node:fs/promises";
import path from "node:path";

import { beforeEach, describe, expect, test } from "vitest";

import { changeFeed } from "~/catalog/feed.server";
import { feedDifference } from "~/catalog/feed-difference.server";
import { startFileLint } from "~/catalog/lint-file";
import { listVersions, publishAnyway, rollBack } from "~/catalog/publish.server";
import { settleVersion } from "~/catalog/settle-version.server";
import { cancelSync, findLastSync, wakeSilentSyncs } from "~/catalog/sync-run.server";
import { dataRoot } from "~/data-root.server";
import { db } from "~/db.server";
import type { ShopId } from "~/ids";
import { recordShopWebhook } from "~/shopify/record-shop.server";
import { syncCatalog } from "~/shopify/sync-catalog.server";
import { HOUR_MS, MINUTE_MS } from "~/time";

import { bulkText, imageLine, productLine, variantLine } from "#test/support/bulk";
import { later, useCatalogShop } from "#test/support/catalog-shop";
import {
  beginSync,
  onlyFeed,
  publishedText,
  runSync,
  syncOnce,
  syncWorld,
} from "#test/support/catalog-sync";
import { TEST_NOW } from "#test/support/clock";
import { dice } from "#test/support/dice";
import { readFeed } from "#test/support/feeds";
import { SHOP_DOMAIN } from "#test/support/shops";

const { bulk, installed, jobs } = useCatalogShop();
let shopId: ShopId;

beforeEach(async () => {
  shopId = installed();
  await bulk({ durationMs: 0, jsonl: products(10) });
});

describe("the demo's catalog", () => {
  beforeEach(() => bulk({ jsonl: null }));

  test("is read, checked and published, and its feed has no error", async () => {
    expect(await syncOnce(shopId)).toBe("done");

    const rows = readFeed("tsv", (await publishedText(shopId)) ?? "");
    const titles = rows.map(({ title = "" }) => title);
    expect(titles.filter((title) => title.startsWith("Two thousand variants"))).toHaveLength(2_000);
    for (const absent of [
      "Draft",
      "Archived",
      "Unpublished",
      "Gift card",
      "Zero price",
      "No image",
    ]) {
      expect(titles.filter((title) => title.startsWith(absent))).toEqual([]);
    }
    const lint = startFileLint("tsv", { country: "US", currency: "USD" });
    const bytes = Buffer.from((await publishedText(shopId)) ?? "");
    const found = [...lint.push(bytes), ...lint.end()];
    expect(found.filter(({ severity }) => severity === "error")).toEqual([]);

    const [version] = await listVersions(await onlyFeed(shopId));
    expect(version).toMatchObject({ items: rows.length, kind: "full" });
    expect(version?.issueCounts).toMatchObject({ PRICE_MISSING: 1, LINK_LENGTH_TOO_LONG: 1 });
    const left = await db.feedIssue.findMany({ where: { shopId, code: "PRICE_MISSING" } });
    expect(left).toMatchObject([{ severity: "error", productId: expect.stringMatching(/^\d+$/) }]);
  });

  test("is the same in three formats", async () => {
    await syncOnce(shopId);
    const tsv = readFeed("tsv", (await publishedText(shopId)) ?? "");
    for (const format of ["csv", "xml"] as const) {
      await changeFeed(await onlyFeed(shopId), { format });
      await syncOnce(shopId);
      expect(readFeed(format, (await publishedText(shopId)) ?? "")).toEqual(tsv);
    }
  });
});

describe("a sync", () => {
  test("of the same products makes the same bytes, and no second version", async () => {
    await syncOnce(shopId);
    const first = await publishedText(shopId);
    await syncOnce(shopId, syncWorld({ now: () => later(HOUR_MS) }));
    expect(await publishedText(shopId)).toBe(first);
    expect(await listVersions(await onlyFeed(shopId))).toHaveLength(1);
    expect((await onlyFeed(shopId)).checkedAt).toEqual(later(HOUR_MS));
  });

  test("shows how far it is, and leaves no file behind", async () => {
    await bulk({ durationMs: 60_000 });
    const key = await beginSync(shopId);
    expect(await syncCatalog(key, syncWorld())).toBe("waiting");
    expect(await findLastSync(shopId, later(MINUTE_MS))).toMatchObject({
      phase: "asked",
      percent: null,
    });
    await cancelSync(key);
    expect(await syncCatalog(key, syncWorld())).toBe("cancelled");

    await bulk({ durationMs: 0 });
    await syncOnce(shopId);
    expect(await findLastSync(shopId, TEST_NOW)).toMatchObject({ phase: "done" });
    expect(await readdir(path.join(dataRoot(), "catalog"))).toEqual([]);
  });

  test("does not begin twice, and a wish that comes while it reads begins another after it", async () => {
    const first = await beginSync(shopId);
    expect(await beginSync(shopId)).toEqual(first);
    await syncCatalog(first, syncWorld());
    const wished = await beginSync(shopId, later(1_000));
    expect(wished).toEqual(first);

    expect(await runSync(first)).toEqual(["done"]);
    const [open] = await db.catalogSync.findMany({ where: { shopId, isOpen: true } });
    expect(open?.id).not.toBe(first.syncId);
  });

  test("goes on at the webhook that tells the end, and is found as silent without one", async () => {
    const key = await beginSync(shopId);
    await syncCatalog(key, syncWorld());
    const { operationId } = await db.catalogSync.findFirstOrThrow({ where: { id: key.syncId } });
    await db.$executeRaw`DELETE FROM pgboss.job`;

    await recordShopWebhook(finishWebhook(operationId ?? ""), TEST_NOW);
    expect(await jobs("sync-catalog")).toEqual([key]);

    await db.$executeRaw`DELETE FROM pgboss.job`;
    await wakeSilentSyncs(later(5_000));
    expect(await jobs("sync-catalog")).toEqual([]);
    await wakeSilentSyncs(later(11_000));
    expect(await jobs("sync-catalog")).toEqual([key]);
  });

  test("downloads the rest where a download broke off", async () => {
    await bulk({ breakAfterBytes: 5_000 });
    const key = await beginSync(shopId);
    await syncCatalog(key, syncWorld());
    await expect(syncCatalog(key, syncWorld())).rejects.toThrow("A download");
    expect(await runSync(key)).toEqual(["done"]);
    expect(readFeed("tsv", (await publishedText(shopId)) ?? "")).toHaveLength(10);
  });

  test("begins anew where Shopify broke off, whatever part of the file there is", async () => {
    await syncOnce(shopId);
    const before = await publishedText(shopId);
    await bulk({ outcome: "failed" });
    const key = await beginSync(shopId);
    expect(await syncCatalog(key, syncWorld())).toBe("waiting");
    expect(await syncCatalog(key, syncWorld())).toBe("again");
    expect(await publishedText(shopId)).toBe(before);

    await bulk({ outcome: "completed" });
    expect(await runSync(key)).toEqual(["waiting", "done"]);
  });

  test("fails with a reason after five results of no use, and leaves the feed as it was", async () => {
    await syncOnce(shopId);
    const before = await publishedText(shopId);
    await bulk({ outcome: "failed" });
    expect(await syncOnce(shopId)).toBe("failed");
    expect(await findLastSync(shopId, TEST_NOW)).toMatchObject({ failure: "unfinished" });
    expect(await publishedText(shopId)).toBe(before);
  });

  test("says that a scope is missing", async () => {
    await bulk({ outcome: "access_denied" });
    expect(await syncOnce(shopId)).toBe("failed");
    expect(await findLastSync(shopId, TEST_NOW)).toMatchObject({ failure: "missing_scope" });
  });

  test("waits for a place where Shopify has five operations of ours", async () => {
    await bulk({ durationMs: 60_000 });
    for (let index = 0; index < 5; index += 1) {
      await syncCatalog(await beginSync(shopId), syncWorld());
      await db.catalogSync.updateMany({ data: { isOpen: null } });
    }
    const key = await beginSync(shopId);
    expect(await syncCatalog(key, syncWorld())).toBe("waiting");
    expect(await findLastSync(shopId, TEST_NOW)).toMatchObject({ phase: "queued" });
  });

  test("of an uninstalled shop fails", async () => {
    const key = await beginSync(shopId);
    await db.shop.updateMany({ data: { uninstalledAt: TEST_NOW } });
    expect(await runSync(key)).toEqual(["failed"]);
  });
});

describe("the lines of a bulk operation", () => {
  /** Forty products; each second one has a picture of its own for its variant. */
  const LINES = Array.from({ length: 40 }, (_, index) => {
    const id = index + 1;
    return [
      productLine(id, { title: `Scarf ${id}` }),
      imageLine(id * 100 + 1, id),
      variantLine(id * 10, id, { price: `${id}.00` }),
      ...(index % 2 ? [imageLine(id * 100 + 50, id * 10, "ProductVariant")] : []),
    ];
  }).flat();

  test("may stand in any order, and come twice", async () => {
    await bulk({ jsonl: bulkText(LINES) });
    await syncOnce(shopId);
    const expected = await publishedText(shopId);
    expect(readFeed("tsv", expected ?? "")).toHaveLength(40);

    const roll = dice(7);
    const twice = [...LINES, ...LINES.slice(0, 30)]
      .map((line) => ({ line, place: roll() }))
      .toSorted((one, other) => one.place - other.place)
      .map(({ line }) => line);
    await bulk({ jsonl: bulkText(twice) });
    await syncOnce(shopId);
    expect(await publishedText(shopId)).toBe(expected);
    expect(await listVersions(await onlyFeed(shopId))).toHaveLength(1);
  });

  test("make no feed where the last one is cut off, at whatever byte", async () => {
    await bulk({ jsonl: bulkText(LINES.slice(0, 7)) });
    await syncOnce(shopId);
    const expected = await publishedText(shopId);
    const text = bulkText(LINES.slice(0, 6));
    const last = JSON.stringify(LINES[6]);

    // Every byte at the end, where lines are told apart; test/shopify/part-lines has every other one.
    const cuts = Array.from({ length: last.length - 1 }, (_, index) => index + 1).filter(
      (at) => at % 10 === 1 || at > last.length - 20,
    );
    for (const cut of cuts) {
      await bulk({ jsonl: text + last.slice(0, cut) });
      const key = await beginSync(shopId);
      await syncCatalog(key, syncWorld());
      const result = await syncCatalog(key, syncWorld());
      expect({ cut, result }).toEqual({ cut, result: "again" });
      await db.catalogSync.deleteMany();
      expect(await publishedText(shopId)).toBe(expected);
    }
  });
});

describe("the gate", () => {
  test.each([
    { count: 0, gate: "empty", because: "an empty feed takes everything out of Pinterest" },
    { count: 4, gate: "shrunk", because: "60 % less is more likely a mistake" },
  ])("holds back a feed with $count of 10 items: $because", async ({ count, gate }) => {
    await bulk({ jsonl: products(10) });
    await syncOnce(shopId);
    const before = await publishedText(shopId);
    await bulk({ jsonl: products(count) });
    expect(await syncOnce(shopId)).toBe("done");

    expect(await publishedText(shopId)).toBe(before);
    const feed = await onlyFeed(shopId);
    expect(feed).toMatchObject({ gate, gatedVersionId: expect.any(String) });
    expect(await db.catalogItem.count({ where: { shopId } })).toBe(10);

    const versionId = feed.gatedVersionId ?? "";
    expect(await publishAnyway(feed, versionId, TEST_NOW)).toBe("published");
    expect(await publishAnyway(feed, versionId, TEST_NOW)).toBe("not_waiting");
    expect(readFeed("tsv", (await publishedText(shopId)) ?? "")).toHaveLength(count);
    expect(await onlyFeed(shopId)).toMatchObject({ gate: null });

    const version = { shopId, feedId: feed.feedId, versionId };
    expect(await settleVersion(version)).toBe("settled");
    expect(await db.catalogItem.count({ where: { shopId } })).toBe(count);
    expect(await settleVersion(version)).toBe("over");
    expect(await db.catalogItem.count({ where: { shopId } })).toBe(count);
  });

  test("makes anew what changed while a version waited, once that is published anyway", async () => {
    await bulk({ jsonl: products(10) });
    await syncOnce(shopId);
    await bulk({ jsonl: products(2) });
    await syncOnce(shopId, syncWorld({ now: () => later(MINUTE_MS) }));
    const { feedId, gatedVersionId } = await onlyFeed(shopId);
    await db.catalogItem.updateMany({
      where: { productId: "1" },
      data: { changedAt: later(2 * MINUTE_MS) },
    });
    const version = { shopId, feedId, versionId: gatedVersionId ?? "" };
    await publishAnyway({ shopId, feedId }, version.versionId, later(3 * MINUTE_MS));
    expect(await settleVersion(version)).toBe("settled");
    const changes = await db.catalogChange.findMany({ select: { productId: true } });
    expect(changes).toEqual([{ productId: "1" }]);
  });

  test("lets half of the items pass", async () => {
    await bulk({ jsonl: products(10) });
    await syncOnce(shopId);
    await bulk({ jsonl: products(5) });
    await syncOnce(shopId);
    expect(await onlyFeed(shopId)).toMatchObject({ gate: null });
    expect(readFeed("tsv", (await publishedText(shopId)) ?? "")).toHaveLength(5);
  });

  test("can be rolled back, and tells what differs between two versions", async () => {
    const lines = (price: string, last: number) => [
      ...[productLine(1), variantLine(10, 1, { price })],
      ...[productLine(2), variantLine(20, 2)],
      ...[productLine(last), variantLine(last * 10, last)],
    ];
    await bulk({ jsonl: bulkText(lines("1.00", 3)) });
    await syncOnce(shopId);
    const before = await publishedText(shopId);
    await bulk({ jsonl: bulkText(lines("2.00", 4)) });
    await syncOnce(shopId, syncWorld({ now: () => later(MINUTE_MS) }));

    const feed = await onlyFeed(shopId);
    const [newer, older] = (await listVersions(feed)).map(({ id }) => id);
    expect(await feedDifference(feed, { older: older ?? "", newer: newer ?? "" })).toEqual({
      added: 1,
      removed: 1,
      changed: 1,
      byColumn: { price: 1 },
      examples: { added: ["40"], removed: ["30"], changed: ["10"] },
    });
    expect(await rollBack(feed, older ?? "", later(2 * MINUTE_MS))).toBe("rolled_back");
    expect(await publishedText(shopId)).toBe(before);
    expect(await rollBack(feed, randomUUID(), TEST_NOW)).toBe("not_kept");
  });

  test("keeps five versions, and no file of an older one", async () => {
    for (let price = 1; price <= 7; price += 1) {
      const lines = [productLine(1), variantLine(10, 1, { price: `${price}.00` })];
      await bulk({ jsonl: bulkText(lines) });
      await syncOnce(shopId, syncWorld({ now: () => later(price * MINUTE_MS) }));
    }
    const versions = await listVersions(await onlyFeed(shopId));
    expect(versions).toHaveLength(5);
    expect(await readdir(path.join(dataRoot(), "feeds", shopId))).toHaveLength(5);
    expect(await publishedText(shopId)).toContain("7.00 USD");
  });
});

/** A file of so many products with one variant each. */
function products(count: number): string {
  return bulkText(
    Array.from({ length: count }, (_, index) => [
      productLine(index + 1),
      variantLine(index + 101, index + 1),
    ]).flat(),
  );
}

function finishWebhook(operationId: string) {
  return {
    shopDomain: SHOP_DOMAIN,
    topic: "bulk_operations/finish",
    dedupeKey: "finish",
    webhookId: "finish",
    triggeredAt: TEST_NOW,
    bodySha256: "",
    body: { admin_graphql_api_id: operationId, status: "completed", type: "query" },
  };
}
