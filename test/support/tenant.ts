import { randomUUID } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";

import { ensureFeed } from "~/catalog/feed.server";
import { storageKey, storeFile } from "~/catalog/feed-storage.server";
import { partOf } from "~/catalog/part";
import { dataRoot } from "~/data-root.server";
import { db } from "~/db.server";
import type { ShopId } from "~/ids";
import { seal } from "~/seal.server";
import { requireCollectKey } from "~/shops/collect-key.server";
import { createIngestSecret } from "~/shops/ingest-secret.server";
import { MINUTE_MS } from "~/time";

import { connectedShop } from "./shops";

/** Everything of a shop that a request can name. */
export type TenantIds = {
  feedId: string;
  /** Published before the current one, and kept. */
  versionId: string;
  /** Waits at the gate. */
  gatedVersionId: string;
  syncId: string;
  /** A look at past orders that is done. */
  checkId: string;
  /** A run over past orders that is open. */
  runId: string;
  /** Of a dead letter. */
  eventId: string;
  /** Where a page of the ledger ended. */
  ledgerPlace: string;
  /** The outbox row of the dead letter. */
  rowId: string;
  /** Of the dead letter's order. */
  orderId: string;
  /** A saved view. */
  viewId: string;
  dataRequestId: string;
  secretId: string;
  /** A code of an issue that this shop's feed alone has. */
  issueCode: string;
};

/** A shop with something of everything. */
export type Tenant = {
  shopId: ShopId;
  domain: string;
  /** With which its own servers report events. */
  ingestSecret: string;
  /** In its pixel's settings. */
  collectKey: string;
  ids: TenantIds;
  /** Texts that stand in this shop's rows and in nobody else's. */
  marks: readonly string[];
};

/**
 * Fills a shop with a row of every kind that a request can name.
 *
 * @param mark one letter, by which everything of this shop can be told.
 */
export async function fillTenant(domain: string, mark: string, now: Date): Promise<Tenant> {
  const shopId = await connectedShop({}, domain, now);
  const secret = await createIngestSecret(shopId, now);
  const { id: secretId } = await db.ingestSecret.findFirstOrThrow({ where: { shopId } });
  const words = { order: `#${mark}-1017`, reason: `Refused-${mark}`, file: `Asked-${mark}` };
  const itemId = `Item-${mark}`;
  const ids = {
    ...(await fillCatalog(shopId, mark, itemId, now)),
    ...(await fillEvents(shopId, mark, words, now)),
    ...(await fillRuns(shopId, now)),
    dataRequestId: await fillDataRequest(shopId, words.file, now),
    secretId,
  };
  const { feedId, eventId, ...others } = ids;
  const { fileId } = await db.feed.findFirstOrThrow({ where: { id: feedId, shopId } });
  const collectKey = await requireCollectKey(shopId);
  return {
    ...{ shopId, domain, ids, collectKey },
    ingestSecret: secret.kind === "created" ? secret.secret : "",
    marks: [shopId, domain, collectKey, fileId, feedId, eventId, itemId].concat(
      Object.values(words),
      Object.values(others),
    ),
  };
}

/** The same kinds of ids, of which nobody has any. */
export function nobodysIds(): TenantIds {
  const eventId = "co_00000000000000000000000000000000";
  return {
    ...{ feedId: randomUUID(), versionId: randomUUID(), gatedVersionId: randomUUID() },
    ...{ syncId: randomUUID(), checkId: randomUUID(), runId: randomUUID() },
    ...{ eventId, ledgerPlace: "0.order.0", rowId: "987654321", orderId: "10170000" },
    viewId: randomUUID(),
    ...{ dataRequestId: randomUUID(), secretId: randomUUID(), issueCode: "NOBODYS" },
  };
}

