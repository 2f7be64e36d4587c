import { Prisma } from "@prisma/client";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { parseEventFilter } from "~/conversions/event-filter";
import type { EventPage } from "~/conversions/event-list";
import { listEvents } from "~/conversions/event-list.server";
import { exportEvents } from "~/conversions/event-export.server";
import { db } from "~/db.server";
import type { ShopId } from "~/ids";
import { listJobs } from "~/jobs/list.server";
import { startQueue, stopQueue } from "~/queue.server";

import { TEST_NOW } from "#test/support/clock";
import { emptyDatabase } from "#test/support/database";
import { connectedShop } from "#test/support/shops";
import { statementsOf, wholeTablesRead } from "#test/support/statements";

const ORDERS = 60_000;
const ACTS = 40_000;
const HOT_TABLES = ["outbox", "ledger_lines"];

let shopId: ShopId;
let other: ShopId;

beforeAll(() => startQueue(listJobs(new AbortController().signal), "producer"));
afterAll(() => stopQueue(1_000));
beforeAll(async () => {
  await emptyDatabase();
  shopId = await connectedShop();
  other = await connectedShop({}, "other.myshopify.com");
  await fill(shopId, ORDERS, ACTS);
  await fill(other, 300, 300);
  await db.$executeRaw`VACUUM ANALYZE outbox`;
  await db.$executeRaw`VACUUM ANALYZE ledger_lines`;
}, 240_000);

const FILTERS = [
  { query: "name=lead", expected: 400 },
  { query: "name=signup", expected: 0 },
  { query: "state=dead_letter", expected: 10 },
  { query: "state=pending", expected: 10 },
  { query: "state=held", expected: 10 },
  { query: "state=waiting", expected: 10 },
  { query: "state=skipped", expected: 10 },
  { query: "state=expired", expected: 10 },
  { query: "state=tested", expected: 10 },
  { query: "state=shadowed", expected: 10 },
  { query: "reason=no_identity", expected: 10 },
  { query: "state=expired&reason=no_identity", expected: 0 },
  { query: "state=dead_letter&words=BAD+value", expected: 10 },
  { query: "state=dead_letter&words=nothing", expected: 0 },
  { query: "words=BAD+value", expected: 10 },
  { query: "words=nothing", expected: 0 },
  { query: "state=delivered&words=bad", expected: 0 },
  { query: "state=dead_letter&name=lead", expected: 0 },
  { query: "state=dead_letter&channel=browser_too", expected: 0 },
  { query: "order=%2317", expected: 1 },
  { query: "order=170", expected: 2 },
  { query: "event=co_17", expected: 1 },
  { query: "event=act_17", expected: 1 },
  { query: "event=act_17&state=delivered", expected: 1 },
  { query: "event=act_17&name=checkout", expected: 0 },
  { query: "order=%2317&first=2030-01-01", expected: 0 },
];

const FULL = ["", "name=checkout", "name=page_visit", "state=delivered"];

describe("listEvents", () => {
  test.each(FULL)("fills a page of what there is a lot of, the latest first: %s", async (query) => {
    const { events, older } = await list(query, null);
    expect(events).toHaveLength(50);
    expect(older).not.toBeNull();
    const times = events.map(({ receivedAt }) => receivedAt.getTime());
    expect(times.toSorted((one, other) => other - one)).toEqual(times);
  });

  test.each(FILTERS)("finds all and only what fits: $query", async ({ query, expected }) => {
    expect(await countAll(query)).toBe(expected);
  });

  test("finds by the days on which the app heard of it, both in it", async () => {
    const days = await countAll("name=lead&first=2026-11-18&last=2026-11-19");
    const before = await countAll("name=lead&last=2026-11-17");
    const after = await countAll("name=lead&first=2026-11-20");
    for (const count of [days, before, after]) expect(count).toBeGreaterThan(0);
    expect(before + days + after).toBe(400);
  });

  test("says how far it looked where a page cannot be filled, and goes on from there", async () => {
    const page = await list("channel=browser_too&name=page_visit", null);
    expect(page.events).toEqual([]);
    expect(page.searchedTo).toBeInstanceOf(Date);
    expect(page.older).not.toBeNull();
    expect(await countAll("channel=browser_too&name=page_visit")).toBe(0);
    expect(await countAll("channel=server_only&state=delivered&name=lead")).toBe(400);
  });

  test.each(["", "name=page_visit", "state=skipped", "state=delivered"])(
    "turns its pages back to where it came from: %s",
    async (query) => {
      const first = await list(query, null, 3);
      const second = await list(query, first.older, 3);
      const third = await list(query, second.older, 3);
      const filter = parseEventFilter(new URLSearchParams(query));
      const back = await listEvents(shopId, {
        filter,
        olderThan: null,
        newerThan: third.newer,
        limit: 3,
      });
      expect(back.events).toEqual(second.events);
      const start = await listEvents(shopId, {
        filter,
        olderThan: null,
        newerThan: back.newer,
        limit: 3,
      });
      expect(start.events).toEqual(first.events);
      expect([first.newer, start.newer]).toEqual([null, null]);
    },
  );

  test("shows what an act is worth as long as that is kept", async () => {
    const payload = { customData: { value: "12.30", currency: "EUR" } };
    await db.outboxRow.updateMany({ where: { shopId, eventId: "act_18" }, data: { payload } });
    const [kept] = (await list("event=act_18", null)).events;
    expect(kept).toMatchObject({ value: "12.30", currency: "EUR" });
    const [forgotten] = (await list("event=act_19", null)).events;
    expect(forgotten).toMatchObject({ value: null, currency: null });
    expect((await exported("event=act_18", 10))[1]).toContain("12.30,EUR");
  });

  test("keeps what is another shop's out of every page", async () => {
    const { events } = await list("event=other_17", null);
    expect(events).toEqual([]);
    const filter = parseEventFilter(new URLSearchParams("event=act_17"));
    const page = await listEvents(other, { filter, olderThan: null, newerThan: null, limit: 5 });
    expect(page.events).toEqual([]);
  });
});

