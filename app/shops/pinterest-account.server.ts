import type { PinterestAccount as AccountRecord } from "@prisma/client";

import { db, type Transaction } from "~/db.server";
import { env } from "~/env.server";
import { SealError } from "~/errors";
import { toShopId, type ShopId } from "~/ids";
import { log } from "~/log.server";
import { fetchAccount } from "~/pinterest/account.server";
import type { Account } from "~/pinterest/account";
import type { ApiAnswer } from "~/pinterest/call.server";
import type { Grant } from "~/pinterest/oauth";
import { renewGrant, revokeToken, type PinterestApp } from "~/pinterest/oauth.server";
import { seal, unseal } from "~/seal.server";
import { DAY_MS, MINUTE_MS } from "~/time";

import { ACCOUNT_ATTENTIONS, type AccountAttention, type NamedAccount } from "./pinterest-account";

/** An access token that lives shorter than this is renewed first, so that no call outlives its token. */
const TOKEN_LEFT_MS_MIN = 5 * MINUTE_MS;

/**
 * Renewed by the daily job when less than this is left. An access token lives 30 days and its refresh token
 * 60, so a renewal that fails has ten days of tries before a call has to do without.
 */
const RENEWED_EARLY_MS = 10 * DAY_MS;

/** Waiting for another process's renewal, and our own, included. */
const RENEWAL_MS_MAX = 30_000;

/** What a call with a shop's account came to. */
export type AccountAnswer<Value> =
  | Exclude<ApiAnswer<Value>, { kind: "token_refused" }>
  /** The merchant: no account is connected. */
  | { kind: "no_account" }
  /** The merchant: the account has to be connected again. */
  | { kind: "account_lost"; attention: AccountAttention };

/** The app's own name at Pinterest; `null` where it has none and no account can be connected. */
export function pinterestApp(): PinterestApp | null {
  const { PINTEREST_APP_ID: appId, PINTEREST_APP_SECRET: appSecret } = env;
  return appId === undefined || appSecret === undefined ? null : { appId, appSecret };
}

/** Keeps an account that allowed the app to use it until a merchant confirms it; of two, the later. */
export async function recordOffer(
  tx: Transaction,
  shopId: ShopId,
  { account, grant, offeredTo }: { account: Account; grant: Grant; offeredTo: string },
  now: Date,
): Promise<void> {
  const { businessName, id: userId, isBusiness, username } = account;
  const data = {
    ...{ userId, username, businessName, isBusiness, offeredTo },
    ...toRow(shopId, grant),
    createdAt: now,
  };
  const key = { shopId, stage: "offered" };
  await tx.pinterestAccount.upsert({
    where: { shopId_stage: key },
    create: { ...key, ...data },
    update: data,
  });
}

/**
 * Makes the offered account the active one, in place of the one before. Confirmed again it is found active
 * and left. What the shop reports with stays as it is until an ad account is picked.
 */
export async function confirmAccount(
  shopId: ShopId,
  platformUser: string,
): Promise<"confirmed" | "other_user" | "nothing_offered"> {
  return db.$transaction(async (tx) => {
    await lockAccount(tx, shopId);
    const offered = await findRow(tx, shopId, "offered");
    if (!offered) return "nothing_offered";
    if (offered.offeredTo !== platformUser) return "other_user";
    const before = await findRow(tx, shopId, "active");
    await tx.pinterestAccount.deleteMany({ where: { shopId, stage: "active" } });
    const isSame = before?.userId === offered.userId;
    await tx.pinterestAccount.update({
      where: { shopId_stage: { shopId, stage: "offered" } },
      data: {
        stage: "active",
        offeredTo: null,
        adAccountId: isSame ? before.adAccountId : null,
      },
    });
    log.info({ shopId }, "a Pinterest account was confirmed");
    return "confirmed";
  });
}

/** Forgets the offered account. What the shop has is untouched. */
export async function discardOffer(shopId: ShopId): Promise<void> {
  const offered = await findRow(db, shopId, "offered");
  await db.pinterestAccount.deleteMany({ where: { shopId, stage: "offered" } });
  if (offered) await giveBack([offered]);
}

