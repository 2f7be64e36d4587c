import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from "vitest";
import { readOperations } from "../../sandbox/pinterest/operations.ts";
import {
  DEMO_AD_ACCOUNT_ID,
  DEMO_APP,
  type RunningPinterest,
  startPinterest,
} from "../../sandbox/pinterest/server.ts";

const REDIRECT_URI = "http://127.0.0.1:4101/pinterest/callback";
const SCOPES = "ads:read,ads:write,catalogs:read,catalogs:write,user_accounts:read";
const DAY = 86_400_000;

let nowMs = Date.UTC(2026, 10, 22);
let pinterest: RunningPinterest;

beforeAll(async () => {
  pinterest = await startPinterest({ port: 0, now: () => nowMs, apiCallsPerMinuteMax: 40 });
});
afterAll(() => pinterest.close());
beforeEach(async () => {
  nowMs = Date.UTC(2026, 10, 22);
  await control("POST", "reset");
});

test("the extract of the description has an answer for each of its operations", () => {
  expect(readOperations().map(({ operationId }) => operationId)).toHaveLength(17);
});

describe("the sign-in page", () => {
  test.each([
    { because: "another app", change: { client_id: "999" } },
    {
      because: "an address that is not registered",
      change: { redirect_uri: "https://evil.example/" },
    },
    { because: "scopes with spaces between them", change: { scope: "ads:read ads:write" } },
    { because: "no state", change: { state: "" } },
    { because: "another grant", change: { response_type: "token" } },
  ])("refuses $because", async ({ change }) => {
    expect((await fetch(authorizeUrl(change))).status).toBe(400);
  });

  it("gives back the state and nothing else when the user refuses", async () => {
    const back = await decide("deny");
    expect(Object.fromEntries(back.searchParams)).toEqual({ state: "s", error: "access_denied" });
  });
});

describe("the token endpoint", () => {
  it("takes a code once, from the address that it was made for, and from the app itself", async () => {
    const code = await newCode();
    expect((await exchange(code, { secret: "wrong" })).status).toBe(401);
    expect((await exchange(code, {}, `${REDIRECT_URI}?x`)).status).toBe(400);
    const other = await newCode();
    expect((await exchange(other)).status).toBe(200);
    expect((await exchange(other)).status).toBe(400);
  });

  it("rotates refresh tokens, and lets the access tokens of before be", async () => {
    const first = await grant();
    const second = await refresh(first.refresh_token);
    expect(second.status).toBe(200);
    expect((await refresh(first.refresh_token)).status).toBe(400);
    expect((await get("/user_account", first.access_token)).status).toBe(200);
  });

  it("ends access tokens after 30 days and refresh tokens after 60", async () => {
    const { access_token: access, refresh_token: token } = await grant();
    nowMs += 30 * DAY;
    expect((await get("/user_account", access)).status).toBe(401);
    nowMs += 30 * DAY;
    expect((await refresh(token)).status).toBe(400);
  });

  it("knows no token of a user who took the permission back", async () => {
    const { access_token: access, refresh_token: token } = await grant();
    await control("POST", "grants/revoke", { username: "demo_store" });
    expect((await get("/user_account", access)).status).toBe(401);
    expect((await refresh(token)).status).toBe(400);
  });
});

describe("an operation", () => {
  test.each([
    { because: "an unknown key", body: { ...feed(), colour: "red" } },
    { because: "a missing key", body: { ...feed(), location: undefined } },
    { because: "a country that is none", body: { ...feed(), default_country: "XX" } },
    { because: "a format that is none", body: { ...feed(), format: "JSON" } },
    {
      because: "a time that is none",
      body: { ...feed(), preferred_processing_schedule: { time: "25:00", timezone: "Etc/UTC" } },
    },
    { because: "half of the credentials", body: { ...feed(), credentials: { username: "u" } } },
    { because: "an address that is none", body: { ...feed(), location: "demo.example/feed.tsv" } },
  ])("refuses $because", async ({ body }) => {
    const { access_token: token } = await grant();
    expect(await post("/catalogs/feeds", token, body)).toMatchObject({ status: 400, code: 1 });
  });

  test.each([
    { because: "no items", items: [] },
    { because: "a price as a number", items: [update({ price: 12 })] },
    { because: "an unknown operation", items: [{ ...update({}), operation: "CHANGE" }] },
    { because: "a mask that is none", items: [{ ...update({}), update_mask: ["id"] }] },
  ])("refuses a batch with $because", async ({ items }) => {
    const { access_token: token } = await grant();
    const body = { catalog_type: "RETAIL", country: "US", language: "en-US", items };
    expect(await post("/catalogs/items/batch", token, body)).toMatchObject({
      status: 400,
      code: 1,
    });
  });

  it("refuses an unknown parameter, and a page that is too large", async () => {
    const { access_token: token } = await grant();
    expect((await get("/catalogs/feeds?colour=red", token)).status).toBe(400);
    expect((await get("/ad_accounts?page_size=251", token)).status).toBe(400);
    expect((await get("/ad_accounts?page_size=250", token)).status).toBe(200);
  });

  it("refuses what the user did not allow", async () => {
    const { access_token: token } = await grant(["ads:read", "user_accounts:read"]);
    expect((await get("/ad_accounts", token)).status).toBe(200);
    expect(await post("/catalogs/feeds", token, feed())).toMatchObject({ status: 403, code: 29 });
    expect((await get(`/ad_accounts/${DEMO_AD_ACCOUNT_ID}/conversion_tags`, token)).status).toBe(
      200,
    );
    expect((await get("/ad_accounts/549755885190/conversion_tags", token)).status).toBe(403);
  });

  it("is refused for a while after too many calls", async () => {
    const { access_token: token } = await grant();
    const statuses: number[] = [];
    for (let call = 1; call <= 41; call += 1)
      statuses.push((await get("/ad_accounts", token)).status);
    expect(statuses.filter((status) => status === 429)).toHaveLength(1);
    nowMs += 60_000;
    expect((await get("/ad_accounts", token)).status).toBe(200);
  });
});

