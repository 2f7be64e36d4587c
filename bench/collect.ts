import { readFile } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";

import type { CollectedAct, CollectMessage } from "~/conversions/collect-message";
import type { EventName } from "~/conversions/event-name";
import { db } from "~/db.server";
import { freePort } from "~/free-port.server";
import { listJobs } from "~/jobs/list.server";
import { startQueue, stopQueue } from "~/queue.server";
import { requireCollectKey } from "~/shops/collect-key.server";

import { connectedShop } from "../test/support/shops";
import { startBuilt, untilReady } from "./child";
import { openConnections, type Connections } from "./connections";
import { processorMs, shownProcessor } from "./processor";
import { print, quantile, shown } from "./stopwatch";

// Messages of pixels at a rate of their own, as 2000 browsers in 10 shops send them, whether the earlier
// ones are answered or not. In the end the web process is killed while messages are under way and started
// again, and everything that was answered 204 is looked for.

const PER_SECOND = 1_000;
const BROWSERS = 2_000;
const SHOPS = 10;
/** Those of a proxy before the web process, which has many browsers' messages on each. */
const CONNECTIONS = 256;
const WARM_UP_MS = 3_000;
const UNTIL_KILLED_MS = 1_000;
const MS = Number(process.argv[2] ?? 10) * 1_000;

/**
 * What shoppers do, one visit after another: most pages are looked at, few are bought from. The pixel sends
 * a message of each act, and another of what became of the browser's own event.
 */
const VISIT: readonly EventName[] = [
  ...Array.from({ length: 14 }, () => "page_visit" as const),
  ...Array.from({ length: 4 }, () => "view_category" as const),
  ...Array.from({ length: 2 }, () => "search" as const),
  ...Array.from({ length: 3 }, () => "add_to_cart" as const),
  ...(["initiate_checkout", "checkout"] as const),
];

const BOUGHT: Partial<CollectedAct> = {
  custom: { currency: "USD", value: "45.00" },
  lineItems: [
    { itemId: "808", name: "Scarf - Green", brand: "Ada & Co", price: "45.00", quantity: 1 },
  ],
};

/** What an act tells beside who and where. */
const DETAILS: Partial<Record<EventName, Partial<CollectedAct>>> = {
  page_visit: BOUGHT,
  view_category: { custom: { contentCategory: "Scarves" } },
  search: { custom: { searchString: "green scarf" } },
  add_to_cart: BOUGHT,
  initiate_checkout: BOUGHT,
};

/** A result follows its act after so many others, which is 300 ms. */
const RESULT_AFTER_ACTS = 150;

/** Of so many browsers one keeps Pinterest's tag out. */
const BLOCKING = 5;

const FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0";

await startQueue(listJobs(new AbortController().signal), "producer");
const keys: string[] = [];
for (let shop = 0; shop < SHOPS; shop += 1) {
  const shopId = await connectedShop({}, `collect-${shop}.myshopify.com`, new Date());
  keys.push(await requireCollectKey(shopId));
}
await stopQueue(1_000);

/** The event ids of what was answered 204: acts, checkouts, and those that the browser sent. */
const taken = { acts: new Set<string>(), checkouts: new Set<string>(), sent: new Set<string>() };
/** How many messages had which answer; those that had none under 0. */
const answers = new Map<number, number>();
let messages = 0;

const port = await freePort();
const url = `http://127.0.0.1:${port}`;
let web = startWeb();
let connections: Connections | undefined;
try {
  await untilReady(url);
  connections = await openConnections(url, CONNECTIONS);
  await sendFor(WARM_UP_MS);
  const residentBefore = await residentMiB(web.pid);
  const usedBefore = await processorMs(web.pid);
  const tookMs = await sendFor(MS);
  const usedAfter = await processorMs(web.pid);
  const residentAfter = await residentMiB(web.pid);
  const answeredAlive = shownAnswers();
  const last = sendFor(2 * UNTIL_KILLED_MS);
  await pause(UNTIL_KILLED_MS);
  await web.kill();
  await last;
  web = startWeb();
  await untilReady(url);

  const [p50, p99] = [quantile(tookMs, 0.5), quantile(tookMs, 0.99)];
  print(
    `collect: ${shown(p50 / 20)} of 20 ms at p50 ` +
      `(p50 ${shown(p50)} ms, p99 ${shown(p99)} ms at ${shown(PER_SECOND)} messages/s for ${MS / 1_000} s, ` +
      `${shown(BROWSERS)} addresses, ${answeredAlive} while it lived; after kill -9 lost ` +
      `${await lost()}; ${Math.round(residentBefore)} MiB before, ${Math.round(residentAfter)} MiB after; ` +
      `processor time of a message: ${shownProcessor(usedBefore, usedAfter, tookMs.length)})`,
  );
} finally {
  await web.stop();
  connections?.close();
  await db.$disconnect();
}

