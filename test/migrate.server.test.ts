import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";

import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { environmentWith } from "~/env.server";
import { ConfigError } from "~/errors";
import { migrate } from "~/migrate.server";
import { INSTALLATION_DIR, MIGRATIONS_DIR } from "~/paths.server";

import { scratchDatabase, type ScratchDatabase } from "#test/support/scratch-database";

let database: ScratchDatabase;
let folder: string;

beforeEach(async () => {
  database = await scratchDatabase();
  folder = await mkdtemp(path.join(tmpdir(), "pin-relay-migrations-"));
});
afterEach(async () => {
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

describe("migrate", () => {
  test("brings an empty database up, and finds nothing to do the second time", async () => {
    const first = await migrate(database.url, MIGRATIONS_DIR);
    expect(first.length).toBeGreaterThan(0);
    expect(await migrate(database.url, MIGRATIONS_DIR)).toEqual([]);
    expect(await tables()).toEqual(expect.arrayContaining(["outbox", "ledger_lines", "shops"]));
  });

  test("applies each migration once, however many processes start at once", async () => {
    await addMigration("1_first", "CREATE TABLE one (id INT); SELECT pg_sleep(0.05);");
    await addMigration("2_second", "CREATE TABLE two (id INT);");
    const applied = await Promise.all(
      Array.from({ length: 5 }, () => migrate(database.url, folder)),
    );
    expect(applied.flat()).toEqual(["1_first", "2_second"]);
    expect(await records()).toHaveLength(2);
  });

  test("applies only what is new", async () => {
    await addMigration("1_first", "CREATE TABLE one (id INT);");
    await migrate(database.url, folder);
    await addMigration("2_second", "CREATE TABLE two (id INT);");
    expect(await migrate(database.url, folder)).toEqual(["2_second"]);
  });

  test("refuses a migration that was changed after it was applied", async () => {
    await addMigration("1_first", "CREATE TABLE one (id INT);");
    await migrate(database.url, folder);
    await addMigration("1_first", "CREATE TABLE one (id BIGINT);");
    await addMigration("2_second", "CREATE TABLE two (id INT);");

    await expect(migrate(database.url, folder)).rejects.toThrow(
      new ConfigError("Migration 1_first was changed after it was applied: restore the file"),
    );
    expect(await tables()).not.toContain("two");
  });

  test("leaves nothing of a migration that fails half-way, and keeps those before it", async () => {
    await addMigration("1_first", "CREATE TABLE one (id INT);");
    await addMigration("2_second", "CREATE TABLE two (id INT); SELECT 1/0;");

    await expect(migrate(database.url, folder)).rejects.toThrow("division by zero");
    expect(await tables()).toEqual(["_prisma_migrations", "one"]);
    expect((await records()).map(({ migration_name }) => migration_name)).toEqual(["1_first"]);

    await addMigration("2_second", "CREATE TABLE two (id INT);");
    expect(await migrate(database.url, folder)).toEqual(["2_second"]);
  });

  test("leaves a migration that Prisma recorded as failed to a person", async () => {
    await addMigration("1_first", "CREATE TABLE one (id INT);");
    await migrate(database.url, folder);
    await database.query("UPDATE _prisma_migrations SET finished_at = NULL");
    await expect(migrate(database.url, folder)).rejects.toThrow(ConfigError);
  });

  test("applies a migration again that was recorded as rolled back", async () => {
    await addMigration("1_first", "CREATE TABLE IF NOT EXISTS one (id INT);");
    await migrate(database.url, folder);
    await database.query("UPDATE _prisma_migrations SET rolled_back_at = now()");
    expect(await migrate(database.url, folder)).toEqual(["1_first"]);
  });
});

describe("Prisma's own commands", () => {
  test("find nothing pending after our start", async () => {
    await migrate(database.url, MIGRATIONS_DIR);
    expect(await prisma("migrate", "status")).toContain("Database schema is up to date!");
  });

  test("leave nothing pending for us", async () => {
    await prisma("migrate", "deploy");
    expect(await migrate(database.url, MIGRATIONS_DIR)).toEqual([]);
  });

  test("make the same database from schema.prisma as the migrations do", async () => {
    await migrate(database.url, MIGRATIONS_DIR);
    const migrated = await shape(database);
    const fromSchema = await scratchDatabase();
    try {
      const script = await prisma(
        ...["migrate", "diff", "--from-empty", "--script"],
        ...["--to-schema-datamodel", path.join(INSTALLATION_DIR, "prisma", "schema.prisma")],
      );
      await fromSchema.query(script);
      expect(migrated).toEqual(await shape(fromSchema));
    } finally {
      await fromSchema.drop();
    }
  });
});

test("the migrations carry Prisma's lock file", async () => {
  await cp(MIGRATIONS_DIR, folder, { recursive: true });
  const lock = await readFile(path.join(folder, "migration_lock.toml"), "utf8");
  expect(lock).toContain('provider = "postgresql"');
  expect(await migrate(database.url, folder)).not.toEqual([]);
});

async function addMigration(name: string, sql: string): Promise<void> {
  await mkdir(path.join(folder, name), { recursive: true });
  await writeFile(path.join(folder, name, "migration.sql"), sql);
}

async function tables(): Promise<string[]> {
  const rows = await database.query<{ tablename: string }>(
    "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename",
  );
  return rows.map(({ tablename }) => tablename);
}

function records(): Promise<{ migration_name: string }[]> {
  return database.query("SELECT migration_name FROM _prisma_migrations ORDER BY started_at");
}

/** Every column, index and constraint of the app's tables, but for partial indexes: Prisma has no words for them. */
async function shape({ query }: ScratchDatabase) {
  const where = "table_schema = 'public' AND table_name <> '_prisma_migrations'";
  return {
    columns: await query(
      `SELECT table_name, column_name, udt_name, datetime_precision, is_nullable, column_default
         FROM information_schema.columns WHERE ${where} ORDER BY 1, 2`,
    ),
    indexes: await query(
      `SELECT tablename, indexname, indexdef FROM pg_indexes
        WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'
          AND indexdef NOT LIKE '% WHERE %' ORDER BY 1, 2`,
    ),
    constraints: await query(
      `SELECT conrelid::regclass::text AS "table", conname, pg_get_constraintdef(oid) AS definition
         FROM pg_constraint WHERE connamespace = 'public'::regnamespace
          AND conrelid::regclass::text <> '_prisma_migrations' ORDER BY 1, 2`,
    ),
  };
}

/** Runs Prisma's command line in this installation, against the scratch database. */
async function prisma(...args: string[]): Promise<string> {
  const cli = path.join(INSTALLATION_DIR, "node_modules", "prisma", "build", "index.js");
  const { stdout } = await promisify(execFile)(process.execPath, [cli, ...args], {
    cwd: INSTALLATION_DIR,
    env: environmentWith({
      DATABASE_URL: database.url,
      CHECKPOINT_DISABLE: "1",
      PRISMA_HIDE_UPDATE_MESSAGE: "1",
    }),
  });
  return stdout;
}
