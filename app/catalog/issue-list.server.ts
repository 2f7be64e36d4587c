import { z } from "zod";

import { db } from "~/db.server";
import type { ShopId } from "~/ids";
import { parse } from "~/parse";

import type { Feed } from "./feed";
import { listFeeds } from "./feed.server";
import {
  cursorText,
  groupIssues,
  ISSUE_ITEMS_PER_PAGE,
  ISSUE_SOURCES,
  updateCode,
  updateNumber,
  type IssueCount,
  type IssueCursor,
  type IssueGroup,
  type IssueItem,
  type IssueSource,
  type IssuesPage,
  type IssuesQuery,
  type IssuesShown,
} from "./issue-list";
import { isLintCode, lintRule } from "./lint-codes";
import type { Severity } from "./lint-rule";

/** What the page of issues shows of a shop. Without a choice, its first feed. */
export async function findIssues(shopId: ShopId, query: IssuesQuery): Promise<IssuesPage> {
  const feeds = await listFeeds(shopId);
  const feed = feeds.find(({ feedId }) => feedId === query.feedId) ?? feeds[0];
  const groups = feed ? await listIssues(feed) : [];
  const group = groups.find(({ code }) => code === query.code);
  return {
    feeds: feeds.map(({ feedId, market }) => ({ feedId, market })),
    feedId: feed?.feedId ?? null,
    groups,
    shown: feed && group ? await showItems(feed, group, query.cursor) : null,
  };
}

/** Everything that is wrong with a feed's items, by code: what we found, and what Pinterest says. */
export async function listIssues(feed: Feed): Promise<IssueGroup[]> {
  const counts = await Promise.all(ISSUE_SOURCES.map((source) => SOURCES[source].count(feed)));
  return groupIssues(counts.flat());
}

async function showItems(
  feed: Feed,
  group: IssueGroup,
  cursor: IssueCursor | null,
): Promise<IssuesShown> {
  const found: IssueRow[] = [];
  const first = cursor === null ? 0 : ISSUE_SOURCES.indexOf(cursor.source);
  for (const [place, source] of ISSUE_SOURCES.entries()) {
    if (place < first || found.length > ISSUE_ITEMS_PER_PAGE) continue;
    const after = cursor?.source === source ? cursor.after : null;
    const limit = ISSUE_ITEMS_PER_PAGE + 1 - found.length;
    const rows = await SOURCES[source].list(feed, group.code, after, limit);
    found.push(...rows.map((row) => ({ ...row, source })));
  }
  const shown = found.slice(0, ISSUE_ITEMS_PER_PAGE);
  const last = shown.at(-1);
  const isLast = found.length <= ISSUE_ITEMS_PER_PAGE;
  return {
    group,
    items: shown.map(toItem),
    isFirstPage: cursor === null,
    next: isLast || !last ? null : cursorText({ source: last.source, after: last.key }),
    unnamed: isLast ? await countUnnamed(feed, group) : 0,
  };
}

function toItem({ attribute, itemId, productId, source, value }: IssueRow): IssueItem {
  return { source, itemId, productId, attribute, value };
}

async function countUnnamed(feed: Feed, { code, found }: IssueGroup): Promise<number> {
  let unnamed = 0;
  for (const { count, source } of found) {
    unnamed += Math.max(0, count - (await SOURCES[source].named(feed, code)));
  }
  return unnamed;
}

type IssueRow = IssueItem & { key: string };
type Listed = Omit<IssueRow, "source">;

/** Where the words of one of those who say so are. A list goes on after a key, in the order of the keys. */
type Source = {
  count(feed: Feed): Promise<IssueCount[]>;
  /** How many items of a code {@link Source.list} can name. */
  named(feed: Feed, code: string): Promise<number>;
  list(feed: Feed, code: string, after: string | null, limit: number): Promise<Listed[]>;
};

const countsSchema = z.record(z.string(), z.number());

const LINT: Source = {
  /** Of an item of ours, some of Pinterest's errors are warnings: something stands in for what is missing. */
  async count({ currentVersionId, feedId, shopId }) {
    if (currentVersionId === null) return [];
    const where = { shopId, feedId, versionId: currentVersionId };
    const [version, severities] = await Promise.all([
      db.feedVersion.findFirst({ where: { id: currentVersionId, shopId, feedId } }),
      db.feedIssue.groupBy({ by: ["code", "severity"], where }),
    ]);
    const errors = new Set(
      severities.flatMap(({ code, severity }) => (severity === "error" ? [code] : [])),
    );
    const kept = new Set(severities.map(({ code }) => code));
    return entriesOf(version?.issueCounts).flatMap(([code, count]): IssueCount[] => {
      if (!isLintCode(code)) return [];
      const isError = kept.has(code) ? errors.has(code) : lintRule(code).severity === "error";
      return [{ code, count, severity: isError ? "error" : "warning", source: "lint" }];
    });
  },
  named: ({ currentVersionId, feedId, shopId }, code) =>
    db.feedIssue.count({ where: { shopId, feedId, versionId: currentVersionId ?? NO_ID, code } }),
  list: ({ currentVersionId, feedId, shopId }, code, after, limit) => db.$queryRaw<Listed[]>`
    SELECT id::text AS key, "itemId", "productId", attribute, value FROM feed_issues
     WHERE "shopId" = ${shopId}::uuid AND "feedId" = ${feedId}::uuid
       AND "versionId" = ${currentVersionId ?? NO_ID}::uuid
       AND code = ${code} AND id > ${idOf(after)}
     ORDER BY id LIMIT ${limit}`,
};

