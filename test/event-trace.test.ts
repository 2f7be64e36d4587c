import { expect, test } from "vitest";

import { eventTrace, TRACED_EVENTS_MAX } from "~/event-trace";

const ids = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => `co_${index + 1}`);

test.each([
  { count: 1, failed: [], trace: { events: 1, eventIds: ["co_1"] } },
  {
    count: 2,
    failed: ["co_2"],
    trace: { events: 2, eventIds: ["co_1", "co_2"], failedEventIds: ["co_2"] },
  },
  { count: TRACED_EVENTS_MAX, failed: [], trace: { events: 20, eventIds: ids(20) } },
  { count: TRACED_EVENTS_MAX + 1, failed: [], trace: { events: 21 } },
  { count: 1_000, failed: ["co_7"], trace: { events: 1_000, failedEventIds: ["co_7"] } },
  { count: 0, failed: [], trace: { events: 0, eventIds: [] } },
])("$count events, of which $failed failed, are named as they are few", (row) => {
  expect(eventTrace(ids(row.count), row.failed)).toEqual(row.trace);
});
