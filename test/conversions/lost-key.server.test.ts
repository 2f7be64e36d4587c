import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { saveShop } from "~/conversions/connect.server";
import { db } from "~/db.server";
import { listJobs } from "~/jobs/list.server";
import { startQueue, stopQueue } from "~/queue.server";
import { seal } from "~/seal.server";
import { findCredentials } from "~/shops/connection.server";
import { DAY_MS, MINUTE_MS } from "~/time";

import { TEST_NOW } from "#test/support/clock";
import { emptyDatabase } from "#test/support/database";
import { deliver, recordOrders, states, useWorker } from "#test/support/delivery";
import { useLocalPinterest } from "#test/support/pinterest";
import { connectedShop, CREDENTIALS, settingsChange } from "#test/support/shops";

/** A key that the app does not have (any more). */
const LOST_KEY = [{ id: "lost", key: Buffer.alloc(32, 9) }];

const pinterest = useLocalPinterest();
useWorker();

beforeAll(() => startQueue(listJobs(new AbortController().signal), "producer"));
afterAll(() => stopQueue(1_000));
beforeEach(emptyDatabase);

describe("with a key lost", () => {
  test("an event that does not open waits, and the others of its lane go out", async () => {
    const shopId = await connectedShop();
    const [lost] = await recordOrders(shopId, 3);
    await db.outboxRow.updateMany({
      where: { shopId, eventId: lost ?? "" },
      data: { sealed: seal("{}", "anywhere", LOST_KEY) },
    });
    await deliver(shopId);

    expect(await pinterest.events()).toHaveLength(2);
    expect(await states(shopId)).toMatchObject({ outbox: { delivered: 2, pending: 1 } });
    expect(await db.outboxRow.findFirst({ where: { state: "pending" } })).toMatchObject({
      lastError: "sealed",
      nextAttemptAt: new Date(TEST_NOW.getTime() + 15 * MINUTE_MS),
    });
  });

  test("an event that does not open is given up when it is too old to count", async () => {
    const shopId = await connectedShop();
    await recordOrders(shopId, 1);
    await db.outboxRow.updateMany({
      where: { shopId },
      data: {
        sealed: seal("{}", "anywhere", LOST_KEY),
        occurredAt: new Date(TEST_NOW.getTime() - 8 * DAY_MS),
      },
    });
    await deliver(shopId);

    expect(await states(shopId)).toEqual({ outbox: { expired: 1 }, ledger: { expired: 1 } });
  });

  test("a merchant can save a new token", async () => {
    const shopId = await connectedShop();
    await db.pinterestConnection.updateMany({
      where: { shopId },
      data: { sealedToken: seal("pina_whatever", "anywhere", LOST_KEY) },
    });
    await saveShop(shopId, CREDENTIALS, settingsChange(), TEST_NOW);

    expect((await findCredentials(shopId))?.conversionToken).toBe(CREDENTIALS.conversionToken);
  });
});
