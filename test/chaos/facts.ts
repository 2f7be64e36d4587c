import type { ReceivedCall, ReceivedEvent } from "../../sandbox/pinterest/received";
import { control } from "../support/sandbox-control";
import type { LedgerFact, SeenEvent } from "./check";
import type { Installation } from "./installation";
import type { Plan } from "./plan";
import { queryInstallation } from "./query";

// What is known in the end, from Pinterest's side and from ours.

/** The states in which an order waits for something. */
export const OPEN_STATES = "'waiting', 'pending', 'held'";

/** What keeps the orders that have no final state. */
export function readOpen(installation: Installation): Promise<Record<string, string>[]> {
  return queryInstallation(
    installation,
    `SELECT l.state, concat('row ', coalesce(o.state, 'gone')) AS row,
            CASE WHEN o."nextAttemptAt" > now() THEN 'not due' ELSE 'due' END AS due,
            concat('connection ', c.state) AS connection,
            CASE WHEN d."shopId" IS NULL THEN 'no lane'
                 WHEN d."pausedUntil" > now() THEN 'lane paused'
                 WHEN d."leaseOwner" IS NOT NULL THEN 'lane taken' ELSE 'lane free' END AS lane
       FROM ledger_lines l
       LEFT JOIN outbox o ON o."shopId" = l."shopId" AND o."eventId" = l."eventId"
       LEFT JOIN pinterest_connections c ON c."shopId" = l."shopId"
       LEFT JOIN delivery_lanes d ON d."shopId" = l."shopId" AND d."adAccountId" = c."adAccountId"
             AND d."credentialVersion" = c."credentialVersion"
      WHERE l.state IN (${OPEN_STATES})`,
  );
}

/** What Pinterest was told, and what it said. */
export async function readPinterest({ sandbox }: Installation, { shops }: Plan) {
  const seen: SeenEvent[] = [];
  const refused = new Set<string>();
  const answers: Record<string, number> = {};
  for (const { adAccountId } of shops) {
    const account = `account=${adAccountId}`;
    const { events } = await control<{ events: ReceivedEvent[] }>(
      sandbox.pinterestUrl,
      "GET",
      `events?${account}`,
    );
    const { calls } = await control<{ calls: ReceivedCall[] }>(
      sandbox.pinterestUrl,
      "GET",
      `calls?${account}`,
    );
    for (const { event, eventId, result, deduplicated } of events) {
      seen.push({
        adAccountId,
        orderId: event.custom_data?.order_id ?? "",
        eventId,
        isProcessed: result.status === "processed",
        isDeduplicated: deduplicated,
      });
      if (result.status === "failed") refused.add(`${adAccountId}/${eventId}`);
    }
    for (const { status, failures, rawBody } of calls) {
      for (const kind of [...new Set<string>(failures), String(status)]) {
        answers[kind] = (answers[kind] ?? 0) + 1;
      }
      if (status !== 400 && status !== 422) continue;
      for (const [, eventId] of rawBody.matchAll(/"event_id":"([^"]+)"/g)) {
        refused.add(`${adAccountId}/${eventId}`);
      }
    }
  }
  return { seen, refused, answers };
}

/** What the ledger says of each order. */
export function readLedger(installation: Installation): Promise<LedgerFact[]> {
  return queryInstallation<LedgerFact>(
    installation,
    `SELECT s.domain AS shop, l."orderId", l.state, l.reason, l."receivedBy", o.attempts, o."lastError"
       FROM ledger_lines l JOIN shops s ON s.id = l."shopId"
       LEFT JOIN outbox o ON o."shopId" = l."shopId" AND o."eventId" = l."eventId"`,
  );
}

/** The orders that have no line yet, as `shop/order id`. */
export async function missing(installation: Installation, { orders }: Plan): Promise<Set<string>> {
  const known = new Set(
    (await readLedger(installation)).map(({ shop, orderId }) => `${shop}/${orderId}`),
  );
  return new Set(
    orders
      .map(({ shop, orderId }) => `${shop.domain}/${orderId}`)
      .filter((name) => !known.has(name)),
  );
}
