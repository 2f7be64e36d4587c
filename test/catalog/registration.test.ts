import { describe, expect, test } from "vitest";

import {
  fetchTimeOf,
  isAddressOf,
  registrationStep,
  toWireFeed,
  type KnownRegistration,
} from "~/catalog/registration";

const OWNER = { shopDomain: "demo.myshopify.com", appUrl: "https://pin-relay.example" };
const FEED = {
  fileId: "Xk3-file",
  format: "tsv",
  market: { country: "DE", locale: "de-DE", currency: "EUR" },
} as const;

describe("toWireFeed", () => {
  test("names the file's address, the market in Pinterest's spelling, and the shop", () => {
    expect(toWireFeed(FEED, null, OWNER, "03:15")).toEqual({
      catalog_type: "RETAIL",
      name: "Pin Relay demo.myshopify.com DE de EUR",
      format: "TSV",
      location: "https://pin-relay.example/feeds/Xk3-file.tsv",
      default_country: "DE",
      default_locale: "de",
      default_currency: "EUR",
      credentials: null,
      preferred_processing_schedule: { time: "03:15", timezone: "Etc/UTC" },
    });
  });

  test("has no words for a language that Pinterest's catalogs do not have", () => {
    const market = { country: "IS", locale: "is-IS", currency: "ISK" };
    expect(toWireFeed({ ...FEED, market }, null, OWNER, "03:15")).toBeNull();
  });
});

test.each([
  { now: "2026-11-20T03:10:59Z", time: "03:15" },
  { now: "2026-11-20T23:57:00Z", time: "00:02" },
])("a feed that is registered at $now is fetched daily at $time", ({ now, time }) => {
  expect(fetchTimeOf(new Date(now))).toBe(time);
});

test.each([
  { location: "https://a.example/feeds/Xk3-file.tsv", is: true, because: "it is the same" },
  {
    location: "https://b.example/feeds/Xk3-file.xml",
    is: true,
    because: "format and host may change",
  },
  { location: "https://a.example/feeds/Xk3-file2.tsv", is: false, because: "it is another file" },
  { location: "", is: false, because: "there is none" },
])("$location is this feed's address: $is, because $because", ({ is, location }) => {
  expect(isAddressOf(location, FEED)).toBe(is);
});

describe("registrationStep", () => {
  const known: KnownRegistration = {
    state: "registered",
    problem: null,
    userId: "1",
    pinterestFeedId: "9",
    toldHash: "told",
  };
  const wanted = { userId: "1", toldHash: "told", isAsked: false };

  test.each([
    { because: "nothing changed", change: {}, ask: {}, step: "leave" },
    { because: "something changed", change: {}, ask: { toldHash: "new" }, step: "update" },
    {
      because: "the answer was lost",
      change: { state: "registering" },
      ask: {},
      step: "find_or_create",
    },
    {
      because: "its id is not known",
      change: { pinterestFeedId: null },
      ask: {},
      step: "find_or_create",
    },
    {
      because: "another account is connected",
      change: {},
      ask: { userId: "2" },
      step: "find_or_create",
    },
    { because: "it may be taken today", change: { state: "refused" }, ask: {}, step: "update" },
    {
      because: "it was deleted at Pinterest",
      change: { state: "refused", problem: "feed_unknown" },
      ask: {},
      step: "leave",
    },
    {
      because: "the merchant wants it back",
      change: { state: "refused", problem: "feed_unknown" },
      ask: { isAsked: true },
      step: "find_or_create",
    },
    {
      because: "the merchant had it deleted",
      change: { state: "removed", pinterestFeedId: null },
      ask: {},
      step: "leave",
    },
  ] as const)("is $step where $because", ({ ask, change, step }) => {
    expect(registrationStep({ ...known, ...change }, { ...wanted, ...ask })).toBe(step);
  });

  test("looks for a feed of which nothing is known", () => {
    expect(registrationStep(null, wanted)).toBe("find_or_create");
  });
});
