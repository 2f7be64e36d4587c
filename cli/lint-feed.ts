import { z } from "zod";

import { FEED_FORMATS } from "~/catalog/feed-format";
import type { Issue, Severity } from "~/catalog/issue";
import { startFileLint } from "~/catalog/lint-file";
import { english } from "~/messages/english";

import { nameOf, readArguments, readChunks, refused, usage, type Io, type Outcome } from "./input";

export const LINT_FEED_USAGE = "lint-feed --format tsv|csv|xml FEED";

/** Says what Pinterest would refuse or warn of in a feed file. */
export async function lintFeed(args: readonly string[], io: Io): Promise<Outcome> {
  const line = readArguments(args, ["format"]);
  if (line.kind !== "read") return line;
  const { flags, file } = line.value;

  const format = z.enum(FEED_FORMATS).safeParse(flags.format);
  if (!format.success) return usage(`--format is one of ${FEED_FORMATS.join(", ")}.`);
  const chunks = readChunks(file, io);
  if (chunks.kind !== "read") return chunks;

  const lint = startFileLint(format.data);
  const items: Issue[] = [];
  let start: Uint8Array | undefined;
  for (const chunk of chunks.value) {
    start ??= chunk;
    if (isJson(start)) return refused(english.message("feed_is_json", { file: nameOf(file) }));
    items.push(...lint.push(chunk));
  }
  items.push(...lint.end());
  return {
    kind: "answer",
    body: { errors: counts(items, "error"), warnings: counts(items, "warning"), items },
  };
}

/** The header of a table begins with a name, and XML with a tag: neither with a bracket. */
function isJson(start: Uint8Array): boolean {
  return /^\s*[[{]/.test(new TextDecoder().decode(start.subarray(0, 100)));
}

function counts(items: readonly Issue[], wanted: Severity): Record<string, number> {
  const found: Record<string, number> = {};
  for (const { code, severity } of items) {
    if (severity === wanted) found[code] = (found[code] ?? 0) + 1;
  }
  return found;
}
