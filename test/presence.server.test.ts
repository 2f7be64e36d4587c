import { expect, test } from "vitest";

import { db } from "~/db.server";
import { PRESENCE_CLASS } from "~/presence";
import { workerId } from "~/presence.server";

import { useWorker } from "#test/support/delivery";

useWorker();

test("a worker whose connection the database ends shows itself again under its id", async () => {
  const [before] = await holders();
  expect(before).toBeDefined();
  await db.$queryRaw`SELECT pg_terminate_backend(${before}::int)`;
  await expect.poll(holders, { timeout: 20_000 }).toEqual([expect.not.closeTo(before ?? 0)]);
});

/** The server processes that hold this worker's lock. */
async function holders(): Promise<number[]> {
  const rows = await db.$queryRaw<{ pid: number }[]>`
    SELECT pid FROM pg_locks
     WHERE locktype = 'advisory' AND granted
       AND classid::int = ${PRESENCE_CLASS} AND objid::int = ${workerId()}`;
  return rows.map(({ pid }) => pid);
}
