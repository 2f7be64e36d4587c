import type { PinterestAccount as AccountRecord } from "@prisma/client";

import { db, type Transaction } from "~/db.server";
import { env } from "~/env.server";
import type { ShopId } from "~/ids";
import { log } from "~/log.server";
import { fetchAccount } from "~/pinterest/account.server";
import type { Account } from "~/pinterest/account";
import type { ApiAnswer } from "~/pinterest/call.server";
import { renewGrant, type PinterestApp } from "~/pinterest/oauth.server";
import { DAY_MS, MINUTE_MS } from "~/time";

import { attentionOf, findRow, lockAccount, toRow, toTokens } from "./account-row.server";
import type { AccountAttention } from "./pinterest-account";

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
