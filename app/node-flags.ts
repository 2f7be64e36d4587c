/**
 * What the worker's Node is started with. A larger nursery is a little quicker and lets the memory of a
 * process that reads a large catalog grow by some hundred MiB, of which almost all is garbage.
 *
 * Source: V8, `--max-semi-space-size`, in MiB; Node 24 has 16, of which three are in use.
 */
export const WORKER_FLAGS: readonly string[] = ["--max-semi-space-size=4"];
