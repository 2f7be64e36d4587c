import { z } from "zod";

import { EVENT_NAMES } from "~/pinterest/event-name";
import { SENDING_MODES } from "~/shops/sending";

import { OUTBOX_STATES } from "./outbox";
import { SKIP_REASONS } from "./skip-reason";

/** An event as it is watched. Nothing of a shopper is in it. */
export const liveEventSchema = z.object({
  /** The row's. */
  id: z.string(),
  eventId: z.string(),
  eventName: z.enum(EVENT_NAMES),
  state: z.enum(OUTBOX_STATES),
  reason: z.enum(SKIP_REASONS).nullable(),
  sending: z.enum(SENDING_MODES),
  attempts: z.int(),
  receivedAt: z.string(),
  /** When it came, or reached its final state. */
  changedAt: z.string(),
});
export type LiveEvent = z.infer<typeof liveEventSchema>;

/** What one message of the stream brings. */
export const liveBatchSchema = z.array(liveEventSchema);

/** No more are sent at once, and no more are shown. */
export const LIVE_EVENTS_MAX = 200;

/** What is shown with what has come: each event once, as it is by now, the latest first. */
export function withArrived(
  shown: readonly LiveEvent[],
  arrived: readonly LiveEvent[],
): LiveEvent[] {
  const events = new Map([...shown, ...arrived].map((event) => [event.id, event]));
  return [...events.values()]
    .toSorted((one, other) => (one.changedAt < other.changedAt ? 1 : -1))
    .slice(0, LIVE_EVENTS_MAX);
}

/** What of an event tells that it changed. */
export function faceOf({ attempts, reason, state }: LiveEvent): string {
  return `${state}:${reason ?? ""}:${attempts}`;
}
