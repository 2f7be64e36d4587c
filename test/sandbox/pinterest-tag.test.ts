import { createHash } from "node:crypto";

import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import type { MergedEvent } from "../../sandbox/pinterest/merged";
import type { ReceivedHit } from "../../sandbox/pinterest/received";
import {
  DEMO_AD_ACCOUNT_ID,
  DEMO_TAG_ID,
  DEMO_TOKEN,
  type RunningPinterest,
  startPinterest,
} from "../../sandbox/pinterest/server";
import { control } from "../support/sandbox-control";

const START_MS = Date.UTC(2026, 10, 22, 4);
const HOUR_MS = 60 * 60 * 1000;
const EMAIL_SHA256 = createHash("sha256").update("shopper@example.com").digest("hex");
const ORIGIN = "http://shop.example";

let nowMs = START_MS;
let pinterest: RunningPinterest;

beforeAll(async () => {
  pinterest = await startPinterest({ port: 0, now: () => nowMs });
});
afterAll(() => pinterest.close());
beforeEach(async () => {
  nowMs = START_MS;
  await control(pinterest.url, "POST", "reset");
});

describe("a hit of the tag", () => {
  test("is taken from an address, and answered to any site with its cookies", async () => {
    const answer = await sendHit({});

    expect(answer.status).toBe(200);
    expect(answer.headers.get("access-control-allow-origin")).toBe(ORIGIN);
    expect(answer.headers.get("access-control-allow-credentials")).toBe("true");
    expect(await hits()).toMatchObject([
      { adAccountId: DEMO_AD_ACCOUNT_ID, faults: [], hit: { eventName: "add_to_cart" } },
    ]);
  });

  test("is taken from a form", async () => {
    const answer = await fetch(`${pinterest.url}/v3/`, { method: "POST", body: parameters({}) });

    expect(answer.status).toBe(200);
    expect(await hits()).toMatchObject([{ method: "POST", hit: { ed: { event_id: "e-1" } } }]);
  });

  test("is taken from an image without a script", async () => {
    const address = new URL(`${pinterest.url}/v3/`);
    const given = {
      tid: DEMO_TAG_ID,
      event: "checkout",
      "ed[value]": "10.00",
      "ed[order_quantity]": "2",
      "ed[line_items][0][product_id]": "sku-1",
      "pd[em]": EMAIL_SHA256,
      noscript: "1",
    };
    for (const [name, value] of Object.entries(given)) address.searchParams.set(name, value);
    await fetch(address);

    expect(await hits()).toMatchObject([
      { faults: [], hit: { ed: { value: "10.00", line_items: [{ product_id: "sku-1" }] } } },
    ]);
  });

  test.each([
    { fault: "an event that is none", change: { event: "addedtocart" }, place: "event" },
    { fault: "a tag that nobody has", change: { tid: "2699999999999" }, place: "tid" },
    { fault: "an undocumented parameter", change: { uid: "1" }, place: "(hit)" },
    { fault: "undocumented event data", change: { ed: { email: "x" } }, place: "ed" },
    { fault: "event data that is no JSON", change: { ed: "{" }, place: "ed" },
    { fault: "a value that is no amount", change: { ed: { value: "1,50 €" } }, place: "ed.value" },
    {
      fault: "a number of pieces with a fraction",
      change: { ed: { order_quantity: 1.5 } },
      place: "ed.order_quantity",
    },
    {
      fault: "undocumented data of a line",
      change: { ed: { line_items: [{ sku: "a" }] } },
      place: "ed.line_items.0",
    },
    {
      fault: "an email address",
      change: { ed: { search_query: "shopper@example.com" } },
      place: "ed.search_query",
    },
    {
      fault: "a phone number",
      change: { ed: { search_query: "+49 89 555-1234" } },
      place: "ed.search_query",
    },
    {
      fault: "an email address in a page's address",
      change: { ad: { loc: "https://shop.example/?m=shopper%40example.com" } },
      place: "ad.loc",
    },
    {
      fault: "a checkout's own page",
      change: { ad: { loc: "https://shop.example/checkouts/cn/Z2NwLXVz" } },
      place: "ad.loc",
    },
    { fault: "an email address unhashed", change: { pd: { em: "a@example.com" } }, place: "pd.em" },
    {
      fault: "the hash of nothing",
      change: { pd: { em: createHash("sha256").digest("hex") } },
      place: "pd.em",
    },
    { fault: "another opt-out", change: { pd: { opt_out_type: "LDU" } }, place: "pd.opt_out_type" },
  ])("is refused with $fault, and its value is not repeated", async ({ change, place }) => {
    const answer = await sendHit(change);
    const [refused] = await hits();

    expect(answer.status).toBe(400);
    expect(refused?.faults.map((fault) => fault.split(":")[0])).toEqual([place]);
    expect(String(refused?.faults)).not.toContain("example.com");
    expect(await merged()).toEqual([]);
  });

  test.each([
    { kind: "server_error", seen: 500, recorded: 0 },
    { kind: "broken_before", seen: "broken", recorded: 0 },
    { kind: "broken_after", seen: "broken", recorded: 1 },
  ])("meets the failure $kind once", async ({ kind, seen, recorded }) => {
    await control(pinterest.url, "POST", "tag-failures", { kind, calls: 1 });
    const status = await sendHit({}).then(
      (answer) => answer.status,
      () => "broken",
    );

    expect(status).toBe(seen);
    expect(await hits()).toHaveLength(recorded);
    expect((await sendHit({ ed: { event_id: "e-2" } })).status).toBe(200);
  });

  test("is not answered with cookies while that is switched off", async () => {
    await control(pinterest.url, "POST", "tag-failures", { kind: "no_credentials" });
    const { headers } = await sendHit({});

    expect(headers.get("access-control-allow-origin")).toBe("*");
    expect(headers.get("access-control-allow-credentials")).toBeNull();
  });

  test("is preceded by the user's ids", async () => {
    const answer = await fetch(`${pinterest.url}/user/?tid=${DEMO_TAG_ID}`, {
      headers: { origin: ORIGIN },
    });

    expect(await answer.json()).toMatchObject({ isEu: false });
    expect(answer.headers.get("access-control-expose-headers")).toContain("Pin-Unauth");
    expect(answer.headers.get("pin-unauth")).toBeTruthy();
  });
});

