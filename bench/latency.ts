import { setTimeout as pause } from "node:timers/promises";

import { db } from "~/db.server";
import { freePort } from "~/free-port.server";
import { listJobs } from "~/jobs/list.server";
import { startQueue, stopQueue } from "~/queue.server";

import { connectedShop } from "../test/support/shops";
import { startBuilt, untilReady } from "./child";
import { openSenders, type Senders } from "./send-webhook";
import { print, quantile, shown } from "./stopwatch";

// From the moment at which a webhook is sent to the one at which the worker has written that Pinterest took
// the event, through the real web and worker processes, against the 20 ms that Pinterest takes of it.

const SHOPS = 10;
const ORDERS_PER_SECOND = 50;
const ORDERS = 600;
const SENDERS = 32;
const WARM_UP_ORDERS = 50;
const FIRST_NUMBER = 6_400_000_000_000;
const PINTEREST_MS = 20;
const SETTLE_MS_MAX = 60_000;

await startQueue(listJobs(new AbortController().signal), "producer");
const domains = Array.from({ length: SHOPS }, (_, index) => `latency-${index}.myshopify.com`);
for (const domain of domains) await connectedShop({}, domain, new Date());
await stopQueue(1_000);

const port = await freePort();
const url = `http://127.0.0.1:${port}`;
const processes = [
  startBuilt("server/web.js", { PORT: String(port) }),
  startBuilt("worker.js", {}),
];
const sentAt = new Map<string, number>();
try {
  await untilReady(url);
  const senders = await openSenders(`${url}/webhooks/orders`, SENDERS);
  await sendOrders(senders, WARM_UP_ORDERS);
  await settledOrders();
  await sendOrders(senders, ORDERS);
  senders.close();
  const settled = await settledOrders();
  const tookMs = settled
    .slice(WARM_UP_ORDERS)
    .map(({ orderId, settledAt }) => settledAt - (sentAt.get(orderId) ?? NaN));
  const [p50, p99] = [quantile(tookMs, 0.5), quantile(tookMs, 0.99)];
  print(
    `latency: ${shown(p50 / PINTEREST_MS)} times Pinterest's own at p50 ` +
      `(p50 ${shown(p50)} ms, p99 ${shown(p99)} ms from webhook to delivered, Pinterest's ${PINTEREST_MS} ms among them, ` +
      `${ORDERS_PER_SECOND} orders/s, ${ORDERS} orders of ${SHOPS} shops)`,
  );
} finally {
  for (const { stop } of processes) await stop();
  await db.$disconnect();
}

/** Sends orders at their times, whether the earlier ones are answered or not. */
async function sendOrders(senders: Senders, count: number): Promise<void> {
  const startedAt = performance.now();
  const answers: Promise<void>[] = [];
  for (let place = 0; place < count; place += 1) {
    const dueMs = startedAt + (place * 1_000) / ORDERS_PER_SECOND - performance.now();
    if (dueMs > 0) await pause(dueMs);
    const number = FIRST_NUMBER + sentAt.size;
    const domain = domains[number % SHOPS] ?? "";
    sentAt.set(String(number), Date.now());
    answers.push(senders.send(domain, number));
  }
  await Promise.all(answers);
}

/** All orders sent so far, in their order, once each of them is delivered. */
async function settledOrders(): Promise<{ orderId: string; settledAt: number }[]> {
  const deadline = Date.now() + SETTLE_MS_MAX;
  while (Date.now() < deadline) {
    const lines = await db.ledgerLine.findMany({
      where: { orderId: { in: [...sentAt.keys()] }, state: "delivered" },
      select: { orderId: true, settledAt: true },
      orderBy: { orderId: "asc" },
    });
    if (lines.length === sentAt.size) {
      return lines.map(({ orderId, settledAt }) => ({
        orderId,
        settledAt: settledAt?.getTime() ?? NaN,
      }));
    }
    await pause(200);
  }
  throw new Error("Not every order was delivered");
}
