import { MINUTE_MS, SECOND_MS } from "~/time";

import { DEDUPLICATED_AGE_MS_MAX, EVENT_AGE_MS_MAX } from "./event-age";

/**
 * Where an outbox row stands. The same words are in the database, the log and on the page.
 *
 * - `waiting`: a draft whose decision is open, because the browser's consent snapshot may still come.
 *   Left for `pending` or `skipped`.
 * - `pending`: decided to be sent, not settled. Entered from `waiting`, on recording, and from `held`
 *   when the connection is mended. Left by a delivery attempt, by age, by a cancellation or an
 *   uninstall.
 * - `held`: the shop's connection needs the merchant. Left for `pending` when it is mended, and for
 *   `expired` once it is over seven days old.
 * - `delivered`: Pinterest took it. Final.
 * - `tested`: recorded in test mode, and Pinterest answered it as a test event. It does not count. Final.
 * - `shadowed`: recorded in shadow mode: it would have been sent, and nothing was. Final.
 * - `skipped`: our own rules said no, or the reason to send it went away; the reason says which. Final,
 *   but for an order that was not paid and now is, and one that could not be read and now can.
 * - `expired`: too old to count, or old enough to be counted twice. Final.
 * - `dead_letter`: Pinterest refused the event itself. Kept with the reason for a person to look at. Left
 *   by a redrive for `pending`, `held` or `expired`.
 */
export const OUTBOX_STATES = [
  "waiting",
  "pending",
  "held",
  "delivered",
  "tested",
  "shadowed",
  "skipped",
  "expired",
  "dead_letter",
] as const;
export type OutboxState = (typeof OUTBOX_STATES)[number];

/** Not settled yet: these rows may still leave, and still may be stopped. */
export const OPEN_STATES = ["waiting", "pending", "held"] as const satisfies OutboxState[];

/**
 * The longest pause between two calls of a lane. A longer one could miss the rest of the hour in which
 * event ids are matched; a shorter one makes thousands of shops hammer a Pinterest that is down.
 */
const PAUSE_MS_MAX = 5 * MINUTE_MS;

const PAUSE_MS_FIRST = SECOND_MS;

/** Why a row may no longer be sent, or `null` while it may. */
export function expiry(
  row: { occurredAt: Date; browserSent: boolean; isOffline: boolean },
  now: Date,
): "expired" | "too_old" | null {
  const ageMs = now.getTime() - row.occurredAt.getTime();
  if (ageMs > EVENT_AGE_MS_MAX) return "too_old";
  if (row.isOffline || !row.browserSent) return null;
  return ageMs > DEDUPLICATED_AGE_MS_MAX ? "expired" : null;
}

/**
 * How long a lane rests after its `failures`-th failed call in a row: 1 s, 2 s, 4 s and so on up to
 * five minutes, of which the upper half is spread by `jitter`, a number in [0, 1).
 */
export function pauseMs(failures: number, jitter: number): number {
  const ceilingMs = Math.min(PAUSE_MS_FIRST * 2 ** Math.max(0, failures - 1), PAUSE_MS_MAX);
  return Math.round(ceilingMs * (0.5 + jitter / 2));
}
