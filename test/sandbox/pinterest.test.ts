import { createHash } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from "vitest";
import {
  DEMO_AD_ACCOUNT_ID,
  DEMO_TOKEN,
  FOREIGN_AD_ACCOUNT_ID,
  type RunningPinterest,
  startPinterest,
} from "../../sandbox/pinterest/server.ts";

/** 2026-11-22T04:00:00Z. */
const NOW_SECONDS = 1_795_320_000;
const EMAIL_HASH = sha256("shopper@example.com");

let nowMs = NOW_SECONDS * 1000;
let pinterest: RunningPinterest;

beforeAll(async () => {
  pinterest = await startPinterest({ port: 0, now: () => nowMs, bodyBytesMax: 400_000 });
});
afterAll(() => pinterest.close());
beforeEach(async () => {
  nowMs = NOW_SECONDS * 1000;
  await control("POST", "reset");
});

describe("a whole request", () => {
  const refusals = [
    { because: "no token", init: { headers: { authorization: "" } }, status: 401, code: 2 },
    { because: "an unknown token", init: bearer("pina_OTHER"), status: 401, code: 2 },
    { because: "no role", account: FOREIGN_AD_ACCOUNT_ID, status: 403, code: 29 },
    { because: "an unknown account", account: "549000000000", status: 404, code: 2 },
    { because: "an id that is no number", account: "2612345678901x", status: 400, code: 4196 },
    { because: "an id of 19 digits", account: "1".repeat(19), status: 400, code: 4196 },
    { because: "malformed JSON", body: '{"data": [', status: 400, code: 4196 },
    { because: "another content type", init: type("text/plain"), status: 400, code: 4196 },
    { because: "a test flag that is no boolean", query: "?test=1", status: 400, code: 4196 },
    { because: "no data", body: "{}", status: 400, code: 4196 },
    { because: "no events", body: '{"data": []}', status: 400, code: 4196 },
    { because: "1001 events", body: batch(1001), status: 400, code: 4196 },
    { because: "too many bytes", body: " ".repeat(400_001), status: 413, code: 1 },
  ];

  test.each(refusals)("is refused for $because", async (row) => {
    const answer = await post(row.body ?? json([event()]), row);

    expect(answer.status).toBe(row.status);
    expect(answer.body).toMatchObject({ code: row.code });
    expect(await recorded("events")).toHaveLength(0);
  });

  const schemaFaults = [
    { because: "an unknown key at the root", body: JSON.stringify({ data: [event()], x: 1 }) },
    { because: "an unknown key in an event", change: { event_type: "checkout" } },
    { because: "an unknown key in custom_data", change: { custom_data: { tax: "1.00" } } },
    {
      because: "an unknown key in contents",
      change: { custom_data: { contents: [{ sku: "a" }] } },
    },
    { because: "no event_id", change: { event_id: undefined } },
    { because: "no user_data", change: { user_data: undefined } },
    { because: "an event_time as text", change: { event_time: String(NOW_SECONDS) } },
    { because: "an event_time with a fraction", change: { event_time: NOW_SECONDS + 0.5 } },
    { because: "a value as a number", change: { custom_data: { value: 72.39 } } },
    { because: "a hash outside an array", change: { user_data: { em: EMAIL_HASH } } },
    {
      because: "an item_price as a number",
      change: { custom_data: { contents: [{ item_price: 14.99 }] } },
    },
    {
      because: "a quantity with a fraction",
      change: { custom_data: { contents: [{ quantity: 1.5 }] } },
    },
    { because: "a null where none is allowed", change: { custom_data: { content_ids: null } } },
    { because: "an unknown form factor", change: { device_info: { form_factor: "phone" } } },
  ];

  test.each(schemaFaults)("is refused by the schema for $because", async ({ body, change }) => {
    const answer = await post(body ?? json([event(), event(change)]));

    expect(answer.status).toBe(400);
    expect(answer.body).toEqual({ code: 4196, message: "The request was invalid." });
    expect(await recorded("events")).toHaveLength(0);
  });

  it("names the fault where the other form of a 400 is switched on", async () => {
    await control("PUT", "answer-form", { invalid: "1" });

    const answer = await post(json([event({ custom_data: { value: 1 } })]));

    expect(answer.body).toEqual({
      code: 1,
      message: "Invalid request: data.0.custom_data.value must be string",
    });
  });
});

