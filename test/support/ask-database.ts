import pg from "pg";

import type { Stack } from "./stack";

/** Runs one statement in the running app's database, in a connection of its own, and gives its rows. */
export async function askDatabase(
  stack: Stack,
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
