import { decide, recordConsent } from "~/conversions/decision";
import { deliverLane } from "~/conversions/deliver.server";
import { ensureLane, type Lane } from "~/conversions/lane.server";
import { recordOrder } from "~/conversions/record.server";
import { db } from "~/db.server";
import type { ShopId } from "~/ids";
import { listJobs } from "~/jobs/list.server";
import { postEvents, type EventsCredentials } from "~/pinterest/events.server";
import type { WireEvent } from "~/pinterest/wire";
import { joinWorkers, leaveWorkers, workerId } from "~/presence.server";
import { startQueue, stopQueue } from "~/queue.server";

import { draft } from "../test/support/orders";
import { shopSettings } from "../test/support/settings";
import { connectedShop } from "../test/support/shops";
import { orderBody } from "./order-body";
import { print, runSideBySide, shown } from "./stopwatch";

// Events through a worker's lanes to a Pinterest that answers in 20 ms, against the same calls alone,
// without a database before and after them.

const SHOPS = 50;
const EVENTS_PER_SHOP = 400;
const EVENTS = SHOPS * EVENTS_PER_SHOP;

/** As many lanes as a worker has in hand. Source: jobs/deliver-lane.server.ts. */
const LANES = 8;

/** Shops whose orders are written side by side; more than the cores do not make it faster. */
const WRITERS = 3;

type Call = { credentials: EventsCredentials; events: readonly WireEvent[] };

const calls: Call[] = [];

await startQueue(listJobs(new AbortController().signal), "producer");
await joinWorkers();
const numbers = Array.from({ length: SHOPS }, (_, index) => index + 1);
const lanes: Lane[] = [];
await runSideBySide(numbers, WRITERS, async (number) => {
  lanes.push(await seedShop(number));
});

const throughLanesMs = await runSideBySide(lanes, LANES, (lane) =>
  deliverLane(lane, {
    now: () => new Date(),
    random: Math.random,
    post: (credentials, events) => {
      calls.push({ credentials, events });
      return postEvents(credentials, events, { isTest: false });
    },
    owner: workerId(),
    stopping: new AbortController().signal,
  }),
);
const delivered = await db.outboxRow.count({
  where: { shopId: { in: lanes.map(({ shopId }) => shopId) }, state: "delivered" },
});
if (delivered !== EVENTS) throw new Error(`${delivered} of ${EVENTS} events were delivered`);

const aloneMs = await runSideBySide(calls, LANES, async ({ credentials, events }) => {
  await postEvents(credentials, events, { isTest: false });
});
print(
  `delivery: ${shown(aloneMs / throughLanesMs)} of the calls alone ` +
    `(${shown((EVENTS * 1_000) / throughLanesMs)} events/s against ${shown((EVENTS * 1_000) / aloneMs)}, ` +
    `${shown((calls.length * 1_000) / EVENTS)} calls per 1000 events, ${EVENTS} events of ${SHOPS} shops)`,
);
await stopQueue(1_000);
await leaveWorkers();
await db.$disconnect();

/** A connected shop with its orders in the outbox, as webhooks write them. */
async function seedShop(number: number): Promise<Lane> {
  const now = new Date();
  const shopId = await connectedShop({}, `bench-${number}.myshopify.com`, now);
  await db.$transaction(
    async (tx) => {
      for (let turn = 1; turn <= EVENTS_PER_SHOP; turn += 1) {
        const orderId = 6_300_000_000_000 + number * EVENTS_PER_SHOP + turn;
        await recordOrder(tx, shopId, await decided(orderId, now));
      }
    },
    { timeout: 120_000 },
  );
  return laneOf(shopId);
}

async function decided(number: number, now: Date) {
  const settings = shopSettings();
  const drafted = await draft(orderBody(number, now), settings);
  const given = { ...drafted, snapshot: null, settings, now, isConnected: true };
  return {
    orderId: String(number),
    orderName: `#${number}`,
    receivedBy: "webhook" as const,
    receivedAt: now,
    draft: drafted.draft,
    decision: decide(given),
    consent: recordConsent(given),
    browser: { isSeen: false, isSent: false },
    isHeld: false,
  };
}

async function laneOf(shopId: ShopId): Promise<Lane> {
  const connection = await db.pinterestConnection.findUniqueOrThrow({ where: { shopId } });
  const { adAccountId, credentialVersion } = connection;
  const lane = { shopId, adAccountId: adAccountId ?? "", credentialVersion };
  await ensureLane(db, lane);
  return lane;
}
