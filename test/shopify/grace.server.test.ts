import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { disconnect } from "~/conversions/connect.server";
import { lockEvent } from "~/conversions/snapshot-row.server";
import { recordBrowserSent, recordSnapshot, takeBrowserSent } from "~/conversions/snapshot.server";
import { endGrace } from "~/conversions/wait.server";
import { wakeOverdueShops } from "~/conversions/wake.server";
import { db } from "~/db.server";
import { toEventId, type ShopId } from "~/ids";
import { listJobs } from "~/jobs/list.server";
import { startQueue, stopQueue } from "~/queue.server";
import { parseOrder } from "~/shopify/order";
import { decideOrder } from "~/shopify/decide-order.server";
import { recordDecided, recordOrderWebhook } from "~/shopify/record-order.server";
import { recordUninstallWebhook } from "~/shopify/uninstall.server";
import { recordAttention } from "~/shops/connection.server";
import type { AppSettings } from "~/shops/app-settings";
import { findShopById } from "~/shops/shop.server";
import { HOUR_MS, SECOND_MS } from "~/time";

import { TEST_NOW } from "#test/support/clock";
import { emptyDatabase, somebodyWaits } from "#test/support/database";
import { deliver, states, takeWakeUps, useWorker, wakeUps } from "#test/support/delivery";
import { address, draft, shopifyOrderBody } from "#test/support/orders";
import { useLocalPinterest } from "#test/support/pinterest";
import { connectedShop } from "#test/support/shops";
import { livePixel, reportSnapshot, taken } from "#test/support/snapshots";
import { orderWebhook } from "#test/support/webhooks";

const pinterest = useLocalPinterest();
useWorker();

beforeAll(() => startQueue(listJobs(new AbortController().signal), "producer"));
afterAll(() => stopQueue(1_000));
beforeEach(async () => {
  await emptyDatabase();
  await takeWakeUps();
  await takeGraceEnds();
});

const EVENT_ID = (await draft()).draft.eventId;
const after = (seconds: number) => new Date(TEST_NOW.getTime() + seconds * SECOND_MS);

