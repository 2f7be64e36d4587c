import { z } from "zod";

import { log } from "~/log.server";
import { parse } from "~/parse";
import { quotas, type QuotaAnswer } from "~/quota.server";
import { readBody, toJson, type BodyRequest } from "~/read-body.server";
import { findShopBySecret } from "~/shops/ingest-secret.server";
import { findShopById } from "~/shops/shop.server";
import type { Shop } from "~/shops/shop";

import { takeIngested, type TakenElement } from "./take-ingested.server";

/** The most events of one request. */
export const INGEST_EVENTS_MAX = 1_000;

/** The most MiB of one request's body. */
export const INGEST_MIB_MAX = 8;

/** Of one shop in a minute: far above what shoppers do, far below what would be in others' way. */
const EVENTS_PER_MINUTE_MAX = 60_000;

/** What a request to `/ingest` came to. Only `taken` has written anything. */
export type IngestAnswer =
  | { kind: "taken"; elements: readonly TakenElement[] }
  /** The sender: no secret, one that is not valid, or one of a shop that was uninstalled. */
  | { kind: "unauthorized" }
  | { kind: "too_large" }
  | { kind: "not_json" }
  /** The sender; `fields` do not fit. */
  | { kind: "not_a_body"; fields: readonly string[] }
  | { kind: "too_many" }
  /** The sender waits. */
  | Extract<QuotaAnswer, { kind: "exhausted" }>;

const bodySchema = z.strictObject({ events: z.array(z.unknown()).min(1) });

/** Takes the events of a merchant's own server, as far as its secret and the limits allow. */
export async function takeIngestRequest(request: BodyRequest, now: Date): Promise<IngestAnswer> {
  const shop = await findSender(request, now);
  if (!shop) return { kind: "unauthorized" };

  const bytes = await readBody(request, INGEST_MIB_MAX * 1_024 * 1_024);
  if (bytes === null) return { kind: "too_large" };
  const json = toJson(bytes);
  if (json === undefined) return { kind: "not_json" };
  const body = parse(bodySchema, json);
  if (body.kind === "unreadable") return { kind: "not_a_body", fields: body.fields };
  const { events } = body.value;
  if (events.length > INGEST_EVENTS_MAX) return { kind: "too_many" };

  const quota = quotas.take(`ingest:${shop.id}`, events.length, EVENTS_PER_MINUTE_MAX, now);
  if (quota.kind === "exhausted") return quota;
  const elements = await takeIngested(shop, events, now);
  log.info({ shopId: shop.id, events: events.length, ...countsOf(elements) }, "took events");
  return { kind: "taken", elements };
}

/** How many elements had each outcome. */
export function countsOf(
  elements: readonly TakenElement[],
): Record<TakenElement["outcome"], number> {
  const counts = { accepted: 0, already_reported: 0, skipped: 0, refused: 0 };
  for (const { outcome } of elements) counts[outcome] += 1;
  return counts;
}

async function findSender(request: BodyRequest, now: Date): Promise<Shop | null> {
  const [, secret] = /^Bearer +(\S+)$/i.exec(request.headers.get("authorization") ?? "") ?? [];
  const shopId = secret === undefined ? null : await findShopBySecret(secret, now);
  const shop = shopId && (await findShopById(shopId));
  return shop && shop.uninstalledAt === null ? shop : null;
}
