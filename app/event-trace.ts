/** Up to so many events are named one by one; a line of a full batch would be 40 KB of ids. */
export const TRACED_EVENTS_MAX = 20;

/** How a log record names the events it is about. */
export type EventTrace = {
  /** How many they are. */
  events: number;
  /** Each of them, where they are few. */
  eventIds?: readonly string[];
  /** Those that came to nothing, however many the others are; left out where there are none. */
  failedEventIds?: readonly string[];
};

/** Names a batch for the log, so that one order is found from its webhook to Pinterest's answer. */
export function eventTrace(
  eventIds: readonly string[],
  failedEventIds: readonly string[] = [],
): EventTrace {
  return {
    events: eventIds.length,
    ...(eventIds.length <= TRACED_EVENTS_MAX ? { eventIds } : {}),
    ...(failedEventIds.length > 0 ? { failedEventIds } : {}),
  };
}
