import { createHmac } from "node:crypto";

import { env } from "~/env.server";

import { openConnections } from "./connections";
import { orderBody } from "./order-body";

/** Connections over which webhooks go, one at a time each. */
export type Senders = {
  /** Sends the signed webhook of a new order over the next free connection, and waits for its 200. */
  send(shopDomain: string, number: number): Promise<void>;
  close(): void;
};

/**
 * Opens so many connections to a webhook's door. The orders are cut from one text, which costs less than
 * to write each of them.
 */
export async function openSenders(door: string, count: number): Promise<Senders> {
  const connections = await openConnections(door, count);
  const { pathname } = new URL(door);
  return {
    async send(shopDomain, number) {
      const status = await connections.exchange(webhook(pathname, shopDomain, number));
      if (status !== 200) throw new Error(`The server says ${status}`);
    },
    close: () => connections.close(),
  };
}

const NUMBER = 9_999_999_999_999;
const MOMENT = new Date(0);
const TEMPLATE = JSON.stringify(orderBody(NUMBER, MOMENT));

/** The bytes of a whole request. */
function webhook(path: string, shopDomain: string, number: number): Buffer {
  const text = TEMPLATE.replaceAll(String(NUMBER), String(number)).replaceAll(
    MOMENT.toISOString(),
    new Date().toISOString(),
  );
  const body = Buffer.from(text);
  const signature = createHmac("sha256", env.SHOPIFY_API_SECRET).update(body).digest("base64");
  const head = [
    `POST ${path} HTTP/1.1`,
    "host: 127.0.0.1",
    "content-type: application/json",
    `content-length: ${body.length}`,
    `x-shopify-hmac-sha256: ${signature}`,
    "x-shopify-topic: orders/create",
    `x-shopify-shop-domain: ${shopDomain}`,
    `x-shopify-webhook-id: webhook-${number}`,
    `x-shopify-event-id: event-${number}`,
  ];
  return Buffer.concat([Buffer.from(`${head.join("\r\n")}\r\n\r\n`), body]);
}
