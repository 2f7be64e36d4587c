import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { ADDRESS_MESSAGES_PER_MINUTE_MAX } from "~/conversions/collect-request.server";
import {
  collectRecorder,
  SHOP_MESSAGES_PER_MINUTE_MAX,
} from "~/conversions/record-collected.server";
import { endGrace } from "~/conversions/wait.server";
import { brand } from "~/brand";
import { db } from "~/db.server";
import type { ShopId } from "~/ids";
import { listJobs } from "~/jobs/list.server";
import { eraseCustomer } from "~/privacy/erase-customer.server";
import { forgetByAge } from "~/privacy/retention.server";
import { startQueue, stopQueue } from "~/queue.server";
import { quotas } from "~/quota.server";
import { recordOrderWebhook } from "~/shopify/record-order.server";
import { recordAttention } from "~/shops/connection.server";
import { recordUninstall } from "~/shops/shop.server";
import { DAY_MS, HOUR_MS, SECOND_MS } from "~/time";

import { TEST_NOW } from "#test/support/clock";
import {
  collect,
  collectedAct,
  collectedCheckout,
  collectedResult,
  SHOPPER,
  shopWithPixel,
} from "#test/support/collect";
import { emptyDatabase } from "#test/support/database";
import { deliver, states, takeWakeUps, useWorker, wakeUps } from "#test/support/delivery";
import { whereFound } from "#test/support/every-row";
import { draft, shopifyOrderBody } from "#test/support/orders";
import { useLocalPinterest } from "#test/support/pinterest";
import { sha256Hex } from "#test/support/sha256";
import { installedShop, SHOP_DOMAIN } from "#test/support/shops";
import { livePixel } from "#test/support/snapshots";
import { orderWebhook } from "#test/support/webhooks";

const pinterest = useLocalPinterest();
useWorker();
beforeAll(() => startQueue(listJobs(new AbortController().signal), "producer"));
afterAll(() => stopQueue(1_000));
beforeEach(async () => {
  await emptyDatabase();
  await takeWakeUps();
});

const CHECKOUT_ID = (await draft()).draft.eventId;
const after = (ms: number) => new Date(TEST_NOW.getTime() + ms);

