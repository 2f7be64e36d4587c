import { inject } from "vitest";

import { db } from "~/db.server";

import { queryAt } from "./scratch-database";

/** Empties every table of the app, as a file of database tests begins. */
export async function emptyDatabase(): Promise<void> {
  const tables = await db.$queryRaw<{ name: string }[]>`
    SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
     WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'`;
  await db.$executeRawUnsafe(`TRUNCATE ${tables.map(({ name }) => name).join(", ")} CASCADE`);
}

/** Ends every connection to the worker's database and lets nobody in, until it is opened again. */
export async function shutDatabase(): Promise<() => Promise<void>> {
  const [database] = await db.$queryRaw<
    { name: string }[]
  >`SELECT current_database()::text AS name`;
  const name = database?.name ?? "";
  const allow = (allowed: boolean) =>
    queryAt(inject("clusterUrl"), `ALTER DATABASE ${name} WITH ALLOW_CONNECTIONS ${allowed}`);
  await allow(false);
  await queryAt(
    inject("clusterUrl"),
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1",
    [name],
  );
  return async () => void (await allow(true));
}

/** Whether a connection to this database waits for a lock that another one holds. */
export async function somebodyWaits(): Promise<boolean> {
  const rows = await db.$queryRaw<{ pid: number }[]>`
    SELECT pid FROM pg_stat_activity
     WHERE datname = current_database() AND wait_event_type = 'Lock'`;
  return rows.length > 0;
}
