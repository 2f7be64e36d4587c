import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { brand } from "~/brand";
import {
  countsOf,
  INGEST_EVENTS_MAX,
  INGEST_MIB_MAX,
  takeIngestRequest,
} from "~/conversions/ingest-request.server";
import { eraseCustomer } from "~/privacy/erase-customer.server";
import { listLedger } from "~/conversions/ledger.server";
import type { TakenElement } from "~/conversions/take-ingested.server";
import { db } from "~/db.server";
import type { ShopId } from "~/ids";
import { listJobs } from "~/jobs/list.server";
import { ingestMessage } from "~/messages/ingest-message";
import { startQueue, stopQueue } from "~/queue.server";
import { recordOrderWebhook } from "~/shopify/record-order.server";
import { recordAttention } from "~/shops/connection.server";
import {
  createIngestSecret,
  listIngestSecrets,
  revokeIngestSecret,
} from "~/shops/ingest-secret.server";
import { recordUninstall } from "~/shops/shop.server";
import { DAY_MS } from "~/time";

import { TEST_NOW } from "#test/support/clock";
import { emptyDatabase } from "#test/support/database";
import { deliver, states, takeWakeUps, useWorker, wakeUps } from "#test/support/delivery";
import { shopifyOrderBody } from "#test/support/orders";
import { useLocalPinterest } from "#test/support/pinterest";
import { sha256Hex } from "#test/support/sha256";
import { connectedShop, installedShop, SHOP_DOMAIN } from "#test/support/shops";
import { orderWebhook } from "#test/support/webhooks";

const pinterest = useLocalPinterest();
useWorker();

beforeAll(() => startQueue(listJobs(new AbortController().signal), "producer"));
afterAll(() => stopQueue(1_000));
beforeEach(async () => {
  await emptyDatabase();
  await takeWakeUps();
});

