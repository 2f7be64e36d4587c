import { saveShop } from "~/conversions/connect.server";
import { db } from "~/db.server";
import type { ShopId } from "~/ids";
import { DEFAULT_APP_SETTINGS } from "~/shops/app-settings";
import { DEFAULT_SETTINGS } from "~/shops/settings";
import type { SettingsChange } from "~/shops/settings-form";
import { recordInstallation } from "~/shops/shop.server";

import { TEST_NOW } from "./clock";
import { DEMO_AD_ACCOUNT_ID, DEMO_TOKEN } from "../../sandbox/pinterest/server";

export const SHOP_DOMAIN = "demo.myshopify.com";

/** Credentials that the local Pinterest takes. */
export const CREDENTIALS = {
  tagId: "2612345678901",
  adAccountId: DEMO_AD_ACCOUNT_ID,
  conversionToken: DEMO_TOKEN,
};

/** An installed shop without credentials. */
export async function installedShop(domain = SHOP_DOMAIN, now = TEST_NOW): Promise<ShopId> {
  const { shopId } = await db.$transaction((tx) =>
    recordInstallation(tx, "shopify", domain, ["read_orders"], now),
  );
  return shopId;
}

/** An installed shop whose settings page was filled in. The job queue must be started. */
export async function connectedShop(
  changes: Partial<SettingsChange> = {},
  domain = SHOP_DOMAIN,
  now = TEST_NOW,
): Promise<ShopId> {
  const shopId = await installedShop(domain, now);
  await saveShop(shopId, CREDENTIALS, { ...settingsChange(), ...changes }, now);
  return shopId;
}

/** The settings that a merchant can change, at their defaults. */
export function settingsChange(): Required<SettingsChange> {
  const { orderTrigger, valueBasis, itemIdFormat, channels, consent } = DEFAULT_SETTINGS;
  const app = DEFAULT_APP_SETTINGS;
  return { orderTrigger, valueBasis, itemIdFormat, channels, consent, app };
}
