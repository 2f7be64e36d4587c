import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { deliverLane, type World } from "~/conversions/deliver.server";
import { db } from "~/db.server";
import type { ShopId } from "~/ids";
import { brand } from "~/brand";
import { listJobs } from "~/jobs/list.server";
import { postEvents } from "~/pinterest/events.server";
import { startQueue, stopQueue } from "~/queue.server";
import { recordOrderWebhook } from "~/shopify/record-order.server";
import { recordUninstallWebhook } from "~/shopify/uninstall.server";

import { TEST_NOW } from "#test/support/clock";
import { emptyDatabase } from "#test/support/database";
import { shopifyOrderBody } from "#test/support/orders";
import { useLocalPinterest } from "#test/support/pinterest";
import { connectedShop, CREDENTIALS, installedShop } from "#test/support/shops";
import { orderWebhook } from "#test/support/webhooks";

const pinterest = useLocalPinterest();

beforeAll(() => startQueue(listJobs(new AbortController().signal), "producer"));
afterAll(() => stopQueue(1_000));
beforeEach(emptyDatabase);

describe("an order webhook", () => {
  test("becomes one delivered event with its line in the ledger", async () => {
    const shopId = await connectedShop();
    const body = shopifyOrderBody();
    expect(await recordOrderWebhook(orderWebhook(body), TEST_NOW)).toBe("recorded");
    await deliver(shopId);

    const events = await pinterest.events();
    expect(events.map(({ eventName, result }) => [eventName, result.status])).toEqual([
      ["checkout", "processed"],
    ]);
    expect(await db.ledgerLine.findMany({ select: { state: true, value: true } })).toEqual([
      { state: "delivered", value: "90.00" },
    ]);
  });

  test("that comes five times, and once more under a new webhook id, is one event", async () => {
    const shopId = await connectedShop();
    const webhook = orderWebhook(shopifyOrderBody());
    for (let time = 0; time < 5; time += 1) await recordOrderWebhook(webhook, TEST_NOW);
    await recordOrderWebhook({ ...webhook, webhookId: "another" }, TEST_NOW);
    await deliver(shopId);

    expect(await pinterest.events()).toHaveLength(1);
    expect(await db.outboxRow.count()).toBe(1);
    expect(await db.webhookReceipt.count()).toBe(1);
  });
});

async function deliver(shopId: ShopId): Promise<void> {
  const { adAccountId, credentialVersion } = await db.deliveryLane.findFirstOrThrow({
    where: { shopId },
  });
  await deliverLane({ shopId, adAccountId, credentialVersion }, world());
}

function world(): World {
  return {
    now: () => TEST_NOW,
    random: () => 0,
    post: (credentials, events) => postEvents(credentials, events, { isTest: false }),
    owner: brand(1),
    stopping: new AbortController().signal,
  };
}
