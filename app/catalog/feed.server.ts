import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";

import type { Feed as FeedRecord } from "@prisma/client";

import { db, type Transaction } from "~/db.server";
import { env } from "~/env.server";
import { toShopId, type ShopId } from "~/ids";
import { enqueue } from "~/queue.server";
import { seal, unseal } from "~/seal.server";
import type { ShopSettings } from "~/shops/settings";
import { ERASED_DOMAIN } from "~/shops/shop";
import { MINUTE_MS } from "~/time";

import { FEED_PROBLEMS, FEED_STATES, GATES, type Feed, type FeedKey, type FeedState } from "./feed";
import { FEED_FORMATS, type FeedFormat } from "./feed-format";
import type { FeedMarket, Market, Storefront } from "./market";

/** A shop's feeds, the oldest first. */
export async function listFeeds(shopId: ShopId): Promise<Feed[]> {
  const feeds = await db.feed.findMany({ where: { shopId }, orderBy: { createdAt: "asc" } });
  return feeds.map(toFeed);
}

/** How many items the shop's published feeds have, all feeds together. */
export async function countPublishedItems(shopId: ShopId): Promise<number> {
  const feeds = await db.feed.findMany({
    where: { shopId, currentVersionId: { not: null } },
    select: { currentVersionId: true },
  });
  const { _sum } = await db.feedVersion.aggregate({
    where: { shopId, id: { in: feeds.flatMap(({ currentVersionId }) => currentVersionId ?? []) } },
    _sum: { items: true },
  });
  return _sum.items ?? 0;
}

export async function findFeed({ shopId, feedId }: FeedKey): Promise<Feed | null> {
  const feed = await db.feed.findFirst({ where: { id: feedId, shopId } });
  return feed && toFeed(feed);
}

/** The feed of a market; one that is there already stays as it is. */
export async function ensureFeed(
  tx: Transaction,
  shopId: ShopId,
  market: Market,
  storefront: Storefront | null = null,
): Promise<Feed> {
  const { country, currency, locale } = market;
  const fileId = newFileId();
  await tx.feed.createMany({
    data: [{ shopId, country, locale, currency, fileId, ...storefrontColumns(storefront) }],
    skipDuplicates: true,
  });
  return toFeed(
    await tx.feed.findUniqueOrThrow({
      where: { shopId_country_locale_currency: { shopId, country, locale, currency } },
    }),
  );
}

/**
 * The format in which a feed is answered now, in which its address ends: another that was chosen holds from
 * the next version on.
 */
export async function servedFormat({
  currentVersionId,
  format,
  shopId,
}: Feed): Promise<FeedFormat> {
  if (currentVersionId === null) return format;
  const version = await db.feedVersion.findFirst({ where: { id: currentVersionId, shopId } });
  return FEED_FORMATS.find((known) => known === version?.format) ?? format;
}

/** The shop's feeds; a shop without any gets that of its own market. */
export async function ensureFeeds(shopId: ShopId, settings: ShopSettings): Promise<Feed[]> {
  const feeds = await listFeeds(shopId);
  if (feeds.length > 0) return feeds;
  const { country, currency, locale } = settings.feed;
  return [await ensureFeed(db, shopId, { country, currency, locale })];
}

/** How a feed's row tells of its storefront. */
export function storefrontColumns(storefront: Storefront | null) {
  const { asksCountry = false, locale, marketId = null, rootUrl = null } = storefront ?? {};
  return { marketId, rootUrl, asksCountry, storeLocale: locale ?? null };
}

/** What a merchant may change of a feed. Its market is what it is. Pinterest is told of what concerns it. */
export async function changeFeed(
  key: FeedKey,
  change: { format?: FeedFormat; state?: FeedState },
): Promise<void> {
  await db.$transaction((tx) => recordFeedChange(tx, key, change));
}

/** What Pinterest needs to read a protected feed. */
export type FeedCredentials = { username: string; password: string };

/** Asks for basic authentication with new credentials from now on; they can be read again. */
export async function protectFeed({ shopId, feedId }: FeedKey): Promise<FeedCredentials> {
  const username = `pinterest-${randomBytes(4).toString("hex")}`;
  const password = randomBytes(24).toString("base64url");
  const sealedPassword = seal(password, passwordContext(feedId));
  await db.$transaction((tx) =>
    recordFeedChange(tx, { shopId, feedId }, { username, sealedPassword }),
  );
  return { username, password };
}

/** Lets the address alone be enough. */
export async function unprotectFeed(key: FeedKey): Promise<void> {
  await db.$transaction((tx) =>
    recordFeedChange(tx, key, { username: null, sealedPassword: null }),
  );
}

type FeedChange = Partial<Pick<FeedRecord, "format" | "state" | "username" | "sealedPassword">>;

/** Pinterest reads a feed under the credentials and the address that it was told last, so it is told anew. */
async function recordFeedChange(
  tx: Transaction,
  { shopId, feedId }: FeedKey,
  change: FeedChange,
): Promise<void> {
  const { count } = await tx.feed.updateMany({ where: { id: feedId, shopId }, data: change });
  if (count > 0) await enqueue(tx, "register-feed", { shopId, feedId });
}

/** `null` where the feed is not protected, or there is none. */
export async function feedCredentials(key: FeedKey): Promise<FeedCredentials | null> {
  const feed = await db.feed.findFirst({ where: { id: key.feedId, shopId: key.shopId } });
  return feed && credentialsOf(feed);
}

