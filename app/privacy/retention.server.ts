import { db } from "~/db.server";
import { log } from "~/log.server";
import { DAY_MS } from "~/time";

import { BATCH_ROWS, inBatches } from "./batches.server";
import { eraseShop, listClosedShops } from "./erase-shop.server";

/** Click id, IP address, user agent and page, after the event's final state; of a dead letter too. */
const SEALED_KEPT_MS = DAY_MS;

/**
 * A settled event with its hashed user data, dead letters included. Nothing recorded twice is the
 * ledger's promise for orders, whose lines stay; any other act is refused long before, at seven days.
 */
const SETTLED_KEPT_MS = 30 * DAY_MS;

/** No order is reported that is older, so no snapshot is asked for. */
const SNAPSHOT_KEPT_MS = 7 * DAY_MS;

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
    sealedParts: await forgetSealedParts(before(SEALED_KEPT_MS)),
    snapshots: await forgetSnapshots(before(SNAPSHOT_KEPT_MS)),
    sealedSnapshots: await forgetSealedSnapshots(before(SEALED_KEPT_MS), before(UNCLAIMED_KEPT_MS)),
    receipts: await forgetReceipts(before(RECEIPT_KEPT_MS)),
    dataRequests: await forgetDataRequests(before(DATA_REQUEST_KEPT_MS)),
  };
  for (const shopId of await listClosedShops()) await eraseShop(shopId);
  log.info(counts, "forgot what was kept long enough");
}

function forgetEvents(settledBefore: Date): Promise<number> {
  return inBatches(
    () => db.$executeRaw`
      DELETE FROM outbox WHERE id IN
        (SELECT id FROM outbox WHERE "settledAt" < ${settledBefore}
          ORDER BY "settledAt" LIMIT ${BATCH_ROWS})`,
  );
}

/** Goes along `settledAt`, because rows that have lost their sealed part stay in the index. */
async function forgetSealedParts(settledBefore: Date): Promise<number> {
  let from = new Date(0);
  return inBatches(async () => {
    const rows = await db.outboxRow.findMany({
      where: { settledAt: { gte: from, lt: settledBefore }, sealed: { not: null } },
      orderBy: { settledAt: "asc" },
      select: { id: true, settledAt: true },
      take: BATCH_ROWS,
    });
    from = rows.at(-1)?.settledAt ?? from;
    await db.outboxRow.updateMany({
      where: { id: { in: rows.map(({ id }) => id) }, settledAt: { not: null } },
      data: { sealed: null },
    });
    return rows.length;
  });
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
                 AND o."eventId" IN (s."eventId", s."platformEventId")
          WHERE s.sealed IS NOT NULL AND s."receivedAt" < ${settledBefore}
            AND (o.id IS NULL AND s."receivedAt" < ${unclaimedBefore}
                 OR o."settledAt" < ${settledBefore} AND o.reason IS DISTINCT FROM 'not_paid')
          LIMIT ${BATCH_ROWS})`,
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
