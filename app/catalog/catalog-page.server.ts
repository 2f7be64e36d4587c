import { db } from "~/db.server";
import type { ShopId } from "~/ids";
import { enqueue } from "~/queue.server";
import { findActiveAccount } from "~/shops/pinterest-account.server";

import {
  standingOf,
  type CatalogAnswer,
  type CatalogForm,
  type CatalogPage,
  type FeedOnPage,
  type RegistrationObstacle,
  type VersionOnPage,
} from "./catalog-page";
import { findItemChecks, setItemChecks } from "./check-items.server";
import { feedPath, type Feed, type FeedKey } from "./feed";
import {
  changeFeed,
  findFeed,
  listFeeds,
  protectFeed,
  servedFormat,
  unprotectFeed,
} from "./feed.server";
import { feedDifference } from "./feed-difference.server";
import { summarizeFeeds } from "./feed-list.server";
import { listIssues } from "./issue-list.server";
import { findJoinCheck } from "./join-check.server";
import { findRegistration } from "./processing.server";
import { listVersions, publishAnyway, rollBack, type FeedVersionRow } from "./publish.server";
import {
  registerAndFollow,
  removeRegistration,
  type RegistrationOutcome,
} from "./registration.server";
import { cancelSync, findLastSync, requestSync } from "./sync-run.server";

/**
 * What the page of the catalog shows of a shop.
 *
 * @param chosen the feed to be shown whole. What is not the shop's counts as not chosen.
 */
export async function findCatalog(
  shopId: ShopId,
  { appUrl, chosen, now }: { appUrl: string; chosen: string | null; now: Date },
): Promise<CatalogPage> {
  const [sync, feeds, joinCheck, account, itemChecks] = await Promise.all([
    findLastSync(shopId, now),
    listFeeds(shopId),
    findJoinCheck(shopId),
    findActiveAccount(shopId),
    findItemChecks(shopId),
  ]);
  const first = feeds.find(({ feedId }) => feedId === chosen) ?? feeds[0];
  const [summaries, shown] = await Promise.all([
    summarizeFeeds(shopId, feeds, appUrl),
    first ? toPage(first, { account, appUrl, now }) : null,
  ]);
  return { sync, joinCheck, itemChecks, feeds: summaries, shown };
}

/**
 * Does what a button of the page asks for. What another shop has counts as not there.
 *
 * @returns `null` where the shop has no such feed.
 */
export async function answerCatalogForm(
  shopId: ShopId,
  form: CatalogForm,
  now: Date,
): Promise<CatalogAnswer | null> {
  if ("feedId" in form && !(await findFeed({ shopId, feedId: form.feedId }))) return null;
  switch (form.intent) {
    case "sync":
      await db.$transaction((tx) => requestSync(tx, shopId, "merchant", now));
      return { kind: "sync_requested" };
    case "cancel": {
      const cancelled = await cancelSync({ shopId, syncId: form.syncId });
      return { kind: cancelled === "cancelling" ? "sync_cancelled" : "sync_over" };
    }
    case "publish":
      return { kind: await publishAnyway({ shopId, feedId: form.feedId }, form.versionId, now) };
    case "roll_back":
      return { kind: await rollBack({ shopId, feedId: form.feedId }, form.versionId, now) };
    case "compare":
      return compare({ shopId, feedId: form.feedId }, form.versionId);
    case "register": {
      const outcome = await registerAndFollow({ shopId, feedId: form.feedId }, now, true);
      return { kind: REGISTRATION_ANSWERS[outcome] };
    }
    case "unregister": {
      const outcome = await removeRegistration({ shopId, feedId: form.feedId }, now);
      return { kind: REGISTRATION_ANSWERS[outcome] };
    }
    case "protect": {
      const credentials = await protectFeed({ shopId, feedId: form.feedId });
      return { kind: "feed_protected", ...credentials };
    }
    case "unprotect":
      await unprotectFeed({ shopId, feedId: form.feedId });
      return { kind: "feed_unprotected" };
    case "item_checks":
      await setItemChecks(shopId, form.wish === "on");
      if (form.wish === "off") return { kind: "item_checks_off" };
      await db.$transaction((tx) => enqueue(tx, "check-items", { shopId }));
      return { kind: "item_checks_on" };
    case "format":
      await changeFeed({ shopId, feedId: form.feedId }, { format: form.format });
      await db.$transaction((tx) => requestSync(tx, shopId, "settings", now));
      return { kind: "format_changed" };
  }
}

const REGISTRATION_ANSWERS = {
  registered: "feed_registered",
  unchanged: "feed_registered",
  refused: "feed_refused",
  removed: "feed_removed",
  nothing: "feed_not_registrable",
  registering: "pinterest_silent",
  retry: "pinterest_silent",
} as const satisfies Record<RegistrationOutcome, CatalogAnswer["kind"]>;

/** What publishing an earlier version again would change of what is published. */
async function compare(key: FeedKey, versionId: string): Promise<CatalogAnswer> {
  const feed = await findFeed(key);
  if (!feed || feed.currentVersionId === null) return { kind: "not_kept" };
  const { currentVersionId } = feed;
  const sizes = (await listVersions(feed))
    .filter(({ id }) => id === currentVersionId || id === versionId)
    .map(({ sizeBytes }) => sizeBytes);
  if (sizes.length < 2) return { kind: "not_kept" };
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  if (bytes > COMPARED_BYTES_MAX) return { kind: "too_large_to_compare" };
  const difference = await feedDifference(feed, { older: currentVersionId, newer: versionId });
  return difference ? { kind: "compared", versionId, difference } : { kind: "not_kept" };
}

/** Both files are read while the merchant waits, beside everything else that the process answers. */
const COMPARED_BYTES_MAX = 100_000_000;

type Account = Awaited<ReturnType<typeof findActiveAccount>>;

type Context = { account: Account; appUrl: string; now: Date };

async function toPage(feed: Feed, context: Context): Promise<FeedOnPage> {
  const { checkedAt, feedId, fetchedAt, format, gate, gatedVersionId, market, problem, state } =
    feed;
  const [versions, issues, registration, served] = await Promise.all([
    listVersions(feed),
    listIssues(feed),
    findRegistration(feed, context.now),
    servedFormat(feed),
  ]);
  const gated = versions.find(({ id }) => id === gatedVersionId);
  return {
    ...{ feedId, market, format, state, problem, checkedAt, fetchedAt, issues },
    standing: standingOf(feed),
    url: new URL(feedPath({ ...feed, format: served }), context.appUrl).href,
    isProtected: feed.isProtected,
    gate: gate && gated ? { reason: gate, versionId: gated.id, items: gated.items } : null,
    versions: versions.flatMap((version) => toVersion(feed, version)),
    registration: { obstacle: obstacleOf(feed, context.account), known: registration },
  };
}

function obstacleOf(
  { currentVersionId, state }: Feed,
  account: Account,
): RegistrationObstacle | null {
  if (!account) return "no_account";
  if (account.attention !== null) return "account_lost";
  if (currentVersionId === null) return "unpublished";
  return state === "on" ? null : "off";
}

/** One that never passed the gate was never published. */
function toVersion(
  { currentVersionId }: Feed,
  { id: versionId, items, leftOut, publishedAt, sizeBytes }: FeedVersionRow,
): VersionOnPage[] {
  if (publishedAt === null) return [];
  const isCurrent = versionId === currentVersionId;
  return [{ versionId, isCurrent, items, leftOut, sizeBytes, publishedAt }];
}
