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
};

/** One whose pixel sends. */
export type ShopOfPixel = ShopAtDoor & {
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
  const rows = await lock(sql, LOCK_SHOPS, [platform, [...new Set(shopDomains)]]);
  return new Map(rows.flatMap((row) => toEntry(row, row.domain)));
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
): Promise<ReadonlyMap<string, ShopOfPixel>> {
  const keys = [...new Set(collectKeys)];
  // The second one runs after the first: where the shop is locked, no mark comes to it any more.
  const [rows, marked] = await Promise.all([
    lock(sql, LOCK_BY_KEY[busy], [keys]),
    sql.query<{ collectKey: string }>(FIND_MARKED, [keys]),
  ]);
  const markedKeys = new Set(marked.map(({ collectKey }) => collectKey));
  const entries = rows.flatMap((row) => toEntry(row, row.collectKey));
  return new Map(
    entries.map(([key, atDoor]) => [key, { ...atDoor, hasErasures: markedKeys.has(key) }]),
  );
}

/**
 * One look into the index for each shop, however many marks there are. Written so that the server has the
 * same plan for any number of keys, and makes it once.
 */
const FIND_MARKED = {
  name: "find-marked-shops",
  text: `
    SELECT k.key AS "collectKey"
      FROM unnest($1::text[]) AS k(key)
      JOIN LATERAL (SELECT id FROM shops WHERE "collectKey" = k.key LIMIT 1) s ON true
      JOIN LATERAL (SELECT FROM erasure_marks WHERE "shopId" = s.id LIMIT 1) m ON true`,
};

async function lock(
  sql: SqlTransaction,
  statement: { name: string; text: string },
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

function toEntry(row: Row, name: string | null): [string, ShopAtDoor][] {
  const { adAccountId, connectionState, credentialVersion, ...record } = row;
  if (record.sealedErasureKey === null || name === null) return [];
  const shop = toShop(record);
  const lane = toConnectedLane({
    state: connectionState ?? "not_connected",
    adAccountId,
    credentialVersion: credentialVersion ?? 0,
  });
  return [[name, { shop, lane, marker: markerOf(shop.id, record.sealedErasureKey) }]];
}
