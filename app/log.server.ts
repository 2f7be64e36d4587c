import pino from "pino";

import { env } from "./env.server";
import { AppError } from "./errors";

/** Keys whose values never reach the log, wherever in an object they stand. */
const SECRET_KEYS = [
  "accessToken",
  "access_token",
  "authorization",
  "checkoutToken",
  "checkout_token",
  "clientIp",
  "email",
  "hmac",
  "id_token",
  "password",
  "phone",
  "refreshToken",
  "refresh_token",
  "secret",
  "token",
  "userAgent",
];

/**
 * The one logger: a JSON line per record on standard output. A record carries ids and counts; an error
 * goes under `err` and is reduced by {@link faultOf}.
 */
export const log = pino({
  level: env.LOG_LEVEL,
  base: null,
  redact: {
    paths: SECRET_KEYS.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]),
    censor: "[redacted]",
  },
  serializers: { err: faultOf },
});

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
