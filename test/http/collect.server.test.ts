import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";

import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { collectBefore } from "~/http/collect.server";
import { webhooksBefore } from "~/http/webhooks.server";
import { db } from "~/db.server";
import { listJobs } from "~/jobs/list.server";
import { startQueue, stopQueue } from "~/queue.server";

import { collectedAct, collectedResult, SHOPPER, shopWithPixel } from "#test/support/collect";
import { emptyDatabase } from "#test/support/database";

let server: Server;
let url = "";

beforeAll(async () => {
  await startQueue(listJobs(new AbortController().signal), "producer");
  const others = webhooksBefore((_, outgoing) => void outgoing.writeHead(418).end());
  server = createServer(collectBefore(others)).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  url = `http://127.0.0.1:${portOf(server)}/collect`;
});
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  await stopQueue(1_000);
});
beforeEach(emptyDatabase);

describe("POST /collect", () => {
  test("takes a message as the pixel posts it, and has committed it when it answers", async () => {
    const { key } = await shopWithPixel();
    const sentAt = new Date().toISOString();
    const act = collectedAct(key, { occurredAt: sentAt, sentAt });
    const answer = await post(JSON.stringify(act), { "x-forwarded-for": "6.6.6.6" });
    expect(answer.status).toBe(204);
    expect(answer.headers.get("access-control-allow-origin")).toBe("*");
    expect(await answer.text()).toBe("");
    expect(await db.outboxRow.findMany()).toMatchObject([{ eventId: act.eventId }]);

    expect((await post(JSON.stringify(collectedResult(act)))).status).toBe(204);
    expect(await db.outboxRow.findMany()).toMatchObject([{ browserSent: true }]);
  });

  test("answers many at once, each for itself", async () => {
    const { key } = await shopWithPixel();
    const sentAt = new Date().toISOString();
    const bodies = Array.from({ length: 60 }, (_, index) =>
      index % 3 === 0
        ? JSON.stringify(collectedAct("prc_wrong"))
        : JSON.stringify(collectedAct(key, { eventId: `sh-${index}`, occurredAt: sentAt, sentAt })),
    );
    const answers = await Promise.all(bodies.map((body) => post(body)));
    const statuses = answers.map(({ status }) => status);
    expect(statuses).toEqual(bodies.map((_, index) => (index % 3 === 0 ? 404 : 204)));
    expect(await db.outboxRow.count()).toBe(40);
  });

  test.each([
    { body: "{", status: 400, code: "not_json", because: "half a message" },
    { body: "\xff", status: 400, code: "not_json", because: "no JSON" },
    { body: "[]", status: 400, code: "not_a_message", because: "no message" },
    { body: '{"kind":"act"}', status: 400, code: "not_a_message", because: "most is missing" },
    {
      body: JSON.stringify(collectedAct("prc_wrong")),
      status: 404,
      code: "unknown_key",
      because: "nobody's key",
    },
    {
      body: " ".repeat(64 * 1_024 + 1),
      status: 413,
      code: "too_large",
      because: "no browser sends so much",
    },
  ])("refuses with $status: $because", async ({ body, code, status }) => {
    const answer = await post(body);
    expect(answer.status).toBe(status);
    expect(answer.headers.get("access-control-allow-origin")).toBe("*");
    expect(await answer.json()).toEqual({ error: { code, message: expect.any(String) } });
  });

  test("lets a browser ask first, and takes nothing else", async () => {
    const asked = await fetch(url, { method: "OPTIONS" });
    expect(asked.status).toBe(204);
    expect(asked.headers.get("access-control-allow-methods")).toBe("POST");
    expect((await fetch(url)).status).toBe(405);
    expect((await fetch(`${url}/more`)).status).toBe(418);
    expect((await fetch(url.replace("/collect", "/webhooks/orders"))).status).toBe(405);
  });

  test("answers 503 where the database does not, so that nothing is taken for done", async () => {
    const { key } = await shopWithPixel();
    await db.$executeRaw`ALTER TABLE outbox RENAME TO outbox_away`;
    try {
      const sentAt = new Date().toISOString();
      const act = collectedAct(key, { occurredAt: sentAt, sentAt });
      expect((await post(JSON.stringify(act))).status).toBe(503);
    } finally {
      await db.$executeRaw`ALTER TABLE outbox_away RENAME TO outbox`;
    }
  });
});

function post(body: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
  const all = { "content-type": "text/plain", "user-agent": SHOPPER.userAgent ?? "", ...headers };
  return fetch(url, { method: "POST", body, headers: all });
}

function portOf(listening: Server): AddressInfo["port"] {
  const address = listening.address();
  return typeof address === "object" && address ? address.port : 0;
}