describe("an act that the pixel reports", () => {
  test("reaches Pinterest once, with what the request shows of the browser", async () => {
    const { key, shopId } = await shopWithPixel();
    const act = collectedAct(key, { emailSha256: "a".repeat(64), country: "US", region: "NY" });
    expect(await collect(act)).toEqual({ kind: "recorded" });
    expect(await collect(act)).toEqual({ kind: "already_recorded" });
    expect(await wakeUps(shopId)).toHaveLength(1);
    await deliver(shopId);

    expect((await pinterest.events()).map(({ event }) => event)).toEqual([
      {
        event_name: "add_to_cart",
        action_source: "web",
        event_time: TEST_NOW.getTime() / SECOND_MS - 1,
        event_id: act.eventId,
        event_source_url: "https://demo.myshopify.com/products/scarf?utm_source=pins",
        user_data: {
          em: ["a".repeat(64)],
          external_id: [sha256Hex("2f0a7c3e-client")],
          country: [sha256Hex("us")],
          st: [sha256Hex("ny")],
          click_id: "dj0yJmNvbGxlY3Q",
          client_ip_address: SHOPPER.clientIp,
          client_user_agent: SHOPPER.userAgent,
        },
        custom_data: {
          currency: "USD",
          value: "45.00",
          num_items: 1,
          content_ids: ["808"],
          contents: [{ id: "808", item_name: "Scarf - Green", item_price: "50.00", quantity: 1 }],
        },
      },
    ]);
    expect(await db.ledgerLine.count()).toBe(0);
  });

  test("is written once by two processes that get it ten times at once", async () => {
    const { key } = await shopWithPixel();
    const [one, other] = [collectRecorder(), collectRecorder()];
    const messages = Array.from({ length: 40 }, (_, index) =>
      collectedAct(key, { eventId: `sh-${index % 4}` }),
    );
    const fates = await Promise.all(
      messages.map((message, index) =>
        (index % 2 === 0 ? one : other)({ message, sender: SHOPPER, now: TEST_NOW }),
      ),
    );
    expect(fates.filter(({ kind }) => kind === "recorded")).toHaveLength(4);
    expect(await db.outboxRow.count()).toBe(4);
  });

  test("has its time by our clock, whatever the browser's says", async () => {
    const { key } = await shopWithPixel();
    const times = {
      occurredAt: "2031-01-01T00:00:00.000Z",
      sentAt: "2031-01-01T00:05:00.000Z",
    };
    await collect(collectedAct(key, times));
    const ahead = { occurredAt: "2031-01-01T00:05:00.000Z", sentAt: "2031-01-01T00:00:00.000Z" };
    await collect(collectedAct(key, { ...ahead, eventId: "ahead" }));
    const rows = await db.outboxRow.findMany({ orderBy: { id: "asc" } });
    expect(rows.map(({ occurredAt }) => occurredAt)).toEqual([after(-300 * SECOND_MS), TEST_NOW]);
  });

  test("is kept to less where the sale of data was declined, and not at all without marketing", async () => {
    const { key, shopId } = await shopWithPixel();
    const { consent } = collectedAct(key);
    const limited = collectedAct(key, { consent: { ...consent, saleOfData: false } });
    const denied = { ...consent, marketing: false };
    expect(await collect(limited)).toEqual({ kind: "recorded" });
    expect(await collect(collectedAct(key, { eventId: "denied", consent: denied }))).toEqual({
      kind: "skipped",
      reason: "consent_denied",
    });
    await deliver(shopId);
    expect(await pinterest.events()).toMatchObject([
      { event: { event_id: limited.eventId, custom_data: { opt_out_type: "LDP" } } },
    ]);
    expect(await db.outboxRow.count()).toBe(1);
  });

  test("waits while the connection needs the merchant, and is not kept without one", async () => {
    const { key, shopId } = await shopWithPixel();
    await recordAttention(db, shopId, 1, "token_refused");
    await collect(collectedAct(key));
    expect(await states(shopId)).toMatchObject({ outbox: { held: 1 } });
    await db.pinterestConnection.update({ where: { shopId }, data: { state: "not_connected" } });
    expect(await collect(collectedAct(key, { eventId: "2" }))).toEqual({
      kind: "skipped",
      reason: "not_connected",
    });
  });

  test("goes under the other pixel's id in coexistence", async () => {
    const { key, shopId } = await shopWithPixel();
    await coexist(shopId);
    await collect(
      collectedAct(key, { name: "initiate_checkout", eventId: "ic_1", shopifyEventId: "sh-start" }),
    );
    expect(await db.outboxRow.findMany()).toMatchObject([{ eventId: "sh-start" }]);
  });

  test("is no shopper's where a program reads the page", async () => {
    const { key } = await shopWithPixel();
    const userAgent = "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)";
    const sender = { ...SHOPPER, userAgent };
    expect(await collect(collectedAct(key), { sender })).toEqual({ kind: "bot" });
    expect(await db.outboxRow.count()).toBe(0);
  });

  test("shows that the pixel is alive", async () => {
    const { key, shopId } = await shopWithPixel();
    await collect(collectedAct(key));
    await collect(collectedAct(key, { eventId: "2" }), { now: after(30 * SECOND_MS) });
    const shop = await db.shop.findUniqueOrThrow({ where: { id: shopId } });
    expect(shop.pixelSeenAt).toEqual(TEST_NOW);
  });

  test("keeps nothing readable of the shopper", async () => {
    const { key } = await shopWithPixel();
    const custom = { searchString: "ada@example.com", contentCategory: "Scarves" };
    const pageUrl = "https://demo.myshopify.com/?utm_content=ada%40example.com&token=secret";
    await collect(collectedAct(key, { custom, pageUrl }));
    await collect(collectedAct(key, { eventId: "2", custom: { searchString: "(415) 555-0132" } }));
    // So often that it is worth counting for all processes.
    for (let turn = 2; turn < ADDRESS_MESSAGES_PER_MINUTE_MAX / 50; turn += 1) await collect("{");
    await quotas.flush(TEST_NOW);
    expect(await whereFound(["ada@", "ada%40", "555-0132", "secret", "2f0a7c3e-client"])).toEqual(
      [],
    );
    const rows = JSON.stringify(await db.outboxRow.findMany({ select: { payload: true } }));
    expect(rows).not.toContain(SHOPPER.clientIp);
    expect(await db.quotaCount.findMany({ where: { key: { contains: "198.51" } } })).toEqual([]);
    expect(await db.quotaCount.count()).toBeGreaterThan(0);
  });
});

