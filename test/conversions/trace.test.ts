import { Writable } from "node:stream";

import pino from "pino";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";

import { db } from "~/db.server";
import { listJobs } from "~/jobs/list.server";
import { log, LOG_OPTIONS } from "~/log.server";
import { startQueue, stopQueue } from "~/queue.server";
import { recordOrderWebhook } from "~/shopify/record-order.server";

import { TEST_NOW } from "#test/support/clock";
import { emptyDatabase } from "#test/support/database";
import { deliver, recordOrders, takeWakeUps, useWorker } from "#test/support/delivery";
import { shopifyOrderBody } from "#test/support/orders";
import { useLocalPinterest } from "#test/support/pinterest";
import { connectedShop } from "#test/support/shops";
import { orderWebhook } from "#test/support/webhooks";

const pinterest = useLocalPinterest();
useWorker();

let lines: { level: number; msg: string; [key: string]: unknown }[] = [];

beforeAll(() => startQueue(listJobs(new AbortController().signal), "producer"));
afterAll(() => stopQueue(1_000));
beforeEach(async () => {
  await emptyDatabase();
  await takeWakeUps();
  lines = [];
  const sink = new Writable({
    write(chunk, _encoding, done) {
      lines.push(JSON.parse(String(chunk)));
      done();
    },
  });
  // What `log` would print at its usual level, line by line.
  const written = pino({ ...LOG_OPTIONS, level: "info" }, sink);
  for (const level of ["info", "warn", "error"] as const) {
    vi.spyOn(log, level).mockImplementation((...args) =>
      Reflect.apply(written[level], written, args),
    );
  }
});

/** The words of every line that names the event, in the order written. */
function wordsOn(eventId: string): string[] {
  return lines.filter((line) => JSON.stringify(line).includes(eventId)).map(({ msg }) => msg);
}

describe("one order's lines in the log", () => {
  test("are found by its event id from the webhook to Pinterest's answer", async () => {
    const shopId = await connectedShop();
    await recordOrderWebhook(orderWebhook(shopifyOrderBody()), TEST_NOW);
    await deliver(shopId);
    const [received] = await pinterest.events();
    expect(wordsOn(received?.eventId ?? "")).toEqual([
      "recorded an order webhook",
      "posted events to Pinterest",
      "delivered a batch",
    ]);
    // Nothing on the path is told without naming either the event or its shop.
    const path = lines.filter(({ msg }) => msg !== "posted events to Pinterest");
    expect(path.every((line) => line["shopId"] === shopId)).toBe(true);
  });

  test("tell of each call that failed before it", async () => {
    const shopId = await connectedShop();
    const [eventId = ""] = await recordOrders(shopId, 1);
    await pinterest.fail({ kind: "ramped_down" });
    await deliver(shopId);
    expect(wordsOn(eventId)).toEqual(["posted events to Pinterest", "delivered a batch"]);
    expect(lines.at(-1)).toMatchObject({ shopId, settled: 0, stop: "unavailable" });
  });

  test("tell that it grew too old", async () => {
    const shopId = await connectedShop();
    const [eventId = ""] = await recordOrders(shopId, 1);
    const occurredAt = new Date("2026-11-01T00:00:00Z");
    await db.outboxRow.updateMany({ where: { shopId }, data: { occurredAt } });
    await deliver(shopId);
    expect(wordsOn(eventId)).toContain("an event expired");
  });

  test("name in a large batch only those that came to nothing", async () => {
    const shopId = await connectedShop();
    const eventIds = await recordOrders(shopId, 21);
    await deliver(shopId);
    expect(eventIds.flatMap(wordsOn)).toEqual([]);
    expect(lines.at(-1)).toMatchObject({ shopId, events: 21, settled: 21 });
  });
});
