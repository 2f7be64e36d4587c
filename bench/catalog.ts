import { closeSync, existsSync, openSync, writeSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import path from "node:path";

import { z } from "zod";

import { catalogLines } from "./catalog-lines";
import { runBuilt } from "./child";
import { print, shown, type Cost } from "./stopwatch";

// From the lines of a bulk operation on disk to the published feed, against reading and parsing the same
// lines and doing nothing with them: 10 000, 100 000 and, unless `--quick` is said, 1 000 000 variants.
// Each in processes of its own, built and started as the worker is, so that each peak of memory is its own.
// Where others load the machine, the ratio of processor times says more than that of times.

const SIZES = [10_000, 100_000, ...(process.argv.includes("--quick") ? [] : [1_000_000])];
const SEED = 20_261_122;
const PIECE_LENGTH = 1024 * 1024;

const cost = z.object({ ms: z.number(), cpuMs: z.number() });
const feedFigures = z.object({
  ...{ sorted: cost, published: cost, whole: cost },
  ...{ memoryBeforeMib: z.number(), memoryMaxMib: z.number() },
});
const downloadFigures = z.object({ bare: z.number(), ours: z.number(), mib: z.number() });

const dataDir = process.env["DATA_DIR"] ?? "";
await mkdir(dataDir, { recursive: true });
const peaks: number[] = [];
for (const variants of SIZES) {
  const file = path.join(dataDir, `bulk-${variants}.jsonl`);
  if (!existsSync(file)) write(file, catalogLines(variants, SEED));
  const args = [file, String(variants)];
  const parse = await runBuilt("catalog-parse.ts", cost, process.env, args);
  for (const reading of ["first", "second"]) {
    const made = await runBuilt("catalog-feed.ts", feedFigures, process.env, args);
    print(
      `catalog, ${shown(variants)} variants, ${reading} reading: published after ` +
        `${times(made.published, parse)}, sorting ${shown(made.sorted.ms / 1_000)} s of it; ` +
        `with the rows of the items ${times(made.whole, parse)}; ` +
        `peak ${shown(made.memoryMaxMib)} MiB, ${shown(made.memoryBeforeMib)} MiB before`,
    );
    peaks.push(made.memoryMaxMib);
  }
  const { bare, mib, ours } = await runBuilt(
    "catalog-download.ts",
    downloadFigures,
    process.env,
    args.slice(1),
  );
  print(
    `catalog, ${shown(variants)} variants: download at ${shown(ours / bare)} of a bare stream ` +
      `(${shown(ours)} MiB/s of ${shown(mib)} MiB)`,
  );
}
print(
  `catalog: the largest peak is ${shown(Math.max(...peaks) / (peaks[0] ?? NaN))} times the first`,
);

function times(made: Cost, parse: Cost): string {
  return (
    `${shown(made.ms / parse.ms)} times JSON.parse (${shown(made.ms / 1_000)} s of ` +
    `${shown(parse.ms / 1_000)} s; processor ${shown(made.cpuMs / parse.cpuMs)} times)`
  );
}

function write(file: string, lines: Iterable<string>): void {
  const descriptor = openSync(file, "w");
  let piece = "";
  for (const line of lines) {
    piece += `${line}\n`;
    if (piece.length < PIECE_LENGTH) continue;
    writeSync(descriptor, piece);
    piece = "";
  }
  writeSync(descriptor, piece);
  closeSync(descriptor);
}
