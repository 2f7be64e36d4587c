import { db } from "~/db.server";
import { exclusively } from "~/exclusive.server";
import type { ShopId } from "~/ids";
import { log } from "~/log.server";
import { findActiveAccount } from "~/shops/pinterest-account.server";

import type { FeedKey, FeedState } from "./feed";
import { findFeed, listFeeds } from "./feed.server";
import { removeStored } from "./feed-storage.server";
import { PARTS } from "./part";
import { removeRegistration } from "./registration.server";

/** What became of a feed that the merchant took away. */
export type FeedRemoval =
  /** Pinterest has deleted it, or never had it; nothing of it is left here. */
  | "removed"
  /** Pinterest keeps it for now, for the reason that its registration names. Asked again every day. */
  | "waiting"
  /** Pinterest did not answer, or the feed is being made: the same again soon. */
  | "retry"
  /** The merchant wants it again, or it is gone already. */
  | "kept";

/**
 * Deletes a feed of which the merchant said so: at Pinterest, with every pin that came of it, and then here.
 * Until Pinterest has deleted it, its address answers: a feed that cannot be fetched is a fault there.
 */
export async function removeFeed(key: FeedKey, now: Date): Promise<FeedRemoval> {
  // A reading that is under way may be about to publish it.
  const result = await exclusively(`catalog:${key.shopId}`, () => remove(key, now));
  const outcome = result === "busy" ? "retry" : result;
  log.info({ ...key, outcome }, "took a turn of a feed's removal");
  return outcome;
}

/** The feeds of a shop that the merchant took away and that are still there. */
export async function listLeavingFeeds(shopId: ShopId): Promise<FeedKey[]> {
  const feeds = await listFeeds(shopId);
  return feeds.filter(({ state }) => state === "leaving").map(({ feedId }) => ({ shopId, feedId }));
}

async function remove(key: FeedKey, now: Date): Promise<FeedRemoval> {
  if (!(await isLeaving(key))) return "kept";
  const outcome = await removeRegistration(key, now);
  if (outcome === "retry") return "retry";
  if (outcome === "refused" || (outcome === "nothing" && (await isOutOfReach(key)))) {
    return "waiting";
  }
  return deleteFeed(key);
}

async function isLeaving(key: FeedKey): Promise<boolean> {
  return (await findFeed(key))?.state === "leaving";
}

/** Pinterest has it, and the account that could delete it needs the merchant first. */
async function isOutOfReach({ feedId, shopId }: FeedKey): Promise<boolean> {
  const where = { feedId, shopId, pinterestFeedId: { not: null } };
  const registered = await db.feedRegistration.count({ where });
  return registered > 0 && (await findActiveAccount(shopId)) !== null;
}

/** So many of the parts of a feed's items are deleted at once; a million rows in one statement hold everybody up. */
const PARTS_AT_ONCE = 4;

/** The rows go first: a file that nobody names does no harm. */
async function deleteFeed(key: FeedKey): Promise<FeedRemoval> {
  const { feedId, shopId } = key;
  // Wanted again at the last moment, it is registered anew.
  await db.feedRegistration.deleteMany({ where: { feedId, shopId } });
  if (!(await isLeaving(key))) return "kept";
  for (let from = 0; from < PARTS; from += PARTS_AT_ONCE) {
    await db.catalogItem.deleteMany({
      where: { shopId, feedId, part: { gte: from, lt: from + PARTS_AT_ONCE } },
    });
  }
  const versions = await db.feedVersion.findMany({
    where: { shopId, feedId },
    select: { storageKey: true },
  });
  const { count } = await db.feed.deleteMany({
    where: { id: feedId, shopId, state: "leaving" satisfies FeedState },
  });
  if (count === 0) return "kept";
  for (const { storageKey } of versions) await removeStored(storageKey);
  return "removed";
}
