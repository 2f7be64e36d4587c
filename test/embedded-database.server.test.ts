import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { chown, copyFile, mkdir, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir, userInfo } from "node:os";
import path from "node:path";

import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { defaultDataRoot } from "~/database-cluster.server";
import { startEmbeddedDatabase, type EmbeddedDatabase } from "~/embedded-database.server";
import { ConfigError } from "~/errors";
import { INSTALLATION_DIR } from "~/paths.server";

import { queryAt } from "#test/support/scratch-database";

const PARENT = path.join(INSTALLATION_DIR, "test", "support", "database-parent.ts");

let root: string;
let running: EmbeddedDatabase[];
let children: ChildProcess[];

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), "pin-relay-database-"));
  running = [];
  children = [];
});
afterEach(async () => {
  for (const child of children) child.kill("SIGKILL");
  for (const database of running) await database.stop();
  await rm(root, { recursive: true, force: true });
});

describe("startEmbeddedDatabase", () => {
  test("makes a cluster on the first start and finds it on the second", async () => {
    const first = await start();
    expect(first.adopted).toBe(false);
    await queryAt(first.url, "CREATE TABLE kept (id INT)");
    await first.stop();
    await expect(queryAt(first.url, "SELECT 1")).rejects.toThrow("ECONNREFUSED");

    const second = await start();
    expect(second.adopted).toBe(false);
    expect(await queryAt(second.url, "SELECT * FROM kept")).toEqual([]);
  });

  test("speaks UTF-8, sorts by code point, and listens on this machine alone", async () => {
    const { url } = await start();
    const facts = await queryAt(
      url,
      `SELECT datlocale, pg_encoding_to_char(encoding) AS encoding
         FROM pg_database WHERE datname = current_database()`,
    );
    expect(facts).toEqual([{ datlocale: "C.UTF-8", encoding: "UTF8" }]);
    expect(await queryAt(url, "SHOW listen_addresses")).toEqual([
      { listen_addresses: "127.0.0.1" },
    ]);
    expect(await queryAt(url, "SHOW unix_socket_directories")).toEqual([
      { unix_socket_directories: "" },
    ]);
  });

  test("asks for a password that only its own file tells", async () => {
    const { url } = await start();
    const file = await stat(path.join(root, "postgres-password"));
    expect(file.mode & 0o777).toBe(0o600);
    await expect(queryAt(withPassword(url, "guessed"), "SELECT 1")).rejects.toThrow(
      "password authentication failed",
    );
  });

  test("takes a data folder that is relative to the process", async () => {
    const { url } = await start(path.relative(process.cwd(), root));
    expect(await queryAt(url, "SHOW data_directory")).toEqual([
      { data_directory: path.join(root, "postgres") },
    ]);
  });

  test("takes over the server of a parent that was killed, and can stop it", async () => {
    const url = await startInChildAndKillIt();
    await queryAt(url, "CREATE TABLE kept (id INT)");

    const adopted = await start();
    expect(adopted).toMatchObject({ url, adopted: true });
    expect(await queryAt(url, "SELECT * FROM kept")).toEqual([]);

    await adopted.stop();
    await expect(queryAt(url, "SELECT 1")).rejects.toThrow("ECONNREFUSED");
    expect((await start()).adopted).toBe(false);
  });

  test("starts beside a foreign process that was given the old server's number", async () => {
    await (await start()).stop();
    const foreign = await foreignProcess();
    await writeLock(foreign.pid, 1);

    const database = await start();
    expect(database.adopted).toBe(false);
    expect(await queryAt(database.url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
    expect(foreign.exitCode).toBeNull();
    expect(foreign.signalCode).toBeNull();
  });

  test("does not take a server for its own that keeps other data", async () => {
    const other = await mkdtemp(path.join(tmpdir(), "pin-relay-database-"));
    try {
      const stranger = await start(other);
      const { password } = new URL(stranger.url);
      const mine = await start();
      await queryAt(mine.url, `ALTER ROLE pin_relay PASSWORD '${password}'`);
      await mine.stop();
      // Both take one password now, and the lock file in our data names the other server.
      await copyFile(path.join(other, "postgres-password"), path.join(root, "postgres-password"));
      await writeFile(lockFile(), await readFile(path.join(other, "postgres", "postmaster.pid")));

      const again = await start();
      expect(again.adopted).toBe(false);
      for (const [{ url }, folder] of [
        [again, root],
        [stranger, other],
      ] as const) {
        const data_directory = path.join(folder, "postgres");
        expect(await queryAt(url, "SHOW data_directory")).toEqual([{ data_directory }]);
      }
      await stranger.stop();
    } finally {
      await rm(other, { recursive: true, force: true });
    }
  });

  test("refuses a server on its data that does not take its password", async () => {
    const database = await start();
    const file = path.join(root, "postgres-password");
    const password = await readFile(file, "utf8");
    await writeFile(file, "another\n");

    await expect(start()).rejects.toThrow(ConfigError);
    expect(await queryAt(database.url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
    await writeFile(file, password);
    expect((await start()).adopted).toBe(true);
  });

  test("begins anew where the first start was killed half-way", async () => {
    await writeFile(path.join(root, "postgres-password"), "half\n", { mode: 0o600 });
    await mkdir(path.join(root, "postgres.draft"));
    await writeFile(path.join(root, "postgres.draft", "half"), "");
    await mkdir(path.join(root, "postgres"));
    await writeFile(path.join(root, "postgres", "half"), "");
    const { url } = await start();
    expect(await queryAt(url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
  });
});

test("two clones on one machine keep their data apart", () => {
  expect(defaultDataRoot("/srv/one")).not.toBe(defaultDataRoot("/srv/two"));
  expect(defaultDataRoot("/srv/one")).toBe(defaultDataRoot("/srv/one"));
});

async function start(dataRoot = root): Promise<EmbeddedDatabase> {
  const database = await startEmbeddedDatabase(INSTALLATION_DIR, dataRoot);
  running.push(database);
  return database;
}

/** The URL of a server whose parent is dead. */
async function startInChildAndKillIt(): Promise<string> {
  const child = spawn(process.execPath, ["--import", "tsx", PARENT, INSTALLATION_DIR, root], {
    cwd: INSTALLATION_DIR,
    stdio: ["ignore", "pipe", "inherit"],
  });
  children.push(child);
  const [line] = await once(child.stdout, "data");
  child.kill("SIGKILL");
  await once(child, "exit");
  return String(line).trim();
}

/** A process of the account that runs the server, which knows nothing of PostgreSQL. */
async function foreignProcess(): Promise<ChildProcess> {
  const { uid, gid } = await stat(path.join(root, "postgres"));
  const child = spawn("sleep", ["600"], {
    stdio: "ignore",
    cwd: "/",
    ...(userInfo().uid === 0 ? { uid, gid } : {}),
  });
  children.push(child);
  await once(child, "spawn");
  return child;
}

/** The lock file of a server that was killed, with this number in it. */
async function writeLock(pid: number | undefined, port: number): Promise<void> {
  const { uid, gid } = await stat(path.join(root, "postgres"));
  const lines = [
    pid,
    path.join(root, "postgres"),
    1_795_188_600,
    port,
    "",
    "127.0.0.1",
    "",
    "ready",
  ];
  await writeFile(lockFile(), `${lines.join("\n")}\n`, { mode: 0o600 });
  if (userInfo().uid === 0) await chown(lockFile(), uid, gid);
}

function lockFile(): string {
  return path.join(root, "postgres", "postmaster.pid");
}

function withPassword(url: string, password: string): string {
  const changed = new URL(url);
  changed.password = password;
  return changed.href;
}
