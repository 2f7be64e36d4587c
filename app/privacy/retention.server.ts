import { db } from "~/db.server";
import { log } from "~/log.server";
import { forgetQuotas } from "~/quota.server";
import { DAY_MS } from "~/time";

import { BATCH_ROWS, inBatches } from "./batches.server";
import { eraseShop, listClosedShops } from "./erase-shop.server";

/** Click id, IP address, user agent and page, after the event's final state; of a dead letter too. */
const SEALED_KEPT_MS = DAY_MS;

/**
 * A settled event with its hashed user data. Nothing recorded twice is the ledger's promise for orders,
 * whose lines stay; any other act is refused long before, at seven days.
 */
const SETTLED_KEPT_MS = 30 * DAY_MS;

/** A dead letter with Pinterest's words. After seven days it can only be read, not sent again. */
const DEAD_LETTER_KEPT_MS = 30 * DAY_MS;

/** The home page shows the last seven days; the rest of the month is for questions to support. */
const WARNING_COUNT_KEPT_MS = 30 * DAY_MS;
/** No order is reported that is older, so no snapshot is asked for. */
const SNAPSHOT_KEPT_MS = 7 * DAY_MS;

/** An act that is older when it is reported is refused, so the browser's word on it waits no longer. */
const SENT_MARK_KEPT_MS = DAY_MS;

/** So long an order may still be found of which no webhook came. */
const UNCLAIMED_KEPT_MS = 2 * DAY_MS;

/** Shopify repeats a webhook for some hours; the rest of the month is for questions to support. */
const RECEIPT_KEPT_MS = 30 * DAY_MS;

/** The time in which a merchant must have answered the customer. */
const DATA_REQUEST_KEPT_MS = 30 * DAY_MS;

/** Erases what was kept long enough, and goes on with erasures of shops that broke off. */
export async function forgetByAge(now: Date): Promise<void> {
  const before = (keptMs: number) => new Date(now.getTime() - keptMs);
  const counts = {
    events: await forgetEvents(before(SETTLED_KEPT_MS)),
    deadLetters: await forgetDeadLetters(before(DEAD_LETTER_KEPT_MS)),
    warningCounts: await forgetWarningCounts(before(WARNING_COUNT_KEPT_MS)),
    sealedParts: await forgetSealedParts(before(SEALED_KEPT_MS)),
    snapshots: await forgetSnapshots(before(SNAPSHOT_KEPT_MS)),
    sealedSnapshots: await forgetSealedSnapshots(before(SEALED_KEPT_MS), before(UNCLAIMED_KEPT_MS)),
    sentMarks: await forgetSentMarks(before(SENT_MARK_KEPT_MS)),
    quotas: await forgetQuotas(now),
    receipts: await forgetReceipts(before(RECEIPT_KEPT_MS)),
    dataRequests: await forgetDataRequests(before(DATA_REQUEST_KEPT_MS)),
  };
  for (const shopId of await listClosedShops()) await eraseShop(shopId);
  log.info(counts, "forgot what was kept long enough");
}

/**
 * Shop by shop, as the indexes of settled rows are made: each batch reads the rows that it deletes and
 * one place in the index for each shop. An array of ids leaves no other plan, however large the table is.
 */
function forgetEvents(settledBefore: Date): Promise<number> {
  return inBatches(
    () => db.$executeRaw`
      DELETE FROM outbox WHERE id = ANY (ARRAY(
        SELECT old.id FROM shops s CROSS JOIN LATERAL
          (SELECT o.id FROM outbox o
            WHERE o."shopId" = s.id AND o."settledAt" < ${settledBefore}
              AND o."settledAt" IS NOT NULL AND o.state <> 'dead_letter'
            ORDER BY o."settledAt" LIMIT ${BATCH_ROWS}) old
         LIMIT ${BATCH_ROWS}))`,
  );
}

