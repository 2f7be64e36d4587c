import { beforeEach, describe, expect, test, vi } from "vitest";

import { db } from "~/db.server";
import { log } from "~/log.server";
import {
  countAttempts,
  countEvents,
  countWebhook,
  nameProcess,
  observeCall,
  observeJob,
  renderMetrics,
  seeRateLimit,
  setBacklog,
} from "~/metrics.server";
import { answerWebhook } from "~/shopify/answer-webhook.server";

import { figure } from "#test/support/figures";
import { webhookRequest } from "#test/support/webhooks";

describe("the figures of a process", () => {
  test("count what was told, by its labels", async () => {
    countEvents("delivered", 3);
    countEvents("delivered", 2);
    countEvents("expired", 0);
    countAttempts(4, 1);
    observeJob("deliver-lane", "done", 1_500);
    observeCall("per_event", "delivery", 20);
    expect(await figure("pin_relay_events_total", 'state="delivered"')).toBe(5);
    expect(await figure("pin_relay_events_total", 'state="expired"')).toBeNull();
    expect(await figure("pin_relay_delivery_attempts_total", 'result="failed"')).toBe(1);
    const job = 'job="deliver-lane",result="done"';
    expect(await figure("pin_relay_job_duration_seconds_sum", job)).toBe(1.5);
    const call = 'answer="per_event",purpose="delivery"';
    expect(await figure("pin_relay_pinterest_call_duration_seconds_count", call)).toBe(1);
  });

  test("show no rate limit before Pinterest names one", async () => {
    const name = "pin_relay_pinterest_rate_limit_remaining_min";
    seeRateLimit(null);
    expect(await figure(name)).toBeNull();
    seeRateLimit(40);
    seeRateLimit(900);
    expect(await figure(name)).toBe(40);
  });

  test("know the database's connections", async () => {
    await db.$queryRaw`SELECT 1`;
    const name = "pin_relay_database_connections";
    expect(await figure(name, 'kind="total"')).toBeGreaterThan(0);
    expect(await figure(name, 'kind="waiting"')).toBe(0);
  });

  test("show no old backlog when the database is gone", async () => {
    setBacklog({
      states: [{ state: "pending", events: 2, oldestAgeMs: 60_000 }],
      queueAgeMs: 60_000,
    });
    expect(await figure("pin_relay_outbox_events", 'state="pending"')).toBe(2);
    expect(await figure("pin_relay_queue_age_seconds")).toBe(60);
    expect(await figure("pin_relay_database_up")).toBe(1);
    setBacklog(null);
    expect(await figure("pin_relay_outbox_events", 'state="pending"')).toBeNull();
    expect(await figure("pin_relay_queue_age_seconds")).toBeNull();
    expect(await figure("pin_relay_database_up")).toBe(0);
  });
});

describe("counting", () => {
  beforeEach(() => {
    vi.spyOn(log, "warn").mockImplementation(() => undefined);
  });

  test("never throws what it cannot count", () => {
    expect(() => countEvents("delivered", Number.NaN)).not.toThrow();
    expect(() => countAttempts(-1, 0)).not.toThrow();
    expect(() => observeCall("per_event", "delivery", Number.NaN)).not.toThrow();
    expect(log.warn).toHaveBeenCalled();
  });

  test("never fails a webhook, even by a word that no label can be made of", () => {
    const count = () => Reflect.apply(countWebhook, undefined, ["orders", Symbol("recorded")]);
    expect(count).not.toThrow();
    expect(log.warn).toHaveBeenCalled();
  });

  test("tells webhooks by what they are about and what became of them", async () => {
    await answerWebhook(webhookRequest("{}"), async () => "already_recorded");
    await answerWebhook(webhookRequest("{}", { "x-shopify-hmac-sha256": "AAAA" }), async () => "");
    const name = "pin_relay_webhooks_total";
    expect(await figure(name, 'topic_class="orders",outcome="already_recorded"')).toBe(1);
    expect(await figure(name, 'topic_class="orders",outcome="bad_signature"')).toBe(1);
  });
});

// Last, because the name stays: each figure carries it from here on.
test("a named process says its name in every figure, and Node's own are there", async () => {
  nameProcess("worker");
  const { text, contentType } = await renderMetrics();
  const figures = text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  expect(figures.filter((line) => !line.includes('process="worker"'))).toEqual([]);
  expect(text).toContain("nodejs_eventloop_lag_seconds");
  expect(contentType).toMatch(/^text\/plain/);
});