describe("no page reads a table from end to end:", () => {
  test.each([
    ...FILTERS.map(({ query }) => query),
    ...FULL,
    "first=2026-11-19&last=2026-11-20",
    "channel=browser_too",
    "channel=server_only&state=delivered&name=checkout",
    "state=skipped&reason=no_identity&channel=server_only&first=2026-11-01&last=2026-11-30",
  ])("%s", async (query) => {
    const statements = await statementsOf(async () => {
      const { older } = await list(query, null);
      await list(query, older ?? `${TEST_NOW.getTime() - 1}.order.9`);
      const filter = parseEventFilter(new URLSearchParams(query));
      const newerThan = `${TEST_NOW.getTime() - 86_400_000}.act.9`;
      await listEvents(shopId, { filter, olderThan: null, newerThan, limit: 50 });
    });
    const hot = statements.filter(({ text }) => HOT_TABLES.some((table) => text.includes(table)));
    expect(hot).not.toEqual([]);
    for (const statement of hot) {
      const read = await wholeTablesRead(statement, HOT_TABLES);
      expect({ statement: statement.text, read }).toEqual({ statement: statement.text, read: [] });
    }
  });
});

describe("an export", () => {
  test("holds what fits, and no formula", async () => {
    await db.outboxRow.updateMany({
      where: { shopId, eventId: "act_17" },
      data: { warning: "=1+1" },
    });
    const lines = await exported("event=act_17", 10);
    expect(lines).toHaveLength(2);
    expect(lines[1]).toContain("page_visit,act_17,,,delivered,,'=1+1,1,no");
  });

  test("says in its last record that it is cut", async () => {
    expect((await exported("name=lead", 400)).at(-1)).not.toContain("# cut");
    const cut = await exported("name=lead", 399);
    expect(cut).toHaveLength(401);
    expect(cut.at(-1)).toBe("# cut: 399");
  });
});

function list(query: string, olderThan: string | null, limit = 50): Promise<EventPage> {
  const filter = parseEventFilter(new URLSearchParams(query));
  return listEvents(shopId, { filter, olderThan, newerThan: null, limit });
}

/** Every page to the end; no event stands on two. */
async function countAll(query: string): Promise<number> {
  const seen = new Set<string>();
  let rows = 0;
  let older: string | null = null;
  do {
    const page = await list(query, older, 5_000);
    for (const { key } of page.events) seen.add(key);
    rows += page.events.length;
    older = page.older;
  } while (older !== null);
  expect(seen.size).toBe(rows);
  return rows;
}

async function exported(query: string, limit: number): Promise<string[]> {
  let text = "";
  const filter = parseEventFilter(new URLSearchParams(query));
  for await (const piece of exportEvents(shopId, filter, limit)) text += piece;
  return text.trim().split("\r\n");
}

/** Orders and acts over twenty days, a few of them in each state. Orders have no payload; nobody sends them. */
async function fill(shop: ShopId, orders: number, acts: number): Promise<void> {
  const prefix = shop === shopId ? "" : "other_";
  const step = Prisma.sql`${orders / 10}::int`;
  const state = Prisma.sql`
    CASE n % ${step} WHEN 1 THEN 'pending' WHEN 2 THEN 'dead_letter' WHEN 3 THEN 'held'
                     WHEN 4 THEN 'skipped' WHEN 5 THEN 'expired' WHEN 6 THEN 'waiting'
                     WHEN 7 THEN 'tested' WHEN 8 THEN 'shadowed'
                     ELSE 'delivered' END`;
  const reason = Prisma.sql`CASE n % ${step} WHEN 4 THEN 'no_identity' WHEN 5 THEN 'too_old' END`;
  const at = Prisma.sql`${TEST_NOW}::timestamptz - n * interval '29 seconds'`;
  await db.$executeRaw`
    INSERT INTO outbox ("shopId", "eventId", "eventName", state, reason, attempts, "occurredAt",
                        "nextAttemptAt", "createdAt", "settledAt", "lastError")
    SELECT ${shop}::uuid, ${`${prefix}co_`} || n, 'checkout', ${state}, ${reason}, 1, ${at}, ${at}, ${at},
           ${at}, CASE n % ${step} WHEN 2 THEN 'A bad value.' END
      FROM generate_series(1, ${orders}::int) n`;
  await db.$executeRaw`
    INSERT INTO ledger_lines ("shopId", "orderId", "orderName", "eventId", "receivedBy", state, reason,
                              "receivedAt", "settledAt")
    SELECT ${shop}::uuid, n::text || '0', '#' || n, ${`${prefix}co_`} || n, 'webhook', ${state}, ${reason},
           ${at}, ${at} FROM generate_series(1, ${orders}::int) n`;
  await db.$executeRaw`
    INSERT INTO outbox ("shopId", "eventId", "eventName", state, attempts, "occurredAt", "nextAttemptAt",
                        "createdAt", "settledAt", "isOrder")
    SELECT ${shop}::uuid, ${`${prefix}act_`} || n, CASE n % 100 WHEN 0 THEN 'lead' ELSE 'page_visit' END,
           'delivered', 1, ${at}, ${at}, ${at}, ${at}, false
      FROM generate_series(1, ${acts}::int) n`;
}