/** Forgets both accounts and their tokens in the caller's transaction; {@link giveBack} comes after it. */
export async function forgetAccounts(tx: Transaction, shopId: ShopId): Promise<AccountRecord[]> {
  const records = await tx.pinterestAccount.findMany({ where: { shopId } });
  await tx.pinterestAccount.deleteMany({ where: { shopId } });
  return records;
}

/**
 * Asks Pinterest to end the tokens of accounts that were forgotten. Pinterest may refuse: then they end by
 * age, or by the user's own hand.
 */
export async function giveBack(records: readonly AccountRecord[]): Promise<void> {
  const app = pinterestApp();
  if (!app) return;
  for (const record of records) {
    const tokens = readableTokens(record);
    if (!tokens) continue;
    await revokeToken(app, tokens.accessToken, "access_token");
    if (tokens.refreshToken !== null) await revokeToken(app, tokens.refreshToken, "refresh_token");
  }
}

/** `null` where the key was lost: what cannot be read cannot be given back, and may be forgotten. */
function readableTokens(record: AccountRecord): Tokens | null {
  try {
    return toTokens(record);
  } catch (fault) {
    if (fault instanceof SealError) return null;
    throw fault;
  }
}

/** Notes which ad account is used with the active account. */
export async function recordAdAccount(
  tx: Transaction,
  shopId: ShopId,
  adAccountId: string,
): Promise<void> {
  await tx.pinterestAccount.updateMany({
    where: { shopId, stage: "active" },
    data: { adAccountId },
  });
}

/** The ad account that was picked with the active account; `null` where there is none. */
export async function findAdAccount(shopId: ShopId): Promise<string | null> {
  return (await findRow(db, shopId, "active"))?.adAccountId ?? null;
}

/** Whose account is active, and what it was picked with; `null` where there is none. */
export async function findActiveAccount(shopId: ShopId): Promise<{
  userId: string;
  adAccountId: string | null;
  attention: AccountAttention | null;
} | null> {
  const record = await findRow(db, shopId, "active");
  if (!record) return null;
  const { adAccountId, userId } = record;
  return { userId, adAccountId, attention: attentionOf(record) };
}

/** What the pages may know of a shop's accounts. */
export async function findAccounts(shopId: ShopId): Promise<{
  active:
    (NamedAccount & { attention: AccountAttention | null; adAccountId: string | null }) | null;
  offered: (NamedAccount & { offeredTo: string | null }) | null;
}> {
  const records = await db.pinterestAccount.findMany({ where: { shopId } });
  const active = records.find(({ stage }) => stage === "active");
  const offered = records.find(({ stage }) => stage === "offered");
  return {
    active: active
      ? { ...named(active), attention: attentionOf(active), adAccountId: active.adAccountId }
      : null,
    offered: offered ? { ...named(offered), offeredTo: offered.offeredTo } : null,
  };
}

/**
 * Calls Pinterest with the shop's active account. A token that is about to end is renewed first; one that
 * is refused before its time is renewed once, and if that does not help, the account needs the merchant.
 */
export async function callWithAccount<Value>(
  shopId: ShopId,
  call: (accessToken: string) => Promise<ApiAnswer<Value>>,
  now: Date,
): Promise<AccountAnswer<Value>> {
  const first = await accessToken(shopId, now);
  if (first.kind !== "done") return first;
  const answer = await call(first.value);
  if (answer.kind !== "token_refused") return answer;
  const renewed = await accessToken(shopId, now, first.value);
  if (renewed.kind !== "done") return renewed;
  const again = await call(renewed.value);
  if (again.kind !== "token_refused") return again;
  return lose(db, shopId, "access_revoked");
}

