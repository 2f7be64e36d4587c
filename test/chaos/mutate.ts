import { isUtf8 } from "node:buffer";
import { createHmac } from "node:crypto";
import { Agent, request, type IncomingMessage } from "node:http";
import { connect } from "node:net";

import { parseOrder } from "../../app/shopify/order";
import { idOfUnreadable } from "../../app/shopify/order-webhook";
import { webhookHeaders } from "../../sandbox/shopify/webhooks";
import { mutation, type Mutation } from "./mutations";

/** The app's door for webhooks, and a shop that is behind it. */
export type Door = { appUrl: string; apiSecret: string; shop: string };

/** What came of the bodies, before anybody looks into the database. */
export type Knocked = {
  /** Answers, as `kind of body: status`, and how many of each. */
  answers: Record<string, number>;
  /** What was answered otherwise than it should have been. */
  broken: string[];
  /** Of each body that must have left one receipt, its webhook id. */
  receipts: ReadonlySet<string>;
  /** Of each order that must have left a line as unreadable, its id there. */
  unreadable: ReadonlySet<string>;
};

const SIDE_BY_SIDE = 8;
const ANSWER_MS_MAX = 30_000;
const TRIGGERED_AT = "2026-11-20T15:00:03.123456789Z";

/** Sends mutated bodies, 1 to `count`, signed as Shopify signs. */
export async function sendMutations(
  door: Door,
  { seed, count, order }: { seed: string; count: number; order: Record<string, unknown> },
  stopping: AbortSignal,
): Promise<Knocked> {
  const answers: Record<string, number> = {};
  const broken: string[] = [];
  const receipts = new Set<string>();
  const unreadable = new Set<string>();
  const agent = new Agent({ keepAlive: true });
  let next = 1;
  const work = async () => {
    while (next <= count && !stopping.aborted) {
      const sent = mutation(seed, next++, order);
      const webhookId = `mutation-${sent.number}`;
      const status = await post(door, agent, sent.body, signed(door, webhookId, sent.body));
      const isJson = toJson(sent.body) !== undefined;
      const expected = isJson ? 200 : 400;
      const name = `${sent.kind}: ${status ?? "no answer"}`;
      answers[name] = (answers[name] ?? 0) + 1;
      if (status !== expected) broken.push(`${sent.number} ${name}, not ${expected}`);
      if (!isJson) continue;
      receipts.add(webhookId);
      const lost = unreadableId(sent, webhookId);
      if (lost !== null) unreadable.add(lost);
    }
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, work));
  agent.destroy();
  return { answers, broken, receipts, unreadable };
}

/** Requests that are wrong before anybody looks at a body. @returns what was answered otherwise. */
export async function knockOddly(door: Door): Promise<string[]> {
  const body = Buffer.from("{}");
  const headers = signed(door, "odd", body);
  const broken: string[] = [];
  const expectStatus = async (name: string, expected: number, answer: Promise<number | null>) => {
    const status = await answer;
    if (status !== expected) broken.push(`${name}: ${status ?? "no answer"}, not ${expected}`);
  };
  const agent = new Agent({ keepAlive: true });
  for (const method of ["GET", "PUT", "DELETE", "OPTIONS"]) {
    await expectStatus(`by ${method}`, 405, post(door, agent, null, headers, method));
  }
  for (const missing of [
    "x-shopify-hmac-sha256",
    "x-shopify-topic",
    "x-shopify-shop-domain",
    "x-shopify-webhook-id",
  ]) {
    const others = without(missing, headers);
    await expectStatus(`without ${missing}`, 400, post(door, agent, body, others));
  }
  const forged = signed({ ...door, apiSecret: "another" }, "odd", body);
  await expectStatus("with a forged signature", 401, post(door, agent, body, forged));
  const large = Buffer.alloc(5_000_000, 0x20);
  await expectStatus("5 MB of nothing", 400, post(door, agent, large, signed(door, "odd", large)));
  const largeArray = Buffer.from(`[${"1,".repeat(2_500_000)}1]`);
  const unknownShop = signed({ ...door, shop: "nobody.myshopify.com" }, "odd", largeArray);
  await expectStatus(
    "5 MB for a shop that is not here",
    200,
    post(door, agent, largeArray, unknownShop),
  );
  await expectStatus("21 MiB, announced", 413, announce(door, headers, 21 * 1024 * 1024));
  await expectStatus("21 MiB, in pieces", 413, stream(door, headers, 21));
  await hangUp(door, headers);
  await expectStatus("after somebody hung up", 401, post(door, agent, body, forged));
  agent.destroy();
  return broken;
}

