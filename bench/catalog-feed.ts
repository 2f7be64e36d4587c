import { statSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import path from "node:path";

import { listFeeds } from "~/catalog/feed.server";
import { dataRoot } from "~/data-root.server";
import { db } from "~/db.server";
import { listJobs } from "~/jobs/list.server";
import { startQueue, stopQueue } from "~/queue.server";
import { makeFeeds } from "~/shopify/make-feeds.server";
import { partLines, rangesFor } from "~/shopify/part-lines.server";
import { findShopById, recordInstallation } from "~/shops/shop.server";

import { measured, startWatch, tell, type Cost } from "./stopwatch";

// One catalog from its lines on disk to the published feed and the rows of its items, as a sync's turn
// makes it. Told are the costs until the feed is published and until all is done, and the largest memory
// of this process, which does nothing else.

const [file = "", variants = ""] = process.argv.slice(2);
const KIB_PER_MIB = 1024;
const WHOLE = { now: () => new Date(), stopping: new AbortController().signal };

// What is published enqueues the word to Pinterest; nobody runs it here.
await startQueue(listJobs(WHOLE.stopping), "producer");
const shop = await installed();
const checkedBefore = (await listFeeds(shop.id))[0]?.checkedAt;
const folder = path.join(dataRoot(), "catalog", variants);
await mkdir(folder, { recursive: true });
const memoryBefore = memoryMaxMib();

const ranges = rangesFor(statSync(file).size);
let lines = 0;
const watch = startWatch();
const sorted = await measured(async () => {
  const onProgress = () => Promise.resolve();
  const parted = await partLines(file, folder, ranges, { ...WHOLE, onProgress });
  if (parted.kind !== "parted") throw new Error(parted.kind);
  lines = parted.lines;
});
let published: Cost | undefined;
await makeFeeds(
  shop,
  folder,
  { ranges, lines },
  {
    ...WHOLE,
    askedAt: new Date(),
    threads: 2,
    onProgress: async (made) => {
      // All lines are made twice at the end: once made, once published and written item by item.
      if (made !== lines || published || !(await isPublished())) return;
      published = watch();
    },
  },
);
const whole = watch();
tell({
  ...{ sorted, published: published ?? whole, whole },
  ...{ memoryBeforeMib: memoryBefore, memoryMaxMib: memoryMaxMib() },
});
await stopQueue(1_000);
await db.$disconnect();
process.exit(0);

/** Whether there is a feed that was not there before, or that was looked at again. */
async function isPublished(): Promise<boolean> {
  const [feed] = await listFeeds(shop.id);
  return Boolean(feed?.currentVersionId) && feed?.checkedAt?.getTime() !== checkedBefore?.getTime();
}

function memoryMaxMib(): number {
  return process.resourceUsage().maxRSS / KIB_PER_MIB;
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
