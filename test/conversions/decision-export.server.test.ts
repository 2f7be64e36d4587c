import { parse as parseCsv } from "csv-parse/sync";
import { beforeEach, describe, expect, test } from "vitest";

import { exportDecisions } from "~/conversions/decision-export.server";
import { recordOrder } from "~/conversions/record.server";
import { db } from "~/db.server";
import type { ShopId } from "~/ids";
import { MINUTE_MS } from "~/time";

import { TEST_NOW } from "#test/support/clock";
import { emptyDatabase } from "#test/support/database";
import { decidedOrder } from "#test/support/delivery";
import { address } from "#test/support/orders";
import { installedShop } from "#test/support/shops";

beforeEach(emptyDatabase);

const LATER = new Date(TEST_NOW.getTime() + MINUTE_MS);

async function exported(shopId: ShopId, from = TEST_NOW, until = LATER): Promise<string> {
  let text = "";
  for await (const piece of exportDecisions(shopId, from, until)) text += piece;
  return text;
}

async function rows(...args: Parameters<typeof exported>): Promise<Record<string, string>[]> {
  return parseCsv(await exported(...args), { columns: true });
}

describe("exportDecisions", () => {
  test("names the columns of a shop without orders", async () => {
    const text = await exported(await installedShop());
    expect(text).toBe(
      "order_id,order_name,event_id,received_at,state,reason,decided_at,choice_known_from,marketing," +
        "analytics,preferences,sale_of_data,customer_opted_out_of_sale,place,consent_first_by,rule,policy\r\n",
    );
  });

  test("says what was known of each choice and which rule it met", async () => {
    const shopId = await installedShop();
    const german = address({ country: "Germany", country_code: "DE", province_code: null });
    await recordOrder(db, shopId, await decidedOrder(1));
    await recordOrder(db, shopId, await decidedOrder(2, { billing_address: german }));
    const decided = { received_at: TEST_NOW.toISOString(), decided_at: TEST_NOW.toISOString() };
    const unknown = { marketing: "unknown", sale_of_data: "unknown", choice_known_from: "none" };
    expect(await rows(shopId)).toMatchObject([
      {
        ...{
          ...decided,
          ...unknown,
          order_id: "1",
          order_name: "#1",
          state: "pending",
          reason: "",
        },
        ...{
          place: "US-NY",
          consent_first_by: "nobody",
          rule: "unknown_elsewhere",
          policy: "send",
        },
      },
      {
        ...{ ...decided, ...unknown, order_id: "2", state: "skipped", reason: "consent_unknown" },
        ...{ place: "DE", consent_first_by: "law", rule: "unknown_where_required", policy: "skip" },
      },
    ]);
  });

  test("takes the orders of its shop and its time, every one of many pages once", async () => {
    const shopId = await installedShop();
    const other = await installedShop("other.myshopify.com");
    const line = { receivedBy: "webhook", state: "delivered" };
    const at = (ms: number) => new Date(TEST_NOW.getTime() + ms);
    // Three of each instant, so that pages end between lines of one instant.
    const data = Array.from({ length: 2_100 }, (_, index) => ({
      ...{ ...line, shopId, orderId: String(index), receivedAt: at(Math.floor(index / 3)) },
    }));
    await db.ledgerLine.createMany({ data });
    await db.ledgerLine.createMany({
      data: [
        { ...line, shopId, orderId: "before", receivedAt: at(-1) },
        { ...line, shopId, orderId: "after", receivedAt: LATER },
        { ...line, shopId: other, orderId: "another's", receivedAt: TEST_NOW },
      ],
    });
    const ids = (await rows(shopId)).map((row) => row["order_id"]);
    expect(ids).toEqual(data.map(({ orderId }) => orderId));
  });

  test("lets no order's name become a formula", async () => {
    const shopId = await installedShop();
    await recordOrder(db, shopId, { ...(await decidedOrder(1)), orderName: "=1+1" });
    expect(await rows(shopId)).toMatchObject([{ order_name: "'=1+1" }]);
  });
});
