import pg from "pg";
import { afterAll, beforeAll } from "vitest";

import { decide, recordConsent } from "~/conversions/decision";
import { deliverLane, type World } from "~/conversions/deliver.server";
import { ensureLane, type Lane } from "~/conversions/lane.server";
import { recordOrder, type DecidedOrder } from "~/conversions/record.server";
import { brand } from "~/brand";
import { db } from "~/db.server";
import type { ShopId } from "~/ids";
import { postEvents } from "~/pinterest/events.server";
import { PRESENCE_CLASS } from "~/presence";
import { joinWorkers, leaveWorkers, workerId, type WorkerId } from "~/presence.server";

import { TEST_NOW } from "./clock";
import { draft } from "./orders";
import { shopSettings } from "./settings";

/** An order of the builder that was decided, with `changes` to its body. */
export async function decidedOrder(
  number: number,
  changes: Readonly<Record<string, unknown>> = {},
  isConnected = true,
): Promise<DecidedOrder> {
  const settings = shopSettings();
  const body = {
    admin_graphql_api_id: `gid://shopify/Order/${number}`,
    checkout_token: `checkout-token-${number}`,
    ...changes,
  };
  const drafted = await draft(body, settings);
  const given = { ...drafted, snapshot: null, settings, now: TEST_NOW, isConnected };
  return {
    orderId: String(number),
    orderName: `#${number}`,
    receivedBy: "webhook",
    receivedAt: TEST_NOW,
    draft: drafted.draft,
    decision: decide(given),
    consent: recordConsent(given),
    browser: { isSeen: false, isSent: false },
    isHeld: false,
    sending: "real",
  };
}

/** Orders 1 to `count` in a shop's outbox, as webhooks write them, and the ids of their events. */
export async function recordOrders(
  shopId: ShopId,
  count: number,
  changes: Readonly<Record<string, unknown>> = {},
): Promise<string[]> {
  const orders = await Promise.all(
    Array.from({ length: count }, (_, index) => decidedOrder(index + 1, changes)),
  );
  await db.$transaction(
    async (tx) => {
      for (const order of orders) await recordOrder(tx, shopId, order);
    },
    { timeout: 60_000 },
  );
  return orders.map((order) => order.draft.eventId);
}

/** The lane of a connected shop, made where it is not there yet. */
export async function laneOf(shopId: ShopId): Promise<Lane> {
  const { adAccountId, credentialVersion } = await db.pinterestConnection.findUniqueOrThrow({
    where: { shopId },
  });
  const lane = { shopId, adAccountId: adAccountId ?? "", credentialVersion };
  await ensureLane(db, lane);
  return lane;
}

/** Makes the test's process a worker that the database knows to be there. */
export function useWorker(): void {
  beforeAll(joinWorkers);
  afterAll(leaveWorkers);
}

/** Another worker, alive until it is told to die. */
export async function anotherWorker(id: number): Promise<{ id: WorkerId; die(): Promise<void> }> {
  const client = new pg.Client({ connectionString: process.env["DATABASE_URL"] });
  await client.connect();
  await client.query("SELECT pg_advisory_lock($1, $2)", [PRESENCE_CLASS, id]);
  return { id: brand(id), die: () => client.end() };
}

/** A world in which it is TEST_NOW, no dice are thrown, and Pinterest is the local one. */
export function world(changes: Partial<World> = {}): World {
  return {
    now: () => TEST_NOW,
    random: () => 0,
    post: (credentials, events, sending) =>
      postEvents(credentials, events, { isTest: sending === "test" }),
    isTestTurnNear: () => Promise.resolve(true),
    owner: workerId(),
    stopping: new AbortController().signal,
    ...changes,
  };
}

/** One run of the worker for a shop's lane. */
export async function deliver(shopId: ShopId, changes: Partial<World> = {}): Promise<void> {
  await deliverLane(await laneOf(shopId), world(changes));
}

/** How many rows of a shop stand in each state, and how many ledger lines. */
export async function states(shopId: ShopId) {
  const rows = await db.outboxRow.groupBy({ by: ["state"], where: { shopId }, _count: true });
  const lines = await db.ledgerLine.groupBy({ by: ["state"], where: { shopId }, _count: true });
  return {
    outbox: Object.fromEntries(rows.map(({ state, _count }) => [state, _count])),
    ledger: Object.fromEntries(lines.map(({ state, _count }) => [state, _count])),
  };
}

/** When the waiting wake-ups of a shop's lanes are due. */
export async function wakeUps(shopId: ShopId): Promise<Date[]> {
  const jobs = await db.$queryRaw<{ start_after: Date }[]>`
    SELECT start_after FROM pgboss.job
     WHERE name = 'deliver-lane' AND state = 'created' AND data->>'shopId' = ${shopId}
     ORDER BY start_after`;
  return jobs.map(({ start_after }) => start_after);
}

/** Takes the waiting wake-ups away, as a worker that picks them up does. */
export async function takeWakeUps(): Promise<void> {
  await db.$executeRaw`DELETE FROM pgboss.job WHERE name = 'deliver-lane'`;
}