describe("the browser's word that it sent an act itself", () => {
  test.each([
    { order: ["act", "result"], because: "as it happens" },
    { order: ["result", "act"], because: "the second message was faster" },
    { order: ["act", "result", "act", "result"], because: "each came twice" },
    { order: ["result", "result", "act"], because: "the word came twice before the act" },
  ])("counts after $order: $because", async ({ order }) => {
    const { key } = await shopWithPixel();
    const act = collectedAct(key);
    for (const kind of order) await collect(kind === "act" ? act : collectedResult(act));
    expect(await db.outboxRow.findMany()).toMatchObject([{ browserSent: true }]);
  });

  test("stands where both come at once, over two processes", async () => {
    const { key } = await shopWithPixel();
    const [one, other] = [collectRecorder(), collectRecorder()];
    await Promise.all(
      Array.from({ length: 20 }, async (_, index) => {
        const message = collectedAct(key, { eventId: `sh-${index}` });
        const about = { sender: SHOPPER, now: TEST_NOW };
        await Promise.all([
          one({ message, ...about }),
          other({ message: collectedResult(message), ...about }),
        ]);
      }),
    );
    expect(await db.outboxRow.count({ where: { browserSent: true } })).toBe(20);
  });

  test("makes no event of an act that never came, and is forgotten after a day", async () => {
    const { key } = await shopWithPixel();
    const act = collectedAct(key);
    await collect(collectedResult(act));
    expect(await db.outboxRow.count()).toBe(0);
    expect(await db.browserSentMark.count()).toBe(1);
    await forgetByAge(after(DAY_MS + 1));
    expect(await db.browserSentMark.count()).toBe(0);
  });

  test("is of that event alone, and a no says nothing", async () => {
    const { key } = await shopWithPixel();
    const act = collectedAct(key);
    await collect(act);
    await collect(collectedResult(act, { name: "search" }));
    await collect(collectedResult(act, { browserSent: false }));
    expect(await db.outboxRow.findMany()).toMatchObject([{ browserSent: false }]);
  });

  test("keeps an act from being sent that is an hour late", async () => {
    const { key, shopId } = await shopWithPixel();
    const act = collectedAct(key);
    await collect(act);
    await collect(collectedResult(act));
    await collect(collectedAct(key, { eventId: "unsent" }));
    await deliver(shopId, { now: () => after(2 * HOUR_MS) });
    expect(await states(shopId)).toMatchObject({ outbox: { expired: 1, delivered: 1 } });
    expect(await pinterest.events()).toMatchObject([{ eventId: "unsent" }]);
  });
});

describe("the order of a checkout that the pixel saw", () => {
  test("waits for the message that comes after it, and goes at once then", async () => {
    const { key, shopId } = await shopWithLivePixel();
    await placeOrder();
    expect(await states(shopId)).toMatchObject({ outbox: { waiting: 1 } });
    await collect(collectedCheckout(key, CHECKOUT_ID), { now: after(2 * SECOND_MS) });
    expect(await states(shopId)).toEqual({ outbox: { pending: 1 }, ledger: { pending: 1 } });
    await deliver(shopId, { now: () => after(2 * SECOND_MS) });
    expect((await pinterest.events())[0]?.event).toMatchObject({
      event_id: CHECKOUT_ID,
      user_data: {
        click_id: "dj0yJmNvbGxlY3Q",
        client_ip_address: SHOPPER.clientIp,
        client_user_agent: SHOPPER.userAgent,
      },
    });
  });

  test("goes at once where the message was there before", async () => {
    const { key, shopId } = await shopWithLivePixel();
    await collect(collectedCheckout(key, CHECKOUT_ID));
    expect(await db.outboxRow.count()).toBe(0);
    await placeOrder();
    expect(await states(shopId)).toMatchObject({ outbox: { pending: 1 } });
    expect(await db.ledgerLine.findMany()).toMatchObject([{ browserSeen: true }]);
  });

  test("waits at most 90 seconds where none comes, and is presumed to be declined", async () => {
    const { shopId } = await shopWithLivePixel();
    await placeOrder();
    await endGrace(shopId, after(89 * SECOND_MS));
    expect(await states(shopId)).toMatchObject({ outbox: { waiting: 1 } });
    await endGrace(shopId, after(90 * SECOND_MS));
    expect(await states(shopId)).toMatchObject({ outbox: { pending: 1 } });
    const [line] = await db.ledgerLine.findMany();
    expect(line?.consent).toMatchObject({ rule: "presumed_denied", policy: "ldp" });
  });

  test("is not reported of a shopper who declined, of whom only the choice is kept", async () => {
    const { key, shopId } = await shopWithLivePixel();
    const consent = { ...collectedAct(key).consent, marketing: false };
    await collect(collectedCheckout(key, CHECKOUT_ID, { consent }));
    await placeOrder();
    expect(await states(shopId)).toMatchObject({ outbox: { skipped: 1 } });
    expect(await db.ledgerLine.findMany()).toMatchObject([{ reason: "consent_denied" }]);
    expect(await db.consentSnapshot.findMany()).toMatchObject([
      { marketing: false, sealed: null, externalId: null, platformEventId: null },
    ]);
  });

  test("goes under the other pixel's id in coexistence, and not without it", async () => {
    const { key, shopId } = await shopWithLivePixel();
    await coexist(shopId);
    await collect(collectedCheckout(key, CHECKOUT_ID));
    await placeOrder();
    expect(await db.outboxRow.findMany()).toMatchObject([{ eventId: "sh-checkout-1" }]);
  });

  test.each([
    { order: ["act", "result", "order"] },
    { order: ["result", "act", "order"] },
    { order: ["order", "result", "act"] },
    { order: ["order", "act", "result"] },
  ])("knows that the browser sent it after $order", async ({ order }) => {
    const { key, shopId } = await shopWithLivePixel();
    const checkout = collectedCheckout(key, CHECKOUT_ID);
    for (const step of order) {
      if (step === "order") await placeOrder();
      else await collect(step === "act" ? checkout : collectedResult(checkout));
    }
    expect(await db.outboxRow.findMany()).toMatchObject([{ state: "pending", browserSent: true }]);
    expect(await states(shopId)).toMatchObject({ ledger: { pending: 1 } });
  });
});

