import { readFileSync } from "node:fs";

import { Session } from "@shopify/shopify-api";
import pino from "pino";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";

import { disconnect, tryConnection } from "~/conversions/connect.server";
import { db } from "~/db.server";
import { env } from "~/env.server";
import { listJobs } from "~/jobs/list.server";
import { log } from "~/log.server";
import { postEvents } from "~/pinterest/events.server";
import { startQueue, stopQueue } from "~/queue.server";
import { answerWebhook } from "~/shopify/answer-webhook.server";
import { recordOrderWebhook } from "~/shopify/record-order.server";
import { recordShopWebhook } from "~/shopify/record-shop.server";
import { SealedSessionStorage } from "~/shopify/session-storage.server";
import { HOUR_MS } from "~/time";

import { TEST_NOW } from "#test/support/clock";
import { emptyDatabase } from "#test/support/database";
import { deliver, useWorker } from "#test/support/delivery";
import { findLeaks, personalValues, tableTexts } from "#test/support/leaks";
import { shopifyOrderBody } from "#test/support/orders";
import { useLocalPinterest } from "#test/support/pinterest";
import { connectedShop, CREDENTIALS, installedShop } from "#test/support/shops";
import { orderWebhook, webhookRequest } from "#test/support/webhooks";

type Body = Readonly<Record<string, unknown>>;

const SAMPLE = fixture("orders_create_sample.json");
const REALISTIC = fixture("orders_create_realistic_synthetic.json");
const BODIES = [SAMPLE, REALISTIC, shopifyOrderBody()];

const TOKENS = [CREDENTIALS.conversionToken, "shpat_first_token", "shprt_first_token"];
const PERSONAL = [...new Set(BODIES.flatMap(personalValues))];

/** What Pinterest gets unhashed, and the landing page with the click id, which nobody else gets. */
const PLAIN = BODIES.flatMap((body) => plainValues(body));

/** Makes a fixture an order of this very hour that nothing speaks against. */
const FRESH = {
  test: false,
  cancelled_at: null,
  processed_at: "2026-11-20T15:00:00Z",
  created_at: "2026-11-20T15:00:00Z",
  source_name: "web",
  financial_status: "paid",
};

const pinterest = useLocalPinterest();
useWorker();

let lines = "";
let number = 0;

beforeAll(async () => {
  await emptyDatabase();
  await startQueue(listJobs(new AbortController().signal), "producer");
});
afterAll(() => stopQueue(1_000));

test("the fixtures have something to look for", () => {
  expect(PERSONAL.length).toBeGreaterThan(20);
  expect(PERSONAL).toEqual(expect.arrayContaining(["jon@example.com", "Ada@Example.com"]));
  expect(PLAIN.length).toBeGreaterThan(2);
});

describe("after orders met every fate", () => {
  let bodies: { place: string; text: string }[];

  beforeAll(async () => {
    const stream: pino.DestinationStream = Reflect.get(log, pino.symbols.streamSym);
    vi.spyOn(stream, "write").mockImplementation((line) => void (lines += line));
    log.level = "trace";
    try {
      bodies = await everyFate();
    } finally {
      log.level = "silent";
    }
  });

  test("they did", async () => {
    const states = await db.ledgerLine.groupBy({ by: ["state"], orderBy: { state: "asc" } });
    expect(states.map(({ state }) => state)).toEqual([
      "dead_letter",
      "delivered",
      "expired",
      "held",
      "pending",
      "skipped",
    ]);
    const reasons = await db.ledgerLine.groupBy({ by: ["reason"], where: { state: "skipped" } });
    expect(reasons.map(({ reason }) => reason)).toEqual(
      expect.arrayContaining([
        "test_order",
        "cancelled_order",
        "not_connected",
        "uninstalled",
        "unreadable_order",
      ]),
    );
    expect(lines).toContain("delivered a batch");
  });

  test("no table of any schema has a readable word of the buyers, or a token", async () => {
    expect(await findLeaks(tableTexts(databaseUrl()), [...PERSONAL, ...PLAIN, ...TOKENS])).toEqual(
      [],
    );
  });

  test("no line of the log has one", async () => {
    expect(await findLeaks(one("log", lines), [...PERSONAL, ...PLAIN, ...TOKENS])).toEqual([]);
  });

  test("no body that left has one but IP address, user agent and click id", async () => {
    const values = PERSONAL.filter((value) => !PLAIN.includes(value));
    expect(bodies.length).toBeGreaterThan(3);
    expect(await findLeaks(each(bodies), [...values, ...TOKENS])).toEqual([]);
    expect((await findLeaks(each(bodies), PLAIN)).length).toBeGreaterThan(0);
  });
});

