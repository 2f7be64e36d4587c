import { createReadStream } from "node:fs";
import { createServer, type RequestListener, type Server } from "node:http";
import path from "node:path";
import { performance } from "node:perf_hooks";
import { pipeline } from "node:stream/promises";

import { feedPath } from "~/catalog/feed";
import { findServedFeed, listFeeds } from "~/catalog/feed.server";
import { dataRoot } from "~/data-root.server";
import { db } from "~/db.server";
import { feedsBefore } from "~/http/feeds.server";
import { findShop } from "~/shops/shop.server";

import { tell } from "./stopwatch";

// A published feed as Pinterest downloads it, against a bare stream of the same file, in turns.

const [variants = ""] = process.argv.slice(2);
const MIB = 1024 * 1024;
const ROUNDS = 4;

const shop = await findShop("shopify", `bench-${variants}.myshopify.com`);
if (!shop) throw new Error("There is no shop");
const [feed] = await listFeeds(shop.id);
const served = feed && (await findServedFeed(feed.fileId));
if (!served || served === "gone" || !served.version) throw new Error("Nothing is served");
const stored = path.join(dataRoot(), "feeds", served.version.storageKey);
const bare = await listen((_, outgoing) => void pipeline(createReadStream(stored), outgoing));
const ours = await listen(feedsBefore((_, outgoing) => void outgoing.end()));
const rates: { bare: number[]; ours: number[] } = { bare: [], ours: [] };
for (let round = 0; round < ROUNDS; round += 1) {
  rates.bare.push(await download(bare.url));
  rates.ours.push(await download(ours.url + feedPath(feed)));
}
tell({
  bare: Math.max(...rates.bare),
  ours: Math.max(...rates.ours),
  mib: served.version.sizeBytes / MIB,
});
bare.server.close();
ours.server.close();
await db.$disconnect();
process.exit(0);

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
