import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { text } from "node:stream/consumers";
import { setTimeout as pause } from "node:timers/promises";

import { build } from "esbuild";
import type { z } from "zod";

import { WORKER_FLAGS } from "../app/node-flags";

const START_MS_MAX = 60_000;

const ROOT = path.join(import.meta.dirname, "..");

/** Runs a TypeScript file of this folder to its end; what it prints is ours. */
export async function runBench(
  file: string,
  env: NodeJS.ProcessEnv,
  args: readonly string[] = [],
  flags: readonly string[] = [],
): Promise<void> {
  const program = [...flags, "--import", "tsx", path.join("bench", file), ...args];
  const child = spawn(process.execPath, program, {
    cwd: ROOT,
    env,
    stdio: "inherit",
  });
  const [exitCode] = await once(child, "exit");
  if (exitCode !== 0) throw new Error(`${file} ended with ${exitCode}`);
}

/**
 * Runs a TypeScript file of this folder as the worker is run, built, with the worker's flags and threads, so
 * that its memory and its speed are a worker's.
 *
 * @returns what it tells of itself, checked by `schema`.
 */
export async function runBuilt<Figures>(
  file: string,
  schema: z.ZodType<Figures>,
  env: NodeJS.ProcessEnv,
  args: readonly string[],
): Promise<Figures> {
  const { name } = path.parse(file);
  await build({
    absWorkingDir: ROOT,
    entryPoints: {
      [path.join("bench", name)]: path.join("bench", file),
      "range-thread": path.join("app", "shopify", "range-thread.server.ts"),
    },
    outdir: "build",
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node24",
    packages: "external",
    sourcemap: true,
    logLevel: "warning",
  });
  const outfile = path.join("build", "bench", `${name}.js`);
  const child = spawn(process.execPath, [...WORKER_FLAGS, outfile, ...args], {
    cwd: ROOT,
    env,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [told, [exitCode]] = await Promise.all([text(child.stdout), once(child, "exit")]);
  if (exitCode !== 0) throw new Error(`${file} ended with ${exitCode}`);
  return schema.parse(JSON.parse(told));
}

/** Starts a server of this folder, which says its port, and returns its URL and what ends it. */
export async function startServer(
  file: string,
  args: readonly string[] = [],
): Promise<{ url: string; pid: number; stop(): Promise<void> }> {
  const child = spawn(process.execPath, ["--import", "tsx", path.join("bench", file), ...args], {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "inherit"],
  });
  child.stdout.setEncoding("utf8");
  const [port] = await once(child.stdout, "data");
  const { pid = 0 } = child;
  return { url: `http://127.0.0.1:${Number(port)}`, pid, stop: () => ended(child) };
}

/** Starts a program of the build; its log goes nowhere. */
export function startBuilt(
  file: string,
  env: Readonly<Record<string, string>>,
): { pid: number; stop(): Promise<void>; kill(): Promise<void> } {
  const child = spawn(process.execPath, [path.join("build", file)], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const { pid = 0 } = child;
  return { pid, stop: () => ended(child), kill: () => ended(child, "SIGKILL") };
}

/** Waits until a web process says that it is ready. */
export async function untilReady(url: string): Promise<void> {
  const deadline = performance.now() + START_MS_MAX;
  while (performance.now() < deadline) {
    const isReady = await fetch(`${url}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isReady) return;
    await pause(100);
  }
  throw new Error("The web process did not come up");
}

async function ended(child: ChildProcess, signal: NodeJS.Signals = "SIGTERM"): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, "exit");
  child.kill(signal);
  await exit;
}
