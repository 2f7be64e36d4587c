import { db } from "~/db.server";
import type { ShopId } from "~/ids";

import type { Span } from "./find-orders.server";

/** How far back a reconciliation looks; the word is in the database, the jobs and the log. */
export const RECONCILIATION_WINDOWS = ["recent", "daily"] as const;
export type ReconciliationWindow = (typeof RECONCILIATION_WINDOWS)[number];

/** One shop's orders of one window. */
export type RunKey = { shopId: ShopId; window: ReconciliationWindow };

/** A run under way: what it compares, and where it goes on. */
export type Run = { span: Span; after: string | null };

/**
 * Goes on with the run that was left, or begins one over `span`. One that was left so long ago that its
 * last order is older than the span's first begins anew.
 */
export async function openRun({ shopId, window }: RunKey, span: Span): Promise<Run> {
  const left = await db.reconciliationRun.findUnique({
    where: { shopId_window: { shopId, window } },
  });
  if (left && left.createdUntil >= span.from) {
    return { span: { from: left.createdFrom, until: left.createdUntil }, after: left.after };
  }
  const begun = { createdFrom: span.from, createdUntil: span.until, after: null };
  await db.reconciliationRun.upsert({
    where: { shopId_window: { shopId, window } },
    create: { shopId, window, ...begun },
    update: begun,
  });
  return { span, after: null };
}

/** Notes where the run goes on. Called after every order before that place is recorded. */
export async function recordPlace({ shopId, window }: RunKey, after: string): Promise<void> {
  await db.reconciliationRun.updateMany({ where: { shopId, window }, data: { after } });
}

/** The run is over; the next one begins with a new span. */
export async function closeRun({ shopId, window }: RunKey, now: Date): Promise<void> {
  await db.reconciliationRun.deleteMany({ where: { shopId, window } });
  await db.shop.updateMany({ where: { id: shopId }, data: { reconciledAt: now } });
}
