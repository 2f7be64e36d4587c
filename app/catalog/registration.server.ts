import { createHash } from "node:crypto";

import type { FeedRegistration as RegistrationRecord } from "@prisma/client";
import { db } from "~/db.server";
import { env } from "~/env.server";
import { exclusively } from "~/exclusive.server";
import { toShopId, type ShopId } from "~/ids";
import { log } from "~/log.server";
import { enqueue } from "~/queue.server";
import type { RegisteredFeed, WireFeed } from "~/pinterest/catalog";
import { catalogProblem } from "~/pinterest/catalog-problem";
import {
  createFeed,
  deleteFeed,
  listFeeds as listRegisteredFeeds,
  updateFeed,
} from "~/pinterest/catalog.server";
import type { AccountAnswer } from "~/shops/account-access.server";
import { findActiveAccount } from "~/shops/pinterest-account.server";
import { MINUTE_MS, SECOND_MS } from "~/time";

import { callCatalog } from "./catalog-call.server";
import type { Feed, FeedKey } from "./feed";
import { feedCredentials, findFeed, listFeeds, servedFormat } from "./feed.server";
import {
  fetchTimeOf,
  isAddressOf,
  knownStates,
  registrationStep,
  toWireFeed,
  toWireFeedChange,
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
  const outcome = await exclusively(lockOf(key), () => register(key, now, isAsked));
  return outcome === "busy" ? "retry" : outcome;
}

/**
 * {@link registerFeed}, and what has to follow: the same again where Pinterest did not answer, and a look at
 * what its first fetch comes to.
 */
export async function registerAndFollow(
  key: FeedKey,
  now: Date,
  isAsked = false,
): Promise<RegistrationOutcome> {
  const outcome = await registerFeed(key, now, isAsked);
  const { shopId, feedId } = key;
  const after = (ms: number) => new Date(now.getTime() + ms);
  await db.$transaction(async (tx) => {
    if (outcome === "retry") {
      const again = { shopId, feedId, ...(isAsked ? { isAsked } : {}) };
      await enqueue(tx, "register-feed", again, after(RETRY_MS));
    }
    if (outcome === "registered") {
      await enqueue(tx, "check-feed", { shopId, feedId }, after(FIRST_LOOK_MS));
    }
  });
  return outcome;
}

/** When Pinterest, or another run of the feed, is asked again. */
const RETRY_MS = MINUTE_MS;

/** Pinterest may fetch a new feed at once. */
const FIRST_LOOK_MS = 5 * SECOND_MS;

/** Deletes a feed at Pinterest, with every pin that came of it. Nothing but the merchant's word calls this. */
export async function removeRegistration(key: FeedKey, now: Date): Promise<RegistrationOutcome> {
  const outcome = await exclusively(lockOf(key), () => remove(key, now));
  return outcome === "busy" ? "retry" : outcome;
}

async function remove(key: FeedKey, now: Date): Promise<RegistrationOutcome> {
  const record = await db.feedRegistration.findFirst({ where: whereFeed(key) });
  const { pinterestFeedId } = record ?? { pinterestFeedId: null };
  if (!record || pinterestFeedId === null) return "nothing";
  const answer = await callCatalog(
    key.shopId,
    (access) => deleteFeed(access, pinterestFeedId),
    now,
  );
  if (answer.kind === "done") return recordState(key, { state: "removed", pinterestFeedId: null });
  if (answer.kind !== "refused") return answer.kind === "retry" ? "retry" : "nothing";
  const problem = catalogProblem(answer.status, answer.code);
  if (problem === "feed_unknown")
    return recordState(key, { state: "removed", pinterestFeedId: null });
  return recordState(key, { state: "refused", problem, words: answer.reason });
}

type Change = {
  state: RegistrationState;
  problem?: RegistrationProblem | null;
  /** Pinterest's own, whole. */
  words?: string | null;
  pinterestFeedId?: string | null;
  toldHash?: string;
  toldAt?: Date;
};

/** Longer words are cut: they stand in a sentence. */
const WORDS_MAX = 500;

/** Writes what became of a feed; a problem is over unless it is named again. */
export async function recordState(key: FeedKey, change: Change): Promise<RegistrationState> {
  const data = {
    ...{ problem: null, ...change },
    words: change.words?.slice(0, WORDS_MAX) || null,
  };
  await db.feedRegistration.updateMany({ where: whereFeed(key), data });
  log.info(
    { ...key, state: change.state, problem: data.problem },
    "registered a feed at Pinterest",
  );
  return change.state;
}

async function register(key: FeedKey, now: Date, isAsked: boolean): Promise<RegistrationOutcome> {
  const [feed, account] = await Promise.all([findFeed(key), findActiveAccount(key.shopId)]);
  if (!feed || !account || account.attention !== null) return "nothing";
  if (feed.currentVersionId === null || feed.state !== "on") return "nothing";
  const known = await db.feedRegistration.findFirst({ where: whereFeed(key) });
  const { userId } = account;
  const fetchTime = known?.userId === userId ? known.fetchTime : fetchTimeOf(now);
  const wire = await wireOf(feed, fetchTime);
  if (!wire) {
    await open(key, { userId, fetchTime }, now);
    return recordState(key, { state: "refused", problem: "language_unknown" });
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
  const registered = await callCatalog(key.shopId, listRegisteredFeeds, now);
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
  const answer = await callCatalog(key.shopId, (access) => createFeed(access, wire), now);
  const isTaken =
    answer.kind === "refused" && catalogProblem(answer.status, answer.code) === "feed_name_taken";
  if (!isTaken) return answer;
  const name = `${wire.name} ${fileId.slice(0, NAME_PART)}`;
  return callCatalog(key.shopId, (access) => createFeed(access, { ...wire, name }), now);
}

const NAME_PART = 6;

async function tell(
  key: FeedKey,
  pinterestFeedId: string,
  wire: WireFeed,
  now: Date,
): Promise<RegistrationOutcome> {
  const change = toWireFeedChange(wire);
  const answer = await callCatalog(
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
  return recordState(key, {
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
  return recordState(key, { state: "refused", problem, words: answer.reason });
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
  const served = { ...feed, format: await servedFormat(feed) };
  return toWireFeed(served, await feedCredentials(feed), owner, fetchTime);
}

function lockOf({ feedId }: FeedKey): string {
  return `feed_registration:${feedId}`;
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
  return { ...knownStates(record), pinterestFeedId, toldHash, userId };
}
