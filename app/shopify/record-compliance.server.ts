import type { z } from "zod";

import { openPersonal } from "~/conversions/outbox.server";
import { openSnapshot } from "~/conversions/snapshot-row.server";
import { keepCounted } from "~/conversions/count-figures.server";
import { hashUserData, normalizeUserData } from "~/conversions/user-data";
import { db } from "~/db.server";
import { InvariantError } from "~/errors";
import { log } from "~/log.server";
import { parse } from "~/parse";
import type { Customer } from "~/privacy/customer.server";
import { eraseCustomer } from "~/privacy/erase-customer.server";
import { closeShop } from "~/privacy/erase-shop.server";
import { recordDataRequest } from "~/privacy/export.server";
import { enqueue } from "~/queue.server";
import { sha256 } from "~/sha256.server";
import type { Shop } from "~/shops/shop";
import { findShop } from "~/shops/shop.server";

import {
  customerDataRequestSchema,
  customerRedactSchema,
  type ComplianceCustomer,
} from "./compliance-schema";
import type { Webhook } from "./webhook.server";

/** A customer's rows of a large shop are looked for without an index. */
const ERASE_MS_MAX = 30_000;

/**
 * Does what Shopify's compliance webhooks ask for, also after an uninstall. A shop of which nothing is
 * held has nothing to be done for. No receipt is kept: the hash of such a short body would name the
 * customer, and doing it twice changes nothing.
 */
export async function recordComplianceWebhook(webhook: Webhook, now: Date): Promise<void> {
  const { shopDomain, topic, webhookId } = webhook;
  const shop = await findShop("shopify", shopDomain);
  if (!shop) {
    log.info({ topic, webhookId }, "a compliance webhook of a shop of which nothing is held");
    return;
  }
  switch (topic) {
    case "customers/redact":
      return redactCustomer(shop, webhook, now);
    case "customers/data_request":
      return answerDataRequest(shop, webhook, now);
    case "shop/redact":
      return redactShop(shop);
    default:
      log.warn({ topic }, "a webhook of a topic that nobody asked for");
  }
}

async function redactCustomer(shop: Shop, webhook: Webhook, now: Date): Promise<void> {
  const body = bodyOf(webhook, customerRedactSchema);
  const customer = await toCustomer(body.customer, body.orders_to_redact);
  const counts = await db.$transaction(
    async (tx) => {
      const erased = await eraseCustomer(tx, shop.id, customer, now);
      await keepCounted(tx, shop.id, erased.rows, now);
      return erased.counts;
    },
    { timeout: ERASE_MS_MAX },
  );
  log.info({ shopId: shop.id, ...counts }, "erased a customer");
}

async function answerDataRequest(shop: Shop, webhook: Webhook, now: Date): Promise<void> {
  const body = bodyOf(webhook, customerDataRequestSchema);
  const request = {
    requestId: body.data_request.id,
    customer: await toCustomer(body.customer, body.orders_requested),
  };
  const recorded = await db.$transaction(
    (tx) =>
      recordDataRequest(tx, shop.id, request, { event: openPersonal, snapshot: openSnapshot }, now),
    { timeout: ERASE_MS_MAX },
  );
  log.info({ shopId: shop.id, recorded }, "wrote down what is held on a customer");
}

async function redactShop({ id: shopId }: Shop): Promise<void> {
  const closed = await db.$transaction(async (tx) => {
    const word = await closeShop(tx, shopId);
    if (word === "closed") await enqueue(tx, "erase-shop", { shopId });
    return word;
  });
  if (closed === "installed") {
    log.warn({ shopId }, "a shop that is installed again is not erased");
  } else {
    log.info({ shopId, closed }, "the erasure of a shop begins");
  }
}

/** Hashed as orders are, so that the hashes are the same. */
async function toCustomer(
  customer: ComplianceCustomer | null | undefined,
  orderIds: readonly string[] | null | undefined,
): Promise<Customer> {
  const raw = {
    externalId: customer?.id ? [customer.id] : [],
    em: customer?.email ? [customer.email] : [],
  };
  const hashed = await hashUserData(normalizeUserData(raw, {}), sha256);
  return {
    orderIds: orderIds ?? [],
    externalIds: hashed.externalId ?? [],
    emails: hashed.em ?? [],
  };
}

/** What cannot be read must not be answered as done: it is refused, sent again, and seen in the log. */
function bodyOf<Body>({ body, topic }: Webhook, schema: z.ZodType<Body>): Body {
  const parsed = parse(schema, body);
  if (parsed.kind === "parsed") return parsed.value;
  throw new InvariantError("A compliance webhook does not fit the schema", {
    topic,
    fields: parsed.fields.join(", "),
  });
}
