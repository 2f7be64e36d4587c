import { setTimeout as pause } from "node:timers/promises";

import { db, requireDatabaseUrl } from "~/db.server";
import { env } from "~/env.server";
import { freePort } from "~/free-port.server";
import { listJobs } from "~/jobs/list.server";
import { startQueue, stopQueue } from "~/queue.server";

import { connectedShop, SHOP_DOMAIN } from "../test/support/shops";
import { startBuilt, startServer, untilReady } from "./child";
import { processorMs, shownProcessor } from "./processor";
import { openSenders, type Senders } from "./send-webhook";
import { print, quantile, shown } from "./stopwatch";

// Webhooks that the real web process takes in, against a bare server that checks the same signature
// and commits one row. Both have the same database, payload and number of senders. Then how long it takes
// to answer at a rate of its own, four fifths of the most. `npm run bench -- intake 2` starts two web
// processes, between which the same senders are divided.

const SENDERS = 32;
/** Until what both run has been compiled for good. */
const WARM_UP_MS = 15_000;
const MS = 10_000;
const WEB_PROCESSES = Number(process.argv[2] ?? 1);

let orders = 0;

await startQueue(listJobs(new AbortController().signal), "producer");
await connectedShop({}, SHOP_DOMAIN, new Date());
await stopQueue(1_000);

const bareServer = await startServer("bare-intake.ts", [
  env.SHOPIFY_API_SECRET,
  requireDatabaseUrl(),
]);
const bare = await sending([bareServer.url], (doors) =>
  measuredBoth(doors, [bareServer.pid]),
).finally(() => bareServer.stop());

const webs = await startWebs(WEB_PROCESSES);
const doors = webs.map(({ url }) => `${url}/webhooks/orders`);
const app = await sending(doors, (senders) =>
  measuredBoth(
    senders,
    webs.map(({ pid }) => pid),
  ),
).finally(() => Promise.all(webs.map(({ stop }) => stop())));

const recorded = await db.outboxRow.count({ where: { state: "pending" } });
print(
  `intake: ${shown(app.perSecond / bare.perSecond)} of a bare server ` +
    `(${shown(app.perSecond)} webhooks/s against ${shown(bare.perSecond)}, ${SENDERS} senders, ` +
    `${WEB_PROCESSES === 1 ? "" : `${WEB_PROCESSES} web processes, `}${recorded} events recorded; ` +
    `p50 ${shown(app.p50Ms)} and p99 ${shown(app.p99Ms)} ms at 80% of that, the bare server's ` +
    `${shown(bare.p50Ms)} and ${shown(bare.p99Ms)} ms at 80% of its own; processor time of a webhook: ${app.processor}; ` +
    `of the bare server's: ${bare.processor})`,
);
await db.$disconnect();

async function startWebs(count: number) {
  const started = [];
  // One after the other: the first one finds everything as it has to be, and so do the others then.
  for (let index = 0; index < count; index += 1) {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    started.push({
      url,
      ...startBuilt("server/web.js", { PORT: String(port), LOG_LEVEL: "info" }),
    });
    await untilReady(url);
  }
  return started;
}

/** Does `work` with as many connections as there are senders, divided between the doors. */
async function sending<Result>(
  doors: readonly string[],
  work: (senders: readonly Senders[]) => Promise<Result>,
): Promise<Result> {
  const senders = await Promise.all(doors.map((door) => openSenders(door, SENDERS / doors.length)));
  return work(senders).finally(() => senders.forEach((one) => one.close()));
}

/** The most, and how long an answer takes at four fifths of it. */
async function measuredBoth(senders: readonly Senders[], pids: readonly number[]) {
  const most = await measured(senders, pids);
  // A server that has run for a while writes over the files of its log, and need not make each anew.
  await db.$executeRaw`CHECKPOINT`;
  const tookMs = await sendAt(senders, most.perSecond * 0.8, MS);
  return { ...most, p50Ms: quantile(tookMs, 0.5), p99Ms: quantile(tookMs, 0.99) };
}

async function measured(senders: readonly Senders[], webPids: readonly number[]) {
  await sendFor(senders, WARM_UP_MS);
  const before = await processorMs(...webPids);
  const startedAt = performance.now();
  const count = await sendFor(senders, MS);
  const perSecond = (count * 1_000) / (performance.now() - startedAt);
  const after = await processorMs(...webPids);
  return { perSecond, processor: shownProcessor(before, after, count) };
}

async function sendFor(senders: readonly Senders[], ms: number): Promise<number> {
  const deadline = performance.now() + ms;
  let count = 0;
  await Promise.all(
    Array.from({ length: SENDERS }, async (_, place) => {
      for (; performance.now() < deadline; count += 1) await sendOrder(senders, place);
    }),
  );
  return count;
}

/** So many a second, whether the earlier ones are answered or not, and how long each took. */
async function sendAt(
  senders: readonly Senders[],
  perSecond: number,
  ms: number,
): Promise<number[]> {
  const startedAt = performance.now();
  const answers: Promise<number>[] = [];
  for (let place = 0; place * 1_000 < perSecond * ms; place += 1) {
    const dueAt = startedAt + (place * 1_000) / perSecond;
    const earlyMs = dueAt - performance.now();
    if (earlyMs > 0) await pause(earlyMs);
    // From the moment at which it was due: a sender that is late does not make the door look quick.
    answers.push(sendOrder(senders, place).then(() => performance.now() - dueAt));
  }
  return Promise.all(answers);
}

async function sendOrder(senders: readonly Senders[], place: number): Promise<void> {
  orders += 1;
  await senders[place % senders.length]?.send(SHOP_DOMAIN, 6_200_000_000_000 + orders);
}
