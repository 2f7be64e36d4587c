import { appendFileSync } from "node:fs";

/** What a line may carry: ids, counts and words of the sandbox; never a body, a token or a person. */
export type LogFields = Readonly<Record<string, string | number | boolean | null>>;

/** Writes one line of JSON. */
export type Log = (message: string, fields?: LogFields) => void;

/**
 * A log for one process of the sandbox: one line of JSON per call, to `file` when given, else to
 * standard output.
 */
export function createLog(process_: string, file?: string): Log {
  const write = file
    ? (line: string) => appendFileSync(file, line)
    : (line: string) => void process.stdout.write(line);
  return (message, fields = {}) =>
    write(
      `${JSON.stringify({ time: new Date().toISOString(), process: process_, message, ...fields })}\n`,
    );
}

/** A log that keeps quiet, for servers that run inside a test. */
export const silent: Log = () => undefined;
