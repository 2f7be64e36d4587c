/** What the merchant chose to send again. */
export type RedriveSelection =
  /** Pinterest, too, knows an event by its id and its name. */
  | { kind: "one"; eventId: string; eventName: string }
  | { kind: "several"; events: readonly { eventId: string; eventName: string }[] }
  | { kind: "all" };

/**
 * Why a dead letter is not sent again.
 *
 * - `too_old`, `expired`: its time is over; it becomes `expired` for this reason.
 * - `payload_gone`: nothing that could be sent is left, by age or by an erasure. It stays a dead letter.
 * - `no_identity`: IP address and user agent are gone by age, and nothing else is left by which Pinterest
 *   could match anybody: it would be refused. It stays a dead letter.
 */
export const REDRIVE_REFUSALS = ["too_old", "expired", "payload_gone", "no_identity"] as const;
export type RedriveRefusal = (typeof REDRIVE_REFUSALS)[number];

/** How many dead letters are on their way again, and how many are not, by reason. */
export type Redriven = {
  redriven: number;
  /** Of the redriven ones, those that wait until the merchant mends the connection. */
  held: number;
  refused: Record<RedriveRefusal, number>;
};
