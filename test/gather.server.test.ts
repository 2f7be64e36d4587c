import { expect, onTestFinished, test, vi } from "vitest";

import { InvariantError, UpstreamUnavailableError } from "~/errors";
import { gather } from "~/gather.server";

test("items that come together are written together, and each gets its own result", async () => {
  const writes: string[][] = [];
  const record = gather(
    async (items: readonly string[]) => {
      writes.push([...items]);
      return items.map((item) => item.toUpperCase());
    },
    { itemsMax: 10, writersMax: 1, pauseMs: 0 },
  );
  expect(await Promise.all(["a", "b", "c"].map(record))).toEqual(["A", "B", "C"]);
  expect(writes).toEqual([["a", "b", "c"]]);
});

test("an item that comes while nothing is written waits for no company", async () => {
  const record = gather(async (items: readonly string[]) => items, {
    itemsMax: 10,
    writersMax: 1,
    pauseMs: 0,
  });
  expect(await record("a")).toBe("a");
  expect(await record("b")).toBe("b");
});

test("what comes while the writers are busy goes together, at most so many, when one is free", async () => {
  const writes: number[] = [];
  const doors: (() => void)[] = [];
  let busy = 0;
  let busyMax = 0;
  const record = gather(
    async (items: readonly number[]) => {
      writes.push(items.length);
      busy += 1;
      busyMax = Math.max(busyMax, busy);
      await new Promise<void>((resolve) => doors.push(resolve));
      busy -= 1;
      return items;
    },
    { itemsMax: 4, writersMax: 2, pauseMs: 0 },
  );
  const written = Promise.all(Array.from({ length: 11 }, (_, index) => record(index)));
  while (busy < 2) await turn();
  expect(writes).toEqual([4, 4]);
  while (writes.length < 3 || busy > 0) {
    doors.shift()?.();
    await turn();
  }
  expect(await written).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(writes).toEqual([4, 4, 3]);
  expect(busyMax).toBe(2);
});

test("what comes soon after a write goes together once the pause is over, or fills a write", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "performance"] });
  onTestFinished(() => void vi.useRealTimers());
  const writes: string[] = [];
  const record = gather(
    async (items: readonly string[]) => {
      writes.push(items.join(""));
      return items;
    },
    { itemsMax: 3, writersMax: 2, pauseMs: 10 },
  );
  await record("a");
  const soon = [record("b")];
  await vi.advanceTimersByTimeAsync(9);
  soon.push(record("c"));
  await turn();
  expect(writes).toEqual(["a"]);
  await vi.advanceTimersByTimeAsync(1);
  await Promise.all(soon);
  expect(writes).toEqual(["a", "bc"]);
  await Promise.all(["d", "e", "f"].map(record));
  expect(writes).toEqual(["a", "bc", "def"]);
});

test("one that faults fails alone, and those beside it are written in their order", async () => {
  const writes: string[] = [];
  const record = gather(
    async (items: readonly string[]) => {
      if (items.includes("bad")) throw new InvariantError("A bad one");
      writes.push(items.join(""));
      return items;
    },
    { itemsMax: 10, writersMax: 1, pauseMs: 0 },
  );
  const results = await Promise.allSettled(["a", "b", "c", "bad", "d"].map(record));
  expect(results.map(({ status }) => status)).toEqual([
    ...["fulfilled", "fulfilled", "fulfilled"],
    ...["rejected", "fulfilled"],
  ]);
  expect(writes).toEqual(["abc", "d"]);
  expect(await record("e")).toBe("e");
});

test("where the other side cannot be reached, all fail after one attempt", async () => {
  let writes = 0;
  const record = gather(
    () => {
      writes += 1;
      return Promise.reject(new UpstreamUnavailableError("Gone"));
    },
    { itemsMax: 10, writersMax: 1, pauseMs: 0 },
  );
  const results = await Promise.allSettled(["a", "b", "c"].map(record));
  expect(results.map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected"]);
  expect(writes).toBe(1);
});

function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
