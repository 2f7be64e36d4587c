import { querySql } from "~/db.server";
import type { ShopId } from "~/ids";
import { log } from "~/log.server";
import { parse } from "~/parse";
import { MINUTE_MS, SECOND_MS } from "~/time";

import { faceOf, LIVE_EVENTS_MAX, liveBatchSchema, type LiveEvent } from "./live-event";

/** How often a shop that somebody watches is read, however many watch it in this process. */
const READ_EVERY_MS = SECOND_MS;

/**
 * An event is dated before its transaction is committed, which takes 15 seconds at most; so each reading
 * looks that far back again.
 */
const OVERLAP_MS = 20 * SECOND_MS;

/** What a watcher without a past is shown first. */
const FIRST_MS = 15 * MINUTE_MS;

/** What has changed, and the instant from which on the next one goes on. */
export type LiveBatch = { events: LiveEvent[]; at: Date };

type Tell = (batch: LiveBatch) => void;

/** What this process reads of one shop while somebody watches it. */
type Watch = { tells: Set<Tell>; faces: Map<string, string>; timer: NodeJS.Timeout | undefined };

const watches = new Map<ShopId, Watch>();

/**
 * Tells of each event of a shop that comes or changes, until the returned function is called. All who
 * watch one shop share one reading a second.
 */
export function watchEvents(shopId: ShopId, tell: Tell): () => void {
  const watch = watches.get(shopId) ?? { tells: new Set(), faces: new Map(), timer: undefined };
  watch.tells.add(tell);
  if (watch.tells.size === 1) {
    watches.set(shopId, watch);
    readOnAndOn(shopId, watch, new Date());
  }
  return () => {
    watch.tells.delete(tell);
    if (watch.tells.size > 0) return;
    clearTimeout(watch.timer);
    if (watches.get(shopId) === watch) watches.delete(shopId);
  };
}

/** How many shops this process reads. */
export function countWatched(): number {
  return watches.size;
}

/** What is open, and what was settled since `after`; without it, in the last quarter of an hour. */
export async function listLiveEvents(
  shopId: ShopId,
  after: Date | null,
  now: Date,
): Promise<LiveEvent[]> {
  const since = after
    ? new Date(Math.max(after.getTime() - OVERLAP_MS, now.getTime() - FIRST_MS))
    : new Date(now.getTime() - FIRST_MS);
  const rows = await querySql(LIST_LIVE, [shopId, since, LIVE_EVENTS_MAX]);
  const events = parse(liveBatchSchema, rows);
  if (events.kind === "parsed") return events.value;
  log.error({ shopId, fields: events.fields }, "watched events unreadable");
  return [];
}

function readOnAndOn(shopId: ShopId, watch: Watch, after: Date): void {
  const read = async (): Promise<Date> => {
    const at = new Date();
    const found = await listLiveEvents(shopId, after, at);
    const events = found.filter((event) => watch.faces.get(event.id) !== faceOf(event));
    watch.faces = new Map(found.map((event) => [event.id, faceOf(event)]));
    if (events.length > 0) for (const tell of watch.tells) tell({ events, at });
    return at;
  };
  watch.timer = setTimeout(() => {
    void read()
      .catch((err: unknown) => {
        log.warn({ err, shopId }, "could not read the watched events");
        return after;
      })
      .then((next) => {
        if (watch.tells.size > 0) readOnAndOn(shopId, watch, next);
      });
  }, READ_EVERY_MS).unref();
}

const ISO = `'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`;

const COLUMNS = `
  id::text, "eventId", "eventName", state, reason, sending, attempts,
  to_char("createdAt" AT TIME ZONE 'UTC', ${ISO}) AS "receivedAt",
  to_char(coalesce("settledAt", "createdAt") AT TIME ZONE 'UTC', ${ISO}) AS "changedAt"`;

function openIn(state: "waiting" | "pending" | "held"): string {
  return `(SELECT ${COLUMNS} FROM outbox WHERE "shopId" = $1 AND state = '${state}'
            ORDER BY "nextAttemptAt" DESC LIMIT $3)`;
}

/** Each part is read from the end of a partial index of its own. */
const LIST_LIVE = `
  SELECT * FROM (
    ${openIn("waiting")} UNION ALL ${openIn("pending")} UNION ALL ${openIn("held")} UNION ALL
    (SELECT ${COLUMNS} FROM outbox
      WHERE "shopId" = $1 AND "settledAt" IS NOT NULL AND state <> 'dead_letter' AND "settledAt" > $2
      ORDER BY "settledAt" DESC LIMIT $3) UNION ALL
    (SELECT ${COLUMNS} FROM outbox
      WHERE "shopId" = $1 AND state = 'dead_letter' AND "settledAt" > $2
      ORDER BY "settledAt" DESC LIMIT $3)) live
   ORDER BY "changedAt" DESC LIMIT $3`;
