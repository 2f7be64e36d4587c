import { execFile } from "node:child_process";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";

import { afterEach, beforeEach, expect, test } from "vitest";

import { startEmbeddedDatabase, type EmbeddedDatabase } from "~/embedded-database.server";
import { migrate } from "~/migrate.server";
import { INSTALLATION_DIR, MIGRATIONS_DIR } from "~/paths.server";

import { queryAt } from "#test/support/scratch-database";

// What docs/operate.md says of the embedded database: a cold copy of its folder is a backup.

let folder: string;
let running: EmbeddedDatabase[];

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "pin-relay-backup-"));
  // Root's database is another user's, who has to get through.
  await chmod(folder, 0o755);
  running = [];
});
afterEach(async () => {
  for (const database of running) await database.stop();
  await rm(folder, { recursive: true, force: true });
});

test("a cold copy of the data folder is started elsewhere, with every row and nothing to migrate", async () => {
  const original = await start("original");
  await migrate(original.url, MIGRATIONS_DIR);
  await queryAt(
    original.url,
    "INSERT INTO shops (id, platform, domain, \"updatedAt\") VALUES (gen_random_uuid(), 'shopify', 'demo.myshopify.com', now())",
  );
  await original.stop();
  // Owners and modes are kept: the server takes no files of others.
  await promisify(execFile)("cp", ["-a", path.join(folder, "original"), path.join(folder, "copy")]);

  const again = await start("original");
  await queryAt(again.url, "DELETE FROM shops");

  const copy = await start("copy");
  expect(copy.adopted).toBe(false);
  expect(await queryAt(copy.url, "SHOW data_directory")).toEqual([
    { data_directory: path.join(folder, "copy", "postgres") },
  ]);
  expect(await migrate(copy.url, MIGRATIONS_DIR)).toEqual([]);
  expect(await queryAt(copy.url, "SELECT domain FROM shops")).toEqual([
    { domain: "demo.myshopify.com" },
  ]);
  expect(await queryAt(again.url, "SELECT domain FROM shops")).toEqual([]);
});

async function start(name: string): Promise<EmbeddedDatabase> {
  const database = await startEmbeddedDatabase(INSTALLATION_DIR, path.join(folder, name));
  running.push(database);
  return database;
}
