import path from "node:path";

import { afterEach, beforeEach, inject, vi } from "vitest";

import { databaseUrl } from "./global-setup";

// Before any module of the app reads them: each worker has a database and a Pinterest of its own.
const worker = Number(process.env["VITEST_POOL_ID"] ?? 1);
process.env["DATABASE_URL"] = databaseUrl(inject("clusterUrl"), `test_${worker}`);
process.env["DATA_DIR"] ??= path.join(inject("clustersDir"), `data-${worker}`);
process.env["PINTEREST_API_URL"] = `${inject("pinterestUrls")[worker - 1]}/v5`;

/** What nobody announced on the console fails the test. */
beforeEach(() => {
  for (const level of ["error", "warn"] as const) {
    vi.spyOn(console, level).mockImplementation((...words: unknown[]) => {
      throw new Error(`Unexpected console.${level}: ${words.join(" ")}`);
    });
  }
});

afterEach(() => {
  vi.restoreAllMocks();
});
