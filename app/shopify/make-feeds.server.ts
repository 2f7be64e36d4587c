import path from "node:path";

import { findCatalogSettings } from "~/catalog/catalog-settings.server";
import { metafieldsOf } from "~/catalog/catalog-settings";
import type { Feed } from "~/catalog/feed";
import { ensureFeeds } from "~/catalog/feed.server";
import { toItemOptions } from "~/catalog/item";
import { startMaking, type FeedMaking, type MadeFeed } from "~/catalog/make-feed.server";
import { byPart, partRanges } from "~/catalog/part";
import { publishMade } from "~/catalog/publish.server";
import { startSampling, type Sampling } from "~/catalog/sample.server";
import type { Shop } from "~/shops/shop";

import { joinRange, type PartedLines } from "./part-lines.server";

/** What became of parted lines. */
export type MadeFeeds =
  /** Each feed is published, unchanged, or waits at the gate. `items`: rows of all files. */
  | { kind: "made"; items: number }
  /** A line is cut off, or it is no result of our query; nothing was published. */
  | { kind: "broken" }
  | { kind: "stopped" };

/** What may go on in between. */
export type FeedsWorld = {
  now: () => Date;
  stopping: AbortSignal;
  /** Lines so far. */
  onProgress: (lines: number) => Promise<void>;
};

/**
 * Makes all feeds of a shop that are on from parted lines, side by side, so that each product is put
 * together once, and publishes them.
 *
 * @param folder of the parted lines; the files are put together there too.
 */
export async function makeFeeds(
  shop: Shop,
  folder: string,
  parted: PartedLines,
  world: FeedsWorld,
): Promise<MadeFeeds> {
  const feeds = (await ensureFeeds(shop.id, shop.settings)).filter(({ state }) => state === "on");
  const settings = await findCatalogSettings(shop.id);
  const sampling = startSampling();
  const made: { feed: Feed; result: MadeFeed }[] = [];
  const makings: { feed: Feed; making: FeedMaking }[] = [];
  try {
    for (const feed of feeds) {
      const items = { ...toItemOptions(shop.settings, settings), market: feed.market };
      const file = path.join(folder, `${feed.feedId}.feed`);
      const making = await startMaking({ feed, format: feed.format, items, file });
      makings.push({ feed, making });
    }
    const read = await takeRanges({ feeds, makings, sampling }, folder, parted, world);
    if (read !== "read") return { kind: read };
    for (let next = makings.shift(); next; next = makings.shift()) {
      made.push({ feed: next.feed, result: await next.making.finish() });
    }
  } finally {
    for (const { making } of makings) await making.abandon();
  }

  const asked = metafieldsOf(settings).map(({ alias }) => alias);
  await sampling.record(shop.id, asked, world.now());
  let items = 0;
  for (const { feed, result } of made) {
    const onProgress = () => world.onProgress(parted.lines);
    await publishMade(feed, result, { kind: "full", now: world.now, onProgress });
    items += result.items;
  }
  return { kind: "made", items };
}

/** Who takes the products. */
type Takers = {
  feeds: readonly Feed[];
  makings: readonly { making: FeedMaking }[];
  sampling: Sampling;
};

async function takeRanges(
  { feeds, makings, sampling }: Takers,
  folder: string,
  parted: PartedLines,
  world: FeedsWorld,
): Promise<"read" | "broken" | "stopped"> {
  const countries = countriesOf(feeds);
  let lines = 0;
  for (const [index, range] of partRanges(parted.ranges).entries()) {
    if (world.stopping.aborted) return "stopped";
    const joined =
      parted.lines === 0
        ? ({ kind: "joined", products: [], lines: 0 } as const)
        : joinRange(folder, index, countries);
    if (joined.kind === "broken") return "broken";
    const products = joined.products.toSorted(byPart);
    sampling.take(products);
    for (const { making } of makings) await making.take(range, products);
    lines += joined.lines;
    await world.onProgress(lines);
  }
  return "read";
}

/** The countries whose prices feeds ask for, each once. */
export function countriesOf(feeds: readonly Feed[]): string[] {
  return [...new Set(feeds.map(({ market }) => market.country))];
}
