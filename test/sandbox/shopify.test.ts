import { createHmac } from "node:crypto";
import { createServer, type IncomingHttpHeaders } from "node:http";
import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from "vitest";
import { z } from "zod";
import { createIdToken } from "../../sandbox/shopify/id-token.ts";
import { makeOrder } from "../../sandbox/shopify/order-maker.ts";
import { withoutProtectedFields } from "../../sandbox/shopify/protected-fields.ts";
import { type RunningShopify, startShopify } from "../../sandbox/shopify/server.ts";
import { parseAppToml } from "../../sandbox/shopify/subscriptions.ts";

/** 2026-11-22T04:00:00Z. */
const START_MS = 1_795_320_000_000;
const SHOP = "demo.myshopify.com";
const OTHER_SHOP = "other.myshopify.com";
const APP = { apiKey: "test-key", apiSecret: "test-secret" };
const SCOPES = ["read_products", "read_orders", "write_pixels", "read_customer_events"];

let nowMs = START_MS;
let shopify: RunningShopify;
let appAnswers: number[] = [];
let received: { url: string; headers: IncomingHttpHeaders; body: string }[] = [];

const app = createServer((request, response) => {
  let body = "";
  request.on("data", (chunk: Buffer) => (body += chunk.toString("utf8")));
  request.on("end", () => {
    received.push({ url: request.url ?? "", headers: request.headers, body });
    response.writeHead(appAnswers.shift() ?? 200, { location: "/elsewhere" }).end();
  });
});

beforeAll(async () => {
  await new Promise<void>((resolve) => app.listen(0, "127.0.0.1", resolve));
  const address = app.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  shopify = await startShopify({
    ...APP,
    port: 0,
    appUrl: `http://127.0.0.1:${address.port}`,
    shops: [SHOP, OTHER_SHOP],
    now: () => nowMs,
    toml: {
      scopes: SCOPES,
      pixelFields: ["accountId"],
      subscriptions: [
        { topic: "orders/create", uri: "/webhooks/orders", name: "orders" },
        { topic: "app/uninstalled", uri: "/webhooks/shop", name: null },
        { topic: "app/uninstalled", uri: "https://public.example/webhooks/second", name: null },
      ],
    },
  });
});
afterAll(async () => {
  await shopify.close();
  app.closeAllConnections();
  app.close();
});
beforeEach(async () => {
  nowMs = START_MS;
  await control("POST", "reset");
  shopify.installApp();
  received = [];
  appAnswers = [];
});

const idToken = (overrides = {}) => createIdToken(APP, SHOP, nowMs, overrides);
const exchangeBody = (change: object = {}) => ({
  client_id: APP.apiKey,
  client_secret: APP.apiSecret,
  grant_type: "urn:ietf:params:oauth:grant-type:token-exchange",
  subject_token: idToken(),
  subject_token_type: "urn:ietf:params:oauth:token-type:id_token",
  requested_token_type: "urn:shopify:params:oauth:token-type:offline-access-token",
  expiring: "1",
  ...change,
});

describe("token exchange", () => {
  it("gives an hour's token and a refresh token, twice for one id token", async () => {
    const body = exchangeBody();
    const [first, second] = [await token(body), await token(body)];

    expect(first).toMatchObject({
      status: 200,
      body: {
        scope: SCOPES.join(","),
        expires_in: 3600,
        refresh_token_expires_in: 90 * 86_400,
      },
    });
    expect(second.status).toBe(200);
    expect(second.body.access_token).not.toBe(first.body.access_token);
  });

  const seconds = START_MS / 1000;
  const refusals = [
    {
      because: "an unknown app",
      change: { client_id: "other" },
      error: "application_cannot_be_found",
    },
    {
      because: "a wrong secret",
      change: { client_secret: "x" },
      status: 401,
      error: "invalid_client",
    },
    {
      because: "an unknown grant",
      change: { grant_type: "password" },
      error: "unsupported_grant_type",
    },
    {
      because: "a token that does not expire",
      change: { expiring: "0" },
      error: "invalid_request",
    },
    { because: "no mention of expiry", change: { expiring: undefined }, error: "invalid_request" },
    {
      because: "another token type",
      change: { subject_token_type: "jwt" },
      error: "invalid_request",
    },
    { because: "no id token", change: { subject_token: undefined }, error: "invalid_request" },
    { because: "a wrong audience", claims: { aud: "other" }, error: "invalid_subject_token" },
    {
      because: "another shop",
      claims: { dest: `https://${OTHER_SHOP}` },
      error: "invalid_subject_token",
    },
    {
      because: "an expired id token",
      claims: { exp: seconds - 11 },
      error: "invalid_subject_token",
    },
    {
      because: "a broken signature",
      change: { subject_token: `${idToken()}x` },
      error: "invalid_subject_token",
    },
    {
      because: "another secret's signature",
      change: { subject_token: createIdToken({ ...APP, apiSecret: "x" }, SHOP, START_MS) },
      error: "invalid_subject_token",
    },
  ];

  test.each(refusals)(
    "is refused for $because",
    async ({ change, claims, status = 400, error }) => {
      const subject = claims ? { subject_token: idToken(claims) } : {};
      const answer = await token(exchangeBody({ ...subject, ...change }));

      expect(answer).toMatchObject({ status, body: { error } });
    },
  );

  it("takes JSON only, a known shop, and an installed app", async () => {
    const form = await token(exchangeBody(), { type: "application/x-www-form-urlencoded" });
    const nobody = await token(exchangeBody(), { shop: "nobody.myshopify.com" });
    await control("POST", "uninstall");
    const uninstalled = await token(exchangeBody());

    expect([form.body.error, nobody.body.error, uninstalled.body.error]).toEqual([
      "invalid_request",
      "invalid_request",
      "invalid_subject_token",
    ]);
  });
});

