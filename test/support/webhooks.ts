import { createHash, createHmac } from "node:crypto";

import type { Webhook } from "~/shopify/webhook.server";

import { SHOP_DOMAIN } from "./shops";

/** An order webhook as the door hands it on, with `changes` on top. */
export function orderWebhook(body: unknown, changes: Partial<Webhook> = {}): Webhook {
  const key = createHash("sha256").update(JSON.stringify(body)).digest("hex").slice(0, 12);
  return {
    shopDomain: SHOP_DOMAIN,
    topic: "orders/create",
    dedupeKey: `event-${key}`,
    webhookId: `webhook-${key}`,
    triggeredAt: null,
    bodySha256: createHash("sha256").update(JSON.stringify(body)).digest("hex"),
    body,
    ...changes,
  };
}

/** A signed webhook request, as Shopify sends it; a header of `null` is left out. */
export function webhookRequest(
  body: string | Uint8Array<ArrayBuffer>,
  headers: Readonly<Record<string, string | null>> = {},
): Request {
  const hmac = createHmac("sha256", "test-secret").update(body).digest("base64");
  const all = {
    "content-type": "application/json",
    "x-shopify-hmac-sha256": hmac,
    "x-shopify-topic": "orders/create",
    "x-shopify-shop-domain": SHOP_DOMAIN,
    "x-shopify-webhook-id": "webhook-1",
    "x-shopify-event-id": "event-1",
    "x-shopify-triggered-at": "2026-11-20T15:00:03.123456789Z",
    ...headers,
  };
  const kept = Object.entries(all).flatMap(([name, value]) =>
    value === null ? [] : [[name, value] satisfies [string, string]],
  );
  return new Request("http://127.0.0.1/webhooks/orders", { method: "POST", body, headers: kept });
}
