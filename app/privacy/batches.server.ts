/**
 * How many rows one statement erases. Small enough to hold its locks for some milliseconds; larger ones
 * would make deliveries wait.
 */
export const BATCH_ROWS = 1_000;

/** Repeats a statement, each time its own transaction, until it finds less than a batch. */
export async function inBatches(erase: () => Promise<number>): Promise<number> {
  let total = 0;
  for (;;) {
    const count = await erase();
    total += count;
    if (count < BATCH_ROWS) return total;
  }
}
