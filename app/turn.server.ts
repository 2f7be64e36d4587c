import { setTimeout as sleep } from "node:timers/promises";

import { db } from "./db.server";

/**
 * What all processes of the app together do one at a time and so far apart.
 *
 * @param key names the purpose; never a shop.
 */
export type Turns = { key: string; everyMs: number };

/**
 * Waits for the next turn and takes it. The database's clock counts, so that processes on several
 * machines agree; a turn that was taken and not used is lost.
 *
 * @returns `false` where it would come later than `waitMsMax` from now: then none was taken.
 */
export async function takeTurn({ everyMs, key }: Turns, waitMsMax: number): Promise<boolean> {
  const [taken] = await db.$queryRaw<{ waitMs: number }[]>`
    INSERT INTO turns AS taken (key, "nextAt")
    VALUES (${key}, clock_timestamp() + ${everyMs}::int * interval '1 millisecond')
        ON CONFLICT (key) DO UPDATE
       SET "nextAt" = greatest(taken."nextAt", clock_timestamp())
                      + ${everyMs}::int * interval '1 millisecond'
     WHERE taken."nextAt" <= clock_timestamp() + ${waitMsMax}::int * interval '1 millisecond'
    RETURNING (extract(epoch FROM "nextAt" - clock_timestamp()) * 1000)::float8 - ${everyMs}::int
              AS "waitMs"`;
  if (!taken) return false;
  if (taken.waitMs > 0) await sleep(taken.waitMs);
  return true;
}

/** Whether {@link takeTurn} would get one that soon, as things stand. Takes none. */
export async function isTurnNear({ key }: Turns, waitMsMax: number): Promise<boolean> {
  const [found] = await db.$queryRaw<{ isFar: boolean }[]>`
    SELECT "nextAt" > clock_timestamp() + ${waitMsMax}::int * interval '1 millisecond' AS "isFar"
      FROM turns WHERE key = ${key}`;
  return found?.isFar !== true;
}