describe("refresh", () => {
  const refresh = (refreshToken: unknown, shop = SHOP) =>
    token(
      {
        client_id: APP.apiKey,
        client_secret: APP.apiSecret,
        grant_type: "refresh_token",
        refresh_token: refreshToken,
      },
      { shop },
    );

  it("keeps the old refresh token valid until its successor is used", async () => {
    const { body: first } = await token(exchangeBody());
    const { body: lost } = await refresh(first.refresh_token);
    const { body: second } = await refresh(first.refresh_token);
    const third = await refresh(second.refresh_token);
    const again = await refresh(first.refresh_token);

    expect(lost.refresh_token).toBeDefined();
    expect(third.status).toBe(200);
    expect(again).toMatchObject({ status: 400, body: { error: "invalid_grant" } });
  });

  it("refuses a token that is unknown, another shop's, over 90 days old, or of an uninstalled app", async () => {
    const { body } = await token(exchangeBody());
    shopify.installApp(OTHER_SHOP);
    const answers = [await refresh("shprt_unknown"), await refresh(body.refresh_token, OTHER_SHOP)];
    nowMs += 90 * 86_400_000;
    answers.push(await refresh(body.refresh_token));
    const { body: fresh } = await token(exchangeBody());
    await control("POST", "uninstall");
    answers.push(await refresh(fresh.refresh_token));

    expect(answers.map(({ body: { error } }) => error)).toEqual(Array(4).fill("invalid_grant"));
  });
});

