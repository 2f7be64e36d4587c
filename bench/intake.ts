import { createHmac } from "node:crypto";
import { Agent, request } from "node:http";
import { createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";

import { db, requireDatabaseUrl } from "~/db.server";
import { env } from "~/env.server";
import { listJobs } from "~/jobs/list.server";
import { startQueue, stopQueue } from "~/queue.server";

import { connectedShop, SHOP_DOMAIN } from "../test/support/shops";
import { startBuilt, startServer } from "./child";
import { orderBody } from "./order-body";
import { print, shown } from "./stopwatch";

// Webhooks that the real web process takes in, against a bare server that checks the same signature
// and commits one row. Both have the same database, payload and number of senders.

const SENDERS = 32;
const WARM_UP_MS = 3_000;
const MS = 12_000;
const START_MS_MAX = 60_000;

let orders = 0;
const agent = new Agent({ keepAlive: true, maxSockets: SENDERS });

await startQueue(listJobs(new AbortController().signal), "producer");
await connectedShop({}, SHOP_DOMAIN, new Date());
await stopQueue(1_000);

const bare = await startServer("bare-intake.ts", [env.SHOPIFY_API_SECRET, requireDatabaseUrl()]);
const bareRate = await webhooksPerSecond(bare.url).finally(() => bare.stop());

const port = await freePort();
const web = startBuilt("server/web.js", { PORT: String(port), LOG_LEVEL: "info" });
const appUrl = `http://127.0.0.1:${port}`;
const appRate = await untilReady(appUrl)
  .then(() => webhooksPerSecond(`${appUrl}/webhooks/orders`))
  .finally(() => web.stop());

const recorded = await db.outboxRow.count({ where: { state: "pending" } });
print(
  `intake: ${shown(appRate / bareRate)} of a bare server ` +
    `(${shown(appRate)} webhooks/s against ${shown(bareRate)}, ${SENDERS} senders, ${recorded} events recorded)`,
);
agent.destroy();
await db.$disconnect();

async function webhooksPerSecond(url: string): Promise<number> {
  await sendFor(url, WARM_UP_MS);
  const startedAt = performance.now();
  const count = await sendFor(url, MS);
  return (count * 1_000) / (performance.now() - startedAt);
}

async function sendFor(url: string, ms: number): Promise<number> {
  const deadline = performance.now() + ms;
  let count = 0;
  await Promise.all(
    Array.from({ length: SENDERS }, async () => {
      for (; performance.now() < deadline; count += 1) await sendOrder(url);
    }),
  );
  return count;
}

function sendOrder(url: string): Promise<void> {
  orders += 1;
  const number = 6_200_000_000_000 + orders;
  const body = Buffer.from(JSON.stringify(orderBody(number, new Date())));
  const headers = {
    "content-type": "application/json",
    "content-length": body.length,
    "x-shopify-hmac-sha256": createHmac("sha256", env.SHOPIFY_API_SECRET)
      .update(body)
      .digest("base64"),
    "x-shopify-topic": "orders/create",
    "x-shopify-shop-domain": SHOP_DOMAIN,
    "x-shopify-webhook-id": `webhook-${number}`,
    "x-shopify-event-id": `event-${number}`,
  };
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: "POST", agent, headers }, (answer) => {
      answer.resume().once("end", () => {
        if (answer.statusCode === 200) resolve();
        else reject(new Error(`${url} answered ${answer.statusCode}`));
      });
    });
    sent.once("error", reject);
    sent.end(body);
  });
}

async function untilReady(url: string): Promise<void> {
  const deadline = performance.now() + START_MS_MAX;
  while (performance.now() < deadline) {
    const isReady = await fetch(`${url}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isReady) return;
    await pause(100);
  }
  throw new Error("The web process did not come up");
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
