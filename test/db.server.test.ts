import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { db, inSql, querySql } from "~/db.server";

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

describe("a transaction in plain SQL", () => {
  const INSERT = {
    name: "insert-probe",
    text: `INSERT INTO sql_probe VALUES ($1) RETURNING place`,
  };
  const COUNT = { name: "count-probe", text: `SELECT count(*)::int AS count FROM sql_probe` };

  beforeAll(async () => {
    await db.$executeRaw`CREATE TABLE IF NOT EXISTS sql_probe (place int PRIMARY KEY)`;
  });
  afterAll(async () => {
    await db.$executeRaw`DROP TABLE sql_probe`;
  });
  beforeEach(async () => {
    await db.$executeRaw`DELETE FROM sql_probe`;
  });

  test("runs what is asked for at once in the order of the calls", async () => {
    const answers = await inSql((sql) =>
      Promise.all([sql.query(INSERT, [1]), sql.query(COUNT, []), sql.query(INSERT, [2])]),
    );
    expect(answers).toEqual([[{ place: 1 }], [{ count: 1 }], [{ place: 2 }]]);
    expect(await stored()).toEqual([{ count: 2 }]);
  });

  test("writes nothing where one of them fails, and serves the next one", async () => {
    const failing = inSql((sql) =>
      Promise.all([sql.query(INSERT, [1]), sql.query(INSERT, [1]), sql.query(INSERT, [2])]),
    );
    await expect(failing).rejects.toThrow();
    expect(await stored()).toEqual([{ count: 0 }]);
  });

  test("is no success where a failure was passed over and the server undid everything", async () => {
    const careless = inSql((sql) =>
      Promise.allSettled([sql.query(INSERT, [1]), sql.query(INSERT, [1])]),
    );
    await expect(careless).rejects.toThrow("undone");
    expect(await stored()).toEqual([{ count: 0 }]);
  });

  test("ends with its connection, and takes nobody else's", async () => {
    for (let turn = 1; turn <= TRANSACTIONS; turn += 1) {
      const broken = inSql((sql) =>
        Promise.all([
          sql.query(INSERT, [1]),
          sql.query({ name: "end", text: "SELECT pg_terminate_backend(pg_backend_pid())" }, []),
          sql.query(INSERT, [2]),
        ]),
      );
      await expect(broken).rejects.toThrow();
    }
    expect(await stored()).toEqual([{ count: 0 }]);
  });

  test("has nothing to say where it asks for nothing", async () => {
    expect(await inSql(async () => "done")).toBe("done");
    await expect(inSql(() => Promise.reject(new Error("Mine")))).rejects.toThrow("Mine");
  });

  function stored(): Promise<{ count: number }[]> {
    return querySql<{ count: number }>(COUNT.text, []);
  }
});
