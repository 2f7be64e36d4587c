import { createReadStream, statSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { createServer, type RequestListener, type Server } from "node:http";
import path from "node:path";
import { performance } from "node:perf_hooks";
import { pipeline } from "node:stream/promises";

import { feedPath } from "~/catalog/feed";
import { findServedFeed, listFeeds } from "~/catalog/feed.server";
import { dataRoot } from "~/data-root.server";
import { db } from "~/db.server";
import { feedsBefore } from "~/http/feeds.server";
import { listJobs } from "~/jobs/list.server";
import { startQueue, stopQueue } from "~/queue.server";
import { startLines } from "~/shopify/bulk-lines";
import { makeFeeds } from "~/shopify/make-feeds.server";
import { partLines, rangesFor } from "~/shopify/part-lines.server";
import { findShopById, recordInstallation } from "~/shops/shop.server";

import { print, shown } from "./stopwatch";

// One catalog: parsed, published, downloaded. The peak is that of the whole process.

const [file = "", variants = ""] = process.argv.slice(2);
const MIB = 1024 * 1024;
const WHOLE = { now: () => new Date(), stopping: new AbortController().signal };

const before = process.resourceUsage().maxRSS / 1024;
const parse = await timed(async () => {
  const lines = startLines();
  for await (const chunk of createReadStream(file, { highWaterMark: MIB })) {
    for (const { text } of lines.push(chunk)) JSON.parse(text);
  }
  for (const { text } of lines.end()) JSON.parse(text);
});

// What is published enqueues the word to Pinterest; nobody runs it here.
await startQueue(listJobs(WHOLE.stopping), "producer");
const shop = await installed();
const folder = path.join(dataRoot(), "catalog", variants);
await mkdir(folder, { recursive: true });
let publishedAt = 0;
let lines = 0;
const began = performance.now();
const cpuBegan = cpuMs();
const part = await timed(async () => {
  const { size } = statSync(file);
  const onProgress = () => Promise.resolve();
  const parted = await partLines(file, folder, rangesFor(size), { ...WHOLE, onProgress });
  if (parted.kind !== "parted") throw new Error(parted.kind);
  lines = parted.lines;
});
await makeFeeds(
  shop,
  folder,
  { ranges: rangesFor(statSync(file).size), lines },
  {
    ...WHOLE,
    askedAt: new Date(),
    onProgress: async (made) => {
      // All lines are made twice at the end: once made, once published and written item by item.
      if (made !== lines || publishedAt > 0) return;
      const [feed] = await listFeeds(shop.id);
      if (feed?.currentVersionId) publishedAt = performance.now();
    },
  },
);
const publish = { ms: (publishedAt || performance.now()) - began, cpu: cpuMs() - cpuBegan };
const itemsMs = performance.now() - (publishedAt || performance.now());
const peak = process.resourceUsage().maxRSS / 1024;
const [feed] = await listFeeds(shop.id);
if (!feed) throw new Error("There is no feed");

print(
  `catalog: ${shown(publish.ms / parse.ms)} times JSON.parse for ${shown(Number(variants))} variants, ` +
    `published after ${shown(publish.ms / 1_000)} s (${shown(part.ms / 1_000)} s of it sorting) ` +
    `against ${shown(parse.ms / 1_000)} s; ${shown(itemsMs / 1_000)} s more for the items' rows; ` +
    `${shown(publish.cpu / parse.cpu)} times its processor time in all; ` +
    `peak ${shown(peak)} MiB, ${shown(before)} MiB before`,
);

const served = await findServedFeed(feed.fileId);
if (!served || served === "gone" || !served.version) throw new Error("Nothing is served");
const stored = path.join(dataRoot(), "feeds", served.version.storageKey);
const bare = await listen((_, outgoing) => void pipeline(createReadStream(stored), outgoing));
const ours = await listen(feedsBefore((_, outgoing) => void outgoing.end()));
const rates: { bare: number[]; ours: number[] } = { bare: [], ours: [] };
for (let round = 0; round < 4; round += 1) {
  rates.bare.push(await download(bare.url));
  rates.ours.push(await download(ours.url + feedPath(feed)));
}
const ratio = Math.max(...rates.ours) / Math.max(...rates.bare);
print(
  `catalog: download at ${shown(ratio)} of a bare stream ` +
    `(${shown(Math.max(...rates.ours))} MiB/s of ${shown(served.version.sizeBytes / MIB)} MiB)`,
);
bare.server.close();
ours.server.close();
await stopQueue(1_000);
await db.$disconnect();
process.exit(0);

async function timed(work: () => Promise<void>): Promise<{ ms: number; cpu: number }> {
  const startedAt = performance.now();
  const cpu = cpuMs();
  await work();
  return { ms: performance.now() - startedAt, cpu: cpuMs() - cpu };
}

function cpuMs(): number {
  const { system, user } = process.cpuUsage();
  return (system + user) / 1_000;
}

async function installed() {
  const domain = `bench-${variants}.myshopify.com`;
  const { shopId } = await db.$transaction((tx) =>
    recordInstallation(tx, "shopify", domain, [], new Date()),
  );
  const found = await findShopById(shopId);
  if (!found) throw new Error("There is no shop");
  return found;
}

function listen(listener: RequestListener): Promise<{ server: Server; url: string }> {
  return new Promise((resolve) => {
    const server = createServer(listener);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" ? address?.port : 0;
      resolve({ server, url: `http://127.0.0.1:${port}` });
    });
  });
}

/** MiB per second. */
async function download(url: string): Promise<number> {
  const startedAt = performance.now();
  const { body, status } = await fetch(url);
  if (status !== 200 || !body) throw new Error(`The download was answered ${status}`);
  let bytes = 0;
  for await (const chunk of body) bytes += chunk.length;
  return bytes / MIB / ((performance.now() - startedAt) / 1_000);
}