describe("an order of a shop whose pixel is live", () => {
  test("waits for its snapshot, with the draft kept and nobody woken to send it", async () => {
    const shopId = await liveShop();
    await placeOrder();
    expect(await states(shopId)).toEqual({ outbox: { waiting: 1 }, ledger: { waiting: 1 } });
    expect(await db.outboxRow.findMany()).toMatchObject([
      { eventId: EVENT_ID, nextAttemptAt: after(90), settledAt: null },
    ]);
    expect(await wakeUps(shopId)).toEqual([]);
    expect(await graceEnds(shopId)).toEqual([after(90)]);
    const [row] = await db.outboxRow.findMany();
    expect(JSON.stringify(row?.payload)).not.toMatch(/example\.com|203\.0\.113\.7|Lovelace/i);
  });

  test("goes at once where the snapshot is there, with what the browser knows", async () => {
    const shopId = await liveShop();
    await reportSnapshot(shopId, EVENT_ID);
    await placeOrder();
    expect(await states(shopId)).toEqual({ outbox: { pending: 1 }, ledger: { pending: 1 } });
    expect(await wakeUps(shopId)).toHaveLength(1);
    await deliver(shopId);
    expect((await pinterest.events())[0]?.event).toMatchObject({
      event_id: EVENT_ID,
      event_source_url: "https://demo.example/checkout?utm_source=pins",
      user_data: {
        click_id: "dj0yJnNuYXBzaG90",
        client_ip_address: "198.51.100.23",
        client_user_agent: "Mozilla/5.0 (snapshot)",
        external_id: [expect.any(String), expect.any(String)],
      },
    });
    expect(await db.ledgerLine.findMany()).toMatchObject([
      {
        browserSeen: true,
        consent: { source: "snapshot", flags: { marketing: true }, rule: null, policy: "send" },
      },
    ]);
  });

  test("goes as soon as the snapshot comes, exactly as if it had been there", async () => {
    const shopId = await liveShop();
    await placeOrder();
    await reportSnapshot(shopId, EVENT_ID, {}, after(7));
    expect(await states(shopId)).toEqual({ outbox: { pending: 1 }, ledger: { pending: 1 } });
    expect(await wakeUps(shopId)).toHaveLength(1);
    const late = await db.outboxRow.findFirstOrThrow();
    expect(late.nextAttemptAt).toEqual(after(7));

    await emptyDatabase();
    const again = await liveShop();
    await reportSnapshot(again, EVENT_ID);
    await placeOrder();
    expect((await db.outboxRow.findFirstOrThrow()).payload).toEqual(late.payload);
  });

  test("is stopped by a snapshot that says no, and nothing of it is kept", async () => {
    const shopId = await liveShop();
    await placeOrder();
    await reportSnapshot(shopId, EVENT_ID, { consent: { marketing: false } }, after(7));
    expect(await db.outboxRow.findMany()).toMatchObject([
      { state: "skipped", reason: "consent_denied", payload: null, sealed: null },
    ]);
    expect(await db.ledgerLine.findMany()).toMatchObject([
      {
        state: "skipped",
        reason: "consent_denied",
        settledAt: after(7),
        consent: { rule: "marketing_denied", policy: "skip", flags: { marketing: false } },
      },
    ]);
  });

  test("waits 90 seconds and not longer: then the choice is presumed", async () => {
    const shopId = await liveShop();
    await placeOrder();
    await endGrace(shopId, after(89));
    expect(await states(shopId)).toMatchObject({ outbox: { waiting: 1 } });
    await endGrace(shopId, after(90));
    expect(await states(shopId)).toEqual({ outbox: { pending: 1 }, ledger: { pending: 1 } });
    expect(await wakeUps(shopId)).toHaveLength(1);
    await deliver(shopId, { now: () => after(90) });
    expect((await pinterest.events())[0]?.event).toMatchObject({
      custom_data: { opt_out_type: "LDP" },
      user_data: { st: [expect.any(String)], country: [expect.any(String)] },
    });
    expect(await db.ledgerLine.findMany()).toMatchObject([
      {
        browserSeen: false,
        consent: { source: "none", flags: {}, rule: "presumed_denied", policy: "ldp" },
      },
    ]);
  });

  test.each([
    { presumedDenied: "send", becomes: "pending", reason: null },
    { presumedDenied: "ldp", becomes: "pending", reason: null },
    { presumedDenied: "skip", becomes: "skipped", reason: "presumed_denied" },
  ] as const)(
    "is $becomes without a snapshot where the setting says $presumedDenied",
    async (row) => {
      const shopId = await liveShop({ presumedDenied: row.presumedDenied });
      await placeOrder();
      await endGrace(shopId, after(90));
      expect(await db.ledgerLine.findMany()).toMatchObject([
        { state: row.becomes, reason: row.reason, consent: { policy: row.presumedDenied } },
      ]);
    },
  );

  test("waits as long as the setting says, and not at all where it says nought", async () => {
    const shopId = await liveShop({ graceSeconds: 5 });
    await placeOrder();
    expect(await db.outboxRow.findMany()).toMatchObject([{ nextAttemptAt: after(5) }]);
    await emptyDatabase();
    const hasty = await liveShop({ graceSeconds: 0 });
    await placeOrder();
    expect(await states(hasty)).toMatchObject({ outbox: { pending: 1 } });
    expect(shopId).not.toBe(hasty);
  });

  test("that comes twice while it waits is one order, decided once", async () => {
    const shopId = await liveShop();
    await placeOrder();
    await placeOrder({}, "orders/paid");
    await endGrace(shopId, after(90));
    await endGrace(shopId, after(91));
    expect(await reportSnapshot(shopId, EVENT_ID, {}, after(92))).toBe("recorded");
    expect(await states(shopId)).toEqual({ outbox: { pending: 1 }, ledger: { pending: 1 } });
    await deliver(shopId, { now: () => after(93) });
    await deliver(shopId, { now: () => after(94) });
    expect(await pinterest.events()).toHaveLength(1);
  });

  test("wakes the one that came after it, too", async () => {
    const shopId = await liveShop();
    await placeOrder();
    await placeOrder({ ...ANOTHER, checkout_token: "another" }, "orders/create", after(30));
    expect(await graceEnds(shopId)).toEqual([after(90)]);
    await takeGraceEnds();
    await endGrace(shopId, after(90));
    expect(await states(shopId)).toMatchObject({ outbox: { waiting: 1, pending: 1 } });
    expect(await graceEnds(shopId)).toEqual([after(120)]);
  });

  test("is found where its wake-up was lost", async () => {
    const shopId = await liveShop();
    await placeOrder();
    await takeGraceEnds();
    await wakeOverdueShops(after(89));
    expect(await graceEnds(shopId)).toEqual([]);
    await wakeOverdueShops(after(96));
    expect(await graceEnds(shopId)).toHaveLength(1);
  });

  test.each([
    { because: "it is a test order", changes: { test: true }, state: "skipped" },
    {
      because: "it is cancelled",
      changes: { cancelled_at: "2026-11-20T15:10:00Z" },
      state: "skipped",
    },
    { because: "its channel is off", changes: { source_name: "pos" }, state: "skipped" },
    { because: "it passed no checkout", changes: { checkout_token: null }, state: "pending" },
  ])("does not wait where $because", async ({ changes, state }) => {
    const shopId = await liveShop();
    await placeOrder(changes);
    expect(await states(shopId)).toEqual({ outbox: { [state]: 1 }, ledger: { [state]: 1 } });
  });

  test("does not wait where it was found at the platform later, and takes its snapshot along", async () => {
    const shopId = await liveShop();
    await record(shopId, "reconciliation");
    expect(await db.ledgerLine.findMany()).toMatchObject([
      { state: "pending", browserSeen: false, consent: { rule: "presumed_denied" } },
    ]);
  });

  test("waits where consent comes first, and goes when it was given", async () => {
    const shopId = await liveShop();
    const german = { billing_address: address({ country_code: "DE", province_code: null }) };
    await placeOrder(german);
    await reportSnapshot(shopId, EVENT_ID, {}, after(3));
    expect(await states(shopId)).toMatchObject({ outbox: { pending: 1 } });
  });

  test("is skipped after the grace where consent comes first", async () => {
    const shopId = await liveShop();
    await placeOrder({ billing_address: address({ country_code: "DE", province_code: null }) });
    await endGrace(shopId, after(90));
    expect(await db.ledgerLine.findMany()).toMatchObject([
      { state: "skipped", reason: "consent_unknown", consent: { rule: "unknown_where_required" } },
    ]);
  });
});

