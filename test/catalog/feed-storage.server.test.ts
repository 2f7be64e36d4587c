import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";

import { expect, test } from "vitest";

import {
  readStored,
  removeAllStored,
  removeStored,
  storageKey,
  storeFile,
} from "~/catalog/feed-storage.server";
import { dataRoot } from "~/data-root.server";
import { toShopId } from "~/ids";

const SHOP = toShopId("01a20314-0000-7000-8000-000000000001");
const OTHER = toShopId("01a20314-0000-7000-8000-000000000002");

test("a file is moved into the storage, read whole or in part, and removed, again without a fault", async () => {
  const key = await stored(SHOP, "one");
  expect(await text(key)).toBe("one two three");
  expect(await text(key, { start: 4, end: 6 })).toBe("two");
  await removeStored(key);
  await removeStored(key);
  await expect(text(key)).rejects.toThrow("ENOENT");
});

test("a shop's files go together, and no other shop's", async () => {
  await removeAllStored(SHOP);
  const own = await stored(SHOP, "own");
  const others = await stored(OTHER, "others");
  await removeAllStored(SHOP);
  await removeAllStored(SHOP);
  expect([own, others].map((key) => existsSync(path.join(dataRoot(), "feeds", key)))).toEqual([
    false,
    true,
  ]);
});

async function stored(shopId: typeof SHOP, name: string): Promise<string> {
  await mkdir(dataRoot(), { recursive: true });
  const file = path.join(dataRoot(), `${name}.tmp`);
  await writeFile(file, "one two three");
  const key = storageKey(shopId, name, "tsv");
  await storeFile(key, file);
  expect(existsSync(file)).toBe(false);
  return key;
}

async function text(key: string, range?: { start: number; end: number }): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of await readStored(key, range)) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}