/** Shops whose active account is looked after. */
export async function listAccountShops(): Promise<ShopId[]> {
  const records = await db.pinterestAccount.findMany({
    where: { stage: "active", shop: { uninstalledAt: null } },
    select: { shopId: true },
    orderBy: { shopId: "asc" },
  });
  return records.map(({ shopId }) => toShopId(shopId));
}

/**
 * Renews a shop's account long before its tokens end, and asks Pinterest whether it still is what it says.
 * So a permission that was taken back is noticed within a day, also where nothing else calls.
 */
export async function lookAfterAccount(
  shopId: ShopId,
  now: Date,
): Promise<AccountAnswer<Account>["kind"]> {
  const record = await findRow(db, shopId, "active");
  const isGood = (current: AccountRecord): boolean =>
    attentionOf(current) === null && !isDueForRenewal(current, now);
  const isUsable = (current: AccountRecord): boolean =>
    attentionOf(current) === null && isAlive(current, now);
  if (record && !isGood(record)) await renewOnce(shopId, now, { isGood, isUsable });
  const answer = await callWithAccount(shopId, fetchAccount, now);
  if (answer.kind === "done") await recordName(shopId, answer.value);
  return answer.kind;
}

/** Seals every stored token with the first key. Run again, it finds nothing to do. */
export async function resealAccounts(isStale: (sealed: string) => boolean): Promise<number> {
  const records = await db.pinterestAccount.findMany();
  const stale = records.filter(({ sealedAccessToken, sealedRefreshToken }) =>
    [sealedAccessToken, sealedRefreshToken].some((sealed) => sealed !== null && isStale(sealed)),
  );
  for (const record of stale) {
    const { shopId, stage, sealedAccessToken } = record;
    await db.pinterestAccount.updateMany({
      // A token stored in the meantime is newer and sealed with the first key already.
      where: { shopId, stage, sealedAccessToken },
      data: sealTokens(shopId, toTokens(record)),
    });
  }
  return stale.length;
}

type Tokens = { accessToken: string; refreshToken: string | null };

type TokenAnswer = Exclude<AccountAnswer<string>, { kind: "refused" }>;

/** @param refusedToken one that Pinterest takes no more, whatever its row says. */
async function accessToken(shopId: ShopId, now: Date, refusedToken?: string): Promise<TokenAnswer> {
  const stored = await findRow(db, shopId, "active");
  if (!stored) return { kind: "no_account" };
  const attention = attentionOf(stored);
  // Every call would ask in vain; the daily job asks once for all of them.
  if (attention !== null) return { kind: "account_lost", attention };
  const isGood = (record: AccountRecord): boolean =>
    isAlive(record, now) && toTokens(record).accessToken !== refusedToken;
  if (isGood(stored)) return { kind: "done", value: toTokens(stored).accessToken };
  return renewOnce(shopId, now, { isGood, isUsable: () => false });
}

/** When a renewal is not needed, and when a token is still of use though its renewal was refused. */
type Standards = Record<"isGood" | "isUsable", (record: AccountRecord) => boolean>;

/**
 * One renewal of a shop at a time, over all processes: refresh tokens rotate, and two renewals with the
 * same one would leave the shop with a dead one. Whoever waited looks again at what is stored.
 */
function renewOnce(shopId: ShopId, now: Date, standards: Standards): Promise<TokenAnswer> {
  return db.$transaction(
    async (tx) => {
      await lockAccount(tx, shopId);
      const current = await findRow(tx, shopId, "active");
      if (!current) return { kind: "no_account" };
      const kept = { kind: "done", value: toTokens(current).accessToken } as const;
      if (standards.isGood(current)) return kept;
      const renewed = await renew(tx, shopId, current, now);
      if (renewed.kind !== "account_lost") return renewed;
      return standards.isUsable(current) ? kept : lose(tx, shopId, renewed.attention);
    },
    { timeout: RENEWAL_MS_MAX, maxWait: RENEWAL_MS_MAX },
  );
}

