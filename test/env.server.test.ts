import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";

import { describe, expect, test } from "vitest";

import { ENV_NAMES, environmentWith, readEnv } from "~/env.server";
import { BAD_CONFIGURATION, ConfigError } from "~/errors";
import { INSTALLATION_DIR } from "~/paths.server";

/** 32 bytes each. */
const KEY_ONE = Buffer.alloc(32, 1).toString("base64");
const KEY_TWO = Buffer.alloc(32, 2).toString("base64");

const COMPLETE = {
  SHOPIFY_API_KEY: "client-id",
  SHOPIFY_API_SECRET: "client-secret",
  SHOPIFY_APP_URL: "https://pin-relay.example",
  ENCRYPTION_KEYS: `k1:${KEY_ONE}`,
};

describe("readEnv", () => {
  test("fills in what may be left out", () => {
    expect(readEnv(COMPLETE)).toEqual({
      NODE_ENV: "development",
      SHOPIFY_API_KEY: "client-id",
      SHOPIFY_API_SECRET: "client-secret",
      SHOPIFY_APP_URL: "https://pin-relay.example",
      SCOPES: ["read_products", "read_orders", "write_pixels", "read_customer_events"],
      ENCRYPTION_KEYS: [{ id: "k1", key: Buffer.alloc(32, 1) }],
      EMBEDDED_DATABASE: false,
      PORT: 3000,
      TRUST_PROXY: expect.any(Function),
      PINTEREST_API_URL: "https://api.pinterest.com/v5",
      FEED_STORAGE: "local",
      S3_REGION: "us-east-1",
      LOG_LEVEL: "info",
    });
  });

  test("asks for a bucket and a key where feeds are kept in object storage", () => {
    const s3 = { ...COMPLETE, FEED_STORAGE: "s3", S3_BUCKET: "feeds" };
    expect(() => readEnv(s3)).toThrow(/: S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY\./);
    const complete = { ...s3, S3_ACCESS_KEY_ID: "id", S3_SECRET_ACCESS_KEY: "key" };
    expect(readEnv(complete)).toMatchObject({ FEED_STORAGE: "s3", S3_BUCKET: "feeds" });
  });

  test("takes an empty variable for a missing one", () => {
    expect(readEnv({ ...COMPLETE, PORT: "", DATABASE_URL: "" })).toMatchObject({ PORT: 3000 });
    expect(() => readEnv({ ...COMPLETE, SHOPIFY_API_KEY: "" })).toThrow(/: SHOPIFY_API_KEY\./);
  });

  test.each([
    { name: "NODE_ENV", value: "staging", because: "there is no such mode" },
    { name: "SHOPIFY_API_KEY", value: undefined, because: "it has no default" },
    { name: "SHOPIFY_API_SECRET", value: undefined, because: "it has no default" },
    { name: "SHOPIFY_APP_URL", value: undefined, because: "it has no default" },
    { name: "SHOPIFY_APP_URL", value: "pin-relay.example", because: "it is no URL" },
    { name: "SHOPIFY_APP_URL", value: "http://pin-relay.example", because: "the wire is open" },
    { name: "SHOPIFY_APP_URL", value: "ftp://127.0.0.1", because: "nobody speaks it" },
    { name: "ENCRYPTION_KEYS", value: undefined, because: "it has no default" },
    { name: "ENCRYPTION_KEYS", value: KEY_ONE, because: "the key has no id" },
    { name: "ENCRYPTION_KEYS", value: "k1:c2hvcnQ=", because: "the key is short" },
    { name: "ENCRYPTION_KEYS", value: `k1:${KEY_ONE}AAAA`, because: "the key is long" },
    { name: "ENCRYPTION_KEYS", value: `k 1:${KEY_ONE}`, because: "the id has a space" },
    { name: "ENCRYPTION_KEYS", value: `k.1:${KEY_ONE}`, because: "a dot ends the id in a row" },
    { name: "ENCRYPTION_KEYS", value: `k1:${KEY_ONE}:x`, because: "something follows the key" },
    { name: "ENCRYPTION_KEYS", value: `k1:${KEY_ONE},`, because: "the second key is empty" },
    { name: "ENCRYPTION_KEYS", value: `k1:${KEY_ONE},k1:${KEY_TWO}`, because: "two share an id" },
    { name: "DATABASE_URL", value: "mysql://127.0.0.1/pins", because: "it is no PostgreSQL" },
    { name: "EMBEDDED_DATABASE", value: "yes", because: "it is neither 0 nor 1" },
    { name: "PORT", value: "0", because: "nobody could find it" },
    { name: "PORT", value: "65536", because: "there is no such port" },
    { name: "PORT", value: "http", because: "it is no number" },
    {
      name: "PINTEREST_API_URL",
      value: "http://api.pinterest.com/v5",
      because: "the wire is open",
    },
    { name: "METRICS_TOKEN", value: "two words", because: "no header could carry it as one" },
    { name: "WORKER_METRICS_PORT", value: "0", because: "nobody could find it" },
    { name: "LOG_LEVEL", value: "loud", because: "there is no such level" },
  ])("refuses $name=$value, because $because", ({ name, value }) => {
    expect(() => readEnv({ ...COMPLETE, [name]: value })).toThrow(
      new ConfigError(`Missing or malformed environment variable: ${name}. See .env.example.`),
    );
  });

  test.each([
    { name: "SHOPIFY_APP_URL", value: "http://127.0.0.1:4199" },
    { name: "SHOPIFY_APP_URL", value: "http://localhost:3000" },
    { name: "PINTEREST_API_URL", value: "http://[::1]:8080/v5" },
    { name: "DATABASE_URL", value: "postgres://pins@db.example/pins" },
    { name: "DATABASE_URL", value: "postgresql://pins@db.example/pins" },
  ])("takes $name=$value", ({ name, value }) => {
    expect(readEnv({ ...COMPLETE, [name]: value })).toMatchObject({ [name]: value });
  });

  test.each([
    { given: { PINTEREST_APP_ID: "1480000" }, missing: "PINTEREST_APP_SECRET" },
    { given: { PINTEREST_APP_SECRET: "a-secret" }, missing: "PINTEREST_APP_ID" },
    {
      given: { PINTEREST_APP_ID: "my app", PINTEREST_APP_SECRET: "a-secret" },
      missing: "PINTEREST_APP_ID",
    },
  ])("names $missing where the app at Pinterest is not whole: $given", ({ given, missing }) => {
    expect(() => readEnv({ ...COMPLETE, ...given })).toThrow(`: ${missing}.`);
  });

  test("names every bad variable at once", () => {
    const bad = { ...COMPLETE, SHOPIFY_API_KEY: "", PORT: "x", LOG_LEVEL: "x" };
    expect(() => readEnv(bad)).toThrow(": SHOPIFY_API_KEY, PORT, LOG_LEVEL.");
  });

  test("shows no value of what it refuses", () => {
    const bad = {
      SHOPIFY_APP_URL: "http://user:hunter2@pin-relay.example",
      ENCRYPTION_KEYS: `k1:${KEY_ONE},k1:${KEY_TWO}`,
      DATABASE_URL: "mysql://root:hunter3@db.example",
    };
    const fault = faultOf(() => readEnv(bad));
    expect(fault).toContain("ENCRYPTION_KEYS");
    for (const value of [KEY_ONE, KEY_TWO, "hunter2", "hunter3"]) {
      expect(fault).not.toContain(value);
    }
  });

  test("keeps the order of the keys: the first one seals", () => {
    const { ENCRYPTION_KEYS } = readEnv({
      ...COMPLETE,
      ENCRYPTION_KEYS: `k2:${KEY_TWO}, k1:${KEY_ONE}`,
    });
    expect(ENCRYPTION_KEYS.map(({ id }) => id)).toEqual(["k2", "k1"]);
  });
});

