import { createHmac } from "node:crypto";
import { request, type Agent } from "node:http";

import { env } from "~/env.server";

import { orderBody } from "./order-body";

/** Sends the signed webhook of a new order, and waits for its 200. */
export function sendWebhook(
  url: string,
  agent: Agent,
  shopDomain: string,
  number: number,
  now: Date,
): Promise<void> {
  const body = Buffer.from(JSON.stringify(orderBody(number, now)));
  const headers = {
    "content-type": "application/json",
    "content-length": body.length,
    "x-shopify-hmac-sha256": createHmac("sha256", env.SHOPIFY_API_SECRET)
      .update(body)
      .digest("base64"),
    "x-shopify-topic": "orders/create",
    "x-shopify-shop-domain": shopDomain,
    "x-shopify-webhook-id": `webhook-${number}`,
    "x-shopify-event-id": `event-${number}`,
  };
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: "POST", agent, headers }, (answer) => {
      answer.resume().once("end", () => {
        if (answer.statusCode === 200) resolve();
        else reject(new Error(`${url} answered ${answer.statusCode}`));
      });
    });
    sent.once("error", reject);
    sent.end(body);
  });
}
