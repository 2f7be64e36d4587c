import { describe, expect, test } from "vitest";
import { z } from "zod";

import { inputFile, runCommand } from "#test/support/command";
import { assertValidEventsBody } from "#test/support/pinterest-schema";
import { sha256 } from "#test/support/sha256";
import { EVENT_NAMES } from "~/pinterest/wire";

/** 2026-11-06T04:00:00Z */
const NOW_SECONDS = 1_793_937_600;
const NOW = ["--now", "2026-11-06T04:00:00Z"];

const EM = "a@b.example";

describe("map-event, what is taken", () => {
  test("an event with everything, as Pinterest's description wants it", async () => {
    const { event } = await mapped({
      name: "checkout",
      eventId: 6100000001017,
      occurredAt: "2026-11-06T03:58:20.900Z",
      url: "https://demo.example/thanks?epik=dj0yJn+U9&email=a@b.example#top",
      language: "en-GB",
      consent: { marketing: true, analytics: false, saleOfData: null },
      user: {
        em: [" A@B.example", "a@b.example"],
        ph: "+1 415 555 0132",
        country: "US",
        st: "California",
        zp: 94107,
        externalId: 77,
        maid: "AEBE52E7-03EE-455A-B3C4-E57283966239",
        ip: "203.0.113.7",
        userAgent: "Mozilla/5.0",
        fn: null,
      },
      order: {
        id: 1017,
        currency: "cad",
        value: 840.005,
        items: [{ id: 41300000000021, name: "Scarf", brand: "B", category: "C", price: "420.1" }],
      },
      contentName: "Thanks",
    });

    assertValidEventsBody({ data: [event] });
    expect(event).toEqual({
      event_name: "checkout",
      action_source: "web",
      event_time: NOW_SECONDS - 100,
      event_id: "6100000001017",
      event_source_url: "https://demo.example/thanks?epik=dj0yJn+U9",
      language: "en",
      user_data: {
        em: [await sha256(EM)],
        ph: [await sha256("14155550132")],
        st: [await sha256("ca")],
        zp: [await sha256("94107")],
        country: [await sha256("us")],
        external_id: [await sha256("77")],
        hashed_maids: [await sha256("aebe52e7-03ee-455a-b3c4-e57283966239")],
        click_id: "dj0yJn+U9",
        client_ip_address: "203.0.113.7",
        client_user_agent: "Mozilla/5.0",
      },
      custom_data: {
        currency: "CAD",
        value: "840.01",
        order_id: "1017",
        content_name: "Thanks",
        num_items: 1,
        content_ids: ["41300000000021"],
        contents: [
          {
            id: "41300000000021",
            item_name: "Scarf",
            item_brand: "B",
            item_category: "C",
            item_price: "420.10",
            quantity: 1,
          },
        ],
      },
    });
  });

  test("an event of Google Analytics 4, with our own fields beside its parameters", async () => {
    const { event } = await mapped({
      name: "purchase",
      eventId: "T-1",
      user: { em: EM },
      params: {
        transaction_id: "T-1",
        value: 12,
        currency: "jpy",
        page_location: "https://demo.example/a?utm_source=x&gclid=1",
        session_id: "kept out",
        items: [{ item_id: "SKU1", item_name: "Scarf", price: 5.6, quantity: "2", index: 0 }],
      },
    });
    expect(event).toMatchObject({
      event_name: "checkout",
      event_time: NOW_SECONDS,
      event_source_url: "https://demo.example/a?utm_source=x",
      custom_data: {
        currency: "JPY",
        value: "12",
        order_id: "T-1",
        num_items: 2,
        contents: [{ id: "SKU1", item_name: "Scarf", item_price: "6", quantity: 2 }],
      },
    });
  });

  test("where both say something, our own field counts", async () => {
    const { event } = await mapped({
      ...minimal("search"),
      searchString: "ours",
      url: "https://demo.example/ours",
      order: { value: "1", currency: "USD" },
      params: {
        search_term: "theirs",
        page_location: "https://demo.example/theirs",
        value: 2,
        currency: "EUR",
      },
    });
    expect(event).toMatchObject({
      event_source_url: "https://demo.example/ours",
      custom_data: { search_string: "ours", value: "1.00", currency: "USD" },
    });
  });

  test("an app's event carries app and device", async () => {
    const { event } = await mapped({
      ...minimal("app_open"),
      actionSource: "app_ios",
      app: {
        id: 123,
        name: "Shop",
        version: "1.2",
        packageName: "com.shop",
        installTime: 1_700_000_000,
      },
      device: { brand: "Apple", model: "iPhone", osVersion: "26", wifi: true, carrier: "" },
    });
    assertValidEventsBody({ data: [event] });
    expect(event).toMatchObject({
      action_source: "app_ios",
      app_id: "123",
      app_name: "Shop",
      app_version: "1.2",
      app_info: { app_package_name: "com.shop", install_time: 1_700_000_000 },
      device_brand: "Apple",
      device_model: "iPhone",
      os_version: "26",
      wifi: true,
    });
    expect(event).not.toHaveProperty("device_carrier");
  });

  test.each(EVENT_NAMES)("%s is a name", async (name) => {
    const { event } = await mapped(minimal(name));
    assertValidEventsBody({ data: [event] });
    expect(event).toMatchObject({ event_name: name });
  });

  test.each([
    ["page_view", "page_visit"],
    ["view_item", "page_visit"],
    ["view_item_list", "view_category"],
    ["begin_checkout", "initiate_checkout"],
    ["purchase", "checkout"],
    ["view_search_results", "search"],
    ["sign_up", "signup"],
    ["generate_lead", "lead"],
  ])("%s of Google Analytics 4 is %s", async (name, expected) => {
    const { event } = await mapped(minimal(name));
    expect(event).toMatchObject({ event_name: expected });
  });

  test.each([
    { occurredAt: NOW_SECONDS - 60, expected: NOW_SECONDS - 60, because: "Unix seconds" },
    {
      occurredAt: NOW_SECONDS - 59.5,
      expected: NOW_SECONDS - 60,
      because: "a fraction is dropped",
    },
    { occurredAt: `${NOW_SECONDS - 60}`, expected: NOW_SECONDS - 60, because: "digits as text" },
    {
      occurredAt: "2026-11-06T04:30:00+01:00",
      expected: NOW_SECONDS - 1_800,
      because: "an offset",
    },
    { occurredAt: "2026-11-06", expected: NOW_SECONDS - 14_400, because: "a date" },
    { occurredAt: NOW_SECONDS + 600, expected: NOW_SECONDS, because: "the future is now" },
    { occurredAt: null, expected: NOW_SECONDS, because: "none means now" },
    { occurredAt: NOW_SECONDS - 604_800, expected: NOW_SECONDS - 604_800, because: "seven days" },
  ])("at $occurredAt it happened at $expected: $because", async ({ occurredAt, expected }) => {
    const { event } = await mapped({ ...minimal(), occurredAt });
    expect(event).toMatchObject({ event_time: expected });
  });

  test("limits the use of data where the sale was denied", async () => {
    const { event } = await mapped({
      ...minimal(),
      user: { em: EM, country: "US", st: "CA" },
      consent: { marketing: true, saleOfData: false },
    });
    expect(event).toMatchObject({
      custom_data: { opt_out_type: "LDP" },
      user_data: { st: [await sha256("ca")], country: [await sha256("us")] },
    });
  });

  test("an offline event has no browser", async () => {
    const user = { em: EM, ip: "203.0.113.7", userAgent: "Mozilla/5.0" };
    const { event } = await mapped({ ...minimal(), actionSource: "offline", user });
    expect(event).toMatchObject({ user_data: { em: [await sha256(EM)] } });
    expect(event).not.toHaveProperty("user_data.client_ip_address");
  });
});