describe("the Admin API", () => {
  it("answers a valid query with its cost", async () => {
    const answer = await graphql(
      "{ shop { name myshopifyDomain } currentAppInstallation { accessScopes { handle } } }",
    );

    expect(answer).toMatchObject({
      status: 200,
      body: {
        data: {
          shop: { myshopifyDomain: SHOP },
          currentAppInstallation: { accessScopes: SCOPES.map((handle) => ({ handle })) },
        },
        extensions: { cost: { throttleStatus: { maximumAvailable: 2000, restoreRate: 100 } } },
      },
    });
  });

  it("refuses a field that does not exist, in Shopify's words", async () => {
    const { body } = await graphql("{ shop { nickname } }");

    expect(body).not.toHaveProperty("data");
    expect(body.errors).toMatchObject([
      {
        message: "Field 'nickname' doesn't exist on type 'Shop'",
        extensions: { code: "undefinedField", typeName: "Shop", fieldName: "nickname" },
      },
    ]);
  });

  it("refuses a broken query, a wrong variable and a body without a query", async () => {
    const broken = await graphql("{ shop {");
    const wrong = await graphql("query Q($id: ID!) { order(id: $id) { id } }", { variables: {} });
    const empty = await graphql(undefined);

    expect(broken.body.errors).toMatchObject([{ message: /^Syntax Error/ }].map(matching));
    expect(wrong.body.errors).toHaveLength(1);
    expect(empty).toMatchObject({
      status: 400,
      body: { errors: { query: "Required parameter missing or invalid" } },
    });
  });

  it("flags the use of a deprecated field", async () => {
    const answer = await graphql("query Old { shop { plan { displayName } } }");
    const { calls }: { calls: object[] } = await (await control("GET", "admin-calls")).json();

    expect(answer.headers.get("x-shopify-api-deprecated-reason")).toBeTruthy();
    expect(calls.at(-1)).toMatchObject({
      operation: "Old",
      deprecated: [expect.stringMatching(/displayName is deprecated/)],
    });
  });

  it("answers 404 for another version, 401 for a token that is wrong, expired or another shop's", async () => {
    const { body } = await token(exchangeBody());
    shopify.installApp(OTHER_SHOP);
    const ask = (options: object) =>
      graphql("{ shop { id } }", { token: body.access_token ?? "", ...options });
    const statuses = [
      (await ask({})).status,
      (await ask({ version: "2026-07" })).status,
      (await ask({ token: "shpat_unknown" })).status,
      (await ask({ shop: OTHER_SHOP })).status,
    ];
    nowMs += 3_600_000;
    statuses.push((await ask({})).status);

    expect(statuses).toEqual([200, 404, 401, 401, 401]);
  });

  it("denies what the granted scopes do not cover", async () => {
    const { body } = await graphql("{ publications(first: 1) { nodes { id } } }");

    expect(body.errors).toMatchObject([{ extensions: { code: "ACCESS_DENIED" } }]);
  });

  it("answers THROTTLED when the bucket is empty", async () => {
    await control("POST", "throttle");
    const { body } = await graphql("{ shop { id } }");

    expect(body.errors).toMatchObject([
      { message: "Throttled", extensions: { code: "THROTTLED" } },
    ]);
  });

  it("keeps one web pixel per shop", async () => {
    const create = (settings: string) =>
      graphql(
        `
          mutation Make($settings: JSON!) {
            webPixelCreate(webPixel: { settings: $settings }) {
              userErrors {
                code
              }
              webPixel {
                id
                settings
              }
            }
          }
        `,
        { variables: { settings } },
      );
    const first = await create('{"accountId":"1"}');
    const second = await create('{"accountId":"2"}');

    expect(first.body.data).toMatchObject({
      webPixelCreate: { userErrors: [], webPixel: { settings: '{"accountId":"1"}' } },
    });
    expect(second.body.data).toMatchObject({
      webPixelCreate: { userErrors: [{ code: "TAKEN" }], webPixel: null },
    });
  });

  it("finds a placed order, and hides its protected fields behind an error when switched off", async () => {
    await shopify.placeOrder({ seed: "a" });
    const query = "{ orders(first: 5) { nodes { id name email billingAddress { zip city } } } }";
    const open = await graphql(query);
    await control("PUT", "protected-fields", { email: false, address: false });
    const closed = await graphql(query);

    expect(open.body.data).toMatchObject({
      orders: { nodes: [{ name: "#1001", email: expect.stringContaining("@") }] },
    });
    expect(closed.body.data).toMatchObject({
      orders: { nodes: [{ email: null, billingAddress: { zip: null, city: expect.any(String) } }] },
    });
    expect(closed.body.errors).toHaveLength(2);
  });
});

describe("webhooks", () => {
  it("carry all headers and a signature over the raw body", async () => {
    const [delivery] = await shopify.placeOrder({ body: '{ "id": 820982911946154508 }' });
    const [webhook] = received;

    expect(delivery).toMatchObject({ state: "delivered", attempts: [{ status: 200 }] });
    expect(webhook).toMatchObject({
      url: "/webhooks/orders",
      body: '{ "id": 820982911946154508 }',
      headers: {
        "user-agent": "Shopify-Captain-Hook",
        "x-shopify-topic": "orders/create",
        "x-shopify-shop-domain": SHOP,
        "x-shopify-api-version": "2026-10",
        "x-shopify-name": "orders",
        "x-shopify-event-id": delivery?.eventId,
        "x-shopify-webhook-id": delivery?.webhookId,
        "x-shopify-triggered-at": "2026-11-22T04:00:00.000Z",
        "x-shopify-hmac-sha256": createHmac("sha256", APP.apiSecret)
          .update(webhook?.body ?? "")
          .digest("base64"),
      },
    });
  });

  test.each([302, 401, 500])(
    "answered %i stay failed until a redelivery gets through",
    async (status) => {
      appAnswers = [status];
      const [delivery] = await shopify.placeOrder({ seed: "a" });
      expect(delivery).toMatchObject({ state: "failed", attempts: [{ status }] });

      await control("POST", `deliveries/${delivery?.id}/redeliver`);

      expect(delivery).toMatchObject({
        state: "delivered",
        attempts: [{ status }, { status: 200 }],
      });
      const [first, second] = received;
      expect(second?.body).toBe(first?.body);
      expect(second?.headers["x-shopify-webhook-id"]).toBe(first?.headers["x-shopify-webhook-id"]);
    },
  );

  it("of an uninstall go to each subscription under one event id, and the tokens are gone", async () => {
    const { body } = await token(exchangeBody());
    const deliveries = await shopify.uninstallApp();
    const after = await graphql("{ shop { id } }", { token: body.access_token ?? "" });

    expect(received.map(({ url }) => url).toSorted()).toEqual([
      "/webhooks/second",
      "/webhooks/shop",
    ]);
    expect(new Set(deliveries.map(({ eventId }) => eventId)).size).toBe(1);
    expect(new Set(deliveries.map(({ webhookId }) => webhookId)).size).toBe(2);
    expect(after.status).toBe(401);
  });
});

