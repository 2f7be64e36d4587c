import { beforeEach, describe, expect, test } from "vitest";

import { db } from "~/db.server";
import { forgetQuotas, Quota, WINDOW_MS } from "~/quota.server";

import { emptyDatabase } from "#test/support/database";

/** 2026-11-20T15:30:00Z, the beginning of a minute. */
const NOW = new Date(1_795_188_600_000);
const IN_20_S = new Date(NOW.getTime() + 20_000);
const NEXT_MINUTE = new Date(NOW.getTime() + WINDOW_MS);

beforeEach(emptyDatabase);

describe("a quota", () => {
  test("lets through up to its limit, and says when to come again", () => {
    const quota = new Quota();
    expect(quota.take("shop", 3, 5, NOW)).toEqual({ kind: "taken" });
    expect(quota.take("shop", 3, 5, IN_20_S)).toEqual({ kind: "exhausted", retryAfterMs: 40_000 });
    expect(quota.take("shop", 2, 5, IN_20_S)).toEqual({ kind: "taken" });
    expect(quota.take("other", 5, 5, IN_20_S)).toEqual({ kind: "taken" });
    expect(quota.take("shop", 5, 5, NEXT_MINUTE)).toEqual({ kind: "taken" });
  });

  test("two processes share a limit from one flush to the next", async () => {
    const [one, other] = [new Quota(), new Quota()];
    one.take("shop", 4, 10, NOW);
    other.take("shop", 4, 10, NOW);
    await one.flush(NOW);
    await other.flush(NOW);
    expect(other.take("shop", 3, 10, IN_20_S).kind).toBe("exhausted");
    expect(other.take("shop", 2, 10, IN_20_S).kind).toBe("taken");
    // The first has not heard of the second's uses yet.
    expect(one.take("shop", 1, 10, IN_20_S).kind).toBe("taken");
    await other.flush(IN_20_S);
    await one.flush(IN_20_S);
    expect(one.take("shop", 1, 10, IN_20_S).kind).toBe("exhausted");
  });

  test("a flush twice counts once", async () => {
    const quota = new Quota();
    quota.take("shop", 4, 10, NOW);
    await Promise.all([quota.flush(NOW), quota.flush(NOW)]);
    await quota.flush(NOW);
    expect(await db.quotaCount.findMany()).toEqual([{ key: "shop", windowStart: NOW, count: 4 }]);
    expect(quota.take("shop", 6, 10, NOW).kind).toBe("taken");
  });

  test("brings a count once it is a fiftieth of its limit", async () => {
    const [one, other] = [new Quota(), new Quota()];
    one.take("shop", 19, 1_000, NOW);
    await one.flush(NOW);
    expect(await db.quotaCount.count()).toBe(0);
    one.take("shop", 1, 1_000, NOW);
    await one.flush(NOW);
    other.take("shop", 20, 1_000, NOW);
    await other.flush(NOW);
    expect(other.take("shop", 961, 1_000, IN_20_S).kind).toBe("exhausted");
    expect(other.take("shop", 960, 1_000, IN_20_S).kind).toBe("taken");
  });

  test("windows that are over are forgotten", async () => {
    const quota = new Quota();
    quota.take("shop", 4, 10, NOW);
    await quota.flush(NOW);
    await forgetQuotas(IN_20_S);
    expect(await db.quotaCount.count()).toBe(1);
    await forgetQuotas(NEXT_MINUTE);
    expect(await db.quotaCount.count()).toBe(0);
  });

  test("two that bring many keys at once do not wait for one another in a circle", async () => {
    const [one, other] = [new Quota(), new Quota()];
    const keys = Array.from({ length: 500 }, (_, index) => `key-${index}`);
    for (const key of keys) one.take(key, 1, 10, NOW);
    for (const key of keys.toReversed()) other.take(key, 1, 10, NOW);
    await Promise.all([one.flush(NOW), other.flush(NOW)]);
    expect(await db.quotaCount.count({ where: { count: 2 } })).toBe(keys.length);
  });
});
