import { execFile, spawn, type ChildProcess } from "node:child_process";
import { open, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";

import pg from "pg";

import {
  BARE,
  DATABASE_USER,
  ensureCluster,
  prepareHome,
  type ClusterHome,
} from "./database-cluster.server";
import { ConfigError, UpstreamUnavailableError } from "./errors";
import { freePort } from "./free-port.server";

const DATABASE = "pin_relay";

/** A start after a crash replays the log first; on a slow and busy disk that takes its time. */
const START_MS_MAX = 120_000;

/**
 * Before it replays its log, a server that was killed makes sure that the disk has all of its files. One by
 * one, that takes half a minute where others use the disk; the whole file system at once, a quarter of
 * a second. Only Linux can do the latter.
 *
 * Source: PostgreSQL 18, `recovery_init_sync_method`.
 */
const SYNC_AT_ONCE = process.platform === "linux" ? ["-c", "recovery_init_sync_method=syncfs"] : [];

/** After a fast shutdown request, before the server is told to stop at once. */
const STOP_MS_MAX = 8_000;

const POLL_MS = 50;

/** How soon the end of the server is noticed. */
const WATCH_MS = 250;

/** Between two starts of a server that gave up. */
const RETRY_MS = 500;

export type EmbeddedDatabase = {
  /** `postgresql://…@127.0.0.1:<port>/pin_relay`. */
  url: string;
  /** Whether a server that an earlier, killed run left behind was taken over. */
  adopted: boolean;
  /** Resolves when the server is gone, whoever ended it. */
  ended(): Promise<void>;
  /** Shuts the server down and waits until it is gone. */
  stop(): Promise<void>;
};

/**
 * Starts the embedded PostgreSQL of this installation, or takes over the one that an earlier run left
 * running. The cluster is made on first use: UTF-8, `C.UTF-8`, a random password in a file of mode
 * 0600, listening on 127.0.0.1 only.
 *
 * A server found running is adopted only after it has accepted our password and named our data
 * directory as its own; a stale lock file is left to PostgreSQL, which checks it itself.
 *
 * @param installationDir the folder of the program: two clones on one machine never share a cluster.
 * @param dataRoot where the data goes; by default `defaultDataRoot`.
 * @param port where it is to listen, if that is free; left out: on any free port.
 * @throws {ConfigError} when the data directory belongs to a server that is not ours.
 */
export async function startEmbeddedDatabase(
  installationDir: string,
  dataRoot: string | undefined,
  port?: number,
): Promise<EmbeddedDatabase> {
  const home = await prepareHome(installationDir, dataRoot);
  const password = await ensureCluster(home);

  const running = await findRunning(home, password);
  if (running) return running;

  const server = await startServer(home, password, port);
  await createDatabase(urlOf(server.port, password, "postgres"));
  return handleOf(server, password, false);
}

/** Takes over the server that `postmaster.pid` names, if there is one and it is ours. */
async function findRunning(home: ClusterHome, password: string): Promise<EmbeddedDatabase | null> {
  const lock = await readLock(home);
  if (!lock || !(await isAlive(lock.pid))) return null;

  const url = urlOf(lock.port, password, "postgres");
  if ((await dataDirectoryOf(url)) !== home.dataDir) {
    await untilGone(lock.pid, home);
    await releaseLock(lock.pid, home);
    return null;
  }
  await createDatabase(url);
  return handleOf(lock, password, true);
}

type Server = { pid: number; port: number };

function handleOf({ pid, port }: Server, password: string, adopted: boolean): EmbeddedDatabase {
  return {
    url: urlOf(port, password, DATABASE),
    adopted,
    ended: async () => {
      while (await isAlive(pid)) await pause(WATCH_MS);
    },
    stop: () => stopServer(pid),
  };
}

type Lock = { pid: number; port: number; text: string };

/** What a running server, or one that was killed, says of itself in its data directory. */
async function readLock(home: ClusterHome): Promise<Lock | null> {
  const text = await readFile(lockFile(home), "utf8").catch(() => "");
  const [pidText, , , portText] = text.split("\n");
  const lock = { pid: Number(pidText), port: Number(portText), text };
  return lock.pid > 0 && lock.port > 0 ? lock : null;
}

/**
 * A killed server's number may belong to another program by now, and PostgreSQL does not start while a
 * process of its own user has the number in its lock file. Our own number takes its place, because a
 * server passes over its parent's; whether anybody still uses the files, it goes on to check itself.
 */
async function releaseLock(pid: number, home: ClusterHome): Promise<void> {
  const lock = await readLock(home);
  if (lock?.pid !== pid || !(await isAlive(pid))) return;
  // Nobody knows what it is: it may be the server after all.
  if ((await commandOf(pid)).trim() === "") return;
  await writeFile(lockFile(home), lock.text.replace(/^\d+/, String(process.pid)));
}

function lockFile(home: ClusterHome): string {
  return path.join(home.dataDir, "postmaster.pid");
}

/** The data directory of the server that answers there with our password; `null` when none does. */
async function dataDirectoryOf(url: string): Promise<string | null> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    const result = await client.query<{ data_directory: string }>("SHOW data_directory");
    return result.rows[0]?.data_directory ?? null;
  } catch {
    return null;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Waits while a postmaster of this data directory shuts down; a foreign process is left alone. */
async function untilGone(pid: number, home: ClusterHome): Promise<void> {
  const deadline = Date.now() + STOP_MS_MAX;
  while (Date.now() < deadline) {
    if (!(await isAlive(pid)) || !(await commandOf(pid)).includes(` ${home.dataDir} `)) return;
    await pause(POLL_MS);
  }
  throw new ConfigError(
    "A PostgreSQL server runs on our data directory and does not take our password: stop it first",
    { pid },
  );
}

/** A process's words, each between spaces; empty where the system does not tell. */
async function commandOf(pid: number): Promise<string> {
  const words =
    process.platform === "linux"
      ? await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "")
      : await promisify(execFile)("ps", ["-ww", "-o", "command=", "-p", String(pid)]).then(
          ({ stdout }) => stdout.trim(),
          () => "",
        );
  return ` ${words.replaceAll("\0", " ")} `;
}