describe("events of a merchant's own server", () => {
  test("reach Pinterest once each, however often they are sent", async () => {
    const { shopId, secret } = await sender();
    const events = [
      event("add_to_cart", "1"),
      event("add_payment_info", "T-1"),
      // The same id under another name is another act.
      event("checkout", "T-1", { order: { id: "T-1", value: 10, currency: "USD" } }),
      event("checkout", "no-order-id"),
    ];
    expect(await sent(secret, events)).toEqual(Array(4).fill("accepted"));
    expect(await wakeUps(shopId)).toHaveLength(1);
    expect(await sent(secret, events)).toEqual(Array(4).fill("already_reported"));
    await deliver(shopId);

    const received = await pinterest.events();
    expect(received.map(({ eventName, result }) => [eventName, result.status]).toSorted()).toEqual([
      ["add_payment_info", "processed"],
      ["add_to_cart", "processed"],
      ["checkout", "processed"],
      ["checkout", "processed"],
    ]);
    expect(await db.ledgerLine.findMany()).toMatchObject([
      { orderId: "T-1", receivedBy: "ingest", state: "delivered", value: "10.00" },
    ]);
  });

  test("that stand twice in one body count once", async () => {
    const { secret } = await sender();
    const checkout = event("checkout", "T-1", { order: { id: "T-1" } });
    const other = { ...checkout, eventId: "T-2" };
    const twice = [event("search", "1"), event("search", "1"), checkout, checkout, other];
    expect(await sent(secret, twice)).toEqual([
      ...["accepted", "already_reported"],
      ...["accepted", "already_reported", "already_reported"],
    ]);
  });

  test("are taken once by ten requests at once", async () => {
    const { secret } = await sender();
    const events = Array.from({ length: 50 }, (_, index) => event("page_visit", `e-${index}`));
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, turn) =>
        sent(secret, turn % 2 === 0 ? events : events.toReversed()),
      ),
    );
    const accepted = answers.flat().filter((outcome) => outcome === "accepted");
    expect(accepted).toHaveLength(events.length);
    expect(await db.outboxRow.count()).toBe(events.length);
  });

  test("do not count an order again that Shopify reported, nor the other way round", async () => {
    const { shopId, secret } = await sender();
    await recordOrderWebhook(orderWebhook(shopifyOrderBody()), TEST_NOW);
    const same = event("checkout", "x", { order: { id: "820982911946154508" } });
    expect(await sent(secret, [same])).toEqual(["already_reported"]);

    expect(await sent(secret, [event("checkout", "y", { order: { id: 77 } })])).toEqual([
      "accepted",
    ]);
    const later = shopifyOrderBody({
      admin_graphql_api_id: "gid://shopify/Order/77",
      checkout_token: "other",
    });
    expect(await recordOrderWebhook(orderWebhook(later), TEST_NOW)).toBe("already_recorded");
    await deliver(shopId);
    expect(await pinterest.events()).toHaveLength(2);
  });

  test("leave the line of an order alone whose id they have under another name", async () => {
    const { shopId, secret } = await sender();
    await sent(secret, [event("checkout", "T-1", { order: { id: "T-1" } })]);
    await deliver(shopId);
    await sent(secret, [event("add_payment_info", "T-1")]);
    await deliver(shopId, { now: () => new Date(TEST_NOW.getTime() + 8 * DAY_MS) });

    expect(await states(shopId)).toEqual({
      outbox: { delivered: 1, expired: 1 },
      ledger: { delivered: 1 },
    });
    const { lines } = await listLedger(shopId, { state: null, olderThan: null, newerThan: null });
    expect(lines).toMatchObject([{ orderId: "T-1", state: "delivered", reason: null }]);
  });

  test("are skipped with their reason, and the reason is kept", async () => {
    const { secret } = await sender();
    const declined = event("search", "1", { consent: { marketing: false } });
    const german = event("search", "2", { user: { em: "a@b.example", country: "DE" } });
    expect(await taken(secret, [declined, german])).toMatchObject([
      { outcome: "skipped", reason: "consent_denied" },
      { outcome: "skipped", reason: "consent_unknown" },
    ]);
    expect(await db.outboxRow.findMany({ orderBy: { eventId: "asc" } })).toMatchObject([
      { state: "skipped", reason: "consent_denied", payload: null, sealed: null },
      { state: "skipped", reason: "consent_unknown", payload: null, sealed: null },
    ]);
  });

  test("wait while the connection needs the merchant", async () => {
    const { shopId, secret } = await sender();
    await recordAttention(db, shopId, 1, "token_refused");
    expect(await sent(secret, [event("search", "1")])).toEqual(["accepted"]);
    expect(await states(shopId)).toMatchObject({ outbox: { held: 1 } });
  });

  test("hold no readable personal data", async () => {
    const { secret } = await sender();
    const user = { em: "ada@example.com", ph: "+14155550132", ip: "203.0.113.7", userAgent: "Own" };
    await sent(secret, [event("search", "1", { user })]);
    const rows = JSON.stringify(await db.outboxRow.findMany(), (_, value: unknown) =>
      typeof value === "bigint" ? String(value) : value,
    );
    for (const text of ["ada@example.com", "4155550132", "203.0.113.7", "Own"]) {
      expect(rows).not.toContain(text);
    }
    expect(rows).toContain(sha256Hex("ada@example.com"));
  });

  test("of an erased customer go with the customer, and do not come back", async () => {
    const { shopId, secret } = await sender();
    const hers = event("add_to_cart", "1", { user: { em: "ada@example.com" } });
    const theirs = event("add_to_cart", "2", { user: { em: "other@example.com" } });
    await sent(secret, [hers, theirs]);
    const emails = [brand<string, "Sha256Hex">(sha256Hex("ada@example.com"))];
    const customer = { emails, externalIds: [], orderIds: [] };
    await db.$transaction((tx) => eraseCustomer(tx, shopId, customer, TEST_NOW));

    expect(await db.outboxRow.findMany()).toMatchObject([{ eventId: "2" }]);
    expect(await taken(secret, [hers])).toMatchObject([{ outcome: "skipped", reason: "erased" }]);
    expect(await db.outboxRow.count()).toBe(1);
  });
});

