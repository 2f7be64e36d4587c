import { writeFileSync } from "node:fs";

import { z } from "zod";

import { startCatalogCheck } from "~/catalog/catalog-check";
import type { FeedRow } from "~/catalog/columns";
import { FEED_FORMATS } from "~/catalog/feed-format";
import { feedWriter } from "~/catalog/feed-write";
import type { Issue } from "~/catalog/issue";
import { toItemOptions } from "~/catalog/item";
import type { Product } from "~/catalog/product";
import { english } from "~/messages/english";
import { startLines, type BulkLine } from "~/shopify/bulk-lines";
import { startProductJoin } from "~/shopify/product";

import { nameOf, readArguments, readChunks, refused, usage } from "./input";
import type { Io, Outcome, Read } from "./input";
import { readFeedSettings } from "./settings";

export const RENDER_FEED_USAGE =
  "render-feed --format tsv|csv|xml [--settings F] [--issues OUT.json] BULK.jsonl";

const FLAGS = ["format", "settings", "issues"] as const;

/** So many rows are written at a time; more would save nothing. */
const ROWS_PER_PIECE = 500;

/** Writes the feed that a bulk operation's products make, and what is wrong with its items. */
export async function renderFeed(args: readonly string[], io: Io): Promise<Outcome> {
  const line = readArguments(args, FLAGS);
  if (line.kind !== "read") return line;
  const { flags, file } = line.value;

  const format = z.enum(FEED_FORMATS).safeParse(flags.format);
  if (!format.success) return usage(`--format is one of ${FEED_FORMATS.join(", ")}.`);
  if (flags.issues === "-") return usage("--issues names a file.");

  const read = readFeedSettings(flags.settings, io);
  if (read.kind !== "read") return read;
  const { catalog, settings } = read.value;
  const { platform, storeUrl } = settings;
  if (platform !== "shopify")
    return refused(english.message("platform_not_there_yet", { platform }));

  const products = readProducts(file, settings.feed.country, io);
  if (products.kind !== "read") return products;

  const check = startCatalogCheck(toItemOptions(settings, catalog));
  const writer = feedWriter(format.data, storeUrl);
  const pieces = [writer.head()];
  const issues: Issue[] = [];
  let rows: FeedRow[] = [];
  for (const product of products.value) {
    for (const checked of check(product)) {
      issues.push(...checked.issues);
      if (checked.isPublished) rows.push(checked.item.row);
    }
    if (rows.length < ROWS_PER_PIECE) continue;
    pieces.push(writer.rows(rows));
    rows = [];
  }
  pieces.push(writer.rows(rows), writer.foot());

  const unwritten = flags.issues === undefined ? null : writeIssues(flags.issues, issues);
  return unwritten ?? { kind: "text", pieces };
}

/** Every line is taken before the first product is given, so that half a file makes no feed. */
function readProducts(file: string, country: string, io: Io): Read<Iterable<Product>> {
  const chunks = readChunks(file, io);
  if (chunks.kind !== "read") return chunks;
  const join = startProductJoin([country]);
  for (const line of linesOf(chunks.value)) {
    const taken = join.take(line);
    if (taken.kind === "broken") {
      const fields = taken.fields.join(", ");
      return refused(
        english.message("bulk_line_refused", {
          file: nameOf(file),
          line: String(line.number),
          fields,
        }),
      );
    }
  }
  return { kind: "read", value: join.products() };
}

function* linesOf(chunks: Iterable<Uint8Array>): Generator<BulkLine> {
  const lines = startLines();
  for (const chunk of chunks) yield* lines.push(chunk);
  yield* lines.end();
}

function writeIssues(file: string, issues: readonly Issue[]): Outcome | null {
  const told = issues.map(({ itemId, code, severity, attribute, value }) => {
    return { itemId, code, severity, attribute, value };
  });
  try {
    writeFileSync(file, `${JSON.stringify(told, null, 2)}\n`);
    return null;
  } catch {
    return refused(english.message("file_unwritable", { file }));
  }
}
