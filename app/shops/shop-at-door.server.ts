import { Prisma, type Shop as ShopRecord } from "@prisma/client";

import type { SqlTransaction } from "~/db.server";

import { toConnectedLane, type ConnectedLane } from "./connection.server";
import { markerOf, type Marker } from "./erasure-mark.server";
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
       AND s."sealedErasureKey" IS NOT NULL
     ORDER BY s.id FOR KEY SHARE OF s SKIP LOCKED`,
};

type Row = ShopRecord & {
  connectionState: string | null;
  adAccountId: string | null;
  credentialVersion: number | null;
};

/**
 * Reads the installed shops of these names, and keeps an erasure out until the transaction ends, as
 * `readMarker` does for one. A shop that is left out is unknown or uninstalled, or has no erasure key yet, or is
 * being erased in this moment: whoever needs to know asks for it alone.
 */
export async function lockShops(
  sql: SqlTransaction,
  platform: Platform,
  shopDomains: readonly string[],
): Promise<ReadonlyMap<string, ShopAtDoor>> {
  const rows = await sql.query<Row>(LOCK_SHOPS, [platform, [...new Set(shopDomains)]]);
  return new Map(
    rows.flatMap(({ connectionState, adAccountId, credentialVersion, ...record }) => {
      const shop = toShop(record);
      if (record.sealedErasureKey === null) return [];
      const lane = toConnectedLane({
        state: connectionState ?? "not_connected",
        adAccountId,
        credentialVersion: credentialVersion ?? 0,
      });
      return [
        [shop.shopDomain, { shop, lane, marker: markerOf(shop.id, record.sealedErasureKey) }],
      ];
    }),
  );
}