describe("1000 mixed events of which 50 are bad in 50 ways", () => {
  test("950 are taken, 50 are told what to mend, and a second send adds nothing", async () => {
    const { secret } = await sender();
    const good = Array.from({ length: 950 }, (_, index) => mixed(index));
    const bad = BAD.map((change, index) => ({ ...event("search", `bad-${index}`), ...change }));
    const body = [...good.slice(0, 500), ...bad, ...good.slice(500)];
    expect(body).toHaveLength(INGEST_EVENTS_MAX);

    const elements = await taken(secret, body);
    expect(countsOf(elements)).toMatchObject({ accepted: 950, refused: 50 });
    const sentences = elements.flatMap((element) =>
      element.outcome === "refused" ? [ingestMessage(element.refusal)] : [],
    );
    expect(sentences.every((sentence) => /^[A-Z].*\.$/.test(sentence))).toBe(true);
    expect(new Set(sentences).size).toBeGreaterThan(40);
    expect(await db.outboxRow.count()).toBe(950);

    expect(countsOf(await taken(secret, body))).toMatchObject({
      already_reported: 950,
      refused: 50,
    });
    expect(await db.outboxRow.count()).toBe(950);
  });
});

describe("a request that is no body of events", () => {
  test.each([
    { body: "{", kind: "not_json" },
    { body: "[]", kind: "not_a_body" },
    { body: "{}", kind: "not_a_body" },
    { body: '{"events":[]}', kind: "not_a_body" },
    { body: '{"events":[{}],"x":1}', kind: "not_a_body" },
    {
      body: `{"events":[${Array(INGEST_EVENTS_MAX + 1)
        .fill("{}")
        .join(",")}]}`,
      kind: "too_many",
    },
    { body: " ".repeat(INGEST_MIB_MAX * 1_024 * 1_024 + 1), kind: "too_large" },
  ])("is refused as $kind", async ({ body, kind }) => {
    const { secret } = await sender();
    expect((await takeIngestRequest(request(secret, body), TEST_NOW)).kind).toBe(kind);
    expect(await db.outboxRow.count()).toBe(0);
  });

  test("needs a valid secret of an installed shop, and takes nothing of another's", async () => {
    const { shopId, secret } = await sender();
    const other = await installedShop("other.myshopify.com");
    const body = JSON.stringify({ events: [event("search", "1")] });
    for (const wrong of ["", "wrong", secret.toUpperCase()]) {
      expect((await takeIngestRequest(request(wrong, body), TEST_NOW)).kind).toBe("unauthorized");
    }
    await takeIngestRequest(request(secret, body), TEST_NOW);
    expect(await db.outboxRow.count({ where: { shopId: other } })).toBe(0);

    await db.$transaction((tx) => recordUninstall(tx, "shopify", SHOP_DOMAIN, new Date()));
    expect((await takeIngestRequest(request(secret, body), TEST_NOW)).kind).toBe("unauthorized");
    const [stored] = await listIngestSecrets(shopId);
    await revokeIngestSecret(shopId, stored?.id ?? "");
    expect((await takeIngestRequest(request(secret, body), TEST_NOW)).kind).toBe("unauthorized");
  });

  test("is told to wait when a shop sends more than its share", async () => {
    const { secret } = await sender();
    const minute = new Date(TEST_NOW.getTime() + 3_600_000);
    const body = JSON.stringify({ events: Array(INGEST_EVENTS_MAX).fill(0) });
    const kinds: string[] = [];
    for (let turn = 0; turn <= 60; turn += 1) {
      kinds.push((await takeIngestRequest(request(secret, body), minute)).kind);
    }
    expect(kinds.filter((kind) => kind === "taken")).toHaveLength(60);
    expect(kinds.at(-1)).toBe("exhausted");
  });
});

