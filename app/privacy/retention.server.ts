import { Prisma } from "@prisma/client";

import { db } from "~/db.server";
import type { ShopId } from "~/ids";
import { log } from "~/log.server";
import type { Retention } from "~/shops/app-settings";
import { everyShop } from "~/shops/shop.server";
import { forgetSignIns } from "~/shops/sign-in.server";
import { forgetQuotas } from "~/quota.server";
import { DAY_MS } from "~/time";

import { BATCH_ROWS, inBatches } from "./batches.server";
import { eraseShop, listClosedShops } from "./erase-shop.server";

/**
 * Click id, IP address, user agent and page, after the event's final state; of a dead letter too. No
 * setting: they tell one browser from another, and only sending the event has a use for them.
 */
const SEALED_KEPT_MS = DAY_MS;

/** The home page shows the last seven days; the rest of the month is for questions to support. */
const WARNING_COUNT_KEPT_MS = 30 * DAY_MS;

/** An act that is older when it is reported is refused, so the browser's word on it waits no longer. */
const SENT_MARK_KEPT_MS = DAY_MS;

/** So long an order may still be found of which no webhook came. */
const UNCLAIMED_KEPT_MS = 2 * DAY_MS;

/** Shopify repeats a webhook for some hours; the rest of the month is for questions to support. */
const RECEIPT_KEPT_MS = 30 * DAY_MS;

/** A year and a month: long enough to compare with the same time of last year. */
const FIGURES_KEPT_MS = 400 * DAY_MS;

/** The time in which a merchant must have answered the customer. */
const DATA_REQUEST_KEPT_MS = 30 * DAY_MS;

/**
 * Erases what was kept long enough, and goes on with erasures of shops that broke off.
 *
 * Each batch is a transaction of its own, and finds its rows by an index. An array of ids leaves no other
 * plan, however large the table is.
 */
export async function forgetByAge(now: Date): Promise<void> {
  const ofShops = nothing();
  for await (const { id, appSettings } of everyShop()) {
    add(ofShops, await forgetOfShop(id, appSettings.retention, now));
  }
  const counts = {
    ...ofShops,
    warningCounts: await forgetOld("warning_counts", before(now, WARNING_COUNT_KEPT_MS)),
    receipts: await forgetOld("webhook_receipts", before(now, RECEIPT_KEPT_MS)),
    dataRequests: await forgetOld("data_requests", before(now, DATA_REQUEST_KEPT_MS)),
    sentMarks: await forgetOld("browser_sent_marks", before(now, SENT_MARK_KEPT_MS)),
    eventFigures: await forgetOld("event_figures", before(now, FIGURES_KEPT_MS)),
    orderFigures: await forgetOld("order_figures", before(now, FIGURES_KEPT_MS)),
    quotas: await forgetQuotas(now),
    signIns: await forgetSignIns(now),
  };
  for (const shopId of await listClosedShops()) await eraseShop(shopId);
  log.info(counts, "forgot what was kept long enough");
}

function before(now: Date, keptMs: number): Date {
  return new Date(now.getTime() - keptMs);
}

async function forgetOfShop(shopId: ShopId, kept: Retention, now: Date) {
  const sealedBefore = before(now, SEALED_KEPT_MS);
  const unclaimedBefore = before(now, UNCLAIMED_KEPT_MS);
  return {
    events: await forgetEvents(shopId, before(now, kept.eventDays * DAY_MS)),
    deadLetters: await forgetDeadLetters(shopId, before(now, kept.deadLetterDays * DAY_MS)),
    calls: await forgetCalls(shopId, before(now, callDays(kept) * DAY_MS)),
    sealedParts: await forgetSealedParts(shopId, sealedBefore),
    snapshots: await forgetSnapshots(shopId, before(now, kept.snapshotDays * DAY_MS)),
    sealedSnapshots: await forgetSealedSnapshots(shopId, sealedBefore, unclaimedBefore),
  };
}

/** A row that is taken up again while this runs is not settled any more, and stays. */
function forgetEvents(shopId: ShopId, settledBefore: Date): Promise<number> {
  return inBatches(
    () => db.$executeRaw`
      DELETE FROM outbox
       WHERE "settledAt" IS NOT NULL AND state <> 'dead_letter' AND id = ANY (ARRAY(
        SELECT id FROM outbox
         WHERE "shopId" = ${shopId}::uuid AND "settledAt" < ${settledBefore}
           AND "settledAt" IS NOT NULL AND state <> 'dead_letter'
         ORDER BY "settledAt" LIMIT ${BATCH_ROWS}))`,
  );
}