const PINTEREST: Source = {
  async count({ feedId, shopId }) {
    const known = await db.feedRegistration.findFirst({ where: { shopId, feedId } });
    const counted = (counts: unknown, severity: Severity) =>
      entriesOf(counts).map(([code, count]): IssueCount => {
        return { code, count, severity, source: "pinterest" };
      });
    return [...counted(known?.errorCounts, "error"), ...counted(known?.warnCounts, "warning")];
  },
  named: ({ feedId, shopId }, code) => db.reportedIssue.count({ where: { shopId, feedId, code } }),
  list: ({ feedId, shopId }, code, after, limit) => db.$queryRaw<Listed[]>`
    SELECT r.id::text AS key, r."itemId", i."productId", r.attribute, r.value
      FROM reported_issues r
      LEFT JOIN catalog_items i
             ON i."shopId" = r."shopId" AND i."feedId" = r."feedId" AND i."itemId" = r."itemId"
     WHERE r."shopId" = ${shopId}::uuid AND r."feedId" = ${feedId}::uuid
       AND r.code = ${code} AND r.id > ${idOf(after)}
     ORDER BY r.id LIMIT ${limit}`,
};

const UPDATE: Source = {
  async count({ feedId, shopId }) {
    const counts = await db.refusedItem.groupBy({
      by: ["code"],
      where: { shopId, feedId },
      _count: { _all: true },
    });
    return counts.map(({ _count, code }): IssueCount => {
      return { code: updateCode(code), count: _count._all, severity: "error", source: "update" };
    });
  },
  async named({ feedId, shopId }, code) {
    const number = updateNumber(code);
    if (number === undefined) return 0;
    return db.refusedItem.count({ where: { shopId, feedId, code: number } });
  },
  async list({ feedId, shopId }, code, after, limit) {
    const number = updateNumber(code);
    if (number === undefined) return [];
    return db.$queryRaw<Listed[]>`
      SELECT r."itemId" AS key, r."itemId", i."productId", r.attribute, r.message AS value
        FROM refused_items r
        LEFT JOIN catalog_items i
               ON i."shopId" = r."shopId" AND i."feedId" = r."feedId" AND i."itemId" = r."itemId"
       WHERE r."shopId" = ${shopId}::uuid AND r."feedId" = ${feedId}::uuid
         AND r.code IS NOT DISTINCT FROM ${number}::int AND r."itemId" > ${after ?? ""}
       ORDER BY r."itemId" LIMIT ${limit}`;
  },
};

const CHECK: Source = {
  async count({ feedId, shopId }) {
    const counts = await db.itemCheck.groupBy({
      by: ["code"],
      where: { shopId, feedId },
      _count: { _all: true },
    });
    return counts.map(({ _count, code }): IssueCount => {
      return { code, count: _count._all, severity: "warning", source: "check" };
    });
  },
  named: ({ feedId, shopId }, code) => db.itemCheck.count({ where: { shopId, feedId, code } }),
  list: ({ feedId, shopId }, code, after, limit) => db.$queryRaw<Listed[]>`
    SELECT c."itemId" AS key, c."itemId", i."productId", NULL AS attribute, c.value
      FROM item_checks c
      LEFT JOIN catalog_items i
             ON i."shopId" = c."shopId" AND i."feedId" = c."feedId" AND i."itemId" = c."itemId"
     WHERE c."shopId" = ${shopId}::uuid AND c."feedId" = ${feedId}::uuid
       AND c.code = ${code} AND c."itemId" > ${after ?? ""}
     ORDER BY c."itemId" LIMIT ${limit}`,
};

const SOURCES: Readonly<Record<IssueSource, Source>> = {
  lint: LINT,
  pinterest: PINTEREST,
  update: UPDATE,
  check: CHECK,
};

/** Stands where there is no version; no row has it. */
const NO_ID = "00000000-0000-0000-0000-000000000000";

/** A cursor comes from the page's address, so it may be anything. */
function idOf(after: string | null): bigint {
  return after !== null && /^\d{1,18}$/.test(after) ? BigInt(after) : 0n;
}

function entriesOf(stored: unknown): [code: string, count: number][] {
  const counts = parse(countsSchema, stored ?? {});
  return counts.kind === "parsed" ? Object.entries(counts.value) : [];
}
