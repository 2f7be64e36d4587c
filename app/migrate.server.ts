import { createHash, randomUUID } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";

import pg from "pg";

import { ConfigError } from "./errors";

/** Any number will do, as long as every process of this app takes the same. */
const ADVISORY_LOCK = 7_246_335_201;

/** The table as Prisma 6 makes it. Source: Prisma's schema engine, `create_migrations_table`. */
const CREATE_TABLE = `
  CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id                  VARCHAR(36) PRIMARY KEY NOT NULL,
    checksum            VARCHAR(64) NOT NULL,
    finished_at         TIMESTAMPTZ,
    migration_name      VARCHAR(255) NOT NULL,
    logs                TEXT,
    rolled_back_at      TIMESTAMPTZ,
    started_at          TIMESTAMPTZ NOT NULL DEFAULT now(),
    applied_steps_count INTEGER NOT NULL DEFAULT 0
  )`;

type Migration = { name: string; sql: string; checksum: string };

/**
 * Brings the database up to the migrations in `migrationsDir`, and says which ones it applied.
 *
 * Safe to call from any number of processes at once: they queue at an advisory lock and the later
 * ones find nothing to do. Each migration is one transaction with its own record in
 * `_prisma_migrations`, written as `prisma migrate deploy` writes it, so that Prisma's commands and
 * this function agree on what is pending.
 *
 * @throws {ConfigError} when an applied migration was changed afterwards, or one is recorded as failed.
 */
export async function migrate(
  databaseUrl: string,
  migrationsDir: string,
): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  client.on("error", () => undefined);
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [ADVISORY_LOCK]);
    await client.query(CREATE_TABLE);
    const pending = await pendingMigrations(client, await readMigrations(migrationsDir));
    for (const migration of pending) await apply(client, migration);
    return pending.map(({ name }) => name);
  } finally {
    // Ends the lock with the connection.
    await client.end();
  }
}

/** The names of the migrations in `migrationsDir`, in the order in which they are applied. */
export async function listMigrations(migrationsDir: string): Promise<readonly string[]> {
  const entries = await readdir(migrationsDir, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return names.toSorted();
}

async function readMigrations(migrationsDir: string): Promise<Migration[]> {
  const names = await listMigrations(migrationsDir);
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(path.join(migrationsDir, name, "migration.sql"), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    }),
  );
}

async function pendingMigrations(client: pg.Client, migrations: Migration[]): Promise<Migration[]> {
  const { rows } = await client.query<{ migration_name: string; checksum: string; done: boolean }>(
    `SELECT migration_name, checksum, finished_at IS NOT NULL AS done
       FROM _prisma_migrations WHERE rolled_back_at IS NULL`,
  );
  return migrations.filter(({ name, checksum }) => {
    const record = rows.find((row) => row.migration_name === name);
    if (!record) return true;
    if (record.done && record.checksum === checksum) return false;
    throw new ConfigError(
      record.done
        ? `Migration ${name} was changed after it was applied: restore the file`
        : `Migration ${name} is recorded as failed: mend it with prisma migrate resolve`,
    );
  });
}

async function apply(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  const startedAt = new Date();
  await client.query("BEGIN");
  try {
    await client.query(sql);
    await client.query(
      `INSERT INTO _prisma_migrations
         (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, $4, clock_timestamp(), 1)`,
      [randomUUID(), checksum, name, startedAt],
    );
    await client.query("COMMIT");
  } catch (fault) {
    await client.query("ROLLBACK");
    throw fault;
  }
}
