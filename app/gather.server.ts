import { InvariantError } from "./errors";

type Waiting<Item, Result> = {
  item: Item;
  resolve: (result: Result) => void;
  reject: (fault: unknown) => void;
};

/**
 * Gathers items that come at about the same time, so that one `write` does for all of them. Whoever
 * brings one gets its own result, once that is written.
 *
 * Nobody waits for company: a first item is written at once, with those that came in the same turn of
 * the event loop, and what comes while the writers are busy goes together when one of them is free.
 * Where a `write` faults, each of its items is written alone, so that a bad one fails nobody else.
 *
 * @param write gives one result per item, in their order. All or nothing: what it wrote of items is
 * undone where it throws.
 * @param itemsMax in one `write`.
 * @param writersMax how many `write`s may be under way at a time.
 */
export function gather<Item, Result>(
  write: (items: readonly Item[]) => Promise<readonly Result[]>,
  { itemsMax, writersMax }: { itemsMax: number; writersMax: number },
): (item: Item) => Promise<Result> {
  const waiting: Waiting<Item, Result>[] = [];
  let writers = 0;

  const start = (): void => {
    while (writers < writersMax && waiting.length > 0) {
      writers += 1;
      void settle(write, waiting.splice(0, itemsMax)).finally(() => {
        writers -= 1;
        start();
      });
    }
  };
  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (waiting.length === 1) setImmediate(start);
    });
}

/** Never rejects: every fault is somebody's. */
async function settle<Item, Result>(
  write: (items: readonly Item[]) => Promise<readonly Result[]>,
  batch: readonly Waiting<Item, Result>[],
): Promise<void> {
  try {
    const results = await write(batch.map(({ item }) => item));
    batch.forEach(({ resolve, reject }, index) => {
      const result = results[index];
      if (result === undefined) reject(new InvariantError("A gathered item has no result"));
      else resolve(result);
    });
  } catch (fault) {
    const [only, ...others] = batch;
    if (others.length === 0) only?.reject(fault);
    else await Promise.all(batch.map((one) => settle(write, [one])));
  }
}
