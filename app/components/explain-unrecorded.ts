import type { UnrecordedOrder } from "~/conversions/unrecorded-order";
import type { Words } from "~/messages/words";

type Order = Pick<UnrecordedOrder, "absence" | "verdict">;

/** Why the app has not recorded an order, and what would become of it. */
export function explainUnrecorded(words: Words, { absence, verdict }: Order): string[] {
  const why = words.message(`unrecorded_${absence}`);
  switch (verdict.outcome) {
    case "send":
      return [why, words.message(verdict.isLate ? "unrecorded_late" : "unrecorded_send")];
    case "skip":
    case "left_out":
      return [why, ...verdict.reasons.map((reason) => words.message(reason))];
    case "erased":
      return [words.message("unrecorded_erased")];
    case "reported":
    case "under_way":
    case "refused":
    case "tried":
    case "gone":
      return [why, words.message("unrecorded_same_checkout")];
  }
}

/** Whether it goes to Pinterest only where the merchant sends it. */
export function waitsForMerchant({ absence, verdict }: Order): boolean {
  return verdict.outcome === "send" && (absence === "before_installation" || absence === "lost");
}
