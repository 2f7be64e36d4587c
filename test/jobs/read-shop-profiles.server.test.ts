import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import { db } from "~/db.server";
import { listJobs } from "~/jobs/list.server";
import { readShopProfilesJob } from "~/jobs/read-shop-profiles.server";
import { startQueue, stopQueue } from "~/queue.server";
import { recordUninstall } from "~/shops/shop.server";

import { TEST_NOW } from "#test/support/clock";
import { emptyDatabase } from "#test/support/database";
import { connectedShop, installedShop } from "#test/support/shops";

beforeAll(() => startQueue(listJobs(new AbortController().signal), "producer"));
afterAll(() => stopQueue(1_000));
beforeEach(async () => {
  await emptyDatabase();
  await db.$executeRaw`DELETE FROM pgboss.job WHERE name = 'read-shop-profile'`;
});

test("each installed shop's profile is read daily, once while it waits, connected or not", async () => {
  const connected = await connectedShop();
  const installed = await installedShop("unconnected.myshopify.com");
  await installedShop("gone.myshopify.com");
  await recordUninstall(db, "shopify", "gone.myshopify.com", TEST_NOW);

  await readShopProfilesJob.handler({});
  await readShopProfilesJob.handler({});
  const jobs = await db.$queryRaw<{ id: string }[]>`
    SELECT data->>'shopId' AS id FROM pgboss.job WHERE name = 'read-shop-profile'`;
  expect(jobs.map(({ id }) => id).toSorted()).toEqual([connected, installed].toSorted());
  expect(readShopProfilesJob.schedule).toEqual([{ cron: "5 4 * * *", payload: {} }]);
});
