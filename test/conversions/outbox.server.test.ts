import { beforeEach, describe, expect, test } from "vitest";

import { hasDue, listDue, recordFailedAttempt, recordOutcomes } from "~/conversions/outbox.server";
import { db } from "~/db.server";
import { HOUR_MS } from "~/time";

import { TEST_NOW } from "#test/support/clock";
import { emptyDatabase } from "#test/support/database";
import { recordOrders, states } from "#test/support/delivery";
import { installedShop } from "#test/support/shops";

const LATER = new Date(TEST_NOW.getTime() + HOUR_MS);

beforeEach(emptyDatabase);

describe("listDue", () => {
  test("opens what is due, and leaves what is not", async () => {
    const shopId = await installedShop();
    const [first = "", second = ""] = await recordOrders(shopId, 2);
    await db.outboxRow.updateMany({ where: { eventId: second }, data: { nextAttemptAt: LATER } });

    const due = await listDue(shopId, "real", TEST_NOW, 10);
    expect(due).toMatchObject([
      {
        row: { eventId: first },
        event: {
          kind: "parsed",
          value: { eventId: first, personal: { clientIp: "203.0.113.7" } },
        },
      },
    ]);
    expect(await listDue(shopId, "real", LATER, 10)).toHaveLength(2);
    expect(await listDue(shopId, "real", LATER, 1)).toHaveLength(1);
  });

  test("shows one shop nothing of another", async () => {
    const [one, other] = [await installedShop(), await installedShop("other.myshopify.com")];
    await recordOrders(one, 1);
    expect(await hasDue(one, TEST_NOW)).toBe(true);
    expect(await hasDue(other, TEST_NOW)).toBe(false);
    expect(await listDue(other, "real", TEST_NOW, 10)).toEqual([]);
  });

  test("does not open what was moved to another event, and opens the others", async () => {
    const shopId = await installedShop();
    const [first = "", second = ""] = await recordOrders(shopId, 2);
    const { sealed } = await db.outboxRow.findFirstOrThrow({ where: { eventId: first } });
    await db.outboxRow.updateMany({ where: { eventId: second }, data: { sealed } });
    const due = await listDue(shopId, "real", TEST_NOW, 10);
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
