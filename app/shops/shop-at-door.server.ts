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

const COLUMNS = Object.keys(Prisma.ShopScalarFieldEnum).map((name) => `s."${name}"`);

/** In the order of their ids, so that two readers never wait for one another. */
const LOCK_SHOPS = {
  name: "lock-shops",
  text: `
    SELECT ${COLUMNS.join(", ")}, c.state AS "connectionState", c."adAccountId", c."credentialVersion"
      FROM shops s LEFT JOIN pinterest_connections c ON c."shopId" = s.id
     WHERE s.platform = $1 AND s.domain = ANY($2) AND s."uninstalledAt" IS NULL
     ORDER BY s.id FOR KEY SHARE OF s SKIP LOCKED`,
};

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
  const names = [platform, [...new Set(shopDomains)]];
  const rows = await sql.query<Row>(LOCK_SHOPS, names);
  const keyless = rows.filter(({ sealedErasureKey }) => sealedErasureKey === null);
  if (keyless.length === 0) return new Map(rows.flatMap(toEntry));
  await ensureErasureKeys(
    sql,
    keyless.map(({ id }) => toShopId(id)),
  );
  return new Map((await sql.query<Row>(LOCK_SHOPS, names)).flatMap(toEntry));
}

function toEntry(row: Row): [string, ShopAtDoor][] {
  const { adAccountId, connectionState, credentialVersion, ...record } = row;
  if (record.sealedErasureKey === null) return [];
  const shop = toShop(record);
  const lane = toConnectedLane({
    state: connectionState ?? "not_connected",
    adAccountId,
    credentialVersion: credentialVersion ?? 0,
  });
  return [[record.domain, { shop, lane, marker: markerOf(shop.id, record.sealedErasureKey) }]];
}
