import { performance } from "node:perf_hooks";

/** Runs `work` again and again for `ms`, after a tenth of that to warm up, and returns runs per second. */
export async function runsPerSecond(work: () => unknown, ms: number): Promise<number> {
  await runFor(work, ms / 10);
  return runFor(work, ms);
}

/** Calls `work` for each of `tasks`, `width` at a time, and returns the milliseconds of all of it. */
export async function runSideBySide<Task>(
  tasks: readonly Task[],
  width: number,
  work: (task: Task) => Promise<void>,
): Promise<number> {
  const open = tasks.values();
  const startedAt = performance.now();
  await Promise.all(
    Array.from({ length: width }, async () => {
      for (const task of open) await work(task);
    }),
  );
  return performance.now() - startedAt;
}

/** The value that this share of all values does not exceed. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? NaN;
}

/** A number for a person: three digits that mean something. */
export function shown(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString("en") : value.toPrecision(3);
}

/** The one line of a bench. */
export function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** What some work cost: time that passed, and time in which a processor worked for this process. */
export type Cost = { ms: number; cpuMs: number };

/** Begins to count; the watch tells what it cost until then. */
export function startWatch(): () => Cost {
  const startedAt = performance.now();
  const before = cpuMs();
  return () => ({ ms: performance.now() - startedAt, cpuMs: cpuMs() - before });
}

export async function measured(work: () => Promise<void>): Promise<Cost> {
  const watch = startWatch();
  await work();
  return watch();
}

function cpuMs(): number {
  const { system, user } = process.cpuUsage();
  return (system + user) / 1_000;
}

/** Hands figures to the bench that started this process. */
export function tell(figures: object): void {
  print(JSON.stringify(figures));
}

async function runFor(work: () => unknown, ms: number): Promise<number> {
  const startedAt = performance.now();
  let runs = 0;
  while (performance.now() - startedAt < ms) {
    // The clock is asked once in a while, so that it is no part of what is measured.
    for (let turn = 0; turn < 50; turn += 1) await work();
    runs += 50;
  }
  return (runs * 1_000) / (performance.now() - startedAt);
}
