import { describe, expect, test } from "vitest";

import { eventQuery, orderWords, parseEventFilter } from "~/conversions/event-filter";
import { comparePlaces, parsePlace, placeText, type Place } from "~/conversions/event-list";

const WHOLE =
  "name=lead&state=dead_letter&channel=browser_too&reason=too_old&first=2026-11-01&last=2026-11-22&order=%231017&event=co_1&words=bad+value";

describe("parseEventFilter", () => {
  test("reads what an address says, and says it again", () => {
    expect(eventQuery(parseEventFilter(new URLSearchParams(WHOLE)))).toBe(WHOLE);
  });

  test("says the same in one way, whatever the order", () => {
    const backwards = new URLSearchParams([...new URLSearchParams(WHOLE)].toReversed());
    expect(eventQuery(parseEventFilter(backwards))).toBe(WHOLE);
  });

  test.each([
    { query: "", because: "nothing is asked" },
    { query: "name=purchase", because: "Pinterest has no such name" },
    { query: "state=sent", because: "there is no such state" },
    { query: "channel=carrier_pigeon", because: "there is no such channel" },
    { query: "reason=weather", because: "there is no such reason" },
    { query: "first=yesterday&last=2026-1-1", because: "these are no days" },
    { query: "order=+&event=&words=%20", because: "nothing is typed" },
    { query: "older=1.act.2&page=7", because: "these are not the filter's" },
  ])("leaves out what is not of ours: $query, as $because", ({ query }) => {
    expect(eventQuery(parseEventFilter(new URLSearchParams(query)))).toBe("");
  });

  test("cuts what is typed at a length that nobody needs", () => {
    const { order } = parseEventFilter(new URLSearchParams({ order: "1".repeat(10_000) }));
    expect(order).toHaveLength(200);
  });
});

describe("orderWords", () => {
  test.each([
    { text: "#1017", orderIds: ["#1017"], orderNames: ["1017", "#1017"] },
    { text: " 1017 ", orderIds: ["1017"], orderNames: ["1017", "#1017"] },
    { text: "EN1017", orderIds: ["EN1017"], orderNames: ["EN1017", "#EN1017"] },
    {
      text: "gid://shopify/Order/820982911946154508",
      orderIds: ["820982911946154508"],
      orderNames: [],
    },
    {
      text: "https://admin.shopify.com/store/demo/orders/820982911946154508?x=1",
      orderIds: ["820982911946154508"],
      orderNames: [],
    },
    { text: "#", orderIds: ["#"], orderNames: ["#"] },
  ])("takes $text for what a merchant may mean by it", ({ text, ...words }) => {
    expect(orderWords(text)).toEqual(words);
  });
});

describe("a place", () => {
  const at = new Date(1_700_000_900_000);
  const place = (source: Place["source"], id: bigint, later = 0): Place => ({
    at: new Date(at.getTime() + later),
    source,
    id,
  });

  test("is a text and a place again", () => {
    expect(parsePlace(placeText(place("act", 17n)))).toEqual(place("act", 17n));
  });

  test.each([null, "", "1700000900000", "1.visit.2", "-1.act.2", "1.act.x", "1.act.2; DROP"])(
    "is none where the text is %s",
    (text) => {
      expect(parsePlace(text)).toBeNull();
    },
  );

  test("comes in the order of the list: the latest first, orders before acts, the younger row first", () => {
    const sorted = [place("act", 9n, 1), place("order", 2n), place("order", 1n), place("act", 3n)];
    expect(sorted.toReversed().toSorted(comparePlaces)).toEqual(sorted);
  });
});
