import pg from "pg";

import { requireDatabaseUrl } from "./db.server";
import { log } from "./log.server";

/**
 * Does `work` unless somebody else, in whatever process, does work of the same name: then it does
 * nothing and says `busy`. The lock is a connection of its own, so it ends with the process however
 * that dies.
 */
export async function exclusively<Result>(
  name: string,
  work: () => Promise<Result>,
): Promise<Result | "busy"> {
  const client = new pg.Client({
    connectionString: requireDatabaseUrl(),
    application_name: "pin-relay-exclusive",
    keepAlive: true,
  });
  // The work goes on: what two do at once here is written once all the same.
  client.on("error", (err) => log.warn({ err, name }, "an exclusive lock was lost"));
  await client.connect();
  try {
    const { rows } = await client.query<{ taken: boolean }>(
      "SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS taken",
      [name],
    );
    return rows[0]?.taken ? await work() : "busy";
  } finally {
    await client.end();
  }
}
