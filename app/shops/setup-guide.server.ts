import { db } from "~/db.server";
import type { ShopId } from "~/ids";

import type { GuideForm } from "./setup-guide";

/** What is remembered of a shop's way through the set-up guide; each `null` before it happened. */
export type GuideMemory = {
  dismissedAt: Date | null;
  consentReviewedAt: Date | null;
  orderMatchedAt: Date | null;
};

const NOTHING: GuideMemory = { dismissedAt: null, consentReviewedAt: null, orderMatchedAt: null };

export async function findGuideMemory(shopId: ShopId): Promise<GuideMemory> {
  const row = await db.setupGuide.findUnique({ where: { shopId }, omit: { shopId: true } });
  return row ?? NOTHING;
}

/** Notes that a merchant has looked at the privacy settings and wants them as they are. Again, it is later. */
export function recordConsentReviewed(shopId: ShopId, now: Date): Promise<void> {
  return remember(shopId, { consentReviewedAt: now });
}

/** Notes that an order was found reported as the shop's tracking means it. */
export function recordOrderMatched(shopId: ShopId, now: Date): Promise<void> {
  return remember(shopId, { orderMatchedAt: now });
}

/** Does what a button about the guide asks for. */
export async function answerGuideForm(
  shopId: ShopId,
  { intent }: GuideForm,
  now: Date,
): Promise<{ kind: "guide_dismissed" | "guide_shown" | "consent_reviewed" }> {
  switch (intent) {
    case "dismiss_guide":
      await remember(shopId, { dismissedAt: now });
      return { kind: "guide_dismissed" };
    case "show_guide":
      await remember(shopId, { dismissedAt: null });
      return { kind: "guide_shown" };
    case "review_consent":
      await recordConsentReviewed(shopId, now);
      return { kind: "consent_reviewed" };
  }
}

async function remember(shopId: ShopId, change: Partial<GuideMemory>): Promise<void> {
  await db.setupGuide.upsert({ where: { shopId }, create: { shopId, ...change }, update: change });
}
