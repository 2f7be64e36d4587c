import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { askDatabase } from "../support/ask-database";
import { connectShop, placeOrder } from "../support/merchant";
import { assertValidEventsBody } from "../support/pinterest-schema";
import { control, receivedBodies, receivedEvents } from "../support/sandbox-control";
import { eventually, startStack, type Stack } from "../support/stack";

/** Long enough to be killed in; a worker that is not killed would wait for it. */
const ANSWER_LATE_MS = 8_000;

/** Few by default; a longer look takes more. */
const WORKER_KILLS = Number(process.env["WORKER_KILLS"] ?? 3);

let stack: Stack;

beforeAll(async () => {
  stack = await startStack("killed");
  await connectShop(stack);
});

afterAll(() => stack?.close());

describe("whatever is killed", () => {
  test(`a worker killed ${WORKER_KILLS} times between sending and writing loses no order and renames none`, async () => {
    const { pinterestUrl } = stack.sandbox;
    for (let kill = 1; kill <= WORKER_KILLS; kill += 1) {
      await control(pinterestUrl, "POST", "failures", {
        kind: "slow_after",
        delayMs: ANSWER_LATE_MS,
        calls: 1,
      });
      await placeOrder(stack, `kill-${kill}`);
      // At Pinterest, and the answer not yet at the worker.
      await eventually(`order ${kill} is at Pinterest`, async () =>
        (await eventIds()).size === kill ? true : undefined,
      );
      for (const pid of await stack.pidsOf("worker.js")) process.kill(pid, "SIGKILL");
      await eventually(`order ${kill} is delivered`, async () =>
        (await deliveredLines()) === kill ? true : undefined,
      );
    }

    const events = await receivedEvents(pinterestUrl);
    const ids = await eventIds();
    expect(ids.size).toBe(WORKER_KILLS);
    // Each order was sent again after the kill, under its own event id.
    expect(events).toHaveLength(2 * WORKER_KILLS);
    expect(events.filter(({ deduplicated }) => deduplicated)).toHaveLength(WORKER_KILLS);
    expect(new Set(events.map(({ event }) => event.custom_data?.order_id)).size).toBe(WORKER_KILLS);
  });

  test("a killed database is started again, and what comes in the meantime is not taken for recorded", async () => {
    const { adminUrl, pinterestUrl } = stack.sandbox;
    const before = (await eventIds()).size;
    await stack.killDatabase();
    await placeOrder(stack, "database");
    const [newest] = (await deliveries()).slice(-1);
    // Answered 503 where the database was gone, 200 where it was back: never 200 without a row.
    if (newest?.state === "failed") {
      await eventually("the webhook is taken on another try", async () => {
        await control(adminUrl, "POST", `deliveries/${newest.id}/redeliver`);
        const again = (await deliveries()).find(({ id }) => id === newest.id);
        return again?.state === "delivered" || undefined;
      });
    }
    await eventually("the order is at Pinterest", async () =>
      (await eventIds()).size === before + 1 ? true : undefined,
    );
    expect((await receivedEvents(pinterestUrl)).at(-1)?.result.status).toBe("processed");
  });

  test("a stop lets a running delivery finish and ends in order", async () => {
    const { pinterestUrl } = stack.sandbox;
    // What the last kill left is settled before anything is counted.
    const delivered = await eventually("nothing is open", async () =>
      (await linesThat('"settledAt" IS NULL')) === 0 ? deliveredLines() : undefined,
    );
    await control(pinterestUrl, "POST", "failures", {
      kind: "slow_after",
      delayMs: 2_000,
      calls: 1,
    });
    const before = (await eventIds()).size;
    await placeOrder(stack, "stopped");
    await eventually("the order is at Pinterest", async () =>
      (await eventIds()).size === before + 1 ? true : undefined,
    );
    expect(await stack.stopApp()).toBe(0);
    await stack.restartApp();
    expect(await deliveredLines()).toBe(delivered + 1);
  });

  test("everything killed at once comes up by itself and still delivers what was accepted", async () => {
    const { pinterestUrl } = stack.sandbox;
    await control(pinterestUrl, "POST", "failures", { kind: "server_error" });
    const before = (await eventIds()).size;
    for (let order = 1; order <= 3; order += 1) await placeOrder(stack, `all-${order}`);
    await stack.killApp();
    await control(pinterestUrl, "DELETE", "failures");
    await stack.restartApp();
    await eventually("the accepted orders are at Pinterest", async () =>
      (await eventIds()).size === before + 3 ? true : undefined,
    );
  });

  test("sent nothing but what Pinterest's published description takes", async () => {
    const bodies = await receivedBodies(stack.sandbox.pinterestUrl);
    expect(bodies.length).toBeGreaterThan(0);
    for (const body of bodies) assertValidEventsBody(body);
  });
});

type Delivery = { id: string; state: string };

async function deliveries(): Promise<Delivery[]> {
  const { adminUrl } = stack.sandbox;
  return (await control<{ deliveries: Delivery[] }>(adminUrl, "GET", "deliveries")).deliveries;
}

async function eventIds(): Promise<Set<string>> {
  const events = await receivedEvents(stack.sandbox.pinterestUrl);
  return new Set(events.map(({ eventId }) => eventId));
}

function deliveredLines(): Promise<number> {
  return linesThat("state = 'delivered'");
}

async function linesThat(condition: string): Promise<number> {
  const count = `SELECT count(*)::int AS count FROM ledger_lines WHERE ${condition}`;
  const [found] = await askDatabase(stack, count);
  return Number(found?.["count"] ?? 0);
}
