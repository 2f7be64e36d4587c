import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { listDue, recordOutcomes } from "~/conversions/outbox.server";
import { findOverview } from "~/conversions/overview.server";
import { listAdvice } from "~/conversions/warnings.server";
import { db } from "~/db.server";
import type { ShopId } from "~/ids";
import { listJobs } from "~/jobs/list.server";
import { startQueue, stopQueue } from "~/queue.server";
import { DAY_MS } from "~/time";

import { TEST_NOW } from "#test/support/clock";
import { emptyDatabase } from "#test/support/database";
import { decidedOrder, deliver, recordOrders, useWorker } from "#test/support/delivery";
import { useLocalPinterest } from "#test/support/pinterest";
import { connectedShop } from "#test/support/shops";
import { recordOrder } from "~/conversions/record.server";

const MISSING_CLICK_ID = { parameter: "click_id", kind: "missing" };

useLocalPinterest();
useWorker();
beforeAll(() => startQueue(listJobs(new AbortController().signal), "producer"));
afterAll(() => stopQueue(1_000));
beforeEach(emptyDatabase);

describe("warnings of Pinterest", () => {
  test("are counted by parameter and day, event by event", async () => {
    const shopId = await connectedShop();
    await recordOrders(shopId, 3, { landing_site: null });
    await deliver(shopId);
    await recordOrder(db, shopId, await decidedOrder(4, { landing_site: null }));
    await deliver(shopId, { now: () => later(1) });

    expect(await countsOf(shopId)).toEqual([
      { day: "2026-11-20", ...MISSING_CLICK_ID, events: 3 },
      { day: "2026-11-21", ...MISSING_CLICK_ID, events: 1 },
    ]);
    const advice = [{ ...MISSING_CLICK_ID, events: 4 }];
    expect(await listAdvice(shopId, later(1))).toEqual(advice);
    expect((await findOverview(shopId, later(1))).advice).toEqual(advice);
  });

  test("count each event once, however often its outcome is written", async () => {
    const shopId = await connectedShop();
    await recordOrders(shopId, 2);
    const due = await listDue(shopId, "real", TEST_NOW, 10);
    const warning = "ph is missing.; ph is missing.; fn is missing.";
    const settled = due.map(({ row }) => ({
      event: { row },
      outcome: { kind: "delivered", warning } as const,
    }));
    for (let time = 0; time < 2; time += 1) await recordOutcomes(db, shopId, settled, TEST_NOW);
    expect(await listAdvice(shopId, TEST_NOW)).toEqual([
      { parameter: "fn", kind: "missing", events: 2 },
      { parameter: "ph", kind: "missing", events: 2 },
    ]);
  });

  test("stay with their shop, and are shown for seven days", async () => {
    const shopId = await connectedShop();
    const other = await connectedShop({}, "other.myshopify.com");
    await recordOrders(shopId, 1, { landing_site: null });
    await deliver(shopId);
    expect(await listAdvice(other, TEST_NOW)).toEqual([]);
    expect(await listAdvice(shopId, later(6))).toHaveLength(1);
    expect(await listAdvice(shopId, later(7))).toEqual([]);
  });

  test("are none where Pinterest had none", async () => {
    const shopId = await connectedShop();
    await recordOrders(shopId, 1);
    await deliver(shopId);
    expect(await countsOf(shopId)).toEqual([]);
  });
});

async function countsOf(shopId: ShopId) {
  const rows = await db.warningCount.findMany({ where: { shopId }, orderBy: { day: "asc" } });
  return rows.map(({ day, events, kind, parameter }) => ({
    day: day.toISOString().slice(0, 10),
    parameter,
    kind,
    events,
  }));
}

function later(days: number): Date {
  return new Date(TEST_NOW.getTime() + days * DAY_MS);
}