describe("map-event, what is refused", () => {
  test.each([
    { change: { name: null }, code: "event_name_missing" },
    { change: { name: "AddToCart" }, code: "event_name_unknown", says: "add_to_cart" },
    { change: { name: "pagevisit" }, code: "event_name_unknown", says: "page_visit" },
    { change: { name: "Purchase" }, code: "event_name_unknown", says: "checkout" },
    { change: { name: "ViewCategory" }, code: "event_name_unknown", says: "view_category" },
    { change: { name: "watchvideo" }, code: "event_name_unknown", says: "watch_video" },
    { change: { eventId: "" }, code: "event_id_missing" },
    { change: { eventId: "x".repeat(256) }, code: "event_unreadable", says: "eventId" },
    { change: { occurredAt: NOW_SECONDS * 1_000 }, code: "time_in_milliseconds", says: "1000" },
    { change: { occurredAt: `${NOW_SECONDS}000` }, code: "time_in_milliseconds" },
    { change: { occurredAt: "yesterday" }, code: "time_unreadable" },
    { change: { occurredAt: "2026-11-06T04:00:00" }, code: "time_unreadable", says: "offset" },
    { change: { occurredAt: -5 }, code: "time_unreadable" },
    { change: { occurredAt: NOW_SECONDS - 604_801 }, code: "too_old", says: "7 days" },
    { change: { url: "/cart" }, code: "url_unreadable" },
    { change: { language: "?" }, code: "language_unreadable" },
    { change: { order: { value: 1 } }, code: "currency_missing" },
    { change: { order: { value: 1, currency: "USDX" } }, code: "currency_unknown" },
    { change: { order: { value: -1, currency: "USD" } }, code: "amount_negative", says: "value" },
    {
      change: { order: { value: "12,50", currency: "USD" } },
      code: "event_unreadable",
      says: "order.value",
    },
    {
      change: { order: { currency: "USD", items: [{ id: 1, price: -2 }] } },
      code: "amount_negative",
      says: "items.0.price",
    },
    {
      change: { order: { items: [{ id: 1, quantity: 0 }] } },
      code: "event_unreadable",
      says: "order.items.0.quantity",
    },
    { change: { order: { items: [{ id: 1, quantity: 1.5 }] } }, code: "event_unreadable" },
    {
      change: { order: { items: [{ name: "no id" }] } },
      code: "event_unreadable",
      says: "order.items.0.id",
    },
    { change: { eventid: "1" }, code: "event_unreadable", says: "eventid" },
    { change: { user: { email: EM } }, code: "event_unreadable", says: "user.email" },
    { change: { app: { os: "x" } }, code: "event_unreadable", says: "app.os" },
    { change: { device: { color: "x" } }, code: "event_unreadable", says: "device.color" },
    { change: { actionSource: "website" }, code: "event_unreadable", says: "actionSource" },
    {
      change: { consent: { marketing: "yes" } },
      code: "event_unreadable",
      says: "consent.marketing",
    },
    { change: { user: null }, code: "no_identity", says: "email" },
    { change: { user: { ip: "203.0.113.7" } }, code: "no_identity" },
    { change: { consent: { marketing: false } }, code: "consent_denied" },
    { change: { user: { em: EM, country: "de" } }, code: "consent_unknown" },
  ])("$change is refused for $code", async ({ change, code, says = "" }) => {
    const { exitCode, stdout, stderr } = await run({ ...minimal(), ...change });
    const { error } = refusalSchema.parse(JSON.parse(stdout));
    expect({ exitCode, stderr, code: error.code }).toEqual({ exitCode: 1, stderr: "", code });
    expect(error.message).toContain(says);
    expect(stdout).not.toContain(EM);
  });

  test.each([{}, [], [minimal()], "text", null, 7])("%j is no event at all", async (body) => {
    const { exitCode, stdout, stderr } = await run(body);
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: "" });
    expect(stderr).toContain("/ingest");
  });

  test("unknown settings are named", async () => {
    const settings = inputFile({ colour: "red" });
    const { exitCode, stdout, stderr } = await run(minimal(), ["--settings", settings]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: "" });
    expect(stderr).toContain("colour");
  });

  test("settings are heard", async () => {
    const settings = inputFile({ shopCountry: "DE", consent: { unknownWhereRequired: "ldp" } });
    const { event } = await mapped(minimal(), ["--settings", settings]);
    expect(event).toMatchObject({ custom_data: { opt_out_type: "LDP" } });
  });

  test("wrong usage exits 2", async () => {
    expect((await runCommand(["map-event"])).exitCode).toBe(2);
    expect((await runCommand(["map-event", "--platform", "x", "-"])).exitCode).toBe(2);
  });
});

const refusalSchema = z.strictObject({
  error: z.strictObject({ code: z.string(), message: z.string().regex(/^[A-Z].*\.$/) }),
});

const answerSchema = z.strictObject({ event: z.record(z.string(), z.unknown()) });

function minimal(name = "add_to_cart") {
  return { name, eventId: "e-1", user: { em: EM } };
}

function run(body: unknown, args: readonly string[] = []) {
  return runCommand(["map-event", ...NOW, ...args, "-"], JSON.stringify(body));
}

async function mapped(body: unknown, args: readonly string[] = []) {
  const { stdout, exitCode } = await run(body, args);
  expect(exitCode).toBe(0);
  return answerSchema.parse(JSON.parse(stdout));
}
