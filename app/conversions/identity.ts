import type { Identifier } from "~/shops/app-settings";
import type { ShopSettings } from "~/shops/settings";

import type { Draft } from "./draft";
import type { Personal } from "./event";
import { withoutClickId } from "./event-url";
import { browserOf, type ConsentSnapshot } from "./snapshot";
import { USER_DATA_KEYS, type HashedUserData, type UserDataKey } from "./user-data";

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

/** The hashed keys that a shop can leave out. */
const KEYS: Partial<Record<UserDataKey, Identifier>> = {
  em: "em",
  ph: "ph",
  fn: "fn",
  ln: "ln",
  ct: "ct",
  st: "st",
  zp: "zp",
  country: "country",
  externalId: "external_id",
};

/** Pinterest limits the use of data by the law of the shopper's state. */
const KEPT_WITH_LDP: readonly Identifier[] = ["st", "country"];

/**
 * The hashed data without what the shop leaves out.
 *
 * **Decision:** of an event with limited data use, state and country stay: without them Pinterest does not
 * know whose law limits it. Source: Pinterest, "Use the Limited Data Processing flag".
 */
export function withoutWithheld(
  userData: HashedUserData,
  withheld: readonly Identifier[],
  isDataUseLimited: boolean,
): HashedUserData {
  if (withheld.length === 0) return userData;
  const kept: HashedUserData = {};
  for (const key of USER_DATA_KEYS) {
    const identifier = KEYS[key];
    const isLeftOut = identifier !== undefined && withheld.includes(identifier);
    const isNeeded =
      isDataUseLimited && identifier !== undefined && KEPT_WITH_LDP.includes(identifier);
    const hexes = userData[key];
    if (hexes !== undefined && (!isLeftOut || isNeeded)) kept[key] = hexes;
  }
  return kept;
}

/** What is sent unhashed, without what the shop leaves out. The page may carry the click id too. */
export function withoutWithheldPersonal(
  { clickId, clientIp, sourceUrl, userAgent }: Personal,
  withheld: readonly Identifier[],
): Personal {
  const hasClickId = !withheld.includes("click_id");
  const hasBrowser = !withheld.includes("browser");
  return {
    ...(hasClickId && clickId !== undefined && { clickId }),
    ...(hasBrowser && clientIp !== undefined && { clientIp }),
    ...(hasBrowser && userAgent !== undefined && { userAgent }),
    ...(sourceUrl !== undefined && {
      sourceUrl: hasClickId ? sourceUrl : withoutClickId(sourceUrl),
    }),
  };
}
