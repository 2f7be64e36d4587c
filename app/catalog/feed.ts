import type { ShopId } from "~/ids";

import type { FeedFormat } from "./feed-format";
import type { FeedMarket } from "./market";

/** Names one feed. Every query carries the shop too. */
export type FeedKey = { shopId: ShopId; feedId: string };

/**
 * Whether new versions are made of a feed.
 *
 * - `on`: with every reading of the catalog.
 * - `off`: not now, for the problem that the feed names; the last version is answered.
 * - `leaving`: never again. The last version is answered until Pinterest has deleted the feed; then the feed is
 *   gone, and its address says so.
 */
export const FEED_STATES = ["on", "off", "leaving"] as const;
export type FeedState = (typeof FEED_STATES)[number];

/**
 * Why the feed of a market is `off`.
 *
 * - `market_gone`: the platform has no such market any more, or not in this language.
 * - `access_missing`: the merchant took back what the app needs to read markets.
 */
export const FEED_PROBLEMS = ["market_gone", "access_missing"] as const;
export type FeedProblem = (typeof FEED_PROBLEMS)[number];

/**
 * Why a version waits for the merchant's word.
 *
 * - `empty`: it has no rows, and the published one has.
 * - `shrunk`: it has less than half of the rows of the published one.
 */
export const GATES = ["empty", "shrunk"] as const;
export type Gate = (typeof GATES)[number];

/** How many versions that were published are kept. */
export const VERSIONS_KEPT = 5;

/** A feed as the rooms above know it. */
export type Feed = FeedKey &
  FeedMarket & {
    format: FeedFormat;
    state: FeedState;
    /** When the merchant last chose the market; `null` for the shop's own. */
    chosenAt: Date | null;
    /** `null` unless it is off. */
    problem: FeedProblem | null;
    /** The name of the file in its address, without the format. */
    fileId: string;
    /** Whether the address alone is not enough. */
    isProtected: boolean;
    currentVersionId: string | null;
    gate: Gate | null;
    gatedVersionId: string | null;
    /** When the catalog was last read into it. */
    checkedAt: Date | null;
    /** When Pinterest last fetched it. */
    fetchedAt: Date | null;
  };

/**
 * Whether a version has to wait. A feed that was never published waits only where it is empty: an empty
 * feed takes everything out of Pinterest, a first one that is short takes nothing.
 *
 * @param items rows of the version.
 * @param published rows of the version that is answered now; `null` where there is none.
 */
export function gateOf(items: number, published: number | null): Gate | null {
  if (items === 0) return "empty";
  return published !== null && items * 2 < published ? "shrunk" : null;
}

/** The path of a feed's file, e.g. `/feeds/Xk3….tsv`. */
export function feedPath({ fileId, format }: Pick<Feed, "fileId" | "format">): string {
  return `/feeds/${fileId}.${format}`;
}
