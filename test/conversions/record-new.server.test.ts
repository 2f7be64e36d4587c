import { beforeEach, expect, test } from "vitest";

import { recordNewOrders, type NewOrder } from "~/conversions/record-new.server";
import type { DecidedOrder } from "~/conversions/record.server";
import { db, inSql } from "~/db.server";
import type { ShopId } from "~/ids";
import { readMarker } from "~/shops/erasure-mark.server";

import { emptyDatabase } from "#test/support/database";
import { decidedOrder } from "#test/support/delivery";
import { installedShop } from "#test/support/shops";

beforeEach(emptyDatabase);

test("of an order or an event that somebody else recorded meanwhile, neither line nor row is written", async () => {
  const shopId = await installedShop();
  const [first, second, third] = [
    await decidedOrder(1),
    await decidedOrder(2),
    await decidedOrder(3),
  ];
  expect(await record(shopId, [first])).toEqual(["recorded"]);

  const sameOrder = { ...second, orderId: first.orderId };
  const sameEvent = { ...first, orderId: "9" };
  expect(await record(shopId, [sameOrder, sameEvent, third])).toEqual([
    "line_taken",
    "event_taken",
    "recorded",
  ]);
  const eventIds = [first, third].map(({ draft }) => draft.eventId);
  expect(await db.ledgerLine.findMany({ orderBy: { orderId: "asc" } })).toMatchObject(
    eventIds.map((eventId) => ({ eventId })),
  );
  expect(await db.outboxRow.findMany({ orderBy: { id: "asc" } })).toMatchObject(
    eventIds.map((eventId) => ({ eventId })),
  );
});

async function record(shopId: ShopId, orders: readonly DecidedOrder[]) {
  const marker = await readMarker(db, shopId);
  const made = orders.map((order): NewOrder => ({ shopId, marker, kind: "decided", order }));
  return inSql((sql) => recordNewOrders(sql, made));
}
