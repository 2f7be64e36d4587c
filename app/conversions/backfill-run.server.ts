import { randomUUID } from "node:crypto";

import type { BackfillRun as RunRecord } from "@prisma/client";
import { z } from "zod";

import { db, type Transaction } from "~/db.server";
import { InvariantError } from "~/errors";
import { toShopId, type ShopId } from "~/ids";
import { parse } from "~/parse";
import { enqueue } from "~/queue.server";
import { findLane } from "~/shops/connection.server";
import { listErased } from "~/shops/erasure-mark.server";
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from "~/time";

import {
  BACKFILL_DAYS_MAX,
  BACKFILL_FAILURES,
  BACKFILL_KINDS,
  BACKFILL_STATES,
  ordersIn,
  tallySchema,
  toResult,
  withCounted,
  type Backfill,
  type BackfillAnswer,
  type BackfillFailure,
  type BackfillKind,
  type Backfills,
  type BackfillState,
  type Counted,
  type Tally,
} from "./backfill";
import { YOUNG_ORDER_MS } from "./ledger";

/** Names one run. Every query carries the shop too. */
export type BackfillKey = { shopId: ShopId; runId: string };

/** What was checked longer ago may have changed too much to be sent unseen. */
const CHECK_AGE_MS_MAX = HOUR_MS;

/** A run that gave no sign of life for so long has lost its worker. */
const SILENT_MS_MAX = 15 * SECOND_MS;

/** So many faults in a row are more than a bad minute at Shopify. */
const FAULTS_MAX = 5;

/** Asks for a check of the last `days` days. */
export async function requestCheck(
  shopId: ShopId,
  days: number,
  now: Date,
): Promise<BackfillAnswer> {
  if (days > BACKFILL_DAYS_MAX) return { kind: "too_long" };
  const span = {
    createdFrom: new Date(now.getTime() - days * DAY_MS),
    createdUntil: new Date(now.getTime() - YOUNG_ORDER_MS),
  };
  return request(shopId, { kind: "check", days, ...span }, now);
}

/** Asks for the sending of what a check found, over the very span that was checked. */
export async function requestSend(
  shopId: ShopId,
  checkId: string,
  now: Date,
): Promise<BackfillAnswer> {
  const check = await findRun({ shopId, runId: checkId });
  if (!check || !isFreshCheck(check, now)) return { kind: "not_checked" };
  const { days, createdFrom, createdUntil } = check;
  return request(shopId, { kind: "send", days, createdFrom, createdUntil }, now);
}

async function request(
  shopId: ShopId,
  wanted: { kind: BackfillKind } & Pick<RunRecord, "days" | "createdFrom" | "createdUntil">,
  now: Date,
): Promise<BackfillAnswer> {
  if (!(await findLane(shopId))) return { kind: "not_connected" };
  const runId = randomUUID();
  return db.$transaction(async (tx) => {
    const run = { id: runId, shopId, ...wanted, state: "queued", isOpen: true };
    const { count } = await tx.backfillRun.createMany({
      data: [{ ...run, requestedAt: now, touchedAt: now }],
      skipDuplicates: true,
    });
    if (count === 0) return { kind: "busy" };
    await tx.backfillRun.deleteMany({ where: { shopId, kind: wanted.kind, isOpen: null } });
    await enqueue(tx, "backfill-shop", { shopId, runId });
    return { kind: "queued" };
  });
}

/** Stops a run. One that is over, or is another shop's, stays as it is. */
export async function cancelBackfill(
  key: BackfillKey,
  now: Date,
): Promise<"cancelled" | "already_over"> {
  if (!isRunId(key.runId)) return "already_over";
  const { count } = await db.backfillRun.updateMany({
    where: { ...whereOf(key), isOpen: true },
    data: overAs("cancelled", now),
  });
  return count === 0 ? "already_over" : "cancelled";
}