function startWeb() {
  return startBuilt("server/web.js", { PORT: String(port), TRUST_PROXY: "loopback" });
}

function shownAnswers(): string {
  const counts = [...answers].map(([status, count]) => `${shown(count)} x ${status}`);
  return counts.join(", ").replace(/ x 0\b/, " without an answer");
}

/** Of what was answered 204, how much is not in the database. */
async function lost(): Promise<string> {
  const rows = await db.outboxRow.findMany({ select: { eventId: true, browserSent: true } });
  const snapshots = await db.consentSnapshot.findMany({
    select: { eventId: true, browserSent: true, takenAt: true },
  });
  const marks = await db.browserSentMark.findMany({ select: { eventId: true } });
  const snapshotsTaken = snapshots.filter(({ takenAt }) => takenAt !== null);
  const sent = [...[...rows, ...snapshots].filter(({ browserSent }) => browserSent), ...marks];
  return [
    `${missing(taken.acts, rows)} acts`,
    `${missing(taken.checkouts, snapshotsTaken)} checkouts`,
    `${missing(taken.sent, sent)} results`,
  ].join(", ");
}

function missing(eventIds: ReadonlySet<string>, found: readonly { eventId: string }[]): string {
  const here = new Set(found.map(({ eventId }) => eventId));
  const gone = [...eventIds].filter((eventId) => !here.has(eventId));
  return `${gone.length} of ${shown(eventIds.size)}`;
}

/** How long each answer took, from the moment at which its message was due. */
async function sendFor(ms: number): Promise<number[]> {
  const startedAt = performance.now();
  const sent: Promise<number>[] = [];
  for (let place = 0; place * 1_000 < PER_SECOND * ms; place += 1) {
    const dueAt = startedAt + (place * 1_000) / PER_SECOND;
    const earlyMs = dueAt - performance.now();
    if (earlyMs > 0) await pause(earlyMs);
    sent.push(send(nextMessage()).then(() => performance.now() - dueAt));
  }
  return Promise.all(sent);
}

/** An act and the result of an earlier one take turns. */
function nextMessage(): { message: CollectMessage; browser: number } {
  messages += 1;
  const place = Math.ceil(messages / 2);
  const isResult = messages % 2 === 0 && place > RESULT_AFTER_ACTS;
  return isResult ? resultOf(place - RESULT_AFTER_ACTS) : actOf(place);
}

/** Browsers and shops have the same share of everything, because the visits end at different browsers. */
function about(place: number) {
  const name = VISIT[Math.floor(place / 7) % VISIT.length] ?? "page_visit";
  const browser = place % BROWSERS;
  const key = keys[browser % SHOPS] ?? "";
  const eventId =
    name === "checkout" ? `co_${place.toString(16).padStart(32, "0")}` : `sh-${place}`;
  return { name, browser, key, eventId };
}

function resultOf(place: number) {
  const { browser, eventId, key, name } = about(place);
  const browserSent = browser % BLOCKING !== 0;
  return { browser, message: { kind: "result", key, eventId, name, browserSent } as const };
}

function actOf(place: number): { message: CollectMessage; browser: number } {
  const { browser, eventId, key, name } = about(place);
  const now = new Date().toISOString();
  const message = {
    kind: "act",
    key,
    eventId,
    name,
    shopifyEventId: `sh-${place}`,
    occurredAt: now,
    sentAt: now,
    pageUrl: "https://demo.example/products/scarf?utm_source=pinterest",
    consent: { marketing: true, analytics: true, preferences: true, saleOfData: true },
    clickId: "dj0yJnU9bench",
    clientId: `client-${browser}`,
    ...DETAILS[name],
  } as const;
  return { browser, message };
}

async function send({ browser, message }: ReturnType<typeof nextMessage>): Promise<void> {
  const body = JSON.stringify(message);
  const head = [
    "POST /collect HTTP/1.1",
    "host: 127.0.0.1",
    "content-type: text/plain;charset=UTF-8",
    `content-length: ${Buffer.byteLength(body)}`,
    `user-agent: ${FIREFOX}`,
    `x-forwarded-for: 203.0.${113 + Math.floor(browser / 250)}.${(browser % 250) + 1}`,
  ];
  const request = Buffer.from(`${head.join("\r\n")}\r\n\r\n${body}`);
  const status = (await connections?.exchange(request)) ?? 0;
  answers.set(status, (answers.get(status) ?? 0) + 1);
  if (status === 204) note(message);
}

function note(message: CollectMessage): void {
  if (message.kind === "act" && message.name === "checkout") taken.checkouts.add(message.eventId);
  else if (message.kind === "act") taken.acts.add(message.eventId);
  else if (message.browserSent) taken.sent.add(message.eventId);
}

async function residentMiB(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8");
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1_024;
}
