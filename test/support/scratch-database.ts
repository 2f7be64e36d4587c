import { randomBytes } from "node:crypto";

import pg from "pg";
import { inject } from "vitest";

import { databaseUrl } from "./global-setup";

export type ScratchDatabase = {
  url: string;
  /** One statement, in a connection of its own. */
  query<Row extends pg.QueryResultRow>(sql: string, values?: unknown[]): Promise<Row[]>;
  drop(): Promise<void>;
};

/** An empty database beside the tests' own ones, for a test of what makes or reads a whole one. */
export async function scratchDatabase(): Promise<ScratchDatabase> {
  const clusterUrl = inject("clusterUrl");
  const name = `scratch_${randomBytes(6).toString("hex")}`;
  await queryAt(clusterUrl, `CREATE DATABASE ${name}`);
  const url = databaseUrl(clusterUrl, name);
  return {
    url,
    query: (sql, values) => queryAt(url, sql, values),
    drop: async () => void (await queryAt(clusterUrl, `DROP DATABASE ${name} WITH (FORCE)`)),
  };
}

/** One statement, in a connection of its own. */
export async function queryAt<Row extends pg.QueryResultRow>(
  url: string,
  sql: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql, values)).rows;
  } finally {
    await client.end();
  }
}
