import type { LedgerLine as LedgerRecord, OutboxRow, Prisma } from "@prisma/client";

import { db } from "~/db.server";
import type { ShopId } from "~/ids";
import { parse } from "~/parse";

import { consentRecordSchema } from "./consent";
import {
  LEDGER_PAGE_LINES,
  RECEIVED_BY,
  type LedgerLine,
  type LedgerPage,
  type LedgerQuery,
} from "./ledger";
import { OUTBOX_STATES, type OutboxState } from "./outbox";
import { SKIP_REASONS } from "./skip-reason";

/**
 * Where at most so many events of a shop are in one of these states, their lines are found by them: the
 * rest of its ledger may be a million lines. Where there are more, a page of them is found by walking.
 */
const LISTED_BY_EVENT_MAX = 1_000;

/**
 * A page of a shop's ledger, the latest line first. A page that lies behind the last line, or before the
 * first, is empty; a place that is none gives the first page.
 */
export async function listLedger(shopId: ShopId, query: LedgerQuery): Promise<LedgerPage> {
  const newerThan = query.newerThan === null ? null : parsePlace(query.newerThan);
  const olderThan = query.olderThan === null ? null : parsePlace(query.olderThan);
  const isUpwards = newerThan !== null;
  const found = await db.ledgerLine.findMany({
    where: {
      shopId,
      ...(query.state === null ? {} : await inState(shopId, query.state)),
      ...(newerThan ? beyond(newerThan, "gt") : olderThan ? beyond(olderThan, "lt") : {}),
    },
    orderBy: isUpwards
      ? [{ receivedAt: "asc" }, { id: "asc" }]
      : [{ receivedAt: "desc" }, { id: "desc" }],
    take: LEDGER_PAGE_LINES + 1,
  });
  const hasMore = found.length > LEDGER_PAGE_LINES;
  const shown = found.slice(0, LEDGER_PAGE_LINES);
  if (isUpwards) shown.reverse();
  const [first, last] = [shown[0], shown.at(-1)];
  const isFirstPage = isUpwards ? !hasMore : olderThan === null;
  const isLastPage = isUpwards ? false : !hasMore;
  return {
    lines: await withWords(shopId, shown),
    newer: first && !isFirstPage ? placeOf(first) : null,
    older: last && !isLastPage ? placeOf(last) : null,
  };
}

/** Beside the state itself, a condition for which there is an index, wherever lines of the state are rare. */
async function inState(shopId: ShopId, state: OutboxState): Promise<Prisma.LedgerLineWhereInput> {
  switch (state) {
    case "delivered":
      return { state };
    case "skipped":
    case "expired":
      return { state, reason: { not: null } };
    case "waiting":
    case "pending":
    case "held":
    case "dead_letter":
    case "tested":
    case "shadowed": {
      const rows = await db.outboxRow.findMany({
        where: { shopId, state },
        select: { eventId: true },
        take: LISTED_BY_EVENT_MAX + 1,
      });
      if (rows.length > LISTED_BY_EVENT_MAX) return { state };
      return { state, eventId: { in: rows.map(({ eventId }) => eventId) } };
    }
  }
}

/** The first condition is for the index, the second for lines of one instant. */
function beyond(place: Place, side: "gt" | "lt"): Prisma.LedgerLineWhereInput {
  const atOrBeyond = side === "gt" ? { gte: place.receivedAt } : { lte: place.receivedAt };
  return {
    receivedAt: atOrBeyond,
    OR: [{ receivedAt: { [side]: place.receivedAt } }, { id: { [side]: place.id } }],
  };
}

async function withWords(shopId: ShopId, records: readonly LedgerRecord[]): Promise<LedgerLine[]> {
  const eventIds = records.flatMap(({ eventId }) => (eventId === null ? [] : [eventId]));
  const rows = await db.outboxRow.findMany({
    where: { shopId, eventId: { in: eventIds }, eventName: "checkout" },
    select: { eventId: true, lastError: true, warning: true },
  });
  const words = new Map(rows.map((row) => [row.eventId, row]));
  return records.map((record) => toLine(record, words.get(record.eventId ?? "")));
}

function toLine(
  record: LedgerRecord,
  words: Pick<OutboxRow, "lastError" | "warning"> | undefined,
): LedgerLine {
  const { currency, occurredAt, orderId, orderName, receivedAt, settledAt, value } = record;
  const consent = parse(consentRecordSchema, record.consent);
  return {
    orderId,
    orderName,
    receivedBy: RECEIVED_BY.find((known) => known === record.receivedBy) ?? "webhook",
    state: OUTBOX_STATES.find((known) => known === record.state) ?? "pending",
    reason: SKIP_REASONS.find((known) => known === record.reason) ?? null,
    lastError: words?.lastError ?? null,
    warning: words?.warning ?? null,
    consent: consent.kind === "parsed" ? consent.value : null,
    value,
    currency,
    occurredAt,
    receivedAt,
    settledAt,
  };
}

/** Where a page begins or ends: the instant of receipt and the line. */
type Place = { receivedAt: Date; id: bigint };

function placeOf({ receivedAt, id }: Place): string {
  return `${receivedAt.getTime()}.${id}`;
}

function parsePlace(text: string): Place | null {
  const [, millis, id] = /^(\d{1,15})\.(\d{1,18})$/.exec(text) ?? [];
  if (millis === undefined || id === undefined) return null;
  return { receivedAt: new Date(Number(millis)), id: BigInt(id) };
}
