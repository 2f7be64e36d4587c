import proxyAddress from "proxy-addr";
import { z } from "zod";

import { BAD_CONFIGURATION, ConfigError } from "./errors";
import { parse } from "./parse";

const ENCRYPTION_KEY_BYTES = 32;

/** `https`, or `http` on this very machine, where no wire can be tapped. */
const safeUrl = z.url({ protocol: /^https?$/, abort: true }).refine((text) => {
  const { protocol, hostname } = new URL(text);
  return protocol === "https:" || ["127.0.0.1", "[::1]", "localhost"].includes(hostname);
});

/** `k2:<base64 of 32 bytes>,k1:...`; the first key encrypts, every key decrypts. */
const encryptionKeys = z.string().transform((text, context) => {
  const keys = text.split(",").map((entry) => {
    const [id = "", base64 = ""] = entry.trim().split(/:(.*)/s);
    return { id, key: Buffer.from(isBase64(base64) ? base64 : "", "base64") };
  });
  const isUsable = keys.every(
    ({ id, key }) => /^[A-Za-z0-9_-]{1,16}$/.test(id) && key.length === ENCRYPTION_KEY_BYTES,
  );
  if (isUsable && new Set(keys.map(({ id }) => id)).size === keys.length) return keys;
  context.addIssue({ code: "custom", message: "malformed" });
  return z.NEVER;
});

/** Node decodes what it can and drops the rest, so a mistyped key would pass for another one. */
function isBase64(text: string): boolean {
  return /^[A-Za-z0-9+/_-]+=*$/.test(text);
}

/** Whether a proxy's word on the address before its own is believed; `hop` 0 is the one next to us. */
export type TrustedProxy = (address: string, hop: number) => boolean;

/** What Express calls "trust proxy": a count of proxies, or their addresses, networks and names of networks. */
const trustedProxy = z.string().transform((text, context): TrustedProxy => {
  if (/^\d+$/.test(text)) return (_, hop) => hop < Number(text);
  try {
    return proxyAddress.compile(text.split(",").map((part) => part.trim()));
  } catch (fault) {
    if (!(fault instanceof TypeError)) throw fault;
    context.addIssue({ code: "custom", message: "malformed" });
    return z.NEVER;
  }
});

const trustsNobody: TrustedProxy = () => false;

const flag = z.enum(["0", "1"]).transform((text) => text === "1");

const variables = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("development"),
  SHOPIFY_API_KEY: z.string(),
  SHOPIFY_API_SECRET: z.string(),
  SHOPIFY_APP_URL: safeUrl,
  SCOPES: z
    .string()
    .default("read_products,read_orders,write_pixels,read_customer_events")
    .transform((text) => text.split(",").map((scope) => scope.trim())),
  ENCRYPTION_KEYS: encryptionKeys,
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  EMBEDDED_DATABASE: flag.default(false),
  DATA_DIR: z.string().optional(),
  PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
  TRUST_PROXY: trustedProxy.default(() => trustsNobody),
  PINTEREST_API_URL: safeUrl.default("https://api.pinterest.com/v5"),
  PINTEREST_APP_ID: z
    .string()
    .regex(/^\d{1,20}$/)
    .optional(),
  PINTEREST_APP_SECRET: z.string().optional(),
  FEED_STORAGE: z.enum(["local", "s3"]).default("local"),
  S3_BUCKET: z.string().optional(),
  S3_REGION: z.string().default("us-east-1"),
  S3_ENDPOINT: safeUrl.optional(),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  METRICS_TOKEN: z
    .string()
    .regex(/^[\x21-\x7e]+$/)
    .optional(),
  WORKER_METRICS_PORT: z.coerce.number().int().min(1).max(65_535).optional(),
  LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "silent"]).default("info"),
});

/** The app at Pinterest has an id and a secret, or there is none. */
const schema = variables.superRefine(({ PINTEREST_APP_ID, PINTEREST_APP_SECRET }, context) => {
  if ((PINTEREST_APP_ID === undefined) === (PINTEREST_APP_SECRET === undefined)) return;
  const missing = PINTEREST_APP_ID === undefined ? "PINTEREST_APP_ID" : "PINTEREST_APP_SECRET";
  context.addIssue({ code: "custom", path: [missing], message: "missing" });
});

export type Env = Readonly<z.infer<typeof schema>>;

/** The variables by name, in the order of `.env.example`. */
export const ENV_NAMES: readonly string[] = Object.keys(variables.shape);

/**
 * Reads the settings of a process. An empty variable counts as missing, as a blank line of an `.env`
 * file means it.
 *
 * @throws {ConfigError} that names every bad variable at once and shows no value.
 */
export function readEnv(variables: Readonly<Record<string, string | undefined>>): Env {
  const filled = Object.entries(variables).filter(([, text]) => text !== undefined && text !== "");
  const env = parse(schema, Object.fromEntries(filled));
  const bad = env.kind === "parsed" ? missingForStorage(env.value) : env.fields;
  if (env.kind === "parsed" && bad.length === 0) return Object.freeze(env.value);
  throw new ConfigError(
    `Missing or malformed environment variable: ${bad.join(", ")}. See .env.example.`,
  );
}

const FOR_S3 = ["S3_BUCKET", "S3_ACCESS_KEY_ID", "S3_SECRET_ACCESS_KEY"] as const;

function missingForStorage(env: Env): readonly string[] {
  return env.FEED_STORAGE === "s3" ? FOR_S3.filter((name) => env[name] === undefined) : [];
}

/** The settings of this process. `process.env` is read in this file alone. */
export const env = envOrExit();

/** A bad environment ends the process with one clear line, before anything else runs. */
function envOrExit(): Env {
  try {
    return readEnv(process.env);
  } catch (fault) {
    if (!(fault instanceof ConfigError)) throw fault;
    process.stderr.write(`${fault.message}\n`);
    process.exit(BAD_CONFIGURATION);
  }
}

/** This process's environment with `changes`, for a process that it starts. */
export function environmentWith(changes: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  return { ...process.env, ...changes };
}
