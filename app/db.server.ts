import { Prisma, PrismaClient } from "@prisma/client";
import pg from "pg";

import { env } from "./env.server";
import { ConfigError, InvariantError, UpstreamUnavailableError } from "./errors";
import { gaugePool } from "./metrics.server";
import { openPool } from "./pool.server";
import { ReleasingPg } from "./releasing-adapter.server";

/** The handle inside `db.$transaction(async (tx) => …)`. */
export type Transaction = Prisma.TransactionClient;

/** Enough for a process's requests side by side; two of each process stay far below the server's 200. */
const CONNECTIONS_MAX = 20;

/** The largest page asks for about so many things side by side. */
const CONNECTIONS_KEPT = 12;

/** A request that finds no connection in this time is better answered 503 and sent again. */
const CONNECT_MS_MAX = 5_000;

/** The URL of the one database. The supervisor hands it to the processes it starts. */
export function requireDatabaseUrl(): string {
  if (env.DATABASE_URL !== undefined) return env.DATABASE_URL;
  throw new ConfigError("Missing environment variable: DATABASE_URL. See .env.example.");
}

const pool = openPool(requireDatabaseUrl(), {
  connectionsMax: CONNECTIONS_MAX,
  connectionsKept: CONNECTIONS_KEPT,
  connectMsMax: CONNECT_MS_MAX,
});
gaugePool(() => ({ total: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }));

/** The one Prisma client of this process. It connects on first use. */
export const db = new PrismaClient({
  adapter: new ReleasingPg(pool, {
    disposeExternalPool: true,
  }),
  // Prisma's own messages repeat the values of a failed statement.
  errorFormat: "minimal",
  log: [],
  // On a busy machine a transaction may be late; broken off, its work would only be done again.
  transactionOptions: { maxWait: 5_000, timeout: 15_000 },
});

/**
 * Opens the connections that are kept, and has the server look up every table on each of them: the first
 * page would wait for both, some hundred milliseconds.
 */
export async function warmUpConnections(): Promise<void> {
  const tables = Prisma.dmmf.datamodel.models.map(({ dbName, name }) => quoted(dbName ?? name));
  const lookUp = tables.map((table) => `SELECT FROM ${table} LIMIT 0`).join(";");
  const clients = await Promise.all(Array.from({ length: CONNECTIONS_KEPT }, () => pool.connect()));
  await Promise.all(clients.map((client) => client.query(lookUp).finally(() => client.release())));
}

