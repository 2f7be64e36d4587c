import { createHash } from "node:crypto";

import type { FeedRegistration as RegistrationRecord } from "@prisma/client";
import { z } from "zod";

import { db } from "~/db.server";
import { env } from "~/env.server";
import { exclusively } from "~/exclusive.server";
import { toShopId, type ShopId } from "~/ids";
import { log } from "~/log.server";
import { parse } from "~/parse";
import type { ApiAnswer } from "~/pinterest/call.server";
import type { RegisteredFeed, ReportedIssue, WireFeed } from "~/pinterest/catalog";
import { catalogProblem } from "~/pinterest/catalog-problem";
import {
  createFeed,
  deleteFeed,
  listFeeds as listRegisteredFeeds,
  listItemIssues,
  listProcessingResults,
  updateFeed,
  type CatalogAccess,
} from "~/pinterest/catalog.server";
import { callWithAccount, type AccountAnswer } from "~/shops/account-access.server";
import { findActiveAccount } from "~/shops/pinterest-account.server";

import type { Feed, FeedKey } from "./feed";
import { feedCredentials, findFeed, listFeeds } from "./feed.server";
import {
  fetchTimeOf,
  isAddressOf,
  REGISTRATION_PROBLEMS,
  REGISTRATION_STATES,
  registrationStep,
  toWireFeed,
  toWireFeedChange,
  type Registration,
  type RegistrationProblem,
  type RegistrationState,
} from "./registration";

/** What a run came to. */
export type RegistrationOutcome =
  | RegistrationState
  /** Everything was as it should be, and Pinterest was not asked. */
  | "unchanged"
  /** There is nothing to register: no account, no published version, or the feed is off. */
  | "nothing"
  /** Pinterest did not answer, or somebody else is about it: the same again later. */
  | "retry";

/** `waiting`: there is no fetch yet, or it is under way. */
export type ReadOutcome = "read" | "known" | "waiting" | "retry";

/** What Pinterest says of a feed; `null` where it was never told of it. */
export async function findRegistration({ shopId, feedId }: FeedKey): Promise<Registration | null> {
  const record = await db.feedRegistration.findFirst({ where: { feedId, shopId } });
  return record && toRegistration(record);
}

/** What Pinterest says of a feed's rows, errors first; to be read beside our own issues. */
export function listReportedIssues({ shopId, feedId }: FeedKey): Promise<ReportedIssue[]> {
  return db.$queryRaw<ReportedIssue[]>`
    SELECT "itemId", code, severity, attribute, value FROM reported_issues
     WHERE "shopId" = ${shopId}::uuid AND "feedId" = ${feedId}::uuid
     ORDER BY severity, code, id`;
}

/** The feeds that Pinterest was told of, by whatever shop. */
export async function listRegisteredFeedKeys(): Promise<FeedKey[]> {
  const records = await db.feedRegistration.findMany({
    where: { pinterestFeedId: { not: null }, shop: { uninstalledAt: null } },
    select: { shopId: true, feedId: true },
    orderBy: { feedId: "asc" },
  });
  return records.map(({ shopId, feedId }) => ({ shopId: toShopId(shopId), feedId }));
}

/** The published feeds of a shop. */
export async function listRegistrableFeeds(shopId: ShopId): Promise<Feed[]> {
  const feeds = await listFeeds(shopId);
  return feeds.filter(({ currentVersionId, state }) => currentVersionId !== null && state === "on");
}

/**
 * Makes Pinterest's account of a feed what the feed is: registers it, or tells what changed. A second run
 * changes nothing and asks nothing. An answer that was lost is made up for by looking for the feed's address.
 *
 * @param isAsked the merchant asks: a feed that was deleted at Pinterest is made there again.
 */
export async function registerFeed(
  key: FeedKey,
  now: Date,
  isAsked = false,
): Promise<RegistrationOutcome> {
  const outcome = await exclusively(`feed_registration:${key.feedId}`, () =>
    register(key, now, isAsked),
  );
  return outcome === "busy" ? "retry" : outcome;
}

