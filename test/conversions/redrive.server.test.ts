import { Prisma, type OutboxRow } from "@prisma/client";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { saveShop } from "~/conversions/connect.server";
import type { Redriven } from "~/conversions/redrive";
import { redrive } from "~/conversions/redrive.server";
import { db } from "~/db.server";
import type { ShopId } from "~/ids";
import { listJobs } from "~/jobs/list.server";
import { startQueue, stopQueue } from "~/queue.server";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "~/time";

import { TEST_NOW } from "#test/support/clock";
import { emptyDatabase } from "#test/support/database";
import {
  deliver,
  laneOf,
  recordOrders,
  states,
  takeWakeUps,
  useWorker,
  wakeUps,
} from "#test/support/delivery";
import { useLocalPinterest } from "#test/support/pinterest";
import { connectedShop, CREDENTIALS, settingsChange } from "#test/support/shops";

const ALL = { kind: "all" } as const;
const WORDS = "The event could not be processed.";

const pinterest = useLocalPinterest();
useWorker();
beforeAll(() => startQueue(listJobs(new AbortController().signal), "producer"));
afterAll(() => stopQueue(1_000));
beforeEach(async () => {
  await emptyDatabase();
  await takeWakeUps();
});

describe("redrive", () => {
  test("sends a dead letter again, attempts counted on, and its line follows", async () => {
    const { shopId } = await refusedShop(1);
    expect(await redrive(shopId, ALL, at(MINUTE_MS))).toEqual(counts({ redriven: 1 }));
    expect(await states(shopId)).toEqual({ outbox: { pending: 1 }, ledger: { pending: 1 } });
    expect(await db.outboxRow.findMany()).toMatchObject([
      { attempts: 1, lastError: WORDS, settledAt: null, nextAttemptAt: at(MINUTE_MS) },
    ]);
    expect(await wakeUps(shopId)).toHaveLength(1);

    await deliver(shopId, { now: () => at(MINUTE_MS) });
    expect(await states(shopId)).toEqual({ outbox: { delivered: 1 }, ledger: { delivered: 1 } });
    expect(await db.outboxRow.findMany()).toMatchObject([{ attempts: 2, lastError: null }]);
  });

  test("finds nothing the second time, and nothing of another shop", async () => {
    const { shopId } = await refusedShop(2);
    const other = await connectedShop({}, "other.myshopify.com");
    expect(await redrive(other, ALL, at(0))).toEqual(counts({}));
    expect(await redrive(shopId, ALL, at(0))).toEqual(counts({ redriven: 2 }));
    expect(await redrive(shopId, ALL, at(0))).toEqual(counts({}));
  });

  test("moves each dead letter once where two ask at once, over batches", async () => {
    const { shopId } = await refusedShop(20);
    await copyDeadLetters(shopId, 2_480);
    const runs = await Promise.all([redrive(shopId, ALL, at(0)), redrive(shopId, ALL, at(0))]);
    expect(runs.reduce((sum, { redriven }) => sum + redriven, 0)).toBe(2_500);
    expect(await states(shopId)).toMatchObject({ outbox: { pending: 2_500 } });
  });

  test("takes one by its event's id and name, and says of one that is not there that none was", async () => {
    const { shopId, eventIds } = await refusedShop(2);
    const one = { kind: "one", eventId: eventIds[0] ?? "", eventName: "checkout" } as const;
    await copyDeadLetters(shopId, 1, { eventId: one.eventId, eventName: "add_payment_info" });
    expect(await redrive(shopId, one, at(0))).toEqual(counts({ redriven: 1 }));
    expect(await redrive(shopId, { ...one, eventId: "unknown" }, at(0))).toEqual(counts({}));
    expect(await states(shopId)).toMatchObject({ outbox: { pending: 1, dead_letter: 2 } });
  });

  test("lets expire what is too old, with its reason, and sends the rest", async () => {
    const { shopId, eventIds } = await refusedShop(3);
    const [old = "", seen = ""] = eventIds;
    const set = (eventId: string, data: Prisma.OutboxRowUpdateManyMutationInput) =>
      db.outboxRow.updateMany({ where: { eventId }, data });
    await set(old, { occurredAt: at(-8 * DAY_MS) });
    await set(seen, { browserSent: true });
    const result = await redrive(shopId, ALL, at(HOUR_MS));
    expect(result).toEqual(counts({ redriven: 1, too_old: 1, expired: 1 }));
    expect(await states(shopId)).toEqual({
      outbox: { pending: 1, expired: 2 },
      ledger: { pending: 1, expired: 2 },
    });
    expect(await db.ledgerLine.findMany({ where: { eventId: seen } })).toMatchObject([
      { reason: "expired", settledAt: at(HOUR_MS) },
    ]);
    expect(await redrive(shopId, ALL, at(HOUR_MS))).toEqual(counts({}));
  });

  test("leaves a dead letter of which nothing is kept, and says so each time", async () => {
    const { shopId, eventIds } = await refusedShop(3);
    const [gone = "", unmatched = ""] = eventIds;
    await db.outboxRow.updateMany({
      where: { eventId: gone },
      data: { payload: Prisma.DbNull, sealed: null },
    });
    await db.$executeRaw`
      UPDATE outbox SET sealed = NULL, payload = jsonb_set(payload, '{userData}', '{}')
       WHERE "eventId" = ${unmatched}`;
    const refused = { payload_gone: 1, no_identity: 1 };
    expect(await redrive(shopId, ALL, at(0))).toEqual(counts({ redriven: 1, ...refused }));
    expect(await redrive(shopId, ALL, at(0))).toEqual(counts(refused));
    expect(await states(shopId)).toMatchObject({ outbox: { pending: 1, dead_letter: 2 } });
  });

  test("holds what it moves while the connection needs the merchant, who then releases it", async () => {
    const { shopId } = await refusedShop(2);
    await db.pinterestConnection.update({
      where: { shopId },
      data: { state: "needs_attention", attention: "token_refused" },
    });
    expect(await redrive(shopId, ALL, at(0))).toEqual(counts({ redriven: 2, held: 2 }));
    expect(await states(shopId)).toEqual({ outbox: { held: 2 }, ledger: { held: 2 } });
    expect(await wakeUps(shopId)).toEqual([]);

    await saveShop(shopId, CREDENTIALS, settingsChange(), at(0));
    await deliver(shopId);
    expect(await states(shopId)).toEqual({ outbox: { delivered: 2 }, ledger: { delivered: 2 } });
  });

  test("opens the lane of the credentials that hold now", async () => {
    const { shopId } = await refusedShop(1);
    await db.pinterestConnection.update({
      where: { shopId },
      data: { credentialVersion: { increment: 1 } },
    });
    await redrive(shopId, ALL, at(0));
    expect(await db.deliveryLane.findMany({ where: await laneOf(shopId) })).toHaveLength(1);
    expect(await wakeUps(shopId)).toHaveLength(1);
  });
});