/** A shop's last check and its last sending. */
export async function findBackfills(shopId: ShopId, now: Date): Promise<Backfills> {
  const runs = await db.backfillRun.findMany({
    where: { shopId },
    orderBy: { requestedAt: "desc" },
  });
  const last = (kind: BackfillKind) => runs.find((run) => run.kind === kind);
  const [check, send] = [last("check"), last("send")];
  return {
    check: check ? toBackfill(check, now) : null,
    send: send ? toBackfill(send, now) : null,
    isCheckFresh: check !== undefined && isFreshCheck(check, now),
  };
}

/** A run under way, and where it goes on. */
export type OpenBackfill = {
  kind: BackfillKind;
  span: { from: Date; until: Date };
  after: string | null;
  /** How many orders are counted already. */
  seen: number;
  /** Since when orders are recorded by this run. */
  startedAt: Date;
};

/** Takes a run up, or goes on with it; `null` where it is over or the shop has none of this id. */
export async function openBackfill(key: BackfillKey, now: Date): Promise<OpenBackfill | null> {
  await db.backfillRun.updateMany({
    where: { ...whereOf(key), isOpen: true, startedAt: null },
    data: { startedAt: now },
  });
  const { count } = await db.backfillRun.updateMany({
    where: { ...whereOf(key), isOpen: true },
    data: { state: "running" satisfies BackfillState, touchedAt: now },
  });
  const run = count === 0 ? null : await findRun(key);
  if (!run) return null;
  return {
    kind: kindOf(run),
    span: { from: run.createdFrom, until: run.createdUntil },
    after: run.after,
    seen: ordersIn(readTally(run.tally)),
    startedAt: run.startedAt ?? now,
  };
}

/** Shows how far a run is, also before its page is counted; says whether it is still to go on. */
export async function touchBackfill(
  key: BackfillKey,
  { seen, reachedAt }: { seen: number; reachedAt: Date },
  now: Date,
): Promise<boolean> {
  const { count } = await db.backfillRun.updateMany({
    where: { ...whereOf(key), isOpen: true },
    data: { seen, reachedAt, touchedAt: now },
  });
  return count > 0;
}

/**
 * Keeps the run from being cancelled until the transaction ends; `false` where it is over. Comes before
 * whatever the transaction records.
 */
export async function lockBackfill(tx: Transaction, key: BackfillKey): Promise<boolean> {
  return (await lockTally(tx, key, [])) !== null;
}

/**
 * Counts orders, in the transaction that records them where there is one. An order whose customer was
 * erased in the meantime is counted without its name.
 *
 * @param next at the end of a page, where the next one begins.
 * @returns whether the run is still to go on; where it is not, nothing was counted.
 */
export async function recordCounted(
  tx: Transaction,
  key: BackfillKey,
  counted: readonly Counted[],
  now: Date,
  next?: string | null,
): Promise<boolean> {
  const orderIds = counted.map(({ orderId }) => orderId);
  const locked = await lockTally(tx, key, orderIds);
  if (!locked) return false;
  const named = counted.map((order) =>
    locked.erased.has(order.orderId) ? { ...order, orderName: null } : order,
  );
  const tally = withCounted(locked.tally, named);
  await tx.backfillRun.updateMany({
    where: whereOf(key),
    data: {
      tally,
      seen: ordersIn(tally),
      touchedAt: now,
      ...(next === undefined ? {} : { faults: 0 }),
      ...(next ? { after: next } : {}),
    },
  });
  return true;
}

/** The run looked at every order. */
export async function recordDone(key: BackfillKey, now: Date): Promise<void> {
  await db.backfillRun.updateMany({
    where: { ...whereOf(key), isOpen: true },
    data: overAs("done", now),
  });
}

/** The run cannot go on. */
export async function recordFailure(
  key: BackfillKey,
  failure: BackfillFailure,
  now: Date,
): Promise<void> {
  await db.backfillRun.updateMany({
    where: { ...whereOf(key), isOpen: true },
    data: { ...overAs("failed", now), failure },
  });
}

