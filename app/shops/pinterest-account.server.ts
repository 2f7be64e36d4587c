import type { PinterestAccount as AccountRecord } from "@prisma/client";

import { db, type Transaction } from "~/db.server";
import { SealError } from "~/errors";
import { toShopId, type ShopId } from "~/ids";
import { log } from "~/log.server";
import type { Account } from "~/pinterest/account";
import type { Grant } from "~/pinterest/oauth";
import { revokeToken } from "~/pinterest/oauth.server";

import { pinterestApp } from "./account-access.server";
import {
  attentionOf,
  findRow,
  lockAccount,
  toRow,
  toTokens,
  type Tokens,
} from "./account-row.server";
import type { AccountAttention, NamedAccount } from "./pinterest-account";

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

/** Shops whose active account is looked after. */
export async function listAccountShops(): Promise<ShopId[]> {
  const records = await db.pinterestAccount.findMany({
    where: { stage: "active", shop: { uninstalledAt: null } },
    select: { shopId: true },
    orderBy: { shopId: "asc" },
  });
  return records.map(({ shopId }) => toShopId(shopId));
}

function named({ businessName, isBusiness, username }: AccountRecord): NamedAccount {
  return { businessName, isBusiness, username };
}