/** Seals the stored passwords with the first key. Run again, it finds nothing to do. */
export async function resealFeedPasswords(isStale: (sealed: string) => boolean): Promise<number> {
  const feeds = await db.feed.findMany({ where: { sealedPassword: { not: null } } });
  let count = 0;
  for (const { id, shopId, sealedPassword } of feeds) {
    if (sealedPassword === null || !isStale(sealedPassword)) continue;
    const context = passwordContext(id);
    const resealed = seal(unseal(sealedPassword, context), context);
    const changed = await db.feed.updateMany({
      where: { id, shopId, sealedPassword },
      data: { sealedPassword: resealed },
    });
    count += changed.count;
  }
  return count;
}

/** A feed that somebody asks for by its address. */
export type ServedFeed = FeedKey & {
  credentials: FeedCredentials | null;
  fetchedAt: Date | null;
  version: ServedVersion | null;
};

/** The version that is answered. */
export type ServedVersion = {
  contentHash: string;
  format: string;
  storageKey: string;
  sizeBytes: number;
  publishedAt: Date;
};

/**
 * Looks a feed up by the name of its file.
 *
 * @returns `gone` where the feed was ours and its shop was erased; `null` where it never was.
 */
export async function findServedFeed(fileId: string): Promise<ServedFeed | "gone" | null> {
  if (!isOurFileId(fileId)) return null;
  const feed = await db.feed.findUnique({ where: { fileId }, include: { shop: true } });
  if (!feed || feed.shop.domain.startsWith(ERASED_DOMAIN)) return "gone";
  const version =
    feed.currentVersionId === null
      ? null
      : await db.feedVersion.findFirst({
          where: { id: feed.currentVersionId, shopId: feed.shopId },
        });
  return {
    shopId: toShopId(feed.shopId),
    feedId: feed.id,
    credentials: credentialsOf(feed),
    fetchedAt: feed.fetchedAt,
    version: version && {
      contentHash: version.contentHash,
      format: version.format,
      storageKey: version.storageKey,
      sizeBytes: Number(version.sizeBytes),
      publishedAt: version.publishedAt ?? version.createdAt,
    },
  };
}

/** Notes that Pinterest fetched a feed, once a minute at most. */
export async function recordFetch(
  { shopId, feedId }: FeedKey,
  status: number,
  now: Date,
): Promise<void> {
  const stale = { lt: new Date(now.getTime() - MINUTE_MS) };
  await db.feed.updateMany({
    where: {
      id: feedId,
      shopId,
      OR: [{ fetchedAt: null }, { fetchedAt: stale }, { fetchedStatus: { not: status } }],
    },
    data: { fetchedAt: now, fetchedStatus: status },
  });
}

const RANDOM_BYTES = 18;
const PROOF_BYTES = 9;

/**
 * A name that nobody can guess, with a proof that it is ours: so an address of an erased shop can be told
 * from one that never was, although nothing of the shop is kept.
 */
function newFileId(): string {
  const random = randomBytes(RANDOM_BYTES).toString("base64url");
  const [first] = env.ENCRYPTION_KEYS;
  return random + proofOf(random, first?.key ?? Buffer.alloc(0));
}

function isOurFileId(fileId: string): boolean {
  const randomLength = (RANDOM_BYTES * 4) / 3;
  const random = fileId.slice(0, randomLength);
  const given = Buffer.from(fileId.slice(randomLength));
  return env.ENCRYPTION_KEYS.some(({ key }) => {
    const proof = Buffer.from(proofOf(random, key));
    return proof.length === given.length && timingSafeEqual(proof, given);
  });
}

function proofOf(random: string, key: Buffer): string {
  const mac = createHmac("sha256", key).update(`feed:${random}`).digest();
  return mac.subarray(0, PROOF_BYTES).toString("base64url");
}

function credentialsOf({ id, username, sealedPassword }: FeedRecord): FeedCredentials | null {
  if (username === null || sealedPassword === null) return null;
  return { username, password: unseal(sealedPassword, passwordContext(id)) };
}

function passwordContext(feedId: string): string {
  return `feeds.sealedPassword:${feedId}`;
}

function toFeed(record: FeedRecord): Feed {
  const { checkedAt, country, currency, currentVersionId } = record;
  const { fetchedAt, fileId, gatedVersionId, id, locale, shopId } = record;
  return {
    shopId: toShopId(shopId),
    feedId: id,
    market: { country, locale, currency },
    storefront: toStorefront(record),
    chosenAt: record.chosenAt,
    problem: FEED_PROBLEMS.find((known) => known === record.problem) ?? null,
    format: FEED_FORMATS.find((known) => known === record.format) ?? "tsv",
    state: FEED_STATES.find((known) => known === record.state) ?? "off",
    fileId,
    isProtected: record.sealedPassword !== null,
    currentVersionId,
    gate: GATES.find((known) => known === record.gate) ?? null,
    gatedVersionId,
    checkedAt,
    fetchedAt,
  };
}

function toStorefront(record: FeedRecord): FeedMarket["storefront"] {
  const { asksCountry, marketId, rootUrl, storeLocale: locale } = record;
  if (marketId === null || rootUrl === null || locale === null) return null;
  return { marketId, locale, rootUrl, asksCountry };
}
