import path from "node:path";

import { findCatalogSettings } from "~/catalog/catalog-settings.server";
import { metafieldsOf } from "~/catalog/catalog-settings";
import type { Feed } from "~/catalog/feed";
import { ensureFeeds } from "~/catalog/feed.server";
import { toItemOptions } from "~/catalog/item";
import { startMaking, type FeedMaking, type MadeFeed } from "~/catalog/make-feed.server";
import { partRanges } from "~/catalog/part";
import { publishMade } from "~/catalog/publish.server";
import { startSampling, type Sampling } from "~/catalog/sample.server";
import type { Shop } from "~/shops/shop";

import { countriesOf } from "./catalog-query";
import { startRanges } from "./join-range.server";
import type { PartedLines } from "./part-lines.server";

/** What became of parted lines. */
export type MadeFeeds =
  /** Each feed is published, unchanged, or waits at the gate. `items`: rows of all files. */
  | { kind: "made"; items: number }
  /** A line is cut off, or it is no result of our query; nothing was published. */
  | { kind: "broken" }
  | { kind: "stopped" };

/** What may go on in between. */
export type FeedsWorld = {
  /** When the question was asked whose answer the lines are. */
  askedAt: Date;
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
  const feeds = feedsToMake(await ensureFeeds(shop.id, shop.settings), world.askedAt);
  const settings = await findCatalogSettings(shop.id);
  const sampling = startSampling();
  const made: { feed: Feed; result: MadeFeed }[] = [];
  const makings: { feed: Feed; making: FeedMaking }[] = [];
  try {
    for (const feed of feeds) {
      const items = { ...toItemOptions(shop.settings, settings), market: feed.market };
      const file = path.join(folder, `${feed.feedId}.feed`);
      const { format, storefront } = feed;
      const making = await startMaking({ feed, format, items, storefront, file });
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

/** The feeds that are on, but for markets that were chosen after the question: the answer has no words for them. */
export function feedsToMake(feeds: readonly Feed[], askedAt: Date): Feed[] {
  return feeds.filter(
    ({ chosenAt, state }) => state === "on" && (chosenAt === null || chosenAt <= askedAt),
  );
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
  const reader = startRanges(folder, countriesOf(feeds));
  let lines = 0;
  let pauseAt = LINES_PER_TURN;
  for (const [index, range] of partRanges(parted.ranges).entries()) {
    if (world.stopping.aborted) return "stopped";
    for (const { making } of makings) await making.begin(range);
    for (const joined of parted.lines === 0 ? [] : reader.products(index)) {
      if (joined.kind === "broken") return "broken";
      sampling.take(joined.product);
      for (const { making } of makings) making.take(joined.product);
      lines += joined.lines;
      if (lines < pauseAt) continue;
      pauseAt = lines + LINES_PER_TURN;
      await yieldToOthers();
    }
    for (const { making } of makings) await making.end();
    await world.onProgress(lines);
  }
  return "read";
}

/** About as many as are read in ten milliseconds. */
const LINES_PER_TURN = 250;

/** The worker has orders to deliver meanwhile. */
function yieldToOthers(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
