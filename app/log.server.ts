import pino from "pino";

import { env } from "./env.server";
import { AppError } from "./errors";

/**
 * Keys whose values never reach the log, wherever in a record they stand and whether they are written
 * `clientIp`, `client_ip` or `client-ip`.
 */
const SECRET_KEYS: ReadonlySet<string> = new Set([
  "accesstoken",
  "address",
  "apisecret",
  "authorization",
  "browserip",
  "checkouttoken",
  "clickid",
  "clientip",
  "conversiontoken",
  "cookie",
  "email",
  "firstname",
  "hmac",
  "idtoken",
  "lastname",
  "password",
  "phone",
  "refreshtoken",
  "secret",
  "token",
  "useragent",
]);

/** Our records are flat; what lies deeper is somebody else's object, and nobody looks at all of it. */
const DEPTH_MAX = 6;

/** How every line is written. */
export const LOG_OPTIONS = {
  base: null,
  formatters: { log: withoutSecrets },
  // What stands under `err` comes from the formatter, whole.
  serializers: { err: (fault: unknown) => fault },
  hooks: {
    /** Where a call brings no words, pino would take the error's message for them. */
    logMethod(args, method) {
      const [record, words] = args;
      if (typeof record === "object" && words === undefined) method.call(this, record, "");
      else method.apply(this, args);
    },
  },
} as const satisfies pino.LoggerOptions;

/** So much is written at once where a turn has more to say. */
const WRITE_BYTES = 8 * 1024;

/**
 * The one logger: a JSON line per record on standard output. A record carries ids and counts; an error
 * goes under `err` and is reduced by {@link faultOf}.
 */
export const log = pino({ ...LOG_OPTIONS, level: env.LOG_LEVEL }, oneWritePerTurn());

function withoutSecrets(record: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(record).map(([key, value]) => [
      key,
      key === "err" ? faultOf(value) : shown(key, value, 1),
    ]),
  );
}

function shown(key: string, value: unknown, depth: number): unknown {
  if (SECRET_KEYS.has(key.toLowerCase().replace(/[_-]/g, ""))) return "[redacted]";
  if (typeof value !== "object" || value === null || value instanceof Date) return value;
  if (value instanceof Error) return faultOf(value);
  if (depth >= DEPTH_MAX) return "[deep]";
  if (Array.isArray(value)) return value.map((element) => shown("", element, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [name, shown(name, part, depth + 1)]),
  );
}

/**
 * Standard output, to which the lines of one turn of the event loop go in one write: of a busy process, a
 * write for each line is a twentieth of its work. What is left when the process ends goes out then.
 */
function oneWritePerTurn(): pino.DestinationStream & { flushSync(): void } {
  const output = pino.destination({ sync: true, minLength: WRITE_BYTES });
  let isWaiting = false;
  const flushSync = (): void => {
    isWaiting = false;
    output.flushSync();
  };
  process.once("exit", flushSync);
  return {
    flushSync,
    write(line) {
      output.write(line);
      if (isWaiting) return;
      isWaiting = true;
      setImmediate(flushSync);
    },
  };
}

/**
 * What may be logged of an error. Our own errors are written to be logged. The message of anybody
 * else's may repeat its input, and that may be personal data or a token: of those the log gets the
 * class, the code and where it was thrown.
 */
export function faultOf(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { name: typeof error };
  const fault = {
    name: error.name,
    stack: error.stack
      ?.split("\n")
      .filter((line) => /^\s+at /.test(line))
      .slice(0, 12),
    ...("code" in error && isCode(error.code) ? { code: error.code } : {}),
    ...(error.cause === undefined ? {} : { cause: faultOf(error.cause) }),
  };
  if (!(error instanceof AppError)) return fault;
  return { ...fault, message: error.message, remedy: error.remedy, context: error.context };
}

function isCode(code: unknown): boolean {
  return (
    typeof code === "number" || (typeof code === "string" && /^[A-Za-z0-9_]{1,40}$/.test(code))
  );
}
