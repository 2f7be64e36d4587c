import { describe, expect, test } from "vitest";

import { address, draft, ORDER_NOW } from "#test/support/orders";
import { shopSettings } from "#test/support/settings";
import { sha256, sha256Hex } from "#test/support/sha256";
import { decide, type Given } from "~/conversions/decision";
import { SKIP_REASONS } from "~/conversions/skip-reason";
import { toConsentSnapshot, type Snapshot } from "~/conversions/snapshot";
import { toWireEvent } from "~/conversions/wire-event";
import { IDENTIFIERS, type Identifier } from "~/shops/app-settings";

type Row = {
  order?: Readonly<Record<string, unknown>>;
  snapshot?: Snapshot;
  settings?: unknown;
  now?: Date;
  given?: Partial<Given>;
};

const GERMAN = { billing_address: address({ country_code: "DE", country: "Germany" }) };
const NOBODY = { email: null, customer: null, browser_ip: null, client_details: null };
const GRANTED = { consent: { marketing: true } };

describe("decide, on what speaks against an order", () => {
  test.each<Row & { reasons: readonly string[]; because: string }>([
    { reasons: [], because: "nothing does" },
    { order: { test: true }, reasons: ["test_order"], because: "a test" },
    {
      order: { cancelled_at: "2026-11-20T11:00:00-05:00" },
      reasons: ["cancelled_order"],
      because: "cancelled",
    },
    { order: { source_name: "pos" }, reasons: ["channel_disabled"], because: "the till is off" },
    {
      order: { source_name: "pos" },
      settings: { channels: { pos: true } },
      reasons: [],
      because: "the till is on",
    },
    {
      settings: { channels: { web: false } },
      reasons: ["channel_disabled"],
      because: "the web is off",
    },
    { settings: { orderTrigger: "paid" }, reasons: ["not_paid"], because: "payment is awaited" },
    {
      order: { financial_status: "paid" },
      settings: { orderTrigger: "paid" },
      reasons: [],
      because: "it is paid",
    },
    {
      now: new Date("2026-11-27T15:00:00Z"),
      reasons: [],
      because: "seven days to the second",
    },
    {
      now: new Date("2026-11-27T15:00:00.001Z"),
      reasons: ["too_old"],
      because: "more than seven days",
    },
    { order: NOBODY, reasons: ["no_identity"], because: "nobody to match" },
    {
      order: { ...NOBODY, browser_ip: "203.0.113.7" },
      reasons: ["no_identity"],
      because: "an IP alone matches nobody",
    },
    {
      order: { ...NOBODY, browser_ip: "203.0.113.7" },
      snapshot: { ...GRANTED, userAgent: "Mozilla/5.0" },
      reasons: [],
      because: "the IP from one source, the browser from the other",
    },
    {
      order: { email: null, customer: null, source_name: "pos" },
      settings: { channels: { pos: true } },
      reasons: ["no_identity"],
      because: "what happened offline has no browser",
    },
    {
      snapshot: { consent: { marketing: false } },
      reasons: ["consent_denied"],
      because: "denied",
    },
    { order: GERMAN, reasons: ["consent_unknown"], because: "Germany asks first" },
    { order: GERMAN, snapshot: GRANTED, reasons: [], because: "granted" },
    {
      order: GERMAN,
      settings: { consent: { unknownWhereRequired: "send" } },
      reasons: [],
      because: "the shop's own policy",
    },
    {
      given: { consentRequiredIn: ["US-NY"] },
      reasons: ["consent_unknown"],
      because: "the shop's policy asks first in New York",
    },
    {
      given: { pixel: { isLive: true, presumedDenied: "skip" } },
      reasons: ["presumed_denied"],
      because: "a live pixel saw nothing",
    },
    {
      given: { pixel: { isLive: false, presumedDenied: "skip" } },
      reasons: [],
      because: "no live pixel could see it",
    },
    {
      order: { checkout_token: null },
      given: { pixel: { isLive: true, presumedDenied: "skip" } },
      reasons: [],
      because: "no checkout could be seen",
    },
    { settings: { coexistence: true }, reasons: ["no_snapshot"], because: "counted twice" },
    {
      settings: { coexistence: true },
      snapshot: GRANTED,
      reasons: ["no_snapshot"],
      because: "a snapshot without the other pixel's id",
    },
    {
      settings: { coexistence: true },
      snapshot: { ...GRANTED, eventId: "sh-1" },
      reasons: [],
      because: "the other pixel's id is known",
    },
    {
      order: { source_name: "subscription_contract", checkout_token: null },
      settings: { coexistence: true, channels: { subscription: true } },
      reasons: [],
      because: "no pixel sees a renewal",
    },
    {
      snapshot: { ...GRANTED, browserSent: true },
      now: new Date("2026-11-20T16:00:00Z"),
      reasons: [],
      because: "within the hour, ids are compared",
    },
    {
      snapshot: { ...GRANTED, browserSent: true },
      now: new Date("2026-11-20T16:00:00.001Z"),
      reasons: ["expired"],
      because: "after the hour it would count twice",
    },
    {
      snapshot: GRANTED,
      now: new Date("2026-11-21T16:00:00Z"),
      reasons: [],
      because: "the browser did not send it",
    },
    { given: { isConnected: false }, reasons: ["not_connected"], because: "nobody to send to" },
    {
      given: { isBrowserOnly: true },
      reasons: ["browser_only"],
      because: "the browser reports it alone",
    },
    {
      order: { ...NOBODY, ...GERMAN, test: true, cancelled_at: "2026-11-20T11:00:00-05:00" },
      settings: { coexistence: true, orderTrigger: "paid", channels: { web: false } },
      now: new Date("2026-12-20T15:00:00Z"),
      given: { isConnected: false },
      reasons: [
        "test_order",
        "cancelled_order",
        "channel_disabled",
        "not_paid",
        "too_old",
        "no_identity",
        "consent_unknown",
        "no_snapshot",
        "not_connected",
      ],
      because: "all are listed, in order",
    },
  ])("$order $snapshot $settings $now: $reasons, $because", async ({ reasons, ...row }) => {
    const decision = await decided(row);
    expect(decision.kind === "skip" ? decision.reasons : []).toEqual(reasons);
  });

  test("no reason is listed twice", () => {
    expect(new Set(SKIP_REASONS).size).toBe(SKIP_REASONS.length);
  });
});

