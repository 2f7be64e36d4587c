import { readFile } from "node:fs/promises";

import { db } from "~/db.server";

// Processor time tells more than time on the wall, which belongs to everybody on the machine.

/** The kernel counts in hundredths of a second. */
const TICK_MS = 10;

/** Processor time so far, in milliseconds. */
export type ProcessorMs = { web: number; database: number; generator: number };

/** What the web processes, all of PostgreSQL, and this process have used so far. */
export async function processorMs(...webPids: readonly number[]): Promise<ProcessorMs> {
  const { user, system } = process.cpuUsage();
  const web = await Promise.all(webPids.map(ownMs));
  return {
    web: web.reduce((sum, ms) => sum + ms, 0),
    database: await databaseMs(),
    generator: (user + system) / 1_000,
  };
}

/** What each of so many requests cost between two counts, for a person. */
export function shownProcessor(before: ProcessorMs, after: ProcessorMs, count: number): string {
  const used = (of: keyof ProcessorMs) =>
    `${of} ${Math.round(((after[of] - before[of]) * 1_000) / count)} µs`;
  return [used("web"), used("database"), used("generator")].join(", ");
}

/** The server's first process, with those that ended, and everything that it started. */
async function databaseMs(): Promise<number> {
  const backends = await db.$queryRaw<{ pid: number }[]>`SELECT pid FROM pg_stat_activity`;
  const ofBackends = await Promise.all(backends.map(({ pid }) => ticksOf(pid).catch(() => null)));
  const [first] = ofBackends.flatMap((ticks) => ticks ?? []);
  if (!first) return NaN;
  const { ended, own } = await ticksOf(first.parent);
  const alive = ofBackends.reduce((sum, ticks) => sum + (ticks?.own ?? 0), 0);
  return (own + ended + alive) * TICK_MS;
}

async function ownMs(pid: number): Promise<number> {
  return (await ticksOf(pid)).own * TICK_MS;
}

/** Source: Linux, `proc_pid_stat(5)`. The name in brackets, the second field, may have blanks. */
async function ticksOf(pid: number): Promise<{ parent: number; own: number; ended: number }> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  const sum = (...places: number[]) =>
    places.reduce((total, place) => total + Number(fields[place - 3]), 0);
  return { parent: sum(4), own: sum(14, 15), ended: sum(16, 17) };
}