describe("a feed", () => {
  it("is fetched, and its rows are judged", async () => {
    const { access_token: token } = await grant();
    await post("/catalogs/feeds", token, feed());
    const { feeds } = await control<{ feeds: { id: string }[] }>("GET", "feeds");
    const lines = [
      "id\ttitle\tdescription\tlink\timage_link\tprice\tavailability",
      "1\tA\tB\thttps://demo.example/1\thttps://demo.example/1.jpg\t9.00 USD\tin stock",
      "1\tA\tB\thttps://demo.example/1\thttps://demo.example/1.jpg\t9.00 USD\tin stock",
      `2\t\tB\thttps://demo.example/${"x".repeat(512)}\tnone\t9,00\tsoon`,
    ];
    await control("POST", `feeds/${feeds[0]?.id}/fetch`, { text: lines.join("\n") });
    const results = await get(`/catalogs/feeds/${feeds[0]?.id}/processing_results`, token);
    const { items } = await results.json();
    expect(items[0]).toMatchObject({
      status: "COMPLETED",
      product_counts: { original: 3, ingested: 1 },
      validation_details: {
        errors: {
          DUPLICATE_PRODUCTS: 1,
          TITLE_MISSING: 1,
          LINK_LENGTH_TOO_LONG: 1,
          IMAGE_LINK_INVALID: 1,
          PRODUCT_PRICE_INVALID: 1,
          AVAILABILITY_INVALID: 1,
        },
      },
    });
    const issues = await get(`/catalogs/processing_results/${items[0].id}/item_issues`, token);
    expect(
      (await issues.json()).items.map(({ item_number: at }: { item_number: number }) => at),
    ).toEqual([0, 1, 2]);
  });

  test.each([
    { because: "no columns", text: "id\n1\n", code: "DELIMITER_ERROR" },
    { because: "a column too few", text: "id\ttitle\n1\tA\n", code: "REQUIRED_COLUMNS_MISSING" },
  ])("with $because is not taken", async ({ code, text }) => {
    const { access_token: token } = await grant();
    await post("/catalogs/feeds", token, feed());
    const { feeds } = await control<{ feeds: { id: string }[] }>("GET", "feeds");
    expect(await control("POST", `feeds/${feeds[0]?.id}/fetch`, { text })).toMatchObject({
      status: "FAILED",
      fileErrors: [code],
    });
  });
});

function authorizeUrl(change: Record<string, string> = {}): string {
  const asked = {
    client_id: DEMO_APP.id,
    redirect_uri: REDIRECT_URI,
    response_type: "code",
    scope: SCOPES,
    state: "s",
    ...change,
  };
  return `${pinterest.url}/oauth/?${new URLSearchParams(asked)}`;
}

async function decide(decision: string, scopes = SCOPES.split(",")): Promise<URL> {
  const { users } = await control<{ users: { id: string }[] }>("GET", "users");
  const form = new URLSearchParams({ user: users[0]?.id ?? "", decision });
  for (const scope of scopes) form.append("scope", scope);
  const answer = await fetch(authorizeUrl(), { method: "POST", body: form, redirect: "manual" });
  return new URL(answer.headers.get("location") ?? "");
}

async function newCode(scopes?: string[]): Promise<string> {
  return (await decide("allow", scopes)).searchParams.get("code") ?? "";
}

function exchange(code: string, { secret = DEMO_APP.secret } = {}, redirectUri = REDIRECT_URI) {
  return askForToken({ grant_type: "authorization_code", code, redirect_uri: redirectUri }, secret);
}

function refresh(token: string) {
  return askForToken({ grant_type: "refresh_token", refresh_token: token });
}

function askForToken(form: Record<string, string>, secret = DEMO_APP.secret): Promise<Response> {
  const basic = Buffer.from(`${DEMO_APP.id}:${secret}`).toString("base64");
  return fetch(`${pinterest.apiUrl}/oauth/token`, {
    method: "POST",
    headers: { authorization: `Basic ${basic}` },
    body: new URLSearchParams(form),
  });
}

async function grant(scopes?: string[]): Promise<{ access_token: string; refresh_token: string }> {
  return (await exchange(await newCode(scopes))).json();
}

function get(path: string, token: string): Promise<Response> {
  return fetch(`${pinterest.apiUrl}${path}`, { headers: { authorization: `Bearer ${token}` } });
}

async function post(path: string, token: string, body: unknown) {
  const answer = await fetch(`${pinterest.apiUrl}${path}`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  const { code }: { code?: number } = await answer.json();
  return { status: answer.status, code };
}

function feed() {
  return {
    catalog_type: "RETAIL",
    name: "A feed",
    format: "TSV",
    location: "http://127.0.0.1:1/feed.tsv",
    default_country: "US",
    default_locale: "en-US",
    default_currency: "USD",
  };
}

function update(attributes: Record<string, unknown>) {
  return { operation: "UPDATE", item_id: "1", attributes, update_mask: ["price"] };
}

async function control<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
  const answer = await fetch(`${pinterest.url}/sandbox/${path}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return answer.json();
}
