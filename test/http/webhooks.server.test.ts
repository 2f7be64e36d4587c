import { once } from "node:events";
import { createServer, type Server } from "node:http";

import { afterAll, beforeAll, expect, test } from "vitest";

import { db } from "~/db.server";
import { webhooksBefore } from "~/http/webhooks.server";
import { listJobs } from "~/jobs/list.server";
import { startQueue, stopQueue } from "~/queue.server";

import { knockOddly, sendMutations, type Door } from "#test/chaos/mutate";
import { emptyDatabase } from "#test/support/database";
import { shopifyOrderBody } from "#test/support/orders";
import { connectedShop, SHOP_DOMAIN } from "#test/support/shops";

/** A quick look; `npm run chaos -- mutations` sends 10,000 to a whole web process. */
const BODIES = 300;

let server: Server;
let door: Door;

beforeAll(async () => {
  await startQueue(listJobs(new AbortController().signal), "producer");
  await emptyDatabase();
  await connectedShop();
  server = createServer(webhooksBefore((_, others) => void others.writeHead(418).end()));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  door = { appUrl: `http://127.0.0.1:${port}`, apiSecret: "test-secret", shop: SHOP_DOMAIN };
});
afterAll(async () => {
  server.close();
  server.closeAllConnections();
  await stopQueue(1_000);
});

test("a signed body that nobody should send is refused or recorded, and breaks nothing", async () => {
  const sent = { seed: "small", count: BODIES, order: shopifyOrderBody() };
  const knocked = await sendMutations(door, sent, new AbortController().signal);
  expect(knocked.broken).toEqual([]);

  const receipts = await db.webhookReceipt.findMany({ select: { webhookId: true } });
  expect(new Set(receipts.map(({ webhookId }) => webhookId))).toEqual(knocked.receipts);
  const lines = await db.ledgerLine.findMany({ where: { reason: "unreadable_order" } });
  const unreadable = new Set(lines.map(({ orderId }) => orderId));
  expect([...knocked.unreadable].filter((orderId) => !unreadable.has(orderId))).toEqual([]);
  expect(knocked.unreadable.size).toBeGreaterThan(0);
});

test("a request that is wrong before its body is read gets its refusal, and the next one is answered", async () => {
  expect(await knockOddly(door)).toEqual([]);
});

test("what is no webhook is left to others", async () => {
  const answer = await fetch(`${door.appUrl}/webhooks/elsewhere`, { method: "POST" });
  expect(answer.status).toBe(418);
});
