import type { CatalogSync } from "@prisma/client";
import { z } from "zod";

import { db, type Transaction } from "~/db.server";
import { toShopId, type ShopId } from "~/ids";
import { enqueue } from "~/queue.server";
import { SECOND_MS } from "~/time";

import { forgetChanges } from "./changes.server";
import {
  paceOf,
  SYNC_CAUSES,
  SYNC_FAILURES,
  SYNC_PHASES,
  type OpenPhase,
  type SyncCause,
  type SyncFailure,
  type SyncPhase,
  type SyncProgress,
} from "./sync";

/** Names one sync. Every query carries the shop too. */
export type SyncKey = { shopId: ShopId; syncId: string };

/** A sync that gave no sign of life for so long has lost its worker, or waits for the platform. */
const SILENT_MS_MAX = 10 * SECOND_MS;

/** So many faults in a row, or results that were of no use, are more than a bad minute. */
const FAULTS_MAX = 5;

/** How long after the n-th fault in a row it is tried again. */
function pauseMs(faults: number): number {
  return faults === 0 ? 0 : SECOND_MS * 5 * 2 ** faults;
}

/**
 * Asks for a reading of a shop's catalog. One that the platform was not asked for yet serves the newer
 * wish too; after one that reads already, another begins, because it may have missed what the wish is about.
 *
 * @returns the sync that is open.
 */
export async function requestSync(
  tx: Transaction,
  shopId: ShopId,
  cause: SyncCause,
  now: Date,
): Promise<string> {
  await tx.catalogSync.createMany({
    data: [
      {
        shopId,
        kind: "full",
        cause,
        phase: "queued" satisfies SyncPhase,
        isOpen: true,
        requestedAt: now,
        phaseAt: now,
        touchedAt: now,
      },
    ],
    skipDuplicates: true,
  });
  const [{ id } = { id: "" }] = await tx.catalogSync.updateManyAndReturn({
    where: { shopId, isOpen: true },
    data: { requestedAt: now },
    select: { id: true },
  });
  await enqueue(tx, "sync-catalog", { shopId, syncId: id });
  return id;
}

/** Stops a sync with its next step. One that is over, or is another shop's, stays as it is. */
export async function cancelSync(key: SyncKey): Promise<"cancelling" | "already_over"> {
  if (!z.uuid().safeParse(key.syncId).success) return "already_over";
  return db.$transaction(async (tx) => {
    const { count } = await tx.catalogSync.updateMany({
      where: { ...whereOf(key), isOpen: true },
      data: { isCancelled: true },
    });
    if (count === 0) return "already_over";
    await enqueue(tx, "sync-catalog", key);
    return "cancelling";
  });
}

/** A sync that is not over. */
export type OpenSync = {
  cause: SyncCause;
  phase: OpenPhase;
  isCancelled: boolean;
  /** The platform's name for its work; `null` where none was asked for. */
  operationId: string | null;
  /** When the platform was asked; `null` before. */
  startedAt: Date | null;
  faults: number;
};

/** The sync; `null` where it is over or the shop has none of this id. */
export async function findOpenSync(key: SyncKey): Promise<OpenSync | null> {
  const run = await db.catalogSync.findFirst({ where: { ...whereOf(key), isOpen: true } });
  if (!run) return null;
  const { faults, isCancelled, operationId, startedAt } = run;
  const phase = phaseOf(run);
  if (phase === "done" || phase === "failed" || phase === "cancelled") return null;
  return { cause: causeOf(run), phase, isCancelled, operationId, startedAt, faults };
}

/** Gives a sign of life, and tells how far it is. */
export type SyncStep = {
  phase: OpenPhase;
  reached: number;
  outOf?: number | null;
  items?: number;
};

/**
 * Shows how far a sync is.
 *
 * @returns whether it is to go on: it is neither over nor cancelled.
 */
export async function touchSync(
  key: SyncKey,
  { items, outOf, phase, reached }: SyncStep,
  now: Date,
): Promise<boolean> {
  const [run] = await db.$queryRaw<{ isCancelled: boolean }[]>`
    UPDATE catalog_syncs SET
           "phaseAt" = CASE WHEN phase = ${phase} THEN "phaseAt" ELSE ${now} END,
           phase = ${phase}, reached = ${reached}, "outOf" = ${outOf ?? null}::bigint,
           items = coalesce(${items ?? null}::int, items), "touchedAt" = ${now}
     WHERE id = ${key.syncId}::uuid AND "shopId" = ${key.shopId}::uuid AND "isOpen"
    RETURNING "isCancelled"`;
  return run?.isCancelled === false;
}

/**
 * Keeps the platform's name for the work that it was asked for.
 *
 * @param askedAt when the question was put together: what changed later may not be in the answer.
 */
export async function recordOperation(
  key: SyncKey,
  operationId: string,
  { askedAt, now }: { askedAt: Date; now: Date },
): Promise<void> {
  await db.catalogSync.updateMany({
    where: { ...whereOf(key), isOpen: true },
    data: {
      operationId,
      phase: "asked" satisfies SyncPhase,
      startedAt: askedAt,
      phaseAt: now,
      touchedAt: now,
      reached: 0,
      outOf: null,
    },
  });
}

/** Begins anew, because what the platform gave is of no use. Fails where that happened too often. */
export async function restartSync(
  key: SyncKey,
  failure: SyncFailure,
  now: Date,
): Promise<"again" | "failed"> {
  const [run] = await db.catalogSync.updateManyAndReturn({
    where: { ...whereOf(key), isOpen: true },
    data: {
      operationId: null,
      phase: "queued" satisfies SyncPhase,
      phaseAt: now,
      reached: 0,
      outOf: null,
      items: 0,
      faults: { increment: 1 },
    },
    select: { faults: true },
  });
  if (!run) return "failed";
  if (run.faults >= FAULTS_MAX) {
    await recordSyncFailure(key, failure, now);
    return "failed";
  }
  await rest(key, run.faults, now);
  return "again";
}

