import { isIP } from "node:net";
import type { WireEvent } from "./wire.ts";

/** The 22 names of the reference; `app_open` and the last six are newer than description 5.23. */
export const EVENT_NAMES = new Set([
  "page_visit",
  "view_content",
  "view_category",
  "search",
  "add_to_cart",
  "add_to_wishlist",
  "initiate_checkout",
  "add_payment_info",
  "checkout",
  "lead",
  "signup",
  "subscribe",
  "watch_video",
  "custom",
  "app_install",
  "app_open",
  "contact",
  "customize_product",
  "find_location",
  "schedule",
  "start_trial",
  "submit_application",
]);

const ACTION_SOURCES = new Set(["app_android", "app_ios", "web", "offline"]);

const HASHED_KEYS = [
  "em",
  "ph",
  "ge",
  "db",
  "fn",
  "ln",
  "ct",
  "st",
  "zp",
  "country",
  "external_id",
  "hashed_maids",
] as const;

const PLAIN_KEYS = ["click_id", "client_ip_address", "client_user_agent", "partner_id"] as const;

/** `customer_type` is in the reference since 5.31. */
const USER_DATA_KEYS = new Set<string>([...HASHED_KEYS, ...PLAIN_KEYS, "customer_type"]);

const SHA256_HEX = /^[0-9a-f]{64}$/;
/** SHA-256 of nothing: a sender that hashed an empty value. */
const HASH_OF_NOTHING = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
const DECIMAL = /^-?\d+(\.\d+)?$/;
const EMAIL = /[^\s@]+@[^\s@]+\.[^\s@]+/;

/** A number this large is a time in milliseconds: as seconds it lies beyond the year 5000. */
const SECONDS_MAX = 100_000_000_000;
const AGE_SECONDS_MAX = 7 * 24 * 60 * 60;
/** Two machines' clocks may differ by this much before a time counts as the future. */
const CLOCK_SKEW_SECONDS_MAX = 5;

const CURRENCIES = new Set(Intl.supportedValuesOf("currency"));

/** What a rule may look at besides the event. `nowSeconds` is Unix time. */
type RuleContext = { nowSeconds: number };

/** The sentence that goes into `error_message`, or `null` when the event keeps the rule. */
type Rule = { name: string; check: (event: WireEvent, context: RuleContext) => string | null };

/**
 * The rules that the published schema states only in words, in the order they are checked; the first
 * broken one fails the event. None of the sentences repeats a value of `user_data`.
 *
 * Source: Pinterest API v5.23, ConversionEvents and ConversionEventsUserData (descriptions);
 * developer guide "Track conversions in the API" (event names, formats of single keys).
 */
export const RULES: readonly Rule[] = [
  {
    name: "event_name",
    check: ({ event_name }) =>
      EVENT_NAMES.has(event_name)
        ? null
        : `Invalid event_name: ${event_name.slice(0, 60)}. Use a supported conversion event_name (for example subscribe, checkout).`,
  },
  {
    name: "action_source",
    check: ({ action_source }) =>
      ACTION_SOURCES.has(action_source)
        ? null
        : "Invalid action_source. Use one of app_android, app_ios, web, offline.",
  },
  {
    name: "event_id",
    check: ({ event_id }) => (event_id.trim() === "" ? "event_id must not be empty." : null),
  },
  {
    name: "event_time_unit",
    check: ({ event_time }) =>
      event_time >= SECONDS_MAX ? "event_time is in milliseconds. Use Unix seconds." : null,
  },
  {
    name: "event_time_future",
    check: ({ event_time }, { nowSeconds }) =>
      event_time > nowSeconds + CLOCK_SKEW_SECONDS_MAX ? "event_time is in the future." : null,
  },
  {
    name: "event_time_age",
    check: ({ event_time }, { nowSeconds }) =>
      event_time < nowSeconds - AGE_SECONDS_MAX ? "event_time is older than 7 days." : null,
  },
  { name: "user_data_keys", check: ({ user_data }) => unknownUserDataKey(user_data) },
  { name: "user_data_hashes", check: ({ user_data }) => unhashedUserData(user_data) },
  { name: "user_data_plain", check: ({ user_data }) => unusablePlainValue(user_data) },
  {
    name: "identity",
    check: ({ user_data }) =>
      hasIdentity(user_data)
        ? null
        : "user_data needs at least one of em, hashed_maids, or both client_ip_address and client_user_agent.",
  },
  {
    name: "event_source_url",
    check: ({ event_source_url }) =>
      event_source_url == null || isWebUrl(event_source_url)
        ? null
        : "event_source_url must be a full http or https URL.",
  },
  {
    name: "language",
    check: ({ language }) =>
      language == null || /^[a-z]{2}$/i.test(language)
        ? null
        : "language must be a two-character ISO 639-1 code.",
  },
  {
    name: "currency",
    check: ({ custom_data }) =>
      custom_data?.currency == null || CURRENCIES.has(custom_data.currency)
        ? null
        : "currency must be an ISO 4217 code in capitals.",
  },
  { name: "amounts", check: ({ custom_data }) => unreadableAmount(custom_data) },
  {
    name: "opt_out_type",
    check: ({ custom_data }) =>
      custom_data?.opt_out_type == null || ["", "LDP"].includes(custom_data.opt_out_type)
        ? null
        : "opt_out_type takes LDP only.",
  },
];

