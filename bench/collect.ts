import { readFile } from "node:fs/promises";
import { Agent, request } from "node:http";
import { setTimeout as pause } from "node:timers/promises";

import type { CollectMessage } from "~/conversions/collect-message";
import { db } from "~/db.server";
import { freePort } from "~/free-port.server";
import { listJobs } from "~/jobs/list.server";
import { startQueue, stopQueue } from "~/queue.server";
import { requireCollectKey } from "~/shops/collect-key.server";

import { connectedShop } from "../test/support/shops";
import { startBuilt, untilReady } from "./child";
import { print, quantile, shown } from "./stopwatch";

// Messages of pixels at a rate of their own, as 2000 browsers in 10 shops send them, whether the earlier
// ones are answered or not. In the end the web process is killed while messages are under way, and every
// act that was answered 204 is looked for.

const PER_SECOND = 1_000;
const BROWSERS = 2_000;
const SHOPS = 10;
const WARM_UP_MS = 3_000;
const UNTIL_KILLED_MS = 1_000;
const MS = Number(process.argv[2] ?? 10) * 1_000;

const FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0";

const agent = new Agent({ keepAlive: true, maxSockets: 256 });
await startQueue(listJobs(new AbortController().signal), "producer");
const keys: string[] = [];
for (let shop = 0; shop < SHOPS; shop += 1) {
  const shopId = await connectedShop({}, `collect-${shop}.myshopify.com`, new Date());
  keys.push(await requireCollectKey(shopId));
}
await stopQueue(1_000);

/** The event ids of acts that were answered 204. */
const taken = new Set<string>();
let errors = 0;
let messages = 0;

const port = await freePort();
const web = startBuilt("server/web.js", { PORT: String(port), TRUST_PROXY: "loopback" });
try {
  await untilReady(`http://127.0.0.1:${port}`);
  await sendFor(WARM_UP_MS);
  const residentBefore = await residentMiB(web.pid);
  const tookMs = await sendFor(MS);
  const residentAfter = await residentMiB(web.pid);
  const errorsAlive = errors;
  const last = sendFor(2 * UNTIL_KILLED_MS);
  await pause(UNTIL_KILLED_MS);
  await web.kill();
  await last;

  const found = await db.outboxRow.findMany({
    where: { eventId: { in: [...taken] } },
    select: { eventId: true },
  });
  const [p50, p99] = [quantile(tookMs, 0.5), quantile(tookMs, 0.99)];
  print(
    `collect: ${shown(p50 / 20)} of 20 ms at p50 ` +
      `(p50 ${shown(p50)} ms, p99 ${shown(p99)} ms at ${shown(PER_SECOND)} messages/s for ${MS / 1_000} s, ` +
      `${shown(BROWSERS)} addresses, ${errorsAlive} errors; ${taken.size - found.length} of ${shown(taken.size)} acts lost ` +
      `after kill -9; ${Math.round(residentBefore)} MiB before, ${Math.round(residentAfter)} MiB after)`,
  );
} finally {
  await web.stop();
  agent.destroy();
  await db.$disconnect();
}

/** How long each answer took, from the moment at which its message was due. */
async function sendFor(ms: number): Promise<number[]> {
  const startedAt = performance.now();
  const answers: Promise<number>[] = [];
  for (let place = 0; place * 1_000 < PER_SECOND * ms; place += 1) {
    const dueAt = startedAt + (place * 1_000) / PER_SECOND;
    const earlyMs = dueAt - performance.now();
    if (earlyMs > 0) await pause(earlyMs);
    answers.push(send(nextMessage()).then(() => performance.now() - dueAt));
  }
  return Promise.all(answers);
}

/** Of 50 messages, 30 are acts, 19 the browser's word on one of them, and one is a checkout. */
function nextMessage(): CollectMessage {
  messages += 1;
  const key = keys[messages % SHOPS] ?? "";
  const part = Math.floor(messages / SHOPS) % 50;
  // Ten shops in a row have the same part, and so have the acts that the results are about.
  if (part >= 30 && part < 49) {
    const eventId = `sh-${messages - 20 * SHOPS}`;
    return { kind: "result", key, eventId, name: "add_to_cart", browserSent: true };
  }
  const now = new Date().toISOString();
  const act = {
    kind: "act",
    key,
    eventId: `sh-${messages}`,
    name: "add_to_cart",
    shopifyEventId: `sh-${messages}`,
    occurredAt: now,
    sentAt: now,
    pageUrl: "https://demo.example/products/scarf?utm_source=pinterest",
    consent: { marketing: true, analytics: true, preferences: true, saleOfData: true },
    clickId: "dj0yJnU9bench",
    clientId: `client-${messages % BROWSERS}`,
  } as const;
  if (part === 49) {
    const eventId = `co_${messages.toString(16).padStart(32, "0")}`;
    return { ...act, eventId, name: "checkout" };
  }
  const lineItems = [
    { itemId: "808", name: "Scarf - Green", brand: "Ada & Co", price: "45.00", quantity: 1 },
  ];
  return { ...act, custom: { currency: "USD", value: "45.00" }, lineItems };
}

function send(message: CollectMessage): Promise<void> {
  const body = JSON.stringify(message);
  const browser = messages % BROWSERS;
  const headers = {
    "content-type": "text/plain;charset=UTF-8",
    "content-length": Buffer.byteLength(body),
    "user-agent": FIREFOX,
    "x-forwarded-for": `203.0.${113 + Math.floor(browser / 250)}.${(browser % 250) + 1}`,
  };
  return new Promise((resolve) => {
    const failed = (): void => {
      errors += 1;
      resolve();
    };
    const sent = request({ port, path: "/collect", method: "POST", agent, headers }, (answer) => {
      answer.resume();
      answer.once("error", failed);
      answer.once("end", () => {
        if (answer.statusCode !== 204) return failed();
        if (message.kind === "act" && message.name !== "checkout") taken.add(message.eventId);
        resolve();
      });
    });
    sent.once("error", failed);
    sent.end(body);
  });
}

async function residentMiB(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8");
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1_024;
}
