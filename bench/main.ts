import { mkdir, rm } from "node:fs/promises";
import path from "node:path";

import { defaultDataRoot } from "../app/database-cluster.server";
import { startEmbeddedDatabase } from "../app/embedded-database.server";
import { migrate } from "../app/migrate.server";
import { runBench, startServer } from "./child";

// All benches, or those that are named (`npm run bench -- intake`), one after another, each with a line of
// its own. They share one embedded database in a folder of this run. What they say is a ratio: the figures
// themselves are the machine's.

const ROOT = path.join(import.meta.dirname, "..");
const BENCHES = [
  "pixel-size",
  "event-building",
  "intake",
  "latency",
  "delivery",
  "collect",
  "price-change",
  "catalog",
  "admin",
  "first-answer",
];

/** `npm run bench -- collect 60`: only that one, and what it is told. */
const [asked, ...told] = process.argv.slice(2);
if (asked !== undefined && !BENCHES.includes(asked)) {
  throw new Error(`There is no bench ${asked}: ${BENCHES.join(", ")}.`);
}

const home = path.join(defaultDataRoot(ROOT), "bench", String(process.pid));
await mkdir(path.dirname(home), { recursive: true });
const pinterest = await startServer("slow-pinterest.ts");
const database = await startEmbeddedDatabase(ROOT, home);
let stopped: Promise<void> | undefined;
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => void stop().then(() => process.exit(1)));
}
try {
  await migrate(database.url, path.join(ROOT, "prisma", "migrations"));
  for (const bench of BENCHES.filter((name) => asked === undefined || name === asked)) {
    const env: NodeJS.ProcessEnv = {
      ...process.env,
      NODE_ENV: "production",
      LOG_LEVEL: "error",
      DATABASE_URL: database.url,
      PINTEREST_API_URL: `${pinterest.url}/v5`,
      SHOPIFY_API_KEY: "bench-key",
      SHOPIFY_API_SECRET: "bench-secret",
      SHOPIFY_APP_URL: "http://127.0.0.1:3000",
      DATA_DIR: path.join(home, "data"),
      ENCRYPTION_KEYS: `k1:${Buffer.alloc(32, 7).toString("base64")}`,
    };
    const isOneOfAll = asked === undefined && bench === "catalog";
    await runBench(`${bench}.ts`, env, isOneOfAll ? ["--quick"] : told);
  }
} finally {
  await stop();
}

/** Leaves nothing running and nothing on disk, whether the benches came to their end or not. */
function stop(): Promise<void> {
  stopped ??= (async () => {
    await pinterest.stop();
    await database.stop();
    await rm(home, { recursive: true, force: true });
  })();
  return stopped;
}
