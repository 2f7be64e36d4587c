import { setTimeout as pause } from "node:timers/promises";

import { db, requireDatabaseUrl } from "~/db.server";
import { env } from "~/env.server";
import { freePort } from "~/free-port.server";
import { listJobs } from "~/jobs/list.server";
import { startQueue, stopQueue } from "~/queue.server";

import { connectedShop, SHOP_DOMAIN } from "../test/support/shops";
import { startBuilt, startServer, untilReady } from "./child";
import { openSenders, type Senders } from "./send-webhook";
import { print, quantile, shown } from "./stopwatch";

// Webhooks that the real web process takes in, against a bare server that checks the same signature
// and commits one row. Both have the same database, payload and number of senders. Then how long it takes
// to answer at a rate of its own, four fifths of the most.

const SENDERS = 32;
/** Until what both run has been compiled for good. */
const WARM_UP_MS = 15_000;
const MS = 10_000;

let orders = 0;

await startQueue(listJobs(new AbortController().signal), "producer");
await connectedShop({}, SHOP_DOMAIN, new Date());
await stopQueue(1_000);

const bare = await startServer("bare-intake.ts", [env.SHOPIFY_API_SECRET, requireDatabaseUrl()]);
const bareRate = await sending(bare.url, webhooksPerSecond).finally(() => bare.stop());

const port = await freePort();
const web = startBuilt("server/web.js", { PORT: String(port), LOG_LEVEL: "info" });
const appUrl = `http://127.0.0.1:${port}`;
const { appRate, p99Ms } = await untilReady(appUrl)
  .then(() =>
    sending(`${appUrl}/webhooks/orders`, async (senders) => {
      const rate = await webhooksPerSecond(senders);
      return { appRate: rate, p99Ms: quantile(await sendAt(senders, rate * 0.8, MS), 0.99) };
    }),
  )
  .finally(() => web.stop());

const recorded = await db.outboxRow.count({ where: { state: "pending" } });
print(
  `intake: ${shown(appRate / bareRate)} of a bare server ` +
    `(${shown(appRate)} webhooks/s against ${shown(bareRate)}, ${SENDERS} senders, ${recorded} events recorded; ` +
    `p99 ${shown(p99Ms)} ms at 80% of that)`,
);
await db.$disconnect();

async function sending<Result>(
  door: string,
  work: (senders: Senders) => Promise<Result>,
): Promise<Result> {
  const senders = await openSenders(door, SENDERS);
  return work(senders).finally(() => senders.close());
}

async function webhooksPerSecond(senders: Senders): Promise<number> {
  await sendFor(senders, WARM_UP_MS);
  const startedAt = performance.now();
  const count = await sendFor(senders, MS);
  return (count * 1_000) / (performance.now() - startedAt);
}

async function sendFor(senders: Senders, ms: number): Promise<number> {
  const deadline = performance.now() + ms;
  let count = 0;
  await Promise.all(
    Array.from({ length: SENDERS }, async () => {
      for (; performance.now() < deadline; count += 1) await sendOrder(senders);
    }),
  );
  return count;
}

/** So many a second, whether the earlier ones are answered or not, and how long each took. */
async function sendAt(senders: Senders, perSecond: number, ms: number): Promise<number[]> {
  const startedAt = performance.now();
  const answers: Promise<number>[] = [];
  for (let place = 0; place * 1_000 < perSecond * ms; place += 1) {
    const dueAt = startedAt + (place * 1_000) / perSecond;
    const earlyMs = dueAt - performance.now();
    if (earlyMs > 0) await pause(earlyMs);
    // From the moment at which it was due: a sender that is late does not make the door look quick.
    answers.push(sendOrder(senders).then(() => performance.now() - dueAt));
  }
  return Promise.all(answers);
}

function sendOrder(senders: Senders): Promise<void> {
  orders += 1;
  return senders.send(SHOP_DOMAIN, 6_200_000_000_000 + orders);
}
