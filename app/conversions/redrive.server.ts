import { Prisma } from "@prisma/client";

import { db, type Transaction } from "~/db.server";
import type { ShopId } from "~/ids";
import { log } from "~/log.server";
import { countEvents } from "~/metrics.server";
import { parse } from "~/parse";
import { enqueue } from "~/queue.server";
import { findLane } from "~/shops/connection.server";

import { uncount } from "./count-figures.server";
import { storedEventSchema } from "./event";
import { ensureLane } from "./lane.server";
import type { OutboxState } from "./outbox";
import type { Redriven, RedriveRefusal, RedriveSelection } from "./redrive";
import { redriveStep } from "./redrive-step";

/** A chosen row; its locks are held for some milliseconds, however many are chosen in all. */
type Chosen = {
  id: bigint;
  eventId: string;
  eventName: string;
  settledAt: Date;
  occurredAt: Date;
  browserSent: boolean;
  event: unknown;
  hasSealedPart: boolean;
};

/** How many rows one transaction moves. */
const BATCH_ROWS = 1_000;

const eventSchema = storedEventSchema.pick({ actionSource: true, userData: true });

/**
 * Sends dead letters of a shop again: `dead_letter` to `pending`, or to `held` while the connection needs
 * the merchant. Attempts are kept and counted on, and so are Pinterest's words until the next answer. The
 * ledger lines follow, and the lane is woken. What may not be sent any more becomes `expired` with its
 * reason; what cannot be sent stays a dead letter.
 *
 * Called twice, or by two at once, each dead letter is moved once. What is refused again meanwhile is not
 * taken up a second time. A run that breaks off has moved whole batches; called again, it goes on.
 */
export async function redrive(
  shopId: ShopId,
  selection: RedriveSelection,
  now: Date,
): Promise<Redriven> {
  const total = nothing();
  let after: Place = { settledAt: new Date(0), id: 0n };
  for (;;) {
    const batch = await db.$transaction((tx) => redriveBatch(tx, shopId, selection, after, now));
    add(total, batch.counts);
    countEvents("expired" satisfies OutboxState, batch.counts.refused.expired);
    countEvents("expired" satisfies OutboxState, batch.counts.refused.too_old);
    if (batch.last === null) break;
    after = batch.last;
  }
  log.info({ shopId, selection: selection.kind, ...total }, "sent dead letters again");
  return total;
}

type Place = { settledAt: Date; id: bigint };

async function redriveBatch(
  tx: Transaction,
  shopId: ShopId,
  selection: RedriveSelection,
  after: Place,
  now: Date,
): Promise<{ counts: Redriven; last: Place | null }> {
  // A refusal of the credentials waits for this: it then holds what is moved here too.
  await tx.$queryRaw`
    SELECT FROM pinterest_connections WHERE "shopId" = ${shopId}::uuid FOR SHARE`;
  const chosen = await listChosen(tx, shopId, selection, after, now);
  const steps = Map.groupBy(chosen, (row) => stepOf(row, now));
  const sent = steps.get("send") ?? [];
  const lane = sent.length > 0 ? await findLane(shopId, tx) : null;
  const isConnected = lane?.state === "connected";

  await move(tx, shopId, sent, { state: isConnected ? "pending" : "held", settledAt: null }, now);
  for (const reason of ["too_old", "expired"] as const) {
    const over = steps.get(reason) ?? [];
    await move(tx, shopId, over, { state: "expired", reason, settledAt: now }, now);
  }
  const moved = ["send", "too_old", "expired"] as const;
  const unsettled = moved.flatMap((step) => steps.get(step) ?? []);
  await uncount(
    tx,
    shopId,
    unsettled.map((row) => ({ ...row, state: "dead_letter" satisfies OutboxState })),
  );
  if (isConnected) {
    const key = { shopId, ...lane.key };
    await ensureLane(tx, key);
    await enqueue(tx, "deliver-lane", key);
  }
  const refused = (reason: RedriveRefusal) => steps.get(reason)?.length ?? 0;
  return {
    counts: {
      redriven: sent.length,
      held: isConnected ? 0 : sent.length,
      refused: {
        too_old: refused("too_old"),
        expired: refused("expired"),
        payload_gone: refused("payload_gone"),
        no_identity: refused("no_identity"),
      },
    },
    last: chosen.length < BATCH_ROWS ? null : (chosen.at(-1) ?? null),
  };
}

/** Rows that another run has locked are its own. */
function listChosen(
  tx: Transaction,
  shopId: ShopId,
  selection: RedriveSelection,
  after: Place,
  now: Date,
): Promise<Chosen[]> {
  const isNext =
    selection.kind === "one"
      ? Prisma.sql`true`
      : Prisma.sql`o."settledAt" <= ${now} AND (o."settledAt", o.id) > (${after.settledAt}, ${after.id})`;
  return tx.$queryRaw`
    SELECT o.id, o."eventId", o."eventName", o."settledAt", o."occurredAt", o."browserSent", o.payload AS event,
           o.sealed IS NOT NULL AS "hasSealedPart"
      FROM outbox o
     WHERE o."shopId" = ${shopId}::uuid AND o.state = 'dead_letter'
       AND ${isNamed(selection)} AND ${isNext}
     ORDER BY o."settledAt", o.id LIMIT ${BATCH_ROWS} FOR UPDATE OF o SKIP LOCKED`;
}

function isNamed(selection: RedriveSelection): Prisma.Sql {
  switch (selection.kind) {
    case "one":
      return Prisma.sql`o."eventId" = ${selection.eventId} AND o."eventName" = ${selection.eventName}`;
    case "several": {
      const ids = selection.events.map(({ eventId }) => eventId);
      const names = selection.events.map(({ eventName }) => eventName);
      // The first condition is for the index.
      return Prisma.sql`o."eventId" = ANY(${ids}::text[]) AND (o."eventId", o."eventName") IN (
        SELECT * FROM unnest(${ids}::text[], ${names}::text[]))`;
    }
    case "all":
      return Prisma.sql`true`;
  }
}

function stepOf(row: Chosen, now: Date): "send" | RedriveRefusal {
  const stored = parse(eventSchema, row.event);
  return redriveStep({ ...row, event: stored.kind === "parsed" ? stored.value : null }, now);
}

/** Rows before lines, as everybody takes them. Only a `checkout` has lines. */
async function move(
  tx: Transaction,
  shopId: ShopId,
  rows: readonly Chosen[],
  to: { state: OutboxState; reason?: "too_old" | "expired"; settledAt: Date | null },
  now: Date,
): Promise<void> {
  if (rows.length === 0) return;
  await tx.outboxRow.updateMany({
    where: { shopId, id: { in: rows.map(({ id }) => id) } },
    data: { ...to, ...(to.settledAt === null ? { nextAttemptAt: now } : {}) },
  });
  const ordered = rows.filter(({ eventName }) => eventName === "checkout");
  await tx.ledgerLine.updateMany({
    where: { shopId, eventId: { in: ordered.map(({ eventId }) => eventId) } },
    data: to,
  });
}

/** What no run came to yet. */
export function nothing(): Redriven {
  return {
    redriven: 0,
    held: 0,
    refused: { too_old: 0, expired: 0, payload_gone: 0, no_identity: 0 },
  };
}

/** Adds what one run came to. */
export function add(total: Redriven, { redriven, held, refused }: Redriven): void {
  total.redriven += redriven;
  total.held += held;
  total.refused.too_old += refused.too_old;
  total.refused.expired += refused.expired;
  total.refused.payload_gone += refused.payload_gone;
  total.refused.no_identity += refused.no_identity;
}
