/**
 * What the worker's Node is started with. What lives of a large catalog while it is read is a few MiB; the rest
 * is garbage, and Node lets its heap grow to four times what lives before it collects all of it. With these it
 * collects as soon as the heap has grown by a tenth. A larger nursery is a little quicker, and holds more garbage.
 *
 * Source: V8, `--max-semi-space-size`, in MiB (Node 24 has 16, of which three are in use), and
 * `--heap-growing-percent`. Both hold for the worker's threads too.
 */
export const WORKER_FLAGS: readonly string[] = [
  "--max-semi-space-size=4",
  "--heap-growing-percent=10",
];
