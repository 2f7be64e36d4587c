import type { LedgerLine, OutboxRow } from "@prisma/client";
import { z } from "zod";

import { db } from "~/db.server";
import { SealError } from "~/errors";
import { toEventId, type ShopId } from "~/ids";
import { parse } from "~/parse";

import { consentRecordSchema } from "./consent";
import { listCalls } from "./delivery-calls.server";
import { personalSchema, storedEventSchema, type Personal } from "./event";
import {
  withShortHashes,
  type Attempt,
  type EventDetail,
  type PixelWord,
  type SealedParts,
} from "./event-detail";
import { findWorths, ofAct, ofLine } from "./event-list.server";
import { RECEIVED_BY } from "./ledger";
import { openPersonal } from "./outbox.server";
import { toWireEvent } from "./wire-event";

const ROW_ID = /^\d{1,18}$/;

/** An event by its row; `null` where the shop has none of this id. */
export async function findEvent(shopId: ShopId, id: string): Promise<EventDetail | null> {
  if (!ROW_ID.test(id)) return null;
  const row = await db.outboxRow.findFirst({ where: { shopId, id: BigInt(id) } });
  if (!row) return null;
  const line = row.isOrder
    ? await db.ledgerLine.findFirst({
        where: { shopId, eventId: row.eventId },
        orderBy: { id: "asc" },
      })
    : null;
  return toDetail(shopId, row, line);
}

/** An order by its id at the platform; `null` where the shop's ledger has no line of it. */
export async function findOrder(shopId: ShopId, orderId: string): Promise<EventDetail | null> {
  const line = await db.ledgerLine.findUnique({ where: { shopId_orderId: { shopId, orderId } } });
  if (!line) return null;
  const { eventId } = line;
  const key = eventId && { shopId, eventId, eventName: "checkout" };
  const row = key
    ? await db.outboxRow.findUnique({ where: { shopId_eventId_eventName: key } })
    : null;
  return toDetail(shopId, row, line);
}

async function toDetail(
  shopId: ShopId,
  row: OutboxRow | null,
  line: LedgerLine | null,
): Promise<EventDetail | null> {
  const event = line
    ? ofLine(line, row ?? undefined)
    : row && ofAct(row, await findWorths(shopId, [row.id]));
  if (!event) return null;
  const consent = parse(consentRecordSchema, line?.consent);
  return {
    event,
    receivedBy: line && (RECEIVED_BY.find((door) => door === line.receivedBy) ?? "webhook"),
    pixel: line && (await findPixelWord(shopId, line.eventId)),
    consent: consent.kind === "parsed" ? consent.value : null,
    ...toSent(row),
    attempts: row ? await listAttempts(shopId, row) : [],
    nextAttemptAt: row && row.settledAt === null ? row.nextAttemptAt : null,
  };
}

/** In coexistence the snapshot goes by its own id, and the event by the other pixel's. */
async function findPixelWord(shopId: ShopId, eventId: string | null): Promise<PixelWord | null> {
  if (eventId === null) return null;
  const snapshot = await db.consentSnapshot.findUnique({
    where: { shopId_eventId: { shopId, eventId } },
    select: { takenAt: true, receivedAt: true, browserSentAt: true },
  });
  if (!snapshot) return null;
  const { browserSentAt, receivedAt, takenAt } = snapshot;
  return { takenAt: takenAt && receivedAt, browserSentAt };
}

/** What was or would be sent, as far as it is kept. The sealed part is opened only to see what is in it. */
function toSent(row: OutboxRow | null): Pick<EventDetail, "payload" | "sealed"> {
  const stored = parse(storedEventSchema, row?.payload);
  if (!row || stored.kind === "unreadable") return { payload: null, sealed: null };
  const wire = toWireEvent({ ...stored.value, eventId: toEventId(row.eventId), personal: {} });
  const payload = parse(z.record(z.string(), z.unknown()), withShortHashes(wire));
  return { payload: payload.kind === "parsed" ? payload.value : null, sealed: sealedParts(row) };
}

function sealedParts(row: OutboxRow): SealedParts {
  const personal = row.sealed === null ? null : opened(row);
  if (personal === null) return null;
  return {
    clickId: personal.clickId !== undefined,
    clientIp: personal.clientIp !== undefined,
    userAgent: personal.userAgent !== undefined,
    sourceUrl: personal.sourceUrl !== undefined,
  };
}

/** `null` where the key is missing. */
function opened(row: OutboxRow): Personal | null {
  try {
    const personal = parse(personalSchema, openPersonal(row));
    return personal.kind === "parsed" ? personal.value : null;
  } catch (err) {
    if (err instanceof SealError) return null;
    throw err;
  }
}

const wordsSchema = z.record(z.string(), z.string());

async function listAttempts(shopId: ShopId, row: OutboxRow): Promise<Attempt[]> {
  const calls = await listCalls(shopId, row.callIds);
  const kept = parse(wordsSchema, row.callWords ?? {});
  const words = kept.kind === "parsed" ? kept.value : {};
  return calls.map((call) => {
    const own = words[String(call.id)] ?? null;
    const isRefused = own !== null && call.answer === "answered";
    return {
      ...call,
      id: String(call.id),
      verdict: isRefused ? "refused_event" : call.answer,
      words: own ?? call.words,
    };
  });
}
