import { verdictOfLine, type Verdict } from "~/conversions/backfill";
import { DEDUPLICATED_AGE_MS_MAX } from "~/conversions/event-age";
import { findEventWord, type LedgerWord } from "~/conversions/record.server";
import { db } from "~/db.server";
import type { ShopId } from "~/ids";
import { listErased } from "~/shops/erasure-mark.server";

import type { Decided } from "./decide-order.server";

/** What is known of an order whose customer was erased. */
export const ERASED: Verdict = { outcome: "erased" };

/**
 * What recording an order would come to. Writes nothing.
 *
 * @param word what the ledger says of it; `undefined` where it knows nothing.
 */
export async function foreseeOrder(
  shopId: ShopId,
  { order: { decision, draft } }: Decided,
  word: LedgerWord | undefined,
  now: Date,
): Promise<Verdict> {
  const { eventId } = decision.kind === "send" ? decision.event : draft;
  if ((await listErased(db, shopId, "event", [eventId])).size > 0) return ERASED;
  if (decision.kind === "skip") return { outcome: "skip", reasons: decision.reasons };
  // Only a webhook's order waits for its browser; this one would wait like it.
  if (decision.kind === "wait") return { outcome: "under_way" };
  const event = await findEventWord(shopId, eventId);
  // Of an order that is taken up again, the event that was skipped makes way.
  const isTakenUp = word !== undefined && event?.state === "skipped";
  if (event && !isTakenUp) return verdictOfLine(event.state, event.reason);
  const { actionSource, occurredAt } = decision.event;
  const ageMs = now.getTime() - occurredAt.getTime();
  return { outcome: "send", isLate: actionSource === "web" && ageMs > DEDUPLICATED_AGE_MS_MAX };
}
