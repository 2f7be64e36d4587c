import { Prisma, type OutboxRow } from "@prisma/client";

import { db, querySql, type Transaction } from "~/db.server";
import { SealError } from "~/errors";
import type { ShopId } from "~/ids";
import { log } from "~/log.server";
import { parse, type Parsed } from "~/parse";
import type { DeliveryOutcome } from "~/pinterest/outcome";
import { seal, unseal } from "~/seal.server";
import type { SendingMode } from "~/shops/sending";

import { CALLS_KEPT_MAX } from "./delivery-call";
import { callTexts, type Trail } from "./delivery-calls.server";
import type { Draft } from "./draft";
import {
  personalSchema,
  storedEventSchema,
  type ConversionEvent,
  type Personal,
  type StoredEvent,
} from "./event";
import { partsOf } from "./event-parts";
import type { Settled } from "./send-batch";
import { recordWarnings, type Advised } from "./warnings.server";

/** By which an outcome finds its row. */
type RowKey = Pick<OutboxRow, "id">;

/** What a worker has to know of a due row, beside its event. */
export type DueRow = Pick<OutboxRow, "id" | "eventId" | "occurredAt" | "browserSent">;

/** A due row and its event. */
export type DueEvent = {
  row: DueRow;
  event:
    | Parsed<ConversionEvent>
    /** The operator: its key is not configured, so nobody can say what it holds. */
    | { kind: "sealed" };
};

/** A due row as it is stored, with its id as the driver gives it. */
type StoredRow = Omit<DueRow, "id"> & { id: string; payload: string | null; sealed: string | null };

/** What becomes of a row, and of the ledger lines of its event, which only a `checkout` has. */
type Settlement =
  | { state: "delivered"; reason: null; lastError: null; warning: string | null }
  | { state: "dead_letter"; reason: null; lastError: string; warning: null }
  /** Without another attempt: what the last one came to stays. */
  | { state: "expired"; reason: "expired" | "too_old"; lastError: null; warning: null };

/** What a worker sends; what was recorded in shadow mode is never due. */
export type SentMode = Exclude<SendingMode, "shadow">;

/**
 * What is due for a shop, the oldest act first.
 *
 * @param sending the mode in which it was recorded: real events and test events never share a call.
 */
export async function listDue(
  shopId: ShopId,
  sending: SentMode,
  now: Date,
  limit: number,
): Promise<DueEvent[]> {
  const rows = await querySql<StoredRow>(LIST_DUE[sending], [shopId, now, limit]);
  return rows.map(({ id, payload, sealed, ...row }) => ({
    row: { id: BigInt(id), ...row },
    event: openEvent({ shopId, eventId: row.eventId, payload, sealed }),
  }));
}

/** Each has an index of its own, which the server finds by the word in the text. */
const LIST_DUE = { real: listingDue("real"), test: listingDue("test") };

/** The payload comes as text, which is parsed once, here: of a full batch this is most of the work. */
function listingDue(sending: SentMode): string {
  return `
  SELECT id, "eventId", "occurredAt", "browserSent", payload::text AS payload, sealed
    FROM outbox
   WHERE "shopId" = $1 AND state = 'pending' AND sending = '${sending}' AND "nextAttemptAt" <= $2
   ORDER BY "occurredAt", id
   LIMIT $3`;
}

/** Whether anything of the shop is due. */
export async function hasDue(shopId: ShopId, now: Date): Promise<boolean> {
  const [found] = await db.$queryRaw<{ hasDue: boolean }[]>`
    SELECT EXISTS (SELECT FROM outbox
                    WHERE "shopId" = ${shopId}::uuid AND state = 'pending'
                      AND "nextAttemptAt" <= ${now}) AS "hasDue"`;
  return found?.hasDue ?? false;
}

const NO_CALLS: Trail = new Map();

/**
 * Writes the outcomes of delivery attempts. A row that is settled already, because this is the second
 * time or somebody stopped it meanwhile, stays as it is.
 *
 * @param trail the calls that the events were in, by row; without it there was none.
 */
export async function recordOutcomes(
  tx: Transaction,
  shopId: ShopId,
  settled: readonly Settled<{ row: RowKey }>[],
  now: Date,
  trail: Trail = NO_CALLS,
): Promise<void> {
  const settlements = settled.map(({ outcome }) => toSettlement(outcome));
  const ids = settled.map(({ event }) => event.row.id);
  await recordWarnings(tx, shopId, await settle(tx, shopId, ids, settlements, trail, now), now);
}

