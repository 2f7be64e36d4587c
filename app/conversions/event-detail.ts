import type { ConsentRecord } from "./consent";
import type { CallAnswer, DeliveryCall } from "./delivery-call";
import type { ListedEvent } from "./event-list";
import type { ReceivedBy } from "./ledger";

/** One attempt of an event: the call that it was in, and what Pinterest said of the event itself. */
export type Attempt = Omit<DeliveryCall, "words"> & {
  id: string;
  /** `refused_event`: Pinterest took the call and refused this event. */
  verdict: CallAnswer | "refused_event";
  /** Pinterest's words on the event, or on the call as a whole; `null` where it said none. */
  words: string | null;
};

/** What is kept unhashed and sealed, by whether it is there. `null`: cleared by age, or nothing was sent. */
export type SealedParts = Readonly<
  Record<"clickId" | "clientIp" | "userAgent" | "sourceUrl", boolean>
> | null;

/** What the pixel said of a checkout, as long as it is kept. */
export type PixelWord = {
  /** When its snapshot came; `null` where there is none. */
  takenAt: Date | null;
  /** When Pinterest's tag took the browser's event; `null` where it did not. */
  browserSentAt: Date | null;
};

/** Everything that is known of one event. */
export type EventDetail = {
  event: ListedEvent;
  /** Through which door it came, of an order. */
  receivedBy: ReceivedBy | null;
  pixel: PixelWord | null;
  /** `null`: not decided, or no record of it. */
  consent: ConsentRecord | null;
  /** Pinterest's body of it with shortened hashes; `null` where nothing is kept that was or would be sent. */
  payload: Readonly<Record<string, unknown>> | null;
  sealed: SealedParts;
  /** The latest, the first first. */
  attempts: Attempt[];
  /** When it may be tried next; `null` where it is settled. */
  nextAttemptAt: Date | null;
};

const HASH = /^[0-9a-f]{64}$/;

/** How many digits of a hash are shown: enough to compare two by eye, too few to match a person with. */
const HASH_DIGITS_SHOWN = 8;

/** A body as it was sent with every hash cut to its first digits. */
export function withShortHashes(value: unknown): unknown {
  if (typeof value === "string") {
    return HASH.test(value) ? `${value.slice(0, HASH_DIGITS_SHOWN)}…` : value;
  }
  if (Array.isArray(value)) return value.map(withShortHashes);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key, withShortHashes(part)]),
  );
}