describe("one event of a batch", () => {
  const userData = (change: object) => ({ user_data: { ...event().user_data, ...change } });
  const faults = [
    { because: "a name outside the list", change: { event_name: "purchase" }, says: /event_name/ },
    { because: "a tag's spelling", change: { event_name: "addtocart" }, says: /event_name/ },
    { because: "an unknown source", change: { action_source: "website" }, says: /action_source/ },
    { because: "an empty id", change: { event_id: " " }, says: /event_id/ },
    { because: "milliseconds", change: { event_time: NOW_SECONDS * 1000 }, says: /milliseconds/ },
    { because: "a future time", change: { event_time: NOW_SECONDS + 60 }, says: /future/ },
    {
      because: "an age of over 7 days",
      change: { event_time: NOW_SECONDS - 7 * 86_400 - 1 },
      says: /7 days/,
    },
    { because: "no identity", change: { user_data: {} }, says: /at least one/ },
    { because: "an empty list as identity", change: { user_data: { em: [] } }, says: /at least/ },
    {
      because: "an address without a user agent",
      change: { user_data: { client_ip_address: "203.0.113.7" } },
      says: /at least one/,
    },
    {
      because: "phone, external id and click id alone",
      change: { user_data: { ph: [EMAIL_HASH], external_id: [EMAIL_HASH], click_id: "dj0y" } },
      says: /at least one/,
    },
    { because: "a raw email", change: userData({ em: ["a@b.example"] }), says: /SHA-256/ },
    {
      because: "a hash in capitals",
      change: userData({ em: [EMAIL_HASH.toUpperCase()] }),
      says: /lower-case/,
    },
    { because: "an MD5 hash", change: userData({ fn: ["0".repeat(32)] }), says: /SHA-256/ },
    { because: "the hash of nothing", change: userData({ ln: [sha256("")] }), says: /empty value/ },
    { because: "a raw email as click id", change: userData({ click_id: "a@b.io" }), says: /raw/ },
    { because: "an unknown user data key", change: userData({ email: "x" }), says: /no field/ },
    { because: "no IP address", change: userData({ client_ip_address: "x" }), says: /IPv4/ },
    { because: "0.0.0.0", change: userData({ client_ip_address: "0.0.0.0" }), says: /IPv4/ },
    { because: "a path as source URL", change: { event_source_url: "/cart" }, says: /full/ },
    { because: "a long language", change: { language: "en-US" }, says: /two-character/ },
    { because: "an unknown currency", change: { custom_data: { currency: "usd" } }, says: /4217/ },
    { because: "a comma in a value", change: { custom_data: { value: "1,50" } }, says: /decimal/ },
    { because: "a currency sign", change: { custom_data: { value: "$1.50" } }, says: /decimal/ },
    {
      because: "an item_price in words",
      change: { custom_data: { contents: [{ item_price: "free" }] } },
      says: /item_price/,
    },
    {
      because: "an unknown opt-out",
      change: { custom_data: { opt_out_type: "CCPA" } },
      says: /LDP/,
    },
  ];

  test.each(faults)("fails alone for $because", async ({ change, says }) => {
    const answer = await post(json([event(), event({ event_id: "e-2", ...change })]));

    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      num_events_received: 2,
      num_events_processed: 1,
      events: [
        { status: "processed" },
        { status: "failed", error_message: expect.stringMatching(says) },
      ],
    });
  });

  it("may be identified by a hash, by an advertising id, or by address and user agent", async () => {
    const answer = await post(
      json([
        event({ user_data: { em: [EMAIL_HASH] } }),
        event({ user_data: { hashed_maids: [EMAIL_HASH] } }),
        event({ user_data: { client_ip_address: "2001:db8::1", client_user_agent: "Mozilla" } }),
      ]),
    );

    expect(answer.body).toMatchObject({ num_events_processed: 3 });
  });

  it("is processed with a warning when external_id or click_id is missing", async () => {
    const complete = { em: [EMAIL_HASH], external_id: [EMAIL_HASH], click_id: "dj0yJnU9" };
    const answer = await post(json([event(), event({ user_data: complete })]));

    expect(answer.body).toMatchObject({
      events: [
        { warning_message: expect.stringMatching(/^external_id is missing.*click_id is missing/) },
        { warning_message: "" },
      ],
    });
  });
});

