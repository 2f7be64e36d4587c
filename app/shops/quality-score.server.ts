import { db } from "~/db.server";
import type { ShopId } from "~/ids";
import { log } from "~/log.server";
import { parse } from "~/parse";
import { storedQualitySchema } from "~/pinterest/quality";
import { fetchQualityScores } from "~/pinterest/quality.server";

import { callWithAccount, type AccountAnswer } from "./account-access.server";
import { findAdAccount } from "./pinterest-account.server";
import type { KnownQuality } from "./quality-score";

/** Asks Pinterest for its score of a shop's events, and keeps the answer in place of the one before. */
export async function readQualityScore(
  shopId: ShopId,
  now: Date,
): Promise<AccountAnswer<unknown>["kind"] | "no_ad_account"> {
  const adAccountId = await findAdAccount(shopId);
  if (adAccountId === null) return "no_ad_account";
  const answer = await callWithAccount(
    shopId,
    (accessToken) => fetchQualityScores(accessToken, adAccountId),
    now,
  );
  if (answer.kind !== "done") return answer.kind;
  const row = { adAccountId, askedAt: now, scores: JSON.parse(JSON.stringify(answer.value)) };
  await db.qualityScore.upsert({ where: { shopId }, create: { shopId, ...row }, update: row });
  return answer.kind;
}

/** What is kept of the account that the shop uses now; `null` where nothing is. */
export async function findQuality(shopId: ShopId): Promise<KnownQuality | null> {
  const [row, adAccountId] = await Promise.all([
    db.qualityScore.findUnique({ where: { shopId } }),
    findAdAccount(shopId),
  ]);
  if (!row || row.adAccountId !== adAccountId) return null;
  const scores = parse(storedQualitySchema, row.scores);
  if (scores.kind === "parsed") return { askedAt: row.askedAt, scores: scores.value };
  log.warn({ shopId, fields: scores.fields }, "a stored score does not fit the schema");
  return null;
}
