import { beforeEach, describe, expect, test } from "vitest";

import type { Decision } from "~/conversions/decision";
import { recordOutcomes } from "~/conversions/outbox.server";
import { recordOrder, recordUnreadableOrder, type DecidedOrder } from "~/conversions/record.server";
import { db } from "~/db.server";

import { TEST_NOW } from "#test/support/clock";
import { emptyDatabase } from "#test/support/database";
import { decidedOrder, recordOrders, states } from "#test/support/delivery";
import { installedShop } from "#test/support/shops";

const UNREADABLE = { orderId: "1", receivedBy: "webhook", receivedAt: TEST_NOW } as const;

beforeEach(emptyDatabase);

describe("recordOrder", () => {
  test("writes the line and the row of an order that is to be sent", async () => {
    const shopId = await installedShop();
    const order = await decidedOrder(1);
    expect(await recordOrder(db, shopId, order)).toBe("recorded");

    expect(await db.ledgerLine.findMany()).toMatchObject([
      {
        orderId: "1",
        orderName: "#1",
        eventId: order.draft.eventId,
        receivedBy: "webhook",
        browserSeen: false,
        state: "pending",
        reason: null,
        value: "90.00",
        currency: "USD",
        matchKeys: expect.arrayContaining(["em", "ph", "fn", "ln", "externalId"]),
        occurredAt: new Date("2026-11-20T15:00:00Z"),
        receivedAt: TEST_NOW,
        settledAt: null,
      },
    ]);
    expect(await db.outboxRow.findMany()).toMatchObject([
      { eventName: "checkout", state: "pending", attempts: 0, nextAttemptAt: TEST_NOW },
    ]);
  });

  test("keeps nothing of an order that is not sent but its line", async () => {
    const shopId = await installedShop();
    await recordOrder(db, shopId, await skipped(1, ["test_order", "no_identity"]));
    expect(await db.outboxRow.findMany()).toMatchObject([
      { state: "skipped", reason: "test_order", payload: null, sealed: null, settledAt: TEST_NOW },
    ]);
    expect(await db.ledgerLine.findMany()).toMatchObject([
      { state: "skipped", reason: "test_order", settledAt: TEST_NOW },
    ]);
  });

  test("holds what comes while the connection needs the merchant", async () => {
    const shopId = await installedShop();
    await recordOrder(db, shopId, { ...(await decidedOrder(1)), isHeld: true });
    expect(await states(shopId)).toEqual({ outbox: { held: 1 }, ledger: { held: 1 } });
  });

  test("changes nothing the second time, whatever has become of the order", async () => {
    const shopId = await installedShop();
    const order = await decidedOrder(1);
    await recordOrder(db, shopId, order);
    const row = await db.outboxRow.findFirstOrThrow();
    await recordOutcomes(
      db,
      shopId,
      [{ event: { row }, outcome: { kind: "delivered" } }],
      TEST_NOW,
    );
    expect(await recordOrder(db, shopId, order)).toBe("already_recorded");
    expect(await states(shopId)).toEqual({ outbox: { delivered: 1 }, ledger: { delivered: 1 } });
  });

  test("changes nothing where the same order comes under another event id", async () => {
    const shopId = await installedShop();
    await recordOrder(db, shopId, await decidedOrder(1));
    const again = await decidedOrder(1, { checkout_token: "another-checkout-token" });
    expect(await recordOrder(db, shopId, again)).toBe("already_recorded");
    expect(await db.outboxRow.count()).toBe(1);
  });

  test("reports two orders of one checkout once, and both lines say what became of it", async () => {
    const shopId = await installedShop();
    const first = await decidedOrder(1, { checkout_token: "one-checkout" });
    const second = await decidedOrder(2, { checkout_token: "one-checkout" });
    await recordOrder(db, shopId, first);
    const row = await db.outboxRow.findFirstOrThrow();
    await recordOutcomes(
      db,
      shopId,
      [{ event: { row }, outcome: { kind: "delivered" } }],
      TEST_NOW,
    );
    await recordOrder(db, shopId, second);
    expect(await states(shopId)).toEqual({ outbox: { delivered: 1 }, ledger: { delivered: 2 } });
  });

  test("takes an order up that was not paid and now is", async () => {
    const shopId = await installedShop();
    await recordOrder(db, shopId, await skipped(1, ["not_paid"]));
    expect(await recordOrder(db, shopId, await skipped(1, ["not_paid"]))).toBe("already_recorded");
    expect(await recordOrder(db, shopId, await decidedOrder(1))).toBe("recorded");
    expect(await states(shopId)).toEqual({ outbox: { pending: 1 }, ledger: { pending: 1 } });
    expect(await db.ledgerLine.findMany()).toMatchObject([{ reason: null, settledAt: null }]);
  });

  test.each(["test_order", "channel_disabled", "consent_denied", "cancelled_order"] as const)(
    "leaves an order alone that was skipped for %s",
    async (reason) => {
      const shopId = await installedShop();
      await recordOrder(db, shopId, await skipped(1, [reason]));
      expect(await recordOrder(db, shopId, await decidedOrder(1))).toBe("already_recorded");
      expect(await states(shopId)).toEqual({ outbox: { skipped: 1 }, ledger: { skipped: 1 } });
    },
  );

  test("gives one shop's order no word in another's", async () => {
    const [one, other] = [await installedShop(), await installedShop("other.myshopify.com")];
    await recordOrders(one, 1);
    expect(await recordOrder(db, other, await decidedOrder(1))).toBe("recorded");
    expect(await db.outboxRow.count()).toBe(2);
  });
});

describe("recordUnreadableOrder", () => {
  test("says why there is no event, once", async () => {
    const shopId = await installedShop();
    await recordUnreadableOrder(db, shopId, UNREADABLE);
    await recordUnreadableOrder(db, shopId, UNREADABLE);
    expect(await db.ledgerLine.findMany()).toMatchObject([
      {
        orderId: "1",
        orderName: null,
        eventId: null,
        state: "skipped",
        reason: "unreadable_order",
        value: null,
        settledAt: TEST_NOW,
      },
    ]);
    expect(await db.outboxRow.count()).toBe(0);
  });

  test("leaves an order alone that was read before", async () => {
    const shopId = await installedShop();
    await recordOrders(shopId, 1);
    await recordUnreadableOrder(db, shopId, UNREADABLE);
    expect((await states(shopId)).ledger).toEqual({ pending: 1 });
  });

  test("makes way for the order once it can be read", async () => {
    const shopId = await installedShop();
    await recordUnreadableOrder(db, shopId, UNREADABLE);
    expect(await recordOrder(db, shopId, await decidedOrder(1))).toBe("recorded");
    expect(await states(shopId)).toEqual({ outbox: { pending: 1 }, ledger: { pending: 1 } });
  });

  test("makes way for the reason why the order, once read, is not sent", async () => {
    const shopId = await installedShop();
    await recordUnreadableOrder(db, shopId, UNREADABLE);
    await recordOrder(db, shopId, await skipped(1, ["test_order"]));
    expect(await db.ledgerLine.findMany()).toMatchObject([{ reason: "test_order" }]);
  });
});

async function skipped(
  number: number,
  reasons: Extract<Decision, { kind: "skip" }>["reasons"],
): Promise<DecidedOrder> {
  return { ...(await decidedOrder(number)), decision: { kind: "skip", reasons } };
}