/** A transaction in plain SQL. */
export type SqlTransaction = {
  /**
   * Runs one statement. Under its name the server keeps the plan, per connection; another text needs
   * another name. One that is asked for while others are under way is sent at once and runs after them,
   * in the order of the calls, so what needs no earlier answer need not wait for one.
   */
  query<Row extends pg.QueryResultRow>(
    statement: { name: string; text: string },
    values: readonly unknown[],
  ): Promise<Row[]>;
  /** What the job queue asks of a transaction. */
  executeSql(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>;
};

/** What waits longer for a lock or an answer is given up, so that it holds up nobody else. */
const SQL_MS_MAX = 2_000;

const BEGIN = `BEGIN; SET LOCAL lock_timeout = ${SQL_MS_MAX}; SET LOCAL statement_timeout = ${SQL_MS_MAX}`;

/**
 * A transaction without Prisma, for statements that write many rows at once and run so often that
 * Prisma's own work would be most of theirs. It commits once `work` is done and is undone where it throws.
 */
export async function inSql<Result>(
  work: (sql: SqlTransaction) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect().catch(unreachable);
  let lost: Error | undefined;
  const onError = (err: Error): void => void (lost = err);
  client.on("error", onError);
  let isSound = false;
  try {
    // Goes out with the first statement. Where it failed, every statement fails.
    const together = oneWritePerTurn(client);
    together();
    const begun = client.query(BEGIN);
    begun.catch(() => {
      // Whoever asked for a statement hears of it; where nobody did, the commit does.
    });
    const run = async <Row extends pg.QueryResultRow>(
      query: pg.QueryConfig,
    ): Promise<pg.QueryResult<Row>> => {
      together();
      return (await Promise.all([client.query<Row>(query), begun]))[0];
    };
    const result = await work({
      query: async <Row extends pg.QueryResultRow>(
        statement: pg.QueryConfig,
        values: readonly unknown[],
      ) => {
        const { rows } = await run<Row>({ ...statement, values: [...values] });
        return rows;
      },
      // Its texts are few and long, and each is planned once for a connection, like ours.
      executeSql: (text, values) => run({ name: nameOf(text), text, values: values ?? [] }),
    });
    await begun;
    const { command } = await client.query("COMMIT");
    // The server answers so where a statement failed, and then nothing is written.
    if (command === "ROLLBACK") throw new InvariantError("A transaction was undone at its end");
    isSound = true;
    return result;
  } catch (fault) {
    if (lost) unreachable(lost);
    throw fault;
  } finally {
    client.off("error", onError);
    // A connection on which something went wrong is closed, and the server undoes what it began.
    client.release(!isSound);
  }
}

/**
 * Gives what has to be called before a statement is asked for: all statements of one turn then go out in one
 * write. The driver writes each of them out by itself, which takes more of the processor than to prepare it.
 */
function oneWritePerTurn(client: pg.PoolClient): () => void {
  const stream = client instanceof pg.Client ? client.connection.stream : undefined;
  let isHeldBack = false;
  return () => {
    if (!stream || isHeldBack) return;
    isHeldBack = true;
    stream.cork();
    process.nextTick(() => {
      isHeldBack = false;
      stream.uncork();
    });
  };
}

/**
 * One statement of its own, for so many rows that Prisma's own work would be most of theirs. It is planned
 * for its values each time.
 */
export async function querySql<Row extends pg.QueryResultRow>(
  text: string,
  values: readonly unknown[],
): Promise<Row[]> {
  const { rows } = await pool.query<Row>(text, [...values]);
  return rows;
}

const names = new Map<string, string>();

/** A name for a statement whose author gave it none. */
function nameOf(text: string): string {
  const known = names.get(text);
  if (known !== undefined) return known;
  const name = `foreign-${names.size + 1}`;
  names.set(text, name);
  return name;
}

function unreachable(cause: unknown): never {
  throw new UpstreamUnavailableError("The database cannot be reached", {}, { cause });
}

/**
 * Inserts rows of one table in their order, and passes over those whose unique key is taken. All rows
 * name the same columns. Whoever inserts into one table from several transactions sorts the rows by
 * their unique key, so that no two transactions wait for one another.
 *
 * @param json a column of much JSON. It goes apart from the others, because the server would read what it
 * finds inside of JSON twice.
 * @returns the `key` columns of the rows that are new.
 */
export async function insertNew<Key extends string>(
  sql: SqlTransaction,
  table: string,
  rows: readonly Record<Key, unknown>[],
  key: readonly Key[],
  json?: Key,
): Promise<Record<Key, string>[]> {
  const [first] = rows;
  if (!first) return [];
  const names = Object.keys(first);
  const read = names.map((name) => (name === json ? `"unnest"` : quoted(name)));
  const apart = json === undefined ? "" : ", unnest($2::jsonb[])";
  const text = `
    INSERT INTO ${quoted(table)} (${names.map(quoted).join(", ")})
    SELECT ${read.join(", ")}
      FROM ROWS FROM (json_populate_recordset(NULL::${quoted(table)}, $1)${apart})
    ON CONFLICT DO NOTHING RETURNING ${key.map(quoted).join(", ")}`;
  const statement = { name: `insert-${table}`, text };
  if (json === undefined) return sql.query(statement, [JSON.stringify(rows)]);
  return sql.query(statement, [
    JSON.stringify(rows.map((row) => ({ ...row, [json]: undefined }))),
    rows.map(({ [json]: value }) => (value === null ? null : JSON.stringify(value))),
  ]);
}

function quoted(name: string): string {
  return `"${name}"`;
}