/**
 * Starts the server. One that gives up at once is started again for a while: a free port may be taken
 * in between, and when a server was killed, the memory that it shared is in use until the last of its
 * own processes has noticed.
 */
async function startServer(
  home: ClusterHome,
  password: string,
  preferredPort: number | undefined,
): Promise<Server> {
  const deadline = Date.now() + START_MS_MAX;
  for (;;) {
    const port = await freePort(preferredPort);
    const server = await spawnServer(home, port);
    if (await isReady(server, urlOf(port, password, "postgres"), home, deadline)) {
      if (server.pid !== undefined) return { pid: server.pid, port };
    }
    if (Date.now() > deadline) {
      server.kill("SIGQUIT");
      throw new UpstreamUnavailableError("The embedded PostgreSQL did not start; see its log", {
        log: home.logFile,
      });
    }
    await pause(RETRY_MS);
  }
}

async function spawnServer(home: ClusterHome, port: number): Promise<ChildProcess> {
  const log = await open(home.logFile, "a", 0o600);
  const server = spawn(
    path.join(home.binDir, "postgres"),
    [
      ...["-D", home.dataDir, "-p", String(port)],
      ...["-c", "listen_addresses=127.0.0.1"],
      ...SYNC_AT_ONCE,
    ],
    // In a group of its own: Ctrl-C in the terminal must reach it last, through `stop`.
    { ...home.runAs, env: BARE, cwd: "/", stdio: ["ignore", log.fd, log.fd], detached: true },
  );
  await log.close();
  return server;
}

/** @returns `false` when it gave up, or the time is over. */
async function isReady(
  server: ChildProcess,
  url: string,
  home: ClusterHome,
  deadline: number,
): Promise<boolean> {
  while (Date.now() < deadline && server.exitCode === null && server.signalCode === null) {
    if ((await dataDirectoryOf(url)) === home.dataDir) return true;
    await pause(POLL_MS);
  }
  return false;
}

async function createDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  try {
    const found = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [DATABASE]);
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
  } finally {
    await client.end();
  }
}

/** SIGINT is PostgreSQL's fast shutdown: open transactions are rolled back, files are in order. */
async function stopServer(pid: number): Promise<void> {
  for (const signal of ["SIGINT", "SIGQUIT"] as const) {
    if (!(await isAlive(pid))) return;
    process.kill(pid, signal);
    const deadline = Date.now() + STOP_MS_MAX;
    while ((await isAlive(pid)) && Date.now() < deadline) await pause(POLL_MS);
  }
}

function urlOf(port: number, password: string, database: string): string {
  return `postgresql://${DATABASE_USER}:${password}@127.0.0.1:${port}/${database}`;
}

async function isAlive(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (fault) {
    // EPERM: alive, and somebody else's.
    return fault instanceof Error && "code" in fault && fault.code === "EPERM";
  }
  // A process that ended stays in the list until its parent looks, and some containers' first one never does.
  const status = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  return !/\) Z /.test(status);
}
