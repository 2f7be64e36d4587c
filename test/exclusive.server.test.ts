import { expect, test } from "vitest";

import { InvariantError } from "~/errors";
import { exclusively } from "~/exclusive.server";

test("of two with one name one works, and the other says busy", async () => {
  const inner = () => exclusively("same", async () => "worked");
  expect(await exclusively("same", inner)).toBe("busy");
});

test("two names do not meet", async () => {
  const inner = () => exclusively("other", async () => "worked");
  expect(await exclusively("same", inner)).toBe("worked");
});

test("work that fails leaves the lock free, and its fault to the caller", async () => {
  const failing = exclusively("same", async () => {
    throw new InvariantError("no");
  });
  await expect(failing).rejects.toThrow("no");
  expect(await exclusively("same", async () => "worked")).toBe("worked");
});
