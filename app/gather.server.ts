import { InvariantError, UpstreamUnavailableError } from "./errors";

type Waiting<Item, Result> = {
  item: Item;
  resolve: (result: Result) => void;
  reject: (fault: unknown) => void;
};

/**
 * Gathers items that come at about the same time, so that one `write` does for all of them. Whoever
 * brings one gets its own result, once that is written.
 *
 * Where nobody came for a while, nobody waits for company: a first item is written at once, with those
 * that came in the same turn of the event loop. What comes while the writers are busy, or in the few
 * milliseconds of `pauseMs`, goes together: each `write` has a cost of its own, which nobody has to pay
 * hundreds of times a second.
 * Where a `write` faults, its items are halved, in their order, until a bad one stands alone and fails
 * nobody else; but where the other side cannot be reached, that is the answer for all of them.
 *
 * @param write gives one result per item, in their order. All or nothing: what it wrote of items is
 * undone where it throws.
 * @param itemsMax in one `write`.
 * @param writersMax how many `write`s may be under way at a time.
 * @param pauseMs at least from the beginning of one `write` to that of the next, unless there are items
 * for a full one.
 */
export function gather<Item, Result>(
  write: (items: readonly Item[]) => Promise<readonly Result[]>,
  { itemsMax, pauseMs, writersMax }: { itemsMax: number; writersMax: number; pauseMs: number },
): (item: Item) => Promise<Result> {
  const waiting: Waiting<Item, Result>[] = [];
  let writers = 0;
  let pausedUntil = 0;
  let alarm: NodeJS.Timeout | undefined;

  const start = (): void => {
    while (writers < writersMax && waiting.length > 0) {
      const waitMs = pausedUntil - performance.now();
      if (waitMs > 0 && waiting.length < itemsMax) return wake(waitMs);
      writers += 1;
      pausedUntil = performance.now() + pauseMs;
      void settle(write, waiting.splice(0, itemsMax)).finally(() => {
        writers -= 1;
        start();
      });
    }
  };
  const wake = (waitMs: number): void => {
    alarm ??= setTimeout(() => {
      alarm = undefined;
      start();
    }, waitMs);
  };
  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (waiting.length === 1 || waiting.length === itemsMax) setImmediate(start);
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
    if (batch.length === 1 || fault instanceof UpstreamUnavailableError) {
      for (const { reject } of batch) reject(fault);
      return;
    }
    const middle = Math.ceil(batch.length / 2);
    await settle(write, batch.slice(0, middle));
    await settle(write, batch.slice(middle));
  }
}
