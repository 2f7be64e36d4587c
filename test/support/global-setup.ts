import { readdir, rm } from "node:fs/promises";
import path from "node:path";

import pg from "pg";
import type { TestProject } from "vitest/node";

import { defaultDataRoot } from "../../app/database-cluster.server";
import { startEmbeddedDatabase } from "../../app/embedded-database.server";
import { migrate } from "../../app/migrate.server";
import { startPinterest } from "../../sandbox/pinterest/server";
import { TEST_NOW } from "./clock";

declare module "vitest" {
  interface ProvidedContext {
    /** The folder of this run's clusters; what a test starts goes there too. */
    clustersDir: string;
    /** The test cluster's maintenance database. */
    clusterUrl: string;
    /** A local Pinterest for each worker; the first is worker 1's. */
    pinterestUrls: string[];
  }
}

const ROOT = path.join(import.meta.dirname, "..", "..");

/** Clusters of test runs: a folder for each run, named after its process, and in it one per cluster. */
const CLUSTERS = path.join(defaultDataRoot(ROOT), "test");

/** Starts this run's own PostgreSQL, and for each vitest worker a migrated database and a Pinterest. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  await removeStaleClusters();
  const home = path.join(CLUSTERS, String(process.pid));
  const cluster = await startEmbeddedDatabase(ROOT, path.join(home, "main"));
  const workers = project.config.maxWorkers;
  for (let worker = 1; worker <= workers; worker += 1) {
    const name = `test_${worker}`;
    await createDatabase(cluster.url, name);
    await migrate(databaseUrl(cluster.url, name), path.join(ROOT, "prisma", "migrations"));
  }
  const pinterests = await Promise.all(
    Array.from({ length: workers }, () =>
      startPinterest({ port: 0, now: () => TEST_NOW.getTime() }),
    ),
  );
  project.provide("clustersDir", home);
  project.provide("clusterUrl", cluster.url);
  project.provide(
    "pinterestUrls",
    pinterests.map(({ url }) => url),
  );
  return async () => {
    await Promise.all(pinterests.map((pinterest) => pinterest.close()));
    await cluster.stop();
    await rm(home, { recursive: true, force: true });
  };
}

/** A run that was killed left its clusters, and perhaps their servers. */
async function removeStaleClusters(): Promise<void> {
  const runs = await readdir(CLUSTERS).catch(() => []);
  for (const run of runs.filter((pid) => !isAlive(Number(pid)))) {
    const home = path.join(CLUSTERS, run);
    for (const name of await readdir(home)) {
      const server = await startEmbeddedDatabase(ROOT, path.join(home, name)).catch(() => null);
      await server?.stop();
    }
    await rm(home, { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** The same server, another database. */
export function databaseUrl(clusterUrl: string, name: string): string {
  const url = new URL(clusterUrl);
  url.pathname = `/${name}`;
  return url.href;
}

async function createDatabase(clusterUrl: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: clusterUrl });
  await client.connect();
  await client.query(`CREATE DATABASE ${name}`);
  await client.end();
}
