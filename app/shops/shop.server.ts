import type { Shop as ShopRecord } from "@prisma/client";
import { z } from "zod";

import { db, type SqlTransaction, type Transaction } from "~/db.server";
import { toShopId, type ShopId } from "~/ids";
import { log } from "~/log.server";
import { parse } from "~/parse";
import { Recall } from "~/recall";
import { MINUTE_MS } from "~/time";

import {
  appSettingsSchema,
  DEFAULT_APP_SETTINGS,
  withDefaults,
  type AppSettings,
} from "./app-settings";
import { recordDisconnect } from "./connection.server";
import {
  NO_CONSENT_POLICY,
  shopConsentPolicySchema,
  type ShopConsentPolicy,
} from "./consent-policy";
import { forgetAccounts } from "./pinterest-account.server";
import type { PixelState } from "./pixel";
import { toSendingMode, type SendingMode } from "./sending";
import {
  DEFAULT_SETTINGS,
  mergeSettings,
  PLATFORMS,
  type Platform,
  type ShopSettings,
} from "./settings";
import type { SettingsChange } from "./settings-form";
import type { Shop } from "./shop";

/** What the platform tells of a shop after installation. */
export type ShopProfile = {
  name: string;
  /** ISO 3166-1 alpha-2; left out where the platform does not know it. */
  country?: string;
  /** ISO 4217. */
  currency: string;
  storeUrl: string;
};

/** The shop of that platform name, uninstalled ones included; `null` where it never was installed. */
export async function findShop(platform: Platform, shopDomain: string): Promise<Shop | null> {
  const record = await db.shop.findUnique({
    where: { platform_domain: { platform, domain: shopDomain } },
  });
  return record && toShop(record);
}

/** The shop of that key; `null` where it was erased. */
export async function findShopById(shopId: ShopId, reader: Transaction = db): Promise<Shop | null> {
  const record = await reader.shop.findUnique({ where: { id: shopId } });
  return record && toShop(record);
}

/** So many shops are read at a time. */
const PAGE_SHOPS = 500;

/** Every shop, uninstalled ones and those that are being erased included. */
export async function* everyShop(): AsyncGenerator<Shop, void, void> {
  let after: string | null = null;
  for (;;) {
    const records: ShopRecord[] = await db.shop.findMany({
      ...(after === null ? {} : { where: { id: { gt: after } } }),
      orderBy: { id: "asc" },
      take: PAGE_SHOPS,
    });
    const last = records.at(-1);
    if (!last) return;
    after = last.id;
    for (const record of records) yield toShop(record);
  }
}

/**
 * Records that the app is installed. Called after every token exchange, so it happens many times: an
 * installed shop only gets its scopes renewed. A shop that comes back finds its settings as they were.
 *
 * @returns whether it was new or came back.
 */
export async function recordInstallation(
  tx: Transaction,
  platform: Platform,
  shopDomain: string,
  scopes: readonly string[],
  now: Date,
): Promise<{ shopId: ShopId; isNew: boolean }> {
  const key = { platform, domain: shopDomain };
  // Two token exchanges of one page load arrive together: the unique key lets one of them create it.
  const { count } = await tx.shop.createMany({
    data: [{ ...key, scopes: [...scopes], installedAt: now }],
    skipDuplicates: true,
  });
  const back = await tx.shop.updateMany({
    where: { ...key, uninstalledAt: { not: null } },
    data: { uninstalledAt: null, installedAt: now },
  });
  const record = await tx.shop.update({
    where: { platform_domain: key },
    data: { scopes: [...scopes] },
  });
  await tx.pinterestConnection.createMany({
    data: [{ shopId: record.id }],
    skipDuplicates: true,
  });
  return { shopId: toShopId(record.id), isNew: count + back.count > 0 };
}

/**
 * Records that the app was uninstalled, and erases the shop's credentials. Settings stay for a return.
 * A word that is older than the installation, one that overtook or lagged, changes nothing.
 *
 * @param uninstalledAt when it happened at the platform.
 * @returns the shop, where this call uninstalled it.
 */