/** Counts a fault. The run is found as silent and goes on, unless there were too many in a row. */
export async function recordFault(key: BackfillKey, now: Date): Promise<void> {
  const [run] = await db.backfillRun.updateManyAndReturn({
    where: { ...whereOf(key), isOpen: true },
    data: { faults: { increment: 1 }, touchedAt: now },
    select: { faults: true },
  });
  if (run && run.faults >= FAULTS_MAX) await recordFailure(key, "shopify_unavailable", now);
}

/** Enqueues the runs that gave no sign of life for a while: their worker died, or met a fault. */
export async function wakeSilentBackfills(now: Date): Promise<void> {
  const silent = await db.backfillRun.findMany({
    where: { isOpen: true, touchedAt: { lt: new Date(now.getTime() - SILENT_MS_MAX) } },
    select: { id: true, shopId: true },
  });
  for (const { id: runId, shopId } of silent) {
    await db.$transaction((tx) =>
      enqueue(tx, "backfill-shop", { shopId: toShopId(shopId), runId }),
    );
  }
}

/** The shop before the run, as an erasure takes them. */
async function lockTally(tx: Transaction, key: BackfillKey, orderIds: readonly string[]) {
  const erased = await listErased(tx, key.shopId, "order", orderIds);
  const [run] = await tx.$queryRaw<{ tally: unknown }[]>`
    SELECT tally FROM backfill_runs
     WHERE id = ${key.runId}::uuid AND "shopId" = ${key.shopId}::uuid AND "isOpen" FOR UPDATE`;
  return run ? { erased, tally: readTally(run.tally) } : null;
}

async function findRun(key: BackfillKey): Promise<RunRecord | null> {
  return isRunId(key.runId) ? db.backfillRun.findFirst({ where: whereOf(key) }) : null;
}

function whereOf({ shopId, runId }: BackfillKey) {
  return { id: runId, shopId };
}

/** Whatever else stands in an address or a form names no run. */
function isRunId(text: string): boolean {
  return z.uuid().safeParse(text).success;
}

function overAs(state: "done" | "failed" | "cancelled", now: Date) {
  return { state, isOpen: null, endedAt: now, touchedAt: now };
}

function isFreshCheck(run: RunRecord, now: Date): boolean {
  const isDone = run.state === ("done" satisfies BackfillState) && kindOf(run) === "check";
  return isDone && now.getTime() - (run.endedAt ?? run.requestedAt).getTime() <= CHECK_AGE_MS_MAX;
}

function kindOf(run: RunRecord): BackfillKind {
  return BACKFILL_KINDS.find((known) => known === run.kind) ?? "check";
}

function readTally(stored: unknown): Tally {
  const tally = parse(tallySchema, stored);
  if (tally.kind === "parsed") return tally.value;
  throw new InvariantError("A stored tally does not fit its schema", {
    fields: tally.fields.join(", "),
  });
}

function toBackfill(run: RunRecord, now: Date): Backfill {
  const { id, days, requestedAt, endedAt, seen } = run;
  return {
    id,
    kind: kindOf(run),
    state: BACKFILL_STATES.find((known) => known === run.state) ?? "failed",
    failure: BACKFILL_FAILURES.find((known) => known === run.failure) ?? null,
    days,
    requestedAt,
    endedAt,
    seen,
    percent: percentOf(run),
    perMinute: perMinuteOf(run, now),
    result: toResult(readTally(run.tally)),
  };
}

/** How much of the span lies before the last order that was looked at. */
function percentOf({ createdFrom, createdUntil, reachedAt, state }: RunRecord): number {
  if (state === ("done" satisfies BackfillState)) return 100;
  if (reachedAt === null) return 0;
  const spanMs = createdUntil.getTime() - createdFrom.getTime();
  const behindMs = reachedAt.getTime() - createdFrom.getTime();
  return Math.round((100 * behindMs) / Math.max(1, spanMs));
}

function perMinuteOf({ startedAt, endedAt, seen }: RunRecord, now: Date): number | null {
  if (startedAt === null || seen === 0) return null;
  const ranMs = (endedAt ?? now).getTime() - startedAt.getTime();
  return ranMs < SECOND_MS ? null : Math.round((seen * MINUTE_MS) / ranMs);
}
