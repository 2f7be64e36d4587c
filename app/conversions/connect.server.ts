import { db } from "~/db.server";
import type { ShopId } from "~/ids";
import { enqueue } from "~/queue.server";
import { rotateCollectKey } from "~/shops/collect-key.server";
import type { CredentialsForm, TestResult } from "~/shops/connection";
import { recordCredentials, recordDisconnect } from "~/shops/connection.server";
import { forgetAccounts, giveBack } from "~/shops/pinterest-account.server";
import type { SettingsChange } from "~/shops/settings-form";
import { recordSettings } from "~/shops/shop.server";
import { testConnection } from "~/shops/test-connection.server";

import { followConnection } from "./follow-connection.server";

/**
 * Saves a shop's settings page: credentials that have no problems, and the settings beside them, both
 * or neither. Changed credentials mend the connection: what was held goes out by itself. The pixel
 * and the catalog follow what was saved.
 */
export async function saveShop(
  shopId: ShopId,
  form: CredentialsForm,
  settings: SettingsChange,
  now: Date,
): Promise<void> {
  await db.$transaction(async (tx) => {
    await recordSettings(tx, shopId, settings);
    await enqueue(tx, "sync-pixel", { shopId });
    await enqueue(tx, "begin-sync", { shopId, cause: "settings" });
    const { isChanged } = await recordCredentials(tx, shopId, form);
    if (isChanged) await followConnection(tx, shopId, now);
  });
}

/** Saves a shop's settings and leaves its credentials as they are. */
export async function saveSettings(shopId: ShopId, settings: SettingsChange): Promise<void> {
  await db.$transaction(async (tx) => {
    await recordSettings(tx, shopId, settings);
    await enqueue(tx, "sync-pixel", { shopId });
    await enqueue(tx, "begin-sync", { shopId, cause: "settings" });
  });
}

/** Gives the shop's pixel a new key. What still comes under the old one is refused. */
export async function rotateKey(shopId: ShopId): Promise<void> {
  await db.$transaction(async (tx) => {
    await rotateCollectKey(tx, shopId);
    await enqueue(tx, "sync-pixel", { shopId });
  });
}

/**
 * Tries the stored credentials at Pinterest. An accepted test mends a connection that needed attention,
 * and what was held goes out by itself.
 *
 * @returns `null` where there are no complete credentials to try.
 */
export async function tryConnection(shopId: ShopId, now: Date): Promise<TestResult | null> {
  const test = await testConnection(shopId, now);
  if (test?.isMended) await db.$transaction((tx) => followConnection(tx, shopId, now));
  return test?.result ?? null;
}

/**
 * Erases the token and the account's, and takes the pixel out. What is open waits, held, for the next
 * token. What Pinterest takes back of the account's tokens ends there too.
 */
export async function disconnect(shopId: ShopId, now: Date): Promise<void> {
  const forgotten = await db.$transaction(async (tx) => {
    await recordDisconnect(tx, shopId);
    await enqueue(tx, "sync-pixel", { shopId });
    await followConnection(tx, shopId, now);
    return forgetAccounts(tx, shopId);
  });
  await giveBack(forgotten);
}