describe("decide, on the event", () => {
  test("an order in the future is dated now", async () => {
    const event = await sent({ order: { processed_at: "2027-01-01T00:00:00Z" } });
    expect(event.occurredAt).toEqual(ORDER_NOW);
  });

  test("in coexistence it goes under the other pixel's id", async () => {
    const snapshot = { ...GRANTED, eventId: "sh-1" };
    expect((await sent({ settings: { coexistence: true }, snapshot })).eventId).toBe("sh-1");
    expect((await sent({ snapshot })).eventId).toMatch(/^co_[0-9a-f]{32}$/);
  });

  test("whoever opted out of the sale is sent with limited data use, state and country", async () => {
    const event = await sent({ snapshot: { consent: { marketing: true, saleOfData: false } } });
    expect(event.isDataUseLimited).toBe(true);
    expect(event.userData).toMatchObject({ st: [sha256Hex("ny")], country: [sha256Hex("us")] });
  });

  test("limited data use without a known address names no place", async () => {
    const event = await sent({
      order: { billing_address: null },
      snapshot: { consent: { marketing: true, saleOfData: false } },
    });
    expect(event.isDataUseLimited).toBe(true);
    expect(event.userData).not.toHaveProperty("st");
    expect(event.userData).not.toHaveProperty("country");
    const wire = toWireEvent(event);
    expect(wire.custom_data).toMatchObject({ opt_out_type: "LDP" });
    expect(wire.user_data).not.toHaveProperty("st");
    expect(wire.user_data).not.toHaveProperty("country");
  });

  test("a live pixel that saw nothing limits the use of the data", async () => {
    const given = { pixel: { isLive: true, presumedDenied: "ldp" as const } };
    expect((await sent({ given })).isDataUseLimited).toBe(true);
    expect((await sent({})).isDataUseLimited).toBe(false);
  });

  test("the customer's id and the browser's are both sent", async () => {
    const event = await sent({ snapshot: { ...GRANTED, clientId: "c-1" } });
    expect(event.userData.externalId).toEqual([sha256Hex("115310627314723954"), sha256Hex("c-1")]);
  });

  test.each<{ snapshot?: Snapshot; expected: string; because: string }>([
    { snapshot: { clickId: "dj0pixel" }, expected: "dj0pixel", because: "the pixel's first" },
    { snapshot: GRANTED, expected: "dj0yJmxhbmRpbmc", because: "else the order's" },
    { expected: "dj0yJmxhbmRpbmc", because: "without a snapshot, the order's" },
  ])("the click id is $expected: $because", async ({ snapshot, expected }) => {
    expect((await sent({ ...(snapshot && { snapshot }) })).personal.clickId).toBe(expected);
  });

  test.each<{ snapshot: Snapshot; order?: Row["order"]; expected: unknown; because: string }>([
    {
      snapshot: { clientIp: "198.51.100.1", userAgent: "pixel" },
      expected: { clientIp: "198.51.100.1", userAgent: "pixel" },
      because: "the pixel has both",
    },
    {
      snapshot: { userAgent: "pixel" },
      expected: { clientIp: "203.0.113.7", userAgent: "Mozilla/5.0 (order)" },
      because: "the order has both",
    },
    {
      snapshot: { clientIp: "0.0.0.0", userAgent: "pixel" },
      expected: { clientIp: "203.0.113.7", userAgent: "Mozilla/5.0 (order)" },
      because: "0.0.0.0 is no address",
    },
    {
      snapshot: { userAgent: "pixel" },
      order: { client_details: null },
      expected: { clientIp: "203.0.113.7", userAgent: "pixel" },
      because: "neither has both",
    },
  ])("IP and user agent are $expected: $because", async ({ snapshot, order, expected }) => {
    const { clientIp, userAgent } = (await sent({ snapshot, ...(order && { order }) })).personal;
    expect({ clientIp, userAgent }).toEqual(expected);
  });

  test("what happened offline carries no IP and no user agent", async () => {
    const { personal } = await sent({
      order: { source_name: "pos" },
      settings: { channels: { pos: true } },
    });
    expect(personal).not.toHaveProperty("clientIp");
    expect(personal).not.toHaveProperty("userAgent");
  });

  test.each<{ snapshot?: Snapshot; expected: string }>([
    {
      snapshot: { pageUrl: "https://a.example/checkouts/cn/T/thank-you?epik=dj0" },
      expected: "https://a.example/checkout?epik=dj0",
    },
    { snapshot: GRANTED, expected: "https://demo.example" },
    { expected: "https://demo.example" },
  ])("with $snapshot the page is $expected", async ({ expected, ...row }) => {
    expect((await sent(row)).personal.sourceUrl).toBe(expected);
  });
});