test(".env.example has every variable, in the schema's order", () => {
  const lines = readFileSync(path.join(INSTALLATION_DIR, ".env.example"), "utf8").split("\n");
  const names = lines.flatMap((line) => /^([A-Z0-9_]+)=/.exec(line)?.[1] ?? []);
  expect(names).toEqual(ENV_NAMES);
});

test(".env.example says of each variable whether it is required", () => {
  const lines = readFileSync(path.join(INSTALLATION_DIR, ".env.example"), "utf8").split("\n");
  const required = lines.flatMap((line, index) =>
    lines[index - 1]?.startsWith("# REQUIRED") ? [line.replace("=", "")] : [],
  );
  expect(required).toEqual(Object.keys(COMPLETE));
});

test("a started process gets our environment with the changes on top", () => {
  const { DATABASE_URL, TZ } = environmentWith({ DATABASE_URL: "postgresql://127.0.0.1/other" });
  expect({ DATABASE_URL, TZ }).toEqual({
    DATABASE_URL: "postgresql://127.0.0.1/other",
    TZ: "UTC",
  });
});

test("a process with a bad environment ends at once, with one line and the code for it", () => {
  const module = path.join(INSTALLATION_DIR, "app", "env.server.ts");
  const child = spawnSync(process.execPath, ["--import", "tsx", module], {
    cwd: INSTALLATION_DIR,
    env: environmentWith({ PORT: "hunter2", SHOPIFY_API_KEY: "" }),
    encoding: "utf8",
  });
  expect(child).toMatchObject({
    status: BAD_CONFIGURATION,
    stdout: "",
    stderr: "Missing or malformed environment variable: SHOPIFY_API_KEY, PORT. See .env.example.\n",
  });
});

function faultOf(run: () => unknown): string {
  try {
    run();
  } catch (fault) {
    return String(fault);
  }
  return "nothing was thrown";
}
