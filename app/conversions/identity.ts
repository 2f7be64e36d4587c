import type { ShopSettings } from "~/shops/settings";

import type { Draft } from "./draft";
import type { Personal } from "./event";
import { browserOf, type ConsentSnapshot } from "./snapshot";
import type { HashedUserData } from "./user-data";

/**
 * Whether Pinterest could match anybody: an email, a device id, or IP and user agent together.
 *
 * Source: Pinterest API v5.23, `ConversionEventsUserData`.
 */
export function hasIdentity(userData: HashedUserData, personal: Personal): boolean {
  const hasBrowser = personal.clientIp !== undefined && personal.userAgent !== undefined;
  return userData.em !== undefined || userData.hashedMaids !== undefined || hasBrowser;
}

/**
 * What is known of the browser, the pixel's word before the platform's. Without a page of its own, an
 * act has the shop's. What happened offline has no browser.
 */
export function mergePersonal(given: {
  draft: Draft;
  personal: Personal;
  snapshot: ConsentSnapshot | null;
  settings: ShopSettings;
}): Personal {
  const seen = given.snapshot?.personal ?? {};
  const clickId = seen.clickId ?? given.personal.clickId;
  return {
    ...(clickId !== undefined && { clickId }),
    ...(given.draft.actionSource !== "offline" && browserOf(seen, given.personal)),
    sourceUrl: seen.sourceUrl ?? given.personal.sourceUrl ?? given.settings.storeUrl,
  };
}

/** The customer is known to the platform by one id, and to the pixel by another; both are sent. */
export function mergeUserData(
  userData: HashedUserData,
  snapshot: ConsentSnapshot | null,
): HashedUserData {
  if (!snapshot?.externalId) return userData;
  const externalId = [...new Set([...(userData.externalId ?? []), snapshot.externalId])];
  return { ...userData, externalId };
}
