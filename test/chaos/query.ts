import { setTimeout as pause } from "node:timers/promises";

import pg from "pg";

import type { Installation } from "./installation";

/** One statement, in a connection of its own. A database that is just being killed makes it reject. */
export async function queryAt<Row extends pg.QueryResultRow>(
  url: string,
  sql: string,
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Asks the database of a run, again where it is just being killed. */
export async function queryInstallation<Row extends pg.QueryResultRow>(
  installation: Installation,
  sql: string,
): Promise<Row[]> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await queryAt<Row>(await installation.databaseUrl(), sql);
    } catch (fault) {
      if (attempt === 60) throw fault;
      await pause(500);
    }
  }
}