describe("an order of a shop whose pixel is not live", () => {
  test.each([
    { because: "it never spoke", pixelSeenAt: null },
    { because: "it has been silent for a day", pixelSeenAt: after(-86_400) },
  ])("goes at once where $because", async ({ pixelSeenAt }) => {
    const shopId = await connectedShop();
    await db.shop.update({ where: { id: shopId }, data: { pixelSeenAt } });
    await placeOrder();
    expect(await db.ledgerLine.findMany()).toMatchObject([
      { state: "pending", consent: { rule: "unknown_elsewhere", policy: "send" } },
    ]);
  });

  test("makes the pixel live with its first snapshot, to the minute", async () => {
    const shopId = await connectedShop();
    const seenAt = async () => (await findShopById(shopId))?.pixelSeenAt;
    await reportSnapshot(shopId, EVENT_ID);
    expect(await seenAt()).toEqual(TEST_NOW);
    await reportSnapshot(shopId, "co_2", {}, after(60));
    expect(await seenAt()).toEqual(TEST_NOW);
    await reportSnapshot(shopId, "co_3", {}, after(61));
    expect(await seenAt()).toEqual(after(61));
  });
});

describe("while an order waits", () => {
  test("a cancellation stops it, and no snapshot brings it back", async () => {
    const shopId = await liveShop();
    await placeOrder();
    await placeOrder({ cancelled_at: "2026-11-20T15:29:00Z" }, "orders/cancelled", after(5));
    await reportSnapshot(shopId, EVENT_ID, {}, after(6));
    await endGrace(shopId, after(90));
    expect(await db.outboxRow.findMany()).toMatchObject([
      { state: "skipped", reason: "cancelled_order", payload: null, sealed: null },
    ]);
    expect(await db.ledgerLine.findMany()).toMatchObject([{ reason: "cancelled_order" }]);
  });

  test("an uninstall stops it", async () => {
    const shopId = await liveShop();
    await placeOrder();
    const webhook = { ...orderWebhook({}), topic: "app/uninstalled", triggeredAt: after(5) };
    await recordUninstallWebhook(webhook, after(5));
    await endGrace(shopId, after(90));
    expect(await db.outboxRow.findMany()).toMatchObject([
      { state: "skipped", reason: "uninstalled", payload: null, sealed: null },
    ]);
  });

  test.each([
    { because: "was disconnected", stop: (shopId: ShopId) => disconnect(shopId, after(5)) },
    {
      because: "came to need the merchant",
      stop: (shopId: ShopId) => recordAttention(db, shopId, 1, "token_refused"),
    },
  ])("a connection that $because holds it", async ({ stop }) => {
    const shopId = await liveShop();
    await placeOrder();
    await stop(shopId);
    await endGrace(shopId, after(90));
    expect(await states(shopId)).toEqual({ outbox: { held: 1 }, ledger: { held: 1 } });
    expect(await wakeUps(shopId)).toEqual([]);
  });

  test("the browser's own event is noted, and is no snapshot", async () => {
    const shopId = await liveShop();
    await placeOrder();
    await sentByBrowser(shopId, after(2));
    expect(await states(shopId)).toMatchObject({ outbox: { waiting: 1 } });
    await reportSnapshot(shopId, EVENT_ID, {}, after(3));
    expect(await db.outboxRow.findMany()).toMatchObject([{ state: "pending", browserSent: true }]);
  });
});

