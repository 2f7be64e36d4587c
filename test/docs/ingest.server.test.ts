import { readFileSync } from "node:fs";
import { buffer } from "node:stream/consumers";

import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";

import { listJobs } from "~/jobs/list.server";
import { startQueue, stopQueue } from "~/queue.server";
import { action } from "~/routes/ingest";
import { createIngestSecret } from "~/shops/ingest-secret.server";

import { serve, type Handler, type RunningServer } from "../../sandbox/loopback-server";
import { TEST_NOW } from "#test/support/clock";
import { readCurl } from "#test/support/curl-example";
import { emptyDatabase } from "#test/support/database";
import { deliver, useWorker } from "#test/support/delivery";
import { useLocalPinterest } from "#test/support/pinterest";
import { connectedShop } from "#test/support/shops";

const page = readFileSync(new URL("../../docs/ingest.md", import.meta.url), "utf8");

/** Each command of the page, under the heading that it stands under, with the answer that follows it. */
const examples = page.split(/^## /m).flatMap((section) => {
  const heading = section.slice(0, section.indexOf("\n"));
  const found = section.matchAll(/^```sh\n(.*?)^```\n\n```json\n(.*?)^```/gms);
  return [...found].map(([, command = "", answer = ""]) => ({ heading, command, answer }));
});

const pinterest = useLocalPinterest();
useWorker();

let server: RunningServer;
beforeAll(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: TEST_NOW });
  await startQueue(listJobs(new AbortController().signal), "producer");
  server = await serve({ name: "app", port: 0, handle });
});
afterAll(async () => {
  await server.close();
  await stopQueue(1_000);
  vi.useRealTimers();
});
beforeEach(emptyDatabase);

describe("the page on /ingest", () => {
  test("shows the answer beside each command", () => {
    expect(examples.length).toBeGreaterThan(6);
    expect(page.match(/^```sh$/gm)).toHaveLength(examples.length);
  });

  test.each(examples)("is right: $heading, $command", async ({ answer, command }) => {
    const { secret } = await sender();
    const response = await run(command, secret);
    expect(await response.json()).toEqual(JSON.parse(answer));
  });

  test("counts what is sent a second time once", async () => {
    const { secret, shopId } = await sender();
    for (const { command } of examples) await run(command, secret);
    for (const { command } of examples) {
      const { counts } = await (await run(command, secret)).json();
      expect(counts?.accepted ?? 0).toBe(0);
    }
    await deliver(shopId);
    const events = await pinterest.events();
    expect(events.map(({ result }) => result.status)).toEqual(Array(5).fill("processed"));
  });
});

async function sender() {
  const shopId = await connectedShop();
  const made = await createIngestSecret(shopId, TEST_NOW);
  return { shopId, secret: made.kind === "created" ? made.secret : expect.unreachable() };
}

function run(command: string, secret: string): Promise<Response> {
  const variables = { PIN_RELAY_URL: server.url, PIN_RELAY_SECRET: secret };
  const { url, ...request } = readCurl(command, variables);
  return fetch(url, request);
}

/** The route behind a real connection. */
async function handle({ method, request, response, url }: Parameters<Handler>[0]): Promise<void> {
  const { authorization = "" } = request.headers;
  const body = await buffer(request);
  const answer = await action({
    request: new Request(url, { method, headers: { authorization }, body }),
    params: {},
    context: {},
  });
  response.writeHead(answer.status, Object.fromEntries(answer.headers));
  response.end(await answer.text());
}