/** A connected shop and a secret of it. */
async function sender(): Promise<{ shopId: ShopId; secret: string }> {
  const shopId = await connectedShop();
  const made = await createIngestSecret(shopId, TEST_NOW);
  return { shopId, secret: made.kind === "created" ? made.secret : expect.unreachable() };
}

function event(name: string, eventId: string, more: Record<string, unknown> = {}) {
  return { name, eventId, user: { em: "a@b.example", country: "US" }, ...more };
}

/** Web, offline and app events, in our own form and in that of Google Analytics 4. */
function mixed(index: number): Record<string, unknown> {
  const eventId = `good-${index}`;
  switch (index % 5) {
    case 0:
      return event("add_to_cart", eventId, {
        order: { currency: "EUR", value: index, items: [{ id: index, price: index }] },
      });
    case 1:
      return event("purchase", eventId, {
        params: { transaction_id: eventId, value: index, currency: "usd" },
      });
    case 2:
      return event("checkout", eventId, { actionSource: "offline", order: { id: eventId } });
    case 3:
      return event("app_open", eventId, { actionSource: "app_ios", app: { id: "1" } });
    default:
      return event("view_search_results", eventId, { params: { search_term: "scarf" } });
  }
}

function request(secret: string, body: string): Request {
  return new Request("http://127.0.0.1/ingest", {
    method: "POST",
    body,
    headers: { authorization: `Bearer ${secret}`, "content-type": "application/json" },
  });
}

async function taken(secret: string, events: readonly unknown[]): Promise<readonly TakenElement[]> {
  const answer = await takeIngestRequest(request(secret, JSON.stringify({ events })), TEST_NOW);
  return answer.kind === "taken" ? answer.elements : expect.unreachable(answer.kind);
}

async function sent(secret: string, events: readonly unknown[]): Promise<string[]> {
  return (await taken(secret, events)).map(({ outcome }) => outcome);
}

/** Fifty ways to be wrong. */
const BAD: readonly Record<string, unknown>[] = [
  { name: undefined },
  { name: "AddToCart" },
  { name: "pagevisit" },
  { name: "Purchase" },
  { name: "watchvideo" },
  { name: "ViewCategory" },
  { name: 7 },
  { name: ["search"] },
  { eventId: "" },
  { eventId: "x".repeat(256) },
  { eventId: { id: 1 } },
  { occurredAt: TEST_NOW.getTime() },
  { occurredAt: "yesterday" },
  { occurredAt: { seconds: 1 } },
  { url: "/cart" },
  { url: 7 },
  { url: ["https://a.example"] },
  { language: "?" },
  { language: {} },
  { actionSource: "website" },
  { actionSource: 1 },
  { consent: true },
  { consent: { marketing: "yes" } },
  { consent: { ads: true } },
  { consent: { saleOfData: 1 } },
  { user: "a@b.example" },
  { user: { email: "a@b.example" } },
  { user: { em: { address: "x" } } },
  { user: { ip: ["203.0.113.7"] } },
  { user: { userAgent: {} } },
  { order: { value: 1 } },
  { order: { value: 1, currency: "XYW" } },
  { order: { value: -1, currency: "USD" } },
  { order: { value: "12,50", currency: "USD" } },
  { order: { value: {}, currency: "USD" } },
  { order: { total: 1 } },
  { order: [] },
  { order: { items: {} } },
  { order: { items: [{ name: "no id" }] } },
  { order: { items: [{ id: 1, quantity: 0 }] } },
  { order: { items: [{ id: 1, amount: 0 }] } },
  { order: { items: [{ id: 1 }, { id: 2, price: -2 }] } },
  { app: { os: "x" } },
  { app: { installTime: TEST_NOW.getTime() } },
  { app: "shop" },
  { device: { wifi: "yes" } },
  { device: { color: "x" } },
  { params: { items: [{ item_name: "no id" }] } },
  { params: { value: "free", currency: "USD" } },
  { eventid: "1" },
];