describe("a snapshot that comes after the decision", () => {
  test("marks the row and the line, so that the hour counts", async () => {
    const shopId = await liveShop();
    await placeOrder();
    await endGrace(shopId, after(90));
    await reportSnapshot(shopId, EVENT_ID, {}, after(100));
    await sentByBrowser(shopId, after(101));
    await sentByBrowser(shopId, after(102));
    expect(await db.outboxRow.findMany()).toMatchObject([{ state: "pending", browserSent: true }]);
    expect(await db.ledgerLine.findMany()).toMatchObject([{ browserSeen: true }]);
    expect(await db.consentSnapshot.findMany()).toMatchObject([
      { browserSent: true, browserSentAt: after(101), marketing: true, receivedAt: after(100) },
    ]);
    await deliver(shopId, { now: () => new Date(TEST_NOW.getTime() + HOUR_MS) });
    expect(await states(shopId)).toEqual({ outbox: { expired: 1 }, ledger: { expired: 1 } });
  });

  test("stops what has not left where it says no", async () => {
    const shopId = await liveShop();
    await placeOrder();
    await endGrace(shopId, after(90));
    await reportSnapshot(shopId, EVENT_ID, { consent: { marketing: false } }, after(100));
    expect(await db.outboxRow.findMany()).toMatchObject([
      { state: "skipped", reason: "consent_denied", payload: null, sealed: null },
    ]);
    expect(await db.ledgerLine.findMany()).toMatchObject([
      {
        state: "skipped",
        reason: "consent_denied",
        settledAt: after(100),
        consent: { source: "snapshot", rule: "marketing_denied", place: "US-NY" },
      },
    ]);
  });

  test("limits what has not left where the sale was denied", async () => {
    const shopId = await liveShop({ presumedDenied: "send" });
    await placeOrder();
    await endGrace(shopId, after(90));
    const consent = { marketing: true, saleOfData: false };
    await reportSnapshot(shopId, EVENT_ID, { consent }, after(100));
    expect(await db.outboxRow.findMany()).toMatchObject([
      { state: "pending", payload: { isDataUseLimited: true, eventName: "checkout" } },
    ]);
    expect(await db.ledgerLine.findMany()).toMatchObject([
      { state: "pending", consent: { rule: "sale_of_data_denied", policy: "ldp" } },
    ]);
  });

  test("changes nothing that has left", async () => {
    const shopId = await liveShop();
    await placeOrder();
    await endGrace(shopId, after(90));
    await deliver(shopId, { now: () => after(91) });
    await reportSnapshot(shopId, EVENT_ID, { consent: { marketing: false } }, after(100));
    expect(await states(shopId)).toEqual({ outbox: { delivered: 1 }, ledger: { delivered: 1 } });
    expect(await db.ledgerLine.findMany()).toMatchObject([
      { browserSeen: true, consent: { rule: "presumed_denied" } },
    ]);
  });
});

describe("in coexistence", () => {
  test("a waiting order goes under the other pixel's id when the snapshot names it", async () => {
    const shopId = await liveShop({ mode: "coexistence" });
    await placeOrder();
    await reportSnapshot(shopId, EVENT_ID, { eventId: "sh-other-1" }, after(5));
    expect(await db.outboxRow.findMany()).toMatchObject([
      { eventId: "sh-other-1", state: "pending", payload: { eventId: "sh-other-1" } },
    ]);
    expect(await db.ledgerLine.findMany()).toMatchObject([
      { eventId: "sh-other-1", state: "pending", browserSeen: true },
    ]);
    await deliver(shopId, { now: () => after(6) });
    expect((await pinterest.events())[0]?.event).toMatchObject({ event_id: "sh-other-1" });
  });

  test("two checkouts that name one event of the other pixel are one event", async () => {
    const shopId = await liveShop({ mode: "coexistence" });
    await placeOrder();
    await placeOrder({ ...ANOTHER, checkout_token: "another" });
    const others = (await draft({ ...ANOTHER, checkout_token: "another" })).draft.eventId;
    await reportSnapshot(shopId, EVENT_ID, { eventId: "sh-other-1" }, after(5));
    await reportSnapshot(shopId, others, { eventId: "sh-other-1" }, after(6));
    expect(await states(shopId)).toEqual({ outbox: { pending: 1 }, ledger: { pending: 2 } });
  });

  test("a waiting order without a snapshot is not sent, because it would be counted twice", async () => {
    const shopId = await liveShop({ mode: "coexistence" });
    await placeOrder();
    await endGrace(shopId, after(90));
    expect(await db.ledgerLine.findMany()).toMatchObject([
      { state: "skipped", reason: "no_snapshot" },
    ]);
  });
});