/** Deletes a feed at Pinterest, with every pin that came of it. Nothing but the merchant's word calls this. */
export async function removeRegistration(key: FeedKey, now: Date): Promise<RegistrationOutcome> {
  const record = await db.feedRegistration.findFirst({ where: whereFeed(key) });
  const { pinterestFeedId } = record ?? { pinterestFeedId: null };
  if (!record || pinterestFeedId === null) return "nothing";
  const answer = await call(key.shopId, (access) => deleteFeed(access, pinterestFeedId), now);
  if (answer.kind === "done") return settle(key, { state: "removed", pinterestFeedId: null });
  if (answer.kind !== "refused") return answer.kind === "retry" ? "retry" : "nothing";
  const problem = catalogProblem(answer.status, answer.code);
  if (problem === "feed_unknown") return settle(key, { state: "removed", pinterestFeedId: null });
  return settle(key, { state: "refused", problem });
}

/**
 * Reads what came of Pinterest's last fetch, and examples of what was wrong with its rows. A result that is
 * known and over is not asked for again.
 */
export async function readProcessing(key: FeedKey, now: Date): Promise<ReadOutcome> {
  const record = await db.feedRegistration.findFirst({ where: whereFeed(key) });
  const { pinterestFeedId } = record ?? { pinterestFeedId: null };
  if (!record || pinterestFeedId === null) return "known";
  const results = await call(
    key.shopId,
    (access) => listProcessingResults(access, pinterestFeedId),
    now,
  );
  if (results.kind === "refused") {
    const problem = catalogProblem(results.status, results.code);
    if (problem === "feed_unknown") await settle(key, { state: "refused", problem });
    return "known";
  }
  if (results.kind !== "done") return "retry";
  const [newest] = results.value;
  // What is under way is no news: what is known of the fetch before stays until it is over.
  if (!newest || newest.status === "PROCESSING") return "waiting";
  if (newest.id === record.resultId) return "known";
  const issues =
    newest.status === "COMPLETED"
      ? await call(key.shopId, (access) => listItemIssues(access, newest.id), now)
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

/** Calls Pinterest's catalog with the shop's account, for the ad account that was picked with it. */
export async function call<Value>(
  shopId: ShopId,
  ask: (access: CatalogAccess) => Promise<ApiAnswer<Value>>,
  now: Date,
): Promise<AccountAnswer<Value>> {
  const account = await findActiveAccount(shopId);
  if (!account) return { kind: "no_account" };
  const { adAccountId } = account;
  return callWithAccount(shopId, (accessToken) => ask({ accessToken, adAccountId }), now);
}

async function register(key: FeedKey, now: Date, isAsked: boolean): Promise<RegistrationOutcome> {
  const [feed, account] = await Promise.all([findFeed(key), findActiveAccount(key.shopId)]);
  if (!feed || !account || account.attention !== null) return "nothing";
  if (feed.currentVersionId === null || feed.state === "off") return "nothing";
  const known = await db.feedRegistration.findFirst({ where: whereFeed(key) });
  const { userId } = account;
  const fetchTime = known?.userId === userId ? known.fetchTime : fetchTimeOf(now);
  const wire = await wireOf(feed, fetchTime);
  if (!wire) {
    await open(key, { userId, fetchTime }, now);
    return settle(key, { state: "refused", problem: "language_unknown" });
  }
  const toldHash = hashOf(wire);
  const step = registrationStep(known && toKnown(known), { userId, toldHash, isAsked });
  if (step === "leave") return "unchanged";
  if (step === "update" && known?.pinterestFeedId) {
    return tell(key, known.pinterestFeedId, wire, now);
  }
  // Written before Pinterest is asked: a run that dies in between leaves a word to look there first.
  await open(key, { userId, fetchTime }, now);
  return findOrCreate(key, feed, wire, now);
}

async function findOrCreate(
  key: FeedKey,
  feed: Feed,
  wire: WireFeed,
  now: Date,
): Promise<RegistrationOutcome> {
  const registered = await call(key.shopId, listRegisteredFeeds, now);
  if (registered.kind !== "done") return settleAnswer(key, registered);
  const found = registered.value.find(({ location }) => isAddressOf(location, feed));
  if (found) return tell(key, found.id, wire, now);
  const answer = await createNamed(key, feed, wire, now);
  if (answer.kind !== "done") return settleAnswer(key, answer);
  // Pinterest begins by fetching the whole feed, which has every price.
  await db.catalogItem.updateMany({ where: whereFeed(key), data: { untoldSince: null } });
  return settleTold(key, answer.value.id, wire, now);
}

/** A name that is taken, by an installation of old perhaps, gets the beginning of the file's name behind it. */
async function createNamed(
  key: FeedKey,
  { fileId }: Feed,
  wire: WireFeed,
  now: Date,
): Promise<AccountAnswer<RegisteredFeed>> {
  const answer = await call(key.shopId, (access) => createFeed(access, wire), now);
  const isTaken =
    answer.kind === "refused" && catalogProblem(answer.status, answer.code) === "feed_name_taken";
  if (!isTaken) return answer;
  const name = `${wire.name} ${fileId.slice(0, NAME_PART)}`;
  return call(key.shopId, (access) => createFeed(access, { ...wire, name }), now);
}

const NAME_PART = 6;

async function tell(
  key: FeedKey,
  pinterestFeedId: string,
  wire: WireFeed,
  now: Date,
): Promise<RegistrationOutcome> {
  const change = toWireFeedChange(wire);
  const answer = await call(
    key.shopId,
    (access) => updateFeed(access, pinterestFeedId, change),
    now,
  );
  if (answer.kind !== "done") return settleAnswer(key, answer);
  return settleTold(key, pinterestFeedId, wire, now);
}

function settleTold(
  key: FeedKey,
  pinterestFeedId: string,
  wire: WireFeed,
  now: Date,
): Promise<RegistrationOutcome> {
  const toldHash = hashOf(wire);
  return settle(key, {
    state: "registered",
    problem: null,
    pinterestFeedId,
    toldHash,
    toldAt: now,
  });
}

function settleAnswer(
  key: FeedKey,
  answer: Exclude<AccountAnswer<unknown>, { kind: "done" }>,
): Promise<RegistrationOutcome> | RegistrationOutcome {
  if (answer.kind === "retry") return "retry";
  if (answer.kind !== "refused") return "nothing";
  const problem = catalogProblem(answer.status, answer.code);
  return settle(key, { state: "refused", problem });
}

type Change = {
  state: RegistrationState;
  problem?: RegistrationProblem | null;
  pinterestFeedId?: string | null;
  toldHash?: string;
  toldAt?: Date;
};

async function settle(key: FeedKey, change: Change): Promise<RegistrationState> {
  const data = { problem: null, ...change };
  await db.feedRegistration.updateMany({ where: whereFeed(key), data });
  log.info(
    { ...key, state: change.state, problem: data.problem },
    "registered a feed at Pinterest",
  );
  return change.state;
}

async function open(
  { shopId, feedId }: FeedKey,
  { fetchTime, userId }: { fetchTime: string; userId: string },
  now: Date,
): Promise<void> {
  const fresh = {
    ...{ userId, fetchTime, pinterestFeedId: null, toldHash: null, toldAt: null },
    ...{ state: "registering" satisfies RegistrationState, problem: null },
    ...{ resultId: null, resultStatus: null, resultAt: null, original: null, ingested: null },
  };
  await db.feedRegistration.upsert({
    where: { feedId, shopId },
    create: { shopId, feedId, createdAt: now, ...fresh },
    update: fresh,
  });
}

async function wireOf(feed: Feed, fetchTime: string): Promise<WireFeed | null> {
  const shop = await db.shop.findUniqueOrThrow({ where: { id: feed.shopId } });
  const owner = { shopDomain: shop.domain, appUrl: env.SHOPIFY_APP_URL };
  return toWireFeed(feed, await feedCredentials(feed), owner, fetchTime);
}

/** The password is random, so its hash among the rest tells nothing of it. */
function hashOf(wire: WireFeed): string {
  return createHash("sha256").update(JSON.stringify(wire)).digest("hex");
}

function whereFeed({ shopId, feedId }: FeedKey) {
  return { shopId, feedId };
}

function toKnown(record: RegistrationRecord) {
  const { pinterestFeedId, toldHash, userId } = record;
  return { ...statesOf(record), pinterestFeedId, toldHash, userId };
}

function statesOf({ problem, state }: RegistrationRecord) {
  return {
    state: REGISTRATION_STATES.find((known) => known === state) ?? "registering",
    problem: REGISTRATION_PROBLEMS.find((known) => known === problem) ?? null,
  };
}

const countsSchema = z.record(z.string(), z.number());

function countsOf(stored: unknown): Record<string, number> {
  const counts = parse(countsSchema, stored);
  return counts.kind === "parsed" ? counts.value : {};
}

const RESULT_STATUSES = ["COMPLETED", "FAILED", "PROCESSING"] as const;

function toRegistration(record: RegistrationRecord): Registration {
  const { feedId, ingested, original, resultAt, shopId } = record;
  const status = RESULT_STATUSES.find((known) => known === record.resultStatus);
  return {
    shopId: toShopId(shopId),
    feedId,
    ...statesOf(record),
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
