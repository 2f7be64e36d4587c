import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";

import { findQueueAgeMs, recordBacklog } from "~/conversions/backlog.server";
import { recordPause } from "~/conversions/lane.server";
import { db } from "~/db.server";
import { listJobs } from "~/jobs/list.server";
import { log } from "~/log.server";
import { startQueue, stopQueue } from "~/queue.server";
import { MINUTE_MS } from "~/time";

import { TEST_NOW } from "#test/support/clock";
import { emptyDatabase } from "#test/support/database";
import { laneOf, recordOrders } from "#test/support/delivery";
import { figure } from "#test/support/figures";
import { connectedShop } from "#test/support/shops";

const LATER = new Date(TEST_NOW.getTime() + 10 * MINUTE_MS);

beforeAll(() => startQueue(listJobs(new AbortController().signal), "producer"));
afterAll(() => stopQueue(1_000));
beforeEach(emptyDatabase);

describe("the queue's age", () => {
  test("is none where nothing is due", async () => {
    const shopId = await connectedShop();
    await laneOf(shopId);
    expect(await findQueueAgeMs(LATER)).toBeNull();
  });

  test("is that of the oldest event that may leave, of all shops", async () => {
    const [one, other] = [await connectedShop(), await connectedShop({}, "other.myshopify.com")];
    for (const shopId of [one, other]) {
      await recordOrders(shopId, 2);
      await laneOf(shopId);
    }
    const due = new Date(TEST_NOW.getTime() + 4 * MINUTE_MS);
    await db.outboxRow.updateMany({ where: { shopId: one }, data: { nextAttemptAt: due } });
    expect(await findQueueAgeMs(LATER)).toBe(10 * MINUTE_MS);
    await db.outboxRow.deleteMany({ where: { shopId: other } });
    expect(await findQueueAgeMs(LATER)).toBe(6 * MINUTE_MS);
  });

  test.each([
    {
      because: "the lane has a pause",
      change: async (shopId: Awaited<ReturnType<typeof connectedShop>>) =>
        recordPause(db, await laneOf(shopId), 3, new Date(LATER.getTime() + 1)),
    },
    {
      because: "the connection needs the merchant",
      change: (shopId: string) =>
        db.pinterestConnection.update({ where: { shopId }, data: { state: "needs_attention" } }),
    },
    {
      because: "the events are not due yet",
      change: (shopId: string) =>
        db.outboxRow.updateMany({
          where: { shopId },
          data: { nextAttemptAt: new Date(LATER.getTime() + 1) },
        }),
    },
  ])("leaves out what may not leave: $because", async ({ change }) => {
    const shopId = await connectedShop();
    await recordOrders(shopId, 1);
    await laneOf(shopId);
    await change(shopId);
    expect(await findQueueAgeMs(LATER)).toBeNull();
  });
});

describe("the figures of the outbox", () => {
  test("count what is open by its state, over all shops", async () => {
    const [one, other] = [await connectedShop(), await connectedShop({}, "other.myshopify.com")];
    await recordOrders(one, 3);
    await recordOrders(other, 2);
    await db.outboxRow.updateMany({ where: { shopId: other }, data: { state: "dead_letter" } });
    await recordBacklog(LATER);
    expect(await figure("pin_relay_outbox_events", 'state="pending"')).toBe(3);
    expect(await figure("pin_relay_outbox_events", 'state="dead_letter"')).toBe(2);
    expect(await figure("pin_relay_outbox_events", 'state="held"')).toBe(0);
    expect(await figure("pin_relay_outbox_oldest_age_seconds", 'state="pending"')).toBe(600);
    expect(await figure("pin_relay_database_up")).toBe(1);
  });

  test("are nought without a shop", async () => {
    await recordBacklog(LATER);
    expect(await figure("pin_relay_outbox_events", 'state="pending"')).toBe(0);
    expect(await figure("pin_relay_queue_age_seconds")).toBe(0);
  });

  test("say so where the database does not answer", async () => {
    const warned = vi.spyOn(log, "warn").mockImplementation(() => undefined);
    await recordBacklog(new Date(Number.NaN));
    expect(warned).toHaveBeenCalled();
    expect(await figure("pin_relay_database_up")).toBe(0);
  });
});
