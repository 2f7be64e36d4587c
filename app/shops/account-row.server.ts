import type { PinterestAccount as AccountRecord } from "@prisma/client";

import { db, type Transaction } from "~/db.server";
import type { ShopId } from "~/ids";
import type { Grant } from "~/pinterest/oauth";
import { seal, unseal } from "~/seal.server";

import { ACCOUNT_ATTENTIONS, type AccountAttention } from "./pinterest-account";

/** What Pinterest gave for an account; some grants come without a refresh token. */
export type Tokens = { accessToken: string; refreshToken: string | null };

/** A shop's account that waits for the merchant's word, or is used. */
export function findRow(
  tx: Transaction,
  shopId: ShopId,
  stage: "offered" | "active",
): Promise<AccountRecord | null> {
  return tx.pinterestAccount.findUnique({ where: { shopId_stage: { shopId, stage } } });
}

/** Whoever connects, renews or picks waits for the others of the shop, over all processes. */
export async function lockAccount(tx: Transaction, shopId: ShopId): Promise<void> {
  const name = `pinterest_account:${shopId}`;
  await tx.$queryRaw`SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(${name}, 0))`;
}

/** What is kept of a grant, its tokens sealed. */
export function toRow(shopId: ShopId, grant: Grant) {
  const { accessExpiresAt, refreshExpiresAt, scopes } = grant;
  return {
    ...sealTokens(shopId, grant),
    ...{ accessExpiresAt, refreshExpiresAt, scopes: [...scopes], attention: null },
  };
}

/** The tokens in the clear, for a call. @throws SealError where the key is lost. */
export function toTokens({ shopId, sealedAccessToken, sealedRefreshToken }: AccountRecord): Tokens {
  return {
    accessToken: unseal(sealedAccessToken, sealContext(shopId, "access")),
    refreshToken:
      sealedRefreshToken === null
        ? null
        : unseal(sealedRefreshToken, sealContext(shopId, "refresh")),
  };
}

/** Why the account needs the merchant; `null` where it does not. */
export function attentionOf({ attention }: AccountRecord): AccountAttention | null {
  return ACCOUNT_ATTENTIONS.find((known) => known === attention) ?? null;
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

function sealTokens(shopId: string, { accessToken, refreshToken }: Tokens) {
  return {
    sealedAccessToken: seal(accessToken, sealContext(shopId, "access")),
    sealedRefreshToken:
      refreshToken === null ? null : seal(refreshToken, sealContext(shopId, "refresh")),
  };
}

function sealContext(shopId: string, token: "access" | "refresh"): string {
  return `pinterest_accounts.${token}:${shopId}`;
}
