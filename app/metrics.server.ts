import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";

import { log } from "./log.server";
import { LowestSeen } from "./lowest-seen";
import { SECOND_MS } from "./time";

// The figures of this process, in Prometheus' words. No label names a shop, an order or an account.
// Whoever counts goes on: a figure that cannot be counted is logged, never thrown.

const registry = new Registry();
const registers = [registry];

const webhooks = new Counter({
  name: "pin_relay_webhooks_total",
  help: "Webhooks answered, by class of topic and by what became of them",
  labelNames: ["topic_class", "outcome"],
  registers,
});

const collected = new Counter({
  name: "pin_relay_collect_messages_total",
  help: "Messages of pixels answered, by what became of them",
  labelNames: ["outcome"],
  registers,
});

const calls = new Histogram({
  name: "pin_relay_pinterest_call_duration_seconds",
  help: "Calls of Pinterest's API, by answer and purpose (delivery, test, account or catalog)",
  labelNames: ["answer", "purpose"],
  // Pinterest answers a full batch in about a second; a call is given up after ten.
  buckets: [0.05, 0.1, 0.25, 0.5, 1, 2, 3, 5, 7.5, 10],
  registers,
});

const events = new Counter({
  name: "pin_relay_events_total",
  help: "Events that reached a final state, by state",
  labelNames: ["state"],
  registers,
});

const attempts = new Counter({
  name: "pin_relay_delivery_attempts_total",
  help: "Events tried, by whether the attempt settled them or has to be repeated",
  labelNames: ["result"],
  registers,
});

const jobs = new Histogram({
  name: "pin_relay_job_duration_seconds",
  help: "Runs of background jobs, by job and by whether they were done or failed",
  labelNames: ["job", "result"],
  buckets: [0.01, 0.05, 0.1, 0.5, 1, 5, 10, 30, 60, 300],
  registers,
});

const rateLimits = new LowestSeen();
new Gauge({
  name: "pin_relay_pinterest_rate_limit_remaining_min",
  help: "Lowest number of calls still allowed that Pinterest named in this minute and the last",
  registers,
  collect() {
    const lowest = rateLimits.lowest(new Date());
    if (lowest === null) this.remove();
    else this.set(lowest);
  },
});

const backlog = {
  events: new Gauge({
    name: "pin_relay_outbox_events",
    help: "Events in the outbox that are not done, by state",
    labelNames: ["state"],
    registers,
  }),
  ageSeconds: new Gauge({
    name: "pin_relay_outbox_oldest_age_seconds",
    help: "How long the oldest of these events has been due, by state",
    labelNames: ["state"],
    registers,
  }),
  queueAgeSeconds: new Gauge({
    name: "pin_relay_queue_age_seconds",
    help: "How long the oldest event has been due in a lane that may run; 0 where none is",
    registers,
  }),
  databaseUp: new Gauge({
    name: "pin_relay_database_up",
    help: "Whether the figures of the outbox could be read",
    registers,
  }),
};

/** What is open in the outbox, for all shops together. */
export type Backlog = {
  states: readonly { state: string; events: number; oldestAgeMs: number }[];
  queueAgeMs: number;
};

/** What a pool of database connections looks like at one moment. */
export type PoolSize = { total: number; idle: number; waiting: number };

/** Names the process in each of its figures, and adds those of Node itself. Called once. */
export function nameProcess(name: "web" | "worker"): void {
  registry.setDefaultLabels({ process: name });
  collectDefaultMetrics({ register: registry });
}

/** Reads the pool whenever the figures are asked for. */
export function gaugePool(read: () => PoolSize): void {
  new Gauge({
    name: "pin_relay_database_connections",
    help: "Connections of the pool (total, idle) and requests that wait for one",
    labelNames: ["kind"],
    registers,
    collect() {
      const { total, idle, waiting } = read();
      this.set({ kind: "total" }, total);
      this.set({ kind: "idle" }, idle);
      this.set({ kind: "waiting" }, waiting);
    },
  });
}

/** One webhook was answered. */
export function countWebhook(topicClass: string, outcome: string): void {
  counted(() => webhooks.inc({ topic_class: topicClass, outcome }));
}

/** One message of a pixel was answered. */
export function countCollected(outcome: string): void {
  counted(() => collected.inc({ outcome }));
}

/** Events reached a final state. */
export function countEvents(state: string, count: number): void {
  if (count > 0) counted(() => events.inc({ state }, count));
}

/** Events were part of a call; `settled` have their outcome, `failed` are tried again. */
export function countAttempts(settled: number, failed: number): void {
  counted(() => {
    attempts.inc({ result: "settled" }, settled);
    attempts.inc({ result: "failed" }, failed);
  });
}

/** What a call of Pinterest is for. */
export type CallPurpose = "delivery" | "test" | "account" | "catalog";

/** A call of Pinterest ended. */
export function observeCall(answer: string, purpose: CallPurpose, durationMs: number): void {
  counted(() => calls.observe({ answer, purpose }, durationMs / SECOND_MS));
}

/** Pinterest said how many calls are left; `null` where it said nothing. */
export function seeRateLimit(remaining: number | null): void {
  if (remaining !== null) counted(() => rateLimits.see(remaining, new Date()));
}

/** A background job's run ended. */
export function observeJob(job: string, result: "done" | "failed", durationMs: number): void {
  counted(() => jobs.observe({ job, result }, durationMs / SECOND_MS));
}

/** Sets what is open; `null` where the database could not be asked, so that no old figure is shown. */
export function setBacklog(found: Backlog | null): void {
  counted(() => {
    backlog.databaseUp.set(found ? 1 : 0);
    backlog.events.reset();
    backlog.ageSeconds.reset();
    backlog.queueAgeSeconds.remove();
    if (!found) return;
    backlog.queueAgeSeconds.set(found.queueAgeMs / SECOND_MS);
    for (const { state, events: count, oldestAgeMs } of found.states) {
      backlog.events.set({ state }, count);
      backlog.ageSeconds.set({ state }, oldestAgeMs / SECOND_MS);
    }
  });
}

/** All figures of this process as text, and the type of that text. */
export async function renderMetrics(): Promise<{ text: string; contentType: string }> {
  return { text: await registry.metrics(), contentType: registry.contentType };
}

function counted(count: () => void): void {
  try {
    count();
  } catch (err) {
    log.warn({ err }, "a figure was not counted");
  }
}
