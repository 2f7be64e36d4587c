import { Prisma, type ConsentSnapshot as SnapshotRecord } from "@prisma/client";

import { db, type SqlTransaction, type Transaction } from "~/db.server";
import { SealError } from "~/errors";
import type { EventId, ShopId } from "~/ids";
import { log } from "~/log.server";
import { parse } from "~/parse";
import { seal, unseal } from "~/seal.server";

import { personalSchema, type Personal } from "./event";
import { consentSnapshotSchema, type ConsentSnapshot, type TakenSnapshot } from "./snapshot";

/** What is stored of a checkout in the browser. */
export type SeenCheckout = {
  /** `null`: the pixel told nothing of the shopper's choice, or nothing yet. */
  taken: TakenSnapshot | null;
  /** When Pinterest's tag endpoint took the browser's event; `null` where that is not known. */
  browserSentAt: Date | null;
};

/** Of a checkout of which the pixel reported nothing. */
export const UNSEEN: SeenCheckout = { taken: null, browserSentAt: null };

/**
 * Makes everybody who writes an order's waiting row, or the snapshot that it waits for, do so one after
 * the other, until the transaction ends. Whoever comes second sees what the first one wrote, so no order
 * is left waiting for a snapshot that is there.
 *
 * Whoever may write the shop's row in the same transaction does that first.
 */
