import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

import { expect, test } from "vitest";

import { inputFile, runCommand } from "#test/support/command";

test.each([
  { args: [] },
  { args: ["explain"] },
  { args: ["constructor"] },
  { args: ["explain-order"] },
  { args: ["explain-order", "a.json", "b.json"] },
  { args: ["explain-order", "--colour", "red", "a.json"] },
  { args: ["explain-order", "a.json", "--now"] },
  { args: ["explain-order", "--platform", "magento", "a.json"] },
  { args: ["explain-order", "--settings", "-", "-"] },
  { args: ["normalize-user-data"] },
  { args: ["normalize-user-data", "--now", "2026-11-20", "a.json"] },
])("$args is wrong usage", async ({ args }) => {
  const { exitCode, stdout, stderr } = await runCommand(args);
  expect(exitCode).toBe(2);
  expect(stdout).toBe("");
  expect(stderr).toContain("Usage:");
});

test("the program itself writes JSON to standard output and ends with 0", () => {
  const root = fileURLToPath(new URL("../..", import.meta.url));
  const file = inputFile({ em: "A@b.c" });
  const args = ["--import", "tsx", "cli/main.ts", "normalize-user-data", file];
  const stdout = execFileSync(process.execPath, args, { cwd: root, encoding: "utf8" });
  expect(JSON.parse(stdout)).toMatchObject({ normalized: { em: ["a@b.c"] } });
});
