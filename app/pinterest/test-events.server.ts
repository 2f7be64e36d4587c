import { SECOND_MS } from "~/time";
import { isTurnNear, takeTurn, type Turns } from "~/turn.server";

import { postEvents, type EventsCredentials } from "./events.server";
import type { EventsAnswer } from "./outcome";
import type { WireEvent } from "./wire";

/**
 * Pinterest takes ten test calls of an app in a second, over all its shops.
 *
 * Source: Pinterest developer guide, conversion testing. **Decision:** nine, evenly apart, so that calls
 * which take different times on their way do not arrive as eleven.
 */
const TEST_TURNS: Turns = { key: "pinterest_test", everyMs: 112 };

/** A call waits no longer: its lane is leased meanwhile, or a merchant looks on. */
const TURN_MS_MAX = 5 * SECOND_MS;

/** Many lanes may find a turn near in the same moment, and each has to wait for the others. */
const NEAR_MS = SECOND_MS;

/**
 * Posts events that Pinterest answers as usual and does not count, once their turn has come. Where that
 * would be too late, they are not sent, and the answer says to come back.
 *
 * @param events 1 to 20; Pinterest looks at no more.
 */
export async function postTestEvents(
  credentials: EventsCredentials,
  events: readonly WireEvent[],
): Promise<EventsAnswer> {
  const isTaken = await takeTurn(TEST_TURNS, TURN_MS_MAX);
  if (!isTaken) return { kind: "retry", delay: "rate_limited", retryAfterMs: TURN_MS_MAX };
  return postEvents(credentials, events, { isTest: true });
}

/** Whether a test call that is made now would have its turn within a second or so. */
export function isTestTurnNear(): Promise<boolean> {
  return isTurnNear(TEST_TURNS, NEAR_MS);
}
