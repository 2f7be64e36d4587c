import { brand } from "~/brand";
import { toEventId } from "~/ids";

import { isCurrency, roundHalfUp, toMoney } from "~/money";
import { parse } from "~/parse";
import type { EventName } from "~/pinterest/wire";
import type { ShopSettings } from "~/shops/settings";
import { SECOND_MS } from "~/time";

import { countryCode } from "./country";
import type { Draft, Personal } from "./draft";
import type { LineItem } from "./event";
import type { Sha256 } from "./event-id";
import { eventUrl } from "./event-url";
import { nearestEventName, toEventName } from "./ga4-name";
import {
  ingestedSchema,
  UNIX_SECONDS_MAX,
  type Ingested,
  type IngestedItem,
} from "./ingest-schema";
import { known } from "./known";
import { toPersonal, type ConsentSnapshot } from "./snapshot";
import { subdivisionCode } from "./subdivision";
import { hashUserData, normalizeUserData } from "./user-data";

/** An act that a merchant's own server or app reported, up to the decision. */
export type IngestedAct = { draft: Draft; personal: Personal; snapshot: ConsentSnapshot };

/** Why an element of an `/ingest` body is no act, with what its sentence has to be told. */
export type IngestRefusal =
  | { code: "event_unreadable"; params: { fields: string } }
  | { code: "event_name_missing"; params: Record<string, never> }
  | { code: "event_name_unknown"; params: { name: string; nearest: EventName } }
  | { code: "event_id_missing"; params: Record<string, never> }
  | { code: "time_unreadable"; params: Record<string, never> }
  | { code: "time_in_milliseconds"; params: Record<string, never> }
  | { code: "url_unreadable"; params: Record<string, never> }
  | { code: "language_unreadable"; params: Record<string, never> }
  | { code: "currency_unknown"; params: { currency: string } }
  | { code: "currency_missing"; params: Record<string, never> }
  | { code: "amount_negative"; params: { field: string } };

/** All codes of {@link IngestRefusal}. */
export type IngestRefusalCode = IngestRefusal["code"];

export type ReadIngested =
  | { kind: "read"; act: IngestedAct }
  /** The sender: the same element gets the same answer. */
  | { kind: "refused"; refusal: IngestRefusal };

/** What an element is read by. */
export type IngestContext = { settings: ShopSettings; now: Date; sha256: Sha256 };

/** A longer name than this is nobody's typing error, and a sentence repeats it. */
const NAME_CHARACTERS_SHOWN = 60;

/**
 * Reads one element of an `/ingest` body, in our own form or with the `params` of Google Analytics 4.
 * Where both say something, our own field counts. Personal data is hashed here, and what has to stay
 * readable until the event leaves is in `personal`.
 */
export async function readIngested(
  element: unknown,
  context: IngestContext,
): Promise<ReadIngested> {
  const parsed = parse(ingestedSchema, element);
  if (parsed.kind === "unreadable") {
    return refused({ code: "event_unreadable", params: { fields: parsed.fields.join(", ") } });
  }
  const found = refusalOf(parsed.value);
  if (found) return refused(found);
  return { kind: "read", act: await toAct(parsed.value, context) };
}

function refused(refusal: IngestRefusal): ReadIngested {
  return { kind: "refused", refusal };
}

/** The first thing that is wrong with an element of the right form. */
function refusalOf(given: Ingested): IngestRefusal | null {
  const { eventId, language, name, url } = fieldsOf(given);
  if (name === undefined) return { code: "event_name_missing", params: {} };
  if (toEventName(name) === undefined) {
    const shown = name.slice(0, NAME_CHARACTERS_SHOWN);
    const params = { name: shown, nearest: nearestEventName(shown) };
    return { code: "event_name_unknown", params };
  }
  if (eventId === undefined) return { code: "event_id_missing", params: {} };
  if (url !== undefined && eventUrl(url) === undefined)
    return { code: "url_unreadable", params: {} };
  if (language !== undefined && !LANGUAGE.test(language)) {
    return { code: "language_unreadable", params: {} };
  }
  return timeRefusal(given.occurredAt) ?? moneyRefusal(fieldsOf(given));
}

/** Two letters, and whatever follows them: `en`, `en-US`, `pt_BR`. */
const LANGUAGE = /^[a-z]{2}/i;

/** As ISO 8601 writes an instant; a date alone is its first moment in UTC. */
const INSTANT = /^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}([.,]\d+)?)?(Z|[+-]\d{2}:?\d{2}))?$/i;

function timeRefusal(occurredAt: Ingested["occurredAt"]): IngestRefusal | null {
  if (occurredAt == null || occurredAt === "") return null;
  if (toSeconds(occurredAt) > UNIX_SECONDS_MAX) return { code: "time_in_milliseconds", params: {} };
  return toInstant(occurredAt) === null ? { code: "time_unreadable", params: {} } : null;
}

