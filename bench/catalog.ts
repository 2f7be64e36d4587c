import { closeSync, existsSync, openSync, writeSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import path from "node:path";

import { WORKER_FLAGS } from "~/node-flags";

import { catalogLines } from "./catalog-lines";
import { runBench } from "./child";

// From the lines of a bulk operation on disk to the published feed, against reading and parsing the same
// lines and doing nothing with them: 10 000 and 100 000 variants, with `--full` 1 000 000 as well. Each in
// processes of its own, started as the worker is, so that each peak of memory is its own.

const SIZES = process.argv.includes("--full") ? [10_000, 100_000, 1_000_000] : [10_000, 100_000];
const SEED = 20_261_122;
const PIECE_LENGTH = 1024 * 1024;

const dataDir = process.env["DATA_DIR"] ?? "";
await mkdir(dataDir, { recursive: true });
for (const variants of SIZES) {
  const file = path.join(dataDir, `bulk-${variants}.jsonl`);
  if (!existsSync(file)) write(file, catalogLines(variants, SEED));
  await runBench("catalog-feed.ts", process.env, [file, String(variants)], WORKER_FLAGS);
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
