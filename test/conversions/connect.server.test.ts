import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { disconnect, saveShop, tryConnection } from "~/conversions/connect.server";
import { db } from "~/db.server";
import { listJobs } from "~/jobs/list.server";
import { startQueue, stopQueue } from "~/queue.server";
import { findConnection, findLane, recordAttention } from "~/shops/connection.server";
import { findShopById } from "~/shops/shop.server";

import { TEST_NOW } from "#test/support/clock";
import { emptyDatabase } from "#test/support/database";
import {
  deliver,
  recordOrders,
  states,
  takeWakeUps,
  useWorker,
  wakeUps,
} from "#test/support/delivery";
import { useLocalPinterest } from "#test/support/pinterest";
import { connectedShop, CREDENTIALS, installedShop, settingsChange } from "#test/support/shops";

const SETTINGS = settingsChange();
const NEW_TOKEN = "pina_SANDBOX_NOT_A_REAL_TOKEN_0002";

const pinterest = useLocalPinterest();
useWorker();

beforeAll(() => startQueue(listJobs(new AbortController().signal), "producer"));
afterAll(() => stopQueue(1_000));
beforeEach(async () => {
  await emptyDatabase();
  await takeWakeUps();
});

describe("saveShop", () => {
  test("connects the shop, opens its lane and wakes it", async () => {
    const shopId = await installedShop();
    await saveShop(shopId, CREDENTIALS, { ...SETTINGS, valueBasis: "total" }, TEST_NOW);
    expect(await findLane(shopId)).toMatchObject({ state: "connected" });
    expect(await findShopById(shopId)).toMatchObject({ settings: { valueBasis: "total" } });
    expect(await db.deliveryLane.count()).toBe(1);
    expect(await wakeUps(shopId)).toHaveLength(1);
  });

  test("keeps neither settings nor credentials where the queue takes no job", async () => {
    const shopId = await installedShop();
    await stopQueue(1_000);
    const saving = saveShop(shopId, CREDENTIALS, { ...SETTINGS, valueBasis: "total" }, TEST_NOW);
    await expect(saving).rejects.toThrow("The job queue is not started");
    await startQueue(listJobs(new AbortController().signal), "producer");
    expect(await findShopById(shopId)).toMatchObject({ settings: { valueBasis: "subtotal" } });
    expect(await findConnection(shopId)).toMatchObject({ state: "not_connected" });
    expect(await db.deliveryLane.count()).toBe(0);
  });

  test.each([
    { change: {}, because: "they are the same" },
    { change: { conversionToken: "" }, because: "an empty token keeps the stored one" },
    { change: { tagId: "2612345678902" }, because: "the tag is no part of the lane" },
  ])("opens no new lane with $change: $because", async ({ change }) => {
    const shopId = await connectedShop();
    await takeWakeUps();
    await saveShop(shopId, { ...CREDENTIALS, ...change }, SETTINGS, TEST_NOW);
    expect(await db.deliveryLane.count()).toBe(1);
    expect(await wakeUps(shopId)).toEqual([]);
  });

  test.each([{ conversionToken: NEW_TOKEN }, { adAccountId: "549755885179" }])(
    "opens a new lane with %o",
    async (change) => {
      const shopId = await connectedShop();
      await saveShop(shopId, { ...CREDENTIALS, ...change }, SETTINGS, TEST_NOW);
      expect(await db.deliveryLane.count()).toBe(2);
      expect(await findLane(shopId)).toMatchObject({ key: { credentialVersion: 2 } });
    },
  );

  test("the same token again mends a connection that Pinterest had refused", async () => {
    const shopId = await connectedShop();
    await recordAttention(db, shopId, 1, "no_permission");
    await saveShop(shopId, { ...CREDENTIALS, conversionToken: "" }, SETTINGS, TEST_NOW);
    expect(await findConnection(shopId)).toMatchObject({ state: "connected", attention: null });
  });
});

describe("tryConnection", () => {
  test("leaves a connection that works as it is", async () => {
    const shopId = await connectedShop();
    expect(await tryConnection(shopId, TEST_NOW)).toBe("accepted");
    expect(await findConnection(shopId)).toMatchObject({
      state: "connected",
      lastTest: { result: "accepted", testedAt: TEST_NOW },
    });
    expect(await db.deliveryLane.count()).toBe(1);
  });

  test("mends a connection that works again, and what was held goes out", async () => {
    const shopId = await connectedShop();
    await recordOrders(shopId, 2);
    await pinterest.allow(CREDENTIALS.conversionToken, []);
    await deliver(shopId);
    expect(await tryConnection(shopId, TEST_NOW)).toBe("no_permission");
    expect((await states(shopId)).outbox).toEqual({ held: 2 });
    await takeWakeUps();

    await pinterest.allow(CREDENTIALS.conversionToken, [CREDENTIALS.adAccountId]);
    expect(await tryConnection(shopId, TEST_NOW)).toBe("accepted");
    expect(await wakeUps(shopId)).toHaveLength(1);
    await deliver(shopId);
    expect(await states(shopId)).toEqual({ outbox: { delivered: 2 }, ledger: { delivered: 2 } });
  });

  test("has nothing to try before the form was filled in", async () => {
    expect(await tryConnection(await installedShop(), TEST_NOW)).toBeNull();
  });
});

describe("disconnect", () => {
  test("erases the token, and what is open waits for the next one", async () => {
    const shopId = await connectedShop();
    await recordOrders(shopId, 2);
    await disconnect(shopId, TEST_NOW);
    await disconnect(shopId, TEST_NOW);

    expect(await db.pinterestConnection.findMany()).toMatchObject([
      { state: "not_connected", sealedToken: null, tokenLastFour: null, tagId: CREDENTIALS.tagId },
    ]);
    expect(await states(shopId)).toEqual({ outbox: { held: 2 }, ledger: { held: 2 } });

    await saveShop(shopId, CREDENTIALS, SETTINGS, TEST_NOW);
    await deliver(shopId);
    expect((await states(shopId)).outbox).toEqual({ delivered: 2 });
  });
});