describe("an order's body", () => {
  const order = makeOrder({
    seed: "a",
    number: 1,
    shopDomain: SHOP,
    currency: "USD",
    now: new Date(START_MS),
  });

  it("is the same for the same seed, and has the 92 keys of a real one", () => {
    const again = makeOrder({
      seed: "a",
      number: 1,
      shopDomain: SHOP,
      currency: "USD",
      now: new Date(START_MS),
    });
    expect(again).toEqual(order);
    expect(Object.keys(order)).toHaveLength(92);
  });

  test.each([
    { field: "email" as const, gone: [order.email] },
    { field: "name" as const, gone: [order.customer.last_name] },
    {
      field: "address" as const,
      gone: [order.billing_address.address1, order.billing_address.zip],
    },
  ])("holds no $field anywhere once that field is switched off", ({ field, gone }) => {
    const switches = { email: true, phone: true, name: true, address: true, [field]: false };
    const body = withoutProtectedFields(JSON.stringify(order), switches);

    for (const value of gone) expect(body).not.toContain(JSON.stringify(value));
    expect(body).toContain(order.billing_address.city);
    expect(body).toContain(order.name);
  });

  it("keeps every digit of a long id when a field is taken out", () => {
    const body = '{"id":820982911946154508,"email":"a@b.example","price":10.50}';
    const switches = { email: false, phone: true, name: true, address: true };

    expect(withoutProtectedFields(body, switches)).toBe(
      '{"id":820982911946154508,"email":null,"price":10.50}',
    );
  });
});

it("reads scopes and subscriptions from a shopify.app.toml", () => {
  const toml = parseAppToml(`
    name = "Pin # Relay"
    [access_scopes]
    scopes = "read_products, read_orders" # two
    optional_scopes = ["read_markets"]
    [webhooks]
    api_version = "2026-10"
      [[webhooks.subscriptions]]
      topics = [
        "orders/create", # placed
        "orders/paid",
      ]
      uri = "/webhooks/orders"
      name = "orders"
      [[webhooks.subscriptions]]
      compliance_topics = ["shop/redact"]
      uri = "/webhooks/compliance"
  `);

  expect(toml).toEqual({
    scopes: ["read_products", "read_orders"],
    optionalScopes: ["read_markets"],
    subscriptions: [
      { topic: "orders/create", uri: "/webhooks/orders", name: "orders" },
      { topic: "orders/paid", uri: "/webhooks/orders", name: "orders" },
      { topic: "shop/redact", uri: "/webhooks/compliance", name: null },
    ],
  });
});

const tokenAnswerSchema = z.looseObject({
  access_token: z.string().optional(),
  refresh_token: z.string().optional(),
  error: z.string().optional(),
});

const graphqlAnswerSchema = z.looseObject({
  data: z.unknown().optional(),
  errors: z.unknown().optional(),
});

async function token(body: object, { shop = SHOP, type = "application/json" } = {}) {
  const response = await fetch(`${shopify.url}/admin/oauth/access_token`, {
    method: "POST",
    headers: { "content-type": type, "x-sandbox-shop": shop },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: tokenAnswerSchema.parse(await response.json()) };
}

async function graphql(
  query: string | undefined,
  options: { token?: string; shop?: string; version?: string; variables?: object } = {},
) {
  const { shop = SHOP, version = "2026-10", variables } = options;
  const accessToken = options.token ?? (await token(exchangeBody())).body.access_token ?? "";
  const response = await fetch(`${shopify.url}/admin/api/${version}/graphql.json`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "x-sandbox-shop": shop,
      "x-shopify-access-token": accessToken,
    },
    body: JSON.stringify({ query, variables }),
  });
  const body = graphqlAnswerSchema.parse(await response.json());
  return { status: response.status, headers: response.headers, body };
}

function control(method: string, path: string, body?: object) {
  return fetch(`${shopify.url}/sandbox/${path}`, {
    method,
    ...(body && { body: JSON.stringify(body) }),
  });
}

function matching({ message }: { message: RegExp }) {
  return { message: expect.stringMatching(message) };
}
