import { spawn, type ChildProcess } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, open, readdir, readFile, rm } from "node:fs/promises";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { pathToFileURL } from "node:url";

import { inject } from "vitest";

import { freePort } from "../../app/free-port.server";
import { DEMO_APP } from "../../sandbox/pinterest/server";
import { startSandboxProcesses, type SandboxProcesses } from "../../sandbox/start";

const ROOT = path.join(import.meta.dirname, "..", "..");
const START_MS_MAX = 120_000;

/** The whole of it: supervisor, web, worker and embedded database beside the sandbox's processes. */
export type Stack = {
  sandbox: SandboxProcesses;
  /** The app's web process without the proxy. */
  appUrl: string;
  /** Every log file of the app and of the sandbox. */
  logDir: string;
  /** The embedded database's own log. */
  databaseLog: string;
  databaseUrl(): Promise<string>;
  /** The process ids of the running web or worker. */
  pidsOf(bundle: "web.js" | "worker.js"): Promise<number[]>;
  /** The supervisor and all that it started, the database too, without a word. */
  killApp(): Promise<void>;
  /** The database alone, without a word. */
  killDatabase(): Promise<void>;
  /** Asks the supervisor to stop, and returns its exit code. */
  stopApp(): Promise<number | null>;
  /** Starts the app again on what the killed one left. */
  restartApp(): Promise<void>;
  close(): Promise<void>;
};

/**
 * Starts the built app and a sandbox of its own, on free ports, with an empty database.
 *
 * @param dataDir where the database is made and, at the end, removed; by default in the run's own folder.
 */
export async function startStack(
  name: string,
  dataDir = path.join(inject("clustersDir"), name),
): Promise<Stack> {
  const logDir = path.join(ROOT, "var", "log", "test", name);
  await rm(logDir, { recursive: true, force: true });
  await mkdir(logDir, { recursive: true });

  const port = await freePort();
  const appUrl = `http://127.0.0.1:${port}`;
  const sandbox = await startSandbox(appUrl, logDir);

  const startApp = () =>
    startSupervisor({ sandbox, port, logDir, env: { EMBEDDED_DATABASE: "1", DATA_DIR: dataDir } });

  let app = await startApp();
  return {
    sandbox,
    appUrl,
    logDir,
    databaseLog: path.join(dataDir, "postgres.log"),
    databaseUrl: () => embeddedUrl(dataDir),
    pidsOf: (file) => childrenOf(app.pid, file),
    killApp: async () => {
      const postmaster = Number((await postmasterLines(dataDir))[0]);
      const all = [app.pid, ...(await childrenOf(app.pid, "")), postmaster];
      for (const pid of all) if (pid) process.kill(pid, "SIGKILL");
      await ended(app);
    },
    killDatabase: async () => {
      process.kill(Number((await postmasterLines(dataDir))[0]), "SIGKILL");
    },
    stopApp: async () => {
      app.kill("SIGTERM");
      await ended(app);
      return app.exitCode;
    },
    restartApp: async () => {
      app = await startApp();
    },
    close: async () => {
      app.kill("SIGTERM");
      await ended(app);
      await sandbox.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** The app's names at the local Shopify. */
export const APP_CREDENTIALS = { apiKey: "stack-key", apiSecret: "stack-client-secret" };

/** A sandbox on free ports, whose Shopify knows the app as {@link APP_CREDENTIALS}. */
export function startSandbox(appUrl: string, logDir: string): Promise<SandboxProcesses> {
  return startSandboxProcesses({
    ...APP_CREDENTIALS,
    appUrl,
    ports: { shopify: 0, proxy: 0, pinterest: 0 },
    tomlPath: path.join(ROOT, "shopify.app.toml"),
    logDir,
  });
}

/**
 * Starts the built app's supervisor, and waits until its web process answers.
 *
 * @param env where its database is.
 */
export async function startSupervisor({
  sandbox,
  port,
  logDir,
  env,
}: {
  sandbox: SandboxProcesses;
  port: number;
  logDir: string;
  env: Readonly<Record<string, string>>;
}): Promise<ChildProcess> {
  const bundle = path.join(ROOT, "build", "start.js");
  if (!existsSync(bundle)) throw new Error("Build the app first: npm run build");
  const log = await open(path.join(logDir, "app.log"), "a");
  const preload = pathToFileURL(path.join(ROOT, "sandbox", "preload.mjs")).href;
  const child = spawn(process.execPath, ["--import", preload, bundle], {
    stdio: ["ignore", log.fd, log.fd, "ipc"],
    env: {
      NODE_ENV: "production",
      PATH: process.env["PATH"],
      SHOPIFY_API_KEY: APP_CREDENTIALS.apiKey,
      SHOPIFY_API_SECRET: APP_CREDENTIALS.apiSecret,
      SHOPIFY_APP_URL: sandbox.proxyUrl,
      ENCRYPTION_KEYS: `k1:${Buffer.alloc(32, 7).toString("base64")}`,
      PORT: String(port),
      TRUST_PROXY: "loopback",
      PINTEREST_API_URL: sandbox.pinterestApiUrl,
      PINTEREST_APP_ID: DEMO_APP.id,
      PINTEREST_APP_SECRET: DEMO_APP.secret,
      SANDBOX_SHOPIFY_URL: sandbox.adminUrl,
      ...env,
    },
  });
  await log.close();
  try {
    await untilOk(`http://127.0.0.1:${port}/healthz`, child);
  } catch (fault) {
    child.kill("SIGTERM");
    await ended(child);
    throw fault;
  }
  return child;
}

/** Waits until `look` gives something else than `undefined`, and fails the test when it does not. */
export async function eventually<Found>(
  what: string,
  look: () => Promise<Found | undefined>,
  msMax = 90_000,
): Promise<Found> {
  const deadline = Date.now() + msMax;
  while (Date.now() < deadline) {
    const found = await look();
    if (found !== undefined) return found;
    await pause(50);
  }
  throw new Error(`It did not happen within ${msMax} ms: ${what}`);
}

async function untilOk(url: string, child: ChildProcess): Promise<void> {
  await eventually(
    `${url} answers`,
    async () => {
      if (child.exitCode !== null) throw new Error(`The app ended with ${child.exitCode}`);
      const ok = await fetch(url).then(
        (response) => response.ok,
        () => false,
      );
      return ok || undefined;
    },
    START_MS_MAX,
  );
}

/** The address of the database in a data directory, while it runs. */
export async function embeddedUrl(dataDir: string): Promise<string> {
  const password = (await readFile(path.join(dataDir, "postgres-password"), "utf8")).trim();
  const [, , , port] = await postmasterLines(dataDir);
  return `postgresql://pin_relay:${password}@127.0.0.1:${port}/pin_relay`;
}

/** What the server of a data directory says of itself; its process id comes first. */
export async function postmasterLines(dataDir: string): Promise<string[]> {
  const lock = await readFile(path.join(dataDir, "postgres", "postmaster.pid"), "utf8");
  return lock.split("\n");
}

/** Direct children whose command line names `file`. */
export async function childrenOf(parent: number | undefined, file: string): Promise<number[]> {
  const pids = (await readdir("/proc")).filter((entry) => /^\d+$/.test(entry));
  const found: number[] = [];
  for (const pid of pids) {
    const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
    const command = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
    // The fourth field, counted after the name in parentheses, which may hold anything.
    const ppid = Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
    if (ppid === parent && command.includes(file) && !command.includes("postgres")) {
      found.push(Number(pid));
    }
  }
  return found;
}

/** Resolves when the process is gone. */
export function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once("exit", () => resolve());
  });
}
