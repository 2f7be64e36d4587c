import { beforeEach, describe, expect, test, vi } from "vitest";

import {
  expireHeld,
  recordCancelled,
  recordHold,
  recordStopped,
} from "~/conversions/open-rows.server";
import { recordOutcomes } from "~/conversions/outbox.server";
import { recordOrder } from "~/conversions/record.server";
import { db } from "~/db.server";
import { DAY_MS, HOUR_MS, SECOND_MS } from "~/time";

import { TEST_NOW } from "#test/support/clock";
import { emptyDatabase, somebodyWaits } from "#test/support/database";
import { decidedOrder, recordOrders, states } from "#test/support/delivery";
import { installedShop } from "#test/support/shops";

const LATER = new Date(TEST_NOW.getTime() + HOUR_MS);
const HOLD = { from: "pending", to: "held" } as const;
const RELEASE = { from: "held", to: "pending" } as const;

beforeEach(emptyDatabase);

describe("recordHold", () => {
  test("moves rows and lines there and back, and what comes back is due at once", async () => {
    const shopId = await installedShop();
    await recordOrders(shopId, 2);
    await recordHold(db, shopId, HOLD, TEST_NOW);
    expect(await states(shopId)).toEqual({ outbox: { held: 2 }, ledger: { held: 2 } });
    await recordHold(db, shopId, RELEASE, LATER);
    expect(await states(shopId)).toEqual({ outbox: { pending: 2 }, ledger: { pending: 2 } });
    expect(await db.outboxRow.findMany()).toMatchObject([
      { nextAttemptAt: LATER },
      { nextAttemptAt: LATER },
    ]);
  });

  test("leaves what is settled, and other shops", async () => {
    const [one, other] = [await installedShop(), await installedShop("other.myshopify.com")];
    await recordOrders(one, 2);
    await recordOrders(other, 1);
    await recordCancelled(db, one, "1", TEST_NOW);
    await recordHold(db, one, HOLD, TEST_NOW);
    expect((await states(one)).outbox).toEqual({ skipped: 1, held: 1 });
    expect((await states(other)).outbox).toEqual({ pending: 1 });
  });

  test("and an outcome that is written at the same time do not block one another", async () => {
    const shopId = await installedShop();
    await recordOrders(shopId, 1);
    const row = await db.outboxRow.findFirstOrThrow();
    let holding: Promise<unknown> | undefined;
    await db.$transaction(async (tx) => {
      // The first of the two writes of an outcome; then somebody disconnects; then the second.
      await tx.outboxRow.updateMany({ where: { id: row.id }, data: { attempts: 1 } });
      holding = db.$transaction((other) => recordHold(other, shopId, HOLD, TEST_NOW));
      await vi.waitUntil(somebodyWaits);
      await recordOutcomes(
        tx,
        shopId,
        [{ event: { row }, outcome: { kind: "delivered" } }],
        TEST_NOW,
      );
    });
    await holding;
    expect(await states(shopId)).toEqual({ outbox: { delivered: 1 }, ledger: { delivered: 1 } });
  });
});

describe("recordStopped", () => {
  test("stops everything that is open and keeps nothing of it", async () => {
    const shopId = await installedShop();
    await recordOrders(shopId, 3);
    const [first] = await db.outboxRow.findMany({ orderBy: { id: "asc" } });
    if (!first) throw new Error("The rows are missing");
    await recordOutcomes(
      db,
      shopId,
      [{ event: { row: first }, outcome: { kind: "delivered" } }],
      TEST_NOW,
    );
    await recordStopped(db, shopId, "uninstalled", LATER);

    expect(await states(shopId)).toEqual({
      outbox: { delivered: 1, skipped: 2 },
      ledger: { delivered: 1, skipped: 2 },
    });
    const stopped = await db.outboxRow.findMany({ where: { state: "skipped" } });
    for (const row of stopped) {
      expect(row).toMatchObject({
        reason: "uninstalled",
        payload: null,
        sealed: null,
        settledAt: LATER,
      });
    }
  });
});

