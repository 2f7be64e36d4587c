import { afterAll, beforeAll, expect, test, vi } from "vitest";

import { db } from "~/db.server";
import { listJobs } from "~/jobs/list.server";
import { enqueue, startQueue, stopQueue } from "~/queue.server";

const start = (mode: "producer" | "worker") =>
  startQueue(listJobs(new AbortController().signal), mode);

beforeAll(async () => {
  await start("producer");
  await db.$executeRaw`DELETE FROM pgboss.schedule`;
  await stopQueue(1_000);
});
afterAll(() => stopQueue(1_000));

test("a producer schedules nothing, and any number of workers one job an hour, in UTC", async () => {
  await start("producer");
  expect(await schedules()).toEqual([]);
  await stopQueue(1_000);
  for (let worker = 0; worker < 2; worker += 1) {
    await start("worker");
    await stopQueue(1_000);
  }
  expect(await schedules()).toEqual([
    { name: "forget-by-age", cron: "23 * * * *", timezone: "UTC", data: {} },
  ]);
});

test("the worker takes what the schedule sends", async () => {
  await start("worker");
  await db.$transaction((tx) => enqueue(tx, "forget-by-age", {}));
  await vi.waitUntil(async () => (await states()).length > 0, { timeout: 60_000, interval: 50 });
  expect(await states()).toEqual([{ state: "completed" }]);
});

function schedules() {
  return db.$queryRaw`SELECT name, cron, timezone, data FROM pgboss.schedule WHERE name = 'forget-by-age'`;
}

function states() {
  return db.$queryRaw<{ state: string }[]>`
    SELECT state::text FROM pgboss.job
     WHERE name = 'forget-by-age' AND state IN ('completed', 'failed')`;
}