describe("messages on checkouts that come at once, with others", () => {
  const OTHER_ID = `co_${"b".repeat(32)}`;

  test("add up on each checkout, and wake the order that is here", async () => {
    const { key, shopId } = await shopWithLivePixel();
    await placeOrder();
    const record = collectRecorder();
    const denied = { ...collectedAct(key).consent, saleOfData: false };
    const messages = [
      collectedAct(key, { eventId: "beside" }),
      collectedResult(collectedCheckout(key, OTHER_ID)),
      collectedCheckout(key, OTHER_ID),
      collectedCheckout(key, OTHER_ID, { consent: denied }),
      collectedCheckout(key, CHECKOUT_ID),
      collectedResult(collectedCheckout(key, CHECKOUT_ID)),
    ];
    for (const wave of [1, 2]) {
      const fates = await Promise.all(
        messages.map((message) => record({ message, sender: SHOPPER, now: TEST_NOW })),
      );
      expect(fates.map(({ kind }) => kind)).toEqual([
        wave === 1 ? "recorded" : "already_recorded",
        ...Array.from({ length: 5 }, () => "recorded"),
      ]);
      expect(await states(shopId)).toMatchObject({
        outbox: { pending: 2 },
        ledger: { pending: 1 },
      });
      expect(await db.consentSnapshot.findMany({ where: { eventId: OTHER_ID } })).toMatchObject([
        { marketing: true, saleOfData: false, browserSent: true, platformEventId: "sh-checkout-1" },
      ]);
    }
    expect(await db.ledgerLine.findMany()).toMatchObject([{ browserSeen: true }]);
  });

  test("tell the order that goes under the other pixel's id", async () => {
    const { key, shopId } = await shopWithLivePixel();
    await coexist(shopId);
    await collect(collectedCheckout(key, CHECKOUT_ID));
    await placeOrder();
    await collect(collectedResult(collectedCheckout(key, CHECKOUT_ID)));
    expect(await db.outboxRow.findMany()).toMatchObject([
      { eventId: "sh-checkout-1", browserSent: true },
    ]);
  });
});

