import path from "node:path";
import { Worker } from "node:worker_threads";

import { InvariantError } from "~/errors";
import { INSTALLATION_DIR } from "~/paths.server";

import type { RangeMakers, RangeResult, RangesSetup, RangeTask } from "./make-ranges.server";
import type { ToThread } from "./range-thread.server";

/** The thread's bundle, as the build leaves it. */
const BUNDLE = path.join(INSTALLATION_DIR, "build", "range-thread.js");

/**
 * Starts threads that make ranges side by side. Tasks that come while all are at work wait.
 *
 * @param bundle the thread's program; the build's own, unless a test has another.
 */
export function startRangeThreads(setup: RangesSetup, count: number, bundle = BUNDLE): RangeMakers {
  const threads = Array.from({ length: count }, () => startThread(setup, bundle));
  const idle = [...threads];
  const waiting: ((thread: Thread) => void)[] = [];

  return {
    ahead: count,
    async make(task) {
      const thread = idle.pop() ?? (await new Promise<Thread>((free) => waiting.push(free)));
      try {
        return await thread.run(task);
      } finally {
        const next = waiting.shift();
        if (next) next(thread);
        else idle.push(thread);
      }
    },
    async stop() {
      for (const thread of threads) await thread.stop();
    },
  };
}

type Thread = ReturnType<typeof startThread>;

function startThread(setup: RangesSetup, bundle: string) {
  const worker = new Worker(bundle);
  const tell = (told: ToThread): void => worker.postMessage(told);
  let open:
    { resolve: (result: RangeResult) => void; reject: (fault: unknown) => void } | undefined;
  let fault: unknown;
  const fail = (cause: unknown): void => {
    fault ??= new InvariantError("A thread that makes a catalog ended", {}, { cause });
    open?.reject(fault);
  };
  worker.on("message", (result: RangeResult) => open?.resolve(result));
  worker.on("error", fail);
  worker.on("exit", fail);
  tell({ kind: "setup", setup });

  return {
    run: (task: RangeTask) =>
      new Promise<RangeResult>((resolve, reject) => {
        open = { resolve, reject };
        if (fault === undefined) tell({ kind: "task", task });
        else reject(fault);
      }),
    stop: () => worker.terminate(),
  };
}
