import { afterAll, beforeAll, beforeEach } from "vitest";

import { db } from "~/db.server";
import type { ShopId } from "~/ids";
import { listJobs } from "~/jobs/list.server";
import { startQueue, stopQueue } from "~/queue.server";
import { HOUR_MS } from "~/time";

import { makeDataDir } from "./catalog-sync";
import { TEST_NOW } from "./clock";
import { emptyDatabase } from "./database";
import { useLocalShopify, type LocalShopify } from "./shopify";
import { installedShop } from "./shops";

/** A shop whose catalog a test reads. */
export type CatalogShop = {
  shopify: LocalShopify;
  /** The shop of this test. */
  installed(): ShopId;
  /** How the next bulk operations go. */
  bulk(manner: Record<string, unknown>): Promise<unknown>;
  /** What waits in a queue, the oldest first. */
  jobs(name: string): Promise<unknown[]>;
};

/** An empty database with one installed shop before each test, a local Shopify, and a queue that nobody works. */
export function useCatalogShop(): CatalogShop {
  const shopify = useLocalShopify();
  let shopId: ShopId;

  beforeAll(async () => {
    await makeDataDir();
    await startQueue(listJobs(new AbortController().signal), "producer");
  });
  afterAll(() => stopQueue(1_000));
  beforeEach(async () => {
    await emptyDatabase();
    await db.$executeRaw`DELETE FROM pgboss.job`;
    shopId = await installedShop();
    await shopify.session(new Date(Date.now() + HOUR_MS));
  });

  return {
    shopify,
    installed: () => shopId,
    bulk: (manner) => shopify.control("PUT", "bulk", { manner }),
    async jobs(name) {
      const rows = await db.$queryRaw<{ data: unknown }[]>`
        SELECT data FROM pgboss.job WHERE name = ${name} ORDER BY created_on`;
      return rows.map(({ data }) => data);
    },
  };
}

/** So much after the present of the tests. */
export function later(ms: number): Date {
  return new Date(TEST_NOW.getTime() + ms);
}
