import { spawn, type ChildProcess } from "node:child_process";
import path from "node:path";

import { startEmbeddedDatabase, type EmbeddedDatabase } from "~/embedded-database.server";
import { env, environmentWith } from "~/env.server";
import { BAD_CONFIGURATION, ConfigError } from "~/errors";
import { log } from "~/log.server";
import { WORKER_FLAGS } from "~/node-flags";
import { INSTALLATION_DIR } from "~/paths.server";
import { runProcess } from "~/process.server";
import { SECOND_MS } from "~/time";

// The supervisor: a database where none is given, then web and worker. One that dies is started again.

/** A process that dies at once would otherwise be started in a tight loop. */
const RESTART_MS = SECOND_MS;

const BUNDLES = { web: "server/web.js", worker: "worker.js" };
type ProcessName = keyof typeof BUNDLES;

runProcess(async () => {
  const stopping = new AbortController();
  const database = await findDatabase(stopping.signal);
  const children = [
    keepRunning("web", database.url, stopping.signal),
    keepRunning("worker", database.url, stopping.signal),
  ];

  return async () => {
    stopping.abort();
    await Promise.all(children.map((stopped) => stopped()));
    await database.stop();
  };
});

type Database = { url: string; stop(): Promise<void> };

async function findDatabase(stopping: AbortSignal): Promise<Database> {
  if (env.DATABASE_URL !== undefined) {
    return { url: env.DATABASE_URL, stop: () => Promise.resolve() };
  }
  if (env.NODE_ENV === "production" && !env.EMBEDDED_DATABASE) {
    throw new ConfigError(
      "Missing environment variable: DATABASE_URL. EMBEDDED_DATABASE=1 allows the embedded database in production.",
    );
  }
  return keepDatabase(stopping);
}

/** Starts the embedded database, and starts it again at the same address whenever it ends. */
async function keepDatabase(stopping: AbortSignal): Promise<Database> {
  let embedded = await startDatabase();
  const { url } = embedded;
  const watch = async (): Promise<void> => {
    for (;;) {
      await embedded.ended();
      if (stopping.aborted) return;
      log.error("the embedded database ended");
      embedded = await startDatabase(Number(new URL(url).port));
      if (embedded.url === url) continue;
      throw new ConfigError("The embedded database's port was taken: start the app again");
    }
  };
  watch().catch((err: unknown) => {
    log.fatal({ err }, "the embedded database does not come back");
    stopWith(1);
  });
  return { url, stop: () => embedded.stop() };
}

async function startDatabase(port?: number): Promise<EmbeddedDatabase> {
  const embedded = await startEmbeddedDatabase(INSTALLATION_DIR, env.DATA_DIR, port);
  log.info({ adopted: embedded.adopted }, "embedded database is ready");
  return embedded;
}

/**
 * Starts a process, and starts it again whenever it ends, until `stopping`.
 *
 * @returns what ends it and waits until it is gone.
 */
function keepRunning(
  name: ProcessName,
  databaseUrl: string,
  stopping: AbortSignal,
): () => Promise<void> {
  let child: ChildProcess | undefined;
  const flags = name === "worker" ? WORKER_FLAGS : [];
  const start = (): void => {
    if (stopping.aborted) return;
    child = spawn(process.execPath, [...process.execArgv, ...flags, bundleOf(name)], {
      // The channel carries nothing: its end tells the child that the supervisor is gone.
      stdio: ["ignore", "inherit", "inherit", "ipc"],
      env: environmentWith({ DATABASE_URL: databaseUrl }),
    });
    child.once("exit", (exitCode, signal) => {
      if (stopping.aborted) return;
      log.error({ process: name, exitCode, signal }, "a process ended");
      if (exitCode === BAD_CONFIGURATION) stopWith(BAD_CONFIGURATION);
      else setTimeout(start, RESTART_MS);
    });
  };
  start();
  return () => stopped(child);
}

/** Stops everything in order, and lets whoever started us know that it was not asked for. */
function stopWith(exitCode: number): void {
  process.exitCode = exitCode;
  process.kill(process.pid, "SIGTERM");
}

function bundleOf(name: ProcessName): string {
  return path.join(INSTALLATION_DIR, "build", BUNDLES[name]);
}

function stopped(child: ChildProcess | undefined): Promise<void> {
  return new Promise((resolve) => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once("exit", () => resolve());
    child.kill("SIGTERM");
  });
}
