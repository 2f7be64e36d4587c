import { mkdir, readdir, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import path from "node:path";

import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";

import { feedPath } from "~/catalog/feed";
import { readStored, removeAllStored } from "~/catalog/feed-storage.server";
import { listVersions, rollBack } from "~/catalog/publish.server";
import { openS3, type S3Options } from "~/catalog/s3-storage.server";
import { dataRoot } from "~/data-root.server";
import { ConfigError, UpstreamUnavailableError } from "~/errors";
import { feedsBefore } from "~/http/feeds.server";
import type { ShopId } from "~/ids";
import { listJobs } from "~/jobs/list.server";
import { startQueue, stopQueue } from "~/queue.server";

import { bulkText, productLine, variantLine } from "#test/support/bulk";
import { makeDataDir, onlyFeed, publishedText, syncOnce } from "#test/support/catalog-sync";
import { TEST_NOW } from "#test/support/clock";
import { emptyDatabase } from "#test/support/database";
import { S3_KEY } from "#test/support/s3";
import { useLocalShopify } from "#test/support/shopify";
import { installedShop } from "#test/support/shops";

// The environment is read once, when the app is loaded, so the service is there before.
const s3 = await vi.hoisted(async () => {
  const support = await import("#test/support/s3");
  const started = await support.startS3();
  const { accessKeyId, bucket, region, secretAccessKey } = support.S3_KEY;
  vi.stubEnv("FEED_STORAGE", "s3");
  vi.stubEnv("S3_BUCKET", bucket);
  vi.stubEnv("S3_REGION", region);
  vi.stubEnv("S3_ENDPOINT", started.endpoint);
  vi.stubEnv("S3_ACCESS_KEY_ID", accessKeyId);
  vi.stubEnv("S3_SECRET_ACCESS_KEY", secretAccessKey);
  return started;
});

const shopify = useLocalShopify();
let shopId: ShopId;

beforeAll(async () => {
  await makeDataDir();
  await startQueue(listJobs(new AbortController().signal), "producer");
});
afterAll(async () => {
  await stopQueue(1_000);
  await s3.close();
});

describe("feeds in object storage", () => {
  beforeEach(async () => {
    await emptyDatabase();
    shopId = await installedShop();
    await shopify.session(new Date(Date.now() + 3_600_000));
  });

  test("are published whole, answered whole and in part, rolled back, and removed with the shop", async () => {
    await publish("1.00");
    const first = await publishedText(shopId);
    await publish("2.00");
    const feed = await onlyFeed(shopId);
    const versions = await listVersions(feed);
    expect(s3.keys()).toEqual(versions.map(({ storageKey }) => storageKey).toSorted());

    const server = createServer(feedsBefore((_, outgoing) => void outgoing.end()));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    const url = `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}${feedPath(feed)}`;
    const whole = await (await fetch(url)).text();
    expect(whole).toContain("2.00 USD");
    const part = await fetch(url, { headers: { range: "bytes=5-19" } });
    expect(part.status).toBe(206);
    expect(await part.text()).toBe(whole.slice(5, 20));
    const head = await fetch(url, { method: "HEAD" });
    expect(head.headers.get("content-length")).toBe(String(Buffer.byteLength(whole)));
    server.close();

    const older = versions.find(({ id }) => id !== feed.currentVersionId);
    expect(await rollBack(feed, older?.id ?? "", TEST_NOW)).toBe("rolled_back");
    expect(await publishedText(shopId)).toBe(first);
    await removeAllStored(shopId);
    await removeAllStored(shopId);
    expect(s3.keys()).toEqual([]);
    await expect(readStored(versions[0]?.storageKey ?? "")).rejects.toThrow(
      UpstreamUnavailableError,
    );
  });

  test("stay as they were where an upload breaks off", async () => {
    await publish("1.00");
    const before = { keys: s3.keys(), text: await publishedText(shopId) };
    s3.breakOff(10);
    await expect(publish("2.00")).rejects.toThrow(UpstreamUnavailableError);
    expect(s3.keys()).toEqual(before.keys);
    expect(await publishedText(shopId)).toBe(before.text);
    await publish("2.00");
    expect(await publishedText(shopId)).toContain("2.00 USD");
  });

  async function publish(price: string): Promise<void> {
    const jsonl = bulkText([productLine(1), variantLine(10, 1, { price })]);
    await shopify.control("PUT", "bulk", { manner: { durationMs: 0, jsonl } });
    expect(await syncOnce(shopId)).toBe("done");
  }
});

describe("a file that is stored", () => {
  test("is streamed: megabytes arrive byte by byte as they were, and the file is gone", async () => {
    const bytes = Buffer.alloc(6 * 1024 * 1024, "pin relay ");
    const key = await stored("large", bytes);
    const chunks: Buffer[] = [];
    for await (const chunk of await openS3(OPTIONS).read(key)) chunks.push(chunk);
    expect(chunks.length).toBeGreaterThan(1);
    expect(Buffer.concat(chunks).equals(bytes)).toBe(true);
    expect(await readdir(dataRoot())).not.toContain("large.tmp");
    await openS3(OPTIONS).remove(key);
    await openS3(OPTIONS).remove(key);
    expect(s3.keys()).not.toContain(key);
  });

  test.each([
    { because: "no such bucket", changes: { bucket: "nobodys" }, code: "NoSuchBucket" },
    {
      because: "a wrong secret",
      changes: { secretAccessKey: "wrong" },
      code: "SignatureDoesNotMatch",
    },
    { because: "an unknown key", changes: { accessKeyId: "who" }, code: "InvalidAccessKeyId" },
    {
      because: "another region",
      changes: { region: "us-west-2" },
      code: "AuthorizationHeaderMalformed",
    },
  ])("is refused for $because, in a word that says what to mend", async ({ changes, code }) => {
    const fault = await stored("refused", Buffer.from("feed"), changes).catch(
      (caught: unknown) => caught,
    );
    expect(fault).toBeInstanceOf(ConfigError);
    expect(fault).toMatchObject({ context: { code }, message: expect.stringMatching(/S3_[A-Z]+/) });
    expect(String(fault)).not.toContain(S3_KEY.secretAccessKey);
  });

  test("is tried again where the service cannot be reached", async () => {
    const nowhere = { endpoint: "http://127.0.0.1:9" };
    await expect(stored("nowhere", Buffer.from("feed"), nowhere)).rejects.toThrow(
      UpstreamUnavailableError,
    );
  });
});

const OPTIONS: S3Options = { ...S3_KEY, endpoint: s3.endpoint };

async function stored(
  name: string,
  bytes: Buffer,
  changes: Partial<S3Options> = {},
): Promise<string> {
  await mkdir(dataRoot(), { recursive: true });
  const file = path.join(dataRoot(), `${name}.tmp`);
  await writeFile(file, bytes);
  await openS3({ ...OPTIONS, ...changes }).store(`shop/${name}.tsv`, file);
  return `shop/${name}.tsv`;
}
