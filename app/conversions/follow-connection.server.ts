import { db, type Transaction } from "~/db.server";
import type { ShopId } from "~/ids";
import { enqueue } from "~/queue.server";
import { findLane } from "~/shops/connection.server";

import { ensureLane } from "./lane.server";
import { MOVED_ROWS_MAX, recordHold, recordStopped } from "./open-rows.server";

/**
 * Brings a shop's open events in line with its connection as it is in this transaction: what is held goes
 * on where it is connected, what is pending is held where it is not, and all is stopped where the app was
 * uninstalled. A first batch is moved at once, and a job moves what is more than one.
 */
export async function followConnection(tx: Transaction, shopId: ShopId, now: Date): Promise<void> {
  const moved = await moveBatch(tx, shopId, now);
  if (moved >= MOVED_ROWS_MAX) await enqueue(tx, "follow-connection", { shopId });
}

/** Moves batch after batch, each in a transaction of its own, until nothing is left to move. */
export async function followConnectionToEnd(shopId: ShopId, now: Date): Promise<void> {
  let moved = MOVED_ROWS_MAX;
  while (moved >= MOVED_ROWS_MAX) {
    moved = await db.$transaction((tx) => moveBatch(tx, shopId, now));
  }
}

async function moveBatch(tx: Transaction, shopId: ShopId, now: Date): Promise<number> {
  switch (await findTarget(tx, shopId)) {
    case "stopped":
      return recordStopped(tx, shopId, "uninstalled", now);
    case "held":
      return recordHold(tx, shopId, { from: "pending", to: "held" }, now);
    case "pending": {
      const moved = await recordHold(tx, shopId, { from: "held", to: "pending" }, now);
      await wakeLane(tx, shopId);
      return moved;
    }
  }
}

/** What open events should be; nobody changes the connection until the transaction ends. */
async function findTarget(
  tx: Transaction,
  shopId: ShopId,
): Promise<"stopped" | "held" | "pending"> {
  const [found] = await tx.$queryRaw<{ isUninstalled: boolean; isConnected: boolean }[]>`
    SELECT s."uninstalledAt" IS NOT NULL AS "isUninstalled", c.state = 'connected' AS "isConnected"
      FROM shops s JOIN pinterest_connections c ON c."shopId" = s.id
     WHERE s.id = ${shopId}::uuid FOR SHARE OF c`;
  if (!found || found.isUninstalled) return "stopped";
  return found.isConnected ? "pending" : "held";
}

async function wakeLane(tx: Transaction, shopId: ShopId): Promise<void> {
  const lane = await findLane(shopId, tx);
  if (!lane) return;
  const key = { shopId, ...lane.key };
  await ensureLane(tx, key);
  await enqueue(tx, "deliver-lane", key);
}