describe("a stranger who copied the key from the page", () => {
  test("forges no purchase", async () => {
    const { key, shopId } = await shopWithPixel();
    const custom = { value: "99.00", currency: "USD", orderId: "1" };
    const forged = { ...collectedAct(key, { custom }), name: "checkout" };
    for (const eventId of ["sh-1", "ic_1", "co_1", `co_${"a".repeat(32)}`]) {
      await collect({ ...forged, eventId });
    }
    await deliver(shopId);
    expect(await db.outboxRow.count()).toBe(0);
    expect(await db.ledgerLine.count()).toBe(0);
    expect(await pinterest.events()).toEqual([]);
  });

  test.each([
    { change: { custom: { value: "100000000.00", currency: "USD" } }, field: "custom.value" },
    {
      change: { lineItems: [{ itemId: "1", price: "1e7", quantity: 1 }] },
      field: "lineItems.0.price",
    },
    { change: { occurredAt: "2026-11-01T00:00:00.000Z" }, field: "occurredAt" },
  ])("tells nothing that cannot be true in $field", async ({ change, field }) => {
    const { key } = await shopWithPixel();
    const answer = await collect(collectedAct(key, change));
    expect(answer).toMatchObject({ kind: "not_a_message", fields: [field] });
    expect(await db.outboxRow.count()).toBe(0);
  });

  test.each([
    { pageUrl: "https://demo.myshopify.com/a", kept: "https://demo.myshopify.com/a" },
    { pageUrl: "https://www.demo.example/a", kept: "https://www.demo.example/a" },
    { pageUrl: "https://demo.example.evil.test/a", kept: "https://demo.example/" },
    { pageUrl: "https://evil.test/a?utm_source=x", kept: "https://demo.example/" },
    { pageUrl: "javascript:alert(1)", kept: "https://demo.example/" },
  ])("puts no page of another host among the shop's: $pageUrl", async ({ kept, pageUrl }) => {
    const { key, shopId } = await shopWithPixel();
    await db.shop.update({ where: { id: shopId }, data: { storeUrl: "https://demo.example/" } });
    await collect(collectedAct(key, { pageUrl }));
    await deliver(shopId);
    expect((await pinterest.events())[0]?.event).toMatchObject({ event_source_url: kept });
  });

  test("says nothing of the browser that the request does not show", async () => {
    const { key, shopId } = await shopWithPixel();
    const lies = { ip: "6.6.6.6", clientIp: "6.6.6.6", userAgent: "Forged", clientUserAgent: "F" };
    await collect({ ...collectedAct(key), ...lies });
    await deliver(shopId);
    expect(JSON.stringify(await pinterest.events())).not.toMatch(/6\.6\.6\.6|Forged/);
  });

  test("reaches no other shop's events", async () => {
    const { key, shopId } = await shopWithPixel();
    const other = await shopWithPixel("other.myshopify.com");
    const act = collectedAct(key);
    await collect(act);
    expect(await collect({ ...act, key: other.key })).toEqual({ kind: "recorded" });
    await collect(collectedResult({ ...act, key: other.key }));
    expect(await db.outboxRow.findMany({ where: { shopId } })).toMatchObject([
      { browserSent: false },
    ]);
    expect(await db.outboxRow.count({ where: { shopId: other.shopId } })).toBe(1);
  });

  test("undoes no denial of a shopper whose checkout is known", async () => {
    const { key, shopId } = await shopWithLivePixel();
    const declined = { ...collectedAct(key).consent, saleOfData: false };
    await collect(collectedCheckout(key, CHECKOUT_ID, { consent: declined }));
    const forged = { clickId: "forged", clientId: "forged", shopifyEventId: "forged" };
    await collect(collectedCheckout(key, CHECKOUT_ID, forged), {
      sender: { clientIp: "6.6.6.6", userAgent: "Forged" },
    });
    await placeOrder();
    await deliver(shopId);
    const [sent] = await pinterest.events();
    expect(sent?.event).toMatchObject({
      user_data: { click_id: "dj0yJmNvbGxlY3Q", client_ip_address: SHOPPER.clientIp },
      custom_data: { opt_out_type: "LDP" },
    });
  });

  test("makes no purchase vanish by a word on a checkout that is not theirs", async () => {
    const { key, shopId } = await shopWithPixel();
    await placeOrder();
    for (const eventId of [`co_${"0".repeat(32)}`, `co_${sha256Hex("checkout:1").slice(0, 32)}`]) {
      await collect(collectedResult({ key, eventId, name: "checkout" }));
    }
    await deliver(shopId, { now: () => after(2 * HOUR_MS) });
    expect(await states(shopId)).toMatchObject({ outbox: { delivered: 1 } });
  });

  test("is told to wait, by address and by shop", async () => {
    const { key } = await shopWithPixel();
    const minute = after(HOUR_MS);
    const bad = () => collect("{", { now: minute });
    for (let turn = 0; turn < ADDRESS_MESSAGES_PER_MINUTE_MAX; turn += 1) await bad();
    expect(await bad()).toMatchObject({ kind: "exhausted", retryAfterMs: 60_000 });
    const sender = { ...SHOPPER, clientIp: "198.51.100.24" };
    expect((await collect(collectedAct(key), { now: minute, sender })).kind).toBe("recorded");

    const { id } = await db.shop.findFirstOrThrow();
    quotas.take(`collect:shop:${id}`, SHOP_MESSAGES_PER_MINUTE_MAX - 1, Infinity, minute);
    for (const eventId of ["2", "3"]) {
      const answer = await collect(collectedAct(key, { eventId }), { now: minute, sender });
      expect(answer.kind).toBe("exhausted");
    }
    expect(await db.outboxRow.count()).toBe(1);
  });

  test("finds no shop by a wrong key, an old one, or one of a shop that left", async () => {
    const { key } = await shopWithPixel();
    await installedShop("other.myshopify.com");
    const checkout = collectedCheckout("prc_wrong", CHECKOUT_ID);
    expect(await collect(collectedAct("prc_wrong"))).toEqual({ kind: "no_shop" });
    expect(await collect(checkout)).toEqual({ kind: "no_shop" });
    await db.$transaction((tx) => recordUninstall(tx, "shopify", SHOP_DOMAIN, new Date()));
    expect(await collect(collectedAct(key))).toEqual({ kind: "no_shop" });
    expect(await db.consentSnapshot.count()).toBe(0);
  });
});