/** A connected shop of whose orders each was refused at TEST_NOW. */
async function refusedShop(count: number): Promise<{ shopId: ShopId; eventIds: string[] }> {
  const shopId = await connectedShop();
  const eventIds = await recordOrders(shopId, count);
  await pinterest.fail({ kind: "partial", everyNth: 1, message: WORDS });
  await deliver(shopId);
  await pinterest.mend();
  await takeWakeUps();
  return { shopId, eventIds };
}

/** More of the first dead letter, under other ids. */
async function copyDeadLetters(
  shopId: ShopId,
  count: number,
  changes: Partial<Pick<OutboxRow, "eventId" | "eventName">> = {},
): Promise<void> {
  const row = await db.outboxRow.findFirstOrThrow({ where: { shopId }, omit: { id: true } });
  const payload = row.payload ?? Prisma.DbNull;
  const copies = Array.from({ length: count }, (_, index) => ({
    ...row,
    payload,
    callWords: Prisma.DbNull,
    eventId: `copy-${index}`,
    ...changes,
  }));
  await db.outboxRow.createMany({ data: copies });
}

function counts(given: Partial<Record<string, number>>): Redriven {
  const { redriven = 0, held = 0, too_old = 0, expired = 0 } = given;
  const { payload_gone = 0, no_identity = 0 } = given;
  return { redriven, held, refused: { too_old, expired, payload_gone, no_identity } };
}

function at(ms: number): Date {
  return new Date(TEST_NOW.getTime() + ms);
}
