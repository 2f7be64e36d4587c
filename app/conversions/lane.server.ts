import { Prisma } from "@prisma/client";

import { db, insertNew, type SqlTransaction, type Transaction } from "~/db.server";
import type { ShopId } from "~/ids";
import { by } from "~/sort";
import { PRESENCE_CLASS } from "~/presence";
import type { WorkerId } from "~/presence.server";

/**
 * One shop's way to one ad account under one credential. A request never mixes two lanes, and a hold,
 * a pause or a slow answer stays in its own: somebody who types a stranger's ad account id cannot slow
 * that stranger.
 */
export type Lane = { shopId: ShopId; adAccountId: string; credentialVersion: number };

/** What a worker that took a lane has to know of it. */
export type LeasedLane = { failures: number; pausedUntil: Date | null };

/**
 * How long a worker may be silent before another takes its lane over. Long enough for a slow call and
 * its bookkeeping, short enough that a killed worker's events do not grow old.
 */
export const LEASE_MS = 25_000;

/** Whether the worker that holds a lane's lease still has its connection to the database. */
const isPresent = Prisma.sql`EXISTS (
  SELECT FROM pg_locks
   WHERE locktype = 'advisory' AND granted AND classid = ${PRESENCE_CLASS} AND objid = "leaseOwner"
     AND database = (SELECT oid FROM pg_database WHERE datname = current_database()))`;

function isLane({ shopId, adAccountId, credentialVersion }: Lane): Prisma.Sql {
  return Prisma.sql`"shopId" = ${shopId}::uuid AND "adAccountId" = ${adAccountId}
    AND "credentialVersion" = ${credentialVersion}`;
}

/** Makes sure that the lane exists. */
export async function ensureLane(tx: Transaction, lane: Lane): Promise<void> {
  await tx.deliveryLane.createMany({ data: [lane], skipDuplicates: true });
}

/**
 * The same for several lanes. A lane that was there when its shop was locked stays as long as the shop
 * does, so of one that this process has met before nobody is asked.
 */
export async function ensureLanes(sql: SqlTransaction, lanes: readonly Lane[]): Promise<void> {
  const unmet = new Map(
    lanes.map((lane) => [laneKey(lane), lane] as const).filter(([key]) => !met.has(key)),
  );
  const sorted = [...unmet.values()].toSorted(by(laneKey));
  const key = ["shopId", "adAccountId", "credentialVersion"] as const;
  const made = new Set((await insertNew(sql, "delivery_lanes", sorted, key)).map(laneKey));
  if (met.size > LANES_MET_MAX) met.clear();
  // One that was made here is there once this transaction is committed, which nobody knows yet.
  for (const laneName of unmet.keys()) if (!made.has(laneName)) met.add(laneName);
}

const met = new Set<string>();

const LANES_MET_MAX = 10_000;

function laneKey({ adAccountId, credentialVersion, shopId }: LaneColumns): string {
  return JSON.stringify([shopId, adAccountId, String(credentialVersion)]);
}

type LaneColumns = { shopId: string; adAccountId: string; credentialVersion: string | number };

/**
 * Takes the lane for a run of the worker `owner`; `null` where another run has it, of this worker or of
 * another. A lease ends when it is given back, when its time is over, and with the worker: of a dead
 * one the database knows at once.
 */
export async function leaseLane(
  lane: Lane,
  owner: WorkerId,
  now: Date,
): Promise<LeasedLane | null> {
  const leaseUntil = new Date(now.getTime() + LEASE_MS);
  const [leased] = await db.$queryRaw<LeasedLane[]>`
    UPDATE delivery_lanes SET "leaseOwner" = ${owner}, "leaseUntil" = ${leaseUntil}
     WHERE ${isLane(lane)}
       AND ("leaseOwner" IS NULL OR "leaseUntil" < ${now} OR NOT ${isPresent})
    RETURNING failures, "pausedUntil"`;
  return leased ?? null;
}

/** Prolongs the lease before a call, so that it outlives the call; `false` where it was lost. */
export async function renewLease(lane: Lane, owner: WorkerId, now: Date): Promise<boolean> {
  const leaseUntil = new Date(now.getTime() + LEASE_MS);
  const count = await db.$executeRaw`
    UPDATE delivery_lanes SET "leaseUntil" = ${leaseUntil}
     WHERE ${isLane(lane)} AND "leaseOwner" = ${owner}`;
  return count > 0;
}

/** Gives the lane back. */
export async function releaseLane(lane: Lane, owner: WorkerId): Promise<void> {
  await db.$executeRaw`
    UPDATE delivery_lanes SET "leaseOwner" = NULL, "leaseUntil" = NULL
     WHERE ${isLane(lane)} AND "leaseOwner" = ${owner}`;
}

/** Notes a failed call and when the next may be made. */
export async function recordPause(
  tx: Transaction,
  lane: Lane,
  failures: number,
  pausedUntil: Date,
): Promise<void> {
  await tx.deliveryLane.updateMany({ where: lane, data: { failures, pausedUntil } });
}

/** Notes that Pinterest answered. */
export async function recordAnswered(tx: Transaction, lane: Lane): Promise<void> {
  await tx.deliveryLane.updateMany({
    where: { ...lane, failures: { gt: 0 } },
    data: { failures: 0, pausedUntil: null },
  });
}

/**
 * The lanes of connected shops that have something due while no worker holds them and no pause is on:
 * those that a killed worker or a lost wake-up left lying.
 */
export async function listStrandedLanes(now: Date): Promise<Lane[]> {
  const rows = await db.$queryRaw<
    { shopId: ShopId; adAccountId: string; credentialVersion: number }[]
  >`
    SELECT l."shopId", l."adAccountId", l."credentialVersion"
      FROM delivery_lanes l
      JOIN pinterest_connections c USING ("shopId", "adAccountId", "credentialVersion")
     WHERE c.state = 'connected'
       AND (l."leaseOwner" IS NULL OR l."leaseUntil" < ${now} OR NOT ${isPresent})
       AND (l."pausedUntil" IS NULL OR l."pausedUntil" <= ${now})
       AND EXISTS (SELECT FROM outbox o
                    WHERE o."shopId" = l."shopId" AND o.state = 'pending'
                      AND o."nextAttemptAt" <= ${now})`;
  return rows;
}