export async function lockEvent(tx: Transaction, shopId: ShopId, eventId: string): Promise<void> {
  const name = lockName(shopId, eventId);
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${name}, 0))`;
}

/** A checkout's event. */
export type EventKey = { shopId: ShopId; eventId: EventId };

/** The same for several events, in an order that is the same for everybody. */
export async function lockEvents(sql: SqlTransaction, events: readonly EventKey[]): Promise<void> {
  const names = events.map(({ shopId, eventId }) => lockName(shopId, eventId));
  if (names.length > 0) await sql.query(LOCK_EVENTS, [names.toSorted()]);
}

const LOCK_EVENTS = {
  name: "lock-events",
  text: `
    SELECT count(pg_advisory_xact_lock(hashtextextended(name, 0))) FROM unnest($1::text[]) AS name`,
};

function lockName(shopId: string, eventId: string): string {
  return `snapshot:${shopId}:${eventId}`;
}

/** What the pixel reported of several events, by {@link eventKey}; nothing of those it did not see. */
export async function findSeenEvents(
  sql: SqlTransaction,
  events: readonly EventKey[],
): Promise<ReadonlyMap<string, SeenCheckout>> {
  if (events.length === 0) return new Map();
  const records = await sql.query<SnapshotRecord>(FIND_SEEN, [JSON.stringify(events)]);
  return new Map(records.map((record) => [eventKey(record), toSeen(record)]));
}

/** An event's key as one text. */
export function eventKey({ shopId, eventId }: { shopId: string; eventId: string }): string {
  return `${shopId}:${eventId}`;
}

const COLUMNS = Object.keys(Prisma.ConsentSnapshotScalarFieldEnum).map((name) => `s."${name}"`);

const FIND_SEEN = {
  name: "find-seen",
  text: `
    SELECT ${COLUMNS.join(", ")}
      FROM json_to_recordset($1) AS k("shopId" uuid, "eventId" text)
      JOIN LATERAL (SELECT * FROM consent_snapshots s
                     WHERE s."shopId" = k."shopId" AND s."eventId" = k."eventId" LIMIT 1) s ON true`,
};

/** What the pixel reported of a checkout's event. */
export async function findSeen(
  reader: Transaction,
  shopId: ShopId,
  eventId: EventId,
): Promise<SeenCheckout> {
  const record = await reader.consentSnapshot.findUnique({
    where: { shopId_eventId: { shopId, eventId } },
  });
  return record ? toSeen(record) : UNSEEN;
}

/** Whether the pixel has told more of a checkout than what was known of it. */
export function hasNews(
  known: { isSeen: boolean; isSent: boolean },
  { browserSentAt, taken }: SeenCheckout,
): boolean {
  return (taken !== null && !known.isSeen) || (browserSentAt !== null && !known.isSent);
}

function toSeen(record: SnapshotRecord): SeenCheckout {
  return { taken: toTaken(record), browserSentAt: record.browserSentAt };
}

/** The snapshot that a decision is made with. */
export function toSnapshot({ taken, browserSentAt }: SeenCheckout): ConsentSnapshot | null {
  return taken && { ...taken.snapshot, browserSent: browserSentAt !== null };
}

/** Writes what is known of a checkout in the browser, in place of what was. The event must be locked. */
export async function writeSeen(
  tx: Transaction,
  shopId: ShopId,
  eventId: EventId,
  seen: SeenCheckout,
  receivedAt: Date,
): Promise<void> {
  const row = rowOf(shopId, eventId, seen);
  await tx.consentSnapshot.upsert({
    where: { shopId_eventId: { shopId, eventId } },
    create: { shopId, eventId, receivedAt, ...row },
    update: row,
  });
}

/** The same for several events, no two of them one. */
export async function writeSeenEvents(
  sql: SqlTransaction,
  events: readonly (EventKey & { seen: SeenCheckout; receivedAt: Date })[],
): Promise<void> {
  if (events.length === 0) return;
  const rows = events.map(({ eventId, receivedAt, seen, shopId }) => ({
    ...{ shopId, eventId, receivedAt },
    ...rowOf(shopId, eventId, seen),
  }));
  await sql.query(WRITE_SEEN, [JSON.stringify(rows)]);
}

/** When the first message came stays as it was. */
const REPLACED = Object.keys(Prisma.ConsentSnapshotScalarFieldEnum)
  .filter((name) => !["shopId", "eventId", "receivedAt"].includes(name))
  .map((name) => `"${name}" = excluded."${name}"`);

const WRITE_SEEN = {
  name: "write-seen",
  text: `
    INSERT INTO consent_snapshots
    SELECT * FROM json_populate_recordset(NULL::consent_snapshots, $1) ORDER BY "shopId", "eventId"
    ON CONFLICT ("shopId", "eventId") DO UPDATE SET ${REPLACED.join(", ")}`,
};

function rowOf(shopId: ShopId, eventId: EventId, { browserSentAt, taken }: SeenCheckout) {
  return {
    source: "pixel",
    browserSent: browserSentAt !== null,
    browserSentAt,
    ...(taken && columnsOf(shopId, eventId, taken)),
  };
}

/** Click id, IP address, user agent and page of a snapshot, as far as they are still kept. */
export function openSnapshot(row: {
  shopId: string;
  eventId: string;
  sealed: string | null;
}): unknown {
  if (row.sealed === null) return {};
  return JSON.parse(unseal(row.sealed, sealContext(row.shopId, row.eventId)));
}

/** Seals the stored snapshots' sealed part with the first key. Run again, it finds nothing to do. */
export async function resealSnapshots(isStale: (sealed: string) => boolean): Promise<number> {
  let count = 0;
  let after = { shopId: "00000000-0000-0000-0000-000000000000", eventId: "" };
  for (;;) {
    const rows = await db.consentSnapshot.findMany({
      where: {
        sealed: { not: null },
        OR: [
          { shopId: { gt: after.shopId } },
          { shopId: after.shopId, eventId: { gt: after.eventId } },
        ],
      },
      select: { shopId: true, eventId: true, sealed: true },
      orderBy: [{ shopId: "asc" }, { eventId: "asc" }],
      take: 500,
    });
    const last = rows.at(-1);
    if (!last) return count;
    after = last;
    for (const { shopId, eventId, sealed } of rows) {
      if (sealed === null || !isStale(sealed)) continue;
      const context = sealContext(shopId, eventId);
      const { count: changed } = await db.consentSnapshot.updateMany({
        where: { shopId, eventId, sealed },
        data: { sealed: seal(unseal(sealed, context), context) },
      });
      count += changed;
    }
  }
}

function columnsOf(shopId: ShopId, eventId: EventId, taken: TakenSnapshot) {
  const { consent, eventId: platformEventId, externalId, personal } = taken.snapshot;
  const isEmpty = Object.keys(personal).length === 0;
  return {
    marketing: consent.marketing ?? null,
    analytics: consent.analytics ?? null,
    preferences: consent.preferences ?? null,
    saleOfData: consent.saleOfData ?? null,
    region: taken.region ?? null,
    takenAt: taken.takenAt,
    externalId: externalId ?? null,
    platformEventId: platformEventId ?? null,
    sealed: isEmpty ? null : seal(JSON.stringify(personal), sealContext(shopId, eventId)),
  };
}

function toTaken(record: SnapshotRecord): TakenSnapshot | null {
  const { browserSent, externalId, platformEventId, region, takenAt } = record;
  if (takenAt === null) return null;
  const snapshot = consentSnapshotSchema.parse({
    ...(platformEventId !== null && { eventId: platformEventId }),
    ...(externalId !== null && { externalId }),
    browserSent,
    consent: flagsOf(record),
  });
  return {
    takenAt,
    ...(region !== null && { region }),
    snapshot: { ...snapshot, personal: openedOrNone(record) },
  };
}

function flagsOf({ analytics, marketing, preferences, saleOfData }: SnapshotRecord) {
  const flags = Object.entries({ marketing, analytics, preferences, saleOfData });
  return Object.fromEntries(flags.filter(([, flag]) => flag !== null));
}

/** The shopper's choice counts also where the key to the rest is missing. */
function openedOrNone(record: SnapshotRecord): Personal {
  const { shopId, eventId } = record;
  try {
    const personal = parse(personalSchema, openSnapshot(record));
    if (personal.kind === "parsed") return personal.value;
    log.error(
      { shopId, eventId, fields: personal.fields },
      "a snapshot's sealed part is unreadable",
    );
  } catch (err) {
    if (!(err instanceof SealError)) throw err;
    log.error({ err, shopId, eventId }, "a snapshot's sealed part does not open");
  }
  return {};
}

/** Where a snapshot's sealed part belongs, so that it opens nowhere else. */
function sealContext(shopId: string, eventId: string): string {
  return `consent_snapshots.sealed:${shopId}:${eventId}`;
}
