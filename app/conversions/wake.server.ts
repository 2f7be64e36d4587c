import { db } from "~/db.server";
import { log } from "~/log.server";
import { enqueue } from "~/queue.server";

import { listStrandedLanes } from "./lane.server";

/** Wakes the lanes that have something due and nobody who delivers it. */
export async function wakeStrandedLanes(now: Date): Promise<void> {
  for (const lane of await listStrandedLanes(now)) {
    await db.$transaction((tx) => enqueue(tx, "deliver-lane", lane));
    log.info({ ...lane }, "woke a stranded lane");
  }
}
