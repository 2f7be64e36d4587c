import { randomUUID } from "node:crypto";

import type { ConsentSnapshot, LedgerLine, OutboxRow } from "@prisma/client";
import { z } from "zod";

import { db, type Transaction } from "~/db.server";
import type { ShopId } from "~/ids";
import { seal, unseal } from "~/seal.server";

import { customerMarks, findHeld, type Customer } from "./customer.server";
import type { DataRequest } from "./data-request";

/**
 * Writes down what is held on a customer, sealed, for the merchant to hand on. A customer of whom
 * nothing is held gets a file that says so. The same request again changes nothing.
 *
 * @param open opens the sealed part of an event, and of a snapshot.
 */
export async function recordDataRequest(
  tx: Transaction,
  shopId: ShopId,
  { requestId, customer }: { requestId: string; customer: Customer },
  open: { event(row: OutboxRow): unknown; snapshot(row: ConsentSnapshot): unknown },
  now: Date,
): Promise<"recorded" | "already_recorded"> {
  const { marker, lines, rows, snapshots } = await findHeld(tx, shopId, customer);
  const file = {
    requestId,
    preparedAt: now,
    customer: { hashedCustomerIds: customer.externalIds, hashedEmails: customer.emails },
    orders: lines.map(toOrder),
    events: rows.map((row) => ({ ...toEvent(row), personal: open.event(row) })),
    snapshots: snapshots.map((row) => ({ ...toSnapshot(row), personal: open.snapshot(row) })),
  };
  const id = randomUUID();
  const { count } = await tx.dataRequest.createMany({
    data: [
      {
        id,
        shopId,
        requestId,
        sealedFile: seal(JSON.stringify(file, null, 2), sealContext(shopId, id)),
        customerMarks: customerMarks(marker, customer),
        receivedAt: now,
      },
    ],
    skipDuplicates: true,
  });
  return count === 0 ? "already_recorded" : "recorded";
}

/** A shop's data requests whose files are still kept, the newest first. */
export function listDataRequests(shopId: ShopId): Promise<DataRequest[]> {
  return db.dataRequest.findMany({
    where: { shopId },
    select: { id: true, requestId: true, receivedAt: true },
    orderBy: { receivedAt: "desc" },
  });
}

/** The JSON text of a data request; `null` where the shop has none of that id, or not any more. */
export async function dataRequestFile(shopId: ShopId, id: string): Promise<string | null> {
  if (!z.uuid().safeParse(id).success) return null;
  const request = await db.dataRequest.findFirst({ where: { shopId, id } });
  return request && unseal(request.sealedFile, sealContext(shopId, request.id));
}

/** Seals the stored files with the first key. Run again, it finds nothing to do. */
export async function resealDataRequests(isStale: (sealed: string) => boolean): Promise<number> {
  const requests = await db.dataRequest.findMany({ select: { id: true, shopId: true } });
  let count = 0;
  for (const { id, shopId } of requests) {
    const request = await db.dataRequest.findUnique({ where: { id } });
    if (!request || !isStale(request.sealedFile)) continue;
    const context = sealContext(shopId, id);
    const { count: changed } = await db.dataRequest.updateMany({
      where: { id, shopId },
      data: { sealedFile: seal(unseal(request.sealedFile, context), context) },
    });
    count += changed;
  }
  return count;
}

function toOrder(line: LedgerLine) {
  const { orderId, orderName, eventId, receivedBy, state, reason, value, currency } = line;
  const { browserSeen, consent, matchKeys, occurredAt, receivedAt, settledAt } = line;
  return {
    ...{ orderId, orderName, eventId, receivedBy, state, reason, value, currency },
    ...{ browserSeen, consent, matchKeys, occurredAt, receivedAt, settledAt },
  };
}

function toEvent(row: OutboxRow) {
  const { eventId, eventName, state, reason, payload, occurredAt, createdAt, settledAt } = row;
  return { eventId, eventName, state, reason, occurredAt, createdAt, settledAt, payload };
}

function toSnapshot(row: ConsentSnapshot) {
  const { browserSent, browserSentAt, eventId, externalId, platformEventId } = row;
  const { analytics, marketing, preferences, saleOfData } = row;
  const { receivedAt, region, source, takenAt } = row;
  return {
    ...{ eventId, platformEventId, takenAt, receivedAt, source, region },
    consent: { marketing, analytics, preferences, saleOfData },
    ...{ hashedBrowserId: externalId, browserSent, browserSentAt },
  };
}

function sealContext(shopId: string, id: string): string {
  return `data_requests.sealedFile:${shopId}:${id}`;
}
