import { z } from "zod";

import { db } from "~/db.server";
import type { ShopId } from "~/ids";
import { parse } from "~/parse";

import { standingOf, type FeedSummary } from "./catalog-page";
import { feedPath, type Feed } from "./feed";
import { FEED_FORMATS } from "./feed-format";
import { updateCode } from "./issue-list";
import { isLintCode } from "./lint-codes";
import { knownStates } from "./registration";

/** A line for each feed of a shop, by four queries however many there are. */
export async function summarizeFeeds(
  shopId: ShopId,
  feeds: readonly Feed[],
  appUrl: string,
): Promise<FeedSummary[]> {
  const current = feeds.flatMap(({ currentVersionId }) => currentVersionId ?? []);
  const [versions, registrations, refused, checked] = await Promise.all([
    db.feedVersion.findMany({ where: { shopId, id: { in: current } } }),
    db.feedRegistration.findMany({ where: { shopId } }),
    db.refusedItem.groupBy({ by: ["feedId", "code"], where: { shopId } }),
    db.itemCheck.groupBy({ by: ["feedId", "code"], where: { shopId } }),
  ]);
  return feeds.map((feed): FeedSummary => {
    const { feedId, fetchedAt, market } = feed;
    const version = versions.find(({ id }) => id === feed.currentVersionId);
    const registration = registrations.find((one) => one.feedId === feedId);
    const format = FEED_FORMATS.find((known) => known === version?.format) ?? feed.format;
    const codes = new Set([
      ...codesOf(version?.issueCounts).filter(isLintCode),
      ...codesOf(registration?.errorCounts),
      ...codesOf(registration?.warnCounts),
      ...refused.filter((one) => one.feedId === feedId).map(({ code }) => updateCode(code)),
      ...checked.filter((one) => one.feedId === feedId).map(({ code }) => code),
    ]);
    return {
      ...{ feedId, market, fetchedAt },
      standing: standingOf(feed),
      url: new URL(feedPath({ ...feed, format }), appUrl).href,
      items: version?.items ?? null,
      leftOut: version?.leftOut ?? null,
      issues: codes.size,
      registration: registration ? knownStates(registration).state : null,
    };
  });
}

const countsSchema = z.record(z.string(), z.number());

function codesOf(stored: unknown): string[] {
  const counts = parse(countsSchema, stored ?? {});
  return counts.kind === "parsed" ? Object.keys(counts.value) : [];
}
