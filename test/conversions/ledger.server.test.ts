import { beforeEach, describe, expect, test } from "vitest";

import { LEDGER_PAGE_LINES, type LedgerPage, type LedgerQuery } from "~/conversions/ledger";
import { listLedger } from "~/conversions/ledger.server";
import { db } from "~/db.server";
import type { ShopId } from "~/ids";
import { SECOND_MS } from "~/time";

import { TEST_NOW } from "#test/support/clock";
import { emptyDatabase } from "#test/support/database";
import { installedShop } from "#test/support/shops";

const FIRST: LedgerQuery = { state: null, olderThan: null, newerThan: null };

beforeEach(emptyDatabase);

describe("the ledger's pages", () => {
  test("hold each line once, the latest first, to the last one and back", async () => {
    const shopId = await shopWithLines(2 * LEDGER_PAGE_LINES + 3);
    const pages = await walkDown(shopId);
    expect(pages.map(({ lines }) => lines.length)).toEqual([
      LEDGER_PAGE_LINES,
      LEDGER_PAGE_LINES,
      3,
    ]);
    expect(pages.flatMap(orderIds)).toEqual(
      Array.from({ length: 53 }, (_, index) => String(53 - index)),
    );
    expect([pages[0]?.newer, pages[2]?.older]).toEqual([null, null]);

    const middle = await listLedger(shopId, { ...FIRST, newerThan: pages[2]?.newer ?? "" });
    expect(orderIds(middle)).toEqual(pages[1] && orderIds(pages[1]));
    const top = await listLedger(shopId, { ...FIRST, newerThan: middle.newer });
    expect(orderIds(top)).toEqual(pages[0] && orderIds(pages[0]));
    expect(top.newer).toBeNull();
  });

  test("part lines of one instant, too", async () => {
    const shopId = await shopWithLines(LEDGER_PAGE_LINES + 5, () => TEST_NOW);
    const pages = await walkDown(shopId);
    expect(new Set(pages.flatMap(orderIds)).size).toBe(LEDGER_PAGE_LINES + 5);
    expect(pages).toHaveLength(2);
  });

  test("of exactly one page there is no other", async () => {
    const shopId = await shopWithLines(LEDGER_PAGE_LINES);
    expect(await listLedger(shopId, FIRST)).toMatchObject({ newer: null, older: null });
  });

  test("stay where they are while new lines come", async () => {
    const shopId = await shopWithLines(LEDGER_PAGE_LINES + 1);
    const { older } = await listLedger(shopId, FIRST);
    await addLines(shopId, 100, 3);
    expect(orderIds(await listLedger(shopId, { ...FIRST, olderThan: older }))).toEqual(["1"]);
  });

  test("of one state leave out the others", async () => {
    const shopId = await shopWithLines(4);
    await db.ledgerLine.updateMany({
      where: { shopId, orderId: { in: ["2", "3"] } },
      data: { state: "skipped", reason: "too_old" },
    });
    const page = await listLedger(shopId, { ...FIRST, state: "skipped" });
    expect(orderIds(page)).toEqual(["3", "2"]);
  });

  test("never show a line of another shop", async () => {
    const shopId = await shopWithLines(3);
    const other = await installedShop("other.myshopify.com");
    const { lines } = await listLedger(other, FIRST);
    expect(lines).toEqual([]);
    expect((await listLedger(shopId, FIRST)).lines).toHaveLength(3);
  });

  test.each(["nonsense", "1.", ".1", "1.2.3", "-1.2", "1.1e3", "9".repeat(40)])(
    "from a place that is none, as in %s, begin at the first",
    async (place) => {
      const shopId = await shopWithLines(2);
      expect(orderIds(await listLedger(shopId, { ...FIRST, olderThan: place }))).toEqual([
        "2",
        "1",
      ]);
      expect(orderIds(await listLedger(shopId, { ...FIRST, newerThan: place }))).toEqual([
        "2",
        "1",
      ]);
    },
  );
});

async function walkDown(shopId: ShopId): Promise<LedgerPage[]> {
  const pages: LedgerPage[] = [];
  let olderThan: string | null = null;
  do {
    const page: LedgerPage = await listLedger(shopId, { ...FIRST, olderThan });
    pages.push(page);
    olderThan = page.older;
  } while (olderThan !== null && pages.length < 10);
  return pages;
}

function orderIds({ lines }: LedgerPage): string[] {
  return lines.map(({ orderId }) => orderId);
}

async function shopWithLines(count: number, at?: (number: number) => Date): Promise<ShopId> {
  const shopId = await installedShop();
  await addLines(shopId, 1, count, at);
  return shopId;
}

async function addLines(
  shopId: ShopId,
  first: number,
  count: number,
  at = (number: number) => new Date(TEST_NOW.getTime() + number * SECOND_MS),
): Promise<void> {
  const numbers = Array.from({ length: count }, (_, index) => first + index);
  await db.ledgerLine.createMany({
    data: numbers.map((number) => ({
      shopId,
      orderId: String(number),
      receivedBy: "webhook",
      state: "pending",
      receivedAt: at(number),
    })),
  });
}
