import { db, type Transaction } from "~/db.server";
import type { ShopId } from "~/ids";
import { enqueue } from "~/queue.server";
import { rotateCollectKey } from "~/shops/collect-key.server";
import type { CredentialsForm, DisconnectReceipt, TestResult } from "~/shops/connection";
import { findConnection, recordCredentials, recordDisconnect } from "~/shops/connection.server";
import { accountName } from "~/shops/pinterest-account";
import { findAccounts, forgetAccounts, giveBack } from "~/shops/pinterest-account.server";
import { findPixel } from "~/shops/pixel.server";
import type { SettingsChange } from "~/shops/settings-form";
import { recordSettings } from "~/shops/shop.server";
import { testConnection } from "~/shops/test-connection.server";

import { followConnection } from "./follow-connection.server";
import type { OutboxState } from "./outbox";

/**
 * Saves credentials that have no problems, and settings beside them, both or neither. Changed credentials
 * mend the connection: what was held goes out by itself. The pixel and the catalog follow what was saved.
 */
export async function saveShop(
  shopId: ShopId,
  form: CredentialsForm,
  settings: SettingsChange,
  now: Date,
): Promise<void> {
  await db.$transaction(async (tx) => {
    await changeSettings(tx, shopId, settings);
    await connect(tx, shopId, form, now);
  });
}

/** Saves credentials that have no problems, as {@link saveShop}. */
export async function saveCredentials(
  shopId: ShopId,
  form: CredentialsForm,
  now: Date,
): Promise<void> {
  await db.$transaction((tx) => connect(tx, shopId, form, now));
}

async function connect(
  tx: Transaction,
  shopId: ShopId,
  form: CredentialsForm,
  now: Date,
): Promise<void> {
  const { isChanged } = await recordCredentials(tx, shopId, form);
  await enqueue(tx, "sync-pixel", { shopId });
  if (isChanged) await followConnection(tx, shopId, now);
}

/** Saves some of a shop's settings and leaves the others, and its credentials, as they are. */
export async function saveSettings(shopId: ShopId, settings: SettingsChange): Promise<void> {
  await db.$transaction((tx) => changeSettings(tx, shopId, settings));
}

/** As {@link saveSettings}, in the caller's transaction. */
export async function changeSettings(
  tx: Transaction,
  shopId: ShopId,
  settings: SettingsChange,
): Promise<void> {
  await recordSettings(tx, shopId, settings);
  await enqueue(tx, "sync-pixel", { shopId });
  // Items are called otherwise from now on.
  if (settings.itemIdFormat !== undefined) {
    await enqueue(tx, "begin-sync", { shopId, cause: "settings" });
  }
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
 *
 * @returns what was removed and what stays. Called again, there is nothing left to remove.
 */
export async function disconnect(shopId: ShopId, now: Date): Promise<DisconnectReceipt> {
  const [{ tokenLastFour }, { active }, pixel] = await Promise.all([
    findConnection(shopId),
    findAccounts(shopId),
    findPixel(shopId),
  ]);
  const forgotten = await db.$transaction(async (tx) => {
    await recordDisconnect(tx, shopId);
    await enqueue(tx, "sync-pixel", { shopId });
    await followConnection(tx, shopId, now);
    return forgetAccounts(tx, shopId);
  });
  await giveBack(forgotten);
  const [waiting, feeds] = await Promise.all([
    db.outboxRow.count({ where: { shopId, state: { in: [...WAITING_STATES] } } }),
    db.feedRegistration.count({ where: { shopId, pinterestFeedId: { not: null } } }),
  ]);
  return {
    tokenLastFour,
    accountName: active && accountName(active),
    isGivenBack: forgotten.length > 0,
    hasPixel: pixel.state === "on",
    feeds,
    waiting,
  };
}

/** More than a batch are being held by a job in this moment. */
const WAITING_STATES = ["held", "pending", "waiting"] as const satisfies OutboxState[];