function forgetDeadLetters(shopId: ShopId, settledBefore: Date): Promise<number> {
  return inBatches(
    () => db.$executeRaw`
      DELETE FROM outbox WHERE state = 'dead_letter' AND id = ANY (ARRAY(
        SELECT id FROM outbox
         WHERE "shopId" = ${shopId}::uuid AND state = 'dead_letter' AND "settledAt" < ${settledBefore}
         ORDER BY "settledAt", id LIMIT ${BATCH_ROWS}))`,
  );
}

/** As long as any event may be kept that was in it. */
function callDays({ deadLetterDays, eventDays }: Retention): number {
  return Math.max(deadLetterDays, eventDays);
}

function forgetCalls(shopId: ShopId, startedBefore: Date): Promise<number> {
  return inBatches(
    () => db.$executeRaw`
      DELETE FROM delivery_calls WHERE id = ANY (ARRAY(
        SELECT id FROM delivery_calls
         WHERE "shopId" = ${shopId}::uuid AND "startedAt" < ${startedBefore}
         ORDER BY "startedAt" LIMIT ${BATCH_ROWS}))`,
  );
}

/** A row that has lost its sealed part leaves the index; one that is being sent again keeps it. */
function forgetSealedParts(shopId: ShopId, settledBefore: Date): Promise<number> {
  return inBatches(
    () => db.$executeRaw`
      UPDATE outbox SET sealed = NULL WHERE "settledAt" IS NOT NULL AND id = ANY (ARRAY(
        SELECT id FROM outbox
         WHERE "shopId" = ${shopId}::uuid AND "settledAt" < ${settledBefore}
           AND "settledAt" IS NOT NULL AND sealed IS NOT NULL
         ORDER BY "settledAt" LIMIT ${BATCH_ROWS}))`,
  );
}

function forgetSnapshots(shopId: ShopId, receivedBefore: Date): Promise<number> {
  return inBatches(
    () => db.$executeRaw`
      DELETE FROM consent_snapshots
       WHERE "shopId" = ${shopId}::uuid AND "eventId" = ANY (ARRAY(
        SELECT "eventId" FROM consent_snapshots
         WHERE "shopId" = ${shopId}::uuid AND "receivedAt" < ${receivedBefore}
         ORDER BY "receivedAt" LIMIT ${BATCH_ROWS}))`,
  );
}

/**
 * The sealed part is cleared with that of the event, and where no order came, when none is looked for any
 * more. An order that waits for its payment may still be reported, with what the browser knows.
 */
function forgetSealedSnapshots(
  shopId: ShopId,
  settledBefore: Date,
  unclaimedBefore: Date,
): Promise<number> {
  return inBatches(
    () => db.$executeRaw`
      UPDATE consent_snapshots SET sealed = NULL
       WHERE "shopId" = ${shopId}::uuid AND "eventId" = ANY (ARRAY(
        SELECT s."eventId" FROM consent_snapshots s
          LEFT JOIN outbox o ON o."shopId" = ${shopId}::uuid
                AND o."eventId" IN (s."eventId", s."platformEventId") AND o."eventName" = 'checkout'
         WHERE s."shopId" = ${shopId}::uuid AND s.sealed IS NOT NULL
           AND s."receivedAt" < ${settledBefore}
           AND (o.id IS NULL AND s."receivedAt" < ${unclaimedBefore}
                OR o."settledAt" < ${settledBefore} AND o.reason IS DISTINCT FROM 'not_paid')
         LIMIT ${BATCH_ROWS}))`,
  );
}

/** Rows of all shops whose age tells, by table: the column that tells it. */
const OLD_ROWS = {
  browser_sent_marks: "receivedAt",
  data_requests: "receivedAt",
  event_figures: "hour",
  order_figures: "hour",
  warning_counts: "day",
  webhook_receipts: "receivedAt",
} as const;

function forgetOld(table: keyof typeof OLD_ROWS, oldBefore: Date): Promise<number> {
  const column = Prisma.raw(`"${OLD_ROWS[table]}"`);
  const rows = Prisma.raw(table);
  return inBatches(
    () => db.$executeRaw`
      DELETE FROM ${rows} WHERE ctid = ANY (ARRAY(
        SELECT ctid FROM ${rows} WHERE ${column} < ${oldBefore} ORDER BY ${column} LIMIT ${BATCH_ROWS}))`,
  );
}

/** How many were erased of what belongs to a shop. */
type OfShop = Awaited<ReturnType<typeof forgetOfShop>>;

function nothing(): OfShop {
  return { events: 0, deadLetters: 0, calls: 0, sealedParts: 0, snapshots: 0, sealedSnapshots: 0 };
}

function add(total: OfShop, counts: OfShop): void {
  total.events += counts.events;
  total.deadLetters += counts.deadLetters;
  total.calls += counts.calls;
  total.sealedParts += counts.sealedParts;
  total.snapshots += counts.snapshots;
  total.sealedSnapshots += counts.sealedSnapshots;
}
