import type { StoredEvent } from "./event";
import { hasIdentity } from "./identity";
import { expiry } from "./outbox";
import type { RedriveRefusal } from "./redrive";

/** A dead letter, as far as the question goes whether it can be sent again. */
export type Redrivable = {
  occurredAt: Date;
  browserSent: boolean;
  /** `null`: gone, or not readable. */
  event: Pick<StoredEvent, "actionSource" | "userData"> | null;
  hasSealedPart: boolean;
};

/**
 * What becomes of a dead letter that is to be sent again. Age comes first: it holds whatever is left of
 * the event.
 */
export function redriveStep(letter: Redrivable, now: Date): "send" | RedriveRefusal {
  const isOffline = letter.event?.actionSource === "offline";
  const reason = expiry({ ...letter, isOffline }, now);
  if (reason !== null) return reason;
  if (letter.event === null) return "payload_gone";
  if (letter.hasSealedPart || hasIdentity(letter.event.userData, {})) return "send";
  return "no_identity";
}