function forgetDeadLetters(settledBefore: Date): Promise<number> {
  return inBatches(
    () => db.$executeRaw`
      DELETE FROM outbox WHERE state = 'dead_letter' AND id = ANY (ARRAY(
        SELECT old.id FROM shops s CROSS JOIN LATERAL
          (SELECT o.id FROM outbox o
            WHERE o."shopId" = s.id AND o.state = 'dead_letter' AND o."settledAt" < ${settledBefore}
            ORDER BY o."settledAt", o.id LIMIT ${BATCH_ROWS}) old
         LIMIT ${BATCH_ROWS}))`,
  );
}

/** A row that has lost its sealed part leaves the index; one that is being sent again keeps it. */
function forgetSealedParts(settledBefore: Date): Promise<number> {
  return inBatches(
    () => db.$executeRaw`
      UPDATE outbox SET sealed = NULL WHERE "settledAt" IS NOT NULL AND id = ANY (ARRAY(
        SELECT old.id FROM shops s CROSS JOIN LATERAL
          (SELECT o.id FROM outbox o
            WHERE o."shopId" = s.id AND o."settledAt" < ${settledBefore}
              AND o."settledAt" IS NOT NULL AND o.sealed IS NOT NULL
            ORDER BY o."settledAt" LIMIT ${BATCH_ROWS}) old
         LIMIT ${BATCH_ROWS}))`,
  );
}

function forgetWarningCounts(before: Date): Promise<number> {
  return inBatches(
    () => db.$executeRaw`
      DELETE FROM warning_counts WHERE ctid = ANY (ARRAY(
        SELECT ctid FROM warning_counts WHERE day < ${before}::date LIMIT ${BATCH_ROWS}))`,
  );
}

function forgetSnapshots(receivedBefore: Date): Promise<number> {
  return inBatches(
    () => db.$executeRaw`
      DELETE FROM consent_snapshots WHERE ("shopId", "eventId") IN
        (SELECT "shopId", "eventId" FROM consent_snapshots WHERE "receivedAt" < ${receivedBefore}
          ORDER BY "receivedAt" LIMIT ${BATCH_ROWS})`,
  );
}

/**
 * The sealed part is cleared with that of the event, and where no order came, when none is looked for any
 * more. An order that waits for its payment may still be reported, with what the browser knows.
 */
function forgetSealedSnapshots(settledBefore: Date, unclaimedBefore: Date): Promise<number> {
  return inBatches(
    () => db.$executeRaw`
      UPDATE consent_snapshots SET sealed = NULL WHERE ("shopId", "eventId") IN
        (SELECT s."shopId", s."eventId" FROM consent_snapshots s
           LEFT JOIN outbox o ON o."shopId" = s."shopId"
                 AND o."eventId" IN (s."eventId", s."platformEventId") AND o."eventName" = 'checkout'
          WHERE s.sealed IS NOT NULL AND s."receivedAt" < ${settledBefore}
            AND (o.id IS NULL AND s."receivedAt" < ${unclaimedBefore}
                 OR o."settledAt" < ${settledBefore} AND o.reason IS DISTINCT FROM 'not_paid')
          LIMIT ${BATCH_ROWS})`,
  );
}

function forgetSentMarks(receivedBefore: Date): Promise<number> {
  return inBatches(
    () => db.$executeRaw`
      DELETE FROM browser_sent_marks WHERE ctid = ANY (ARRAY(
        SELECT ctid FROM browser_sent_marks WHERE "receivedAt" < ${receivedBefore}
         ORDER BY "receivedAt" LIMIT ${BATCH_ROWS}))`,
  );
}

function forgetReceipts(receivedBefore: Date): Promise<number> {
  return inBatches(
    () => db.$executeRaw`
      DELETE FROM webhook_receipts WHERE id IN
        (SELECT id FROM webhook_receipts WHERE "receivedAt" < ${receivedBefore}
          ORDER BY "receivedAt" LIMIT ${BATCH_ROWS})`,
  );
}

function forgetDataRequests(receivedBefore: Date): Promise<number> {
  return inBatches(
    () => db.$executeRaw`
      DELETE FROM data_requests WHERE id IN
        (SELECT id FROM data_requests WHERE "receivedAt" < ${receivedBefore}
          ORDER BY "receivedAt" LIMIT ${BATCH_ROWS})`,
  );
}
