import { isCurrency } from "~/money";

import { listedLinks } from "./columns";

// The forms of values in a feed. Each says whether a text, trimmed and not empty, has the form.

const HTTP_URL =
  /^https?:\/\/[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}_.-]*[\p{L}\p{M}\p{N}])?\.?(?::\d{1,5})?(?:[/?#][^\s"<>\\^`{|}]*)?$/iu;

/** The same for the usual address, and quicker. */
const PLAIN_HTTP_URL = /^https?:\/\/[a-z\d][a-z\d.-]*[a-z\d]\/[\w/.?=&%-]*$/;

/** An absolute web address; what has to be percent-encoded in one does not stand bare. */
export function isHttpUrl(text: string): boolean {
  return PLAIN_HTTP_URL.test(text) || HTTP_URL.test(text);
}

/** The host of a web address in lower case; `""` for anything else. */
export function hostOf(url: string): string {
  return isHttpUrl(url) && URL.canParse(url) ? new URL(url).hostname : "";
}

/** Any absolute URI, such as `pinrelay://item/1`. Source: RFC 3986, 3.1. */
export function isUri(text: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\S+$/i.test(text);
}

const PRICE = /^(\d+(?:\.\d+)?)\s?([A-Z]{3})$/;

/** A price: amount with a dot, then the currency, such as `24.99 USD`. A bare number is none. */
export function toPrice(text: string): { amount: number; currency: string } | null {
  const [, amount, currency] = PRICE.exec(text) ?? [];
  if (amount === undefined || currency === undefined || !isCurrency(currency)) return null;
  // A float is exact enough to tell higher from lower; nothing is calculated with it.
  return { amount: Number(amount), currency };
}

export function isPrice(text: string): boolean {
  return toPrice(text) !== null;
}

/** Source: Pinterest API v5.23, ItemAttributes: TRUE, FALSE, and what feeds for other shops have. */
export function isBoolean(text: string): boolean {
  return /^(true|false|yes|no|1|0)$/i.test(text);
}

/** An ISO 8601 date, or a date and time with or without its offset, that exists. */
export function isIsoInstant(text: string): boolean {
  return isoInstantMs(text) !== null;
}

const ISO_INSTANT =
  /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?$/;

/** Without an offset, UTC. `null` for a date that is not in the calendar. */
function isoInstantMs(text: string): number | null {
  const [, year, month, day] = ISO_INSTANT.exec(text) ?? [];
  if (year === undefined || month === undefined || day === undefined) return null;
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  if (Number.isNaN(date.getTime()) || date.getUTCDate() !== Number(day)) return null;

  const withColon = text.replace(/([+-]\d\d)(\d\d)$/, (offset, hours: string, minutes: string) =>
    text.includes("T") ? `${hours}:${minutes}` : offset,
  );
  const isLocal = text.includes("T") && !/(Z|[+-]\d\d:\d\d)$/.test(withColon);
  const ms = Date.parse(isLocal ? `${withColon}Z` : withColon);
  return Number.isNaN(ms) ? null : ms;
}

/** Two ISO 8601 instants around a `/`, the first before the second. */
export function isIsoInterval(text: string): boolean {
  const [start, end, ...more] = text.split("/").map((part) => isoInstantMs(part.trim()));
  if (start === undefined || end === undefined || more.length > 0) return false;
  return start !== null && end !== null && start < end;
}

/** When an item was changed: an ISO 8601 instant, or an epoch in seconds or milliseconds. */
export function isUpdatedTime(text: string): boolean {
  return isIsoInstant(text) || /^\d{9,13}$/.test(text);
}

export const WEIGHT_UNITS = ["lb", "oz", "g", "kg"] as const;

const MEASURE = /^\d+(?:\.\d+)? ([A-Za-z]+)$/;

/** A number, a space and a unit, whatever the unit is. */
export function unitOf(text: string): string | null {
  return MEASURE.exec(text)?.[1] ?? null;
}

export function isWeightUnit(text: string): boolean {
  return WEIGHT_UNITS.some((unit) => unit === text.toLowerCase());
}

/** A length: a number, a space, and inches or centimetres. */
export function isLength(text: string): boolean {
  return /^(in|cm)$/i.test(unitOf(text) ?? "");
}

/** `country:region:service:price`, one or more by commas. All colons stand, even where a part is empty. */
export function isShipping(text: string): boolean {
  return text.split(",").every((one) => {
    const [country, , , price, ...more] = one.split(":").map((part) => part.trim());
    if (country === undefined || price === undefined || more.length > 0) return false;
    return /^([A-Z]{2})?$/i.test(country) && isPrice(price);
  });
}

/** The price parts of `shipping`. */
export function shippingPrices(text: string): string[] {
  return text.split(",").map((one) => (one.split(":")[3] ?? "").trim());
}

/** `country:region:rate:tax_ship`, one or more by commas, the rate in per cent. */
export function isTax(text: string): boolean {
  return text.split(",").every((one) => {
    const [country, , rate, taxesShipping, ...more] = one.split(":").map((part) => part.trim());
    if (country === undefined || rate === undefined || taxesShipping === undefined) return false;
    if (more.length > 0 || !/^([A-Z]{2})?$/i.test(country)) return false;
    return /^\d+(\.\d+)?$/.test(rate) && /^(y|n|yes|no|true|false)?$/i.test(taxesShipping);
  });
}

/** A manufacturer's part number: letters and digits, and what makers put between them. */
export function isMpn(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text) && /^[\p{L}\p{N} ._/+#()-]+$/u.test(text);
}

/** The number of a category in Google's list, or its levels from the top, joined by ` > `. */
export function isCategory(text: string): boolean {
  return /^\d{1,7}$/.test(text) || hasLevels(text);
}

function hasLevels(text: string): boolean {
  return text
    .split(" > ")
    .every((level) => /^[^<>|]*\p{L}[^<>|]*$/u.test(level) && level === level.trim());
}

/** How deep a category is; `null` where it is a number, whose depth only Google's list knows. */
export function categoryDepth(text: string): number | null {
  return /^\d+$/.test(text) ? null : text.split(" > ").length;
}

/** Whether all additional images are absolute web addresses. */
export function areImageLinks(text: string): boolean {
  return listedLinks(text).every(isHttpUrl);
}

/** The parameters of an address that begin with `utm_`, as they stand there. */
export function utmParameters(url: string): [name: string, value: string][] {
  if (!/utm_/i.test(url)) return [];
  const query = url.split("#")[0]?.split("?").slice(1).join("?") ?? "";
  return query
    .split("&")
    .filter((part) => /^utm_/i.test(part))
    .map((part) => {
      const [name = "", ...value] = part.split("=");
      return [name, value.join("=")];
    });
}

/** Source: Google Analytics, campaign parameters. */
const UTM_NAMES: ReadonlySet<string> = new Set([
  "utm_source",
  "utm_medium",
  "utm_campaign",
  "utm_term",
  "utm_content",
  "utm_id",
  "utm_source_platform",
  "utm_creative_format",
  "utm_marketing_tactic",
]);

/** The UTM parameters but the source: known names in lower case, each once, with a value that is filled in. */
export function areUtmParametersFit(url: string): boolean {
  const parameters = utmParameters(url).filter(([name]) => name.toLowerCase() !== "utm_source");
  const names = parameters.map(([name]) => name);
  return (
    new Set(names).size === names.length &&
    parameters.every(([name, value]) => UTM_NAMES.has(name) && /^[^\s{}[\]]+$/.test(value))
  );
}

/** One source at most, in lower-case spelling of the name, of letters, digits and a few marks. */
export function isUtmSourceFit(url: string): boolean {
  const sources = utmParameters(url).filter(([name]) => name.toLowerCase() === "utm_source");
  return (
    sources.length <= 1 &&
    sources.every(([name, value]) => name === "utm_source" && /^[\w.~%+-]+$/.test(value))
  );
}
