import { isUtf8 } from "node:buffer";

import { afterAll, beforeAll, expect, test } from "vitest";

import { db } from "~/db.server";
import { listJobs } from "~/jobs/list.server";
import { startQueue, stopQueue } from "~/queue.server";
import { answerWebhook } from "~/shopify/answer-webhook.server";
import { recordOrderWebhook } from "~/shopify/record-order.server";

import { mutation } from "#test/chaos/mutations";
import { TEST_NOW } from "#test/support/clock";
import { emptyDatabase } from "#test/support/database";
import { shopifyOrderBody } from "#test/support/orders";
import { connectedShop } from "#test/support/shops";
import { webhookRequest } from "#test/support/webhooks";

/** A quick look by default; the whole of it is 10 000. */
const BODIES = Number(process.env["MUTATIONS"] ?? 200);

beforeAll(async () => {
  await startQueue(listJobs(new AbortController().signal), "producer");
  await emptyDatabase();
  await connectedShop();
});
afterAll(() => stopQueue(1_000));

test(
  "a signed body that nobody should send is refused or recorded, and breaks nothing",
  { timeout: 240_000 },
  async () => {
    const broken: string[] = [];
    for (let number = 1; number <= BODIES; number += 1) {
      const { body, kind } = mutation("small", number, shopifyOrderBody());
      const before = await db.webhookReceipt.count();
      const request = webhookRequest(new Uint8Array(body), {
        "x-shopify-webhook-id": `mutation-${number}`,
        "x-shopify-event-id": `mutation-${number}`,
      });
      const { status } = await answerWebhook(request, (webhook) =>
        recordOrderWebhook(webhook, TEST_NOW),
      );
      const rows = (await db.webhookReceipt.count()) - before;
      const expected = isJson(body) ? [200, 1] : [400, 0];
      if (status !== expected[0] || rows !== expected[1]) {
        broken.push(
          `${number} ${kind}: ${status} with ${rows} rows, not ${expected.join(" with ")}`,
        );
      }
    }
    expect(broken).toEqual([]);
    const lines = await db.ledgerLine.groupBy({ by: ["state", "reason"], _count: true });
    expect(lines.some(({ reason }) => reason === "unreadable_order")).toBe(true);
  },
);

function isJson(body: Buffer): boolean {
  try {
    JSON.parse(body.toString("utf8"));
    return isUtf8(body);
  } catch {
    return false;
  }
}
