import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";

import { defaultDataRoot } from "../../app/database-cluster.server";
import { isSound } from "./check";
import { runChaos } from "./run";
import { runMutations } from "./run-mutations";
import { renderReport } from "./table";

// Orders come while everything is killed and Pinterest fails; the table says what was lost. Needs a build.
//
//   npm run chaos -- [--processes 2] [--seed TEXT] [--orders N] [--shops N] [--kills N] [--rate N]
//   npm run chaos -- mutations [--seed TEXT] [--bodies N]
//   npm run chaos -- catalog [--kills 10] [--variants 100000]

const ROOT = path.join(import.meta.dirname, "..", "..");

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: "string", default: "pin-relay" },
    orders: { type: "string", default: "20000" },
    shops: { type: "string", default: "40" },
    kills: { type: "string" },
    processes: { type: "string", default: "1" },
    rate: { type: "string", default: "400" },
    bodies: { type: "string", default: "10000" },
    variants: { type: "string", default: "100000" },
  },
});

const stopping = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => stopping.abort());
}

const home = path.join(defaultDataRoot(ROOT), "chaos");
const common = {
  seed: values.seed,
  dataDir: path.join(home, String(process.pid)),
  say: print,
  stopping: stopping.signal,
};
await mkdir(home, { recursive: true });
print(`seed ${values.seed}`);
const runs: Readonly<Record<string, () => Promise<boolean>>> = { catalog, mutations };
const isSoundRun = (runs[positionals[0] ?? ""] ?? orders)();
process.exitCode = await isSoundRun.then(
  (isSoundNow) => (isSoundNow ? 0 : 1),
  (fault: unknown) => {
    if (!stopping.signal.aborted) throw fault;
    print("stopped");
    return 130;
  },
);

async function orders(): Promise<boolean> {
  const report = await runChaos({
    ...common,
    orders: Number(values.orders),
    shops: Number(values.shops),
    kills: Number(values.kills ?? 30),
    processes: Number(values.processes),
    perSecond: Number(values.rate),
    settleMsMax: 240_000,
  });
  print(renderReport(report));
  return isSound(report.verdict);
}

async function mutations(): Promise<boolean> {
  const broken = await runMutations({ ...common, bodies: Number(values.bodies) });
  for (const line of broken) print(line);
  return broken.length === 0;
}

/** The test of a catalog's sync that is killed, as large as a big shop. */
async function catalog(): Promise<boolean> {
  const child = spawn("vitest", ["run", "test/chaos/catalog-kill.test.ts"], {
    cwd: ROOT,
    stdio: "inherit",
    env: {
      ...process.env,
      CATALOG_KILLS: values.kills ?? "10",
      CATALOG_VARIANTS: values.variants,
    },
  });
  stopping.signal.addEventListener("abort", () => child.kill());
  const [exitCode] = await once(child, "exit");
  return exitCode === 0;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