describe("the forms of an answer", () => {
  const bad = event({ event_name: "purchase" });
  const forms = [
    { form: { absent: "empty" }, status: 200, first: { error_message: "" } },
    { form: { absent: "null" }, status: 200, first: { error_message: null } },
    { form: { failed: "422_events" }, status: 422, at: "events" },
    { form: { failed: "422_details" }, status: 422, at: "details" },
    { form: { failed: "422_opaque" }, status: 422, at: "nowhere" },
  ];

  test.each(forms)("$form", async ({ form, status, first, at }) => {
    await control("PUT", "answer-form", form);

    const { status: given, body } = await post(json([event(), bad]));

    expect(given).toBe(status);
    if (first) expect(body).toMatchObject({ events: [first, {}] });
    if (at === "events") expect(body).toMatchObject({ code: 1, events: [{}, {}] });
    if (at === "details") expect(body).toMatchObject({ details: { events: [{}, {}] } });
    if (at === "nowhere") expect(body).toMatchObject({ code: 1, details: {} });
  });

  it("leaves the empty messages out where that is switched on", async () => {
    await control("PUT", "answer-form", { absent: "omitted" });

    const { body } = await post(json([bad]));

    expect(body).toEqual({
      num_events_received: 1,
      num_events_processed: 0,
      events: [{ status: "failed", error_message: expect.any(String) }],
    });
  });

  it("carry the three-part rate-limit header and what is left of the minute", async () => {
    await post(json([event()]));
    nowMs += 20_000;
    const { headers } = await post(json([event()]));

    expect(headers.get("x-ratelimit-limit")).toBe(
      '120000, 120000;w=60;name="ads_conversions_ad_account_id"',
    );
    expect(headers.get("x-ratelimit-remaining")).toBe("119998");
    expect(headers.get("x-ratelimit-reset")).toBe("40");
  });
});

describe("what is recorded", () => {
  it("flags a second event of the same name and id within 48 hours, per account", async () => {
    await control("PUT", "roles", {
      token: DEMO_TOKEN,
      account: FOREIGN_AD_ACCOUNT_ID,
      allowed: true,
    });
    await post(json([event(), event(), event({ event_name: "search" })]));
    await post(json([event()]), { account: FOREIGN_AD_ACCOUNT_ID });
    nowMs += 48 * 3_600_000 + 1000;
    await post(json([event({ event_time: nowMs / 1000 })]));

    expect((await recorded("events")).map(({ deduplicated }) => deduplicated)).toEqual([
      false,
      true,
      false,
      false,
      false,
    ]);
  });

  it("counts a web event over an hour late as offline, which is never deduplicated", async () => {
    await post(json([event()]));
    await post(json([event({ event_time: NOW_SECONDS - 3601 })]));

    expect(await recorded("events")).toMatchObject([
      { offline: false, deduplicated: false },
      { offline: true, deduplicated: false },
    ]);
  });

  it("keeps the body as it arrived", async () => {
    const text = `  ${json([event()])}\n`;
    await post(text);

    expect(await recorded("calls")).toMatchObject([{ status: 200, test: false, rawBody: text }]);
  });

  it("is nothing of a test call, whose first 20 events are processed", async () => {
    const { status, body } = await post(batch(25), { query: "?test=true" });

    expect(status).toBe(200);
    expect(body).toMatchObject({ num_events_received: 25, num_events_processed: 20 });
    expect(await recorded("events")).toHaveLength(0);
  });

  it("is at most ten test calls per second", async () => {
    const statuses: number[] = [];
    for (let call = 0; call < 11; call += 1) {
      statuses.push((await post(json([event()]), { query: "?test=true" })).status);
    }
    nowMs += 1000;
    statuses.push((await post(json([event()]), { query: "?test=true" })).status);

    expect(statuses).toEqual([...Array<number>(10).fill(200), 429, 200]);
  });
});