describe("the search finds what was planted", () => {
  test.each([
    { value: "jon@example.com", sql: `UPDATE ledger_lines SET "orderName" = $1` },
    { value: "JON@EXAMPLE.COM", sql: `UPDATE outbox SET "lastError" = 'Refused ' || $1::text` },
    {
      value: "jon@example.com",
      sql: `UPDATE outbox SET payload = jsonb_build_object('em', $1::text)`,
    },
    {
      value: "jon@example.com",
      sql: `UPDATE pgboss.job SET data = jsonb_build_object($1::text, 1)`,
    },
    {
      value: '{"note":"O\\"Brien <jon@example.com>"}',
      sql: `UPDATE pgboss.job SET output = jsonb_build_object('message', $1::text)`,
    },
  ])("$sql", async ({ value, sql }) => {
    await db
      .$transaction(async (tx) => {
        const planted = await tx.$executeRawUnsafe(sql, value);
        expect(planted).toBeGreaterThan(0);
        const [found] = await tx.$queryRawUnsafe<{ text: string }[]>(
          `SELECT string_agg(to_json(t)::text, ' ') AS text FROM ${tableOf(sql)} t`,
        );
        const leaks = await findLeaks(one(tableOf(sql), found?.text ?? ""), ["jon@example.com"]);
        expect(leaks).toEqual([{ place: tableOf(sql), value: "jon@example.com" }]);
        throw new RangeError("undone");
      })
      .catch((fault: unknown) => {
        if (!(fault instanceof RangeError)) throw fault;
      });
  });

  test("in the tables as they are read", async () => {
    const [line] = await db.ledgerLine.findMany({ take: 1 });
    await db.ledgerLine.updateMany({
      where: { id: line?.id ?? 0n },
      data: { orderName: "Order of Jon@Example.com" },
    });
    expect(await findLeaks(tableTexts(databaseUrl()), PERSONAL)).toEqual([
      { place: "public.ledger_lines", value: "jon@example.com" },
    ]);
  });

  test("in a text, in any case, and escaped for JSON or a URL", async () => {
    const text = `JON@example.com /?to=zo%C3%AB%40example.com {"name":"O\\"Brien"}`;
    const values = ["jon@example.com", "zoë@example.com", 'O"Brien', "nobody@example.com"];
    expect(await findLeaks(one("here", text), values)).toEqual(
      values.slice(0, 3).map((value) => ({ place: "here", value })),
    );
  });
});