describe("recordCancelled", () => {
  test.each(["pending", "held", "waiting"])("stops an order that is %s", async (state) => {
    const shopId = await installedShop();
    await recordOrders(shopId, 2);
    await db.outboxRow.updateMany({ data: { state } });
    await db.ledgerLine.updateMany({ data: { state } });
    await recordCancelled(db, shopId, "1", LATER);
    await recordCancelled(db, shopId, "1", LATER);

    expect(await states(shopId)).toEqual({
      outbox: { [state]: 1, skipped: 1 },
      ledger: { [state]: 1, skipped: 1 },
    });
    expect(await db.outboxRow.findFirst({ where: { state: "skipped" } })).toMatchObject({
      reason: "cancelled_order",
      payload: null,
      sealed: null,
      settledAt: LATER,
    });
  });

  test.each(["delivered", "dead_letter", "expired"])(
    "changes nothing of an order that is %s",
    async (state) => {
      const shopId = await installedShop();
      await recordOrders(shopId, 1);
      await db.outboxRow.updateMany({ data: { state } });
      await db.ledgerLine.updateMany({ data: { state } });
      await recordCancelled(db, shopId, "1", LATER);
      expect(await states(shopId)).toEqual({ outbox: { [state]: 1 }, ledger: { [state]: 1 } });
    },
  );

  test("keeps an order that waited for its payment from coming back", async () => {
    const shopId = await installedShop();
    const unpaid = await decidedOrder(1);
    const decision = { kind: "skip", reasons: ["not_paid"] } as const;
    await recordOrder(db, shopId, { ...unpaid, decision });
    await recordCancelled(db, shopId, "1", LATER);
    expect(await recordOrder(db, shopId, unpaid)).toBe("already_recorded");
    expect(await db.ledgerLine.findMany()).toMatchObject([
      { state: "skipped", reason: "cancelled_order" },
    ]);
  });

  test("leaves another shop's order of the same number", async () => {
    const [one, other] = [await installedShop(), await installedShop("other.myshopify.com")];
    await recordOrders(one, 1);
    await recordOrders(other, 1);
    await recordCancelled(db, one, "1", TEST_NOW);
    expect((await states(other)).outbox).toEqual({ pending: 1 });
  });

  test("of an order that is not known changes nothing", async () => {
    const shopId = await installedShop();
    await recordCancelled(db, shopId, "1", TEST_NOW);
    expect(await db.ledgerLine.count()).toBe(0);
  });
});

describe("expireHeld", () => {
  test("settles what is held for over seven days, however many, and nothing else", async () => {
    const [one, other] = [await installedShop(), await installedShop("other.myshopify.com")];
    await recordOrders(one, 3);
    await recordOrders(other, 1);
    await recordHold(db, one, HOLD, TEST_NOW);
    const [young] = await db.outboxRow.findMany({ where: { shopId: one } });
    const occurredAt = young?.occurredAt ?? TEST_NOW;
    const limit = new Date(occurredAt.getTime() + 7 * DAY_MS);
    await db.outboxRow.updateMany({
      where: { shopId: one, id: young?.id ?? 0n },
      data: { occurredAt: new Date(occurredAt.getTime() + SECOND_MS) },
    });
    await expireHeld(limit);
    expect((await states(one)).outbox).toEqual({ held: 3 });
    const afterLimit = new Date(limit.getTime() + SECOND_MS);
    await expireHeld(afterLimit);
    await expireHeld(afterLimit);

    const settled = { held: 1, expired: 2 };
    expect(await states(one)).toEqual({ outbox: settled, ledger: settled });
    expect(await states(other)).toEqual({ outbox: { pending: 1 }, ledger: { pending: 1 } });
    expect(await db.ledgerLine.findMany({ where: { state: "expired" } })).toMatchObject(
      Array(2).fill({ reason: "too_old", settledAt: afterLimit }),
    );
  });
});
