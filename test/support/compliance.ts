import { createHash } from "node:crypto";

import type { Webhook } from "~/shopify/webhook.server";

import { orderWebhook } from "./webhooks";

/** The builder's customer, as a compliance webhook names them. Its id is above 2^53, so it is text. */
export const CUSTOMER = { id: "115310627314723954", email: "Ada@Example.com", phone: null };

/** What may not be found of the builder's customer and order after an erasure. */
export const TRACES = {
  orderId: "820982911946154508",
  orderName: "#1017",
  customerId: CUSTOMER.id,
  hashedCustomerId: sha256(CUSTOMER.id),
  hashedEmail: sha256("ada@example.com"),
  hashedPhone: sha256("12125550123"),
  hashedLastName: sha256("lovelace"),
  clientIp: "203.0.113.7",
  clickId: "dj0yJmxhbmRpbmc",
};

/** A `customers/redact` webhook, with `changes` to its body. */
export function redactWebhook(changes: Record<string, unknown> = {}): Webhook {
  const body = { customer: CUSTOMER, orders_to_redact: [TRACES.orderId], ...changes };
  return orderWebhook(body, { topic: "customers/redact" });
}

/** A `customers/data_request` webhook, with `changes` to its body. */
export function dataRequestWebhook(changes: Record<string, unknown> = {}): Webhook {
  const body = {
    customer: CUSTOMER,
    orders_requested: [TRACES.orderId],
    data_request: { id: 9999 },
    ...changes,
  };
  return orderWebhook(body, { topic: "customers/data_request" });
}

export function sha256(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}
