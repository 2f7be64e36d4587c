import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";

import { findReadiness, toAnswer } from "~/conversions/readiness.server";
import { db } from "~/db.server";
import { listJobs } from "~/jobs/list.server";
import { log } from "~/log.server";
import { MIGRATIONS_DIR } from "~/paths.server";
import { startQueue, stopQueue } from "~/queue.server";
import { DAY_MS } from "~/time";

import { TEST_NOW } from "#test/support/clock";
import { emptyDatabase } from "#test/support/database";
import { laneOf, recordOrders } from "#test/support/delivery";
import { connectedShop } from "#test/support/shops";

let folder = "";

beforeAll(() => startQueue(listJobs(new AbortController().signal), "producer"));
afterAll(() => stopQueue(1_000));
beforeEach(async () => {
  await emptyDatabase();
  folder = await mkdtemp(path.join(tmpdir(), "pin-relay-readiness-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test("a process with its database and all migrations is ready", async () => {
  expect(await findReadiness(TEST_NOW)).toEqual({ kind: "ready", queueAgeMs: null });
});

test("a queue that is a day old is said, and the process stays ready", async () => {
  const shopId = await connectedShop();
  await recordOrders(shopId, 1);
  await laneOf(shopId);
  const readiness = await findReadiness(new Date(TEST_NOW.getTime() + DAY_MS));
  expect(readiness).toEqual({ kind: "ready", queueAgeMs: DAY_MS });
  const answer = toAnswer(readiness);
  expect(answer.status).toBe(200);
  expect(await answer.json()).toEqual({ status: "ready", queueAgeSeconds: 86_400 });
});

test("a migration that was not applied is named", async () => {
  await mkdir(path.join(folder, "20991231000000_to_come"));
  const readiness = await findReadiness(TEST_NOW, folder);
  expect(readiness).toEqual({ kind: "migrations_pending", names: ["20991231000000_to_come"] });
  const answer = toAnswer(readiness);
  expect(answer.status).toBe(503);
  expect(await answer.json()).toMatchObject({
    error: {
      code: "migrations_pending",
      message: expect.stringContaining("20991231000000_to_come"),
    },
  });
});

test("a migration that was begun and not finished is pending", async () => {
  const [name = ""] = (await findMigrations()).map((row) => row.migration_name);
  await db.$executeRaw`UPDATE _prisma_migrations SET finished_at = NULL WHERE migration_name = ${name}`;
  try {
    const readiness = await findReadiness(TEST_NOW, MIGRATIONS_DIR);
    expect(readiness).toEqual({ kind: "migrations_pending", names: [name] });
  } finally {
    await db.$executeRaw`UPDATE _prisma_migrations SET finished_at = now() WHERE migration_name = ${name}`;
  }
});

test("without its database the process is not ready, and says nothing of how to reach it", async () => {
  vi.spyOn(log, "warn").mockImplementation(() => undefined);
  vi.spyOn(db, "$queryRaw").mockImplementation(() => {
    throw new TypeError("connect ECONNREFUSED postgresql://user:secret@db");
  });
  const readiness = await findReadiness(TEST_NOW);
  expect(readiness).toEqual({ kind: "database_unreachable" });
  const answer = toAnswer(readiness);
  expect(answer.status).toBe(503);
  const text = await answer.text();
  expect(JSON.parse(text)).toMatchObject({ error: { code: "database_unreachable" } });
  expect(text).not.toContain("secret");
});

function findMigrations() {
  return db.$queryRaw<{ migration_name: string }[]>`
    SELECT migration_name FROM _prisma_migrations ORDER BY migration_name`;
}
