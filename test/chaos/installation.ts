import type { ChildProcess } from "node:child_process";
import { mkdir, rm } from "node:fs/promises";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";

import { startEmbeddedDatabase } from "../../app/embedded-database.server";
import { freePort } from "../../app/free-port.server";
import { PRESENCE_CLASS } from "../../app/presence";
import type { SandboxProcesses } from "../../sandbox/start";
import {
  childrenOf,
  embeddedUrl,
  ended,
  postmasterLines,
  startSandbox,
  startSupervisor,
} from "../support/stack";
import { queryAt } from "./query";
import type { KillTarget } from "./plan";

const ROOT = path.join(import.meta.dirname, "..", "..");
const BUNDLES = { worker: "worker.js", web: "web.js" } as const;
const BACK_MS_MAX = 60_000;

/** Everything that a run breaks, and the sandbox, which stays whole. */
export type Installation = {
  sandbox: SandboxProcesses;
  /** One per supervisor. */
  appUrls: readonly string[];
  logDir: string;
  databaseUrl(): Promise<string>;
  /**
   * Ends one with SIGKILL, any of several by `pick`, and waits until another does its work, or until
   * `stopping`.
   *
   * @returns how long it took until another process was there, and until it was at work.
   */
  kill(target: KillTarget, pick: (count: number) => number, stopping: AbortSignal): Promise<Back>;
  close(): Promise<void>;
};

/** How long something that was killed was missed. */
export type Back = { thereMs: number; backMs: number };

export type InstallationOptions = {
  name: string;
  /** Where the database is made; removed in the end. */
  dataDir: string;
  /**
   * Supervisors, each with a web process and a worker. One has an embedded database of its own; several
   * share a server which none of them started.
   */
  processes: number;
};

/** Starts the built app and a sandbox on free ports, with an empty database. */
export async function startInstallation({
  name,
  dataDir,
  processes,
}: InstallationOptions): Promise<Installation> {
  const logDir = path.join(ROOT, "var", "log", "test", name);
  await rm(logDir, { recursive: true, force: true });
  await mkdir(logDir, { recursive: true });
  const supervisors: ChildProcess[] = [];
  const closers: (() => Promise<void>)[] = [() => rm(dataDir, { recursive: true, force: true })];
  const close = async () => {
    await Promise.all(supervisors.map(stopped));
    for (const closer of closers.toReversed()) await closer();
  };
  try {
    const ports: number[] = [];
    for (let index = 0; index < processes; index += 1) ports.push(await freePort());
    const appUrls = ports.map((port) => `http://127.0.0.1:${port}`);
    const sandbox = await startSandbox(appUrls[0] ?? "", logDir);
    closers.push(sandbox.close);
    const server = processes > 1 ? await keepServer(dataDir) : null;
    if (server) closers.push(server.close);
    const env = server
      ? { DATABASE_URL: server.url }
      : { EMBEDDED_DATABASE: "1", DATA_DIR: dataDir };
    const starts = ports.map((port) => startSupervisor({ sandbox, port, logDir, env }));
    const started = await Promise.allSettled(starts);
    for (const start of started) if (start.status === "fulfilled") supervisors.push(start.value);
    await Promise.all(starts);

    const pidsOf = async (target: "worker" | "web") => {
      const found = supervisors.map(({ pid }) => childrenOf(pid, BUNDLES[target]));
      return (await Promise.all(found)).flat();
    };
    const works: Record<KillTarget, () => Promise<boolean>> = {
      database: () => isAnswering(dataDir),
      web: async () => (await Promise.all(appUrls.map(isServing))).every(Boolean),
      worker: async () => (await workersPresent(dataDir)) === processes,
    };
    return {
      sandbox,
      appUrls,
      logDir,
      databaseUrl: () => embeddedUrl(dataDir),
      kill: async (target, pick, stopping) => {
        const pidsNow = () => (target === "database" ? serverPid(dataDir) : pidsOf(target));
        const pids = await pidsNow();
        const pid = pids[pick(pids.length)];
        if (pid === undefined) throw new Error(`There is no ${target} to kill`);
        const killedMs = performance.now();
        process.kill(pid, "SIGKILL");
        const isThere = async () => {
          const now = await pidsNow();
          return now.length === pids.length && !now.includes(pid);
        };
        await until(`another ${target} is there`, isThere, stopping);
        const thereMs = performance.now() - killedMs;
        await until(`another ${target} is at work`, works[target], stopping);
        return { thereMs, backMs: performance.now() - killedMs };
      },
      close,
    };
  } catch (fault) {
    await close();
    throw fault;
  }
}

/** A PostgreSQL server that belongs to the run: started again at its address whenever it is killed. */
async function keepServer(dataDir: string): Promise<{ url: string; close(): Promise<void> }> {
  let server = await startEmbeddedDatabase(ROOT, dataDir);
  const { url } = server;
  let isClosing = false;
  const watch = (async () => {
    for (;;) {
      await server.ended();
      if (isClosing) return;
      server = await startEmbeddedDatabase(ROOT, dataDir, Number(new URL(url).port));
      if (isClosing) await server.stop();
    }
  })();
  return {
    url,
    close: async () => {
      isClosing = true;
      await server.stop();
      await watch;
    },
  };
}

async function isAnswering(dataDir: string): Promise<boolean> {
  return (await ask(dataDir, "SELECT")) !== null;
}

/** Each worker shows itself to the others by a lock, as those see it who take a dead one's lanes over. */
async function workersPresent(dataDir: string): Promise<number> {
  const rows = await ask(
    dataDir,
    `SELECT FROM pg_locks WHERE locktype = 'advisory' AND granted AND classid = ${PRESENCE_CLASS}`,
  );
  return rows ?? 0;
}

/** @returns how many rows came; `null` where the database did not answer. */
async function ask(dataDir: string, sql: string): Promise<number | null> {
  try {
    return (await queryAt(await embeddedUrl(dataDir), sql)).length;
  } catch {
    return null;
  }
}

function isServing(appUrl: string): Promise<boolean> {
  return fetch(`${appUrl}/healthz`).then(
    ({ ok }) => ok,
    () => false,
  );
}

async function serverPid(dataDir: string): Promise<number[]> {
  const [pid] = await postmasterLines(dataDir).catch(() => []);
  return pid ? [Number(pid)] : [];
}

/** Asks a supervisor to end everything that it started; one that is stuck is ended. */
async function stopped(child: ChildProcess): Promise<void> {
  const pids = await childrenOf(child.pid, "");
  child.kill("SIGTERM");
  const timer = setTimeout(() => {
    for (const pid of [child.pid, ...pids]) if (pid !== undefined) killQuietly(pid);
  }, 25_000);
  await ended(child);
  clearTimeout(timer);
}

function killQuietly(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // Gone already, which is what was wanted.
  }
}

async function until(
  what: string,
  isThere: () => Promise<boolean>,
  stopping: AbortSignal,
): Promise<void> {
  const deadline = Date.now() + BACK_MS_MAX;
  while (Date.now() < deadline && !stopping.aborted) {
    if (await isThere()) return;
    await pause(100);
  }
  if (stopping.aborted) return;
  throw new Error(`It did not happen within ${BACK_MS_MAX} ms: ${what}`);
}
