import {
  startRangeMaker,
  type FeedRecipe,
  type MadeRange,
  type RangeBefore,
} from "~/catalog/make-range.server";
import { startSampleBook, toSampled, type SampledProduct } from "~/catalog/sample-book";

import { startRanges } from "./join-range.server";

/** What ranges are made by: plain data, because a thread may make them. */
export type RangesSetup = {
  /** Of the parted lines. */
  folder: string;
  /** There is no line at all, and no file of any. */
  isEmpty: boolean;
  /** As for the join. */
  countries: readonly string[];
  feeds: readonly FeedRecipe[];
};

/** A range that is to be made. */
export type RangeTask = {
  range: number;
  /** For each feed. */
  before: readonly RangeBefore[];
  /** Whether there is room in the sample. */
  isSampled: boolean;
};

/** What became of a range. */
export type RangeResult =
  | ({ kind: "made" } & RangeCounts & {
        sampled: readonly SampledProduct[];
        /** For each feed. */
        feeds: readonly MadeRange[];
      })
  /** A line is cut off, or it is no result of our query. */
  | { kind: "broken" };

type RangeCounts = { lines: number; products: number; variants: number };

export type MakeRange = (task: RangeTask) => Promise<RangeResult>;

/** Those who make ranges, here or in threads. */
export type RangeMakers = {
  /** How many ranges may be begun before the first of them is taken. */
  ahead: number;
  /** Rejects when whoever makes it fails. */
  make: MakeRange;
  stop(): Promise<void>;
};

/**
 * Begins to make ranges: their products are joined once, and handed to every feed.
 *
 * @param breathe awaited after each few milliseconds of work.
 */
export function startMakingRanges(setup: RangesSetup, breathe: () => Promise<void>): MakeRange {
  const reader = startRanges(setup.folder, setup.countries);
  const makers = setup.feeds.map(startRangeMaker);

  return async ({ before, isSampled, range }) => {
    const makings = makers.map((maker, feed) =>
      maker.begin(range, before[feed] ?? { stored: [], taken: [] }),
    );
    const book = startSampleBook();
    let hasRoom = isSampled;
    let isBroken = false;
    const counts = { lines: 0, products: 0, variants: 0 };
    let pauseAt = LINES_PER_TURN;
    for (const joined of setup.isEmpty ? [] : reader.products(range)) {
      isBroken = joined.kind === "broken";
      if (joined.kind === "broken") break;
      const { lines, product } = joined;
      hasRoom &&= book.add(toSampled(product));
      for (const making of makings) making.take(product);
      counts.products += 1;
      counts.variants += product.variants.length;
      counts.lines += lines;
      if (counts.lines < pauseAt) continue;
      pauseAt = counts.lines + LINES_PER_TURN;
      await breathe();
    }
    const feeds = makings.map((making) => making.end());
    return isBroken
      ? { kind: "broken" }
      : { kind: "made", ...counts, sampled: book.sampled(), feeds };
  };
}

/** About as many as are read in ten milliseconds. */
const LINES_PER_TURN = 250;
