import { Prisma, type Shop as ShopRecord } from "@prisma/client";

import type { SqlTransaction } from "~/db.server";
import { toShopId } from "~/ids";

import { toConnectedLane, type ConnectedLane } from "./connection.server";
import { ensureErasureKeys, markerOf, type Marker } from "./erasure-mark.server";
import type { Platform } from "./settings";
import { toShop } from "./shop.server";
import type { Shop } from "./shop";

/** An installed shop, with all that is asked of it when a webhook comes. */
export type ShopAtDoor = {
  shop: Shop;
  /** `null` while it is not connected. */
  lane: ConnectedLane | null;
  marker: Marker;
  /** Whether the shop has any erasure mark: of most shops nobody has to ask which. */
  hasErasures: boolean;
};

const COLUMNS = Object.keys(Prisma.ShopScalarFieldEnum).map((name) => `s."${name}"`);

/** In the order of their ids, so that two readers never wait for one another. */
const LOCK_SHOPS = locking(
  "lock-shops",
  "s.platform = $1 AND s.domain = ANY($2)",
  "FOR KEY SHARE OF s SKIP LOCKED",
);
const LOCK_BY_KEY = {
  pass: locking("lock-by-key", 's."collectKey" = ANY($1)', "FOR KEY SHARE OF s SKIP LOCKED"),
  wait: locking("wait-by-key", 's."collectKey" = ANY($1)', "FOR KEY SHARE OF s"),
};

function locking(name: string, isAsked: string, how: string) {
  const text = `
    SELECT ${COLUMNS.join(", ")}, c.state AS "connectionState", c."adAccountId", c."credentialVersion"
      FROM shops s LEFT JOIN pinterest_connections c ON c."shopId" = s.id
     WHERE ${isAsked} AND s."uninstalledAt" IS NULL
     ORDER BY s.id ${how}`;
  return { name, text };
}

type Row = ShopRecord & {
  connectionState: string | null;
  adAccountId: string | null;
  credentialVersion: number | null;
};

/**
 * Reads the installed shops of these names, and keeps an erasure out until the transaction ends, as
 * `readMarker` does for one. A shop that is left out is unknown, uninstalled, or being erased in this
 * moment: whoever has to know which asks for it alone, and waits.
 */
export async function lockShops(
  sql: SqlTransaction,
  platform: Platform,
  shopDomains: readonly string[],
): Promise<ReadonlyMap<string, ShopAtDoor>> {
  const values = [platform, [...new Set(shopDomains)]];
  const shops = await lockMarked(sql, { lock: LOCK_SHOPS, marked: FIND_MARKED.byDomain, values });
  return new Map(shops.flatMap((shop) => toEntry(shop, shop.row.domain)));
}

/**
 * The same of the shops of these public collect keys.
 *
 * @param busy what is done about a shop that is being erased in this moment: it is passed over, or waited
 * for.
 */
export async function lockShopsByKey(
  sql: SqlTransaction,
  collectKeys: readonly string[],
  busy: "pass" | "wait",
): Promise<ReadonlyMap<string, ShopAtDoor>> {
  const values = [[...new Set(collectKeys)]];
  const shops = await lockMarked(sql, {
    lock: LOCK_BY_KEY[busy],
    marked: FIND_MARKED.byKey,
    values,
  });
  return new Map(shops.flatMap((shop) => toEntry(shop, shop.row.collectKey)));
}

/** A shop as it was read, and whether it has any erasure mark. */
type MarkedRow = { row: Row; hasErasures: boolean };

async function lockMarked(
  sql: SqlTransaction,
  asked: { lock: Statement; marked: Statement; values: readonly unknown[] },
): Promise<MarkedRow[]> {
  // The second one runs after the first: where the shop is locked, no mark comes to it any more.
  const [rows, marked] = await Promise.all([
    lock(sql, asked.lock, asked.values),
    sql.query<{ id: string }>(asked.marked, asked.values),
  ]);
  const ids = new Set(marked.map(({ id }) => id));
  return rows.map((row) => ({ row, hasErasures: ids.has(row.id) }));
}

type Statement = { name: string; text: string };

/**
 * One look into the index for each shop, however many marks there are. Written so that the server has the
 * same plan for any number of shops, and makes it once.
 */
const FIND_MARKED = {
  byDomain: {
    name: "find-marked-by-domain",
    text: findingMarked("$2::text[]", "platform = $1 AND domain = k.name"),
  },
  byKey: { name: "find-marked-by-key", text: findingMarked("$1::text[]", '"collectKey" = k.name') },
};

function findingMarked(names: string, isAsked: string): string {
  return `
    SELECT s.id
      FROM unnest(${names}) AS k(name)
      JOIN LATERAL (SELECT id FROM shops WHERE ${isAsked} LIMIT 1) s ON true
      JOIN LATERAL (SELECT FROM erasure_marks WHERE "shopId" = s.id LIMIT 1) m ON true`;
}

async function lock(
  sql: SqlTransaction,
  statement: Statement,
  values: readonly unknown[],
): Promise<Row[]> {
  const rows = await sql.query<Row>(statement, values);
  const keyless = rows.filter(({ sealedErasureKey }) => sealedErasureKey === null);
  if (keyless.length === 0) return rows;
  await ensureErasureKeys(
    sql,
    keyless.map(({ id }) => toShopId(id)),
  );
  return sql.query<Row>(statement, values);
}

function toEntry({ hasErasures, row }: MarkedRow, name: string | null): [string, ShopAtDoor][] {
  const { adAccountId, connectionState, credentialVersion, ...record } = row;
  if (record.sealedErasureKey === null || name === null) return [];
  const shop = toShop(record);
  const lane = toConnectedLane({
    state: connectionState ?? "not_connected",
    adAccountId,
    credentialVersion: credentialVersion ?? 0,
  });
  return [[name, { shop, lane, marker: markerOf(shop.id, record.sealedErasureKey), hasErasures }]];
}
