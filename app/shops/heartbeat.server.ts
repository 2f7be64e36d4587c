import { db } from "~/db.server";
import type { ShopId } from "~/ids";
import { DAY_MS } from "~/time";

import type { TopicBeat } from "./heartbeat";

/** Days that make the usual number. */
const USUAL_DAYS = 7;

/**
 * Of these topics of a shop, when a webhook last came and how many did.
 *
 * A topic of which there is none would be looked for through all receipts in the order of their time. Asked
 * for as a span of topics, it is looked up in the one index that has them in their order.
 */
export async function findTopicBeats(
  shopId: ShopId,
  topics: readonly string[],
  now: Date,
): Promise<TopicBeat[]> {
  const today = new Date(now.getTime() - DAY_MS);
  const before = new Date(today.getTime() - USUAL_DAYS * DAY_MS);
  return db.$queryRaw<TopicBeat[]>`
    SELECT asked.topic, latest."receivedAt" AS "lastAt", coalesce(counted.today, 0)::int AS today,
           round(coalesce(counted.before, 0)::numeric / ${USUAL_DAYS}::int)::int AS usual
      FROM unnest(${[...topics]}::text[]) WITH ORDINALITY AS asked(topic, place)
      LEFT JOIN LATERAL (
        SELECT "receivedAt" FROM webhook_receipts r
         WHERE r."shopId" = ${shopId}::uuid AND r.topic BETWEEN asked.topic AND asked.topic
         ORDER BY r.topic DESC, r."receivedAt" DESC LIMIT 1) latest ON true
      LEFT JOIN LATERAL (
        SELECT count(*) FILTER (WHERE r."receivedAt" > ${today}) AS today,
               count(*) FILTER (WHERE r."receivedAt" <= ${today}) AS before
          FROM webhook_receipts r
         WHERE r."shopId" = ${shopId}::uuid AND r.topic = asked.topic
           AND r."receivedAt" > ${before} AND r."receivedAt" <= ${now}) counted ON true
     ORDER BY asked.place`;
}