/** Counts a fault; the sync goes on where it is, unless there were too many in a row. */
export async function recordSyncFault(key: SyncKey, now: Date): Promise<void> {
  const [run] = await db.catalogSync.updateManyAndReturn({
    where: { ...whereOf(key), isOpen: true },
    data: { faults: { increment: 1 } },
    select: { faults: true },
  });
  if (!run) return;
  if (run.faults >= FAULTS_MAX) await recordSyncFailure(key, "unavailable", now);
  else await rest(key, run.faults, now);
}

/** The next sign of life is due when the pause is over, so that it is found as silent then. */
async function rest(key: SyncKey, faults: number, now: Date): Promise<void> {
  await db.catalogSync.updateMany({
    where: { ...whereOf(key), isOpen: true },
    data: { touchedAt: new Date(now.getTime() + pauseMs(faults) - SILENT_MS_MAX) },
  });
}

/** The catalog was read. A wish that came after the platform was asked begins another sync. */
export async function recordSyncDone(key: SyncKey, items: number, now: Date): Promise<void> {
  const run = await db.catalogSync.findFirst({ where: whereOf(key) });
  await end(key, { phase: "done", items }, now);
  if (!run?.startedAt) return;
  const { requestedAt, startedAt } = run;
  await db.$transaction(async (tx) => {
    await forgetChanges(tx, key.shopId, startedAt);
    if (requestedAt > startedAt) await requestSync(tx, key.shopId, causeOf(run), now);
  });
}

export async function recordSyncCancelled(key: SyncKey, now: Date): Promise<void> {
  await end(key, { phase: "cancelled" }, now);
}

export async function recordSyncFailure(
  key: SyncKey,
  failure: SyncFailure,
  now: Date,
): Promise<void> {
  await end(key, { phase: "failed", failure }, now);
}

/** Of the syncs that are over, so many are kept for the merchant to look at. */
const OVER_KEPT = 10;

async function end(
  key: SyncKey,
  outcome: { phase: SyncPhase; items?: number; failure?: SyncFailure },
  now: Date,
): Promise<void> {
  await db.catalogSync.updateMany({
    where: { ...whereOf(key), isOpen: true },
    data: { ...outcome, isOpen: null, touchedAt: now, endedAt: now },
  });
  const old = await db.catalogSync.findMany({
    where: { shopId: key.shopId, isOpen: null },
    orderBy: { requestedAt: "desc" },
    skip: OVER_KEPT,
    select: { id: true },
  });
  await db.catalogSync.deleteMany({
    where: { shopId: key.shopId, id: { in: old.map(({ id }) => id) } },
  });
}

/** The open sync that waits for this work of the platform. */
export async function findSyncOfOperation(
  shopId: ShopId,
  operationId: string,
): Promise<SyncKey | null> {
  const run = await db.catalogSync.findFirst({
    where: { operationId, shopId, isOpen: true },
    select: { id: true },
  });
  return run && { shopId, syncId: run.id };
}

/** Whether the platform has written, or writes, the shop's catalog down for a sync that is not over. */
export async function findReadingSync(shopId: ShopId): Promise<boolean> {
  const where = { shopId, isOpen: true, operationId: { not: null } };
  return (await db.catalogSync.count({ where })) > 0;
}

/** A shop's last sync, whatever became of it; `null` before the first. */
export async function findLastSync(shopId: ShopId, now: Date): Promise<SyncProgress | null> {
  const run = await db.catalogSync.findFirst({
    where: { shopId },
    orderBy: [{ requestedAt: "desc" }, { id: "desc" }],
  });
  if (!run) return null;
  const { endedAt, id, items, phaseAt, requestedAt } = run;
  const facts = {
    reached: Number(run.reached),
    outOf: run.outOf === null ? null : Number(run.outOf),
    phaseAt,
  };
  return {
    ...{ id, requestedAt, endedAt, items },
    cause: causeOf(run),
    phase: phaseOf(run),
    failure: SYNC_FAILURES.find((known) => known === run.failure) ?? null,
    reached: facts.reached,
    outOf: facts.outOf,
    ...paceOf(facts, endedAt ?? now),
  };
}

/** Enqueues the syncs that wait for the platform, met a fault, or lost their worker. */
export async function wakeSilentSyncs(now: Date): Promise<void> {
  const silent = await db.catalogSync.findMany({
    where: { isOpen: true, touchedAt: { lte: new Date(now.getTime() - SILENT_MS_MAX) } },
    select: { id: true, shopId: true },
  });
  for (const { id: syncId, shopId } of silent) {
    await db.$transaction((tx) =>
      enqueue(tx, "sync-catalog", { shopId: toShopId(shopId), syncId }),
    );
  }
}

/** Of these, the syncs that are not over; their files are needed. */
export async function listOpenSyncs(syncIds: readonly string[]): Promise<Set<string>> {
  const runs = await db.catalogSync.findMany({
    where: { id: { in: [...syncIds] }, isOpen: true },
    select: { id: true },
  });
  return new Set(runs.map(({ id }) => id));
}

function whereOf({ shopId, syncId }: SyncKey) {
  return { id: syncId, shopId };
}

function causeOf(run: CatalogSync): SyncCause {
  return SYNC_CAUSES.find((known) => known === run.cause) ?? "merchant";
}

function phaseOf(run: CatalogSync): SyncPhase {
  return SYNC_PHASES.find((known) => known === run.phase) ?? "failed";
}
