import { closeSync, fstatSync, openSync, readFileSync, readSync } from "node:fs";
import { parseArgs } from "node:util";

import { z } from "zod";

import { english } from "~/messages/english";

/** What a command reads and writes besides files. The tests bring their own. */
export type Io = {
  readStdin(): string;
  /** The bytes of standard input, for what may be larger than a text can be. */
  readStdinChunks(): Iterable<Uint8Array>;
  writeStdout(text: string): void;
  writeStderr(text: string): void;
  now(): Date;
};

/** Done, refused input, wrong usage. */
export type ExitCode = 0 | 1 | 2;

/** What a command comes to. Nothing is written before it is whole. */
export type Outcome =
  | { kind: "answer"; body: unknown }
  /** Text that is not JSON; the pieces one after another. */
  | { kind: "text"; pieces: readonly string[] }
  /** The input is of the right form and yet cannot be done; `body` says why. */
  | { kind: "refusal"; body: unknown }
  /** The input is not what the command takes; `text` says what to mend. */
  | { kind: "refused"; text: string }
  /** The command was called the wrong way. */
  | { kind: "usage"; text: string };

/** A part of the input, or the refusal that ends the command. */
export type Read<Value> =
  { kind: "read"; value: Value } | Exclude<Outcome, { kind: "answer" | "refusal" | "text" }>;

type Flags<Name extends string> = Partial<Record<Name, string>>;

/** A command line of `--name value` flags and exactly one file; `-` is standard input, at most once. */
export function readArguments<Name extends string>(
  args: readonly string[],
  names: readonly Name[],
): Read<{ flags: Flags<Name>; file: string }> {
  const options = Object.fromEntries(names.map((name) => [name, { type: "string" as const }]));
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [file, ...others] = positionals;
    if (file === undefined || others.length > 0) return usage("Name exactly one file.");

    const flags: Flags<Name> = {};
    for (const name of names) {
      const value = values[name];
      if (typeof value === "string") flags[name] = value;
    }
    const fromStdin = [file, ...Object.values(flags)].filter((value) => value === "-");
    if (fromStdin.length > 1) return usage("Standard input can be read only once.");
    return { kind: "read", value: { flags, file } };
  } catch (error) {
    // parseArgs throws for an unknown flag and for a flag without its value.
    return usage(error instanceof Error ? error.message : String(error));
  }
}

/** The JSON in a file, or on standard input for `-`. A byte order mark is ignored. */
export function readJson(file: string, io: Io): Read<unknown> {
  const text = readText(file, io);
  if (text === undefined)
    return refused(english.message("file_unreadable", { file: nameOf(file) }));
  try {
    return { kind: "read", value: JSON.parse(text.replace(/^\uFEFF/, "")) };
  } catch {
    return refused(english.message("file_not_json", { file: nameOf(file) }));
  }
}

/** The bytes of a file, or of standard input for `-`, in pieces. */
export function readChunks(file: string, io: Io): Read<Iterable<Uint8Array>> {
  if (file === "-") return { kind: "read", value: io.readStdinChunks() };
  const descriptor = openFile(file);
  if (descriptor !== null) return { kind: "read", value: chunksOf(descriptor) };
  return refused(english.message("file_unreadable", { file }));
}

/** The instant of `--now`; without one, the clock's. */
export function readNow(text: string | undefined, io: Io): Read<Date> {
  if (text === undefined) return { kind: "read", value: io.now() };
  const instant = z.union([z.iso.datetime({ offset: true }), z.iso.date()]).safeParse(text);
  if (!instant.success) return refused(english.message("now_refused", { text }));
  return { kind: "read", value: new Date(instant.data) };
}

/** A file as the messages call it. */
export function nameOf(file: string): string {
  return file === "-" ? "Standard input" : file;
}

export function refused(text: string): { kind: "refused"; text: string } {
  return { kind: "refused", text };
}

export function usage(text: string): { kind: "usage"; text: string } {
  return { kind: "usage", text };
}

/** `null` for what is not there, may not be read, or is a folder. */
function openFile(file: string): number | null {
  try {
    const descriptor = openSync(file, "r");
    if (!fstatSync(descriptor).isDirectory()) return descriptor;
    closeSync(descriptor);
    return null;
  } catch {
    return null;
  }
}

const CHUNK_BYTES = 256 * 1024;

function* chunksOf(descriptor: number): Generator<Uint8Array> {
  try {
    for (;;) {
      const chunk = new Uint8Array(CHUNK_BYTES);
      const length = readSync(descriptor, chunk);
      if (length === 0) return;
      yield chunk.subarray(0, length);
    }
  } finally {
    closeSync(descriptor);
  }
}

function readText(file: string, io: Io): string | undefined {
  try {
    return file === "-" ? io.readStdin() : readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}
