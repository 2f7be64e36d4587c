import { PrismaClient, type Prisma } from "@prisma/client";
import pg from "pg";

import { env } from "./env.server";
import { ConfigError } from "./errors";
import { log } from "./log.server";
import { gaugePool } from "./metrics.server";
import { ReleasingPg } from "./releasing-adapter.server";

/** The handle inside `db.$transaction(async (tx) => …)`. */
export type Transaction = Prisma.TransactionClient;

/** Enough for a process's requests side by side; two of each process stay far below the server's 200. */
const CONNECTIONS_MAX = 20;

/** A request that finds no connection in this time is better answered 503 and sent again. */
const CONNECT_MS_MAX = 5_000;

/** The URL of the one database. The supervisor hands it to the processes it starts. */
export function requireDatabaseUrl(): string {
  if (env.DATABASE_URL !== undefined) return env.DATABASE_URL;
  throw new ConfigError("Missing environment variable: DATABASE_URL. See .env.example.");
}

const pool = new pg.Pool({
  connectionString: requireDatabaseUrl(),
  max: CONNECTIONS_MAX,
  connectionTimeoutMillis: CONNECT_MS_MAX,
});
gaugePool(() => ({ total: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }));

/** The one Prisma client of this process. It connects on first use. */
export const db = new PrismaClient({
  adapter: new ReleasingPg(pool, {
    disposeExternalPool: true,
    // An idle connection that the server closes is no reason to end the process.
    onPoolError: (err) => log.warn({ err }, "database connection lost"),
    onConnectionError: (err) => log.warn({ err }, "database connection lost"),
  }),
  // Prisma's own messages repeat the values of a failed statement.
  errorFormat: "minimal",
  log: [],
});
