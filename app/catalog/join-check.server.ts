import { z } from "zod";

import { db } from "~/db.server";
import type { ShopId } from "~/ids";
import { parse } from "~/parse";

import {
  causeOf,
  FINDINGS_KEPT,
  idsWithin,
  joinFindingSchema,
  type JoinCheck,
  type JoinFinding,
  type KnownItem,
} from "./join-check";

/** An item, and how many events had it. */
type Counted = { itemId: string; events: number };

/**
 * Looks up which of these items no published feed of the shop has, and why, and keeps the result in place
 * of the last one. A shop without a published feed has nothing to compare with.
 */
export async function checkJoin(
  shopId: ShopId,
  counted: readonly Counted[],
  now: Date,
): Promise<"checked" | "no_feed"> {
  const feeds = await db.feed.findMany({
    where: { shopId, currentVersionId: { not: null } },
    select: { id: true },
  });
  if (feeds.length === 0) return "no_feed";
  const findings = await explain(
    shopId,
    feeds.map(({ id }) => id),
    counted,
  );
  const result = {
    checkedAt: now,
    items: counted.length,
    missing: findings.length,
    missingEvents: findings.reduce((sum, { events }) => sum + events, 0),
    findings: findings.slice(0, FINDINGS_KEPT),
  };
  await db.joinCheck.upsert({
    where: { shopId },
    create: { shopId, ...result },
    update: result,
  });
  return "checked";
}

/** What the last look came to; `null` before the first. */
export async function findJoinCheck(shopId: ShopId): Promise<JoinCheck | null> {
  const row = await db.joinCheck.findUnique({ where: { shopId } });
  if (!row) return null;
  const { checkedAt, items, missing, missingEvents } = row;
  const findings = parse(z.array(joinFindingSchema), row.findings);
  const kept = findings.kind === "parsed" ? findings.value : [];
  return { checkedAt, items, missing, missingEvents, findings: kept };
}

async function explain(
  shopId: ShopId,
  feedIds: readonly string[],
  counted: readonly Counted[],
): Promise<JoinFinding[]> {
  const known = await findKnown(shopId, feedIds, counted);
  const unknown = counted.filter(({ itemId }) => !known.has(itemId));
  const others = await findByPlatformId(
    shopId,
    unknown.flatMap(({ itemId }) => idsWithin(itemId)),
  );
  return counted.flatMap(({ events, itemId }) => {
    const item = known.get(itemId);
    const [otherwise] = item ? [] : idsWithin(itemId).flatMap((id) => others.get(id) ?? []);
    const found = causeOf(item, otherwise !== undefined);
    const productId = item?.productId ?? otherwise ?? null;
    return found ? [{ itemId, events, ...found, productId }] : [];
  });
}

/** The stored items of these ids; of several feeds, one in which the item is counts. */
async function findKnown(
  shopId: ShopId,
  feedIds: readonly string[],
  counted: readonly Counted[],
): Promise<ReadonlyMap<string, KnownItem>> {
  const rows = await db.$queryRaw<(KnownItem & { itemId: string })[]>`
    SELECT DISTINCT ON ("itemId") "itemId", "productId", "leftOut" FROM catalog_items
     WHERE "shopId" = ${shopId}::uuid AND "feedId" = ANY(${feedIds}::uuid[])
       AND "itemId" = ANY(${counted.map(({ itemId }) => itemId)}::text[])
     ORDER BY "itemId", "leftOut" IS NOT NULL`;
  return new Map(rows.map(({ itemId, ...item }) => [itemId, item]));
}

/** The product of each of these ids, of variants or products, that the shop's catalog has. */
async function findByPlatformId(
  shopId: ShopId,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db.$queryRaw<{ variantId: string; productId: string }[]>`
    SELECT DISTINCT "variantId", "productId" FROM catalog_items
     WHERE "shopId" = ${shopId}::uuid
       AND ("variantId" = ANY(${ids}::text[]) OR "productId" = ANY(${ids}::text[]))`;
  return new Map(
    rows.flatMap(({ productId, variantId }): [string, string][] => [
      [productId, productId],
      [variantId, productId],
    ]),
  );
}