export async function recordUninstall(
  tx: Transaction,
  platform: Platform,
  shopDomain: string,
  uninstalledAt: Date,
): Promise<ShopId | null> {
  const key = { platform, domain: shopDomain };
  const { count } = await tx.shop.updateMany({
    where: { ...key, uninstalledAt: null, installedAt: { lte: uninstalledAt } },
    data: {
      uninstalledAt,
      scopes: [],
      // The platform takes the pixel out by itself.
      pixelState: "none" satisfies PixelState,
      pixelRefusal: null,
      pixelChangedAt: uninstalledAt,
      pixelId: null,
      pixelSeenAt: null,
    },
  });
  if (count === 0) return null;
  const { id } = await tx.shop.findUniqueOrThrow({ where: { platform_domain: key } });
  await recordDisconnect(tx, toShopId(id));
  await forgetAccounts(tx, toShopId(id));
  return toShopId(id);
}

/** Records the scopes that the merchant has granted. */
export async function recordScopes(
  platform: Platform,
  shopDomain: string,
  scopes: readonly string[],
): Promise<void> {
  await db.shop.updateMany({
    where: { platform, domain: shopDomain, uninstalledAt: null },
    data: { scopes: [...scopes] },
  });
}

/** Records what the platform tells of the shop. */
export async function recordProfile(
  tx: Transaction,
  shopId: ShopId,
  profile: ShopProfile,
): Promise<void> {
  await tx.shop.updateMany({ where: { id: shopId }, data: profile });
}

/** Records where the shop's own policy asks for consent or an opt-out, in place of what was known. */
export async function recordConsentPolicy(
  shopId: ShopId,
  consentPolicy: ShopConsentPolicy,
): Promise<void> {
  await db.shop.updateMany({
    where: { id: shopId, uninstalledAt: null },
    data: { consentPolicy },
  });
}

