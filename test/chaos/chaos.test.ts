import path from "node:path";

import { expect, inject, test } from "vitest";

import { isSound } from "./check";
import { runChaos } from "./run";
import { renderReport } from "./table";

// The small form of `npm run chaos`: two supervisors on a server that none of them started.

test(
  "orders survive kills and a failing Pinterest, each counted once",
  { timeout: 240_000 },
  async () => {
    const report = await runChaos({
      seed: "small",
      orders: 120,
      shops: 4,
      kills: 3,
      processes: 2,
      perSecond: 100,
      dataDir: path.join(inject("clustersDir"), "chaos"),
      settleMsMax: 90_000,
      say: () => undefined,
      stopping: new AbortController().signal,
    });
    expect(isSound(report.verdict), renderReport(report)).toBe(true);
  },
);
