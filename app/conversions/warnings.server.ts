import { Prisma } from "@prisma/client";

import { db, type Transaction } from "~/db.server";
import type { ShopId } from "~/ids";
import { DAY_MS } from "~/time";

import { parseWarning, WARNING_KINDS, type Advice } from "./warning";

/** One text of Pinterest's, and how many events were taken with it. */
export type Advised = { warning: string; events: number };

/** Older advice says more about what was mended than about what is to be done. */
const SHOWN_MS = 7 * DAY_MS;

/**
 * Counts what Pinterest warned of, by UTC day. To be called in the transaction that settles the events,
 * once for each of them: the counts know nothing of single events.
 */
export async function recordWarnings(
  tx: Transaction,
  shopId: ShopId,
  advised: readonly Advised[],
  now: Date,
): Promise<void> {
  const counts = new Map<string, Advice>();
  for (const { warning, events } of advised) {
    if (events === 0) continue;
    for (const topic of parseWarning(warning)) {
      const key = `${topic.parameter} ${topic.kind}`;
      counts.set(key, { ...topic, events: events + (counts.get(key)?.events ?? 0) });
    }
  }
  if (counts.size === 0) return;
  // In one order, so that two deliveries of a shop do not wait for one another forever.
  const rows = [...counts].toSorted(([one], [other]) => (one < other ? -1 : 1));
  const values = rows.map(
    ([, { parameter, kind, events }]) =>
      Prisma.sql`(${shopId}::uuid, ${dayOf(now)}::date, ${parameter}, ${kind}, ${events}::int)`,
  );
  await tx.$executeRaw`
    INSERT INTO warning_counts ("shopId", day, parameter, kind, events)
    VALUES ${Prisma.join(values)}
    ON CONFLICT ("shopId", day, parameter, kind)
    DO UPDATE SET events = warning_counts.events + excluded.events`;
}

/** What Pinterest advised on a shop's events in the last seven days, the most frequent first. */
export async function listAdvice(shopId: ShopId, now: Date): Promise<Advice[]> {
  const since = dayOf(new Date(now.getTime() - SHOWN_MS));
  const rows = await db.$queryRaw<{ parameter: string; kind: string; events: number }[]>`
    SELECT parameter, kind, sum(events)::int AS events FROM warning_counts
     WHERE "shopId" = ${shopId}::uuid AND day > ${since}::date
     GROUP BY parameter, kind ORDER BY events DESC, parameter, kind`;
  return rows.map(({ parameter, kind, events }) => ({
    parameter,
    kind: WARNING_KINDS.find((known) => known === kind) ?? "other",
    events,
  }));
}

/** `2026-11-20`, in UTC. */
function dayOf(instant: Date): string {
  return instant.toISOString().slice(0, 10);
}