function toInstant(occurredAt: string | number): Date | null {
  const seconds = toSeconds(occurredAt);
  if (seconds >= 0) return new Date(Math.floor(seconds) * SECOND_MS);
  const text = String(occurredAt);
  const instant = new Date(INSTANT.test(text) ? text.replace(",", ".") : Number.NaN);
  return Number.isNaN(instant.getTime()) ? null : instant;
}

/** Digits are Unix seconds, also as text: a date library would take them for milliseconds or a year. */
function toSeconds(occurredAt: string | number): number {
  return /^\d+(\.\d+)?$/.test(String(occurredAt)) ? Number(occurredAt) : Number.NaN;
}

function moneyRefusal({ currency, items, value }: Fields): IngestRefusal | null {
  if (currency !== undefined && !isCurrency(currency)) {
    return { code: "currency_unknown", params: { currency: currency.slice(0, 3) } };
  }
  if (value !== undefined && currency === undefined)
    return { code: "currency_missing", params: {} };
  if (value?.startsWith("-")) return { code: "amount_negative", params: { field: "value" } };
  const index = items.findIndex(({ price }) => price?.startsWith("-"));
  if (index === -1) return null;
  return { code: "amount_negative", params: { field: `items.${index}.price` } };
}

/** The fields that may stand in two places. */
type Fields = ReturnType<typeof fieldsOf>;

function fieldsOf({ name, eventId, language, order, params, searchString, url }: Ingested) {
  return {
    name,
    eventId,
    language,
    url: url ?? params?.page_location,
    orderId: order?.id ?? params?.transaction_id,
    value: order?.value ?? params?.value,
    currency: (order?.currency ?? params?.currency)?.toUpperCase(),
    items: order?.items ?? params?.items ?? [],
    searchString: searchString ?? params?.search_term,
  };
}

async function toAct(
  given: Ingested,
  { now, settings, sha256 }: IngestContext,
): Promise<IngestedAct> {
  const { currency, eventId = "", items, name = "", url, value, ...fields } = fieldsOf(given);
  const shopCountry = countryCode(settings.shopCountry);
  const { clickId, ip, maid, userAgent, ...user } = given.user ?? {};
  const normal = normalizeUserData({ ...known(user), hashedMaids: maid ?? [] }, { shopCountry });

  const draft: Draft = {
    eventId: toEventId(eventId),
    eventName: toEventName(name) ?? "custom",
    actionSource: given.actionSource ?? "web",
    occurredAt: (given.occurredAt && toInstant(given.occurredAt)) || now,
    ...(fields.language && { language: fields.language.slice(0, 2).toLowerCase() }),
    userData: await hashUserData(normal, sha256),
    customData: known({
      currency,
      value: value && currency ? roundHalfUp(toMoney(value, currency)) : undefined,
      orderId: fields.orderId,
      searchString: fields.searchString,
      contentName: given.contentName,
      contentCategory: given.contentCategory,
      contentBrand: given.contentBrand,
    }),
    lineItems: items.map((item) => toLineItem(item, currency)),
    ...(given.app && { app: known(given.app) }),
    ...(given.device && { device: known(given.device) }),
    ...consentPlace(given, settings),
  };
  const personal = toPersonal({
    clickId: clickId ?? pageClickId(url),
    clientIp: ip,
    userAgent,
    sourceUrl: url && eventUrl(url),
  });
  const snapshot = { browserSent: false, consent: known(given.consent ?? {}), personal: {} };
  return { draft, personal, snapshot };
}

/** Pinterest writes it into the address of the page that an ad leads to. */
function pageClickId(url: string | undefined): string | undefined {
  // A click id is base64: a space in it was a plus sign.
  return (url && new URL(url).searchParams.get("epik")?.replaceAll(" ", "+")) || undefined;
}

function toLineItem(item: IngestedItem, currency: string | undefined): LineItem {
  const { brand: brandName, category, id, name, price, quantity } = item;
  return {
    itemId: brand(id),
    ...known({ name, category, brand: brandName }),
    // Without a currency nobody can say where to round.
    ...known({ price: price && currency ? roundHalfUp(toMoney(price, currency)) : price }),
    quantity,
  };
}

function consentPlace({ user }: Ingested, settings: ShopSettings) {
  const country = user?.country.map(countryCode).find((code) => code !== undefined);
  const region = country && user?.st.map((st) => subdivisionCode(st, country)).find(Boolean);
  return {
    consentCountry: country ?? settings.shopCountry,
    ...(region && { consentRegion: `${country}-${region}` }),
  };
}
