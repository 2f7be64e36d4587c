import type { DeliveryCall as CallRecord } from "@prisma/client";

import { db, type Transaction } from "~/db.server";
import type { ShopId } from "~/ids";
import type { CalledEvents } from "~/pinterest/outcome";

import { CALL_ANSWERS, toCallOutcome, type DeliveryCall } from "./delivery-call";
import type { Lane } from "./lane.server";

/** A call of a lane, and the rows whose events were in it. */
export type MadeCall = { startedAt: Date; rowIds: readonly bigint[]; answer: CalledEvents };

/** The calls that each row's event was in, the first first, by the row's id. */
export type Trail = ReadonlyMap<bigint, readonly bigint[]>;

/** Writes the calls of a batch, in one statement, and says which row was in which. */
export async function recordCalls(
  tx: Transaction,
  lane: Lane,
  calls: readonly MadeCall[],
): Promise<Trail> {
  const trail = new Map<bigint, bigint[]>();
  if (calls.length === 0) return trail;
  const rows = calls.map(({ answer, rowIds, startedAt }) => ({
    ...lane,
    startedAt,
    events: rowIds.length,
    durationMs: Math.round(answer.facts?.durationMs ?? 0),
    status: answer.facts?.status ?? null,
    requestId: answer.facts?.requestId ?? null,
    ...toCallOutcome(answer),
  }));
  const written = await tx.deliveryCall.createManyAndReturn({ data: rows, select: { id: true } });
  written.forEach(({ id }, index) => {
    for (const rowId of calls[index]?.rowIds ?? []) {
      const known = trail.get(rowId);
      if (known) known.push(id);
      else trail.set(rowId, [id]);
    }
  });
  return trail;
}

/** The rows' calls as the statement takes them that writes the rows: `{1,2}`, or `null` where there is none. */
export function callTexts(ids: readonly bigint[], trail: Trail): (string | null)[] {
  return ids.map((id) => {
    const calls = trail.get(id);
    return calls ? `{${calls.join(",")}}` : null;
  });
}

/** These calls of a shop, the first first. One that is not kept any more is missing. */
export async function listCalls(
  shopId: ShopId,
  ids: readonly bigint[],
): Promise<(DeliveryCall & { id: bigint })[]> {
  if (ids.length === 0) return [];
  const records = await db.deliveryCall.findMany({
    where: { shopId, id: { in: [...ids] } },
    orderBy: { id: "asc" },
  });
  return records.map(toCall);
}

function toCall(record: CallRecord) {
  const { accepted, durationMs, events, id, refused, requestId, startedAt, status, words } = record;
  const answer = CALL_ANSWERS.find((known) => known === record.answer) ?? "unavailable";
  return { id, startedAt, durationMs, status, answer, events, accepted, refused, requestId, words };
}
