import { afterAll, beforeEach, describe, expect, test, vi } from "vitest";

import {
  ensureLane,
  leaseLane,
  LEASE_MS,
  listStrandedLanes,
  recordAnswered,
  recordPause,
  releaseLane,
  renewLease,
  type Lane,
} from "~/conversions/lane.server";
import { recordHold } from "~/conversions/open-rows.server";
import { db } from "~/db.server";
import { recordAttention, recordCredentials } from "~/shops/connection.server";
import { workerId } from "~/presence.server";
import { HOUR_MS } from "~/time";

import { TEST_NOW } from "#test/support/clock";
import { emptyDatabase } from "#test/support/database";
import { anotherWorker, laneOf, recordOrders, useWorker } from "#test/support/delivery";
import { CREDENTIALS, installedShop } from "#test/support/shops";

useWorker();
beforeEach(emptyDatabase);

describe("a lease", () => {
  test("is one run's at a time, and free when it is given back", async () => {
    const lane = await dueLane();
    expect(await leaseLane(lane, workerId(), TEST_NOW)).toEqual({ failures: 0, pausedUntil: null });
    expect(await leaseLane(lane, workerId(), TEST_NOW)).toBeNull();
    await releaseLane(lane, workerId());
    expect(await leaseLane(lane, workerId(), TEST_NOW)).not.toBeNull();
  });

  test("is given back by nobody but who has it", async () => {
    const lane = await dueLane();
    const other = await anotherWorker(11);
    await leaseLane(lane, workerId(), TEST_NOW);
    await releaseLane(lane, other.id);
    expect(await leaseLane(lane, other.id, TEST_NOW)).toBeNull();
    await other.die();
  });

  test("ends with its time, and lasts longer where it is renewed", async () => {
    const lane = await dueLane();
    const other = await anotherWorker(12);
    await leaseLane(lane, other.id, TEST_NOW);
    expect(await leaseLane(lane, workerId(), at(LEASE_MS))).toBeNull();
    expect(await renewLease(lane, other.id, at(LEASE_MS))).toBe(true);
    expect(await leaseLane(lane, workerId(), at(2 * LEASE_MS))).toBeNull();
    expect(await leaseLane(lane, workerId(), at(2 * LEASE_MS + 1))).not.toBeNull();
    expect(await renewLease(lane, other.id, at(2 * LEASE_MS + 1))).toBe(false);
    await other.die();
  });

  test("ends with its worker", async () => {
    const lane = await dueLane();
    const other = await anotherWorker(13);
    await leaseLane(lane, other.id, TEST_NOW);
    await other.die();
    expect(await vi.waitUntil(() => leaseLane(lane, workerId(), TEST_NOW))).not.toBeNull();
  });

  test("of one lane is none of another", async () => {
    const one = await dueLane();
    const other = { ...one, credentialVersion: 99 };
    await ensureLane(db, other);
    await leaseLane(one, workerId(), TEST_NOW);
    expect(await leaseLane(other, workerId(), TEST_NOW)).not.toBeNull();
  });

  test("tells of the pause and the failures so far", async () => {
    const lane = await dueLane();
    await recordPause(db, lane, 3, at(HOUR_MS));
    const leased = await leaseLane(lane, workerId(), TEST_NOW);
    expect(leased).toEqual({ failures: 3, pausedUntil: at(HOUR_MS) });
    await recordAnswered(db, lane);
    await releaseLane(lane, workerId());
    expect(await leaseLane(lane, workerId(), TEST_NOW)).toEqual({ failures: 0, pausedUntil: null });
  });
});

test("a lane is made once", async () => {
  const lane = await dueLane();
  await recordPause(db, lane, 3, at(HOUR_MS));
  await ensureLane(db, lane);
  expect(await db.deliveryLane.findMany()).toMatchObject([{ failures: 3 }]);
});

// Instants are stored without a zone: what the session calls local time must not move them.
describe.each(["UTC", "Asia/Tokyo", "America/Los_Angeles"])(
  "a stranded lane, in a database that keeps the time of %s",
  (zone) => {
    beforeEach(() => setTimeZone(zone));
    afterAll(() => setTimeZone("UTC"));

    test("has something due and nobody who delivers it", async () => {
      const lane = await dueLane();
      expect(await listStrandedLanes(TEST_NOW)).toEqual([lane]);
    });

    test("is none before its row is due", async () => {
      const lane = await dueLane();
      expect(await listStrandedLanes(at(-1))).toEqual([]);
      expect(await listStrandedLanes(TEST_NOW)).toEqual([lane]);
    });

    test("is none while it is paused", async () => {
      const lane = await dueLane();
      await recordPause(db, lane, 1, at(60_000));
      expect(await listStrandedLanes(at(59_999))).toEqual([]);
      expect(await listStrandedLanes(at(60_000))).toEqual([lane]);
    });

    test("is none while a worker has it on lease", async () => {
      const lane = await dueLane();
      await leaseLane(lane, workerId(), TEST_NOW);
      expect(await listStrandedLanes(at(LEASE_MS))).toEqual([]);
      expect(await listStrandedLanes(at(LEASE_MS + 1))).toEqual([lane]);
    });
  },
);

describe("a lane is not stranded", () => {
  test("while the connection needs the merchant", async () => {
    const lane = await dueLane();
    await recordAttention(db, lane.shopId, lane.credentialVersion, "token_refused");
    expect(await listStrandedLanes(TEST_NOW)).toEqual([]);
  });

  test("where everything is held", async () => {
    const lane = await dueLane();
    await recordHold(db, lane.shopId, { from: "pending", to: "held" }, TEST_NOW);
    expect(await listStrandedLanes(TEST_NOW)).toEqual([]);
  });

  test("once other credentials have opened another", async () => {
    const { shopId } = await dueLane();
    await recordCredentials(db, shopId, { ...CREDENTIALS, adAccountId: "1" });
    const lane = await laneOf(shopId);
    expect(await listStrandedLanes(TEST_NOW)).toEqual([lane]);
  });
});

function at(ms: number): Date {
  return new Date(TEST_NOW.getTime() + ms);
}

async function dueLane(): Promise<Lane> {
  const shopId = await installedShop();
  await recordCredentials(db, shopId, CREDENTIALS);
  await recordOrders(shopId, 1);
  return laneOf(shopId);
}

/** New connections keep this time. */
async function setTimeZone(zone: string): Promise<void> {
  const [database] = await db.$queryRaw<
    { name: string }[]
  >`SELECT current_database()::text AS name`;
  await db.$executeRawUnsafe(`ALTER DATABASE ${database?.name} SET timezone TO '${zone}'`);
  await db.$disconnect();
  expect(await db.$queryRaw`SHOW timezone`).toEqual([{ TimeZone: zone }]);
}
