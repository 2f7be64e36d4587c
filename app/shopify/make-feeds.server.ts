import path from "node:path";

import { findCatalogSettings } from "~/catalog/catalog-settings.server";
import { findItems } from "~/catalog/catalog-items.server";
import { metafieldsOf } from "~/catalog/catalog-settings";
import type { Feed } from "~/catalog/feed";
import { ensureFeeds } from "~/catalog/feed.server";
import { toItemOptions } from "~/catalog/item";
import { startMaking, type FeedMaking, type MadeFeed } from "~/catalog/make-feed.server";
import type { FeedRecipe, RangeBefore } from "~/catalog/make-range.server";
import { partRanges, type PartRange } from "~/catalog/part";
import { publishMade } from "~/catalog/publish.server";
import { startSampling, type Sampling } from "~/catalog/sample.server";
import { InvariantError } from "~/errors";
import type { Shop } from "~/shops/shop";

import { countriesOf } from "./catalog-query";
import {
  startMakingRanges,
  type RangeMakers,
  type RangeResult,
  type RangesSetup,
  type RangeTask,
} from "./make-ranges.server";
import type { PartedLines } from "./part-lines.server";
import { startRangeThreads } from "./range-threads.server";

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
  /** How many threads make a large catalog; none: this one does. */
  threads: number;
  /** Lines so far. */
  onProgress: (lines: number) => Promise<void>;
};

/**
 * Makes all feeds of a shop that are on from parted lines, side by side, so that each product is put
 * together once, and publishes them. The ranges of a large catalog are made by threads, and put behind one
 * another in their order; the bytes are the same either way.
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
  const recipes = feeds.map((feed): FeedRecipe => {
    const items = { ...toItemOptions(shop.settings, settings), market: feed.market };
    const { format, storefront } = feed;
    return { format, items, storefront, file: path.join(folder, `${feed.feedId}.feed`) };
  });
  const sampling = startSampling();
  const made: { feed: Feed; result: MadeFeed }[] = [];
  const makings: FeedOnItsWay[] = [];
  try {
    for (const [index, feed] of feeds.entries()) {
      const recipe = recipes[index];
      if (recipe) makings.push({ feed, making: await startMaking(recipe) });
    }
    const isEmpty = parted.lines === 0;
    const setup = { folder, isEmpty, countries: countriesOf(feeds), feeds: recipes };
    const read = await takeRanges(setup, { makings, sampling }, parted, world);
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

type FeedOnItsWay = { feed: Feed; making: FeedMaking };

/** Who takes what was made. */
type Takers = { makings: readonly FeedOnItsWay[]; sampling: Sampling };

/** So many ranges, some 16 MB of lines, are worth the start of threads and their memory. */
const RANGES_FOR_THREADS = 16;

async function takeRanges(
  setup: RangesSetup,
  takers: Takers,
  parted: PartedLines,
  world: FeedsWorld,
): Promise<"read" | "broken" | "stopped"> {
  const isLarge = world.threads > 0 && parted.ranges >= RANGES_FOR_THREADS;
  const makers = isLarge ? startRangeThreads(setup, world.threads) : makersHere(setup);
  const left = [...partRanges(parted.ranges).entries()];
  const begun: Begun[] = [];
  let lines = 0;
  try {
    while (left.length > 0 || begun.length > 0) {
      if (world.stopping.aborted) return "stopped";
      // No thread waits for the one whose range has to be taken first.
      const next = begun.length <= makers.ahead ? left.shift() : undefined;
      if (next) {
        begun.push(await beginRange(makers, takers, ...next));
        continue;
      }
      const result = await takeRange(makers, takers, begun.shift());
      if (result.kind === "broken") return "broken";
      lines += result.lines;
      await world.onProgress(lines);
    }
    return "read";
  } finally {
    await makers.stop();
  }
}

/** A range under way. */
type Begun = {
  range: number;
  parts: PartRange;
  result: Promise<[PromiseSettledResult<RangeResult>]>;
};

async function beginRange(
  { make }: RangeMakers,
  takers: Takers,
  range: number,
  parts: PartRange,
): Promise<Begun> {
  const task = await taskOf(takers, range, parts);
  // Whoever takes the range hears of its fault, if anybody still does.
  return { range, parts, result: Promise.allSettled([make(task)]) };
}

/** @param taken for each feed; none where nothing is known of them. */
async function taskOf(
  { makings, sampling }: Takers,
  range: number,
  parts: PartRange,
  taken: readonly (readonly string[])[] = [],
): Promise<RangeTask> {
  const before: RangeBefore[] = [];
  for (const [place, { feed }] of makings.entries()) {
    before.push({ stored: await findItems(feed, parts), taken: taken[place] ?? [] });
  }
  return { range, before, isSampled: sampling.hasRoom() };
}

/** Ends a range and puts it behind the ones before. */
async function takeRange(
  { make }: RangeMakers,
  takers: Takers,
  begun: Begun | undefined,
): Promise<RangeResult> {
  if (!begun) throw new InvariantError("No range is under way");
  const { parts, range, result: settled } = begun;
  const { makings, sampling } = takers;
  const [first] = await settled;
  if (first.status === "rejected") throw first.reason;
  if (first.value.kind === "broken") return first.value;

  const { feeds } = first.value;
  const taken = makings.map(({ making }, place) => {
    const made = feeds[place];
    return made ? making.taken(made) : [];
  });
  const isRepeated = taken.some((ids) => ids.length > 0);
  const result = isRepeated ? await make(await taskOf(takers, range, parts, taken)) : first.value;
  if (result.kind === "broken") return result;

  for (const sampled of result.sampled) sampling.add(sampled);
  sampling.count(result);
  for (const [place, made] of result.feeds.entries()) {
    await makings[place]?.making.add(range, made);
  }
  return result;
}

/** The main thread makes a small catalog by itself. */
function makersHere(setup: RangesSetup): RangeMakers {
  return { ahead: 0, make: startMakingRanges(setup, yieldToOthers), stop: () => Promise.resolve() };
}

/** The worker has orders to deliver meanwhile. */
function yieldToOthers(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