describe("browser and server", () => {
  test("are one event under one name and id, and the first counts", async () => {
    await sendHit({ pd: { epik: "dj0yJnU9abc" } });
    nowMs += 1000;
    await sendEvent({});

    expect(await merged()).toMatchObject([
      {
        eventName: "add_to_cart",
        counted: "browser",
        browser: { value: "19.90", clickId: "dj0yJnU9abc" },
        server: { value: "19.90" },
      },
    ]);
  });

  test("are one event too when the server was first", async () => {
    await sendEvent({});
    await sendHit({});

    expect(await merged()).toMatchObject([{ counted: "server", browserCopies: 1 }]);
  });

  test.each([
    { apart: "another id", change: { event_id: "e-2" }, laterMs: 0 },
    { apart: "another name", change: { event_name: "checkout" }, laterMs: 0 },
    { apart: "48 hours and a second", change: {}, laterMs: 48 * HOUR_MS + 1000 },
  ])("are two events with $apart", async ({ change, laterMs }) => {
    await sendHit({});
    nowMs += laterMs;
    await sendEvent(change);

    expect(await merged()).toHaveLength(2);
  });

  test("are two events where the server's came over an hour late, and that is offline", async () => {
    await sendHit({});
    nowMs += 2 * HOUR_MS;
    await sendEvent({ event_time: START_MS / 1000 });

    expect(await merged()).toMatchObject([
      { counted: "browser", offline: false },
      { counted: "server", offline: true },
    ]);
  });

  test("are one event however often either sends it", async () => {
    for (let time = 1; time <= 2; time += 1) {
      await sendHit({});
      await sendEvent({});
    }

    expect(await merged()).toMatchObject([{ browserCopies: 2, serverCopies: 2 }]);
  });

  test("are two events in two ad accounts", async () => {
    await control(pinterest.url, "POST", "tags", {
      tagId: "2600000000002",
      account: "549755885176",
    });
    await sendHit({ tid: "2600000000002" });
    await sendEvent({});

    expect(await merged()).toHaveLength(2);
  });
});

type Change = Record<string, unknown>;

function parameters(change: Change): URLSearchParams {
  const given = {
    tid: DEMO_TAG_ID,
    event: "addtocart",
    ed: { event_id: "e-1", value: 19.9, currency: "USD", order_quantity: 1 },
    pd: {},
    ad: { loc: "https://shop.example/products/a", if: false, sh: 900, sw: 1440 },
    cb: "1",
    ...change,
  };
  return new URLSearchParams(
    Object.entries(given).map(([name, value]) => [
      name,
      typeof value === "string" ? value : JSON.stringify(value),
    ]),
  );
}

function sendHit(change: Change): Promise<Response> {
  return fetch(`${pinterest.url}/v3/?${parameters(change)}`, { headers: { origin: ORIGIN } });
}

async function sendEvent(change: Change): Promise<void> {
  const event = {
    event_name: "add_to_cart",
    action_source: "web",
    event_time: nowMs / 1000,
    event_id: "e-1",
    user_data: { em: [EMAIL_SHA256] },
    custom_data: { value: "19.90", currency: "USD" },
    ...change,
  };
  const answer = await fetch(`${pinterest.apiUrl}/ad_accounts/${DEMO_AD_ACCOUNT_ID}/events`, {
    method: "POST",
    headers: { authorization: `Bearer ${DEMO_TOKEN}`, "content-type": "application/json" },
    body: JSON.stringify({ data: [event] }),
  });
  expect(await answer.json()).toMatchObject({ num_events_processed: 1 });
}

async function hits(): Promise<ReceivedHit[]> {
  return (await control<{ hits: ReceivedHit[] }>(pinterest.url, "GET", "hits")).hits;
}

async function merged(): Promise<MergedEvent[]> {
  return (await control<{ events: MergedEvent[] }>(pinterest.url, "GET", "merged")).events;
}
