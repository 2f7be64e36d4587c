import { createHmac, hash, timingSafeEqual } from "node:crypto";

import { env } from "~/env.server";

/** What is read of a request; every web `Request` is one. */
export type WebhookRequest = {
  /** Names are in lower case. */
  headers: { get(name: string): string | null };
  body: AsyncIterable<Uint8Array> | null;
};

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
export async function readWebhook(request: WebhookRequest): Promise<ReadWebhook> {
  const names = REQUIRED_HEADERS.filter((name) => !request.headers.get(name));
  if (names.length > 0) return { kind: "missing_headers", names };

  const bytes = await readBytes(request);
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

function isSigned(bytes: Uint8Array, signature: string): boolean {
  const expected = createHmac("sha256", env.SHOPIFY_API_SECRET).update(bytes).digest();
  const given = Buffer.from(signature, "base64");
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/** `null` once it is clear that the body is too large; the rest is not read. */
async function readBytes(request: WebhookRequest): Promise<Uint8Array | null> {
  if (Number(request.headers.get("content-length")) > BODY_BYTES_MAX) return null;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > BODY_BYTES_MAX) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const utf8 = new TextDecoder("utf-8", { fatal: true });

/** A whole number of 16 digits or more, where one may stand; 2^53 has 16. */
const LONG_NUMBERS = /(^|[:,[\s])([1-9]\d{15,})(?=\s*(?:[,\]}]|$))/g;

/**
 * JSON must be UTF-8; a body that is not is no JSON. A whole number above 2^53 becomes its digits as text.
 */
function toJson(bytes: Uint8Array): unknown {
  try {
    return parseWithWholeIds(utf8.decode(bytes));
  } catch {
    return undefined;
  }
}

/**
 * Asking a reviver about every value takes several times as long as the parsing itself, so long numbers
 * get their quotes beforehand. Inside a text, such quotes end it in front of a digit, which no JSON does:
 * then the reviver has to say which is a number.
 */
function parseWithWholeIds(text: string): unknown {
  const marked = text.replace(LONG_NUMBERS, (whole, before: string, digits: string) =>
    isLossy(Number(digits)) ? `${before}"${digits}"` : whole,
  );
  if (marked === text) return JSON.parse(text);
  try {
    return JSON.parse(marked);
  } catch {
    return parseWithReviver(text);
  }
}

function parseWithReviver(text: string): unknown {
  try {
    // TypeScript does not know the reviver's third argument yet.
    return Reflect.apply(JSON.parse, JSON, [text, withWholeIds]);
  } catch (fault) {
    // A reviver is called level by level, and some thousand levels are too many for the stack.
    if (fault instanceof RangeError) return JSON.parse(text);
    throw fault;
  }
}

/** As a number, such an id would lose its last digits. */
function withWholeIds(_key: string, value: unknown, context: { source?: string }): unknown {
  return isLossy(value) && /^\d+$/.test(context.source ?? "") ? context.source : value;
}

function isLossy(value: unknown): boolean {
  return Number.isInteger(value) && !Number.isSafeInteger(value);
}

function toDate(text: string): Date | null {
  const date = new Date(text);
  return Number.isNaN(date.getTime()) ? null : date;
}

function header(request: WebhookRequest, name: string): string {
  return request.headers.get(name) ?? "";
}
