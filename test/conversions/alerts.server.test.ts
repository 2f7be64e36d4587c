import { beforeEach, describe, expect, test } from "vitest";

import { findAlerts } from "~/conversions/alerts.server";
import { db } from "~/db.server";
import type { ShopId } from "~/ids";
import { HOUR_MS, MINUTE_MS } from "~/time";

import { TEST_NOW } from "#test/support/clock";
import { emptyDatabase } from "#test/support/database";
import { recordOrders } from "#test/support/delivery";
import { installedShop } from "#test/support/shops";

beforeEach(emptyDatabase);

/** An order every half hour, from `from` to `to` hours ago. */
async function recordHourly(shopId: ShopId, from: number, to: number): Promise<void> {
  const hours = Array.from({ length: (from - to) * 2 }, (_, index) => to + index / 2 + 0.1);
  await db.ledgerLine.createMany({
    data: hours.map((ago) => ({
      shopId,
      orderId: String(ago * 10),
      receivedBy: "webhook",
      state: "delivered",
      receivedAt: new Date(TEST_NOW.getTime() - ago * HOUR_MS),
    })),
  });
}

describe("findAlerts", () => {
  test("finds nothing in a new shop", async () => {
    expect(await findAlerts(await installedShop(), "connected", TEST_NOW)).toEqual([]);
  });

  test("finds the oldest pending event of this shop, and of no other", async () => {
    const [one, other] = [await installedShop(), await installedShop("other.myshopify.com")];
    await recordOrders(one, 2);
    const later = new Date(TEST_NOW.getTime() + 16 * MINUTE_MS);
    expect(await findAlerts(one, "connected", later)).toEqual([
      { code: "oldest_pending", ageMinutes: 16 },
    ]);
    expect(await findAlerts(other, "connected", later)).toEqual([]);
    await db.outboxRow.updateMany({ where: { shopId: one }, data: { state: "delivered" } });
    expect(await findAlerts(one, "connected", later)).toEqual([]);
  });

  test("finds that a busy shop's webhooks have stopped, and not before six hours", async () => {
    const shopId = await installedShop();
    await recordHourly(shopId, 174, 6);
    expect(await findAlerts(shopId, "connected", TEST_NOW)).toEqual([
      { code: "webhooks_stopped", hours: 6 },
    ]);
    const earlier = new Date(TEST_NOW.getTime() - HOUR_MS);
    expect(await findAlerts(shopId, "connected", earlier)).toEqual([]);
  });

  test("takes no night for an outage", async () => {
    const shopId = await installedShop();
    await recordHourly(shopId, 174, 6);
    const from = new Date(TEST_NOW.getTime() - 30 * HOUR_MS);
    const to = new Date(TEST_NOW.getTime() - 24 * HOUR_MS);
    await db.ledgerLine.deleteMany({ where: { shopId, receivedAt: { gte: from, lt: to } } });
    expect(await findAlerts(shopId, "connected", TEST_NOW)).toEqual([]);
  });

  test("another shop's orders are no sign", async () => {
    const [one, other] = [await installedShop(), await installedShop("other.myshopify.com")];
    await recordHourly(one, 174, 6);
    expect(await findAlerts(other, "connected", TEST_NOW)).toEqual([]);
  });
});