async function fillCatalog(shopId: ShopId, mark: string, itemId: string, now: Date) {
  const market = { country: "US", locale: "en-US", currency: "USD" };
  const { feedId } = await ensureFeed(db, shopId, market);
  const issueCode = mark === "A" ? "PRICE_MISSING" : "IMAGE_LINK_MISSING";
  const versions: string[] = [];
  for (const place of [0, 1, 2]) {
    const id = randomUUID();
    const key = storageKey(shopId, id, "tsv");
    await storeText(key, `id\ttitle\n${mark}-item-${place}\tThing\n`);
    await db.feedVersion.create({
      data: {
        ...{ id, shopId, feedId, contentHash: id, format: "tsv", storageKey: key },
        ...{ sizeBytes: 1_000n, items: 1, leftOut: 1, issueCounts: { [issueCode]: 1 } },
        createdAt: new Date(now.getTime() + place * MINUTE_MS),
        publishedAt: place === 2 ? null : now,
      },
    });
    versions.push(id);
  }
  const [versionId = "", currentVersionId = "", gatedVersionId = ""] = versions;
  await db.feed.update({
    where: { id: feedId },
    data: { currentVersionId, gatedVersionId, gate: "shrunk" },
  });
  await db.feedIssue.create({
    data: {
      ...{ shopId, feedId, versionId: currentVersionId, code: issueCode, severity: "error" },
      ...{ itemId: `${mark}-item`, productId: "7", value: "" },
    },
  });
  await db.catalogItem.create({
    data: {
      ...{ shopId, feedId, itemId, productId: "7", variantId: "70", part: partOf("7") },
      ...{ contentHash: "0".repeat(32), price: "24.99 USD", changedAt: now },
    },
  });
  const sync = await db.catalogSync.create({
    data: {
      ...{ shopId, kind: "full", cause: "merchant", phase: "queued", isOpen: true },
      ...{ requestedAt: now, phaseAt: now, touchedAt: now },
    },
  });
  return { feedId, versionId, gatedVersionId, syncId: sync.id, issueCode };
}

/** A finished file goes into the storage by being moved there. */
async function storeText(key: string, text: string): Promise<void> {
  await mkdir(dataRoot(), { recursive: true });
  const file = path.join(dataRoot(), `${randomUUID()}.tsv`);
  await writeFile(file, text);
  await storeFile(key, file);
}

async function fillEvents(
  shopId: ShopId,
  mark: string,
  words: { order: string; reason: string },
  now: Date,
) {
  const eventId = `co_${mark.toLowerCase().repeat(32)}`;
  const row = await db.outboxRow.create({
    data: {
      // Long, so that it stands in no other number by chance.
      id: BigInt(`7710170${mark.charCodeAt(0)}`),
      ...{ shopId, eventId, eventName: "checkout", state: "dead_letter", attempts: 1 },
      ...{ occurredAt: now, nextAttemptAt: now, createdAt: now, settledAt: now },
      lastError: words.reason,
      payload: { actionSource: "web", userData: { em: ["0".repeat(64)] } },
    },
  });
  const orderId = `101700${mark.charCodeAt(0)}`;
  const view = await db.savedView.create({
    data: { shopId, name: `View-${mark}`, query: "state=held", createdAt: now },
  });
  const line = await db.ledgerLine.create({
    data: {
      ...{ shopId, eventId, orderId, orderName: words.order },
      ...{ receivedBy: "webhook", state: "dead_letter", occurredAt: now, receivedAt: now },
    },
  });
  return {
    eventId,
    ledgerPlace: `${now.getTime()}.order.${line.id}`,
    rowId: String(row.id),
    orderId,
    viewId: view.id,
  };
}

async function fillRuns(shopId: ShopId, now: Date) {
  const [checkId, runId] = [randomUUID(), randomUUID()];
  const span = { days: 1, createdFrom: now, createdUntil: now, requestedAt: now, touchedAt: now };
  await db.backfillRun.createMany({
    data: [
      { id: checkId, shopId, kind: "check", state: "done", endedAt: now, ...span },
      { id: runId, shopId, kind: "send", state: "queued", isOpen: true, ...span },
    ],
  });
  return { checkId, runId };
}

async function fillDataRequest(shopId: ShopId, words: string, now: Date): Promise<string> {
  const id = randomUUID();
  const sealedFile = seal(JSON.stringify({ words }), `data_requests.sealedFile:${shopId}:${id}`);
  await db.dataRequest.create({
    data: { id, shopId, requestId: words, sealedFile, receivedAt: now },
  });
  return id;
}
