import { decide, recordConsent } from "~/conversions/decision";
import { deliverLane } from "~/conversions/deliver.server";
import { ensureLane, type Lane } from "~/conversions/lane.server";
import { sealContext } from "~/conversions/outbox.server";
import { recordOrder } from "~/conversions/record.server";
import { db } from "~/db.server";
import type { ShopId } from "~/ids";
import { LANES_SIDE_BY_SIDE } from "~/jobs/deliver-lane.server";
import { listJobs } from "~/jobs/list.server";
import { postEvents, type EventsCredentials } from "~/pinterest/events.server";
import type { WireEvent } from "~/pinterest/wire";
import { joinWorkers, leaveWorkers, workerId } from "~/presence.server";
import { startQueue, stopQueue } from "~/queue.server";
import { seal, unseal } from "~/seal.server";

import { draft } from "../test/support/orders";
import { shopSettings } from "../test/support/settings";
import { connectedShop } from "../test/support/shops";
import { orderBody } from "./order-body";
import { processorMs, type ProcessorMs } from "./processor";
import { print, runSideBySide, shown } from "./stopwatch";

// Events through a worker's lanes to a Pinterest that answers in 20 ms, against the same calls alone,
// without a database before and after them.

const SHOPS = 50;
const EVENTS_PER_SHOP = 2_000;
const EVENTS = SHOPS * EVENTS_PER_SHOP;

type Call = { credentials: EventsCredentials; events: readonly WireEvent[] };

const calls: Call[] = [];

await startQueue(listJobs(new AbortController().signal), "producer");
await joinWorkers();
const lanes = await seedShops();
const before = await processorMs();
const throughLanesMs = await runSideBySide(lanes, LANES_SIDE_BY_SIDE, (lane) =>
  deliverLane(lane, {
    now: () => new Date(),
    random: Math.random,
    post: (credentials, events) => {
      calls.push({ credentials, events });
      return postEvents(credentials, events, { isTest: false });
    },
    isTestTurnNear: () => Promise.resolve(true),
    owner: workerId(),
    stopping: new AbortController().signal,
  }),
);
const after = await processorMs();
const delivered = await db.outboxRow.count({ where: { state: "delivered" } });
const settled = await db.ledgerLine.count({ where: { state: "delivered" } });
if (delivered !== EVENTS || settled !== EVENTS) {
  throw new Error(`Of ${EVENTS} events ${delivered} rows and ${settled} lines are delivered`);
}

const aloneMs = await runSideBySide(calls, LANES_SIDE_BY_SIDE, async ({ credentials, events }) => {
  await postEvents(credentials, events, { isTest: false });
});
print(
  `delivery: ${shown(aloneMs / throughLanesMs)} of the calls alone ` +
    `(${shown((EVENTS * 1_000) / throughLanesMs)} events/s against ${shown((EVENTS * 1_000) / aloneMs)}, ` +
    `${shown((calls.length * 1_000) / EVENTS)} calls per 1000 events, ${EVENTS} events of ${SHOPS} shops; ` +
    `processor time of an event: worker ${usedFor("generator")}, database ${usedFor("database")})`,
);
await stopQueue(1_000);
await leaveWorkers();
await db.$disconnect();

function usedFor(whom: keyof ProcessorMs): string {
  return `${Math.round(((after[whom] - before[whom]) * 1_000) / EVENTS)} µs`;
}

/** Connected shops with their orders in the outbox. */
async function seedShops(): Promise<Lane[]> {
  // The other benches leave rows behind; what is measured here starts from the same tables each time.
  await db.$executeRaw`TRUNCATE outbox, ledger_lines`;
  const now = new Date();
  const lanes: Lane[] = [];
  const first = await connectedShop({}, "bench-1.myshopify.com", now);
  await recordOrders(first, now);
  lanes.push(await laneOf(first));
  for (let number = 2; number <= SHOPS; number += 1) {
    const shopId = await connectedShop({}, `bench-${number}.myshopify.com`, now);
    await copyOrders(first, shopId);
    lanes.push(await laneOf(shopId));
  }
  await db.$executeRaw`VACUUM (ANALYZE) outbox, ledger_lines`;
  return lanes;
}

/** As webhooks write them. */
async function recordOrders(shopId: ShopId, now: Date): Promise<void> {
  await db.$transaction(
    async (tx) => {
      for (let turn = 1; turn <= EVENTS_PER_SHOP; turn += 1) {
        await recordOrder(tx, shopId, await decided(6_300_000_000_000 + turn, now));
      }
    },
    { timeout: 120_000 },
  );
}

/** The rows of one shop again as another's, what is sealed sealed anew: a hundred times as fast. */
async function copyOrders(from: ShopId, to: ShopId): Promise<void> {
  const rows = await db.outboxRow.findMany({
    where: { shopId: from },
    select: { eventId: true, sealed: true },
  });
  const eventIds = rows.map(({ eventId }) => eventId);
  const sealed = rows.map(({ eventId, sealed }) =>
    seal(unseal(sealed ?? "", sealContext(from, eventId)), sealContext(to, eventId)),
  );
  await db.$executeRaw`
    INSERT INTO ledger_lines SELECT copy.* FROM ledger_lines line,
      jsonb_populate_record(line, jsonb_build_object(
        'id', nextval('ledger_lines_id_seq'), 'shopId', ${to}::text)) copy
     WHERE line."shopId" = ${from}::uuid`;
  await db.$executeRaw`
    INSERT INTO outbox SELECT copy.* FROM outbox o
      JOIN unnest(${eventIds}::text[], ${sealed}::text[]) AS again("eventId", sealed) USING ("eventId"),
      jsonb_populate_record(o, jsonb_build_object(
        'id', nextval('outbox_id_seq'), 'shopId', ${to}::text, 'sealed', again.sealed)) copy
     WHERE o."shopId" = ${from}::uuid`;
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
    sending: "real" as const,
  };
}

async function laneOf(shopId: ShopId): Promise<Lane> {
  const connection = await db.pinterestConnection.findUniqueOrThrow({ where: { shopId } });
  const { adAccountId, credentialVersion } = connection;
  const lane = { shopId, adAccountId: adAccountId ?? "", credentialVersion };
  await ensureLane(db, lane);
  return lane;
}
