import { brand } from "~/brand";
import type { EventId } from "~/ids";
import { toEventId } from "~/ids";
import { roundHalfUp, toMoney } from "~/money";
import type { ShopSettings } from "~/shops/settings";

import type { CollectedAct, CollectedLineItem } from "./collect-message";
import { countryCode } from "./country";
import type { Draft } from "./draft";
import type { LineItem, Personal } from "./event";
import type { Sha256 } from "./event-id";
import { eventUrl } from "./event-url";
import { known } from "./known";
import { ageWhenSent } from "./plausible";
import {
  toConsentSnapshot,
  toPersonal,
  type ConsentSnapshot,
  type TakenSnapshot,
} from "./snapshot";
import { subdivisionCode } from "./subdivision";
import { hashUserData, normalizeUserData } from "./user-data";

/** Who sent a message, by the request that brought it and not by what it says. */
export type Sender = { clientIp: string | null; userAgent: string | null };

/** What a message is read by. */
export type CollectContext = {
  settings: ShopSettings;
  sender: Sender;
  /** When it arrived, by our clock. */
  now: Date;
  sha256: Sha256;
};

/** An act that the pixel reported, up to the decision. */
export type CollectedDraft = { draft: Draft; personal: Personal; snapshot: ConsentSnapshot };

/** What looks like an email address. The pixel leaves such a text out; others write messages too. */
const EMAIL = /@|%40/;

/** Seven digits, and between them nothing but what people write into phone numbers. */
const PHONE = /(\d[\s().+/-]*){7}/;

/** Hosts of the platform on which a shop's checkout may stand. */
const CHECKOUT_HOSTS = ["checkout.shopify.com", "shop.app"];

/** Which event a message is about: in coexistence the other pixel's, which has Shopify's own id. */
export function collectedEventId(
  { eventId, shopifyEventId }: Pick<CollectedAct, "eventId" | "shopifyEventId">,
  { coexistence }: Pick<ShopSettings, "coexistence">,
): EventId {
  return toEventId(coexistence ? shopifyEventId : eventId);
}

/** An act other than a checkout as the draft of its event. Readable of the shopper is only what `personal` holds. */
export async function toCollectedDraft(
  act: CollectedAct,
  { now, sender, settings, sha256 }: CollectContext,
): Promise<CollectedDraft> {
  const { custom, lineItems } = act;
  const { currency, searchString, value } = custom ?? {};
  const draft: Draft = {
    eventId: collectedEventId(act, settings),
    eventName: act.name,
    actionSource: "web",
    occurredAt: occurredAt(act, now),
    userData: await hashUserData(normalizeUserData(userDataOf(act), {}), sha256),
    customData: known({
      currency,
      value: value && currency ? roundHalfUp(toMoney(value, currency)) : undefined,
      orderId: custom?.orderId,
      searchString: searchString && namesSomebody(searchString) ? undefined : searchString,
      contentCategory: custom?.contentCategory,
    }),
    lineItems: (lineItems ?? []).map((item) => toLineItem(item, currency)),
    ...placeOf(act, settings),
  };
  const personal = toPersonal({
    ...sender,
    clickId: act.clickId,
    sourceUrl: ownPage(act.pageUrl, settings),
  });
  return { draft, personal, snapshot: { browserSent: false, consent: act.consent, personal: {} } };
}

/**
 * A `checkout` as the snapshot that its order's event is decided with. Of a shopper who does not allow
 * marketing only the choice is kept.
 */
export async function toCollectedSnapshot(
  act: CollectedAct,
  { now, sender, settings, sha256 }: CollectContext,
): Promise<TakenSnapshot> {
  const { clickId, clientId, consent } = act;
  const isAllowed = consent.marketing;
  const pageUrl = ownPage(act.pageUrl, settings);
  const seen = known({
    eventId: act.shopifyEventId,
    clickId,
    clientIp: sender.clientIp ?? undefined,
    userAgent: sender.userAgent ?? undefined,
    pageUrl,
    clientId,
  });
  const { consentRegion, consentCountry } = placeOf(act, settings);
  return {
    takenAt: occurredAt(act, now),
    ...(act.country && { region: consentRegion ?? consentCountry }),
    snapshot: await toConsentSnapshot({ ...(isAllowed && seen), consent }, sha256),
  };
}

/** By our clock: the browser's tells how long ago it was, and not when. */
function occurredAt(act: CollectedAct, now: Date): Date {
  return new Date(now.getTime() - ageWhenSent(act));
}

function userDataOf({ clientId, country, emailSha256, externalIdSha256, region }: CollectedAct) {
  const given = (text: string | undefined) => (text === undefined ? [] : [text]);
  return {
    em: given(emailSha256),
    externalId: [...given(externalIdSha256), ...given(clientId)],
    country: given(country),
    st: country === undefined ? [] : given(region),
  };
}

function placeOf({ country, region }: CollectedAct, settings: ShopSettings) {
  const code = countryCode(country);
  const subdivision = code && subdivisionCode(region, code);
  return {
    consentCountry: code ?? settings.shopCountry,
    ...(code && subdivision && { consentRegion: `${code}-${subdivision}` }),
  };
}

/**
 * The page, cleaned, where it is one of the shop's; a page that names somebody is cut to its host.
 *
 * **Decision:** of a page on another host the act is kept and the page is not: a shop may have domains
 * that we do not know, and nobody may put a stranger's page among a shop's.
 */
function ownPage(pageUrl: string | undefined, settings: ShopSettings): string | undefined {
  const url = eventUrl(pageUrl ?? "");
  if (url === undefined) return undefined;
  const { host, origin } = new URL(url);
  if (!isOwnHost(host, settings)) return undefined;
  return EMAIL.test(url) ? `${origin}/` : url;
}

function isOwnHost(host: string, { shopDomain, storeUrl }: ShopSettings): boolean {
  const ownHost = new URL(storeUrl).host.replace(/^www\./, "");
  if (host === ownHost || host.endsWith(`.${ownHost}`)) return true;
  return host === shopDomain || CHECKOUT_HOSTS.includes(host);
}

function namesSomebody(text: string): boolean {
  return EMAIL.test(text) || PHONE.test(text);
}

function toLineItem(item: CollectedLineItem, currency: string | undefined): LineItem {
  const { brand: brandName, category, itemId, name, price, quantity } = item;
  return {
    itemId: brand(itemId),
    ...known({ name, category, brand: brandName }),
    ...known({ price: price && currency ? roundHalfUp(toMoney(price, currency)) : price }),
    quantity,
  };
}
