import { db } from "~/db.server";

/** Empties every table of the app, as a file of database tests begins. */
export async function emptyDatabase(): Promise<void> {
  const tables = await db.$queryRaw<{ name: string }[]>`
    SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
     WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'`;
  await db.$executeRawUnsafe(`TRUNCATE ${tables.map(({ name }) => name).join(", ")} CASCADE`);
}
