import { randomUUID } from "node:crypto";

import { postTestEvents } from "~/pinterest/test-events.server";
import { findStoredCredentials } from "~/shops/connection.server";
import type { Shop } from "~/shops/shop";

import {
  madeUpEvent,
  toTestEventAnswer,
  type TestEventAnswer,
  type TestEventName,
} from "./test-event";

/** Sends one made-up event of this name as a test, which Pinterest shows on its page and does not count. */
export async function sendTestEvent(
  { id, settings: { storeUrl } }: Shop,
  eventName: TestEventName,
  now: Date,
): Promise<TestEventAnswer> {
  const credentials = await findStoredCredentials(id);
  if (!credentials) return { kind: "no_answer", problem: "not_connected" };
  const eventId = `test_${randomUUID()}`;
  const event = madeUpEvent(eventName, { eventId, now, storeUrl });
  const answer = await postTestEvents(credentials, [event]);
  return toTestEventAnswer(answer, { eventId, eventName });
}