/** Records and delivers the fixtures in all the ways there are, and gives the bodies that left. */
async function everyFate(): Promise<{ place: string; text: string }[]> {
  const shopId = await connectedShop();
  await new SealedSessionStorage().storeSession(
    new Session({
      id: "offline_demo.myshopify.com",
      shop: "demo.myshopify.com",
      state: "",
      isOnline: false,
      accessToken: "shpat_first_token",
      refreshToken: "shprt_first_token",
    }),
  );
  for (const body of BODIES) {
    // As they are: tests, cancelled, too old.
    await record(body);
    await record({ ...body, ...FRESH });
    await record({ ...body, ...FRESH, test: true });
    await record({ ...body, ...FRESH, cancelled_at: "2026-11-20T15:10:00Z" });
    await record({ ...body, ...FRESH, line_items: "unreadable" });
    await record({ ...body, admin_graphql_api_id: null, customer: "unreadable" });
  }
  await deliver(shopId);
  await tryConnection(shopId, TEST_NOW);

  for (const body of BODIES) await record({ ...body, ...FRESH });
  await pinterest.fail({ kind: "partial", everyNth: 1, message: "Bad event_time.", calls: 1 });
  await deliver(shopId);

  await record({ ...REALISTIC, ...FRESH });
  await db.outboxRow.updateMany({
    where: { state: "pending" },
    data: { browserSent: true, occurredAt: new Date(TEST_NOW.getTime() - 2 * HOUR_MS) },
  });
  await deliver(shopId);

  // What cannot leave: a broken wire, a fault of the database, a row that no longer fits.
  const pausedId = await connectedShop({}, "paused.myshopify.com");
  await record({ ...REALISTIC, ...FRESH }, "paused.myshopify.com");
  await pinterest.fail({ kind: "broken_after", calls: 1 });
  await deliver(pausedId);

  const faultyId = await connectedShop({}, "faulty.myshopify.com");
  await record({ ...REALISTIC, ...FRESH }, "faulty.myshopify.com");
  await db.outboxRow.updateMany({ where: { shopId: faultyId }, data: { payload: { em: 1 } } });
  await deliver(faultyId);
  await db.$executeRaw`ALTER TABLE webhook_receipts RENAME TO gone`;
  await answerWebhook(webhookRequest(JSON.stringify({ ...REALISTIC, ...FRESH })), (webhook, now) =>
    recordOrderWebhook(webhook, now),
  );
  await db.$executeRaw`ALTER TABLE gone RENAME TO webhook_receipts`;
  await expect(
    deliver(faultyId, {
      post: (credentials, events) => postEvents(credentials, events, { isTest: false }),
    }),
  ).resolves.toBeUndefined();

  // What may not leave: refused, disconnected, cancelled, uninstalled, never connected.
  const refusedId = await connectedShop({}, "refused.myshopify.com");
  await record({ ...SAMPLE, ...FRESH }, "refused.myshopify.com");
  await pinterest.allow(CREDENTIALS.conversionToken, []);
  await deliver(refusedId);
  await pinterest.allow(CREDENTIALS.conversionToken, [CREDENTIALS.adAccountId]);

  const closedId = await connectedShop({}, "closed.myshopify.com");
  await record({ ...SAMPLE, ...FRESH }, "closed.myshopify.com");
  await disconnect(closedId, TEST_NOW);

  const goneId = await connectedShop({}, "gone.myshopify.com");
  await record({ ...SAMPLE, ...FRESH }, "gone.myshopify.com");
  const uninstalled = { topic: "app/uninstalled", shopDomain: "gone.myshopify.com" };
  await recordShopWebhook(orderWebhook({}, uninstalled), TEST_NOW);
  await deliver(goneId);

  await installedShop("unconnected.myshopify.com");
  await record({ ...SAMPLE, ...FRESH }, "unconnected.myshopify.com");

  const calls = await pinterest.calls();
  return calls.map(({ id, rawBody }) => ({ place: `call ${id}`, text: rawBody }));
}

/** Every order is another one, whatever its fixture. */
async function record(body: Body, shopDomain?: string): Promise<void> {
  number += 1;
  const numbered = {
    ...body,
    ...(body["admin_graphql_api_id"] === null
      ? {}
      : { admin_graphql_api_id: `gid://shopify/Order/${number}` }),
    ...(body["checkout_token"]
      ? { checkout_token: `${String(body["checkout_token"])}${number}` }
      : {}),
  };
  const webhook = orderWebhook(numbered, {
    webhookId: `webhook-${number}`,
    dedupeKey: `event-${number}`,
    ...(shopDomain ? { shopDomain } : {}),
  });
  await recordOrderWebhook(webhook, TEST_NOW);
}

/** What is sent as it is. */
function plainValues(body: Body): string[] {
  const { browser_ip: browserIp, client_details: details, landing_site: landing } = body;
  const agent = typeof details === "object" && details !== null ? Object.values(details) : [];
  const clickId = /epik=([^&]+)/.exec(String(landing))?.[1];
  return [browserIp, ...agent, clickId].filter(
    (value) => typeof value === "string" && value.length >= 5,
  );
}

function tableOf(sql: string): string {
  return sql.split(" ")[1] ?? "";
}

function fixture(name: string): Body {
  return JSON.parse(readFileSync(new URL(`./fixtures/${name}`, import.meta.url), "utf8"));
}

function databaseUrl(): string {
  return env.DATABASE_URL ?? "";
}

async function* one(place: string, text: string) {
  yield { place, text };
}

async function* each(texts: readonly { place: string; text: string }[]) {
  yield* texts;
}
