import { beforeEach, describe, expect, test } from "vitest";

import { db } from "~/db.server";
import { DAY_MS, SECOND_MS } from "~/time";
import { isTurnNear, takeTurn } from "~/turn.server";

import { emptyDatabase } from "#test/support/database";

/** So far apart that a test never meets the second one. */
const DAILY = { key: "daily", everyMs: DAY_MS };

beforeEach(emptyDatabase);

describe("a turn", () => {
  test("is had at once by the first, and by nobody else until the next one", async () => {
    expect(await takeTurn(DAILY, 0)).toBe(true);
    expect(await takeTurn(DAILY, SECOND_MS)).toBe(false);
  });

  test("is given to one of those who ask in the same moment", async () => {
    const asked = await Promise.all(Array.from({ length: 8 }, () => takeTurn(DAILY, SECOND_MS)));
    expect(asked.filter(Boolean)).toHaveLength(1);
  });

  test("is near until it is taken, and looking takes none", async () => {
    expect(await isTurnNear(DAILY, 0)).toBe(true);
    expect(await isTurnNear(DAILY, 0)).toBe(true);
    await takeTurn(DAILY, 0);
    expect(await isTurnNear(DAILY, SECOND_MS)).toBe(false);
    expect(await isTurnNear(DAILY, 2 * DAY_MS)).toBe(true);
  });

  test("is of its own purpose", async () => {
    await takeTurn(DAILY, 0);
    expect(await takeTurn({ ...DAILY, key: "other" }, 0)).toBe(true);
  });

  test("moves the next one on by as much as they are apart, by the database's clock", async () => {
    const short = { key: "short", everyMs: 1 };
    await takeTurn(short, SECOND_MS);
    await takeTurn(short, SECOND_MS);
    expect(await takeTurn(short, SECOND_MS)).toBe(true);
    const rows = await db.turn.findMany({ select: { key: true } });
    expect(rows).toEqual([{ key: "short" }]);
  });
});
