import { db } from "~/db.server";
import { log } from "~/log.server";
import { setBacklog, type Backlog } from "~/metrics.server";

import { OPEN_STATES, type OutboxState } from "./outbox";

/**
 * The states that are counted: what may still leave, and what a person has to look at. The others are
 * history, of which the counters tell, and counting them would read the whole table.
 */
const COUNTED_STATES = [...OPEN_STATES, "dead_letter"] as const satisfies OutboxState[];

/** Puts what is open into the figures; a database that is gone leaves them without it. */
export async function recordBacklog(now: Date): Promise<void> {
  try {
    setBacklog({ states: await listStates(now), queueAgeMs: (await findQueueAgeMs(now)) ?? 0 });
  } catch (err) {
    log.warn({ err }, "could not read the outbox's figures");
    setBacklog(null);
  }
}

/**
 * How long the oldest event has been due of all that a worker may send now: in lanes of connected shops
 * that have no pause. Test events wait for turns that all shops share, and nobody loses by it. `null`
 * where nothing is due.
 */
export async function findQueueAgeMs(now: Date): Promise<number | null> {
  const [found] = await db.$queryRaw<{ oldestDueAt: Date | null }[]>`
    SELECT min(due."oldestDueAt") AS "oldestDueAt"
      FROM delivery_lanes l
      JOIN pinterest_connections c USING ("shopId", "adAccountId", "credentialVersion")
     CROSS JOIN LATERAL (SELECT min(o."nextAttemptAt") AS "oldestDueAt" FROM outbox o
                          WHERE o."shopId" = l."shopId" AND o.state = 'pending'
                            AND o.sending = 'real' AND o."nextAttemptAt" <= ${now}) due
     WHERE c.state = 'connected' AND (l."pausedUntil" IS NULL OR l."pausedUntil" <= ${now})`;
  return found?.oldestDueAt ? now.getTime() - found.oldestDueAt.getTime() : null;
}

/** Shop by shop, because that is how the index finds rows; it holds those of these states alone. */
async function listStates(now: Date): Promise<Backlog["states"]> {
  const states = await db.$queryRaw<{ state: string; events: number; oldestDueAt: Date | null }[]>`
    SELECT counted.state, coalesce(sum(open.events), 0)::int AS events,
           min(open."oldestDueAt") AS "oldestDueAt"
      FROM unnest(${[...COUNTED_STATES]}::text[]) AS counted(state)
      LEFT JOIN (SELECT per_shop.* FROM shops s
                  CROSS JOIN LATERAL (SELECT o.state, count(*) AS events,
                                             min(o."nextAttemptAt") AS "oldestDueAt"
                                        FROM outbox o
                                       WHERE o."shopId" = s.id
                                         AND o.state IN ('waiting', 'pending', 'held', 'dead_letter')
                                       GROUP BY o.state) per_shop) open USING (state)
     GROUP BY counted.state`;
  return states.map(({ state, events, oldestDueAt }) => ({
    state,
    events,
    oldestAgeMs: oldestDueAt ? Math.max(0, now.getTime() - oldestDueAt.getTime()) : 0,
  }));
}
