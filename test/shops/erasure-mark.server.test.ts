import { beforeEach, describe, expect, test } from "vitest";

import { db } from "~/db.server";
import type { ShopId } from "~/ids";
import { readMarker, resealErasureKeys } from "~/shops/erasure-mark.server";

import { emptyDatabase } from "#test/support/database";
import { installedShop } from "#test/support/shops";

beforeEach(emptyDatabase);

describe("readMarker", () => {
  test("marks the same text the same way each time, also where two begin at once", async () => {
    const shopId = await installedShop();
    const marks = await Promise.all(Array.from({ length: 5 }, () => markOf(shopId)));
    expect(new Set(marks).size).toBe(1);
    expect(marks[0]).toMatch(/^[0-9a-f]{64}$/);
  });

  test("marks differ between shops, and between orders, events and customers", async () => {
    const shopId = await installedShop();
    const otherShopId = await installedShop("other.myshopify.com");
    const marks = [
      await markOf(shopId),
      await markOf(shopId, "event"),
      await markOf(shopId, "customer"),
      await markOf(otherShopId),
    ];
    expect(new Set(marks).size).toBe(4);
  });

  test("marks stay the same when the key that seals theirs is replaced", async () => {
    const shopId = await installedShop();
    const before = await markOf(shopId);
    const { sealedErasureKey } = await db.shop.findFirstOrThrow();
    expect(await resealErasureKeys((sealed) => sealed === sealedErasureKey)).toBe(1);
    expect(await resealErasureKeys((sealed) => sealed === sealedErasureKey)).toBe(0);
    expect(await markOf(shopId)).toBe(before);
  });

  test("a shop that is gone has no marker", async () => {
    const shopId = await installedShop();
    await emptyDatabase();
    await expect(markOf(shopId)).rejects.toThrow("The shop was erased in this moment");
  });
});

async function markOf(shopId: ShopId, kind: "order" | "event" | "customer" = "order") {
  const marker = await db.$transaction((tx) => readMarker(tx, shopId));
  return marker(kind, "1001");
}