describe("decide, on what a shop withholds", () => {
  const PAGE = { pageUrl: "https://a.example/p?epik=dj0&utm_source=x", clickId: "dj0" };
  const WHOLE: Row = {
    order: { phone: "+1 212 555 0100" },
    snapshot: { ...GRANTED, ...PAGE, clientId: "c-1" },
  };
  const withheldIn = (withheld: readonly Identifier[]): Row => ({ ...WHOLE, given: { withheld } });
  const carried = async (row: Row) => Object.keys(toWireEvent(await sent(row)).user_data);

  test("all is sent where nothing is withheld", async () => {
    const keys = await carried(withheldIn([]));
    expect(keys).toEqual(await carried(WHOLE));
    for (const identifier of IDENTIFIERS) {
      expect(keys).toEqual(expect.arrayContaining([...(WIRE_KEYS[identifier] ?? [identifier])]));
    }
  });

  test.each(IDENTIFIERS)("%s alone is missing where it alone is withheld", async (identifier) => {
    const gone: readonly string[] = WIRE_KEYS[identifier] ?? [identifier];
    const all = await carried(WHOLE);
    expect(await carried(withheldIn([identifier]))).toEqual(
      all.filter((key) => !gone.includes(key)),
    );
  });

  test("a withheld click id does not stay in the page's address", async () => {
    const event = await sent(withheldIn(["click_id"]));
    expect(event.personal.sourceUrl).toBe("https://a.example/p?utm_source=x");
  });

  test("where nobody could be matched any more, nothing is sent", async () => {
    expect(await decided(withheldIn(["em", "browser"]))).toEqual({
      kind: "skip",
      reasons: ["no_identity"],
    });
    expect((await decided(withheldIn(["em"]))).kind).toBe("send");
    expect((await decided(withheldIn(["browser"]))).kind).toBe("send");
  });

  test("with limited data use, state and country are sent all the same", async () => {
    const limited = { consent: { marketing: true, saleOfData: false } };
    const given = { withheld: ["st", "country", "ct"] as const };
    const keys = await carried({ snapshot: limited, given });
    expect(keys).toEqual(expect.arrayContaining(["st", "country"]));
    expect(keys).not.toContain("ct");
  });
});

/** Pinterest's names, where they are others than ours. */
const WIRE_KEYS: Partial<Record<Identifier, readonly string[]>> = {
  browser: ["client_ip_address", "client_user_agent"],
};

async function sent(row: Row) {
  const decision = await decided(row);
  if (decision.kind === "send") return decision.event;
  return expect.unreachable(`skipped for ${decision.reasons.join(", ")}`);
}

async function decided({ order, snapshot, settings, now = ORDER_NOW, given }: Row) {
  const shop = shopSettings(settings ?? {});
  return decide({
    ...(await draft(order, shop)),
    snapshot: snapshot === undefined ? null : await toConsentSnapshot(snapshot, sha256),
    settings: shop,
    now,
    isConnected: true,
    ...given,
  });
}