/** Counts an attempt that came to nothing for these rows; they stay due as the lane allows. */
export async function recordFailedAttempt(
  tx: Transaction,
  shopId: ShopId,
  rows: readonly RowKey[],
  lastError: string,
  trail: Trail = NO_CALLS,
): Promise<void> {
  if (rows.length === 0) return;
  const ids = rows.map(({ id }) => id);
  await tx.$executeRaw`
    UPDATE outbox SET attempts = attempts + 1, "lastError" = ${lastError}, "callIds" = ${KEPT_CALLS}
      FROM unnest(${ids}::bigint[], ${callTexts(ids, trail)}::text[]) AS met(id, calls)
     WHERE outbox."shopId" = ${shopId}::uuid AND outbox.id = met.id AND outbox.state = 'pending'`;
}

/** The row's calls with those of `met` behind them; of very many the latest. */
const KEPT_CALLS = Prisma.raw(`
  (outbox."callIds" || met.calls::bigint[])[
    greatest(1, cardinality(outbox."callIds" || met.calls::bigint[]) - ${CALLS_KEPT_MAX - 1}):]`);

/** Puts rows off that cannot be opened, so that they do not stand in the way of the others. */
export async function recordSealed(
  shopId: ShopId,
  rows: readonly RowKey[],
  nextAttemptAt: Date,
): Promise<void> {
  if (rows.length === 0) return;
  await db.$executeRaw`
    UPDATE outbox SET "nextAttemptAt" = ${nextAttemptAt}, "lastError" = 'sealed'
     WHERE "shopId" = ${shopId}::uuid AND id = ANY(${rows.map(({ id }) => id)}::bigint[])
       AND state = 'pending'`;
}

/** Takes rows out that may not be sent any more. */
export async function recordExpired(
  tx: Transaction,
  shopId: ShopId,
  rows: readonly RowKey[],
  reason: "expired" | "too_old",
  now: Date,
): Promise<void> {
  const settlement: Settlement = { state: "expired", reason, lastError: null, warning: null };
  const ids = rows.map(({ id }) => id);
  await settle(
    tx,
    shopId,
    ids,
    Array.from(ids, () => settlement),
    NO_CALLS,
    now,
  );
}

/**
 * An event as a row keeps it: what is hashed as it is, for whoever writes the row to write as JSON, what
 * has to stay readable sealed.
 */
export function eventColumns(shopId: ShopId, { personal, ...stored }: ConversionEvent) {
  return columns(shopId, stored, personal);
}

/**
 * An event that is kept for comparison only: of what could tell one browser from another, the names stay
 * and the values do not.
 */
export function shadowColumns({ personal, ...stored }: ConversionEvent) {
  const payload = { ...stored, personalKeys: Object.keys(personal) };
  return { payload, sealed: null, parts: partsOf(stored, personal) };
}

/** A draft as a waiting row keeps it, in the same columns. */
export function draftColumns(shopId: ShopId, draft: Draft, personal: Personal) {
  return columns(shopId, draft, personal);
}

/** Click id, IP address, user agent and page of a row, as far as they are still kept. */
export function openPersonal(row: {
  shopId: string;
  eventId: string;
  sealed: string | null;
}): unknown {
  if (row.sealed === null) return {};
  return JSON.parse(unseal(row.sealed, sealContext(row.shopId, row.eventId)));
}

/** Where a row's sealed part belongs, so that it opens nowhere else. */
export function sealContext(shopId: string, eventId: string): string {
  return `outbox.sealed:${shopId}:${eventId}`;
}

/** Seals the open rows' sealed part with the first key. Run again, it finds nothing to do. */
export async function resealOutbox(isStale: (sealed: string) => boolean): Promise<number> {
  let count = 0;
  let after = 0n;
  for (;;) {
    const rows = await db.outboxRow.findMany({
      where: { id: { gt: after }, sealed: { not: null } },
      select: { id: true, shopId: true, eventId: true, sealed: true },
      orderBy: { id: "asc" },
      take: 500,
    });
    const last = rows.at(-1);
    if (!last) return count;
    after = last.id;
    for (const { id, shopId, eventId, sealed } of rows) {
      if (sealed === null || !isStale(sealed)) continue;
      const context = sealContext(shopId, eventId);
      const { count: changed } = await db.outboxRow.updateMany({
        where: { id, shopId, sealed },
        data: { sealed: seal(unseal(sealed, context), context) },
      });
      count += changed;
    }
  }
}

/** What is taken from a row that will never be sent. */
export const NOTHING_KEPT = { payload: Prisma.DbNull, sealed: null };

function columns(shopId: ShopId, payload: StoredEvent | Draft, personal: Personal) {
  const sealed = seal(JSON.stringify(personal), sealContext(shopId, payload.eventId));
  return { payload, sealed, parts: partsOf(payload, personal) };
}

