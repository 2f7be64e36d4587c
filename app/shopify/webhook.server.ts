import { createHmac, createSecretKey, hash, timingSafeEqual } from "node:crypto";

import { env } from "~/env.server";
import { readBody, toJson, type BodyRequest } from "~/read-body.server";

/** A webhook whose signature holds. */
export type Webhook = {
  shopDomain: string;
  /** As in `shopify.app.toml`, e.g. `orders/create`. */
  topic: string;
  /** The same for every delivery of one event; the key against duplicates. */
  dedupeKey: string;
  webhookId: string;
  /** When it happened at Shopify; `null` where the header is missing or no date. */
  triggeredAt: Date | null;
  bodySha256: string;
  body: unknown;
};

/** What is kept of a webhook. */
export function receiptOf({ bodySha256, dedupeKey, topic, webhookId }: Webhook) {
  return { bodySha256, dedupeKey, topic, webhookId };
}

/** What a webhook request is, before anybody looks into its body. */
export type ReadWebhook =
  | { kind: "verified"; webhook: Webhook }
  /** Not signed by our secret: forged, altered, or another app's. */
  | { kind: "bad_signature" }
  | { kind: "missing_headers"; names: readonly string[] }
  | { kind: "too_large" }
  | { kind: "not_json" };

/** The largest order bodies, with hundreds of lines, are below 5 MiB. */
const BODY_BYTES_MAX = 20 * 1024 * 1024;

const HMAC_HEADER = "x-shopify-hmac-sha256";

/** Source: Shopify, "HTTPS webhook delivery", headers. */
const REQUIRED_HEADERS = [
  HMAC_HEADER,
  "x-shopify-topic",
  "x-shopify-shop-domain",
  "x-shopify-webhook-id",
] as const;

/**
 * Reads and verifies a webhook: the HMAC is taken over the very bytes that arrived, before they are
 * decoded. Neither the session nor Shopify is asked.
 *
 * **Decision:** the signature is checked here and not by Shopify's library, which decodes the body to
 * text first and, for a shop with an expired token, calls Shopify before it returns.
 */
export async function readWebhook(request: BodyRequest): Promise<ReadWebhook> {
  const names = REQUIRED_HEADERS.filter((name) => !request.headers.get(name));
  if (names.length > 0) return { kind: "missing_headers", names };

  const bytes = await readBody(request, BODY_BYTES_MAX);
  if (bytes === null) return { kind: "too_large" };
  if (!isSigned(bytes, header(request, HMAC_HEADER))) return { kind: "bad_signature" };

  const body = toJson(bytes);
  if (body === undefined) return { kind: "not_json" };
  const webhookId = header(request, "x-shopify-webhook-id");
  return {
    kind: "verified",
    webhook: {
      shopDomain: header(request, "x-shopify-shop-domain").toLowerCase(),
      topic: header(request, "x-shopify-topic"),
      dedupeKey: header(request, "x-shopify-event-id") || webhookId,
      webhookId,
      triggeredAt: toDate(header(request, "x-shopify-triggered-at")),
      bodySha256: hash("sha256", bytes, "hex"),
      body,
    },
  };
}

/** Made once: handed over as text, it would be made anew for each webhook. */
const secretKey = createSecretKey(env.SHOPIFY_API_SECRET, "utf8");

function isSigned(bytes: Uint8Array, signature: string): boolean {
  const expected = createHmac("sha256", secretKey).update(bytes).digest();
  const given = Buffer.from(signature, "base64");
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function toDate(text: string): Date | null {
  const date = new Date(text);
  return Number.isNaN(date.getTime()) ? null : date;
}

function header(request: BodyRequest, name: string): string {
  return request.headers.get(name) ?? "";
}