async function renew(
  tx: Transaction,
  shopId: ShopId,
  current: AccountRecord,
  now: Date,
): Promise<TokenAnswer> {
  const app = pinterestApp();
  const { refreshToken } = toTokens(current);
  const hasEnded = refreshToken === null || isOver(current.refreshExpiresAt, now);
  if (hasEnded || !app) return { kind: "account_lost", attention: "access_expired" };
  const answer = await renewGrant(app, refreshToken, now);
  if (answer.kind === "retry") return answer;
  if (answer.kind !== "done") {
    log.warn({ shopId, answer: answer.kind }, "Pinterest did not renew an account");
    return { kind: "account_lost", attention: "access_revoked" };
  }
  const { value: grant } = answer;
  await tx.pinterestAccount.update({
    where: { shopId_stage: { shopId, stage: "active" } },
    data: {
      ...toRow(shopId, { ...grant, refreshToken: grant.refreshToken ?? refreshToken }),
      attention: null,
    },
  });
  log.info({ shopId }, "renewed a Pinterest account");
  return { kind: "done", value: grant.accessToken };
}

async function lose(
  tx: Transaction,
  shopId: ShopId,
  attention: AccountAttention,
): Promise<{ kind: "account_lost"; attention: AccountAttention }> {
  await tx.pinterestAccount.updateMany({
    where: { shopId, stage: "active" },
    data: { attention },
  });
  log.warn({ shopId, attention }, "a Pinterest account needs the merchant");
  return { kind: "account_lost", attention };
}

async function recordName(shopId: ShopId, account: Account): Promise<void> {
  const { businessName, id: userId, isBusiness, username } = account;
  await db.pinterestAccount.updateMany({
    where: { shopId, stage: "active", userId },
    data: { username, businessName, isBusiness },
  });
}

function isAlive({ accessExpiresAt }: AccountRecord, now: Date): boolean {
  return accessExpiresAt.getTime() - now.getTime() > TOKEN_LEFT_MS_MIN;
}

function isDueForRenewal({ accessExpiresAt }: AccountRecord, now: Date): boolean {
  return accessExpiresAt.getTime() - now.getTime() < RENEWED_EARLY_MS;
}

function isOver(end: Date | null, now: Date): boolean {
  return end !== null && end.getTime() <= now.getTime();
}

async function lockAccount(tx: Transaction, shopId: ShopId): Promise<void> {
  const name = `pinterest_account:${shopId}`;
  await tx.$queryRaw`SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(${name}, 0))`;
}

function findRow(
  tx: Transaction,
  shopId: ShopId,
  stage: "offered" | "active",
): Promise<AccountRecord | null> {
  return tx.pinterestAccount.findUnique({ where: { shopId_stage: { shopId, stage } } });
}

function toRow(shopId: ShopId, grant: Grant) {
  const { accessExpiresAt, refreshExpiresAt, scopes } = grant;
  return {
    ...sealTokens(shopId, grant),
    ...{ accessExpiresAt, refreshExpiresAt, scopes: [...scopes], attention: null },
  };
}

function sealTokens(shopId: string, { accessToken, refreshToken }: Tokens) {
  return {
    sealedAccessToken: seal(accessToken, sealContext(shopId, "access")),
    sealedRefreshToken:
      refreshToken === null ? null : seal(refreshToken, sealContext(shopId, "refresh")),
  };
}

function toTokens({ shopId, sealedAccessToken, sealedRefreshToken }: AccountRecord): Tokens {
  return {
    accessToken: unseal(sealedAccessToken, sealContext(shopId, "access")),
    refreshToken:
      sealedRefreshToken === null
        ? null
        : unseal(sealedRefreshToken, sealContext(shopId, "refresh")),
  };
}

function sealContext(shopId: string, token: "access" | "refresh"): string {
  return `pinterest_accounts.${token}:${shopId}`;
}

function named({ businessName, isBusiness, username }: AccountRecord): NamedAccount {
  return { businessName, isBusiness, username };
}

function attentionOf({ attention }: AccountRecord): AccountAttention | null {
  return ACCOUNT_ATTENTIONS.find((known) => known === attention) ?? null;
}