/** The installed shops of a platform. */
export async function listInstalledShops(platform: Platform): Promise<ShopId[]> {
  const shops = await db.shop.findMany({
    where: { platform, uninstalledAt: null },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  return shops.map(({ id }) => toShopId(id));
}

/**
 * Makes everybody else who changes the shop's settings wait until this transaction ends. It hinders nobody
 * who records orders.
 */
export async function lockSettings(tx: Transaction, shopId: ShopId): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM shops WHERE id = ${shopId}::uuid FOR NO KEY UPDATE`;
}

/** Replaces the settings that are named, and leaves what else the merchant chose as it is. */
export async function recordSettings(
  tx: Transaction,
  shopId: ShopId,
  change: SettingsChange,
): Promise<void> {
  await lockSettings(tx, shopId);
  const record = await tx.shop.findUnique({ where: { id: shopId }, select: { settings: true } });
  if (!record) return;
  const stored = jsonObject.parse(record.settings ?? {});
  const { app, ...others } = change;
  const settings = {
    ...stored,
    ...others,
    ...(app && { app: { ...jsonObject.parse(stored["app"] ?? {}), ...app } }),
  };
  await tx.shop.updateMany({ where: { id: shopId }, data: { settings } });
}

/**
 * Puts the shop into a mode of sending. What was recorded before keeps the mode in which it was.
 *
 * @returns whether it was in another.
 */
export async function recordSending(
  tx: Transaction,
  shopId: ShopId,
  sending: SendingMode,
  now: Date,
): Promise<boolean> {
  const { count } = await tx.shop.updateMany({
    where: { id: shopId, uninstalledAt: null, sending: { not: sending } },
    data: { sending, sendingChangedAt: now },
  });
  return count > 0;
}
const jsonObject = z.record(z.string(), z.json());

/** The pixel's sign of life is written this often at most: one row of a busy shop would be all there is. */
const SEEN_EVERY_MS = MINUTE_MS;

/** Notes that the shop's pixel is alive. */
export async function recordPixelSeen(tx: Transaction, shopId: ShopId, now: Date): Promise<void> {
  const stale = { lt: new Date(now.getTime() - SEEN_EVERY_MS) };
  await tx.shop.updateMany({
    where: { id: shopId, OR: [{ pixelSeenAt: null }, { pixelSeenAt: stale }] },
    data: { pixelSeenAt: now },
  });
}

/** The same of several shops; one whose sign of life somebody writes in this moment is left to them. */
export async function recordPixelsSeen(
  sql: SqlTransaction,
  shops: readonly Pick<Shop, "id" | "pixelSeenAt">[],
  now: Date,
): Promise<void> {
  const staleBefore = now.getTime() - SEEN_EVERY_MS;
  const ids = shops
    .filter(({ pixelSeenAt }) => pixelSeenAt === null || pixelSeenAt.getTime() < staleBefore)
    .map(({ id }) => id);
  if (ids.length > 0) await sql.query(RECORD_SEEN, [ids, now]);
}

const RECORD_SEEN = {
  name: "record-pixels-seen",
  text: `
    UPDATE shops SET "pixelSeenAt" = $2 WHERE id = ANY(ARRAY(
      SELECT id FROM shops WHERE id = ANY($1::uuid[]) ORDER BY id FOR NO KEY UPDATE SKIP LOCKED))`,
};

/** A shop as the rooms above know it, of its row. */
export function toShop(record: ShopRecord): Shop {
  const platform = PLATFORMS.find((known) => known === record.platform) ?? "shopify";
  const consentPolicy = consentPolicyOf(record);
  return {
    id: toShopId(record.id),
    platform,
    shopDomain: record.domain,
    name: record.name,
    scopes: record.scopes,
    ...settingsOf(record, platform, consentPolicy),
    consentPolicy,
    sending: toSendingMode(record.sending),
    sendingChangedAt: record.sendingChangedAt,
    pixelSeenAt: record.pixelSeenAt,
    installedAt: record.installedAt,
    uninstalledAt: record.uninstalledAt,
  };
}

function consentPolicyOf(record: ShopRecord): ShopConsentPolicy {
  if (record.consentPolicy === null) return NO_CONSENT_POLICY;
  const policy = parse(shopConsentPolicySchema, record.consentPolicy);
  if (policy.kind === "parsed") return policy.value;
  log.error({ shopId: record.id, fields: policy.fields }, "stored policy does not fit the schema");
  return NO_CONSENT_POLICY;
}

const storedSchema = z
  .object({
    app: z.looseObject({}).exactOptional(),
    consent: z.looseObject({}).exactOptional(),
  })
  .loose();

type ReadSettings = { settings: ShopSettings; appSettings: AppSettings };

/** As many shops as send at the same time. The row itself is read each time; this is its reading. */
const readings = new Recall<ReadSettings>(2_000, 8_192);

function settingsOf(
  record: ShopRecord,
  platform: Platform,
  policy: ShopConsentPolicy,
): ReadSettings {
  const { country, currency, domain, id, settings, storeUrl } = record;
  const given = [id, platform, policy, country, currency, domain, settings, storeUrl];
  return readings.of(JSON.stringify(given), () => readSettings(record, platform, policy));
}

/** Defaults, then what the platform tells, then what the merchant chose. */
function readSettings(
  record: ShopRecord,
  platform: Platform,
  policy: ShopConsentPolicy,
): ReadSettings {
  const { country, currency, domain, settings, storeUrl } = record;
  const { app, consent, ...chosen } = storedSchema.parse(settings);
  const isOptOutRequired = policy.saleOptOutRequiredIn.length > 0;
  const merged = mergeSettings({
    platform,
    shopDomain: domain,
    storeUrl: storeUrl ?? `https://${domain}`,
    ...(country ? { shopCountry: country } : {}),
    feed: { ...(country ? { country } : {}), ...(currency ? { currency } : {}) },
    ...chosen,
    consent: { ...(isOptOutRequired && { unknownElsewhere: "ldp" }), ...consent },
  });
  const ofApp = parse(appSettingsSchema, withDefaults(app));
  if (merged.kind === "parsed" && ofApp.kind === "parsed") {
    const coexistence = ofApp.value.mode === "coexistence";
    return { settings: { ...merged.value, coexistence }, appSettings: ofApp.value };
  }
  // Written by an older or a newer version. The defaults are safe; the log says what to look at.
  const fields = [merged, ofApp].flatMap((part) => (part.kind === "parsed" ? [] : part.fields));
  log.error({ shopId: record.id, fields }, "stored settings do not fit the schema");
  return {
    settings: { ...DEFAULT_SETTINGS, platform, shopDomain: domain },
    appSettings: DEFAULT_APP_SETTINGS,
  };
}