describe("a failure that is switched on", () => {
  it("lasts as many calls as asked, and answers 429 with its reset", async () => {
    await control("POST", "failures", { kind: "rate_limit", resetSeconds: 7, calls: 1 });

    const limited = await post(json([event()]));
    const next = await post(json([event()]));

    expect(limited.status).toBe(429);
    expect(limited.body).toMatchObject({ code: 8 });
    expect(limited.headers.get("x-ratelimit-reset")).toBe("7");
    expect(next.status).toBe(200);
  });

  test.each([
    { kind: "server_error", status: 500, code: 1 },
    { kind: "ramped_down", status: 503, code: 4197 },
  ])("$kind answers $status", async ({ kind, status, code }) => {
    await control("POST", "failures", { kind });
    expect(await post(json([event()]))).toMatchObject({ status, body: { code } });
  });

  it("is limited to one account where asked", async () => {
    await control("POST", "failures", { kind: "server_error", adAccountId: FOREIGN_AD_ACCOUNT_ID });
    expect((await post(json([event()]))).status).toBe(200);
  });

  test.each([
    { kind: "broken_before", events: 0 },
    { kind: "broken_after", events: 1 },
  ])("$kind breaks the connection with $events events recorded", async ({ kind, events }) => {
    await control("POST", "failures", { kind, calls: 1 });

    await expect(post(json([event()]))).rejects.toThrow(TypeError);
    expect(await recorded("events")).toHaveLength(events);
  });

  it("fails every n-th event and the named ones", async () => {
    await control("POST", "failures", { kind: "partial", everyNth: 2, eventIds: ["e-3"] });

    const { body } = await post(batch(4));

    expect(body).toMatchObject({
      events: [
        { status: "processed" },
        { status: "failed" },
        { status: "failed" },
        { status: "failed" },
      ],
    });
  });

  it("is refused when its kind is unknown", async () => {
    expect((await control("POST", "failures", { kind: "meteor" })).status).toBe(400);
  });
});

it("refuses a token from the moment it is revoked", async () => {
  await control("DELETE", `tokens/${DEMO_TOKEN}`);
  expect((await post(json([event()]))).status).toBe(401);
});

it("lets no other site's page work the controls", async () => {
  const answer = await fetch(`${pinterest.url}/sandbox/reset`, {
    method: "POST",
    headers: { origin: "https://shop.example" },
  });
  expect(answer.status).toBe(403);
});

type PostOptions = { account?: string; query?: string; init?: { headers: Record<string, string> } };

async function post(body: string, { account, query = "", init }: PostOptions = {}) {
  const response = await fetch(
    `${pinterest.apiUrl}/ad_accounts/${account ?? DEMO_AD_ACCOUNT_ID}/events${query}`,
    {
      method: "POST",
      body,
      headers: {
        authorization: `Bearer ${DEMO_TOKEN}`,
        "content-type": "application/json",
        ...init?.headers,
      },
    },
  );
  const answer: unknown = await response.json();
  return { status: response.status, headers: response.headers, body: answer };
}

function control(method: string, path: string, body?: object) {
  return fetch(`${pinterest.url}/sandbox/${path}`, {
    method,
    ...(body && { body: JSON.stringify(body) }),
  });
}

async function recorded(what: "calls" | "events"): Promise<{ deduplicated?: boolean }[]> {
  const answer: Record<string, object[]> = await (await control("GET", what)).json();
  return answer[what] ?? [];
}

function event(change: object = {}) {
  return {
    event_name: "checkout",
    action_source: "web",
    event_time: NOW_SECONDS - 30,
    event_id: "e-1",
    user_data: { em: [EMAIL_HASH] },
    custom_data: { currency: "USD", value: "72.39" },
    ...change,
  };
}

function batch(count: number): string {
  return json(Array.from({ length: count }, (_, index) => event({ event_id: `e-${index + 1}` })));
}

function json(data: object[]): string {
  return JSON.stringify({ data });
}

function bearer(token: string) {
  return { headers: { authorization: `Bearer ${token}` } };
}

function type(contentType: string) {
  return { headers: { "content-type": contentType } };
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
