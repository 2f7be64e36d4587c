import type { FeedRegistration as RegistrationRecord } from "@prisma/client";
import { z } from "zod";

import { db } from "~/db.server";
import { log } from "~/log.server";
import { parse } from "~/parse";
import { catalogProblem } from "~/pinterest/catalog-problem";
import { listItemIssues, listProcessingResults } from "~/pinterest/catalog.server";

import { callCatalog } from "./catalog-call.server";
import type { FeedKey } from "./feed";
import { knownStates, nextFetch, type Registration } from "./registration";
import { recordState } from "./registration.server";

/** `waiting`: there is no fetch yet, or it is under way. */
export type ReadOutcome = "read" | "known" | "waiting" | "retry";

/** What Pinterest says of a feed; `null` where it was never told of it. */
export async function findRegistration(
  { shopId, feedId }: FeedKey,
  now: Date,
): Promise<Registration | null> {
  const record = await db.feedRegistration.findFirst({ where: { feedId, shopId } });
  return record && toRegistration(record, now);
}

/**
 * Reads what came of Pinterest's last fetch, and examples of what was wrong with its rows. A result that is
 * known and over is not asked for again.
 */
export async function readProcessing(key: FeedKey, now: Date): Promise<ReadOutcome> {
  const record = await db.feedRegistration.findFirst({ where: whereFeed(key) });
  const { pinterestFeedId } = record ?? { pinterestFeedId: null };
  if (!record || pinterestFeedId === null) return "known";
  const results = await callCatalog(
    key.shopId,
    (access) => listProcessingResults(access, pinterestFeedId),
    now,
  );
  if (results.kind === "refused") {
    const problem = catalogProblem(results.status, results.code);
    if (problem === "feed_unknown") {
      await recordState(key, { state: "refused", problem, words: results.reason });
    }
    return "known";
  }
  if (results.kind !== "done") return "retry";
  const [newest] = results.value;
  // What is under way is no news: what is known of the fetch before stays until it is over.
  if (!newest || newest.status === "PROCESSING") return "waiting";
  if (newest.id === record.resultId) return "known";
  const issues =
    newest.status === "COMPLETED"
      ? await callCatalog(key.shopId, (access) => listItemIssues(access, newest.id), now)
      : { kind: "done" as const, value: [] };
  if (issues.kind !== "done" && issues.kind !== "refused") return "retry";
  const examples = issues.kind === "done" ? issues.value : [];
  await db.$transaction([
    db.feedRegistration.updateMany({
      where: whereFeed(key),
      data: {
        ...{ resultId: newest.id, resultStatus: newest.status, resultAt: newest.createdAt },
        original: newest.counts?.original ?? null,
        ingested: newest.counts?.ingested ?? null,
        errorCounts: newest.errors,
        warnCounts: newest.warnings,
      },
    }),
    db.reportedIssue.deleteMany({ where: whereFeed(key) }),
    db.reportedIssue.createMany({
      data: examples.map((issue) => ({ ...whereFeed(key), ...issue })),
    }),
  ]);
  log.info(
    { ...key, status: newest.status, examples: examples.length },
    "read what became of a feed",
  );
  return "read";
}

function whereFeed({ shopId, feedId }: FeedKey) {
  return { shopId, feedId };
}

const countsSchema = z.record(z.string(), z.number());

function countsOf(stored: unknown): Record<string, number> {
  const counts = parse(countsSchema, stored);
  return counts.kind === "parsed" ? counts.value : {};
}

const RESULT_STATUSES = ["COMPLETED", "FAILED", "PROCESSING"] as const;

function toRegistration(record: RegistrationRecord, now: Date): Registration {
  const { fetchTime, ingested, original, resultAt, words } = record;
  const status = RESULT_STATUSES.find((known) => known === record.resultStatus);
  return {
    ...knownStates(record),
    words,
    nextFetchAt: record.pinterestFeedId === null ? null : nextFetch(fetchTime, now),
    result:
      status && resultAt
        ? {
            status,
            at: resultAt,
            counts: original === null || ingested === null ? null : { original, ingested },
            errors: countsOf(record.errorCounts),
            warnings: countsOf(record.warnCounts),
          }
        : null,
  };
}
