import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { readFeed, type Row } from "../support/feeds";
import { connectShop } from "../support/merchant";
import { control } from "../support/sandbox-control";
import { eventually, startStack, type Stack } from "../support/stack";

let stack: Stack;

beforeAll(async () => {
  stack = await startStack("catalog");
  await connectShop(stack);
}, 120_000);

afterAll(() => stack?.close(), 60_000);

describe("the catalog of a shop that installed the app", { timeout: 120_000 }, () => {
  test("is read by itself, and its feed can be opened", async () => {
    const rows = await eventually("the feed is published", feedRows);
    expect(rows.length).toBeGreaterThan(2_200);
    expect(rows.every(({ id, price }) => /^\d+$/.test(id ?? "") && price?.endsWith(" USD"))).toBe(
      true,
    );
  });

  test("follows a price within seconds: the item is made anew, and waits to be told", async () => {
    await eventually("the feed is published", feedRows);
    const product = "Sold out, sold on";
    const began = performance.now();
    await control(stack.sandbox.adminUrl, "POST", "products/price", { product, price: "12.34" });
    await eventually("the item has the new price", async () => {
      const [item] = await query(
        `SELECT price FROM catalog_items WHERE price = '12.34 USD' AND "untoldSince" IS NOT NULL`,
      );
      return item;
    });
    expect(performance.now() - began).toBeLessThan(10_000);
  });

  test("is read again by the worker that comes after one that was killed", async () => {
    const [before] = await query(`SELECT "checkedAt" FROM feeds`);
    await query(`DELETE FROM catalog_syncs WHERE "isOpen" IS NULL`);
    await query(`INSERT INTO catalog_syncs
      (id, "shopId", kind, cause, phase, "isOpen", "requestedAt", "phaseAt", "touchedAt")
      SELECT gen_random_uuid(), id, 'full', 'merchant', 'queued', true, now(), now(),
             now() - interval '1 minute' FROM shops ON CONFLICT DO NOTHING`);
    await eventually("the sync is under way", async () => {
      const [run] = await query(`SELECT id FROM catalog_syncs WHERE "operationId" IS NOT NULL`);
      return run;
    });
    for (const pid of await stack.pidsOf("worker.js")) process.kill(pid, "SIGKILL");
    await eventually("the catalog was read again", async () => {
      const [feed] = await query(`SELECT "checkedAt" FROM feeds WHERE "checkedAt" > $1`, [
        before?.["checkedAt"],
      ]);
      return feed;
    });
    expect(await feedRows()).toBeDefined();
  });
});

async function feedRows(): Promise<Row[] | undefined> {
  const [feed] = await query(`SELECT "fileId" FROM feeds WHERE "currentVersionId" IS NOT NULL`);
  if (!feed) return undefined;
  const answer = await fetch(`${stack.appUrl}/feeds/${String(feed["fileId"])}.tsv`);
  expect(answer.status).toBe(200);
  return readFeed("tsv", await answer.text());
}

async function query(
  text: string,
  values: readonly unknown[] = [],
): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: await stack.databaseUrl() });
  await client.connect();
  try {
    return (await client.query(text, [...values])).rows;
  } finally {
    await client.end();
  }
}