describe("a webhook and a snapshot at the same time", () => {
  test("decide the order once where the webhook is first by a hair", async () => {
    const shopId = await liveShop();
    const [written, order] = [gate(), gate()];
    const decided = await decideFor(shopId);
    const webhook = db.$transaction(async (tx) => {
      await recordDecided(tx, decided.shop, decided);
      written.open();
      await order.isOpen;
    });
    await written.isOpen;
    const snapshot = reportSnapshot(shopId, EVENT_ID, {}, after(1));
    await expect.poll(() => somebodyWaits()).toBe(true);
    order.open();
    await Promise.all([webhook, snapshot]);
    expect(await states(shopId)).toEqual({ outbox: { pending: 1 }, ledger: { pending: 1 } });
  });

  test("decide the order once where the snapshot is first by a hair", async () => {
    const shopId = await liveShop();
    const [written, pixel] = [gate(), gate()];
    const message = await taken();
    // Decided before the snapshot is there, recorded after it.
    const decided = await decideFor(shopId);
    const snapshot = db.$transaction(async (tx) => {
      await recordSnapshot(tx, shopId, toEventId(EVENT_ID), message, after(1));
      written.open();
      await pixel.isOpen;
    });
    await written.isOpen;
    const webhook = db.$transaction((tx) => recordDecided(tx, decided.shop, decided));
    await expect.poll(() => somebodyWaits()).toBe(true);
    pixel.open();
    await Promise.all([webhook, snapshot]);
    expect(await states(shopId)).toEqual({ outbox: { pending: 1 }, ledger: { pending: 1 } });
    expect(await db.ledgerLine.findMany()).toMatchObject([
      { browserSeen: true, consent: { source: "snapshot" } },
    ]);
  });

  test("leave the browser's own report known where it comes while a decided order is recorded", async () => {
    const shopId = await liveShop();
    await reportSnapshot(shopId, EVENT_ID, {}, TEST_NOW);
    const [written, order] = [gate(), gate()];
    const decided = await decideFor(shopId);
    expect(decided.order.decision.kind).toBe("send");
    const webhook = db.$transaction(async (tx) => {
      await recordDecided(tx, decided.shop, decided);
      written.open();
      await order.isOpen;
    });
    await written.isOpen;
    const report = sentByBrowser(shopId, after(1));
    await expect.poll(() => somebodyWaits()).toBe(true);
    order.open();
    await Promise.all([webhook, report]);
    expect(await db.outboxRow.findMany()).toMatchObject([{ browserSent: true }]);
  });

  test("leave the browser's own report known where it comes before a decided order is recorded", async () => {
    const shopId = await liveShop();
    await reportSnapshot(shopId, EVENT_ID, {}, TEST_NOW);
    const decided = await decideFor(shopId);
    await sentByBrowser(shopId, after(1));
    await db.$transaction((tx) => recordDecided(tx, decided.shop, decided));
    expect(await db.outboxRow.findMany()).toMatchObject([{ browserSent: true }]);
  });

  test("leave the browser's own report known where the webhook comes while it is being told", async () => {
    const shopId = await liveShop();
    await reportSnapshot(shopId, EVENT_ID, {}, TEST_NOW);
    const [written, pixel] = [gate(), gate()];
    const report = db.$transaction(async (tx) => {
      await recordBrowserSent(tx, shopId, toEventId(EVENT_ID), after(1), after(1));
      written.open();
      await pixel.isOpen;
    });
    await written.isOpen;
    const webhook = placeOrder();
    await expect.poll(() => somebodyWaits()).toBe(true);
    pixel.open();
    await Promise.all([webhook, report]);
    expect(await db.outboxRow.findMany()).toMatchObject([{ browserSent: true }]);
  });

  test("leave no order waiting and decide none twice, thirty at once", async () => {
    const shopId = await liveShop();
    const tokens = Array.from({ length: 30 }, (_, index) => index + 1);
    await Promise.all(
      tokens.map(async (number) => {
        const body = {
          admin_graphql_api_id: `gid://shopify/Order/${number}`,
          checkout_token: `race-${number}`,
        };
        const { eventId } = (await draft(body)).draft;
        await Promise.all([placeOrder(body), reportSnapshot(shopId, eventId)]);
      }),
    );
    expect(await states(shopId)).toEqual({ outbox: { pending: 30 }, ledger: { pending: 30 } });
    expect(await db.ledgerLine.count({ where: { browserSeen: true } })).toBe(30);
  });

  test("and the end of the grace, too: whoever is first decides", async () => {
    const shopId = await liveShop();
    await placeOrder();
    await Promise.all([
      endGrace(shopId, after(90)),
      reportSnapshot(shopId, EVENT_ID, {}, after(90)),
      endGrace(shopId, after(90)),
    ]);
    expect(await states(shopId)).toEqual({ outbox: { pending: 1 }, ledger: { pending: 1 } });
  });
});

