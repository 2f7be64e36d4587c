import { db } from "~/db.server";
import { log } from "~/log.server";
import { enqueue } from "~/queue.server";
import { SECOND_MS } from "~/time";

import { followConnection } from "./follow-connection.server";
import { listStrandedLanes } from "./lane.server";
import { listForgottenHolds } from "./open-rows.server";
import { listOverdueShops, wakeAtGraceEnd } from "./wait.server";

/** Wakes the lanes that have something due and nobody who delivers it. */
export async function wakeStrandedLanes(now: Date): Promise<void> {
  for (const lane of await listStrandedLanes(now)) {
    await db.$transaction((tx) => enqueue(tx, "deliver-lane", lane));
    log.info({ ...lane }, "woke a stranded lane");
  }
}

/**
 * Releases what is held although its connection is in order: an order that was recorded in the very moment
 * in which the merchant mended the connection knew the broken one.
 */
export async function releaseForgottenHolds(now: Date): Promise<void> {
  for (const shopId of await listForgottenHolds()) {
    await db.$transaction((tx) => followConnection(tx, shopId, now));
    log.info({ shopId }, "released what was held for a connection that is mended");
  }
}

/** How long a wake-up of its own may take to be noticed, before an order counts as overdue. */
const OVERDUE_MS = 5 * SECOND_MS;

/** Wakes the shops whose orders wait although their grace is over. */
export async function wakeOverdueShops(now: Date): Promise<void> {
  for (const shopId of await listOverdueShops(new Date(now.getTime() - OVERDUE_MS))) {
    await db.$transaction((tx) => wakeAtGraceEnd(tx, shopId, now));
    log.info({ shopId }, "woke a shop whose orders waited too long");
  }
}
