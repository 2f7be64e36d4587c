import path from "node:path";

import pg from "pg";

import { DEMO_SHOP } from "../sandbox/shopify/desk";
import { addressOf, ADMIN_PAGES } from "../test/support/app-pages";
import { USER_AGENT } from "../test/support/browser";
import { connectAccount, connectShop } from "../test/support/merchant";
import { fillMillion, MILLION } from "../test/support/million";
import { control } from "../test/support/sandbox-control";
import { eventually, startStack } from "../test/support/stack";
import { print, quantile, shown } from "./stopwatch";

// How long a web process that has just started takes to answer with a page of a shop that has a million events
// and a hundred thousand items, or with as many as are asked for: the very first time, and in the middle of the
// next ones.

const WANTED_MS = 300;
const ANSWERS = 7;

/** What a merchant may ask of the longer lists. */
const QUESTIONS = [
  "/app/conversions?name=page_visit",
  "/app/conversions?state=dead_letter",
  "/app/conversions?state=expired",
  "/app/conversions?state=skipped&reason=no_identity",
  "/app/conversions?channel=browser_too",
  "/app/conversions?channel=server_only&name=checkout",
  "/app/conversions?order=%23777777",
  "/app/conversions?words=unknown",
  "/app/conversions?state=shadowed",
  "/app/conversions?channel=browser_too&state=shadowed",
  "/app/catalog/issues?code=TITLE_MISSING",
  "/app/catalog/published?search=4000005",
  "/app?period=month",
];

/** No page may read one of these from its beginning to its end. */
const HOT_TABLES = ["catalog_items", "consent_snapshots", "feed_issues", "ledger_lines", "outbox"];

const stack = await startStack(
  "first-answer",
  path.join(process.env["DATA_DIR"] ?? "", "first-answer"),
);
let database = await connectDatabase();
try {
  const events = Number(process.argv[2] ?? MILLION.events);
  await fill(events);
  await database.end();
  await stack.stopApp();
  await stack.restartApp();
  database = await connectDatabase();
  // Looking for an id to put into an address reads whole tables, which the app does not.
  const addresses = [...(await pageAddresses()), ...QUESTIONS];
  const before = await rowsRead();
  for (const address of addresses) {
    const times: number[] = [];
    for (let answer = 0; answer < ANSWERS; answer += 1) times.push(await timeOf(address));
    const [first = NaN, ...next] = times;
    const middle = quantile(next, 0.5);
    print(
      `first-answer ${address}: ${shown(Math.max(first, middle) / WANTED_MS)} of what is allowed at most ` +
        `(first ${shown(first)} ms, then ${shown(middle)} ms, of ${WANTED_MS} ms)`,
    );
  }
  const after = await rowsRead();
  for (const table of HOT_TABLES) {
    const rows = (after.get(table) ?? 0) - (before.get(table) ?? 0);
    print(`first-answer ${table}: ${shown(rows)} rows read without an index, of ${shown(events)}`);
  }
} finally {
  await database.end();
  await stack.close();
}

async function connectDatabase(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: await stack.databaseUrl() });
  await client.connect();
  return client;
}

async function fill(events: number): Promise<void> {
  await connectShop(stack);
  await connectAccount(stack);
  await eventually("the catalog is read", async () => {
    const [done] = await rowsOf(`SELECT id FROM catalog_syncs WHERE phase = 'done'`);
    return done;
  });
  const [shop] = await rowsOf(`SELECT id FROM shops WHERE domain = '${DEMO_SHOP}'`);
  // The feed of the demo makes way for the large one.
  await database.query(`DELETE FROM feeds`);
  await fillMillion((sql) => database.query(sql), String(shop?.["id"]), new Date(), {
    ...MILLION,
    events,
    lines: events,
  });
  await database.query(`DELETE FROM figure_counts`);
  await database.query(`INSERT INTO pgboss.job (name, data) VALUES ('count-figures', '{}')`);
  await eventually(
    "the figures are counted",
    async () => {
      const [counted] = await rowsOf(
        `SELECT "shopId" FROM figure_counts WHERE "countedUntil" IS NOT NULL`,
      );
      return counted;
    },
    600_000,
  );
}

function pageAddresses(): Promise<string[]> {
  // Nothing is at this address, and it is answered so.
  const pages = [...ADMIN_PAGES].filter(([name]) => name !== "app.$");
  return Promise.all(pages.map(([, page]) => addressOf({ stack }, page)));
}

/** How long the web process took to answer, in milliseconds, from the question to the last byte. */
async function timeOf(address: string): Promise<number> {
  const query = new URLSearchParams({ path: address });
  const { url } = await control<{ url: string }>(
    stack.sandbox.adminUrl,
    "GET",
    `app-url?${query.toString()}`,
  );
  const { pathname, search } = new URL(url);
  const startedAt = performance.now();
  const response = await fetch(new URL(pathname + search, stack.appUrl), {
    headers: { "user-agent": USER_AGENT },
    redirect: "manual",
  });
  await response.arrayBuffer();
  if (response.status !== 200) throw new Error(`${address} was answered ${response.status}`);
  return performance.now() - startedAt;
}

/** How many rows of each hot table were read in its order and not along an index, since the server started. */
async function rowsRead(): Promise<Map<string, number>> {
  const rows = await rowsOf(
    `SELECT relname, seq_tup_read::float8 AS read FROM pg_stat_user_tables WHERE relname = ANY($1)`,
    [HOT_TABLES],
  );
  return new Map(rows.map(({ read, relname }) => [String(relname), Number(read)]));
}

async function rowsOf(text: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
  return (await database.query(text, values)).rows;
}
