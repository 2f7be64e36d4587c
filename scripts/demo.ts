import { spawn, type ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdir, open, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { pathToFileURL } from "node:url";

import { defaultDataRoot } from "../app/database-cluster.server";
import { freePort } from "../app/free-port.server";
import { DEFAULT_APP_PORT, DEFAULT_PORTS, startSandboxProcesses } from "../sandbox/start";

// The demo: the real app beside a local Shopify and a local Pinterest, all on this machine. Started
// again, it finds its database as it was.

const ROOT = path.join(import.meta.dirname, "..");
const HOME = path.join(ROOT, "var", "demo");
const LOGS = path.join(ROOT, "var", "log");
const START_MS_MAX = 60_000;

type Secrets = { apiSecret: string; encryptionKey: string };

const API_KEY = "pin-relay-demo";

let app: ChildProcess | undefined;
const secrets = await readSecrets();
// Another demo may have the usual ports.
const appPort = await freePort(DEFAULT_APP_PORT);
const sandbox = await startSandboxProcesses({
  appUrl: `http://127.0.0.1:${appPort}`,
  ports: {
    shopify: await freePort(DEFAULT_PORTS.shopify),
    proxy: await freePort(DEFAULT_PORTS.proxy),
    pinterest: await freePort(DEFAULT_PORTS.pinterest),
  },
  apiKey: API_KEY,
  apiSecret: secrets.apiSecret,
  tomlPath: path.join(ROOT, "shopify.app.toml"),
  logDir: LOGS,
});
const stop = once(async () => {
  await ended(app);
  await sandbox.close();
});
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => void stop().then(() => process.exit(0)));
}

app = await startApp();
app.once("exit", (exitCode) => void giveUp(`The app ended (${exitCode}).`));
void sandbox.ended.then((name) => giveUp(`The sandbox's ${name} ended.`));
await untilReady(`http://127.0.0.1:${appPort}/healthz`);

print(
  `\n  Pin Relay is ready: ${sandbox.adminUrl}\n\n  Its shop, as a shopper sees it: ${sandbox.storefrontUrl}/?epik=dj0yJnU9demo\n  What Pinterest received: ${sandbox.pinterestUrl}\n\n  Logs: ${LOGS}\n  Ctrl-C ends it.\n`,
);

async function startApp(): Promise<ChildProcess> {
  const log = await open(path.join(LOGS, "app.log"), "a");
  const child = spawn(
    process.execPath,
    [
      "--import",
      pathToFileURL(path.join(ROOT, "sandbox", "preload.mjs")).href,
      path.join(ROOT, "build", "start.js"),
    ],
    {
      stdio: ["ignore", log.fd, log.fd, "ipc"],
      env: {
        NODE_ENV: "production",
        PATH: process.env["PATH"],
        SHOPIFY_API_KEY: API_KEY,
        SHOPIFY_API_SECRET: secrets.apiSecret,
        SHOPIFY_APP_URL: sandbox.proxyUrl,
        ENCRYPTION_KEYS: `k1:${secrets.encryptionKey}`,
        EMBEDDED_DATABASE: "1",
        DATA_DIR: path.join(defaultDataRoot(ROOT), "demo"),
        PORT: String(appPort),
        TRUST_PROXY: "loopback",
        PINTEREST_API_URL: sandbox.pinterestApiUrl,
        SANDBOX_SHOPIFY_URL: sandbox.adminUrl,
      },
    },
  );
  await log.close();
  return child;
}

/** Made on the first run and kept, so that what the database holds can be read on the next. */
async function readSecrets(): Promise<Secrets> {
  const file = path.join(HOME, "secrets.json");
  const kept = await readFile(file, "utf8").catch(() => null);
  if (kept !== null) return JSON.parse(kept);
  const made: Secrets = {
    apiSecret: randomBytes(24).toString("base64url"),
    encryptionKey: randomBytes(32).toString("base64"),
  };
  await mkdir(HOME, { recursive: true });
  await mkdir(LOGS, { recursive: true });
  await writeFile(file, JSON.stringify(made), { mode: 0o600 });
  return made;
}

async function untilReady(url: string): Promise<void> {
  const deadline = Date.now() + START_MS_MAX;
  while (Date.now() < deadline) {
    const isReady = await fetch(url).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isReady) return;
    await pause(100);
  }
  await giveUp("The app did not come up.");
}

async function giveUp(reason: string): Promise<void> {
  print(`${reason} See ${LOGS}.`);
  await stop();
  process.exit(1);
}

function ended(child: ChildProcess | undefined): Promise<void> {
  return new Promise((resolve) => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return resolve();
    child.removeAllListeners("exit");
    child.once("exit", () => resolve());
    child.kill("SIGTERM");
  });
}

function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => (done ??= work());
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