describe("whoever locks an event has the shop's row behind them", () => {
  test.each([
    {
      because: "a shop's first order or message makes its erasure key",
      shop: { sealedErasureKey: null },
      act: (shopId: ShopId) => reportSnapshot(shopId, EVENT_ID),
    },
    {
      because: "a message after a rest renews the pixel's sign of life",
      shop: { pixelSeenAt: after(-3_600) },
      act: (shopId: ShopId) => reportSnapshot(shopId, EVENT_ID),
    },
    {
      because: "an order that is recorded alone makes the key, too",
      shop: { sealedErasureKey: null },
      act: (shopId: ShopId) => record(shopId, "webhook"),
    },
  ])("$because", async ({ act, shop }) => {
    const shopId = await liveShop();
    await db.shop.update({ where: { id: shopId }, data: shop });
    const acting = await db.$transaction(async (tx) => {
      await tx.shop.update({ where: { id: shopId }, data: { pixelSeenAt: TEST_NOW } });
      const promise = act(shopId);
      await expect.poll(() => somebodyWaits()).toBe(true);
      await lockEvent(tx, shopId, EVENT_ID);
      return { promise };
    });
    await acting.promise;
  });
});

const ANOTHER = { admin_graphql_api_id: "gid://shopify/Order/2" };

/** A connected shop whose pixel spoke just now. */
async function liveShop(app: Partial<AppSettings> = {}): Promise<ShopId> {
  const shopId = await connectedShop();
  await livePixel(shopId);
  await takeWakeUps();
  await db.shop.update({ where: { id: shopId }, data: { settings: { app } } });
  return shopId;
}

async function placeOrder(
  changes: Record<string, unknown> = {},
  topic = "orders/create",
  now = TEST_NOW,
): Promise<void> {
  await recordOrderWebhook(orderWebhook(shopifyOrderBody(changes), { topic }), now);
}

async function decideFor(shopId: ShopId, receivedBy: "webhook" | "reconciliation" = "webhook") {
  const shop = await findShopById(shopId);
  const order = parseOrder(shopifyOrderBody());
  if (!shop || order.kind === "unreadable") throw new Error("the test has no order");
  return { shop, ...(await decideOrder(shop, order.value, receivedBy, TEST_NOW)) };
}

async function record(shopId: ShopId, receivedBy: "webhook" | "reconciliation"): Promise<void> {
  const { shop, ...decided } = await decideFor(shopId, receivedBy);
  await db.$transaction((tx) => recordDecided(tx, shop, decided));
}

function sentByBrowser(shopId: ShopId, at: Date) {
  return takeBrowserSent(shopId, toEventId(EVENT_ID), at, at);
}

/** When a shop's waiting orders are looked at. */
async function graceEnds(shopId: ShopId): Promise<Date[]> {
  const jobs = await db.$queryRaw<{ start_after: Date }[]>`
    SELECT start_after FROM pgboss.job
     WHERE name = 'end-grace' AND state = 'created' AND data->>'shopId' = ${shopId}`;
  return jobs.map(({ start_after }) => start_after);
}

async function takeGraceEnds(): Promise<void> {
  await db.$executeRaw`DELETE FROM pgboss.job WHERE name = 'end-grace'`;
}

function gate() {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { isOpen: promise, open: resolve };
}
