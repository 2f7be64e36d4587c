import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { main } from "../../cli/command-line";

/** What one command line wrote, and how it ended. */
export async function runCommand(args: readonly string[], stdin = "") {
  let stdout = "";
  let stderr = "";
  const exitCode = await main(args, {
    readStdin: () => stdin,
    readStdinChunks: () => [Buffer.from(stdin)],
    writeStdout: (text) => (stdout += text),
    writeStderr: (text) => (stderr += text),
    // 2026-11-20T15:30:00Z
    now: () => new Date(1_795_188_600_000),
  });
  return { exitCode, stdout, stderr };
}

/** A file of its own with this text, or with this value as JSON. */
export function inputFile(content: unknown): string {
  const path = join(mkdtempSync(join(tmpdir(), "pin-relay-command-")), "input.json");
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
}
