import { expect, test } from "vitest";

import { db } from "~/db.server";

/** More than the pool has connections. */
const TRANSACTIONS = 25;

test("a connection that breaks in the midst of a transaction is missed by no later one", async () => {
  for (let turn = 1; turn <= TRANSACTIONS; turn += 1) {
    const broken = db.$transaction(async (tx) => {
      await tx.$queryRaw`SELECT pg_terminate_backend(pg_backend_pid())::text`;
    });
    await expect(broken).rejects.toThrow();
  }
  const rows = await db.$transaction((tx) => tx.$queryRaw<{ one: number }[]>`SELECT 1 AS one`);
  expect(rows).toEqual([{ one: 1 }]);
});
