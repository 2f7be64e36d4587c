import { beforeEach, describe, expect, test, vi } from "vitest";

import {
  hasDue,
  listDue,
  recordCancelled,
  recordFailedAttempt,
  recordHold,
  recordOutcomes,
  recordStopped,
} from "~/conversions/outbox.server";
import { recordOrder } from "~/conversions/record.server";
import { db } from "~/db.server";
import { HOUR_MS } from "~/time";

import { TEST_NOW } from "#test/support/clock";
import { emptyDatabase, somebodyWaits } from "#test/support/database";
import { decidedOrder, recordOrders, states } from "#test/support/delivery";
import { installedShop } from "#test/support/shops";

const LATER = new Date(TEST_NOW.getTime() + HOUR_MS);
const HOLD = { from: "pending", to: "held" } as const;
const RELEASE = { from: "held", to: "pending" } as const;

beforeEach(emptyDatabase);

describe("listDue", () => {
  test("opens what is due, and leaves what is not", async () => {
    const shopId = await installedShop();
    const [first = "", second = ""] = await recordOrders(shopId, 2);
    await db.outboxRow.updateMany({ where: { eventId: second }, data: { nextAttemptAt: LATER } });

    const due = await listDue(shopId, TEST_NOW, 10);
    expect(due).toMatchObject([
      {
        row: { eventId: first },
        event: {
          kind: "parsed",
          value: { eventId: first, personal: { clientIp: "203.0.113.7" } },
        },
      },
    ]);
    expect(await listDue(shopId, LATER, 10)).toHaveLength(2);
    expect(await listDue(shopId, LATER, 1)).toHaveLength(1);
  });

  test("shows one shop nothing of another", async () => {
    const [one, other] = [await installedShop(), await installedShop("other.myshopify.com")];
    await recordOrders(one, 1);
    expect(await hasDue(one, TEST_NOW)).toBe(true);
    expect(await hasDue(other, TEST_NOW)).toBe(false);
    expect(await listDue(other, TEST_NOW, 10)).toEqual([]);
  });

  test("does not open what was moved to another event, and opens the others", async () => {
    const shopId = await installedShop();
    const [first = "", second = ""] = await recordOrders(shopId, 2);
    const { sealed } = await db.outboxRow.findFirstOrThrow({ where: { eventId: first } });
    await db.outboxRow.updateMany({ where: { eventId: second }, data: { sealed } });
    const due = await listDue(shopId, TEST_NOW, 10);
    expect(due.map(({ event }) => event.kind)).toEqual(["parsed", "sealed"]);
  });
});

describe("recordOutcomes", () => {
  test("settles each row and its line, once", async () => {
    const shopId = await installedShop();
    await recordOrders(shopId, 2);
    const [first, second] = await db.outboxRow.findMany({ orderBy: { id: "asc" } });
    if (!first || !second) throw new Error("The rows are missing");
    const settled = [
      { event: { row: first }, outcome: { kind: "delivered", warning: "Add ph." } },
      { event: { row: second }, outcome: { kind: "rejected", reason: "Bad." } },
    ] as const;
    await recordOutcomes(db, shopId, settled, TEST_NOW);
    await recordOutcomes(db, shopId, settled, LATER);

    expect(await db.outboxRow.findMany({ orderBy: { id: "asc" } })).toMatchObject([
      { state: "delivered", attempts: 1, warning: "Add ph.", settledAt: TEST_NOW },
      { state: "dead_letter", attempts: 1, lastError: "Bad.", settledAt: TEST_NOW },
    ]);
    expect((await states(shopId)).ledger).toEqual({ delivered: 1, dead_letter: 1 });
  });

  test("changes nothing of another shop, whatever rows it is handed", async () => {
    const [one, other] = [await installedShop(), await installedShop("other.myshopify.com")];
    await recordOrders(one, 1);
    const row = await db.outboxRow.findFirstOrThrow();
    const settled = [{ event: { row }, outcome: { kind: "delivered" } }] as const;
    await recordOutcomes(db, other, settled, TEST_NOW);
    expect((await states(one)).outbox).toEqual({ pending: 1 });
  });
});

describe("recordFailedAttempt", () => {
  test("counts, and keeps why", async () => {
    const shopId = await installedShop();
    await recordOrders(shopId, 1);
    const rows = await db.outboxRow.findMany();
    await recordFailedAttempt(db, shopId, rows, "unavailable");
    await recordFailedAttempt(db, shopId, rows, "network");
    expect(await db.outboxRow.findMany()).toMatchObject([
      { state: "pending", attempts: 2, lastError: "network" },
    ]);
  });
});

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
