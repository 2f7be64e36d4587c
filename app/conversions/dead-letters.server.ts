import { db } from "~/db.server";
import type { ShopId } from "~/ids";

/** Whether a shop has any dead letter. */
export async function hasDeadLetters(shopId: ShopId): Promise<boolean> {
  const [found] = await db.$queryRaw<{ has: boolean }[]>`
    SELECT EXISTS (SELECT FROM outbox o
                    WHERE o."shopId" = ${shopId}::uuid AND o.state = 'dead_letter') AS has`;
  return found?.has ?? false;
}