/** These columns as Prisma takes them: it does not make JSON of a payload, and leaves out what there is not. */
export function withJson<Columns extends { payload: object | null }>(columns: Columns) {
  const { payload, ...rest } = columns;
  if (payload === null) return rest;
  const json: Prisma.InputJsonValue = JSON.parse(JSON.stringify(payload));
  return { ...rest, payload: json };
}

/**
 * Gives each of the rows `ids` the settlement at its place, and its event's lines with it: one statement,
 * however many they are and whatever became of each.
 *
 * A row that was recorded in test mode is never `delivered`, whatever the worker believed it to send.
 *
 * @returns what Pinterest advised on those that it settled and that count: none that somebody else settled
 * before.
 */
async function settle(
  tx: Transaction,
  shopId: ShopId,
  ids: readonly bigint[],
  settlements: readonly Settlement[],
  trail: Trail,
  now: Date,
): Promise<Advised[]> {
  if (ids.length === 0) return [];
  // Rows before lines, as everybody takes them: the sorting waits for the last row.
  return tx.$queryRaw<Advised[]>`
    WITH met AS (
      SELECT * FROM unnest(
        ${ids}::bigint[],
        ${settlements.map(({ state }) => state)}::text[],
        ${settlements.map(({ reason }) => reason)}::text[],
        ${settlements.map(({ lastError }) => lastError)}::text[],
        ${settlements.map(({ warning }) => warning)}::text[],
        ${callTexts(ids, trail)}::text[]
      ) AS met(id, state, reason, "lastError", warning, calls)
    ), moved AS (
      UPDATE outbox
         SET state = CASE WHEN met.state = 'delivered' AND outbox.sending = 'test' THEN 'tested'
                          ELSE met.state END,
             reason = met.reason, "settledAt" = ${now},
             attempts = attempts + CASE met.state WHEN 'expired' THEN 0 ELSE 1 END,
             "lastError" = CASE met.state WHEN 'expired' THEN outbox."lastError"
                                          ELSE met."lastError" END,
             warning = met.warning, "callIds" = ${KEPT_CALLS},
             "callWords" = CASE WHEN met.state = 'dead_letter' AND met.calls IS NOT NULL
               THEN coalesce(outbox."callWords", '{}') || ${LAST_WORDS}
               ELSE outbox."callWords" END
        FROM met
       WHERE outbox."shopId" = ${shopId}::uuid AND outbox.id = met.id
         AND outbox.state = 'pending'
      RETURNING outbox."eventId", outbox."eventName", outbox.state, outbox.reason, outbox.warning
    ), told AS (
      UPDATE ledger_lines
         SET state = moved.state, reason = moved.reason, "settledAt" = ${now}
        FROM (SELECT * FROM moved WHERE "eventName" = 'checkout' ORDER BY "eventId") AS moved
       WHERE ledger_lines."shopId" = ${shopId}::uuid AND ledger_lines."eventId" = moved."eventId"
    )
    SELECT warning, count(*)::int AS events FROM moved
     WHERE warning IS NOT NULL AND state <> 'tested' GROUP BY warning`;
}

/** What Pinterest said of an event that it refused, by the call that it was in last. */
const LAST_WORDS = Prisma.raw(`
  jsonb_build_object((met.calls::bigint[])[cardinality(met.calls::bigint[])]::text, met."lastError")`);

function toSettlement(outcome: DeliveryOutcome): Settlement {
  switch (outcome.kind) {
    case "delivered":
      return {
        state: "delivered",
        reason: null,
        lastError: null,
        warning: outcome.warning ?? null,
      };
    case "rejected":
      return { state: "dead_letter", reason: null, lastError: outcome.reason, warning: null };
  }
}

type SealedEvent = {
  shopId: ShopId;
  eventId: string;
  payload: string | null;
  sealed: string | null;
};

function openEvent(row: SealedEvent): DueEvent["event"] {
  const stored = parse(storedEventSchema, row.payload === null ? null : JSON.parse(row.payload));
  if (stored.kind === "unreadable") return stored;
  const opened = openedOrNull(row);
  if (opened === null) return { kind: "sealed" };
  const personal = parse(personalSchema, opened);
  if (personal.kind === "unreadable") return personal;
  return { kind: "parsed", value: { ...stored.value, personal: personal.value } };
}

/** `null` where the key is missing. */
function openedOrNull(row: SealedEvent): unknown {
  try {
    return openPersonal(row);
  } catch (err) {
    if (!(err instanceof SealError)) throw err;
    log.error({ err, shopId: row.shopId, eventId: row.eventId }, "a sealed event does not open");
    return null;
  }
}