describe("an erased customer", () => {
  test("takes along what was done in the browser, and it does not come back", async () => {
    const { key, shopId } = await shopWithLivePixel();
    const email = sha256Hex("ada@example.com");
    const hers = collectedAct(key, { emailSha256: email });
    const anonymous = collectedAct(key, { eventId: "before-login" });
    const theirs = collectedAct(key, { eventId: "theirs", clientId: "another-client" });
    for (const act of [hers, anonymous, theirs]) await collect(act);
    await collect(collectedCheckout(key, CHECKOUT_ID));
    await placeOrder();
    await collect(collectedResult({ ...hers, eventId: "unseen" }));
    await erase(shopId, email);

    expect(await db.outboxRow.findMany()).toMatchObject([{ eventId: "theirs" }]);
    expect(await db.consentSnapshot.count()).toBe(0);
    for (const act of [hers, anonymous, collectedResult(hers)]) {
      expect(await collect(act)).toEqual({ kind: "erased" });
    }
    expect(await collect(collectedCheckout(key, CHECKOUT_ID))).toEqual({ kind: "erased" });
    expect(await db.outboxRow.count()).toBe(1);
    expect(await db.browserSentMark.findMany()).toMatchObject([{ eventId: "unseen" }]);
  });

  test("is found by what was done while logged in, without any order", async () => {
    const { key, shopId } = await shopWithPixel();
    const email = sha256Hex("ada@example.com");
    await collect(collectedAct(key, { emailSha256: email }));
    await collect(collectedAct(key, { eventId: "before-login" }));
    await erase(shopId, email);
    expect(await db.outboxRow.count()).toBe(0);
  });

  test("is waited for by a message that comes in the same moment", async () => {
    const { key, shopId } = await shopWithPixel();
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    let isLocked = (): void => undefined;
    const locked = new Promise<void>((resolve) => (isLocked = resolve));
    const erasing = db.$transaction(async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM shops WHERE id = ${shopId}::uuid FOR UPDATE`;
      isLocked();
      await held;
    });
    await locked;
    const answer = collect(collectedAct(key));
    release();
    await erasing;
    expect(await answer).toEqual({ kind: "recorded" });
  });
});

async function shopWithLivePixel(): Promise<{ shopId: ShopId; key: string }> {
  const made = await shopWithPixel();
  await livePixel(made.shopId);
  return made;
}

async function placeOrder(): Promise<void> {
  await recordOrderWebhook(orderWebhook(shopifyOrderBody()), TEST_NOW);
}

async function coexist(shopId: ShopId): Promise<void> {
  await db.shop.update({
    where: { id: shopId },
    data: { settings: { app: { mode: "coexistence" } } },
  });
}

async function erase(shopId: ShopId, email: string): Promise<void> {
  const emails = [brand<string, "Sha256Hex">(email)];
  const customer = { emails, externalIds: [], orderIds: [] };
  await db.$transaction((tx) => eraseCustomer(tx, shopId, customer, TEST_NOW));
}
