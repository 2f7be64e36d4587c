import { parentPort } from "node:worker_threads";

import {
  startMakingRanges,
  type MakeRange,
  type RangeResult,
  type RangesSetup,
  type RangeTask,
} from "./make-ranges.server";

// A thread of the worker that makes ranges of a catalog. It asks no database and no network.

/** What the thread is told: what to make ranges by, then one range after another. */
export type ToThread = { kind: "setup"; setup: RangesSetup } | { kind: "task"; task: RangeTask };

/** Its answer to each task. */
export type FromThread = RangeResult;

let make: MakeRange | undefined;

parentPort?.on("message", (told: ToThread) => {
  if (told.kind === "setup") make = startMakingRanges(told.setup, () => Promise.resolve());
  else void make?.(told.task).then(answer);
});

function answer(result: FromThread): void {
  parentPort?.postMessage(result);
}
