import { beforeEach, describe, expect, test } from "vitest";

import { db } from "~/db.server";
import { recordReceipt, type Receipt } from "~/shops/receipt.server";

import { TEST_NOW } from "#test/support/clock";
import { emptyDatabase } from "#test/support/database";
import { installedShop } from "#test/support/shops";

const RECEIPT: Receipt = {
  topic: "orders/create",
  dedupeKey: "event-1",
  webhookId: "webhook-1",
  bodySha256: "0".repeat(64),
};

beforeEach(emptyDatabase);

describe("recordReceipt", () => {
  test.each([
    { change: {}, answer: "already_recorded", because: "it is the same" },
    { change: { webhookId: "webhook-2" }, answer: "already_recorded", because: "the event counts" },
    { change: { bodySha256: "1".repeat(64) }, answer: "already_recorded", because: "so it is" },
    { change: { topic: "orders/paid" }, answer: "recorded", because: "one act has two topics" },
    { change: { dedupeKey: "event-2" }, answer: "recorded", because: "it is another event" },
  ])("a second one with $change is $answer: $because", async ({ change, answer }) => {
    const shopId = await installedShop();
    expect(await recordReceipt(db, shopId, RECEIPT, TEST_NOW)).toBe("recorded");
    expect(await recordReceipt(db, shopId, { ...RECEIPT, ...change }, TEST_NOW)).toBe(answer);
  });

  test("one shop's receipt is none of another's", async () => {
    const [one, other] = [await installedShop(), await installedShop("other.myshopify.com")];
    expect(await recordReceipt(db, one, RECEIPT, TEST_NOW)).toBe("recorded");
    expect(await recordReceipt(db, other, RECEIPT, TEST_NOW)).toBe("recorded");
  });

  test("of ten at once, one is the first", async () => {
    const shopId = await installedShop();
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => recordReceipt(db, shopId, RECEIPT, TEST_NOW)),
    );
    expect(answers.filter((answer) => answer === "recorded")).toHaveLength(1);
    expect(await db.webhookReceipt.count()).toBe(1);
  });
});
