import { closeSync, mkdtempSync, openSync, readSync, rmSync, statSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { performance } from "node:perf_hooks";

import { startCatalogCheck } from "~/catalog/catalog-check";
import type { FeedRow } from "~/catalog/columns";
import type { FeedFormat } from "~/catalog/feed-format";
import { feedWriter } from "~/catalog/feed-write";
import { toItemOptions } from "~/catalog/item";
import { startLines } from "~/shopify/bulk-lines";
import { startProductJoin } from "~/shopify/product";
import { DEFAULT_SETTINGS } from "~/shops/settings";

import { catalogLines } from "./catalog-lines";
import { print, shown } from "./stopwatch";

// How long a catalog takes from the lines of a bulk operation on disk to the feed on disk, against reading
// and parsing the same lines and doing nothing with them.

const VARIANTS = Number(process.argv[2] ?? 100_000);
const SEED = 20_261_122;
const MIB = 1024 * 1024;

const home = mkdtempSync(path.join(tmpdir(), "pin-relay-bench-"));
try {
  const source = path.join(home, "bulk.jsonl");
  write(source, chunked(catalogLines(VARIANTS, SEED)));
  const rssBefore = process.resourceUsage().maxRSS / 1024;

  const parseMs = timed(() => {
    for (const line of linesOf(source)) JSON.parse(line.text);
  });
  const feedMs = timed(() => render(source, path.join(home, "feed.tsv"), "tsv"));
  const megabytes = statSync(source).size / MIB;
  const peak = process.resourceUsage().maxRSS / 1024;
  print(
    `catalog: ${shown(feedMs / parseMs)} times JSON.parse for ${shown(VARIANTS)} variants ` +
      `(${shown(feedMs / 1_000)} s against ${shown(parseMs / 1_000)} s for ${shown(megabytes)} MiB, ` +
      `peak ${shown(peak)} MiB, ${shown(rssBefore)} MiB before)`,
  );
} finally {
  rmSync(home, { recursive: true, force: true });
}

function render(from: string, to: string, format: FeedFormat): void {
  const join = startProductJoin([]);
  for (const line of linesOf(from)) {
    if (join.take(line).kind === "broken") throw new Error(`Line ${line.number} is broken`);
  }
  const check = startCatalogCheck(toItemOptions(DEFAULT_SETTINGS));
  const writer = feedWriter(format, DEFAULT_SETTINGS.storeUrl);
  write(
    to,
    (function* () {
      yield writer.head();
      let rows: FeedRow[] = [];
      for (const product of join.products()) {
        for (const { item, isPublished } of check(product)) if (isPublished) rows.push(item.row);
        if (rows.length < 500) continue;
        yield writer.rows(rows);
        rows = [];
      }
      yield writer.rows(rows);
      yield writer.foot();
    })(),
  );
}

function* linesOf(file: string) {
  const descriptor = openSync(file, "r");
  const lines = startLines();
  const chunk = new Uint8Array(MIB);
  for (;;) {
    const length = readSync(descriptor, chunk);
    if (length === 0) break;
    yield* lines.push(chunk.subarray(0, length));
  }
  yield* lines.end();
  closeSync(descriptor);
}

function* chunked(lines: Iterable<string>): Generator<string> {
  let chunk = "";
  for (const line of lines) {
    chunk += `${line}\n`;
    if (chunk.length < MIB) continue;
    yield chunk;
    chunk = "";
  }
  yield chunk;
}

function write(file: string, pieces: Iterable<string>): void {
  const descriptor = openSync(file, "w");
  for (const piece of pieces) writeSync(descriptor, piece);
  closeSync(descriptor);
}

function timed(work: () => void): number {
  const startedAt = performance.now();
  work();
  return performance.now() - startedAt;
}
