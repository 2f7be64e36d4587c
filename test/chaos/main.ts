import { mkdir } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";

import { defaultDataRoot } from "../../app/database-cluster.server";
import { isSound } from "./check";
import { runChaos } from "./run";
import { renderReport } from "./table";

// Orders come while everything is killed and Pinterest fails; the table says what was lost. Needs a build.
//
//   npm run chaos -- [--processes 2] [--seed TEXT] [--orders N] [--shops N] [--kills N]

const ROOT = path.join(import.meta.dirname, "..", "..");

const { values } = parseArgs({
  options: {
    seed: { type: "string", default: "pin-relay" },
    orders: { type: "string", default: "20000" },
    shops: { type: "string", default: "40" },
    kills: { type: "string", default: "30" },
    processes: { type: "string", default: "1" },
    rate: { type: "string", default: "300" },
  },
});

const stopping = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => stopping.abort());
}

const home = path.join(defaultDataRoot(ROOT), "chaos");
await mkdir(home, { recursive: true });
print(`seed ${values.seed}`);
await runChaos({
  seed: values.seed,
  orders: Number(values.orders),
  shops: Number(values.shops),
  kills: Number(values.kills),
  processes: Number(values.processes),
  perSecond: Number(values.rate),
  dataDir: path.join(home, String(process.pid)),
  settleMsMax: 240_000,
  say: print,
  stopping: stopping.signal,
}).then(
  (report) => {
    print(renderReport(report));
    process.exitCode = isSound(report.verdict) ? 0 : 1;
  },
  (fault: unknown) => {
    if (!stopping.signal.aborted) throw fault;
    print("stopped");
    process.exitCode = 130;
  },
);

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
