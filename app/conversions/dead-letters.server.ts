import { Prisma } from "@prisma/client";

import { db } from "~/db.server";
import type { ShopId } from "~/ids";

import type { DeadLetter, DeadLetterFilter } from "./redrive";

/** One page of dead letters. `next` is `null` on the last. */
export type DeadLetterPage = { letters: DeadLetter[]; next: string | null };

/** How many dead letters of a shop fit the filter; `{}`: all. */
export async function countDeadLetters(shopId: ShopId, filter: DeadLetterFilter): Promise<number> {
  const [found] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM outbox o WHERE ${fits(shopId, filter)}`;
  return found?.count ?? 0;
}

/**
 * The dead letters of a shop that fit the filter, the latest refusal first.
 *
 * @param page `after`: the `next` of the page before, `null` for the first. A text that is none gives the
 * first page. `limit`: how many letters at most.
 */
export async function listDeadLetters(
  shopId: ShopId,
  { filter, after, limit }: { filter: DeadLetterFilter; after: string | null; limit: number },
): Promise<DeadLetterPage> {
  const place = after === null ? null : parsePlace(after);
  const isBehind = place
    ? Prisma.sql`(o."settledAt", o.id) < (${place.settledAt}, ${place.id})`
    : Prisma.sql`true`;
  const rows = await db.$queryRaw<Row[]>`
    SELECT page.*, line."orderId", line."orderName"
      FROM (SELECT o.id, o."eventId", o."eventName", o.attempts, o."occurredAt", o."settledAt",
                   coalesce(o."lastError", '') AS "lastError"
              FROM outbox o
             WHERE ${fits(shopId, filter)} AND ${isBehind}
             ORDER BY o."settledAt" DESC, o.id DESC LIMIT ${limit + 1}) page
      LEFT JOIN LATERAL (SELECT l."orderId", l."orderName" FROM ledger_lines l
                          WHERE l."shopId" = ${shopId}::uuid AND l."eventId" = page."eventId"
                            AND page."eventName" = 'checkout'
                          ORDER BY l.id LIMIT 1) line ON true
     ORDER BY page."settledAt" DESC, page.id DESC`;
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return {
    letters: shown.map(toDeadLetter),
    next: last ? `${last.settledAt.getTime()}.${last.id}` : null,
  };
}

type Row = DeadLetter & { id: bigint };

function toDeadLetter(row: Row): DeadLetter {
  const { attempts, eventId, eventName, lastError, occurredAt, orderId, orderName, settledAt } =
    row;
  return { eventId, eventName, orderId, orderName, lastError, attempts, occurredAt, settledAt };
}

/** A row of the table `o` that is a dead letter of the shop and fits the filter. */
export function fits(
  shopId: ShopId,
  { eventName, reason, from, until }: DeadLetterFilter,
): Prisma.Sql {
  const conditions = [
    Prisma.sql`o."shopId" = ${shopId}::uuid AND o.state = 'dead_letter'`,
    ...(eventName === undefined ? [] : [Prisma.sql`o."eventName" = ${eventName}`]),
    ...(reason === undefined
      ? []
      : [Prisma.sql`strpos(lower(o."lastError"), lower(${reason})) > 0`]),
    ...(from === undefined ? [] : [Prisma.sql`o."settledAt" >= ${from}`]),
    ...(until === undefined ? [] : [Prisma.sql`o."settledAt" < ${until}`]),
  ];
  return Prisma.join(conditions, " AND ");
}

/** Where a page ended: the instant of the refusal and the row. */
function parsePlace(text: string): { settledAt: Date; id: bigint } | null {
  const [, millis, id] = /^(\d{1,15})\.(\d{1,18})$/.exec(text) ?? [];
  if (millis === undefined || id === undefined) return null;
  return { settledAt: new Date(Number(millis)), id: BigInt(id) };
}

/** Whether a shop has any dead letter. */
export async function hasDeadLetters(shopId: ShopId): Promise<boolean> {
  const [found] = await db.$queryRaw<{ has: boolean }[]>`
    SELECT EXISTS (SELECT FROM outbox o WHERE ${fits(shopId, {})}) AS has`;
  return found?.has ?? false;
}
