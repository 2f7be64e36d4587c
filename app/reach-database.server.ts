import { setTimeout as pause } from "node:timers/promises";

import pg from "pg";

import { log } from "./log.server";
import { MINUTE_MS, SECOND_MS } from "./time";

/** How long a start waits for the database. After that the process ends, and whoever started it sees it. */
const REACH_MS_MAX = MINUTE_MS;
const REACH_PAUSE_MS = SECOND_MS / 2;

/**
 * Nobody listens at the address, or the server is starting (`cannot_connect_now`) or going
 * (`admin_shutdown`, `crash_shutdown`). A wrong password or name is none of these.
 *
 * Source: PostgreSQL 18, appendix A, "PostgreSQL Error Codes".
 */
const COMING_BACK: ReadonlySet<unknown> = new Set(["ECONNREFUSED", "57P03", "57P01", "57P02"]);

/**
 * Resolves when the database takes connections, and waits where it is about to. A process that ended
 * instead would be started again and again, and take time from the database for which it waits.
 *
 * @throws what the database says where waiting does not help, and after a minute.
 */
export async function reachDatabase(databaseUrl: string): Promise<void> {
  const deadline = Date.now() + REACH_MS_MAX;
  for (;;) {
    const fault = await connectOnce(databaseUrl);
    if (fault === null) return;
    if (!isComingBack(fault) || Date.now() > deadline) throw fault;
    log.warn({ err: fault }, "the database is not there yet");
    await pause(REACH_PAUSE_MS);
  }
}

/** @returns why it could not connect; `null` where it could. */
async function connectOnce(databaseUrl: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: databaseUrl });
  client.on("error", () => undefined);
  try {
    await client.connect();
    return null;
  } catch (fault) {
    return fault;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function isComingBack(fault: unknown): boolean {
  return fault instanceof Error && "code" in fault && COMING_BACK.has(fault.code);
}
