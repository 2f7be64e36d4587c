import { z } from "zod";

import { db } from "~/db.server";
import type { ShopId } from "~/ids";
import { parse } from "~/parse";

import type { CatalogGlance } from "./catalog-glance";
import type { FeedState } from "./feed";
import type { RegistrationState } from "./registration";
import { isSyncOpen } from "./sync";
import { findLastSync } from "./sync-run.server";

const countsSchema = z.record(z.string(), z.number());

/** The catalog in a few numbers, without reading an item: feeds that are made, and their published versions. */
export async function findCatalogGlance(shopId: ShopId, now: Date): Promise<CatalogGlance> {
  const [feeds, sync] = await Promise.all([
    db.feed.findMany({
      where: { shopId, state: "on" satisfies FeedState },
      select: {
        ...{ currentVersionId: true, gate: true, fetchedAt: true },
        registration: { select: { state: true } },
      },
    }),
    findLastSync(shopId, now),
  ]);
  const current = feeds.flatMap(({ currentVersionId }) => currentVersionId ?? []);
  const versions = await db.feedVersion.findMany({
    where: { shopId, id: { in: current } },
    select: { items: true, leftOut: true, issueCounts: true },
  });
  const fetched = feeds.flatMap(({ fetchedAt }) => fetchedAt ?? []);
  return {
    feeds: feeds.length,
    items: sum(versions, ({ items }) => items),
    leftOut: sum(versions, ({ leftOut }) => leftOut),
    issues: sum(versions, ({ issueCounts }) => issuesOf(issueCounts)),
    hasFeed: feeds.length > 0,
    isReading: sync !== null && isSyncOpen(sync),
    hasFailed: sync?.phase === "failed",
    isRefused: feeds.some(
      ({ registration }) => registration?.state === ("refused" satisfies RegistrationState),
    ),
    waits: feeds.some(({ gate }) => gate !== null),
    isPublished: current.length > 0,
    fetchedAt: fetched.toSorted((one, other) => +other - +one)[0] ?? null,
  };
}

function issuesOf(stored: unknown): number {
  const counts = parse(countsSchema, stored);
  return counts.kind === "parsed" ? sum(Object.values(counts.value), (count) => count) : 0;
}

function sum<One>(all: readonly One[], numberOf: (one: One) => number): number {
  return all.reduce((total, one) => total + numberOf(one), 0);
}
