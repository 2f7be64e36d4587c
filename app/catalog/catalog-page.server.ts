import { z } from "zod";

import { db } from "~/db.server";
import type { ShopId } from "~/ids";

import {
  EXAMPLES_SHOWN,
  type CatalogAnswer,
  type CatalogForm,
  type CatalogPage,
  type FeedOnPage,
  type IssueExample,
  type IssueGroup,
  type VersionOnPage,
} from "./catalog-page";
import { feedPath, type Feed, type FeedKey } from "./feed";
import { changeFeed, listFeeds } from "./feed.server";
import { findJoinCheck } from "./join-check.server";
import { isLintCode, lintRule } from "./lint-codes";
import { listVersions, publishAnyway, rollBack, type FeedVersionRow } from "./publish.server";
import { cancelSync, findLastSync, requestSync } from "./sync-run.server";

/** What the page of the catalog shows of a shop. */
export async function findCatalog(shopId: ShopId, appUrl: string, now: Date): Promise<CatalogPage> {
  const [sync, feeds, joinCheck] = await Promise.all([
    findLastSync(shopId, now),
    listFeeds(shopId),
    findJoinCheck(shopId),
  ]);
  return { sync, joinCheck, feeds: await Promise.all(feeds.map((feed) => toPage(feed, appUrl))) };
}

/** Does what a button of the page asks for. What another shop has counts as not there. */
export async function answerCatalogForm(
  shopId: ShopId,
  form: CatalogForm,
  now: Date,
): Promise<CatalogAnswer> {
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
    case "format":
      await changeFeed({ shopId, feedId: form.feedId }, { format: form.format });
      await db.$transaction((tx) => requestSync(tx, shopId, "settings", now));
      return { kind: "format_changed" };
  }
}

async function toPage(feed: Feed, appUrl: string): Promise<FeedOnPage> {
  const { checkedAt, feedId, fetchedAt, format, gate, gatedVersionId, market, state } = feed;
  const versions = await listVersions(feed);
  const current = versions.find(({ id }) => id === feed.currentVersionId);
  const gated = versions.find(({ id }) => id === gatedVersionId);
  return {
    ...{ feedId, market, format, state, checkedAt, fetchedAt },
    url: new URL(feedPath(feed), appUrl).href,
    gate: gate && gated ? { reason: gate, versionId: gated.id, items: gated.items } : null,
    versions: versions.flatMap((version) => toVersion(feed, version)),
    issues: current ? await listIssues(feed, current) : [],
  };
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

const countsSchema = z.record(z.string(), z.number());

/** By code, errors first and the more frequent before the less; each with some of its items. */
async function listIssues(feed: FeedKey, version: FeedVersionRow): Promise<IssueGroup[]> {
  const examples = await listExamples(feed, version.id);
  const groups = Object.entries(countsSchema.parse(version.issueCounts)).flatMap(
    ([code, count]): IssueGroup[] => {
      if (!isLintCode(code)) return [];
      const found = examples.get(code) ?? [];
      // Of an item of ours, some of Pinterest's errors are warnings: something stands in for what is missing.
      const isWarning = (found[0]?.severity ?? lintRule(code).severity) === "warning";
      const shown = found.map(({ itemId, productId, value }) => ({ itemId, productId, value }));
      return [{ code, count, severity: isWarning ? "warning" : "error", examples: shown }];
    },
  );
  return groups.toSorted(
    (one, other) =>
      Number(one.severity === "warning") - Number(other.severity === "warning") ||
      other.count - one.count,
  );
}

type ExampleRow = IssueExample & { code: string; severity: string };

async function listExamples(
  { shopId, feedId }: FeedKey,
  versionId: string,
): Promise<ReadonlyMap<string, ExampleRow[]>> {
  const rows = await db.$queryRaw<ExampleRow[]>`
    SELECT code, severity, "itemId", "productId", value
      FROM (SELECT code, severity, "itemId", "productId", value, id,
                   row_number() OVER (PARTITION BY code ORDER BY id) AS place
              FROM feed_issues
             WHERE "shopId" = ${shopId}::uuid AND "feedId" = ${feedId}::uuid
               AND "versionId" = ${versionId}::uuid) issues
     WHERE place <= ${EXAMPLES_SHOWN} ORDER BY code, place`;
  return Map.groupBy(rows, ({ code }) => code);
}
