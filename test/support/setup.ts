import { afterEach, beforeEach, inject, vi } from "vitest";

import { databaseUrl } from "./global-setup";

// Before any module of the app reads it: each worker has a database of its own.
process.env["DATABASE_URL"] = databaseUrl(
  inject("clusterUrl"),
  `test_${process.env["VITEST_POOL_ID"] ?? "1"}`,
);

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
