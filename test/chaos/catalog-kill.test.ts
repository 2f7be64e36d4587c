import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { readdir } from "node:fs/promises";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";

import { afterAll, beforeAll, expect, test } from "vitest";

import { findServedFeed } from "~/catalog/feed.server";
import { findLastSync, type SyncKey } from "~/catalog/sync-run.server";
import { dataRoot } from "~/data-root.server";
import { db } from "~/db.server";
import { environmentWith } from "~/env.server";
import type { ShopId } from "~/ids";
import { listJobs } from "~/jobs/list.server";
import { INSTALLATION_DIR } from "~/paths.server";
import { startQueue, stopQueue } from "~/queue.server";

import { bulkText, productLine, variantLine } from "#test/support/bulk";
import { beginSync, makeDataDir, onlyFeed, publishedText } from "#test/support/catalog-sync";
import { emptyDatabase } from "#test/support/database";
import { dice } from "#test/support/dice";
import { readFeed } from "#test/support/feeds";
import { useLocalShopify } from "#test/support/shopify";
import { installedShop } from "#test/support/shops";

// `npm run chaos -- catalog` makes it as large as a big shop.
const KILLS = Number(process.env["CATALOG_KILLS"] ?? 3);
const VARIANTS = Number(process.env["CATALOG_VARIANTS"] ?? 1_500);
const VARIANTS_OF_PRODUCT = 5;
const SEED = 20_261_122;

const shopify = useLocalShopify();
let shopId: ShopId;

beforeAll(async () => {
  await makeDataDir();
  await startQueue(listJobs(new AbortController().signal), "producer");
});
afterAll(() => stopQueue(1_000));

test(
  "a sync that is killed leaves the feed whole, and the next worker completes it",
  { timeout: 60 * 60_000 },
  async () => {
    await emptyDatabase();
    shopId = await installedShop();
    await shopify.session(new Date(Date.now() + 3_600_000));
    await shopify.control("PUT", "bulk", { manner: { durationMs: 0 } });
    const roll = dice(SEED);

    shopify.setBulkFile(catalogAt(1));
    let { tookMs: wholeMs } = await work(await beginSync(shopId, new Date()), null);
    expect(await generation()).toBe(1);

    let killed = 0;
    // A sync that was done before its moment came was not killed, and does not count.
    for (let round = 2; killed < KILLS && round <= 10 * KILLS; round += 1) {
      shopify.setBulkFile(catalogAt(round));
      const key = await beginSync(shopId, new Date());
      const { isKilled, tookMs } = await work(key, roll() * wholeMs);
      if (isKilled) killed += 1;
      // The first sync took longer: nothing was warm.
      else wholeMs = Math.min(wholeMs, tookMs);
      // Either the one before or the new one, and never some of both.
      expect([round - 1, round]).toContain(await generation());
      await work(key, null);
      expect(await findLastSync(shopId, new Date())).toMatchObject({
        phase: "done",
        id: key.syncId,
      });
      expect(await generation()).toBe(round);
    }
    expect(killed).toBe(KILLS);
    expect(await readdir(path.join(dataRoot(), "catalog"))).toEqual([]);
    expect(await db.catalogItem.count({ where: { shopId, leftOut: null } })).toBe(VARIANTS);
  },
);

/** Takes the turns of a sync in a process of its own. @returns how long that took once it was up. */
async function work(
  key: SyncKey,
  killAfterMs: number | null,
): Promise<{ isKilled: boolean; tookMs: number }> {
  const child = spawn(
    process.execPath,
    [
      ...["--import", "tsx", "--import", path.join(INSTALLATION_DIR, "sandbox", "preload.mjs")],
      ...[path.join(INSTALLATION_DIR, "test", "chaos", "catalog-child.ts"), key.shopId, key.syncId],
    ],
    { cwd: INSTALLATION_DIR, env: environmentWith({}), stdio: ["ignore", "pipe", "inherit"] },
  );
  const ended = once(child, "exit");
  await Promise.race([once(child.stdout, "data"), ended]);
  const readyAt = performance.now();
  if (killAfterMs !== null) {
    await Promise.race([pause(killAfterMs), ended]);
    child.kill("SIGKILL");
  }
  const [code, signal] = await ended;
  if (signal !== "SIGKILL") expect(code).toBe(0);
  return { isKilled: signal === "SIGKILL", tookMs: performance.now() - readyAt };
}

/** The generation that the published feed is of, once every byte of it was looked at. */
async function generation(): Promise<number> {
  const served = await findServedFeed((await onlyFeed(shopId)).fileId);
  const text = (await publishedText(shopId)) ?? "";
  const hash = createHash("sha256").update(text).digest("hex");
  expect(served).toMatchObject({ version: { contentHash: hash } });
  const rows = readFeed("tsv", text);
  expect(rows).toHaveLength(VARIANTS);
  const prices = new Set(rows.map(({ price }) => price));
  expect(prices.size).toBe(1);
  return Number.parseInt([...prices][0] ?? "", 10);
}

/** The lines of a catalog in which every price is the same. */
function catalogAt(price: number): string {
  const lines = Array.from({ length: VARIANTS / VARIANTS_OF_PRODUCT }, (_, product) => [
    productLine(product + 1),
    ...Array.from({ length: VARIANTS_OF_PRODUCT }, (_, variant) => {
      const id = 1_000_000 + product * VARIANTS_OF_PRODUCT + variant;
      return variantLine(id, product + 1, { price: `${price}.00`, position: variant + 1 });
    }),
  ]).flat();
  return bulkText(lines);
}
