import { db } from "~/db.server";
import { log } from "~/log.server";
import { listMigrations } from "~/migrate.server";
import { MIGRATIONS_DIR } from "~/paths.server";
import { refusal } from "~/refusal";
import { SECOND_MS } from "~/time";

import { findQueueAgeMs } from "./backlog.server";

/** Whether orders can be taken. A queue that has grown old is said, and takes orders all the same. */
export type Readiness =
  | { kind: "ready"; queueAgeMs: number | null }
  | { kind: "migrations_pending"; names: readonly string[] }
  | { kind: "database_unreachable" };

/**
 * Looks whether the database answers and has every migration.
 *
 * @param migrationsDir the migrations that this version of the app needs.
 */
export async function findReadiness(
  now: Date,
  migrationsDir: string = MIGRATIONS_DIR,
): Promise<Readiness> {
  try {
    const names = await listPending(migrationsDir);
    if (names.length > 0) return { kind: "migrations_pending", names };
    return { kind: "ready", queueAgeMs: await findQueueAgeMs(now) };
  } catch (err) {
    log.warn({ err }, "the database does not answer");
    return { kind: "database_unreachable" };
  }
}

/** Answers `/readyz`. */
export async function answerReadiness(now: Date): Promise<Response> {
  return toAnswer(await findReadiness(now));
}

/** 200 with the queue's age in seconds (`null`: nothing is due), or 503 with what to mend. */
export function toAnswer(readiness: Readiness): Response {
  switch (readiness.kind) {
    case "ready": {
      const { queueAgeMs } = readiness;
      const queueAgeSeconds = queueAgeMs === null ? null : Math.floor(queueAgeMs / SECOND_MS);
      return Response.json({ status: "ready", queueAgeSeconds });
    }
    case "migrations_pending":
      return refusal(
        503,
        readiness.kind,
        `Start the app again, which applies these migrations: ${readiness.names.join(", ")}.`,
      );
    case "database_unreachable":
      return refusal(
        503,
        readiness.kind,
        "Start the database that DATABASE_URL names, or mend it.",
      );
  }
}

async function listPending(migrationsDir: string): Promise<readonly string[]> {
  const names = await listMigrations(migrationsDir);
  const [table] = await db.$queryRaw<{ exists: boolean }[]>`
    SELECT to_regclass('_prisma_migrations') IS NOT NULL AS "exists"`;
  if (!table?.exists) return names;
  const applied = await db.$queryRaw<{ name: string }[]>`
    SELECT migration_name AS name FROM _prisma_migrations
     WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`;
  const done = new Set(applied.map(({ name }) => name));
  return names.filter((name) => !done.has(name));
}