const LONG_NUMBER = /[:,[]\s*\d{16}/;

/** Which order's line says that it could not be read; `null` where it can, or where this cannot tell. */
function unreadableId({ body, kind }: Mutation, webhookId: string): string | null {
  // The app reads long numbers as they stand, which JSON itself rounds.
  if (kind === "odd number" || LONG_NUMBER.test(body.toString())) return null;
  const json = toJson(body);
  return parseOrder(json).kind === "parsed" ? null : idOfUnreadable({ body: json, webhookId });
}

/** `undefined` where the bytes are no JSON in UTF-8, which `null` is. */
function toJson(body: Buffer): unknown {
  if (!isUtf8(body)) return undefined;
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    return undefined;
  }
}

function signed(
  { apiSecret, shop }: Door,
  webhookId: string,
  body: Buffer,
): Record<string, string> {
  const about = { topic: "orders/create", shop, eventId: webhookId, webhookId, name: null };
  const headers = webhookHeaders({ ...about, triggeredAt: TRIGGERED_AT, body: "" }, apiSecret);
  // Over the bytes, which need not be text.
  const hmac = createHmac("sha256", apiSecret).update(body).digest("base64");
  return { ...headers, "x-shopify-hmac-sha256": hmac };
}

function without(gone: string, headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => name !== gone));
}

/** @returns the status; `null` where no answer came. */
function post(
  { appUrl }: Door,
  agent: Agent,
  body: Buffer | null,
  headers: Record<string, string>,
  method = "POST",
): Promise<number | null> {
  return new Promise((resolve) => {
    const length = body === null ? {} : { "content-length": String(body.length) };
    const sent = request(
      `${appUrl}/webhooks/orders`,
      {
        method,
        agent,
        headers: { ...headers, ...length },
        signal: AbortSignal.timeout(ANSWER_MS_MAX),
      },
      (answer) => resolve(statusOf(answer)),
    );
    sent.once("error", () => resolve(null));
    sent.end(body ?? undefined);
  });
}

/** Announces a body and sends none of it. */
function announce({ appUrl }: Door, headers: Record<string, string>, bytes: number) {
  return new Promise<number | null>((resolve) => {
    const sent = request(
      `${appUrl}/webhooks/orders`,
      { method: "POST", headers: { ...headers, "content-length": String(bytes) } },
      (answer) => {
        resolve(statusOf(answer));
        sent.destroy();
      },
    );
    sent.once("error", () => resolve(null));
    sent.flushHeaders();
  });
}

/** Sends a body whose length it does not tell, until it is answered. */
function stream({ appUrl }: Door, headers: Record<string, string>, mebibytes: number) {
  return new Promise<number | null>((resolve) => {
    const sent = request(
      `${appUrl}/webhooks/orders`,
      { method: "POST", headers: { ...headers, "transfer-encoding": "chunked" } },
      (answer) => {
        resolve(statusOf(answer));
        sent.destroy();
      },
    );
    sent.once("error", () => resolve(null));
    for (let piece = 0; piece < mebibytes; piece += 1) sent.write(Buffer.alloc(1024 * 1024, 0x20));
    sent.end();
  });
}

/** Begins a request and goes away in the midst of its body. */
function hangUp({ appUrl }: Door, headers: Record<string, string>): Promise<void> {
  const { hostname, port } = new URL(appUrl);
  const lines = Object.entries({ ...headers, host: "app", "content-length": "1000" });
  const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join("");
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname, () => {
      socket.write(`POST /webhooks/orders HTTP/1.1\r\n${head}\r\n{"half`, () => socket.destroy());
    });
    socket.once("error", () => undefined);
    socket.once("close", () => resolve());
  });
}

function statusOf(answer: IncomingMessage): number | null {
  answer.resume();
  return answer.statusCode ?? null;
}
