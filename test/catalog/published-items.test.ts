import { describe, expect, test } from "vitest";

import { parsePublishedQuery } from "~/catalog/published-items";

const FEED = "0197f1d0-7a52-7cc3-9d3e-8d1f3f6f2a11";

describe("what the page of a feed's items is asked for", () => {
  test.each([
    ["", { feedId: null, search: "", after: null }],
    [`feed=${FEED}&search=+41+&after=42`, { feedId: FEED, search: "41", after: "42" }],
    ["feed=1&search=a%00b&after=", { feedId: null, search: "", after: null }],
    [`feed=${FEED}&search=${"9".repeat(300)}`, { feedId: FEED, search: "", after: null }],
  ])("%s", (address, query) => {
    expect(parsePublishedQuery(new URLSearchParams(address))).toEqual(query);
  });
});