/** The first rule that an event breaks, or `null`. */
export function brokenRule(
  event: WireEvent,
  context: RuleContext,
): { rule: string; message: string } | null {
  for (const { name, check } of RULES) {
    const message = check(event, context);
    if (message !== null) return { rule: name, message };
  }
  return null;
}

/** Pinterest's advice on an event that it processes; `null` when there is none. */
export function warning({ user_data }: WireEvent): string | null {
  const advice: string[] = [];
  if (!hasValues(user_data.external_id)) advice.push(missing("external_id", "all events"));
  if (!isText(user_data.click_id)) advice.push(missing("click_id", "checkout events at least"));
  return advice.length > 0 ? advice.join("; ") : null;
}

function missing(key: string, where: string): string {
  return `${key} is missing. We highly recommend this on ${where}. It may improve reporting performance such as ROAS/CPA.`;
}

function unknownUserDataKey(userData: WireEvent["user_data"]): string | null {
  const unknown = Object.keys(userData).find((key) => !USER_DATA_KEYS.has(key));
  return unknown === undefined ? null : `user_data has no field ${unknown.slice(0, 60)}.`;
}

function unhashedUserData(userData: WireEvent["user_data"]): string | null {
  for (const key of HASHED_KEYS) {
    const values = userData[key];
    if (values === undefined) continue;
    if (!Array.isArray(values)) return `user_data.${key} must be an array of SHA-256 hashes.`;
    for (const value of values) {
      if (typeof value !== "string" || !SHA256_HEX.test(value))
        return `user_data.${key} must be SHA-256 in lower-case hex.`;
      if (value === HASH_OF_NOTHING) return `user_data.${key} holds the hash of an empty value.`;
    }
  }
  return null;
}

function unusablePlainValue(userData: WireEvent["user_data"]): string | null {
  const ip = userData.client_ip_address;
  if (ip !== undefined && (typeof ip !== "string" || isIP(ip) === 0 || ip === "0.0.0.0"))
    return "user_data.client_ip_address must be an IPv4 or IPv6 address.";
  const agent = userData.client_user_agent;
  if (agent !== undefined && !isText(agent)) return "user_data.client_user_agent is empty.";
  const raw = PLAIN_KEYS.find((key) => isText(userData[key]) && EMAIL.test(userData[key]));
  if (raw) return `user_data.${raw} holds raw personal data.`;
  const type = userData.customer_type;
  return type === undefined || type === "new" || type === "returning"
    ? null
    : "user_data.customer_type takes new or returning.";
}

function hasIdentity(userData: WireEvent["user_data"]): boolean {
  return (
    hasValues(userData.em) ||
    hasValues(userData.hashed_maids) ||
    (isText(userData.client_ip_address) && isText(userData.client_user_agent))
  );
}

function unreadableAmount(customData: WireEvent["custom_data"]): string | null {
  for (const key of ["value", "predicted_ltv"] as const) {
    const amount = customData?.[key];
    if (amount != null && !DECIMAL.test(amount)) return `${key} must be a decimal number as text.`;
  }
  const contents = customData?.contents ?? [];
  return contents.every(({ item_price }) => item_price === undefined || DECIMAL.test(item_price))
    ? null
    : "contents[].item_price must be a decimal number as text.";
}

function hasValues(values: unknown): boolean {
  return Array.isArray(values) && values.length > 0;
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value.trim() !== "";
}

function isWebUrl(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && ["http:", "https:"].includes(url.protocol);
}
