import { z } from "zod";

import { EXCLUDED, LEFT_OUT_REASONS } from "./item";

/** Those with which an item is stored that is not made at all. */
const STORED_REASONS = [...LEFT_OUT_REASONS, EXCLUDED] as const;

/**
 * Why the item of an event is not in the published feed.
 *
 * - `not_active`, `not_published`, `gift_card`: its product is not for sale in the online store.
 * - `excluded`: a rule of the merchant leaves it out.
 * - `issue`: an error keeps it out; the finding has Pinterest's code.
 * - `other_format`: the store has it, under an id of another format: the format was changed, or another
 *   system names items differently.
 * - `not_found`: deleted, or never in this store.
 */
export const JOIN_CAUSES = [...STORED_REASONS, "issue", "other_format", "not_found"] as const;
export type JoinCause = (typeof JOIN_CAUSES)[number];

/** An item of events that no published feed has. */
export const joinFindingSchema = z.object({
  itemId: z.string(),
  /** How many events of the span had it. */
  events: z.number(),
  cause: z.enum(JOIN_CAUSES),
  /** Pinterest's code of an `issue`. */
  code: z.string().nullable(),
  /** The product in the platform's admin; `null` where it is not known. */
  productId: z.string().nullable(),
});
export type JoinFinding = z.infer<typeof joinFindingSchema>;

/** What the last look came to. */
export type JoinCheck = {
  checkedAt: Date;
  /** Items that the events had. */
  items: number;
  /** Items of these that no published feed has. */
  missing: number;
  /** Events with such items, counted once for each item. */
  missingEvents: number;
  /** The most frequent ones. */
  findings: JoinFinding[];
};

/** So many findings are kept and shown. */
export const FINDINGS_KEPT = 50;

/** What a stored item says of itself. */
export type KnownItem = { productId: string; leftOut: string | null };

/** The likely cause; `null` where the item is in a feed. */
export function causeOf(
  known: KnownItem | undefined,
  isKnownOtherwise: boolean,
): Pick<JoinFinding, "cause" | "code"> | null {
  if (!known) return { cause: isKnownOtherwise ? "other_format" : "not_found", code: null };
  const { leftOut } = known;
  if (leftOut === null) return null;
  const reason = STORED_REASONS.find((one) => one === leftOut);
  return reason ? { cause: reason, code: null } : { cause: "issue", code: leftOut };
}

/** The ids of variants and products that an item id of whatever format may have been made of. */
export function idsWithin(itemId: string): string[] {
  return itemId.match(/\d+/g) ?? [];
}
