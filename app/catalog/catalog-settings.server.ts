import { db, type Transaction } from "~/db.server";
import type { ShopId } from "~/ids";
import { log } from "~/log.server";
import { lockSettings } from "~/shops/shop.server";

import {
  checkCatalogSettings,
  DEFAULT_CATALOG_SETTINGS,
  type CatalogSettings,
} from "./catalog-settings";
import { requestSync } from "./sync-run.server";

/** What a shop's merchant chose for its items; the defaults where nothing was saved. */
export async function findCatalogSettings(
  shopId: ShopId,
  reader: Transaction = db,
): Promise<CatalogSettings> {
  const row = await reader.catalogSettings.findUnique({ where: { shopId } });
  if (!row) return DEFAULT_CATALOG_SETTINGS;
  const settings = checkCatalogSettings(row.settings);
  if (settings.kind === "parsed") return settings.value;
  // Written by an older or a newer version. The defaults leave nothing out; the log says what to look at.
  const fields = Object.keys(settings.problems);
  log.error({ shopId, fields }, "stored catalog settings do not fit the schema");
  return DEFAULT_CATALOG_SETTINGS;
}

/** Saves what the merchant chose, and has the catalog read and the feeds made anew with it. */
export async function saveCatalogSettings(
  shopId: ShopId,
  settings: CatalogSettings,
  now: Date,
): Promise<void> {
  await db.$transaction((tx) => recordCatalogSettings(tx, shopId, settings, now));
}

/** As {@link saveCatalogSettings}, in the caller's transaction. */
export async function recordCatalogSettings(
  tx: Transaction,
  shopId: ShopId,
  settings: CatalogSettings,
  now: Date,
): Promise<void> {
  await lockSettings(tx, shopId);
  await tx.catalogSettings.upsert({
    where: { shopId },
    create: { shopId, settings, savedAt: now },
    update: { settings, savedAt: now },
  });
  await requestSync(tx, shopId, "settings", now);
}
