import { db } from "~/db.server";
import type { ShopId } from "~/ids";
import { findConnection } from "~/shops/connection.server";
import type { Shop } from "~/shops/shop";
import { DAY_MS } from "~/time";
import { visit, type VisitWorld } from "~/visit.server";

import { conflictsInPage, type Conflict, type StorefrontLook } from "./conflicts";

/** How far back orders are compared. */
const COMPARED_MS = 7 * DAY_MS;

/** The head of a page and what the platform adds to it; pages of a megabyte are not rare. */
const PAGE_BYTES_MAX = 2_000_000;

/** What the ledger of the last week shows of acts that are reported twice. */
export async function findConflicts(shopId: ShopId, now: Date): Promise<Conflict[]> {
  const from = new Date(now.getTime() - COMPARED_MS);
  const [ingestTwice, shared] = await Promise.all([
    countIngestedTwice(shopId, from),
    countShared(shopId, from),
  ]);
  const conflicts: Conflict[] = [];
  if (ingestTwice > 0) conflicts.push({ code: "ingest_twice", orders: ingestTwice });
  if (shared > 0) conflicts.push({ code: "shared_event", orders: shared });
  return conflicts;
}

/** Looks once at the front page of a shop's storefront, as anybody may. */
export async function lookAtStorefront(
  { appSettings, id, settings }: Shop,
  world: VisitWorld,
): Promise<StorefrontLook> {
  const [{ tagId }, page] = await Promise.all([
    findConnection(id),
    visit(settings.storeUrl, PAGE_BYTES_MAX, world),
  ]);
  const isSeen = page.kind === "answered" && page.status < 400 && !isPasswordPage(page.url);
  if (!isSeen) return { kind: "not_seen" };
  const html = new TextDecoder().decode(page.head);
  const isCoexistence = appSettings.mode === "coexistence";
  return { kind: "looked", conflicts: conflictsInPage(html, { tagId, isCoexistence }) };
}

/** Where the platform leads everybody while a store is not open. */
function isPasswordPage(url: string): boolean {
  return URL.parse(url)?.pathname === "/password";
}

/**
 * A server that names an order by what the merchant calls it (`1017`), while the platform's webhook names
 * it by its number, makes two lines and two events of it.
 */
async function countIngestedTwice(shopId: ShopId, from: Date): Promise<number> {
  const [found] = await db.$queryRaw<{ orders: number }[]>`
    SELECT count(*)::int AS orders
      FROM ledger_lines ingested
     CROSS JOIN LATERAL (
       SELECT FROM ledger_lines placed
        WHERE placed."shopId" = ${shopId}::uuid AND placed."receivedAt" > ${from}
          AND placed."orderName" = ANY(ARRAY[ingested."orderId", '#' || ingested."orderId"])
          AND placed."receivedBy" <> 'ingest' AND placed.state <> 'skipped'
        LIMIT 1) named
     WHERE ingested."shopId" = ${shopId}::uuid AND ingested."receivedAt" > ${from}
       AND ingested."receivedBy" = 'ingest' AND ingested.state <> 'skipped'`;
  return found?.orders ?? 0;
}

async function countShared(shopId: ShopId, from: Date): Promise<number> {
  const [found] = await db.$queryRaw<{ orders: number }[]>`
    SELECT coalesce(sum(orders - 1), 0)::int AS orders
      FROM (SELECT count(*) AS orders FROM ledger_lines
             WHERE "shopId" = ${shopId}::uuid AND "receivedAt" > ${from} AND "eventId" IS NOT NULL
             GROUP BY "eventId" HAVING count(*) > 1) shared`;
  return found?.orders ?? 0;
}
